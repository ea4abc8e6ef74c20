import Architecture
import Auditing
import Expressions
import TestSupport
import Testing

@testable import Reporting

@Suite struct DrawingTests {
  @Test(arguments: [
    ("short", 10, ["short"]), ("two words", 10, ["two words"]), ("two words", 8, ["two", "words"]),
    ("a_long_name_of_parts", 10, ["a_long_", "name_of_", "parts"]),
    ("unbreakable", 4, ["unbr", "eaka", "ble"]), ("", 4, [""]),
    ("\u{1F600}\u{1F600}\u{1F600}", 4, ["\u{1F600}\u{1F600}", "\u{1F600}"]),
  ])
  func linesFit(text: String, columns: Int, lines: [String]) {
    #expect(Lettering.lines(text, columns: columns) == lines)
  }

  @Test func aLetterWiderThanItsLineStandsAlone() {
    #expect(Lettering.lines("\u{1F600}a", columns: 1) == ["\u{1F600}", "a"])
  }

  static let axes: [(Double, SystemView.Chart.Scale, [Double])] = [
    (40, .count, [0, 10, 20, 30, 40]), (3, .count, [0, 1, 2, 3]),
    (124_000, .tokens, [0, 50_000, 100_000, 150_000]), (0.5, .count, [0, 1]),
    (0.011, .share, [0, 0.005, 0.01, 0.015]), (1_200, .seconds, [0, 300, 600, 900, 1_200]),
    (0, .share, [0, 1]),
    (20 * 86_400, .seconds, [0, 5, 10, 15, 20].map { $0 * 86_400 }),
  ]

  @Test(arguments: axes)
  func ticksAreRound(end: Double, scale: SystemView.Chart.Scale, values: [Double]) {
    let ticks = Ticks(to: end, scale: scale, atMost: 5).values
    #expect(ticks.count == values.count)
    for (tick, value) in zip(ticks, values) { #expect(abs(tick - value) < 1e-9 * max(value, 1)) }
  }

  /// The last number below a chart stands around its tick and ends before the drawing does.
  @Test func numbersBelowChartsAreNotCutOff() throws {
    let page = String(
      decoding: try TestFiles.read("Tests/Goldens/html/support.arch.html"), as: UTF8.self)
    let numbers = page.matches(of: /x="([\d.]+)" y="224" text-anchor="middle">([^<]*)</)
    #expect(numbers.count > 10)
    for number in numbers {
      let middle = try #require(Double(number.1))
      #expect(middle + 3.3 * Double(number.2.count) <= 400, "\(number.2)")
    }
  }

  @Test(arguments: [Double.infinity, .nan, -1, 1e-13, .leastNonzeroMagnitude])
  func ticksOfWhatIsNoEnd(end: Double) {
    for scale in [SystemView.Chart.Scale.count, .share, .seconds, .tokens] {
      #expect(Ticks(to: end, scale: scale, atMost: 5).values.count <= 2)
    }
  }

  @Test(arguments: [
    (0.0, "0 %"), (0.0000001, "under 0.0001 %"), (0.000001, "0.0001 %"), (0.00025, "0.025 %"),
    (0.0019, "0.19 %"), (0.05, "5 %"), (0.0512, "5.12 %"), (0.0996, "9.96 %"), (0.5, "50 %"),
    (0.996, "99.6 %"), (0.9999, "99.99 %"), (1, "100 %"),
  ])
  func sharesAreWrittenAsInTables(share: Double, text: String) {
    #expect(SystemView.Chart.Scale.share.text(share) == text)
    #expect(ValueText.text(.double(share), as: .share) == text)
  }

  @Test(arguments: [
    (0, "0 s"), (0.00025, "250 µs"), (0.25, "250 ms"), (90, "1.5 min"), (5_400, "1.5 h"),
    (15_000, "4.17 h"), (172_800, "2 d"),
  ])
  func durationsAreWrittenAsInTables(seconds: Double, text: String) {
    #expect(SystemView.Chart.Scale.seconds.text(seconds) == text)
    let duration = DurationValue(nanoseconds: Int64(seconds * 1e9))
    #expect(ValueText.text(.duration(duration), as: .duration) == text)
  }
}
