/// A field of a record, by the way to it.
struct GlancePlace {
  let register: Int
  private(set) var fields: [Field] = []

  struct Field {
    let slot: Int
    let isReference: Bool
    let name: String
  }

  init(register: Int) {
    self.register = register
  }

  /// A variable that all subjects have in common: a field of the record of such variables.
  init(root slot: Int, named name: String) {
    register = GlanceCode.world
    fields = [Field(slot: slot, isReference: false, name: name)]
  }

  /// False where the way is too long.
  mutating func append(_ field: FieldOfRecord) -> Bool {
    let name = field.read.field
    guard fields.count < Int(UInt8.max), name.utf8.count <= UInt8.max else { return false }
    fields.append(Field(slot: field.slot, isReference: field.isReference, name: name))
    return true
  }
}

indirect enum GlanceNumber {
  enum Kind {
    case int
    case double
    case duration
  }

  case field(Kind, GlancePlace)
  case size(GlancePlace)
  case constant(Kind, UInt64)
  case operation(GlanceOperation, GlanceNumber, GlanceNumber)
  /// The first where the condition is kept, else the second.
  case either(GlanceBytes, GlanceNumber, GlanceNumber)

  var kind: Kind {
    switch self {
    case .field(let kind, _), .constant(let kind, _): kind
    case .size: .int
    case .operation(_, let number, _), .either(_, let number, _): number.kind
    }
  }
}

extension GlanceNumber {
  /// A whole number that is written where a number of another kind is compared with it.
  func `as`(_ kind: Kind) -> GlanceNumber {
    guard kind == .double, case .constant(.int, let bits) = self,
      let number = Double(exactly: Int64(bitPattern: bits))
    else { return self }
    return .constant(.double, number.bitPattern)
  }
}

/// The bytes of a glance while they are written.
struct GlanceBytes {
  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func write(_ byte: UInt8) { bytes.append(byte) }

  mutating func write(fixed number: UInt64) { write(number, bytes: 8) }

  /// Room for so many lengths; where it begins.
  mutating func reserve(_ lengths: Int) -> Int {
    defer { bytes.append(contentsOf: repeatElement(0, count: 4 * lengths)) }
    return bytes.count
  }

  mutating func fill(_ place: Int, with length: Int) {
    for index in 0..<4 {
      bytes[place + index] = UInt8(truncatingIfNeeded: length >> (8 * index))
    }
  }

  /// A conditional that asks only whether a field is declared is written as one test.
  mutating func shorten(from start: Int, condition: Int, yes: Int) {
    let test = bytes[condition..<yes]
    guard test.starts(with: [GlanceCode.test, FieldQuestion.isDeclared]),
      bytes[yes...].elementsEqual([GlanceCode.yes, GlanceCode.no])
    else { return }
    bytes.replaceSubrange(start..., with: Array(test))
  }

  /// What is presumed of one field is written as one test that says what to tell where it is not declared.
  mutating func shortenPresumption(from start: Int) {
    let (presumed, condition) = (bytes[start + 1], start + 2)
    guard bytes[condition] == GlanceCode.test, bytes[condition + 1] != FieldQuestion.isDeclared
    else { return }
    bytes.replaceSubrange(start...condition, with: [GlanceCode.guarded, presumed])
  }

  /// Whether one of a list's choices is among some, or all of them are, is written as one test of the list.
  mutating func shortenLoop(from start: Int, condition: Int, over place: GlancePlace) {
    let isExists = bytes[start] == GlanceCode.existsWord
    guard isExists || bytes[start] == GlanceCode.allWords, bytes[condition] == GlanceCode.word,
      bytes.count == condition + Self.wordLength
    else { return }
    let bits = bytes[(condition + Self.wordHead)...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
    bytes.removeSubrange(start...)
    write(GlanceCode.test)
    write(isExists ? FieldQuestion.isAmong : FieldQuestion.isNotAmong)
    write(fixed: isExists ? bits : FieldMark.choicesOfList & ~bits)
    write(place)
  }

  /// What stands before the bits of a word.
  private static let wordHead = 2
  private static let wordLength = wordHead + UInt64.bitWidth / UInt8.bitWidth

  mutating func write(_ place: GlancePlace) {
    write(UInt8(place.register))
    write(UInt8(place.fields.count))
    let names = place.fields.reduce(into: [UInt8]()) { bytes, field in
      bytes.append(UInt8(field.name.utf8.count))
      bytes.append(contentsOf: field.name.utf8)
    }
    write(UInt64(names.count), bytes: 4)
    for field in place.fields {
      let mark = field.isReference ? GlanceCode.reference : 0
      write(UInt64(UInt16(field.slot) | mark), bytes: 2)
    }
    bytes += names
  }

  mutating func write(_ number: GlanceNumber) {
    switch number {
    case .field(_, let place):
      write(GlanceCode.field)
      write(place)
    case .size(let place):
      write(GlanceCode.size)
      write(place)
    case .constant(_, let bits):
      write(GlanceCode.constant)
      write(fixed: bits)
    case .operation(let operation, let left, let right):
      write(GlanceCode.operation)
      write(operation.rawValue)
      write(left.kind == .double ? 1 : 0)
      write(left)
      write(right)
    case .either(let condition, let yes, let no):
      write(GlanceCode.either)
      let lengths = reserve(2)
      bytes += condition.bytes
      for (place, number) in [yes, no].enumerated() {
        let start = count
        write(number)
        fill(lengths + 4 * place, with: count - start)
      }
    }
  }

  private mutating func write(_ number: UInt64, bytes count: Int) {
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(8 * index))) }
  }
}
