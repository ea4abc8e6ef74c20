import JSON
import TestSupport
import Testing

/// What a name can hold that a terminal, a page or a runner would obey, in every place where a name can stand.
@Suite struct HostileNamesTests {
  private static let evil =
    #"\e[31m\r\n\x9b2J\u202e\u2028\b\0 ::error::x ##[error]x | `<script>x</script>` ]]>"#

  @Test(arguments: [
    #"system: {name: "EVIL", description: "EVIL", owners: {product: "EVIL"}}"#,
    #"system: {name: N, "EVIL": 1}"#, #"system: {name: N, "x-EVIL": 1}"#,
    #"system: {name: N, domain: "EVIL"}"#,
    #"agents: [{id: "EVIL"}]"#, #"agents: [{id: g, reads: ["EVIL"]}]"#,
    #"components: [{id: a, kind: "EVIL"}]"#, #"components: [{id: a, kind: ["EVIL", "EVIL"]}]"#,
    #"components: [{id: a, kind: custom, equivalent: "EVIL"}]"#,
    #"components: [{id: a, implementation: "EVIL"}]"#, #"components: [{id: a, store: "EVIL"}]"#,
    #"components: [{id: a, labels: {"EVIL": "EVIL"}}]"#,
    #"components: [{id: a, injected_tokens: "EVIL"}]"#, #"model: {currency: "EVIL", name: "EVIL"}"#,
    #"workload: {turn_interval: "EVIL", growth_per_month: "EVIL"}"#,
    #"validation: {load_test: {date: "EVIL"}}"#,
    #"stores: [{id: s, kind: redis, embedded: "EVIL"}]"#,
    #"evidence: [{for: "EVIL", file: "EVIL", format: "EVIL", dated: "EVIL"}]"#,
    #"evidence: [{for: components.a.store, url: "EVIL", dated: 2026-01-01}]"#,
    #"waivers: [{rule: "EVIL", subject: "EVIL", reason: "EVIL", approved_by: "EVIL", ticket: "EVIL", expires: 2030-01-01}]"#,
    #"x-a: !EVIL 1"#, #"x-a: *EVIL"#, #"x-a: &EVIL 1"#, #"x-a: !<EVIL> 1"#, #"%EVIL"#,
  ])
  func nothingIsObeyed(line: String) throws {
    let folder = try TemporaryFolder()
    let rest = ["system: {name: N}", "components: [{id: a, kind: rag}]"]
      .filter { !line.hasPrefix($0.prefix(6)) }
    let text = (["memaudit: 1"] + rest + [line]).joined(separator: "\n") + "\n"
    try folder.write(text.replacing("EVIL", with: Self.evil), to: "arch.yaml")
    for arguments in [
      ["check", "arch.yaml"], ["report", "arch.yaml"], ["map", "arch.yaml"],
      ["check", "arch.yaml", "--forecasts"],
    ] {
      let outcome = try Command.run(
        arguments, in: folder.path, environment: ["GITHUB_ACTIONS": "true"])
      outcome.expectPresentable("\(arguments[0]) of \(line)")
      for text in (outcome.output + outcome.errors).split(separator: "\n") {
        #expect(!text.drop(while: \.isWhitespace).hasPrefix("::"), "\(line)")
      }
    }
  }

  /// Whoever can hand in a baseline or a side of a comparison writes every text of it.
  @Test func aReportIsNotObeyed() throws {
    let folder = try TemporaryFolder()
    let architecture = "memaudit: 1\nsystem: {name: N}\ncomponents: [{id: a, kind: rag}]\n"
    try folder.write(architecture, to: "arch.yaml")
    _ = try Command.run(["check", "arch.yaml", "--format", "json=sound.json"], in: folder.path)
    let evil = "\u{1B}[31m\r\n\u{9B}2J\u{202E}\u{2028}| `<script>x</script>`"
    let report = try JSONValue(parsing: Array(folder.read("sound.json").utf8))
    try folder.write(Self.spoiled(report, with: evil).compact, to: "evil.json")
    for format in ["text", "markdown"] {
      for sides in [["evil.json", "arch.yaml"], ["arch.yaml", "evil.json"]] {
        let outcome = try Command.run(["diff"] + sides + ["--format", format], in: folder.path)
        outcome.expectPresentable("\(format) of \(sides)")
        #expect(outcome.exit == 0)
        if format == "markdown" { #expect(!outcome.output.contains("| `<script>")) }
      }
    }
    try Command.run(["check", "--baseline", "evil.json"], in: folder.path)
      .expectPresentable("a baseline")
  }

  /// The same report, with something more at the end of every text that is free.
  private static func spoiled(_ value: JSONValue, with evil: String, name: String = "") -> JSONValue
  {
    switch value {
    case .string(let text):
      ["report", "verdict", "severity", "fingerprint"].contains(name) ? value : .string(text + evil)
    case .array(let items): .array(items.map { spoiled($0, with: evil, name: name) })
    case .object(let members):
      .object(
        members.map { JSONValue.Member($0.name, spoiled($0.value, with: evil, name: $0.name)) })
    default: value
    }
  }

  @Test func theCommandLineIsNotObeyed() throws {
    let evil = "\u{1B}[31m\r\n\u{9B}2J\u{202E}\u{2028}"
    for arguments in [
      [evil], ["check", evil], ["check", "--\(evil)"], ["check", "--format", evil],
      ["check", "--format", "json=\(evil)/x", "examples/support.arch.yaml"],
      ["check", "--only", evil, "examples/support.arch.yaml"], ["check", "--today", evil],
      ["check", "--min-score", evil], ["check", "--baseline", evil], ["check", "--config", evil],
      ["check", "--checklist", evil, "examples/support.arch.yaml"], ["explain", evil],
      ["init", evil + "/x"],
      ["check", "--trace", evil, "examples/support.arch.yaml"],
      ["check", "--trace", "race@" + evil, "examples/support.arch.yaml"], ["test", evil],
      ["diff", evil, evil], ["map", evil], ["completions", evil], ["help", evil],
      ["explain", String(repeating: "x", count: 100_000)],
    ] {
      let outcome = try Command.run(arguments, in: ".")
      #expect(outcome.exit != 0, "\(arguments)")
      let shown = outcome.output + outcome.errors
      #expect(!shown.unicodeScalars.contains { $0 != "\n" && $0.isUnseen }, "\(arguments)")
      #expect(shown.utf8.count < 10_000, "\(arguments.first ?? "")")
    }
  }
}
