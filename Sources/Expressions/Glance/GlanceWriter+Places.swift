extension GlanceWriter {
  func place(_ node: Node) -> GlancePlace? {
    switch node {
    case let field as FieldOfRecord:
      guard var place = place(field.operand), field.slot <= GlanceCode.slots else { return nil }
      return place.append(field) ? place : nil
    case let local as Expressions.Local:
      if let subject, local.slot == subject { return GlancePlace(register: GlanceCode.subject) }
      if local.slot < variables.count {
        return GlancePlace(root: local.slot, named: variables[local.slot].name)
      }
      guard case .record(let register)? = locals[local.slot] else { return nil }
      return GlancePlace(register: register)
    default: return nil
    }
  }

  func number(_ node: Node) -> GlanceNumber? {
    switch node.constant {
    case .int(let number): return .constant(.int, UInt64(bitPattern: number))
    case .double(let number): return .constant(.double, number.bitPattern)
    case nil: break
    default: return nil
    }
    if let binary = node as? Binary { return operation(binary) }
    if let choice = node as? Conditional { return either(choice) }
    if let call = node as? CallNode, call.arguments.count == 1 {
      switch (call.function.name, call.arguments[0].constant) {
      case ("duration", .string(let text)):
        return DurationValue(text).map {
          .constant(.duration, UInt64(bitPattern: $0.nanoseconds))
        }
      case ("size", nil):
        guard case .list? = type(of: call.arguments[0]), let place = place(call.arguments[0]),
          !place.fields.isEmpty
        else { return nil }
        return .size(place)
      default: return nil
      }
    }
    guard let place = place(node), !place.fields.isEmpty, let type = type(of: node) else {
      return nil
    }
    switch type {
    case .int: return .field(.int, place)
    case .double: return .field(.double, place)
    case .duration: return .field(.duration, place)
    default: return nil
    }
  }

  private func operation(_ node: Binary) -> GlanceNumber? {
    guard let operation = GlanceOperation(node.operation), let left = number(node.left),
      let right = number(node.right), left.kind == right.kind, operation.isOf(left.kind)
    else { return nil }
    return .operation(operation, left, right)
  }

  private func either(_ choice: Conditional) -> GlanceNumber? {
    guard let yes = number(choice.yes), let no = number(choice.no),
      yes.kind == no.kind
    else { return nil }
    var condition = self
    condition.code = GlanceBytes()
    condition.truth(choice.condition)
    return .either(condition.code, yes, no)
  }

  func local(_ node: Node) -> Local? {
    (node as? Expressions.Local).flatMap { locals[$0.slot] }
  }

  /// The text that a part surely is.
  func text(of node: Node) -> String? {
    if case .text(let text)? = local(node) { return text }
    return node.constant?.text
  }

  /// The type of a field, a variable or an element.
  func type(of node: Node) -> ValueType? {
    switch node {
    case let field as FieldOfRecord: schema.type(of: field)
    case let local as Expressions.Local:
      if local.slot < variables.count {
        variables[local.slot].type
      } else if case .record? = locals[local.slot] {
        .record("")
      } else {
        nil
      }
    default: nil
    }
  }
}

extension Schema {
  func type(of field: FieldOfRecord) -> ValueType? {
    types[field.read.record].flatMap {
      $0.fields.indices.contains(field.slot) ? $0.fields[field.slot].type : nil
    }
  }
}

extension Value {
  /// What it is, if it is a text.
  var text: String? { if case .string(let text) = self { text } else { nil } }
}

extension GlanceOperation {
  fileprivate init?(_ operation: BinaryOperator) {
    switch operation {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    case .remainder, .equal, .notEqual, .isIn, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return nil
    }
  }

  fileprivate func isOf(_ kind: GlanceNumber.Kind) -> Bool {
    switch (self, kind) {
    case (_, .int), (_, .double), (.add, .duration), (.subtract, .duration): true
    case (.multiply, .duration), (.divide, .duration): false
    }
  }
}
