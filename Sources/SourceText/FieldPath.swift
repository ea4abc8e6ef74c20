/// The path of a field of what stands at a path.
package func fieldPath(_ name: String, of owner: String) -> String {
  if owner.isEmpty { return name }
  let start = owner.utf8.count
  return String(unsafeUninitializedCapacity: start + 1 + name.utf8.count) { bytes in
    _ = UnsafeMutableBufferPointer(rebasing: bytes[..<start]).initialize(from: owner.utf8)
    bytes[start] = UInt8(ascii: ".")
    _ = UnsafeMutableBufferPointer(rebasing: bytes[(start + 1)...]).initialize(from: name.utf8)
    return start + 1 + name.utf8.count
  }
}
