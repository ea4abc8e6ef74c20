/// A line of JSON, written from left to right: for much output, where values would only be built to be taken apart.
package struct JSONLine: Sendable {
  private var bytes: [UInt8] = []
  private var isFirst = true

  /// An object, whose members the closure writes.
  package init(_ members: (inout JSONLine) -> Void) {
    bytes.reserveCapacity(4_096)
    enclosed("{", "}", members)
  }

  /// What has been written; without a line break.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func string(_ name: StaticString, _ value: String) {
    self.name(name)
    bytes.quote(value)
  }

  package mutating func int(_ name: StaticString, _ value: Int) {
    self.name(name)
    bytes.append(digitsOf: value)
  }

  package mutating func number(_ name: StaticString, _ value: Double?) {
    self.name(name)
    bytes += (value.map { $0.isFinite ? shortest($0) : "null" } ?? "null").utf8
  }

  package mutating func bool(_ name: StaticString, _ value: Bool) {
    self.name(name)
    bytes += (value ? "true" : "false").utf8
  }

  package mutating func null(_ name: StaticString) {
    self.name(name)
    bytes += "null".utf8
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
        line.bytes.quote(value)
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
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  private mutating func enclosed(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ content: (inout JSONLine) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    isFirst = true
    content(&self)
    bytes.append(UInt8(ascii: close))
    isFirst = false
  }
}
