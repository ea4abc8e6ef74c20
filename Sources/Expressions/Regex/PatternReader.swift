/// A place in a pattern that moves forward, and knows its UTF-8 offset when asked.
struct PatternReader {
  private let scalars: [Unicode.Scalar]
  private(set) var index = 0

  init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  var next: Unicode.Scalar? { scalar(ahead: 0) }

  func scalar(ahead distance: Int) -> Unicode.Scalar? {
    let place = index + distance
    return place < scalars.count ? scalars[place] : nil
  }

  func isAt(_ text: String) -> Bool {
    let wanted = text.unicodeScalars
    return scalars[index...].starts(with: wanted)
  }

  mutating func advance(_ count: Int = 1) {
    index = min(index + count, scalars.count)
  }

  mutating func take() -> Unicode.Scalar? {
    let scalar = next
    advance()
    return scalar
  }

  mutating func skip(_ text: String) -> Bool {
    guard isAt(text) else { return false }
    advance(text.unicodeScalars.count)
    return true
  }

  mutating func takeWhile(_ belongs: (Unicode.Scalar) -> Bool) -> String {
    let start = index
    while let scalar = next, belongs(scalar) { advance() }
    return text(from: start)
  }

  /// Everything up to the delimiter, which is passed over; nil, unmoved, where there is none.
  mutating func take(upTo delimiter: String) -> String? {
    var ahead = self
    while ahead.next != nil, !ahead.isAt(delimiter) { ahead.advance() }
    guard ahead.next != nil else { return nil }
    let taken = ahead.text(from: index)
    self = ahead
    advance(delimiter.unicodeScalars.count)
    return taken
  }

  /// What has been read since a place.
  func text(from start: Int) -> String { text(of: start..<index) }

  /// What has been read since a place, for a message.
  func excerpt(from start: Int) -> String { excerpt(of: start..<index) }

  /// What stands at a place, shortened where a message would drown in it.
  func excerpt(of place: Range<Int>) -> String {
    let longest = 40
    return place.count > longest ? text(of: place.prefix(longest)) + "…" : text(of: place)
  }

  private func text(of place: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[place]))
  }

  func failure(_ message: String, at place: Int) -> RegularExpressionError {
    let offset = scalars[..<place].reduce(0) { $0 + UTF8.width($1) }
    return RegularExpressionError(message: message, offset: offset)
  }
}
