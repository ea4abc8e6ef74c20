/// A pattern as instructions for a machine that follows all ways at once.
struct PatternProgram: Sendable {
  enum Instruction: Equatable, Sendable {
    case scalar(UInt32)
    case set(ScalarSet)
    case assertion(PatternAssertion)
    /// Goes on both at the next instruction and at the given one.
    case fork(Int)
    case jump(Int)
    case match
  }

  private(set) var instructions: [Instruction] = []

  /// - Parameter instructions: What was compiled before.
  init(_ instructions: [Instruction]) {
    self.instructions = instructions
  }

  init(_ syntax: PatternSyntax) throws(RegularExpressionError) {
    try compile(syntax)
    try emit(.match)
  }
}

extension PatternProgram {
  private mutating func compile(_ syntax: PatternSyntax) throws(RegularExpressionError) {
    switch syntax {
    case .empty: break
    case .scalar(let value): try emit(.scalar(value))
    case .set(let set): try emit(.set(set))
    case .assertion(let assertion): try emit(.assertion(assertion))
    case .sequence(let parts): for part in parts { try compile(part) }
    case .alternation(let branches): try compile(branches: branches)
    case .repetition(let part, let least, let most):
      try compile(part, least: least, most: most)
    }
  }

  private mutating func compile(branches: [PatternSyntax]) throws(RegularExpressionError) {
    var exits: [Int] = []
    for branch in branches.dropLast() {
      let fork = try emit(.fork(0))
      try compile(branch)
      exits.append(try emit(.jump(0)))
      instructions[fork] = .fork(instructions.count)
    }
    if let last = branches.last { try compile(last) }
    for exit in exits { instructions[exit] = .jump(instructions.count) }
  }

  private mutating func compile(
    _ part: PatternSyntax, least: Int, most: Int?
  ) throws(RegularExpressionError) {
    for _ in 0..<max(least - 1, 0) { try compile(part) }
    let lastRequired = instructions.count
    if least > 0 { try compile(part) }
    guard let most else {
      if least > 0 { try emit(.fork(lastRequired)) } else { try compileLoop(part) }
      return
    }
    var forks: [Int] = []
    for _ in 0..<max(most - least, 0) {
      forks.append(try emit(.fork(0)))
      try compile(part)
    }
    for fork in forks { instructions[fork] = .fork(instructions.count) }
  }

  private mutating func compileLoop(_ part: PatternSyntax) throws(RegularExpressionError) {
    let fork = try emit(.fork(0))
    try compile(part)
    try emit(.jump(fork))
    instructions[fork] = .fork(instructions.count)
  }

  @discardableResult
  private mutating func emit(_ instruction: Instruction) throws(RegularExpressionError) -> Int {
    guard instructions.count < PatternLimit.instructions else {
      throw RegularExpressionError(
        message: "the pattern is too large: its repetitions and alternatives unfold to more than "
          + "\(PatternLimit.instructions) steps", offset: 0)
    }
    instructions.append(instruction)
    return instructions.count - 1
  }
}
