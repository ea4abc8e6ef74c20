import Foundation
import SourceText
import TestSupport
import Testing

@testable import Architecture

/// Examples with random bytes changed, removed and repeated: each gives an architecture or diagnostics with places
/// inside the file.
@Suite struct MutationTests {
  @Test(arguments: Golden.files(in: "examples", withExtension: "yaml"))
  func anyBytesGiveAResultOrDiagnostics(name: String) throws {
    var random = SeededGenerator(seed: 20_260_901)
    let original = Array(try TestFiles.read("examples/\(name).yaml"))
    for round in 0..<150 {
      let bytes = original.mutated(using: &random)
      let file = SourceFile(name: name, bytes: bytes)
      let reading = ArchitectureReading(file)
      #expect((reading.architecture == nil) == !reading.diagnostics.isEmpty, "round \(round)")
      let frame = CodeFrame(file)
      for diagnostic in reading.diagnostics {
        #expect(
          diagnostic.span.start >= 0 && diagnostic.span.start <= bytes.count, "round \(round)")
        #expect(!frame.rendered(diagnostic).isEmpty)
      }
    }
  }
}
