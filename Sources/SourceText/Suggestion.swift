/// In bytes: what is longer was not meant to be a name, and would be compared for long.
private let longestName = 200

/// The name among `candidates` that somebody who wrote `name` most likely meant, if one is near.
/// Among very many names a guess is worth nothing, and takes long.
package func suggestion(for name: String, among candidates: [String]) -> String? {
  guard name.utf8.count <= longestName else { return nil }
  let written = comparable(name)
  guard !written.isEmpty, written.count <= 64 else { return nil }
  guard candidates.count <= 2_000 else { return nil }
  var best: (candidate: String, distance: Int)?
  // At least half of a name is letters, apart from its end.
  let lengths = written.count - written.count / 3 - 1...2 * (written.count + written.count / 3) + 3
  for candidate in candidates where lengths.contains(candidate.utf8.count) {
    let length = comparableLength(candidate)
    let limit = max(1, min(written.count, length) / 3)
    let bound = min(limit, best.map { $0.distance - 1 } ?? limit)
    guard bound >= 0, abs(length - written.count) <= bound else { continue }
    let distance = editDistance(written, comparable(candidate))
    if distance <= bound { best = (candidate, distance) }
  }
  return best?.candidate ?? onlyExtension(of: written, among: candidates)
}

/// The question that helps where a name was meant.
package func didYouMean(_ name: String) -> String { "did you mean `\(name)`?" }

/// The question after the name that was most likely meant, if one is near.
package func didYouMean(_ name: String, among candidates: [String]) -> String? {
  suggestion(for: name, among: candidates).map { didYouMean($0) }
}

/// The one candidate that begins with what was written, or with which it begins.
private func onlyExtension(of written: [UInt8], among candidates: [String]) -> String? {
  guard written.count >= 3 else { return nil }
  var found: String?
  for candidate in candidates {
    guard candidate.utf8.lazy.compactMap(comparable).first == written.first else { continue }
    let known = comparable(candidate)
    guard known.count >= 3, known.starts(with: written) || written.starts(with: known) else {
      continue
    }
    if found != nil { return nil }
    found = candidate
  }
  return found
}

/// The candidates that contain `word`, or are near to it: what to show when a name was not found.
package func suggestions(for word: String, among candidates: [String]) -> [String] {
  let written = comparable(word)
  guard !written.isEmpty else { return [] }
  let containing = candidates.filter { comparable($0).holds(written) }
  if !containing.isEmpty { return containing }
  return suggestion(for: word, among: candidates).map { [$0] } ?? []
}

/// Whether two words differ in nothing but what people mix up.
package func isSameWord(_ one: String, _ other: String) -> Bool {
  max(one.utf8.count, other.utf8.count) <= longestName && comparable(one) == comparable(other)
}

/// A name without what people mix up: case, and the characters that join words.
private func comparable(_ name: String) -> [UInt8] {
  [UInt8](unsafeUninitializedCapacity: name.utf8.count) { bytes, count in
    for byte in name.utf8 {
      guard let letter = comparable(byte) else { continue }
      bytes[count] = letter
      count += 1
    }
  }
}

private func comparableLength(_ name: String) -> Int {
  name.utf8.reduce(0) { comparable($1) == nil ? $0 : $0 + 1 }
}

private func comparable(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "): nil
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
  default: byte
  }
}

extension [UInt8] {
  /// Whether the bytes stand in it one behind the other.
  fileprivate func holds(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, bytes.count <= count else { return bytes.isEmpty }
    return indices.dropLast(bytes.count - 1).contains { start in
      self[start] == first && bytes.indices.allSatisfy { self[start + $0] == bytes[$0] }
    }
  }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one name into the other.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row: [Int] = []
    row.reserveCapacity(right.count + 1)
    row.append(i + 1)
    for j in right.indices {
      let replaced = last[j] + (left[i] == right[j] ? 0 : 1)
      var least = min(replaced, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        least = min(least, beforeLast[j - 1] + 1)
      }
      row.append(least)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
