internal import SourceText

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
      $0.isDigit || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
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
