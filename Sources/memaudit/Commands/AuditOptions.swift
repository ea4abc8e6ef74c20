internal import Architecture
internal import Auditing
internal import JSON
internal import SourceText

extension OptionSpec {
  /// What every command takes that audits.
  static let auditing =
    library + [
      OptionSpec(
        "only", .text(placeholder: "CHECKLIST|RULE", completes: .words(checklistsAndRules)),
        "Apply only this checklist or rule; may be repeated."),
      OptionSpec(
        "fail-on", .choice(severities, understood: ["off"]),
        "The gate fails on a fail of this severity or above; none: on no fail. The default follows the system's stage."
      ),
      OptionSpec(
        "fail-on-undeclared", .choice(severities, understood: ["off"]),
        "The same for an undeclared verdict."),
      OptionSpec(
        "min-score", .text(placeholder: "NUMBER"),
        "The gate fails under this score, the low end counted."),
      OptionSpec(
        "baseline", .text(placeholder: "FILE", completes: .files),
        "What check --format baseline (or json) wrote earlier: the gate fails only on what is new."),
      OptionSpec(
        "today", .text(placeholder: "DATE"),
        "The day of the audit, for runs that can be repeated: 2026-09-01."),
    ]

  /// What every command takes that knows the rules of checklists beside the built-in ones.
  static let library = [
    OptionSpec(
      "checklist", .text(placeholder: "FILE", completes: .files),
      "Another checklist, beside the built-in ones; may be repeated."),
    OptionSpec(
      "config", .text(placeholder: "FILE", completes: .files),
      "The configuration, instead of the .memaudit.yaml that is found upward."),
    OptionSpec("no-config", .flag, "Use no configuration file."),
  ]

  @Sendable private static func checklistsAndRules() -> [String] {
    let library = Library.load().library
    return (library?.checklists.map(\.id) ?? []) + (library?.rules.map(\.id) ?? [])
  }

  private static let severities = ["none"] + Severity.allCases.map(\.rawValue)
}

extension Exclusion {
  /// Of what every command takes that audits.
  static let auditing =
    library + [
      Exclusion(
        "only", "min-score", because: "`--min-score` is of all rules, and `--only` leaves some out")
    ]

  /// Of what every command takes that knows the rules of checklists beside the built-in ones.
  static let library = [
    Exclusion(
      "config", "no-config",
      because: "`--config` names the configuration, and `--no-config` wants none")
  ]
}

/// How the command line wants systems to be audited; it comes before the configuration.
struct AuditOptions: Sendable {
  let today: CalendarDate
  let checklists: [String]
  let only: [String]
  let gate: GateSettings
  let baseline: BaselineReports?
  let baselinePath: String?
  let configuration: ConfigurationChoice

  /// Which configuration file counts.
  enum ConfigurationChoice: Sendable {
    case found
    case none
    case file(String)
  }

  init(_ invocation: Invocation) throws(Complaint) {
    let last = { (option: String) in invocation.values(of: option).last }
    today = try last("today").map(Self.date) ?? Clock.today
    checklists = invocation.values(of: "checklist")
    only = invocation.values(of: "only")
    gate = GateSettings(
      failOn: last("fail-on").map(Self.threshold),
      failOnUndeclared: last("fail-on-undeclared").map(Self.threshold),
      minScore: try last("min-score").map(Self.score))
    baselinePath = last("baseline")
    baseline = try baselinePath.map(Self.readBaseline)
    configuration =
      invocation.has("no-config") ? .none : last("config").map(ConfigurationChoice.file) ?? .found
  }

  private static func date(_ text: String) throws(Complaint) -> CalendarDate {
    guard let date = CalendarDate(text) else {
      throw Complaint("`--today` needs a date, not `\(text)`", help: "write it like 2026-09-01")
    }
    return date
  }

  private static func threshold(_ word: String) -> GateSettings.Threshold {
    Severity(rawValue: word).map(GateSettings.Threshold.from) ?? .never
  }

  private static func score(_ text: String) throws(Complaint) -> Double {
    // Only as the configuration has it: what else is a number here would surprise there.
    guard let number = plainDecimal(text), (0...100).contains(number) else {
      throw Complaint(
        "`--min-score` needs a number from 0 to 100, not `\(text)`", help: "write it like `85`")
    }
    if let objection = GateSettings.objection(toMinScore: number) {
      throw Complaint("`--min-score` \(objection.message)", help: objection.help)
    }
    return number
  }

  private static func readBaseline(_ path: String) throws(Complaint) -> BaselineReports {
    let json: JSONValue
    do throws(Complaint) {
      json = try readJSON(path, as: "baseline")
    } catch {
      throw Complaint(error.message, help: "write one with `\(writingABaseline)`")
    }
    do throws(Complaint) {
      return try BaselineReports(json)
    } catch {
      throw Complaint("the baseline `\(path)` cannot be used: \(error.message)", help: error.help)
    }
  }
}
