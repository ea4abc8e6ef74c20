import Documentation
import TestSupport
import Testing

@Suite struct ArchitectureFilePageTests {
  @Test func thePageIsFresh() {
    Golden.expect(ArchitectureFilePage.markdown, toBe: "docs/architecture-file.md")
  }
}
