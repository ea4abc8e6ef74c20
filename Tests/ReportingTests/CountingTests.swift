import SourceText
import Testing

@testable import Reporting

/// One thing is told as one.
@Suite struct CountingTests {
  @Test(arguments: [(1, "1 rule"), (2, "2 rules"), (0, "0 rules")])
  func thingsAreCounted(number: Int, told: String) {
    #expect(counted(number, "rule") == told)
  }

  @Test(arguments: [(3, "- and 1 more matter\n"), (4, "- and 2 more matters\n")])
  func whatIsLeftOutIsCounted(count: Int, told: String) {
    let rows = MarkdownRows(Array(1...count), in: MarkdownRoom(rows: 2, bytes: 100)) { "\($0)" }
    #expect(rows.list(of: "matter") == "- 1\n- 2\n" + told)
  }
}
