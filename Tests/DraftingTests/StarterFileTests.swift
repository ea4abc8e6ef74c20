import Analysis
import Architecture
import Foundation
import Reporting
import SourceText
import TestSupport
import Testing

@testable import Drafting

/// The files that `init` writes, as somebody fills them in.
@Suite struct StarterFileTests {
  private func read(_ text: String) -> (record: Record?, diagnostics: [Diagnostic]) {
    let reading = ArchitectureReading(SourceFile(name: "arch.yaml", text: text))
    guard let architecture = reading.architecture else { return (nil, reading.diagnostics) }
    let analysis = AnalyzedSystem.analyze(architecture)
    return (architecture.root, analysis.diagnostics)
  }

  /// The line with its field taken into use; nil where it has none that waits.
  private func uncommented(_ line: String) -> String? {
    let margin = line.prefix { $0 == " " }
    let rest = line.dropFirst(margin.count)
    guard rest.first == "#", let next = rest.dropFirst().first, next != " " else { return nil }
    return String(margin + rest.dropFirst())
  }

  private func lines(_ starter: StarterFile) -> [String] {
    starter.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: StarterFile.allCases)
  func isGoodAtOnce(starter: StarterFile) {
    #expect(read(starter.text).diagnostics == [])
    #expect(read(starter.text).record != nil)
    let lines = lines(starter)
    #expect(lines.first == "# yaml-language-server: $schema=\(Project.schema)")
    #expect(lines.dropFirst().allSatisfy { $0.count <= 100 })
    #expect(lines.count <= 160 && lines.last == "")
    for word in ["declared", "undeclared", "`none`"] { #expect(starter.text.contains(word)) }
  }

  @Test(arguments: StarterFile.allCases)
  func everyLineThatWaitsIsGood(starter: StarterFile) {
    let lines = lines(starter)
    let waiting = lines.indices.filter { uncommented(lines[$0]) != nil }
    #expect(waiting.count >= 20)
    for index in waiting {
      var one = lines
      one[index] = uncommented(lines[index]) ?? ""
      #expect(read(one.joined(separator: "\n")).diagnostics == [], "\(lines[index])")
    }
    let all = lines.map { uncommented($0) ?? $0 }.joined(separator: "\n")
    #expect(read(all).diagnostics == [])
  }

  /// What stands above a field is what the reference says of it.
  @Test(arguments: StarterFile.allCases)
  func commentsAreTheReference(starter: StarterFile) throws {
    let lines = lines(starter).map { uncommented($0) ?? $0 }
    let root = try #require(read(lines.joined(separator: "\n")).record)
    let table = LineTable(SourceFile(name: "", text: lines.joined(separator: "\n")))
    var told: Set<String> = []
    for (field, owner, offset) in fields(of: root) {
      let index = table.position(of: offset).line - 1
      guard isFirst(field.name, in: lines[index]), field.name != "id", field.name != "memaudit"
      else { continue }
      let margin = lines[index].prefix { $0 == " " }
      let comment = lines[..<index].reversed().prefix { $0.hasPrefix(margin + "# ") }.reversed()
        .map { $0.dropFirst(margin.count + 2) }.joined(separator: " ")
      let isTold = told.contains("\(owner).\(field.name)")
      #expect(
        comment == field.manual || comment.isEmpty && !isUntold(field, isTold), "\(field.name)")
      told.insert("\(owner).\(field.name)")
    }
    #expect(told.count >= 20)
  }

  /// Names tell enough of what they are; every other field is explained where it is first met.
  private func isUntold(_ field: Field, _ isTold: Bool) -> Bool {
    !isTold
      && !["name", "domain", "deployment", "role", "runtime", "work_from"].contains(field.name)
  }

  private func isFirst(_ name: String, in line: String) -> Bool {
    line.drop { $0 == " " || $0 == "-" }.hasPrefix(name + ":")
  }

  private func fields(of record: Record) -> [(Field, String, Int)] {
    record.type.fields.flatMap { field -> [(Field, String, Int)] in
      guard let entry = record.entry(field.name) else { return [] }
      let inner = [record.section(field.name)].compactMap(\.self) + record.records(field.name)
      return [(field, record.type.name, entry.keySpan.start)] + inner.flatMap(fields)
    }
  }
}
