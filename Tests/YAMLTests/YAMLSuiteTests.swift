import Foundation
import SourceText
import TestSupport
import Testing

@testable import YAML

/// The public cases of the YAML test suite: what libyaml parses becomes the same tree, or is refused for a reason
/// that we name. `MEMAUDIT_YAML_CASES` names another file of the same form.
@Suite(.enabled(if: PublicCases.yaml.areAtHand)) struct YAMLSuite {
  struct Case: Decodable {
    let id: String
    let name: String
    let yaml: String
    let error: Bool
    let json: String?
  }

  static func cases() throws -> [Case] {
    let cases = try JSONDecoder().decode([Case].self, from: PublicCases.yaml.read())
    #expect(!cases.isEmpty)
    return cases
  }

  @Test func everyCaseHasAnOutcome() throws {
    var counts: [String: Int] = [:]
    for test in try Self.cases() {
      let file = SourceFile(name: test.id, text: test.yaml)
      let document = Document(file)
      let outcome: String
      if test.error {
        outcome =
          document.diagnostics.isEmpty ? "error, but libyaml accepts it" : "error, and refused"
        #expect(
          !document.diagnostics.isEmpty || libyamlAccepts(test.yaml), "\(test.id) \(test.name)")
      } else if let first = document.diagnostics.first {
        outcome = "refused: " + reason(first.message)
        #expect(
          reason(first.message) != "libyaml" || !libyamlAccepts(test.yaml),
          "\(test.id) \(test.name): \(first.message)")
      } else {
        outcome = "same tree"
        let expected = try test.json.flatMap(Tree.init(json:))
        let tree = document.root.map(Tree.init)
        #expect(
          tree == expected || tree == .null && expected == nil || tree == nil && expected == .null,
          "\(test.id) \(test.name)")
      }
      counts[outcome, default: 0] += 1
    }
    for (outcome, count) in counts.sorted(by: { $0.key < $1.key }) {
      print("\(count) × \(outcome)")
    }
    let refused = counts.reduce(0) { $0 + ($1.key.hasPrefix("refused") ? $1.value : 0) }
    #expect((counts["same tree"] ?? 0) >= refused, "more is refused than read")
  }

  @Test func everyScalarIsFollowedBackToItsBytes() throws {
    var followed = 0
    for test in try Self.cases() {
      let file = SourceFile(name: test.id, text: test.yaml)
      guard let root = Document(file).root else { continue }
      for (scalar, span) in root.scalars {
        let map = ScalarMap(scalar, at: span, in: file)
        #expect(map.isExact, "\(test.id) \(test.name): \(scalar)")
        followed += 1
      }
    }
    print("\(followed) scalars followed")
  }

  /// Cut anywhere, each case gives a result or a diagnostic.
  @Test func noPrefixOfACaseCrashes() throws {
    for test in try Self.cases() {
      let bytes = Array(test.yaml.utf8)
      for length in stride(from: 0, to: bytes.count, by: 3) {
        let document = Document(SourceFile(name: test.id, bytes: Array(bytes[..<length])))
        for diagnostic in document.diagnostics { #expect(diagnostic.span.start <= length) }
      }
    }
  }

  private func libyamlAccepts(_ yaml: String) -> Bool {
    let bytes = Array(yaml.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      guard var stream = EventStream(reading: buffer) else { return false }
      do {
        while true {
          if case .streamEnd = try stream.next().kind { return true }
        }
      } catch {
        return false
      }
    }
  }

  private func reason(_ message: String) -> String {
    let named = [
      "second document": "several documents", "the tag": "tags", "a key must be": "complex keys",
      "a key is missing": "empty keys", "cannot begin with `?`": "`?` before a key",
      "is written twice": "duplicate keys",
      "merge keys": "merge keys",
      "nothing is named": "undefined aliases",
    ]
    return named.first { message.contains($0.key) }?.value ?? "libyaml"
  }
}

/// A document as JSON sees it, plain scalars read by YAML's core schema.
private enum Tree: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([Tree])
  case object([String: Tree])

  init(_ node: Node) {
    switch node.content {
    case .invalid: self = .null
    case .sequence(let items): self = .list(items.map(Tree.init))
    case .mapping(let entries):
      self = .object(
        Dictionary(
          entries.map { ($0.key, Tree($0.value)) }, uniquingKeysWith: { first, _ in first }))
    case .scalar(let scalar):
      if scalar.isNull {
        self = .null
      } else if scalar.isPlain,
        let value = ["true": true, "false": false][scalar.text.lowercased()]
      {
        self = .bool(value)
      } else if scalar.isPlain, let value = Self.number(scalar.text) {
        self = .number(value)
      } else {
        self = .text(scalar.text)
      }
    }
  }

  init?(json: String) throws {
    guard !json.isEmpty else { return nil }
    self = Tree(
      object: try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed))
  }

  private init(object: Any) {
    switch object {
    case let value as NSNumber where ["c", "B"].contains(String(cString: value.objCType)):
      self = .bool(value.boolValue)
    case let value as NSNumber: self = .number(value.doubleValue)
    case let value as String: self = .text(value)
    case let value as [Any]: self = .list(value.map(Tree.init(object:)))
    case let value as [String: Any]: self = .object(value.mapValues(Tree.init(object:)))
    default: self = .null
    }
  }

  private static func number(_ text: String) -> Double? {
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map(Double.init) }
    if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).map(Double.init) }
    guard text.contains(where: \.isNumber), text.allSatisfy({ "0123456789+-.eE".contains($0) })
    else { return nil }
    return Double(text)
  }
}

extension Node {
  /// Every scalar that is not empty, once, with its span.
  fileprivate var scalars: [(Scalar, Span)] {
    guard span == definition else { return [] }
    switch content {
    case .scalar(let scalar): return scalar.text.isEmpty ? [] : [(scalar, span)]
    case .sequence(let items): return items.flatMap(\.scalars)
    case .mapping(let entries): return entries.flatMap(\.value.scalars)
    case .invalid: return []
    }
  }
}
