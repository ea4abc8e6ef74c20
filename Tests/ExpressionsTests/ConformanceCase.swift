import Expressions
import Foundation
import SourceText

/// One public conformance case of CEL, as the file has it.
struct ConformanceCase: Decodable {
  let file: String
  let section: String
  let name: String
  let expr: String
  let bindings: [String: CaseValue]?
  let typeEnvironment: [Declaration]?
  let container: String?
  let disableCheck: Bool?
  let disableMacros: Bool?
  let typeOnly: Bool?
  let needs: [String]?
  let expect: Expectation

  enum CodingKeys: String, CodingKey {
    case file, section, name, expr, bindings, container, needs, expect
    case typeEnvironment = "type_env"
    case disableCheck = "disable_check"
    case disableMacros = "disable_macros"
    case typeOnly = "type_only"
  }

  struct Declaration: Decodable {
    let name: String
    /// Nil where the declaration is not of a value.
    let type: String?

    enum CodingKeys: String, CodingKey {
      case name, type
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      name = try container.decode(String.self, forKey: .name)
      type = try? container.decode(String.self, forKey: .type)
    }
  }

  struct Expectation: Decodable {
    let value: CaseValue?
    let error: Bool?
    let type: String?
  }

  enum Profile: String {
    case core
    case extra
    case other
  }

  var profile: Profile {
    let core: Set<String> = [
      "double", "dyn", "macros", "has", "regex", "duration", "timestamp", "nonstring_key",
      "quoted_ident",
    ]
    let needs = Set(needs ?? [])
    if needs.isSubset(of: core), typeOnly != true { return .core }
    let extra = core.union(["macros2", "bind", "ext:strings", "typecheck"])
    return needs.isSubset(of: extra) ? .extra : .other
  }

  var title: String { "\(file)/\(section)/\(name): \(expr.prefix(200))" }
}

/// A value of the file; nil where this profile has no such value.
struct CaseValue: Decodable {
  let value: Value?

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard let key = container.allKeys.first else {
      value = nil
      return
    }
    func text() throws -> String { try container.decode(String.self, forKey: key) }
    switch key.stringValue {
    case "null": value = .null
    case "bool": value = .bool(try container.decode(Bool.self, forKey: key))
    case "int": value = Int64(try text()).map { .int($0) }
    case "double": value = Double(try text()).map { .double($0) }
    case "string": value = .string(try text())
    case "timestamp": value = TimestampValue(try text()).map { .timestamp($0) }
    case "duration": value = DurationValue(try text()).map { .duration($0) }
    case "list":
      let elements = try container.decode([CaseValue].self, forKey: key).map(\.value)
      let known = elements.compactMap { $0 }
      value = known.count == elements.count ? .list(of: known) : nil
    case "map":
      let entries = try container.decode([[CaseValue]].self, forKey: key)
      var map = MapValue()
      var isWhole = true
      for entry in entries {
        guard entry.count == 2, let key = entry[0].value, let value = entry[1].value,
          map.insert(value, forKey: key)
        else {
          isWhole = false
          continue
        }
      }
      value = isWhole ? .map(map) : nil
    default: value = nil
    }
  }
}

/// What became of a case.
enum CaseOutcome: Equatable {
  case right
  case refused(String)
  case wrong(String)
}

