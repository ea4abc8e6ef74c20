internal import Analysis

/// Something that was written elsewhere, as a reader finds it.
package struct Citation: Sendable, Equatable {
  package let title: String
  package let url: String?

  /// A work of the literature, an issue of a public repository, or the words of whoever named the source.
  package init(_ source: String) {
    if let work = Knowledge.works.first(where: { $0.id == source }) {
      title = "\(work.authors): \(work.title). \(work.published)"
      url = work.url
    } else {
      title = source
      url = Incident.url(of: source) ?? (source.hasPrefix("https://") ? source : nil)
    }
  }

  /// For where nothing can be clicked on.
  var text: String { url.map { $0 == title ? title : "\(title) \($0)" } ?? title }
}
