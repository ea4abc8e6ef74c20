internal import SourceText

/// What is read: its path, and how messages name it. Both are put together when they are asked for.
enum Target {
  case whole(String, path: String)
  case field(String, of: String)
  case item(Int, ofField: String, of: String, RecordType?)

  /// An item of the list that a field holds.
  func item(_ index: Int, _ type: FieldType) -> Target {
    switch self {
    case .whole(let name, let owner), .field(let name, let owner),
      .item(_, let name, let owner, _):
      .item(index, ofField: name, of: owner, type.recordType)
    }
  }

  var isItem: Bool { if case .item = self { true } else { false } }

  var path: String {
    switch self {
    case .whole(_, let path): path
    case .field(let name, let owner): fieldPath(name, of: owner)
    case .item(let index, let name, let owner, let type):
      fieldPath(name, of: owner) + (type?.isElement == true ? "" : "[\(index)]")
    }
  }

  var subject: String {
    switch self {
    case .whole(let subject, _): subject
    case .field(let name, _), .item(_, let name, _, nil): "`\(name)`"
    case .item(_, let name, _, _): "an item of `\(name)`"
    }
  }
}
