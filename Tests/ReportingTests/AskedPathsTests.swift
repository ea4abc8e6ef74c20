import SourceText
import Testing

@testable import Reporting

@Suite struct AskedPathsTests {
  @Test func whatIsAroundAndWithinIsTouched() throws {
    let asked = try #require(AskedPaths([["a.b.c"], [], ["d"]]))
    for path in ["a", "a.b", "a.b.c", "a.b.c.e", "d", "d.e.f"] {
      #expect(asked.touch(path), "\(path)")
    }
    for path in ["", "a.", "a.bb", "a.b.cc", "a.c", "dd", "e", "b.c"] {
      #expect(!asked.touch(path), "\(path)")
    }
  }

  @Test func whereSomeAreLeftOutNothingIsKnown() {
    #expect(AskedPaths([[String](repeating: "a", count: FieldPath.mostTold)]) == nil)
  }
}
