import Foundation
import Reporting
import TestSupport
import Testing

/// An editor that opens a file of ours finds the schema.
@Suite struct SchemaLineTests {
  @Test func everyExampleNamesTheSchema() throws {
    let folder = TestFiles.root.appending(path: "examples")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
    #expect(files.count > 100)
    for file in files {
      let up = String(repeating: "../", count: file.split(separator: "/").count)
      let text = String(decoding: try TestFiles.read("examples/" + file), as: UTF8.self)
      #expect(
        text.hasPrefix("# yaml-language-server: $schema=\(up)docs/schema.json\n"), "\(file)")
    }
  }

  /// The address leads to the file that a test holds equal to what `memaudit schema` prints.
  @Test func theAddressIsThatOfTheFile() throws {
    let page = String(decoding: try TestFiles.read("docs/editors.md"), as: UTF8.self)
    #expect(page.contains(Project.schema))
    #expect(Project.schema.hasSuffix("/main/docs/schema.json"))
    #expect(try !TestFiles.read("docs/schema.json").isEmpty)
  }
}
