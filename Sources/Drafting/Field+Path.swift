internal import Architecture

extension Field {
  /// The field that a path of names and ids leads to, and where it stands in the reference.
  static func at(_ path: String) -> (field: Field, place: [Int])? {
    let walk = PathWalk(path)
    guard walk.end == nil, case .field(let field, _)? = walk.steps.last else { return nil }
    let place = walk.steps.compactMap { step in
      if case .field(_, let place) = step { place } else { nil }
    }
    return (field, place)
  }
}
