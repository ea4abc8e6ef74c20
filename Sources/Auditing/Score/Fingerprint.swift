/// What makes a finding the same in two reports, however much the file between them moved: its rule, its subject, and
/// whether it failed or could not be told.
package struct Fingerprint: Hashable, Sendable {
  package let number: UInt64

  package init(_ kind: FindingKind, _ key: FindingKey) {
    self.init(kind, rule: key.rule, subject: key.subject)
  }

  package init(_ kind: FindingKind, rule: String, subject: String) {
    // No name has a byte 0 in it, so that no two lists of names are the same bytes.
    var hash = FNVHash()
    hash.add(rule)
    hash.add(0)
    hash.add(subject)
    hash.add(0)
    hash.add(kind.rawValue)
    number = hash.state
  }

  /// One that a report has written; nil for what no report writes.
  package init?(_ text: String) {
    let isHexadecimal = text.utf8.allSatisfy {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
    }
    guard text.utf8.count == 16, isHexadecimal, let number = UInt64(text, radix: 16) else {
      return nil
    }
    self.number = number
  }

  /// Sixteen hexadecimal digits.
  package var text: String { FNVHash(state: number).text }
}

extension Judgement {
  /// Nil for what is no finding.
  package var fingerprint: Fingerprint? {
    FindingKind(verdict).map { Fingerprint($0, rule: rule.id, subject: subject.name) }
  }
}

/// A 64-bit FNV-1a hash in sixteen hexadecimal digits.
package func hexadecimalHash(_ bytes: some Sequence<UInt8>) -> String {
  var hash = FNVHash()
  hash.add(bytes)
  return hash.text
}

/// The same, while bytes are still to come.
struct FNVHash: Sendable {
  private(set) var state: UInt64

  /// - Parameter state: That of a hash to which bytes are to be added.
  init(state: UInt64 = 0xCBF2_9CE4_8422_2325) {
    self.state = state
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    let isAdded: Void? = bytes.withContiguousStorageIfAvailable { bytes in
      for byte in bytes { add(byte) }
    }
    if isAdded == nil { for byte in bytes { add(byte) } }
  }

  mutating func add(_ text: String) { add(text.utf8) }

  @inline(__always)
  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  var text: String {
    String(unsafeUninitializedCapacity: 16) { digits in
      for place in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: state >> UInt64(60 - 4 * place)) & 0xF
        digits[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return 16
    }
  }
}
