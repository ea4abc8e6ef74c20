import Foundation
import TestSupport
import Testing

@testable import JSON

@Suite struct JSONReaderTests {
  static let good: [(String, JSONValue)] = [
    ("null", JSONValue.null), (" true\n", true), ("false", false), ("0", 0), ("-0", 0),
    ("9223372036854775807", .int(.max)), ("-9223372036854775808", .int(.min)),
    ("9223372036854775808", .double(9_223_372_036_854_775_808)), ("1.0", .double(1)),
    ("1e2", .double(100)), ("-2.5E-1", .double(-0.25)), ("1e-999", .double(0)), (#""""#, ""),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\uD83D\uDE00\u0000""#, "é😀\u{0}"),
    ("\"é\u{7F}\u{2028}\"", "é\u{7F}\u{2028}"), ("[]", []), ("[ 1 , [ ] ]", [1, []]),
    ("{}", .object([])), (#"{ "a" : {"b":[null]} , "" : 1 }"#, ["a": ["b": [.null]], "": 1]),
    // Two spellings of one letter are two names.
    ("{\"e\u{301}\":1,\"\u{E9}\":2}", ["e\u{301}": 1, "\u{E9}": 2]),
  ]

  @Test(arguments: good)
  func reads(text: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)) == value)
  }

  static let bad: [(String, Int)] = [
    ("", 0), ("  ", 2), ("nul", 0), ("nullx", 4), ("True", 0), ("1 2", 2), ("01", 1), ("-", 1),
    ("+1", 0), ("1.", 2), (".5", 0), ("1e", 2), ("1e+", 3), ("1e999", 0), ("0x1", 1), ("NaN", 0),
    ("[1,]", 3), ("[1 2]", 3), ("[", 1), ("[1", 2), ("{", 1), ("{a:1}", 1), (#"{"a"}"#, 4),
    (#"{"a":1,}"#, 7), (#"{"a":1,"a":2}"#, 7), (#"{"a":1,"\u0061":2}"#, 7), ("'a'", 0),
    (#""a"#, 0), ("\"a\nb\"", 2), ("\"\u{0}\"", 1), (#""\x""#, 1), (#""\"#, 1), (#""\u12g4""#, 5),
    (#""\ud800""#, 1), (#""\udc00""#, 1), (#""\ud800\u0041""#, 1), (#""\ud800\n""#, 1),
    ("/* */1", 0), ("\u{FEFF}1", 0), ("é", 0), ("[1]]", 3),
  ]

  @Test(arguments: bad)
  func refuses(text: String, offset: Int) {
    #expect(failure(Array(text.utf8))?.offset == offset)
  }

  static let notUTF8: [([UInt8], Int)] = [
    ([0x22, 0xFF, 0x22], 1), ([0x22, 0x61, 0xC3, 0x22], 2), ([0x22, 0xC0, 0x80, 0x22], 1),
    ([0x22, 0xC3, 0xA9, 0xED, 0xA0, 0x80, 0x22], 3), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
    ([0x22, 0x61, 0xE2, 0x82], 2),
  ]

  @Test(arguments: notUTF8)
  func refusesWhatIsNotUTF8(bytes: [UInt8], offset: Int) {
    #expect(failure(bytes) == JSONSyntaxError(message: "the text is not UTF-8", offset: offset))
  }

  @Test func isBounded() throws {
    let nested = { (depth: Int) in Array(repeating: UInt8(ascii: "["), count: depth) }
    let closed = nested(64) + Array(repeating: UInt8(ascii: "]"), count: 64)
    #expect(failure(closed) == nil)
    #expect(failure(nested(100_000))?.offset == 64)
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: closed, largest: 100) }
    #expect(failure(Array(repeating: UInt8(ascii: "1"), count: 100_000))?.offset == 0)
  }

  @Test func writesAndReadsTheSame() throws {
    let value: JSONValue = [
      "a": [1, .double(0.1), true, .null, "\u{1}\"\\é</😀"], "b": .object([]), "c": [],
    ]
    #expect(try JSONValue(parsing: Array(value.pretty.utf8)) == value)
    #expect(try JSONValue(parsing: Array(value.compact.utf8)) == value)
  }

  /// Damaged texts give a value or an error, and never something that another reader refuses.
  @Test func survivesDamage() {
    let text = #"{"a":[1,-2.5e3,true,null,"\ud83d\ude00 \"é\n"],"b":{"c":[[]],"d":""}}"#
    var random = SeededGenerator(seed: 1)
    let bytes = Array(text.utf8)
    for _ in 0..<20_000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) where !damaged.isEmpty {
        let place = damaged.indices.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: damaged[place] = UInt8.random(in: .min ... .max, using: &random)
        case 1: damaged.remove(at: place)
        case 2: damaged.insert(bytes.randomElement(using: &random) ?? 0, at: place)
        default: damaged.removeSubrange(place...)
        }
      }
      if let error = failure(damaged) {
        #expect((0...damaged.count).contains(error.offset))
      } else {
        #expect(
          (try? JSONSerialization.jsonObject(with: Data(damaged), options: .fragmentsAllowed))
            != nil, "\(String(decoding: damaged, as: UTF8.self))")
      }
    }
  }

  private func failure(_ bytes: [UInt8]) -> JSONSyntaxError? {
    do throws(JSONSyntaxError) {
      _ = try JSONValue(parsing: bytes)
      return nil
    } catch {
      return error
    }
  }
}
