internal import SourceText

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
      let name = String(part.prefix { $0 != "[" })
      guard let owner = type, let place = owner.index(of: name),
        Self.isNumber(part.dropFirst(name.count), in: owner.fields[place])
      else {
        self.steps = steps
        end = (String(part), type?.fields.map(\.name) ?? [])
        return
      }
      let field = owner.fields[place]
      steps.append(.field(field, place: place))
      type = field.type.recordType
      collection = Collection(of: field)
    }
    self.steps = steps
    end = nil
  }

  /// Whether what stands behind a field's name may stand there. Reports tell the records of a list apart by numbers in
  /// brackets, and parts by their ids.
  private static func isNumber(_ text: Substring, in field: Field) -> Bool {
    guard !text.isEmpty else { return true }
    return field.type.isList && Collection(of: field) == nil && text.last == "]"
      && text.count > 2 && text.dropFirst().dropLast().utf8.allSatisfy(\.isDigit)
  }
}

extension Collection {
  /// Nil where a field holds no parts.
  fileprivate init?(of field: Field) {
    guard let collection = Collection(rawValue: field.name),
      collection.recordType === field.type.recordType
    else { return nil }
    self = collection
  }
}
