import Analysis
import Auditing
import SourceText
import TestSupport
import Testing

@testable import Documentation

@Suite struct SourcesPageTests {
  @Test func everyStatementIsAnsweredByWhatExists() throws {
    let bytes = Array(try TestFiles.read("docs/sources.yaml"))
    let page = SourcesPage(
      SourceFile(name: "docs/sources.yaml", bytes: bytes),
      library: try #require(Library.load().library))
    #expect(page.diagnostics.map(\.message) == [])
    #expect(page.unknown == [])
    Golden.expect(page.markdown, toBe: "docs/sources.md")
  }
}
