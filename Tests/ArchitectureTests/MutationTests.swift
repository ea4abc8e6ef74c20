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
      var bytes = original
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1:
          bytes.removeSubrange(
            place..<min(place + Int.random(in: 1..<30, using: &random), bytes.count))
        case 2: bytes.insert(contentsOf: bytes[place..<min(place + 20, bytes.count)], at: place / 2)
        default:
          bytes.insert(
            Array(":-[]{}&*!|>'\"%@#?,\n\t ".utf8).randomElement(using: &random) ?? 0, at: place)
        }
      }
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
