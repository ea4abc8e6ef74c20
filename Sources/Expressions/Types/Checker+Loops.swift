internal import SourceText

extension Checker {
  /// A loop; where it reads nothing that varies, it is gone through once.
  mutating func check(_ loop: Syntax.Loop, at span: Span) -> Typed {
    let found = loopNode(loop, at: span)
    guard variables.contains(where: \.varies), found.node.isShared(among: variables)
    else { return found }
    return Typed(node: Shared(found.node, at: span), type: found.type, depth: found.depth)
  }

  private mutating func loopNode(_ loop: Syntax.Loop, at span: Span) -> Typed {
    let range = check(loop.range)
    let isPaired = loop.names.count == 2
    let types = elementTypes(of: range.type, isPaired: isPaired, at: loop.range.span)
    let slot = declare(zip(loop.names, types).map { Variable($0, $1) }, depth: range.depth)
    defer { forget(loop.names.count) }
    let over = LoopRange(node: range.node, slot: slot, isPaired: isPaired)
    let condition = loop.condition.map { self.condition($0, of: loop.macro.rawValue) }
    let result = loop.result.map { check($0) }
    let stands = condition ?? Constant(.bool(true), at: span)
    switch loop.macro {
    case .all: return typed(Quantifier(isExists: false, over, stands, at: span), .bool)
    case .exists: return typed(Quantifier(isExists: true, over, stands, at: span), .bool)
    case .existsOne: return typed(ExistsOne(over, stands, at: span), .bool)
    case .map, .filter, .transformList:
      let element =
        result
        ?? typed(Local(slot, at: loop.range.span), types.first ?? .dyn, depth: range.depth)
      return nested(
        ListTransform(over, condition, element.node, at: span), .list(element.type),
        over: element.depth)
    case .transformMap:
      let value = result ?? typed(Local(slot, at: loop.range.span), .dyn)
      let key = mapKey(of: range.type)
      return nested(
        MapTransform(over, condition, value.node, at: span), .map(key, value.type),
        over: value.depth)
    }
  }

  private func mapKey(of range: ValueType) -> ValueType {
    switch range {
    case .map(let key, _): key
    case .list: .int
    default: .dyn
    }
  }

  private mutating func elementTypes(of range: ValueType, isPaired: Bool, at span: Span)
    -> [ValueType]
  {
    switch range {
    case .list(let element): return isPaired ? [.int, element] : [element]
    case .map(let key, let value): return isPaired ? [key, value] : [key]
    case .dyn, .nothing: return isPaired ? [.dyn, .dyn] : [.dyn]
    case .null, .bool, .int, .double, .string, .choice, .duration, .timestamp, .record:
      report("\(range.withArticle) has no elements", at: span)
      return isPaired ? [.dyn, .dyn] : [.dyn]
    }
  }
}
