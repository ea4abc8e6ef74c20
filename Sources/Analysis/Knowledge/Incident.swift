internal import Architecture

/// Something that happened to somebody, in public.
package struct Incident: Sendable {
  package let id: String
  package let failureClass: String
  package let title: String
  /// `owner/repository#number`.
  package let source: String
  /// One sentence.
  package let happened: String
  /// The rules that would have told, the most telling first.
  package let caughtBy: [String]
  /// Why a description could not have shown it, where it could not.
  package let unseen: String?

  init(_ record: Record, failureClass: String) {
    id = record.text("id") ?? ""
    self.failureClass = failureClass
    title = record.text("title") ?? ""
    source = record.text("source") ?? ""
    happened = record.text("happened") ?? ""
    caughtBy = record.texts("caught_by")
    unseen = record.text("unseen")
  }

  /// Where it can be read.
  package var url: String { Self.url(of: source) ?? "" }

  /// The thread that `owner/repository#number` names; nil for what is written otherwise.
  package static func url(of source: String) -> String? {
    let parts = source.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].split(separator: "/").count == 2,
      !parts[1].isEmpty, parts[1].allSatisfy(\.isNumber)
    else { return nil }
    return "https://github.com/\(parts[0])/issues/\(parts[1])"
  }
}

extension Knowledge {
  /// What happened where a rule would have told. Others of its class may have come about quite otherwise.
  package static func incidents(caughtBy rule: String) -> [Incident] {
    incidents.filter { $0.caughtBy.contains(rule) }
  }
}
