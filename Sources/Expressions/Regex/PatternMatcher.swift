/// Follows every way through a program at once: no text makes it go back.
struct PatternMatcher {
  private let instructions: [PatternProgram.Instruction]
  /// For each instruction, the last place of the text at which it was reached.
  private var reachedAt: [Int]
  private var pending: [Int] = []
  private var consuming: [Int] = []
  private var hasMatched = false
  /// Instructions followed so far.
  private(set) var steps = 0

  init(_ program: PatternProgram) {
    instructions = program.instructions
    reachedAt = Array(repeating: 0, count: program.instructions.count)
  }

  /// Every instruction is followed at most once at every place of the text.
  static func stepBound(_ program: PatternProgram, length: Int) -> Int {
    let (places, overflows) = max(length, 0).addingReportingOverflow(1)
    let (bound, exceeds) = places.multipliedReportingOverflow(by: program.instructions.count)
    return overflows || exceeds ? .max : bound
  }

  mutating func finds(_ text: String) -> Bool {
    var scalars = text.unicodeScalars.makeIterator()
    var before: UInt32?
    var after = scalars.next()?.value
    var place = 0
    while true {
      place += 1
      reach(0, at: place)
      follow(at: place, between: before, and: after)
      if hasMatched { return true }
      guard let scalar = after else { return false }
      consume(scalar, before: place + 1)
      before = scalar
      after = scalars.next()?.value
    }
  }

  private mutating func follow(at place: Int, between before: UInt32?, and after: UInt32?) {
    consuming.removeAll(keepingCapacity: true)
    while let index = pending.popLast() {
      steps += 1
      switch instructions[index] {
      case .scalar, .set: consuming.append(index)
      case .assertion(let assertion):
        if assertion.holds(between: before, and: after) { reach(index + 1, at: place) }
      case .fork(let other):
        reach(index + 1, at: place)
        reach(other, at: place)
      case .jump(let target): reach(target, at: place)
      case .match: hasMatched = true
      }
    }
  }

  private mutating func consume(_ scalar: UInt32, before place: Int) {
    for index in consuming {
      switch instructions[index] {
      case .scalar(let wanted): if wanted == scalar { reach(index + 1, at: place) }
      case .set(let set): if set.contains(scalar) { reach(index + 1, at: place) }
      case .assertion, .fork, .jump, .match: break
      }
    }
  }

  private mutating func reach(_ index: Int, at place: Int) {
    guard reachedAt[index] != place else { return }
    reachedAt[index] = place
    pending.append(index)
  }
}
