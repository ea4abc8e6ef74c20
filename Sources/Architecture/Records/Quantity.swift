internal import SourceText

/// A number with a unit, taken apart: `1.5h` is 1.5 and `h`.
struct Quantity {
  let number: Double
  let unit: String

  /// Nil where the text does not begin with a plain decimal number.
  init?(_ text: String) {
    var text = text
    let read = text.withUTF8 { bytes -> (number: Double?, end: Int)? in
      var end = 0
      var whole: Int64 = 0
      while end < bytes.count, bytes[end].isDigit {
        whole = whole &* 10 &+ Int64(bytes[end] & 0xF)
        end += 1
      }
      let digits = end
      guard digits > 0 else { return nil }
      while end < bytes.count, bytes[end].isDigit || bytes[end] == UInt8(ascii: ".") {
        end += 1
      }
      let fraction = bytes[digits..<end]
      guard fraction.count != 1, fraction.dropFirst().allSatisfy(\.isDigit) else { return nil }
      // A short number without a fraction, which most are.
      return (fraction.isEmpty && digits <= 15 ? Double(whole) : nil, end)
    }
    guard let read else { return nil }
    let end = text.utf8.index(text.startIndex, offsetBy: read.end)
    guard let number = read.number ?? Double(String(text[..<end])) else { return nil }
    self.number = number
    unit = String(text[end...])
  }
}

/// The units of one dimension, each with its size in the smallest of them.
struct Units {
  struct Unit {
    let name: String
    let size: Double

    init(_ name: String, _ size: Double) {
      self.name = name
      self.size = size
    }
  }

  let units: [Unit]
  /// What people write for them, and what they mean.
  let synonyms: KeyValuePairs<String, String>

  init(_ units: Unit..., synonyms: KeyValuePairs<String, String> = [:]) {
    self.units = units
    self.synonyms = synonyms
  }

  var names: [String] { units.map(\.name) }

  func size(of name: String) -> Double? {
    units.first { $0.name == name }?.size
  }

  /// The unit that is meant by a synonym, or by a name in the wrong case.
  func meant(by name: String) -> String? {
    synonyms.first { $0.key == name }?.value
      ?? names.first { $0.lowercased() == name.lowercased() }
  }

  static let time = Units(
    Unit("ms", 1e6), Unit("s", 1e9), Unit("m", 60e9), Unit("h", 3600e9), Unit("d", 86_400e9),
    Unit("w", 604_800e9), Unit("us", 1e3),
    synonyms: [
      "sec": "s", "secs": "s", "second": "s", "seconds": "s", "min": "m", "mins": "m",
      "minute": "m", "minutes": "m", "hour": "h", "hours": "h", "hr": "h", "day": "d", "days": "d",
      "week": "w", "weeks": "w", "msec": "ms", "µs": "us", "usec": "us",
    ])

  static let bytes = Units(
    Unit("B", 1), Unit("KB", 1e3), Unit("MB", 1e6), Unit("GB", 1e9), Unit("TB", 1e12),
    Unit("KiB", 1_024), Unit("MiB", 1_048_576), Unit("GiB", 1_073_741_824),
    Unit("TiB", 1_099_511_627_776),
    synonyms: [
      "K": "KB", "M": "MB", "G": "GB", "T": "TB", "Ki": "KiB", "Mi": "MiB", "Gi": "GiB",
      "Ti": "TiB",
    ])

  static let tokens = Units(Unit("", 1), Unit("k", 1e3), Unit("M", 1e6))

  /// Times per second.
  static let rate = Units(
    Unit("/s", 1), Unit("/min", 1 / 60), Unit("/h", 1 / 3600), Unit("/hour", 1 / 3600),
    Unit("/d", 1 / 86_400), Unit("/day", 1 / 86_400), Unit("/week", 1 / 604_800),
    Unit("/month", 1 / 2_592_000),
    synonyms: [
      "/sec": "/s", "/second": "/s", "/minute": "/min", "/hr": "/hour",
      "/w": "/week", "perday": "/day", "perhour": "/hour", "perminute": "/min", "persecond": "/s",
    ])
}
