extension Glancer {
  func truth(_ reader: inout UnsafeRawPointer) -> Glimpse {
    switch reader.byte() {
    case GlanceCode.no: return .no
    case GlanceCode.yes: return .yes
    case GlanceCode.and: return operands(decisive: .no, &reader)
    case GlanceCode.or: return operands(decisive: .yes, &reader)
    case GlanceCode.not:
      switch truth(&reader) {
      case .yes: return .no
      case .no: return .yes
      case .undeclared: return .undeclared
      case .unsure: return .unsure
      }
    case GlanceCode.conditional: return conditional(&reader)
    case GlanceCode.test: return answer(to: GlanceTest(&reader, undeclared: nil), &reader)
    case GlanceCode.guarded: return answer(to: GlanceTest(guarded: &reader), &reader)
    case GlanceCode.presumed: return presumed(&reader)
    case GlanceCode.compare: return compare(&reader)
    case GlanceCode.exists: return records(decisive: .yes, &reader)
    case GlanceCode.all: return records(decisive: .no, &reader)
    case GlanceCode.existsWord: return words(decisive: .yes, &reader)
    case GlanceCode.allWords: return words(decisive: .no, &reader)
    case GlanceCode.word:
      let word = registers[Int(reader.byte())]
      return word & reader.fixed() != 0 ? .yes : .no
    case GlanceCode.same: return same(&reader)
    case GlanceCode.member: return member(&reader)
    case GlanceCode.shared: return shared(&reader)
    case GlanceCode.gate: return gate(&reader)
    case GlanceCode.filter:
      caveats.isGuess = true
      let glimpse = truth(&reader)
      if glimpse == .unsure { caveats.isSpoilt = true }
      return glimpse
    default: return unsure()
    }
  }

  func unsure() -> Glimpse {
    caveats.isGuess = true
    return .unsure
  }

  /// Collects what several conditions come to together.
  struct Sum {
    private(set) var glimpse: Glimpse

    init(decisive: Glimpse) {
      glimpse = decisive == .no ? .yes : .no
    }

    mutating func add(_ other: Glimpse) {
      switch other {
      case .yes, .no: break
      case .unsure: glimpse = .unsure
      case .undeclared: if glimpse != .unsure { glimpse = .undeclared }
      }
    }
  }

  func operands(decisive: Glimpse, _ reader: inout UnsafeRawPointer) -> Glimpse {
    let end = reader.length() + reader
    let gapsBefore = gapCount
    var sum = Sum(decisive: decisive)
    while reader < end {
      let glimpse = truth(&reader)
      if glimpse == decisive {
        reader = end
        forgetGaps(from: gapsBefore)
        return decisive
      }
      sum.add(glimpse)
    }
    return sum.glimpse
  }

  func presumed(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let presumed: Glimpse = reader.byte() == GlanceCode.yes ? .yes : .no
    let gapsBefore = gapCount
    let glimpse = truth(&reader)
    guard glimpse == .undeclared, !doubtsGuards else { return glimpse }
    forgetGaps(from: gapsBefore)
    return presumed
  }

  func conditional(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let (glimpse, rest) = choice(&reader)
    defer { reader += rest }
    switch glimpse {
    case .yes, .no: return truth(&reader)
    case .undeclared, .unsure: return glimpse
    }
  }

  /// What a condition comes to before the two of which it chooses one; the chosen is read next, and so much passed over
  /// behind it.
  @inline(__always)
  func choice(_ reader: inout UnsafeRawPointer) -> (glimpse: Glimpse, rest: Int) {
    let first = reader.length()
    let second = reader.length()
    let glimpse = truth(&reader)
    switch glimpse {
    case .yes: return (glimpse, second)
    case .no:
      reader += first
      return (glimpse, 0)
    case .undeclared, .unsure: return (glimpse, first + second)
    }
  }

  /// What only a gate looked at counts for nothing where it is open.
  func gate(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let end = reader.length() + reader + 4
    let length = reader.length()
    let (gapsBefore, weight, caveatsBefore) = (gapCount, scale.least, caveats)
    let glimpse = truth(&reader)
    reader = end
    forgetGaps(from: gapsBefore)
    if glimpse == .no {
      caveats.isGuess = true
      reader += length
      return .no
    }
    scale.begin()
    scale.note(weight)
    caveats = caveatsBefore
    return truth(&reader)
  }

  func shared(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let end = reader.length() + reader
    defer { reader = end }
    if let known = shared[Int(bitPattern: reader)] {
      scale.note(known.weight)
      caveats.add(known.caveats)
      for gap in known.gaps { note(gap) }
      return known.glimpse
    }
    let (key, before, outerCaveats) = (Int(bitPattern: reader), scale.least, caveats)
    let outer = allGaps
    scale.begin()
    caveats = Caveats()
    gapCount = 0
    let glimpse = truth(&reader)
    let known = Shared(glimpse: glimpse, gaps: allGaps, weight: scale.least, caveats: caveats)
    shared[key] = known
    scale.note(before)
    caveats.add(outerCaveats)
    gapCount = 0
    for gap in outer + known.gaps { note(gap) }
    return glimpse
  }
}
