internal import Bytes

private enum InstructionCode: UInt8 {
  case scalar, set, assertion, fork, jump, match
}

extension ByteWriter {
  mutating func write(_ expression: RegularExpression) {
    write(expression.program.instructions) { writer, instruction in
      switch instruction {
      case .scalar(let value):
        writer.write(InstructionCode.scalar.rawValue)
        writer.write(Int(value))
      case .set(let set):
        writer.write(InstructionCode.set.rawValue)
        writer.write(set.ranges) { writer, range in
          writer.write(Int(range.lowerBound))
          writer.write(Int(range.upperBound))
        }
      case .assertion(let assertion):
        writer.write(InstructionCode.assertion.rawValue)
        writer.write(assertion.rawValue)
      case .fork(let target):
        writer.write(InstructionCode.fork.rawValue)
        writer.write(target)
      case .jump(let target):
        writer.write(InstructionCode.jump.rawValue)
        writer.write(target)
      case .match: writer.write(InstructionCode.match.rawValue)
      }
    }
  }
}

extension ByteReader {
  mutating func regularExpression() throws(Unreadable) -> RegularExpression {
    let count = try count()
    var instructions: [PatternProgram.Instruction] = []
    instructions.reserveCapacity(count)
    for _ in 0..<count { instructions.append(try instruction(among: count)) }
    // Behind every other instruction stands one, so that a way never leads out of the program.
    guard instructions.last == .match else { throw Unreadable() }
    return RegularExpression(PatternProgram(instructions))
  }

  private mutating func instruction(among count: Int) throws(Unreadable)
    -> PatternProgram.Instruction
  {
    switch InstructionCode(rawValue: try byte()) {
    case .scalar: return .scalar(try scalar())
    case .set:
      return .set(
        ScalarSet(
          try list { reader throws(Unreadable) in
            let (first, last) = (try reader.scalar(), try reader.scalar())
            guard first <= last else { throw Unreadable() }
            return first...last
          }))
    case .assertion:
      guard let assertion = PatternAssertion(rawValue: try byte()) else { throw Unreadable() }
      return .assertion(assertion)
    case .fork: return .fork(try target(among: count))
    case .jump: return .jump(try target(among: count))
    case .match: return .match
    case nil: throw Unreadable()
    }
  }

  private mutating func scalar() throws(Unreadable) -> UInt32 {
    guard let scalar = UInt32(exactly: try int()), scalar <= ScalarSet.lastCodePoint else {
      throw Unreadable()
    }
    return scalar
  }

  private mutating func target(among count: Int) throws(Unreadable) -> Int {
    let target = try int()
    guard 0..<count ~= target else { throw Unreadable() }
    return target
  }
}
