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
    case GlanceCode.quotient:
      let divisor = Int64(bitPattern: reader.fixed())
      let dividend = number(&reader)
      switch dividend.state {
      case .value:
        return (.value, UInt64(bitPattern: Int64(bitPattern: dividend.bits) / max(divisor, 1)))
      // What there is none of cannot be divided.
      case .none: return (.opaque, 0)
      case .unread, .opaque, .undeclared: return dividend
      }
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
