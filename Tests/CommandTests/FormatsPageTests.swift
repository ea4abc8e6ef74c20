import Reporting
import Testing

@Suite struct FormatsPageTests {
  @Test func everyFormatHasItsRow() throws {
    let lines = try DocumentationPage("docs/formats.md").lines
    let table = lines.drop { !$0.hasPrefix("| format ") }.dropFirst(2).prefix { $0.hasPrefix("|") }
    let formats = table.compactMap { $0.firstMatch(of: /^\| `([a-z]+)` \|/).map { String($0.1) } }
    #expect(formats == ReportFormat.allCases.map(\.rawValue))
    #expect(table.count == formats.count)
  }
}
