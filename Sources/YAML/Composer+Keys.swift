internal import SourceText

/// The keys of one mapping, by their places. A few are compared one by one, which is faster than hashing.
struct MappingKeys {
  static let few = 64
  var first: [Int] = []
  var all: [ExactText: Int] = [:]
}

extension Composer {
  /// The scalar that a key is; nil where it is none.
  private func scalar(ofKey place: Int) -> StoredNode? {
    let node = nodes[place].shape == .alias ? nodes[Int(nodes[place].textStart)] : nodes[place]
    return node.shape == .scalar ? node : nil
  }

  private func keyName(_ node: StoredNode) -> String {
    String(decoding: text[Int(node.textStart)..<Int(node.textEnd)], as: UTF8.self)
  }

  /// Whether a value can be a key; if not, it is said why.
  mutating func isKey(_ place: Int) -> Bool {
    let span = nodes[place].span
    guard let key = scalar(ofKey: place) else {
      if nodes[place].shape != .invalid {
        report("a key must be a single word, not a list or a mapping", at: span)
      }
      return false
    }
    guard key.style == .plain, key.textEnd - key.textStart <= 2 else { return true }
    switch keyName(key) {
    case "<<":
      report(
        "merge keys are not supported", at: span,
        help: "write the fields out, or share a whole value: `store: *name`")
      return false
    case "":
      report("a key is missing before this `:`", at: span, help: "write `name: value`")
      return false
    default: return true
    }
  }

  /// Whether a key was not written before in its mapping; if it was, it is said where.
  mutating func isFirst(_ place: Int, _ keys: inout MappingKeys) -> Bool {
    guard let key = scalar(ofKey: place) else { return false }
    guard let first = earlier(place, key, &keys) else { return true }
    report(
      "the key `\(keyName(key))` is written twice", at: nodes[place].span,
      help: "keep one of the two",
      notes: [Diagnostic.Note("first written here", at: nodes[first].span)])
    return false
  }

  /// Where a key was written before; nil, and remembered, where this is the first time.
  private func earlier(_ place: Int, _ key: StoredNode, _ keys: inout MappingKeys) -> Int? {
    guard keys.first.count >= MappingKeys.few else {
      for other in keys.first where nodes[other].stamp == key.stamp {
        if let known = scalar(ofKey: other), exact(known) == exact(key) { return other }
      }
      if keys.first.isEmpty { keys.first.reserveCapacity(8) }
      keys.first.append(place)
      return nil
    }
    if keys.all.isEmpty {
      for other in keys.first {
        if let known = scalar(ofKey: other) { keys.all[exact(known)] = other }
      }
    }
    let name = exact(key)
    if let first = keys.all[name] { return first }
    keys.all[name] = place
    return nil
  }

  private func exact(_ key: StoredNode) -> ExactText { ExactText(keyName(key)) }

  /// libyaml takes the `?` of `{?name: 1}` for an indicator and drops it, which YAML does not.
  mutating func refuseQuestionMark(before key: Int) {
    let start = (scalar(ofKey: key) ?? nodes[key]).span.start
    guard start > 0, file.bytes[start - 1] == UInt8(ascii: "?") else { return }
    report("a key cannot begin with `?`", at: nodes[key].span, help: "put the key in quotes")
  }
}
