package import Analysis
internal import Architecture
internal import Expressions
package import SourceText

/// Everything that was found about one system, and what follows from it. It is an object: all that is told of it refers
/// to it.
package final class Audit: Sendable {
  package let system: AnalyzedSystem
  package let library: Library
  /// In the order of checklists, rules and subjects; those apart that do not apply.
  package let judgements: [Judgement]
  /// For each rule of the library, how many subjects it has nothing to say about.
  package let notApplicable: [Int]
  /// Rules that could not be evaluated.
  package let failures: [RuleFailure]
  /// Whether the system has so many parts that not all rules could be applied: then nothing here is to be told.
  package let isCutShort: Bool
  package let waivers: [Waiver]
  package let evidence: [Evidence]
  package let disabled: [Disabled]
  package let score: Score
  package let gate: Gate
  package let baseline: Baseline?
  /// What a baseline knows as decided, and what is not asked any more.
  package let silences: [Silence]
  /// The file as seen from the root of its repository; nil for standard input.
  package let repositoryPath: String?
  /// What a command takes to know rules that are not built in, as words of the command line.
  package let libraryOptions: [String]
  package let today: CalendarDate
  /// Where the rules were asked. To take it apart costs a good part of what asking did: that waits until the audit goes.
  private let worlds: [RuleWorld]

  /// A rule that is not to count, and why.
  package struct Disabled: Sendable {
    package let rule: String
    package let reason: String

    package init(rule: String, reason: String) {
      self.rule = rule
      self.reason = reason
    }
  }

  /// What an audit is measured by.
  package struct Settings: Sendable {
    package var today: CalendarDate
    /// What the gate refuses beyond what is asked at the system's stage, the last word last.
    package var gates: [GateSettings] = []
    package var disabled: [Disabled] = []
    package var baseline: Baseline?
    package var repositoryPath: String?
    /// What a command takes to know rules that are not built in, as words of the command line.
    package var libraryOptions: [String] = []
    /// How many processors may share the work.
    package var judges = 1
    /// How long all rules may take together.
    package var mostSteps = RuleWorld.mostSteps

    package init(today: CalendarDate) {
      self.today = today
    }
  }

  package init(
    _ system: AnalyzedSystem, library: Library, evidence: EvidenceReview, settings: Settings
  ) {
    let today = settings.today
    let hearing = Hearing(library.questions, of: system, judges: settings.judges) {
      RuleWorld(
        system, today: today.midnight, evidence: evidence.levels, mostSteps: settings.mostSteps)
    }
    let judgements = hearing.judgements
    let silences =
      settings.baseline.map {
        Silence.all(
          since: $0.decided, in: system, judgements, hearing.failures, library: library,
          today: today)
      } ?? []
    let unevaluated = Set(hearing.failures.flatMap(\.keys))
    let waivers = Waivers(
      of: system, rules: library.checklists.flatMap(\.rules), leftOut: library.rulesLeftOut,
      judgements: judgements, silences: silences, unevaluated: unevaluated, today: today)
    let disabled = Set(settings.disabled.map(\.rule))
    let policy = settings.gates.reduce(GatePolicy(for: system.root)) { $1.applied(to: $0) }

    self.system = system
    self.library = library
    self.judgements = judgements
    notApplicable = hearing.notApplicable
    failures = hearing.failures
    isCutShort = hearing.isCutShort
    self.waivers = waivers.all
    self.evidence = evidence.evidence
    self.disabled = settings.disabled
    baseline = settings.baseline
    self.silences = silences
    repositoryPath = settings.repositoryPath
    libraryOptions = settings.libraryOptions
    self.today = today
    worlds = hearing.worlds
    score = Score(
      judgements, of: library.rules, waived: waivers.waived, disabled: disabled)
    gate = Gate(
      policy, judgements, score: score, waivers: waivers.all, disabled: disabled,
      expiredEvidence: evidence.expired, unreadEvidence: evidence.unread,
      isOfAllRules: !library.isRestricted,
      comparison: settings.baseline.map {
        Gate.Comparison(
          $0, checklistsHash: library.hash,
          rulesLeftOut: library.rulesLeftOut,
          silences: silences,
          unevaluated: unevaluated)
      })
  }
}

extension Audit {
  /// Makes what is made once and every audit needs: it can be had ready while a file is still being read.
  package static func getReady() {
    _ = RecordType.architecture
    _ = PreparedLibrary.embedded
  }
}
