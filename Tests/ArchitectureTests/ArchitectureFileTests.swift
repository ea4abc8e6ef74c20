import SourceText
import Testing

@testable import Architecture

@Suite struct ArchitectureFileTests {
  private func read(_ text: String) throws -> ArchitectureFile {
    let reading = ArchitectureReading(
      SourceFile(name: "f", text: "memaudit: 1\nsystem: {name: N}\n" + text))
    #expect(reading.diagnostics == [])
    return try #require(reading.architecture)
  }

  @Test func declaredUndeclaredAndNoneAreThreeStates() throws {
    let component = try read("components: [{id: a, lag: 5s, retention: none}]").components[0]
    let declared = component.entry("lag")?.value
    guard case .nanoseconds(5_000_000_000)? = declared else {
      Issue.record("lag is \(String(describing: declared))")
      return
    }
    #expect(component.entry("retention") != nil)
    #expect(component.entry("retention")?.value == nil)
    #expect(component.entry("store") == nil)
  }

  private func complaints(_ text: String) -> [String] {
    ArchitectureReading(SourceFile(name: "f", text: "memaudit: 1\nsystem: {name: N}\n" + text))
      .diagnostics.map(\.message)
  }

  @Test(
    arguments: [
      (
        "components: [{id: a, rebuildable_from: b}, {id: b, rebuildable_from: a}]",
        "`a` from `b`, `b` from `a`: what is rebuilt in a circle is rebuilt from nothing"
      ),
      (
        "components: [{id: a, rebuildable_from: a}]",
        "`a` from `a`: what is rebuilt in a circle is rebuilt from nothing"
      ),
      (
        """
        components: [{id: a, store: s, rebuildable_from: b}, {id: b, rebuildable_from: c}, {id: c, rebuildable_from: b}]
        stores: [{id: s, rebuildable_from: a}]
        """, "`b` from `c`, `c` from `b`: what is rebuilt in a circle is rebuilt from nothing"
      ),
      (
        "components: [{id: a, store: s}]\nstores: [{id: s, rebuildable_from: a}]",
        "`s` is rebuilt from `a`, which lies in it"
      ),
    ])
  func whatIsRebuiltFromItselfIsRefused(text: String, told: String) {
    let all = complaints(text)
    #expect(all.contains(told), "\(all)")
  }

  @Test(
    arguments: [
      (
        "model: {context_window: 128k, reserve_for_output: 150k}",
        "`reserve_for_output` is not less than `context_window`"
      ),
      (
        "model: {reserve_for_output: 8k, context_window: 8k}",
        "`reserve_for_output` is not less than `context_window`"
      ),
      ("agents: [{id: a, replicas: 0}]", "`replicas` must be at least 1"),
      ("agents: [{id: a, replicas: {min: 0, max: 0}}]", "`max` must be at least 1"),
      ("components: [{id: c, isolation: [none]}]", "`isolation` cannot list `none`"),
      ("components: [{id: c, isolation: [user, None]}]", "`isolation` cannot list `None`"),
      ("components: [{id: c, lag: NONE}]", "`lag` cannot be `NONE`"),
    ])
  func whatCannotBeIsRefused(text: String, told: String) {
    let components = text.hasPrefix("components") ? "" : "components: [{id: c}]\n"
    #expect(complaints(components + text) == [told])
  }

