internal import Architecture

/// An architecture file in the making: what was answered so far, as a tree.
struct Draft: Sendable {
  indirect enum Value: Sendable {
    /// A scalar as YAML writes it, with its quotes where it needs some.
    case scalar(String)
    case list([Value])
    case mapping([Pair])
  }

  struct Pair: Sendable {
    let name: String
    var value: Value
  }

  private(set) var root: Value

  /// The id of the component that stands in until one is named.
  static let standIn = "memory"

  /// The least that a file must say.
  init() {
    root = .mapping([
      Pair(name: "memaudit", value: .scalar("1")),
      Pair(
        name: "system", value: .mapping([Pair(name: "name", value: .scalar("Unnamed system"))])),
      Pair(name: "components", value: .list([.element(Self.standIn)])),
    ])
  }

  func setting(_ path: String, to value: Value) -> Draft {
    var draft = self
    draft.root = root.setting(path.split(separator: ".")[...], to: value)
    return draft
  }

  /// The draft with one more element of a list.
  func adding(_ id: String, to collection: Collection) -> Draft {
    setting(collection.rawValue, to: .list(elements(of: collection) + [.element(id)]))
  }

  func elements(of collection: Collection) -> [Value] {
    if case .list(let elements)? = root[collection.rawValue] { elements } else { [] }
  }
}

extension Draft.Value {
  static let none = Draft.Value.scalar("none")

  static func element(_ id: String) -> Draft.Value {
    .mapping([Draft.Pair(name: "id", value: .scalar(id))])
  }

  subscript(name: String) -> Draft.Value? {
    if case .mapping(let pairs) = self { pairs.first { $0.name == name }?.value } else { nil }
  }

  /// The value with another at the end of a path of names and ids. What is missing on the way comes into being; a
  /// scalar on the way gives place.
  func setting(_ path: ArraySlice<Substring>, to value: Draft.Value) -> Draft.Value {
    guard let first = path.first else { return value }
    let name = String(first)
    let rest = path.dropFirst()
    switch self {
    case .scalar: return Draft.Value.mapping([]).setting(path, to: value)
    case .list(var elements):
      let index = elements.firstIndex { $0.id == name }
      let element = (index.map { elements[$0] } ?? .element(name)).setting(rest, to: value)
      if let index { elements[index] = element } else { elements.append(element) }
      return .list(elements)
    case .mapping(var pairs):
      let index = pairs.firstIndex { $0.name == name }
      let missing = Collection(rawValue: name) == nil ? Self.mapping([]) : .list([])
      let inner = (index.map { pairs[$0].value } ?? missing).setting(rest, to: value)
      if let index {
        pairs[index].value = inner
      } else {
        pairs.append(Draft.Pair(name: name, value: inner))
      }
      return .mapping(pairs)
    }
  }

  private var id: String? {
    if case .scalar(let id)? = self["id"] { id } else { nil }
  }
}
