extension Glancer {
  func compare(_ reader: inout UnsafeRawPointer) -> Glimpse {
    let comparison = GlanceComparison(rawValue: reader.byte())
    let isOfDoubles = reader.byte() != 0
    let left = number(&reader)
    let right = number(&reader)
    switch (left.state, right.state) {
    case (.unread, _), (.opaque, _), (_, .unread), (_, .opaque): return unsure()
    case (.undeclared, _), (_, .undeclared): return .undeclared
    case (.none, _), (_, .none):
      let isEqual = left.state == right.state
      switch comparison {
      case .equal: return isEqual ? .yes : .no
      case .notEqual: return isEqual ? .no : .yes
      case .less, .lessOrEqual, .greater, .greaterOrEqual, nil: return unsure()
      }
    case (.value, .value): break
    }
    guard let comparison else { return unsure() }
    let isTrue =
      isOfDoubles
      ? comparison.holds(Double(bitPattern: left.bits), Double(bitPattern: right.bits))
      : comparison.holds(Int64(bitPattern: left.bits), Int64(bitPattern: right.bits))
    return isTrue ? .yes : .no
  }

  func number(_ reader: inout UnsafeRawPointer) -> (state: FieldMark.State, bits: UInt64) {
    switch reader.byte() {
    case GlanceCode.constant: return (.value, reader.fixed())
    case GlanceCode.operation: return operation(&reader)
    case GlanceCode.either: return either(&reader)
    case GlanceCode.size:
      let mark = find(&reader).mark
      switch mark.state {
      // A list of which there is none is empty.
      case .none: return (.value, 0)
      case .value: return (.value, mark.listCount)
      case .unread, .opaque, .undeclared: return (mark.state, 0)
      }
    default:
      let mark = find(&reader).mark
      return (mark.state, mark.bits)
    }
  }

  private func either(
    _ reader: inout UnsafeRawPointer
  ) -> (state: FieldMark.State, bits: UInt64) {
    let (glimpse, rest) = choice(&reader)
    defer { reader += rest }
    switch glimpse {
    case .yes, .no: return number(&reader)
    case .undeclared: return (.undeclared, 0)
    case .unsure: return (.opaque, 0)
    }
  }

  private func operation(
    _ reader: inout UnsafeRawPointer
  ) -> (state: FieldMark.State, bits: UInt64) {
    let operation = GlanceOperation(rawValue: reader.byte())
    let isOfDoubles = reader.byte() != 0
    let left = number(&reader)
    let right = number(&reader)
    switch (left.state, right.state) {
    // What there is none of cannot be reckoned with.
    case (.unread, _), (.opaque, _), (.none, _), (_, .unread), (_, .opaque), (_, .none):
      return (.opaque, 0)
    case (.undeclared, _), (_, .undeclared): return (.undeclared, 0)
    case (.value, .value): break
    }
    guard let operation else { return (.opaque, 0) }
    if isOfDoubles {
      let result = operation.result(
        Double(bitPattern: left.bits), Double(bitPattern: right.bits))
      return (.value, result.bitPattern)
    }
    let result = operation.result(Int64(bitPattern: left.bits), Int64(bitPattern: right.bits))
    return result.map { (.value, UInt64(bitPattern: $0)) } ?? (.opaque, 0)
  }
}

extension GlanceOperation {
  /// Nil where it has no result.
  fileprivate func result(_ left: Int64, _ right: Int64) -> Int64? {
    let result =
      switch self {
      case .add: left.addingReportingOverflow(right)
      case .subtract: left.subtractingReportingOverflow(right)
      case .multiply: left.multipliedReportingOverflow(by: right)
      case .divide: left.dividedReportingOverflow(by: right)
      }
    return result.overflow ? nil : result.partialValue
  }

  fileprivate func result(_ left: Double, _ right: Double) -> Double {
    switch self {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    }
  }
}

extension GlanceComparison {
  fileprivate func holds<T: Comparable>(_ left: T, _ right: T) -> Bool {
    switch self {
    case .equal: left == right
    case .notEqual: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}
