/// How the program ends. Of several files, the gravest decides.
enum ExitCode: Int32, CaseIterable, Sendable {
  case passed = 0
  case gateFailed = 1
  case usage = 2
  case unusableInput = 3
  case brokenChecklist = 4
  case defect = 70

  var meaning: String {
    switch self {
    case .passed: "The gate passed, or there was none."
    case .gateFailed: "The gate failed."
    case .usage: "The command line or the configuration is wrong."
    case .unusableInput: "No usable input: missing, empty, malformed or invalid."
    case .brokenChecklist: "A checklist is broken."
    case .defect: "A defect of memaudit, or its output could not be written."
    }
  }

  /// The graver of two outcomes.
  static func | (left: ExitCode, right: ExitCode) -> ExitCode {
    left.rawValue > right.rawValue ? left : right
  }
}
