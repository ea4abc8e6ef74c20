import Bytes
import Testing

@testable import Expressions

@Suite struct RegexPropertyTests {
  @Test(arguments: UInt64(1)...8)
  func verdictsAreThoseOfBacktracking(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    for _ in 0..<250 {
      let pattern = madeUp(depth: 3, &generator)
      let expression = try RegularExpression(pattern.text)
      for _ in 0..<8 {
        let text = madeUpText(&generator)
        #expect(
          expression.matches(text) == BacktrackingMatcher(text).finds(pattern),
          "\(pattern.text) in \(text.debugDescription)")
      }
    }
  }

  @Test(arguments: UInt64(1)...8)
  func noPatternTrapsAndOffsetsStayInside(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    for _ in 0..<1_000 {
      let pieces = (0...Int.random(in: 0...8, using: &generator)).compactMap { _ in
        fragments.randomElement(using: &generator)
      }
      let pattern = pieces.joined()
      do throws(RegularExpressionError) {
        _ = try RegularExpression(pattern).matches("aB\né1")
      } catch {
        #expect((0...pattern.utf8.count).contains(error.offset), "\(pattern)")
        #expect(!error.message.isEmpty)
      }
    }
  }

  /// What is built in is compiled when the program is made.
  @Test(arguments: UInt64(1)...8)
  func whatIsWrittenIsReadAsTheSameProgram(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    for _ in 0..<250 {
      let expression = try RegularExpression(madeUp(depth: 3, &generator).text)
      var writer = ByteWriter()
      writer.write(expression)
      let read = try self.read(writer.bytes)
      #expect(read.program.instructions == expression.program.instructions)
      // Whatever else stands there is refused, or is a program that ends.
      var broken = writer.bytes
      broken[Int.random(in: broken.indices, using: &generator)] = .random(
        in: 0...255, using: &generator)
      _ = try? self.read(broken).matches("aB\né1")
      #expect(throws: Unreadable.self) { try self.read(Array(writer.bytes.dropLast())) }
    }
  }

  private func read(_ bytes: [UInt8]) throws(Unreadable) -> RegularExpression {
    var reader = ByteReader(Blob(copying: bytes).whole)
    return try reader.regularExpression()
  }

  private let alphabet: [Unicode.Scalar] = ["a", "b", "-", "\n"]

  private let fragments = [
    "a", "é", "(", ")", "(?:", "(?i", "(?P<", "(?", ":", ">", "|", "*", "+", "?", "{", "}", "{2}",
    "{3,", "1", ",", "[", "]", "^", "-", "[:", ":]", "[:alpha:]", "\\", "\\p", "\\pL", "\\x",
    "\\x4",
    "\\Q", "\\E", "\\1", "$", ".", "\n", "\0", "😀", "\\b", "i", "s", "=", "!", "<", "{1000}",
  ]

  private func madeUpText(_ generator: inout SeededGenerator) -> String {
    let length = Int.random(in: 0...6, using: &generator)
    let scalars = (0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }
    return String(String.UnicodeScalarView(scalars))
  }

  private func madeUp(depth: Int, _ generator: inout SeededGenerator) -> MadeUpPattern {
    switch Int.random(in: 0..<(depth > 0 ? 14 : 8), using: &generator) {
    case 0...2: return .literal(Bool.random(using: &generator) ? "a" : "b")
    case 3: return .dot
    case 4:
      return .members(["a", "-"], isNegated: Bool.random(using: &generator))
    case 5: return .start
    case 6: return .end
    case 7: return .wordBoundary(isNegated: Bool.random(using: &generator))
    case 8, 9: return .sequence(several(depth, &generator))
    case 10, 11: return .alternation(several(depth, &generator))
    default:
      let least = Int.random(in: 0...2, using: &generator)
      let extra = Int.random(in: 0...2, using: &generator)
      return .repetition(
        madeUp(depth: depth - 1, &generator), least: least,
        most: Bool.random(using: &generator) ? nil : least + extra,
        isLazy: Bool.random(using: &generator))
    }
  }

  private func several(_ depth: Int, _ generator: inout SeededGenerator) -> [MadeUpPattern] {
    let count = Int.random(in: 1...3, using: &generator)
    return (0..<count).map { _ in madeUp(depth: depth - 1, &generator) }
  }
}

/// The same numbers on every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
