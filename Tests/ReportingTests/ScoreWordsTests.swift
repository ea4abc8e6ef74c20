import Testing

@testable import Reporting

@Suite struct ScoreWordsTests {
  @Test func aWholePercentIsThatPercent() {
    for percent in 0...100 {
      #expect(ScoreWords.percent(Double(percent) / 100) == "\(percent) %")
    }
    #expect(ScoreWords.percent(0.5999) == "59 %")
    #expect(ScoreWords.percent(nil) == "0 %")
  }
}
