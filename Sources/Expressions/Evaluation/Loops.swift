internal import SourceText

/// What a macro goes over: the elements of a list or the keys of a map, with the second name's
/// values beside them.
struct Elements {
  private let first: [Value]
  private let second: [Value]?
  private let doubts: [Unknown?]
  private let isNumbered: Bool
  /// From here on an element's index hangs on the doubts.
  private let firstDoubt: Int
  private let doubt: Unknown?

  /// `isPaired`: there are two names, index and element of a list, key and value of a map.
  init(_ list: ListValue, isPaired: Bool) {
    first = list.elements
    second = nil
    doubts = list.doubts
    isNumbered = isPaired
    firstDoubt = doubts.firstIndex { $0 != nil } ?? list.elements.count
    doubt = isPaired ? list.doubt : nil
  }

  init(_ map: MapValue, isPaired: Bool) {
    first = map.keys
    second = isPaired ? map.values : nil
    doubts = []
    isNumbered = false
    firstDoubt = map.count
    doubt = nil
  }

  /// Whether there is one name only.
  private var isPlain: Bool { !isNumbered && second == nil }

  var count: Int { first.count }

  func doubt(at index: Int) -> Unknown? { doubts.isEmpty ? nil : doubts[index] }

  @inline(__always)
  func load(_ index: Int, into slot: Int, _ machine: inout Machine) {
    if isPlain {
      machine[slot] = first[index]
    } else if isNumbered {
      machine[slot] = number(index)
      machine[slot + 1] = first[index]
    } else {
      machine[slot] = first[index]
      if let second { machine[slot + 1] = second[index] }
    }
  }

  /// An element's index, which is unknown behind an element that is perhaps not there.
  private func number(_ index: Int) -> Value {
    if index > firstDoubt, let doubt { return .unknown(doubt) }
    return .int(Int64(index))
  }
}

/// What all macros over elements share.
struct LoopRange {
  let node: Node
  let slot: Int
  let isPaired: Bool

  enum Extent {
    case elements(Elements)
    case unknown(Unknown)
  }

  func extent(_ machine: inout Machine) throws(EvaluationError) -> Extent {
    switch try node.evaluate(&machine) {
    case .list(let list): return .elements(Elements(list, isPaired: isPaired))
    case .map(let map): return .elements(Elements(map, isPaired: isPaired))
    case .unknown(let unknown): return .unknown(unknown.closed)
    case let other:
      throw EvaluationError("a \(other.kind) has no elements", at: node.span)
    }
  }
}

/// A macro over elements.
class LoopNode: Node {
  let range: LoopRange
  /// What is evaluated for each element.
  var bodies: [Node] { [] }
  override var children: [Node] { [range.node] + bodies }

  init(_ range: LoopRange, at span: Span) {
    self.range = range
    super.init(at: span)
  }
}

/// `all` and `exists`.
final class Quantifier: LoopNode {
  private let decisive: Bool
  let condition: Node
  var isExists: Bool { decisive }
  override var bodies: [Node] { [condition] }

  init(isExists: Bool, _ range: LoopRange, _ condition: Node, at span: Span) {
    self.decisive = isExists
    self.condition = condition
    super.init(range, at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    try truth(&machine).value
  }

  override func truth(_ machine: inout Machine) throws(EvaluationError) -> Truth {
    switch try range.extent(&machine) {
    case .unknown(let unknown): return .unknown(unknown)
    case .elements(let elements):
      var outcome = Outcome(decisive: decisive)
      for index in 0..<elements.count {
        try machine.charge(1, at: span)
        elements.load(index, into: range.slot, &machine)
        if try outcome.isDecided(by: condition, doubt: elements.doubt(at: index), &machine) {
          return Truth(decisive)
        }
      }
      return try outcome.truth()
    }
  }
}

/// `exists_one`: an error of any element wins; two hits are false; else any unknown is unknown.
final class ExistsOne: LoopNode {
  private let condition: Node
  override var bodies: [Node] { [condition] }

