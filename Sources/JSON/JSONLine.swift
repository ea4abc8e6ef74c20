/// A line of JSON, written from left to right: for much output, where values would only be built to be taken apart.
package struct JSONLine: Sendable {
  /// What has been written; without a line break.
  package private(set) var text = ""
  private var isFirst = true

  /// An object, whose members the closure writes.
  package init(_ members: (inout JSONLine) -> Void) {
    text.reserveCapacity(4_096)
    enclosed("{", "}", members)
  }

  package mutating func string(_ name: StaticString, _ value: String) {
    self.name(name)
    JSONValue.quote(value, to: &text)
  }

  package mutating func int(_ name: StaticString, _ value: Int) {
    self.name(name)
    text += String(value)
  }

  package mutating func number(_ name: StaticString, _ value: Double?) {
    self.name(name)
    text += value.map { $0.isFinite ? shortest($0) : "null" } ?? "null"
  }

  package mutating func bool(_ name: StaticString, _ value: Bool) {
    self.name(name)
    text += value ? "true" : "false"
  }

  package mutating func null(_ name: StaticString) {
    self.name(name)
    text += "null"
  }

  package mutating func object(_ name: StaticString, _ members: (inout JSONLine) -> Void) {
    self.name(name)
    enclosed("{", "}", members)
  }

  package mutating func strings(_ name: StaticString, _ values: [String]) {
    self.name(name)
    enclosed("[", "]") { line in
      for value in values {
        line.separate()
        JSONValue.quote(value, to: &line.text)
      }
    }
  }

  /// A list of objects.
  package mutating func objects<Item>(
    _ name: StaticString, _ items: [Item], _ members: (inout JSONLine, Item) -> Void
  ) {
    self.name(name)
    enclosed("[", "]") { line in
      for item in items {
        line.separate()
        line.enclosed("{", "}") { members(&$0, item) }
      }
    }
  }

  private mutating func name(_ name: StaticString) {
    separate()
    text += "\"\(name)\":"
  }

  private mutating func separate() {
    if !isFirst { text += "," }
    isFirst = false
  }

  private mutating func enclosed(
    _ open: String, _ close: String, _ content: (inout JSONLine) -> Void
  ) {
    text += open
    isFirst = true
    content(&self)
    text += close
    isFirst = false
  }
}
