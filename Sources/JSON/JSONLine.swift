/// A line of JSON, written from left to right: for much output, where values would only be built to be taken apart.
package struct JSONLine: ~Copyable {
  @usableFromInline var bytes: JSONBytes
  @usableFromInline var isFirst = true

  /// An object, whose members the closure writes.
  /// - Parameter room: How many bytes it will probably take.
  package init(room: Int = 1_024, _ members: (inout JSONLine) -> Void) {
    bytes = JSONBytes(room: room)
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  /// What has been written; without a line break.
  package var text: String { bytes.text }

  /// Ends the line: nothing is to follow.
  package mutating func breakLine() { bytes.append(UInt8(ascii: "\n")) }

  /// Each of these writes one member, a comma before it where it is not the first.
  @inlinable @inline(__always)
  package mutating func string(_ name: StaticString, _ value: String) {
    self.name(name)
    quote(value)
  }

  @usableFromInline
  mutating func quote(_ value: String) { bytes.append(quoted: value) }

  /// A string that the closure puts together of parts.
  @inlinable
  package mutating func string(_ name: StaticString, _ parts: (inout JSONLine) -> Void) {
    self.name(name)
    bytes.append(UInt8(ascii: "\""))
    parts(&self)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A part of the string that is being put together.
  package mutating func part(_ text: String) { bytes.append(contentOf: text) }

  /// A number of sixteen hexadecimal digits, as a string.
  @inlinable @inline(__always)
  package mutating func hexadecimal(_ name: StaticString, _ value: UInt64) {
    self.name(name)
    bytes.append(UInt8(ascii: "\""))
    digits(of: value)
    bytes.append(UInt8(ascii: "\""))
  }

  @usableFromInline
  mutating func digits(of value: UInt64) { bytes.append(hexadecimal: value) }

  @inlinable @inline(__always)
  package mutating func int(_ name: StaticString, _ value: Int) {
    self.name(name)
    digits(of: value)
  }

  @usableFromInline
  mutating func digits(of value: Int) { bytes.append(digitsOf: value) }

  package mutating func number(_ name: StaticString, _ value: Double?) {
    self.name(name)
    bytes.append(value.map { $0.isFinite ? shortest($0) : "null" } ?? "null")
  }

  package mutating func bool(_ name: StaticString, _ value: Bool) {
    self.name(name)
    bytes.append(value ? "true" as StaticString : "false")
  }

  package mutating func null(_ name: StaticString) {
    self.name(name)
    bytes.append("null" as StaticString)
  }

  @inlinable
  package mutating func object(_ name: StaticString, _ members: (inout JSONLine) -> Void) {
    self.name(name)
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  package mutating func strings(_ name: StaticString, _ values: [String]) {
    self.name(name)
    open(UInt8(ascii: "["))
    for value in values {
      separate()
      quote(value)
    }
    close(UInt8(ascii: "]"))
  }

  /// A list of objects.
  @inlinable
  package mutating func objects<Item>(
    _ name: StaticString, _ items: [Item], _ members: (inout JSONLine, Item) -> Void
  ) {
    self.name(name)
    open(UInt8(ascii: "["))
    for place in items.indices {
      separate()
      open(UInt8(ascii: "{"))
      members(&self, items[place])
      close(UInt8(ascii: "}"))
    }
    close(UInt8(ascii: "]"))
  }

  @inlinable @inline(__always)
  mutating func name(_ name: StaticString) {
    bytes.append(name: name, isFirst: isFirst)
    isFirst = false
  }

  @inlinable @inline(__always)
  mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
  }

  @inlinable @inline(__always)
  mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    isFirst = true
  }

  @inlinable @inline(__always)
  mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    isFirst = false
  }
}
