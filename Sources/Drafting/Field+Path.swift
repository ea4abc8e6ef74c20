internal import Architecture

extension Field {
  /// The field that a path of names and ids leads to, and where it stands in the reference.
  static func at(_ path: String) -> (field: Field, place: [Int])? {
    var type: RecordType? = .architecture
    var found: Field?
    var place: [Int] = []
    var names = path.split(separator: ".")[...]
    while let name = names.popFirst() {
      guard let index = type?.index(of: String(name)), let field = type?.fields[index] else {
        return nil
      }
      found = field
      place.append(index)
      type = field.type.recordType
      let isWithinElement = type?.isElement == true && !names.isEmpty
      if isWithinElement { names = names.dropFirst() }
      if isWithinElement, names.isEmpty { return nil }
    }
    return found.map { ($0, place) }
  }

  /// Its documentation in one paragraph, with the words that may be written.
  package var manual: String {
    guard let choice = type.choice else { return doc }
    let verb =
      switch type {
      case .list, .listOrSingle: "Any of"
      default: "One of"
      }
    return "\(doc) \(verb) \(choice.names.joined(separator: ", "))."
  }
}
