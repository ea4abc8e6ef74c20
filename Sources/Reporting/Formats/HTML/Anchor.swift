/// Where one can jump to in a page; names are unique, whatever files and parts are called.
struct Anchor: Sendable {
  let name: String

  /// What is in the page, whatever it is: a name that is encoded has no such tilde.
  static let content = Anchor(name: "~content")

  init(file: String) {
    name = Self.encoded(file)
  }

  private init(name: String) {
    self.name = name
  }

  /// A place within this one.
  func callAsFunction(_ place: String) -> Anchor {
    Anchor(name: name + ":" + Self.encoded(place))
  }

  func callAsFunction(_ section: HTMLReview.Section) -> Anchor { self(section.rawValue) }

  func callAsFunction(_ finding: Report.Finding) -> Anchor {
    self("\(finding.rule)@\(finding.subject)")
  }

  /// What may stand in an id, a list of ids and a fragment is kept, the rest written as `~hex~`.
  private static func encoded(_ text: String) -> String {
    var name = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "/", "@":
        name.unicodeScalars.append(scalar)
      default: name += "~" + String(scalar.value, radix: 16) + "~"
      }
    }
    return name
  }
}
