internal import Architecture

extension Explainer {
  /// The fields that a path leads to, as reports write it (`components.history.limit`) or from any record on
  /// (`replicas.max`).
  func fields(at path: String) -> [(field: Field, type: RecordType)] {
    if let place = Self.place(at: PathWalk(path)) { return [place] }
    let names = path.split(separator: ".").map { String($0.prefix { $0 != "[" }) }
    guard names.count > 1, let first = names.first else { return [] }
    let family = RecordType.architecture.family
    let owners =
      family.filter { $0.key == first }
      + family.flatMap(\.fields).filter { $0.name == first }.compactMap(\.type.recordType)
    var found: [(field: Field, type: RecordType)] = []
    for owner in owners {
      guard let place = Self.place(names.dropFirst(), in: owner),
        !found.contains(where: { $0.type === place.type && $0.field.name == place.field.name })
      else { continue }
      found.append(place)
    }
    return found
  }

  private static func place(at walk: PathWalk) -> (field: Field, type: RecordType)? {
    guard walk.end == nil, walk.steps.count > 1 else { return nil }
    var owner: RecordType? = .architecture
    var last: (field: Field, type: RecordType)?
    for step in walk.steps {
      switch step {
      case .field(let field, _):
        last = owner.map { (field, $0) }
        owner = field.type.recordType
      case .element: last = nil
      }
    }
    return last
  }

  private static func place(
    _ names: ArraySlice<String>, in type: RecordType
  ) -> (field: Field, type: RecordType)? {
    guard let name = names.first, let index = type.index(of: name) else { return nil }
    let field = type.fields[index]
    if names.count == 1 { return (field, type) }
    return field.type.recordType.flatMap { place(names.dropFirst(), in: $0) }
  }
}
