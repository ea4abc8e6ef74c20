extension [UInt8] {
  /// The bytes with a few of them changed, removed, repeated or joined by signs that mean something.
  package func mutated(using random: inout some RandomNumberGenerator) -> [UInt8] {
    var bytes = self
    for _ in 0...Int.random(in: 0..<4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = Swift.min(place + Int.random(in: 1..<30, using: &random), bytes.count)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where place < bytes.count:
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place / 2)
      default:
        bytes.insert(Self.signs.randomElement(using: &random) ?? 0, at: place)
      }
    }
    return bytes
  }

  private static let signs = Array(":-[]{}&*!|>'\"%@#?,\n\t ".utf8)
}