  @Test func whatJustFitsIsRead() {
    #expect(
      complaints(
        """
        components: [{id: c}]
        model: {context_window: 8k, reserve_for_output: 7999}
        agents: [{id: a, replicas: {min: 0, max: 1}}, {id: b, replicas: 1}]
        """) == [])
  }

  /// What is under a key that was misspelt is there, though nobody finds it.
  @Test func aMisspeltSectionIsToldOnce() {
    #expect(
      complaints(
        """
        components: [{id: a, store: db}, {id: b, store: db}]
        store: [{id: db, latency: {p95: 3ms}}]
        evidence: [{for: stores.db.latency.p95, file: a.json, format: k6}]
        """) == ["the file has no field `store`"])
  }

  @Test func aChecklistIsNoArchitecture() {
    let reading = ArchitectureReading(
      SourceFile(
        name: "my trip.yaml", text: "checklist: trip\ntitle: Trip\nabout: It.\nrules: []\n"))
    #expect(reading.diagnostics.map(\.message) == ["this is a checklist, and no architecture"])
    #expect(
      reading.diagnostics.map(\.help) == [
        "write `memaudit check ARCH --checklist 'my trip.yaml'`"
      ])
  }

  private static let comma =
    "in `{…}` a comma ends a value: put quotes around text that contains one"
  private static let quotes = "write `none` without quotes where there is none"

  @Test(arguments: [
    ("components: [{id: a, description: Asked, read once}]", comma),
    ("components: [{id: a, description: Asked, read once }]", comma),
    ("components: [{id: a, description: Asked, read once, and kept}]", comma),
    ("components:\n  - id: a\n    kinds:", "did you mean `kind`?"),
    ("components: [{id: a, kinds: rag}]", "did you mean `kind`?"),
    ("components: [{id: a}]\nstores: [{id: s, persistence: \"none\"}]", quotes),
    ("components: [{id: a}]\nstores: [{id: s, pooler: 'none'}]", quotes),
    ("components: [{id: a, isolation: \"none\"}]", quotes),
    (
      "components: [{id: a, isolation: [none]}]",
      "write `isolation: none` where there is none of it"
    ),
    ("components: [{id: a, kind: rag, lag: None}]", "did you mean `none`?"),
    ("components: [{id: a, kind: rag, lag: nil}]", "did you mean `none`?"),
    ("components: [{id: a, isolation: NONE}]", "did you mean `none`?"),
    ("components: [{id: a, kind: rag, lag: off}]", "write `none` where there is none"),
    (
      "components: [{id: a, kind: rag, source: {changes: 4/fortnight}}]",
      "write how many and per what: `40/day`, `3/s`; the units are /s, /min, /h, /hour, /d, /day, /week, /month"
    ),
    ("components: [{id: a, kind: rag, source: {changes: 1/hr}}]", "write `1/hour`"),
    ("components: [{id: a}]\nstores: [{id: s, size: 10kB}]", "write `10KB`"),
    ("components: [{id: a}]\nstores: [{id: s, growth_per_month: 10kB}]", "write `10KB`"),
    (
      "components: [{id: a}]\nstores: [{id: s, size: 10Gbit}]",
      "the units are B, KB, MB, GB, TB, KiB, MiB, GiB, TiB"
    ),
  ])
  func whatIsMeantIsSaid(text: String, help: String) {
    let file = SourceFile(name: "f", text: "memaudit: 1\nsystem: {name: N}\n" + text)
    let told = ArchitectureReading(file).diagnostics.map(\.help)
    #expect(told.contains(help), "\(told)")
  }

  @Test func anyTextMayBeQuotedNone() {
    #expect(complaints("components: [{id: a, kind: system_prompt, version: \"none\"}]").isEmpty)
  }

  @Test func whatIsRebuiltFromAnOriginalIsRead() {
    #expect(
      complaints(
        """
        components:
          - {id: a, store: s, rebuildable_from: b}
          - {id: b, store: t, rebuildable_from: c}
          - {id: c, store: u}
          - {id: d, store: s, also_in: {store: t}}
          - {id: e, kind: rag, store: v, source: {id: wiki}}
        stores: [{id: s, rebuildable_from: d}, {id: v, rebuildable_from: e}, {id: t, rebuildable_from: u}, {id: u}]
        """) == [])
  }

  @Test func explicitNullsAreNoneToo() throws {
    let component = try read("components: [{id: a, lag: null, store: ~, erasure: none}]")
      .components[0]
    for name in ["lag", "store", "erasure"] {
      #expect(component.entry(name) != nil && component.entry(name)?.value == nil)
    }
  }

  @Test func pathsAreMadeOfIds() throws {
    let file = try read(
      """
      components: [{id: a}]
      stores: [{id: redis, latency: {p95: 3ms}}]
      waivers: [{rule: r, subject: a, reason: x, approved_by: y, expires: 2027-01-01}]
      """)
    #expect(file.stores[0].path == "stores.redis")
    guard case .record(let latency)? = file.stores[0].entry("latency")?.value else {
      Issue.record("no latency")
      return
    }
    #expect(latency.path(of: "p95") == "stores.redis.latency.p95")
    #expect(file.root.records("waivers")[0].path(of: "rule") == "waivers[0].rule")
    #expect(file.section("system")?.path(of: "name") == "system.name")
  }

  @Test func aNumberReadsAsBothEnds() throws {
    let file = try read(
      "components: [{id: c}]\nagents: [{id: a, replicas: 3}, {id: b, replicas: {max: 4}}]")
    let ends = file.agents.map { agent -> [Int64?] in
      guard case .record(let replicas)? = agent.entry("replicas")?.value else { return [] }
      return ["min", "max"].map { name in
        if case .whole(let value)? = replicas.entry(name)?.value { value } else { nil }
      }
    }
    #expect(ends == [[3, 3], [nil, 4]])
  }

  @Test func growthIsAShareOrASize() throws {
    let stores = try read(
      "components: [{id: c}]\nstores: [{id: a, growth_per_month: 8%}, {id: b, growth_per_month: 2GB}]"
    ).stores
    let written = stores.map { store -> [Bool] in
      guard case .record(let growth)? = store.entry("growth_per_month")?.value else { return [] }
      return ["share", "size"].map { growth.entry($0)?.value != nil }
    }
    #expect(written == [[true, false], [false, true]])
  }

  @Test func aliasesOfKindsBecomeTheirNames() throws {
    for kind in ComponentKind.allCases {
      for word in [kind.rawValue] + kind.aliases {
        let component = try read("components: [{id: a, kind: \(word)}]").components[0]
        #expect(component.texts("kind") == [kind.rawValue])
      }
    }
  }

  @Test func wordsOfKindsAreUnambiguous() {
    let words = ComponentKind.allCases.flatMap { [$0.rawValue] + $0.aliases }
    #expect(Set(words).count == words.count)
  }

  @Test func sharedValuesAreReadAtEachUse() throws {
    let components = try read(
      "components:\n- {id: a, retention: &r {max_age: 30d}}\n- {id: b, retention: *r}"
    ).components
    guard case .record(let second)? = components[1].entry("retention")?.value else {
      Issue.record("no retention")
      return
    }
    #expect(second.path == "components.b.retention")
    #expect(second.entry("max_age")?.value != nil)
  }

  /// A wrong shared value is reported once, where it is written.
  @Test func sharedMistakesAreToldOnce() {
    let reading = ArchitectureReading(
      SourceFile(
        name: "f",
        text:
          "memaudit: 1\nsystem: {name: N}\ncomponents:\n- {id: a, retention: &r {max_age: 30}}\n- {id: b, retention: *r}"
      ))
    #expect(reading.diagnostics.count == 1)
  }
}
