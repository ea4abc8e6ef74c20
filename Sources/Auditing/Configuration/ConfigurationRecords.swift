package import Architecture

/// How `.memaudit.yaml` is described. The same reader that reads architectures reads it.
extension RecordType {
  package static let configuration = RecordType(
    "the configuration", "What holds for all architectures of a repository, or of a folder of it.",
    [
      .neverNone(
        "checklists", .list(.text),
        "Checklists that are asked beside the built-in ones: paths seen from this file, inside the repository."
      ),
      .neverNone(
        "disable", .list(.record(.disabledRule)),
        "Rules that are not asked. They are listed in every report, and count as failed in the score."
      ),
      .neverNone("gate", .record(.gateSettings), "When the gate fails; the command line wins."),
    ])

  static let disabledRule = RecordType(
    "a disabled rule", "A rule that is not asked, and why.",
    [
      .required("rule", .text, "The rule's id."),
      .required("reason", .text, "Why it is not asked here."),
    ])

  static let gateSettings = RecordType(
    "gate", "When the gate fails. What is left out follows from the system's stage.",
    [
      Field(
        "fail_on", .choice(.severities),
        "A fail of this severity, or a graver one. `none`: no fail closes the gate."),
      Field(
        "fail_on_undeclared", .choice(.severities),
        "An undeclared verdict of this severity, or a graver one. `none`: none does."),
      Field("min_score", .number, "A score whose low end is under this: 0 to 100."),
    ])
}
