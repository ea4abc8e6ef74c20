import Foundation
import JSON
import SourceText
import TestSupport
import Testing

@testable import Architecture

@Suite struct VocabularyTests {
  private let family = RecordType.architecture.family

  /// By which fields are found that the program itself asks for.
  @Test func noTwoFieldsOfARecordHaveTheSameStamp() {
    for type in family {
      let stamps = type.fields.map { NameStamp($0.name) }
      #expect(Set(stamps).count == stamps.count, "\(type.name)")
      #expect(type.fields.map { type.index(of: $0.name) } == Array(type.fields.indices))
    }
  }

  @Test func everyFieldIsDescribedOnceAndInASentence() {
    for type in family {
      #expect(Set(type.fields.map(\.name)).count == type.fields.count, "\(type.name)")
      for field in type.fields {
        #expect(field.doc.hasSuffix("."), "\(type.name).\(field.name)")
        #expect(
          field.name.allSatisfy { $0.isLowercase || $0 == "_" || $0.isNumber }, "\(field.name)")
      }
    }
    #expect(Set(family.map(\.name)).count == family.count)
  }

  @Test func whatShorthandsAndChecksNameIsThere() {
    for type in family {
      let named =
        type.shorthands.flatMap(\.fills) + type.ascending + type.atLeastOneOf
        + type.parts.flatMap { [$0.name, $0.whole] }
      for name in named { #expect(type.index(of: name) != nil, "\(type.name).\(name)") }
    }
  }

  @Test func wordsOfAChoiceAreUnambiguous() {
    for field in family.flatMap(\.fields) {
      guard let choice = field.type.choice else { continue }
      #expect(Set(choice.words).count == choice.words.count, "\(field.name)")
      #expect(!choice.words.contains("none"), "\(field.name)")
    }
  }

  /// The examples together use every field of the vocabulary.
  @Test func theExamplesUseEverything() throws {
    var unused = Set(family.flatMap { type in type.fields.map { "\(type.name): \($0.name)" } })
    for name in Golden.files(in: "examples", withExtension: "yaml") {
      let bytes = Array(try TestFiles.read("examples/\(name).yaml"))
      let reading = ArchitectureReading(SourceFile(name: name, bytes: bytes))
      let file = try #require(reading.architecture, "\(reading.diagnostics)")
      unused.subtract(uses(of: file.root))
    }
    #expect(unused.isEmpty)
  }

  @Test func theFieldDesignsAreRead() throws {
    let names = Golden.files(in: "examples/field", withExtension: "yaml")
    #expect(names.count == 10)
    for name in names {
      let bytes = Array(try TestFiles.read("examples/field/\(name).yaml"))
      let reading = ArchitectureReading(SourceFile(name: name, bytes: bytes))
      #expect(reading.architecture != nil && reading.diagnostics.isEmpty, "\(name)")
    }
  }

  private func uses(of record: Record) -> Set<String> {
    var uses: Set<String> = []
    for field in record.type.fields {
      guard let value = record.entry(field.name)?.value else { continue }
      uses.insert("\(record.type.name): \(field.name)")
      switch value {
      case .record(let inner): uses.formUnion(self.uses(of: inner))
      case .list(let items):
        for case .record(let inner) in items.map(\.value) { uses.formUnion(self.uses(of: inner)) }
      default: break
      }
    }
    return uses
  }

  @Test func theSchemaIsFresh() {
    Golden.expect(JSONSchema.architecture.pretty, toBe: "docs/schema.json")
  }
}
