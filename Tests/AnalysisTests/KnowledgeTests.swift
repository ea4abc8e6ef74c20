import Foundation
import SourceText
import TestSupport
import Testing

@testable import Analysis
@testable import Architecture

@Suite struct KnowledgeTests {

  @Test func nothingIsWrongWithTheFiles() {
    for (file, diagnostic) in Knowledge.diagnostics {
      Issue.record("\(file.name) at \(diagnostic.span.start): \(diagnostic.message)")
    }
  }

  @Test func everyFileIsBuiltIn() throws {
    let root = TestFiles.root.appending(path: "checklists")
    let files = try #require(FileManager.default.enumerator(atPath: root.path))
    let onDisk = files.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(EmbeddedFiles.paths().sorted() == onDisk)
    for path in onDisk {
      let text = String(decoding: try TestFiles.read("checklists/" + path), as: UTF8.self)
      let isSame = EmbeddedFiles.file(path)?.bytes == Array(text.utf8)
      #expect(isSame, "\(path)")
    }
  }

  @Test func everyPatternHasOneRow() {
    #expect(Knowledge.rows.map(\.pattern) == ComponentKind.allCases.filter { $0 != .custom })
    #expect(Knowledge.rows.filter(\.isFromArticle).count == 6)
  }

  @Test func whatIsCitedExists() {
    let works = Set(Knowledge.works.map(\.id))
    #expect(works.count == Knowledge.works.count)
    for row in Knowledge.rows {
      for id in row.literature + row.mitigations.flatMap(\.sources) {
        #expect(works.contains(id), "\(row.pattern.rawValue) cites \(id)")
      }
      #expect(!row.mitigations.isEmpty)
    }
  }

  @Test func implementationsAreNamedOnce() {
    for known in [Knowledge.components, Knowledge.stores] {
      let names = known.flatMap { known in known.names.map { "\(known.framework).\($0)" } }
      #expect(Set(names).count == names.count)
    }
    #expect(Knowledge.components.count >= 90)
  }

  /// A behaviour uses only fields that the patterns have.
  @Test func behavioursFitTheirPatterns() {
    for known in Knowledge.components {
      for field in known.behaviour?.type.fields ?? []
      where known.behaviour?.entry(field.name) != nil {
        let fits = field.kinds.isEmpty || field.kinds.contains(where: known.patterns.contains)
        #expect(fits, "\(known.fullName): \(field.name)")
      }
    }
  }

  @Test func volatileImplementationsAreKnownToBeEphemeral() {
    for known in Knowledge.components where known.isDurable == false {
      let durability = known.behaviour?.text("durability")
      #expect(durability == nil || durability == "ephemeral", "\(known.fullName)")
    }
  }

  /// What operators' words lead to is known, and is of the kind that is told.
  @Test func implementationsThatWordsLeadToAreKnown() {
    for entry in BorrowedWords.table {
      guard let name = entry.implementation else { continue }
      let isStore = entry.field == "store.kind"
      switch isStore ? Knowledge.store(name) : Knowledge.component(name) {
      case .found(let known):
        let kinds = known.patterns.map(\.rawValue)
        #expect(isStore || kinds.contains(entry.means ?? ""), "\(name)")
      case .ambiguous(let names): Issue.record("\(name) is \(names)")
      case .unknown: Issue.record("\(name) is not known")
      }
    }
  }
}