  init(_ range: LoopRange, _ condition: Node, at span: Span) {
    self.condition = condition
    super.init(range, at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    switch try range.extent(&machine) {
    case .unknown(let unknown): return .unknown(unknown)
    case .elements(let elements):
      var hits = 0
      var doubts = UnknownUnion()
      for index in 0..<elements.count {
        try machine.charge(1, at: span)
        elements.load(index, into: range.slot, &machine)
        let doubt = elements.doubt(at: index)
        switch try condition.truth(&machine, doubt: doubt) {
        case .no: break
        case .yes:
          if let doubt { doubts.add(doubt) } else { hits += 1 }
        case .unknown(let unknown):
          doubts.add(unknown)
          if let doubt { doubts.add(doubt) }
        }
      }
      if hits > 1 { return .bool(false) }
      return doubts.result.map { .unknown($0) } ?? .bool(hits == 1)
    }
  }
}

/// `map`, `filter` and `transformList`: an element of which it is not known whether it stays is kept
/// with its doubt.
final class ListTransform: LoopNode {
  let condition: Node?
  let result: Node
  /// Whether it gives the elements as they are.
  var keepsElements: Bool { !range.isPaired && (result as? Local)?.slot == range.slot }
  override var bodies: [Node] { (condition.map { [$0] } ?? []) + [result] }

  init(_ range: LoopRange, _ condition: Node?, _ result: Node, at span: Span) {
    self.condition = condition
    self.result = result
    super.init(range, at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    switch try range.extent(&machine) {
    case .unknown(let unknown): return .unknown(unknown)
    case .elements(let elements):
      var kept: [Value] = []
      var doubts: [Unknown?] = []
      for index in 0..<elements.count {
        try machine.charge(2, at: span)
        elements.load(index, into: range.slot, &machine)
        var doubt = elements.doubt(at: index)
        if let condition {
          switch try condition.truth(&machine, doubt: doubt) {
          case .yes: break
          case .no: continue
          case .unknown(let unknown):
            try machine.charge(2, at: span)
            doubt = doubt?.union(unknown) ?? unknown.closed
          }
        }
        kept.append(try result.value(&machine, doubt: doubt))
        doubts.append(doubt)
      }
      return .list(ListValue(kept, doubts: doubts))
    }
  }
}

/// `transformMap`: unknown where it is not known which entries stay.
final class MapTransform: LoopNode {
  let condition: Node?
  let result: Node
  override var bodies: [Node] { (condition.map { [$0] } ?? []) + [result] }

  init(_ range: LoopRange, _ condition: Node?, _ result: Node, at span: Span) {
    self.condition = condition
    self.result = result
    super.init(range, at: span)
  }

  override func evaluate(_ machine: inout Machine) throws(EvaluationError) -> Value {
    switch try range.extent(&machine) {
    case .unknown(let unknown): return .unknown(unknown)
    case .elements(let elements):
      var map = MapValue()
      var doubts = UnknownUnion()
      for index in 0..<elements.count {
        try machine.charge(2, at: span)
        elements.load(index, into: range.slot, &machine)
        let doubt = elements.doubt(at: index)
        if let doubt { doubts.add(doubt) }
        let key = machine[range.slot]
        if case .unknown(let unknown) = key { doubts.add(unknown) }
        if let condition {
          switch try condition.truth(&machine, doubt: doubt) {
          case .yes: break
          case .no: continue
          case .unknown(let unknown): doubts.add(unknown)
          }
        }
        let value = try result.value(&machine, doubt: doubt)
        if doubts.isEmpty { try map.add(value, for: key, at: span) }
      }
      return doubts.result.map { .unknown($0) } ?? .map(map)
    }
  }
}

extension Node {
  /// The value for an element that is perhaps not there: then an error is only a doubt.
  fileprivate func value(_ machine: inout Machine, doubt: Unknown?) throws(EvaluationError) -> Value
  {
    guard let doubt else { return try evaluate(&machine) }
    do throws(EvaluationError) {
      return try evaluate(&machine)
    } catch {
      if error.isFinal { throw error }
      return .unknown(doubt)
    }
  }

  /// The same of a condition.
  fileprivate func truth(_ machine: inout Machine, doubt: Unknown?) throws(EvaluationError) -> Truth
  {
    guard let doubt else { return try truth(&machine) }
    do throws(EvaluationError) {
      return try truth(&machine)
    } catch {
      if error.isFinal { throw error }
      return .unknown(doubt)
    }
  }
}
