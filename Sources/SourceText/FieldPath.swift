/// Dotted paths of fields.
package enum FieldPath {
  /// How many paths are told of what hangs on many: more than anybody declares at once. A system of thousands of parts
  /// would else be told of thousands of paths for each part.
  package static let mostTold = 32

  /// Whether a path leads through what stands at another, to something within it.
  package static func leads(_ path: String, through owner: String) -> Bool {
    let (own, length) = (path.utf8, owner.utf8.count)
    guard own.count > length, own.starts(with: owner.utf8) else { return false }
    return own[own.index(own.startIndex, offsetBy: length)] == UInt8(ascii: ".")
  }

  /// The paths of what a path leads through: `a` and `a.b` of `a.b.c`.
  package static func owners(of path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: ".") }.map { String(path[..<$0]) }
  }
}

/// The path of a field of what stands at a path.
package func fieldPath(_ name: String, of owner: String) -> String {
  if owner.isEmpty { return name }
  let start = owner.utf8.count
  return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: start + 1 + name.utf8.count) {
    bytes in
    _ = UnsafeMutableBufferPointer(rebasing: bytes[..<start]).initialize(from: owner.utf8)
    bytes[start] = UInt8(ascii: ".")
    _ = UnsafeMutableBufferPointer(rebasing: bytes[(start + 1)...]).initialize(from: name.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
