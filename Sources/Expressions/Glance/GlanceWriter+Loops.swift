extension GlanceWriter {
  mutating func loop(_ loop: Quantifier) {
    guard !loop.range.isPaired else { return unsure() }
    self.loop(loop, over: loop.range.node, [])
  }

  /// - Parameter filters: Loops that keep some of the elements, the last first.
  mutating func loop(
    _ loop: Quantifier, over range: Node, _ filters: [(slot: Int, condition: Node)]
  ) {
    switch range {
    case let shared as Shared: self.loop(loop, over: shared.part, filters)
    case let choice as Conditional:
      conditional(choice.condition) { writer, isTrue in
        writer.loop(loop, over: isTrue ? choice.yes : choice.no, filters)
      }
    case let filter as ListTransform:
      guard let condition = filter.condition, filter.keepsElements else { return unsure() }
      self.loop(loop, over: filter.range.node, filters + [(filter.range.slot, condition)])
    default:
      if filters.isEmpty, case .list(let list)? = range.constant {
        unrolled(loop, list.elements.map(\.text))
      } else if filters.isEmpty, let gate = gate(of: loop) {
        gated(loop, of: range, by: gate)
      } else {
        elements(loop, of: range, filters)
      }
    }
  }

  mutating func elements(
    _ loop: Quantifier, of range: Node, _ filters: [(slot: Int, condition: Node)]
  ) {
    guard nextRegister < GlanceCode.registers, let place = place(range), !place.fields.isEmpty,
      case .list(let element)? = type(of: range)
    else { return unsure() }
    let register = nextRegister
    let local: Local
    let whole = code.count
    switch element {
    case .record:
      code.write(loop.isExists ? GlanceCode.exists : GlanceCode.all)
      local = .record(register: register)
    case .choice(let choices) where FieldMark.tellsApart(choices, inList: true):
      code.write(loop.isExists ? GlanceCode.existsWord : GlanceCode.allWords)
      local = .word(register: register, of: choices)
    default: return unsure()
    }
    let slots = filters.map(\.slot) + [loop.range.slot]
    for slot in slots { locals[slot] = local }
    nextRegister += 1
    defer {
      nextRegister -= 1
      for slot in slots { locals[slot] = nil }
    }
    code.write(UInt8(register))
    let length = code.reserve(1)
    code.write(place)
    let start = code.count
    if filters.isEmpty {
      truth(loop.condition)
    } else {
      code.write(loop.isExists ? GlanceCode.and : GlanceCode.or)
      self.length { writer in
        for filter in filters.reversed() {
          if !loop.isExists { writer.code.write(GlanceCode.not) }
          writer.code.write(GlanceCode.filter)
          writer.truth(filter.condition)
        }
        writer.truth(loop.condition)
      }
    }
    code.fill(length, with: code.count - start)
    code.shortenLoop(from: whole, condition: start, over: place)
  }

  /// A loop over literals: the condition for each.
  mutating func unrolled(_ loop: Quantifier, _ texts: [String?]) {
    let known = texts.compactMap(\.self)
    guard known.count == texts.count else { return unsure() }
    code.write(loop.isExists ? GlanceCode.or : GlanceCode.and)
    length { writer in
      for text in known {
        writer.locals[loop.range.slot] = .text(text)
        writer.truth(loop.condition)
      }
      writer.locals[loop.range.slot] = nil
    }
  }

  /// A loop that goes through the elements for each subject, behind one that is gone through once.
  private mutating func gated(_ loop: Quantifier, of range: Node, by gate: Quantifier) {
    code.write(GlanceCode.gate)
    let lengths = code.reserve(2)
    var start = code.count
    code.write(GlanceCode.shared)
    length { $0.elements(gate, of: range, []) }
    code.fill(lengths, with: code.count - start)
    start = code.count
    elements(loop, of: range, [])
    code.fill(lengths + 4, with: code.count - start)
  }

  /// The loop with those conditions only that do not read the subject; nil where these are none, or all.
  private func gate(of loop: Quantifier) -> Quantifier? {
    guard loop.isExists, let subject, let all = loop.condition as? Logical, all.operation == .and
    else { return nil }
    let others = all.children.filter { !$0.reads(slot: subject) }
    guard let first = others.first, others.count < all.children.count,
      !loop.range.node.reads(slot: subject)
    else { return nil }
    let condition =
      others.count == 1
      ? first : Logical(.and, first, others[1], Array(others.dropFirst(2)), at: all.span)
    return Quantifier(isExists: true, loop.range, condition, at: loop.span)
  }
}

extension Node {
  fileprivate func reads(slot: Int) -> Bool {
    (self as? Local)?.slot == slot || children.contains { $0.reads(slot: slot) }
  }
}
