/// The way of a path of names and ids through the description of a file: `stores.redis.latency.p95`.
package struct PathWalk {
  package enum Step {
    /// A field, and its place among those of its record.
    case field(Field, place: Int)
    /// An element by its id, whether or not there is one.
    case element(id: String, Collection)
  }

  /// As far as the path leads.
  package let steps: [Step]
  /// The name that leads nowhere, and those that would; nil where the whole path leads somewhere.
  package let end: (unknown: String, known: [String])?

  package init(_ path: String) {
    var steps: [Step] = []
    var type: RecordType? = .architecture
    var collection: Collection?
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      if let of = collection {
        steps.append(.element(id: String(part), of))
        collection = nil
        continue
      }
      // Reports tell the records of a list apart by numbers in brackets.
      let name = String(part.prefix { $0 != "[" })
      guard let owner = type, let place = owner.index(of: name),
        name.utf8.count == part.utf8.count || owner.fields[place].type.isList
      else {
        self.steps = steps
        end = (String(part), type?.fields.map(\.name) ?? [])
        return
      }
      let field = owner.fields[place]
      steps.append(.field(field, place: place))
      type = field.type.recordType
      collection = Collection(rawValue: name).flatMap { $0.recordType === type ? $0 : nil }
    }
    self.steps = steps
    end = nil
  }
}
