extension Glancer {
  /// Where a way of fields leads: the mark of the last, and the record that has it.
  struct Found {
    let mark: FieldMark
    let holder: UInt64
    let slot: Int
  }

  @inline(__always)
  func find(_ reader: inout UnsafeRawPointer, isAsked: Bool = true) -> Found {
    let place = reader
    let register = Int(reader.byte())
    let count = Int(reader.byte())
    let names = reader.length()
    let slots = reader
    reader += 2 * count + names
    var holder = registers[register]
    stepsLeft &-= count
    for level in 0..<count {
      let slot = Int(slots.slot(level))
      let record = Self.record(holder)
      let mark = record._withUnsafeGuaranteedRef { $0.mark(ofField: slot) }
      scale.note(mark.weight)
      if level == count - 1 {
        if mark.state == .undeclared, isAsked {
          note(Gap(holder: holder, place: place, level: level))
        }
        return Found(mark: mark, holder: holder, slot: slot)
      }
      switch mark.state {
      case .value:
        holder = record._withUnsafeGuaranteedRef { $0.address(ofField: slot, marked: mark) }
        if holder == 0 { return Found(mark: .opaque, holder: holder, slot: slot) }
      case .undeclared:
        if isAsked { note(Gap(holder: holder, place: place, level: level)) }
        return Found(mark: mark, holder: holder, slot: slot)
      case .none, .opaque, .unread: return Found(mark: mark, holder: holder, slot: slot)
      }
    }
    return Found(mark: .opaque, holder: holder, slot: 0)
  }

  static func record(_ address: UInt64) -> Unmanaged<MarkedRecord> {
    // An address in a register is that of a record that the world keeps.
    Unmanaged.fromOpaque(UnsafeRawPointer(bitPattern: UInt(address)).unsafelyUnwrapped)
  }

  func answer(to test: GlanceTest, _ reader: inout UnsafeRawPointer) -> Glimpse {
    let mark = find(&reader, isAsked: doubtsGuards || test.fallback == nil).mark
    let glimpse = test.answer(mark, doubtsGuards: doubtsGuards)
    return glimpse == .unsure ? unsure() : glimpse
  }

  func same(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let left = record(&reader)
    let right = record(&reader)
    switch (left.state, right.state) {
    case (.unread, _), (.opaque, _), (_, .unread), (_, .opaque): return unsure()
    case (.undeclared, _), (_, .undeclared): return .undeclared
    case (.none, .none): return .yes
    case (.none, .value), (.value, .none): return .no
    case (.value, .value): return left.address == right.address ? .yes : .no
    }
  }

  /// The record at a place.
  func record(_ reader: inout UnsafeRawPointer) -> (state: FieldMark.State, address: UInt64) {
    let (register, count) = (
      Int(reader.loadUnaligned(as: UInt8.self)), (reader + 1).loadUnaligned(as: UInt8.self)
    )
    guard count > 0 else {
      reader += 2
      reader += reader.length()
      return (.value, registers[register])
    }
    let found = find(&reader)
    guard found.mark.state == .value else { return (found.mark.state, 0) }
    let next = Self.record(found.holder)._withUnsafeGuaranteedRef {
      $0.address(ofField: found.slot, marked: found.mark)
    }
    return (next == 0 ? .opaque : .value, next)
  }
}
