extension Glancer {
  /// A loop over records.
  func records(decisive: Glimpse, _ reader: inout UnsafeRawPointer) -> Glimpse {
    let loop = Loop(&reader, decisive: decisive)
    let found = find(&reader)
    let list =
      found.mark.state == .value
      ? Self.record(found.holder)._withUnsafeGuaranteedRef { $0.records(ofField: found.slot) }
      : nil
    guard let list else { return outcome(of: loop, without: found.mark, &reader) }
    return outcome(of: loop, over: list.addresses, &reader)
  }

  /// A loop over choices.
  func words(decisive: Glimpse, _ reader: inout UnsafeRawPointer) -> Glimpse {
    let loop = Loop(&reader, decisive: decisive)
    let mark = find(&reader).mark
    guard mark.state == .value else { return outcome(of: loop, without: mark, &reader) }
    return outcome(of: loop, over: SingleBits(of: mark.bits & FieldMark.choicesOfList), &reader)
  }

  private struct Loop {
    /// What one element decides for all.
    let decisive: Glimpse
    let register: Int
    /// How long its condition is.
    let length: Int

    init(_ reader: inout UnsafeRawPointer, decisive: Glimpse) {
      self.decisive = decisive
      register = Int(reader.byte())
      length = reader.length()
    }
  }

  /// What comes of a loop where there is nothing to go through.
  private func outcome(
    of loop: Loop, without mark: FieldMark, _ reader: inout UnsafeRawPointer
  ) -> Glimpse {
    reader += loop.length
    switch mark.state {
    case .undeclared: return .undeclared
    // A list of which there is none is empty.
    case .none: return loop.decisive == .yes ? .no : .yes
    case .unread, .opaque, .value: return unsure()
    }
  }

  private func outcome(
    of loop: Loop, over elements: some Sequence<UInt64>, _ reader: inout UnsafeRawPointer
  ) -> Glimpse {
    let condition = reader
    reader += loop.length
    let gapsBefore = gapCount
    var sum = Sum(decisive: loop.decisive)
    for element in elements {
      guard stepsLeft > 0 else { return unsure() }
      registers[loop.register] = element
      var reader = condition
      let glimpse = truth(&reader)
      if glimpse == loop.decisive {
        forgetGaps(from: gapsBefore)
        return glimpse
      }
      sum.add(glimpse)
    }
    return sum.glimpse
  }
}

/// The bits of a number, each alone.
private struct SingleBits: Sequence, IteratorProtocol {
  private var rest: UInt64

  init(of bits: UInt64) {
    rest = bits
  }

  mutating func next() -> UInt64? {
    guard rest != 0 else { return nil }
    defer { rest &= rest &- 1 }
    return rest & (~rest &+ 1)
  }
}
