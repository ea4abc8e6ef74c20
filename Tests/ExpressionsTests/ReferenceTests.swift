import ExpressionSamples
import Expressions
import Foundation
import TestSupport
import Testing

@Suite struct ReferenceTests {
  /// With MEMAUDIT_RECORD=1 the file is written anew, and the test still fails.
  @Test func theFileIsFresh() throws {
    let url = TestFiles.root.appending(path: "docs/expressions.md")
    let written = Reference.markdown
    let found = (try? Data(contentsOf: url)).map { String(decoding: $0, as: UTF8.self) }
    guard found != written else { return }
    if ProcessInfo.processInfo.environment["MEMAUDIT_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(written.utf8).write(to: url)
      Issue.record("docs/expressions.md was written anew")
    } else {
      Issue.record("docs/expressions.md is stale: run the tests with MEMAUDIT_RECORD=1")
    }
  }

  @Test func examplesGiveWhatTheySay() {
    for example in Reference.examples {
      let outcome = Sample.outcome(of: example.expression, options: Options(allowsDyn: true))
      #expect(outcome == example.result, "\(example.expression)")
    }
  }
}
