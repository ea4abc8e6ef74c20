extension Glancer {
  /// A loop over records.
  func records(decisive: Glimpse, _ reader: inout UnsafeRawPointer) -> Glimpse {
    let loop = Loop(&reader, decisive: decisive)
    let (list, mark) = records(&reader)
    guard let list else {
      reader += loop.length
      return outcome(without: mark, decisive: decisive)
    }
    return outcome(of: loop, over: list.addresses, &reader)
  }

  /// Whether a record is one of a list.
  func member(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let address = registers[Int(reader.byte())]
    let (list, mark) = records(&reader)
    guard let list else { return outcome(without: mark, decisive: .yes) }
    stepsLeft &-= list.addresses.count
    return list.addresses.contains(address) ? .yes : .no
  }

  /// The records of the list at a place; nil where there are none, and its mark says why.
  private func records(_ reader: inout UnsafeRawPointer) -> (list: RecordList?, mark: FieldMark) {
    let found = find(&reader)
    guard found.mark.state == .value else { return (nil, found.mark) }
    return (
      Self.record(found.holder)._withUnsafeGuaranteedRef { $0.records(ofField: found.slot) },
      found.mark
    )
  }

  /// A loop over choices.
  func words(decisive: Glimpse, _ reader: inout UnsafeRawPointer) -> Glimpse {
    let loop = Loop(&reader, decisive: decisive)
    let mark = find(&reader).mark
    guard mark.state == .value else {
      reader += loop.length
      return outcome(without: mark, decisive: decisive)
    }
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
  private func outcome(without mark: FieldMark, decisive: Glimpse) -> Glimpse {
    switch mark.state {
    case .undeclared: .undeclared
    // A list of which there is none is empty.
    case .none: decisive == .yes ? .no : .yes
    case .unread, .opaque, .value: unsure()
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
