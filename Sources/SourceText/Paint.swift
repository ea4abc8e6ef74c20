/// Puts colour on text, or does not.
package struct Paint: Sendable {
  package enum Tone: String, Sendable {
    case bold = "1"
    case faint = "2"
    case red = "1;31"
    case green = "32"
    case yellow = "33"
    case blue = "1;34"
    case cyan = "36"
  }

  package let isOn: Bool

  package init(isOn: Bool) {
    self.isOn = isOn
  }

  package static let plain = Paint(isOn: false)

  /// A text in a tone; as it is where nothing is painted.
  package func callAsFunction(_ text: String, _ tone: Tone) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
  }
}