extension ConformanceCase {
  func run() -> CaseOutcome {
    if let container, !container.isEmpty { return .refused("containers") }
    if disableMacros == true { return .refused("macros cannot be disabled") }
    var variables: [Variable] = []
    var values: [Value] = []
    var declared: Set<String> = []
    for declaration in typeEnvironment ?? [] {
      if declaration.name.contains(".") { return .refused("qualified variable names") }
      guard let text = declaration.type, let type = ValueType(celName: text) else {
        return .refused("type \(declaration.type ?? "of a function")")
      }
      variables.append(Variable(declaration.name, type))
      declared.insert(declaration.name)
      if let binding = bindings?[declaration.name] {
        guard let value = binding.value else { return .refused("binding") }
        values.append(value)
      } else {
        values.append(.null)
      }
    }
    for (name, binding) in bindings ?? [:] where !declared.contains(name) {
      if name.contains(".") { return .refused("qualified variable names") }
      guard let value = binding.value else { return .refused("binding") }
      variables.append(Variable(name, .dyn))
      values.append(value)
    }
    let (expression, diagnostics) = Expression.compile(
      expr, schema: Schema(), variables: variables,
      options: Options(allowsDyn: true, isChecked: disableCheck != true))
    guard let expression else {
      let message = diagnostics.map(\.message).joined(separator: "; ")
      return expect.error == true && (profile == .core || !message.contains("supported"))
        ? .right : .refused(message)
    }
    if let type = expect.type, expression.type.celName != type {
      return .wrong("type \(expression.type.celName)")
    }
    if typeOnly == true { return .right }
    switch (expression.evaluate(values), expect.value) {
    case (.failure, nil): return .right
    case (.success(let value), let expected?):
      guard let expected = expected.value else { return .wrong("gives \(value)") }
      return value.isSame(as: expected) ? .right : .wrong("gives \(value), not \(expected)")
    case (.failure(let error), .some): return .wrong("fails: \(error.message)")
    case (.success(let value), nil): return .wrong("gives \(value), not an error")
    }
  }
}

extension ValueType {
  /// A type as CEL writes it; nil where this profile has no such type.
  init?(celName text: String) {
    switch text {
    case "null_type": self = .null
    case "bool": self = .bool
    case "int": self = .int
    case "double": self = .double
    case "string": self = .string
    case "dyn": self = .dyn
    case "google.protobuf.Duration", "duration": self = .duration
    case "google.protobuf.Timestamp", "timestamp": self = .timestamp
    default:
      if text.hasPrefix("list("),
        let element = ValueType(celName: String(text.dropFirst(5).dropLast()))
      {
        self = .list(element)
      } else if text.hasPrefix("map("), let comma = text.firstIndex(of: ","),
        let key = ValueType(celName: String(text[..<comma].dropFirst(4))),
        let value = ValueType(
          celName: text[text.index(after: comma)...].dropLast().trimmingCharacters(in: .whitespaces)
        )
      {
        self = .map(key, value)
      } else {
        return nil
      }
    }
  }

  var celName: String {
    switch self {
    case .null: "null_type"
    case .list(let element): "list(\(element.celName))"
    case .map(let key, let value): "map(\(key.celName), \(value.celName))"
    case .bool, .int, .double, .string, .choice, .duration, .timestamp, .record, .dyn, .nothing:
      description
    }
  }
}

extension Value {
  /// Equality as the suite has it: of one type, and NaN is NaN.
  func isSame(as other: Value) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.bool(let mine), .bool(let theirs)): mine == theirs
    case (.int(let mine), .int(let theirs)): mine == theirs
    case (.double(let mine), .double(let theirs)):
      mine == theirs && mine.sign == theirs.sign || mine.isNaN && theirs.isNaN
    case (.string(let mine), .string(let theirs)): mine.utf8.elementsEqual(theirs.utf8)
    case (.duration(let mine), .duration(let theirs)): mine == theirs
    case (.timestamp(let mine), .timestamp(let theirs)): mine == theirs
    case (.list(let mine), .list(let theirs)):
      mine.elements.count == theirs.elements.count
        && zip(mine.elements, theirs.elements).allSatisfy { $0.isSame(as: $1) }
    case (.map(let mine), .map(let theirs)):
      mine.count == theirs.count
        && zip(mine.keys, mine.values).allSatisfy { key, value in
          MapKey(key).flatMap { theirs[$0] }.map { value.isSame(as: $0) } ?? false
        }
    default: false
    }
  }
}
