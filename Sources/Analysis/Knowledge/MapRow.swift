package import Architecture

/// One row of the Stateless Equivalence Map.
package struct MapRow: Sendable {
  /// What helps against a failure mode, and how.
  package struct Mitigation: Sendable {
    package let name: String
    package let how: String
    package let sources: [String]
  }

  /// How a pattern usually stands to one of the three.
  package enum UsualStand: String, CaseIterable, Sendable {
    case kept
    case conceded
    case depends
  }

  package let pattern: ComponentKind
  package let name: String
  package let isFromArticle: Bool
  package let equivalents: [String]
  package let failureMode: String
  package let why: String
  package let fails: String
  package let mitigations: [Mitigation]
  package let literature: [String]
  package let consistency: UsualStand
  package let availability: UsualStand
  package let partitionTolerance: UsualStand
  package let standBecause: String

  init?(_ record: Record) {
    guard let pattern = record.text("pattern").flatMap(ComponentKind.init),
      let cap = record.section("cap"),
      let consistency = cap.text("consistency").flatMap(UsualStand.init),
      let availability = cap.text("availability").flatMap(UsualStand.init),
      let partitionTolerance = cap.text("partition_tolerance").flatMap(UsualStand.init)
    else { return nil }
    self.pattern = pattern
    name = record.text("name") ?? ""
    isFromArticle = record.text("origin") == "article"
    equivalents = record.texts("equivalents")
    failureMode = record.text("failure_mode") ?? ""
    why = record.text("why") ?? ""
    fails = record.text("fails") ?? ""
    mitigations = record.records("mitigations").map {
      Mitigation(
        name: $0.text("name") ?? "", how: $0.text("how") ?? "", sources: $0.texts("sources"))
    }
    literature = record.texts("literature")
    self.consistency = consistency
    self.availability = availability
    self.partitionTolerance = partitionTolerance
    standBecause = cap.text("because") ?? ""
  }
}

/// Something that is cited.
package struct Work: Sendable {
  package let id: String
  package let authors: String
  package let title: String
  package let published: String
  package let url: String?
  package let about: String

  init(_ record: Record) {
    id = record.text("id") ?? ""
    authors = record.text("authors") ?? ""
    title = record.text("title") ?? ""
    published = record.text("published") ?? ""
    url = record.text("url")
    about = record.text("about") ?? ""
  }
}
