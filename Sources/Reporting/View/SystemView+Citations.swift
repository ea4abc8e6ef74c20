internal import Analysis

extension SystemView {
  /// Something that was written elsewhere, as a reader finds it.
  package struct Citation: Sendable, Equatable {
    package let title: String
    package let url: String?
  }

  /// A work of the literature, an issue of a public repository, or the words of whoever named the source.
  package func citation(_ source: String) -> Citation {
    if let work = Knowledge.works.first(where: { $0.id == source }) {
      return Citation(title: "\(work.authors): \(work.title)", url: work.url)
    }
    return Citation(title: source, url: Incident.url(of: source))
  }
}
