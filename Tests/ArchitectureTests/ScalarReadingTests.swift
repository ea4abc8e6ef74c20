import SourceText
import Testing
import YAML

@testable import Architecture

/// What each type of field reads, and how.
@Suite struct ScalarReadingTests {
  private func amount(_ text: String, _ type: FieldType) throws -> Double {
    switch try readScalar(Scalar(text), as: type) {
    case .whole(let value), .nanoseconds(let value): Double(value)
    case .number(let value): value
    case .boolean, .date, .text, .reference, .list, .record, .labels: .nan
    }
  }

  @Test(arguments: [
    ("250ms", 250e6), ("1.5s", 1.5e9), ("15m", 900e9), ("1h", 3600e9), ("30d", 2_592_000e9),
    ("2w", 1_209_600e9), ("0s", 0), ("0.4ms", 400_000), ("500us", 500_000),
  ])
  func durationsAreNanoseconds(text: String, value: Double) throws {
    #expect(try amount(text, .duration) == value)
  }

  @Test(
    arguments: [
      ("512MiB", 536_870_912), ("3GB", 3e9), ("1.5KiB", 1536), ("7B", 7), ("2TB", 2e12),
    ] as [(String, Double)])
  func sizesAreBytes(text: String, value: Double) throws {
    #expect(try amount(text, .size) == value)
  }

  @Test(
    arguments: [("8192", 8192), ("120k", 120_000), ("1M", 1e6), ("1.5k", 1500), ("0", 0)]
      as [(String, Double)])
  func tokensAreWhole(text: String, value: Double) throws {
    #expect(try amount(text, .tokens) == value)
  }

  @Test(arguments: [
    ("3/s", 3), ("60/min", 1), ("86400/day", 1), ("1/hour", 1.0 / 3600), ("86400/d", 1),
    ("3600/h", 1),
  ])
  func ratesArePerSecond(text: String, value: Double) throws {
    #expect(abs(try amount(text, .rate) - value) < 1e-12)
  }

  @Test(arguments: [("8%", 0.08), ("99.95%", 0.9995), ("150%", 1.5)])
  func percentagesAreFractions(text: String, value: Double) throws {
    #expect(abs(try amount(text, .percentage) - value) < 1e-12)
  }

  @Test(arguments: [
    ("1h30m", FieldType.duration), ("1e3s", .duration), ("s", .duration), (".5s", .duration),
    ("5.s", .duration), ("9999999999999w", .duration), ("1e400", .number), ("nan", .number),
    ("inf", .money), ("3.5", .count), ("+3", .count), ("٣", .count), ("12e1", .tokens),
    ("1,5%", .percentage), ("100.1%", .share), ("40/fortnight", .rate), ("2026-13-01", .date),
    ("2025-02-29", .date), ("+026-01-01", .date), ("a b", .identifier), ("", .text),
    ("NONE", .identifier),
  ])
  func whatIsNoneOfItIsRefused(text: String, type: FieldType) {
    #expect(throws: Complaint.self) { try readScalar(Scalar(text), as: type) }
  }

  /// Any short text is read or refused by any type; nothing traps.
  @Test(
    arguments: [
      ("1.5", .tokens), ("0.3", .tokens), ("0.0001k", .tokens), ("0.4B", .size), ("1.5B", .size),
      ("0.1ns", .duration), ("system", .identifier), ("System", .identifier),
    ] as [(String, FieldType)])
  func whatIsNoWholeOneIsRefused(text: String, type: FieldType) {
    #expect(throws: Complaint.self) { try readScalar(Scalar(text), as: type) }
  }

  @Test func nothingTraps() {
    let alphabet = [
      "0", "9", ".", "-", "k", "M", "%", "/", "d", "s", ":", "_", "e", "x", "é", "'", " ",
    ]
    let types: [FieldType] = [
      .boolean, .version(1), .count, .number, .money, .percentage, .share, .duration, .size,
      .tokens,
      .rate, .date, .text, .identifier, .path, .choice(["a"]), .reference([.stores]),
    ]
    var texts = [""]
    for _ in 0..<3 { texts += texts.flatMap { text in alphabet.map { text + $0 } } }
    for text in Set(texts) {
      for type in types {
        do throws(Complaint) {
          _ = try readScalar(Scalar(text), as: type)
        } catch {
          #expect(!error.message.isEmpty)
        }
      }
    }
  }
}
