package import Architecture

/// One row of the Stateless Equivalence Map.
package struct MapRow: Sendable {
  package struct Mitigation: Sendable {
    package let name: String
    package let how: String
    package let sources: [String]
  }

  /// How a pattern usually stands to one of the three.
  package enum Stand: String, Sendable {
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
  package let consistency: Stand
  package let availability: Stand
  package let partitionTolerance: Stand
  package let standBecause: String

  init?(_ record: Record) {
    guard let pattern = record.text("pattern").flatMap(ComponentKind.init),
      case .record(let cap)? = record.entry("cap")?.value
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
    consistency = cap.text("consistency").flatMap(Stand.init) ?? .depends
    availability = cap.text("availability").flatMap(Stand.init) ?? .depends
    partitionTolerance = cap.text("partition_tolerance").flatMap(Stand.init) ?? .depends
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
