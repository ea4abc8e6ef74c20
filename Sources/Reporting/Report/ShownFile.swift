internal import Auditing

/// A file's name as the systems want it that show findings beside the code: from the root of the repository, in which
/// they take the program to have run.
struct ShownFile {
  /// Nil for standard input.
  let path: String?

  init(_ name: String) {
    path = repositoryPath(name)
  }

  var isAbsolute: Bool { path?.hasPrefix("/") ?? false }

  /// Whether it leads out of the folder in which the program ran.
  var isOutside: Bool { isAbsolute || (path?.hasPrefix("../") ?? false) }

  /// A URI reference, with nothing in it that has a meaning in URIs.
  var uri: String {
    guard let path else { return "stdin" }
    return (isAbsolute ? "file://" : "") + Self.percentEncoded(path)
  }

  private static func percentEncoded(_ path: String) -> String {
    var text = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += byte < 16 ? "%0" + digits : "%" + digits
      }
    }
    return text
  }
}
