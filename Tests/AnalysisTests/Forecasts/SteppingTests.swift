import TestSupport
import Testing

@testable import Analysis

/// A conversation taken turn by turn, as a program would run it.
private struct SteppedConversation {
  let growth: Int
  let cap: Int
  let trigger: (tokens: Int?, turns: Int?)?
  let retained: Int

  /// The history that each call carries, and how often it was condensed before the next turn.
  func run(turns: Int, callsPerTurn calls: Int = 1) -> (histories: [Int], compactions: Int) {
    var history = 0
    var since = 0
    var compactions = 0
    var histories: [Int] = []
    for _ in 0..<turns {
      for _ in 0..<calls {
        history += growth / calls
        histories.append(min(history, cap))
      }
      since += 1
      if let trigger,
        trigger.tokens.map({ history >= $0 }) == true || trigger.turns.map({ since >= $0 }) == true
      {
        since = 0
        // What is kept word for word is not condensed.
        guard history > retained else { continue }
        compactions += 1
        history = retained
      }
    }
    return (histories, compactions)
  }

  var closedForm: Conversation {
    Conversation(
      growth: Double(growth), cap: cap == .max ? .infinity : Double(cap),
      compaction: trigger.flatMap {
        Conversation.Compaction(
          growth: Double(growth), tokens: $0.tokens.map(Double.init),
          turns: $0.turns.map(Double.init), retained: Double(retained))
      })
  }

  static func random(
    callsPerTurn calls: Int = 1, using generator: inout SeededGenerator
  ) -> SteppedConversation {
    let trigger: (Int?, Int?)? =
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: nil
      case 1: (Int.random(in: 1...3_000, using: &generator), nil)
      case 2: (nil, Int.random(in: 1...30, using: &generator))
      default:
        (Int.random(in: 1...3_000, using: &generator), Int.random(in: 1...30, using: &generator))
      }
    return SteppedConversation(
      growth: calls * Int.random(in: 1...200, using: &generator),
      cap: Bool.random(using: &generator) ? .max : Int.random(in: 0...4_000, using: &generator),
      trigger: trigger, retained: Int.random(in: 0...3_500, using: &generator))
  }
}

/// What is computed at once is exactly what comes of taking one turn after the other.
@Suite struct SteppingTests {
  @Test func historyAndReplayAndCompactions() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<400 {
      let stepped = SteppedConversation.random(using: &generator)
      let turns = Int.random(in: 1...80, using: &generator)
      let (histories, compactions) = stepped.run(turns: turns)
      let closed = stepped.closedForm
      #expect(histories.last.map(Double.init) == closed.history(at: Double(turns)), "\(stepped)")
      let replayed = closed.replayed(turns: Double(turns), callsPerTurn: 1)
      #expect(Double(histories.reduce(0, +)) == replayed, "\(stepped) \(turns)")
      if let compaction = closed.compaction {
        #expect(Double(compactions) == compaction.count(turns: Double(turns)), "\(stepped)")
      }
    }
  }

  @Test func replayOfTurnsOfSeveralCalls() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<400 {
      let calls = Int.random(in: 1...9, using: &generator)
      let stepped = SteppedConversation.random(callsPerTurn: calls, using: &generator)
      let turns = Int.random(in: 1...80, using: &generator)
      let histories = stepped.run(turns: turns, callsPerTurn: calls).histories
      let replayed = stepped.closedForm.replayed(
        turns: Double(turns), callsPerTurn: Double(calls))
      #expect(Double(histories.reduce(0, +)) == replayed, "\(stepped) \(turns) \(calls)")
    }
  }

  @Test func overflow() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<400 {
      let stepped = SteppedConversation.random(using: &generator)
      let room = Int.random(in: -50...4_000, using: &generator)
      let histories = stepped.run(turns: 200).histories
      let first = histories.firstIndex { $0 > room }.map { Double($0 + 1) }
      let closed = stepped.closedForm.firstTurn(exceeding: Double(room))
      #expect(closed.map { $0 > 200 ? nil : $0 } ?? nil == first, "\(stepped) \(room)")
    }
  }

  @Test(arguments: [false, true]) func eviction(isTumbling: Bool) {
    for turns in 1...60 {
      for window in 1...20 {
        var kept: [Int] = []
        for turn in 1...turns {
          if isTumbling, kept.count == window { kept = [] }
          kept.append(turn)
          if kept.count > window { kept.removeFirst() }
        }
        let share = Fact.evictedShare(
          turns: Double(turns), window: Double(window), isTumbling: isTumbling)
        #expect(abs(share - Double(turns - kept.count) / Double(turns)) < 1e-12)
      }
    }
  }

  @Test func monthsUntilFull() throws {
    for (size, capacity, bySize, byShare) in [(10.0, 95.0, 4.0, nil), (10, 95, nil, 0.07)] {
      var held = size
      var months = 0.0
      while held < capacity {
        held += (bySize ?? 0) + held * (byShare ?? 0)
        months += 1
      }
      let closed = try #require(
        Fact.monthsUntilFull(size: size, capacity: capacity, bySize: bySize, byShare: byShare))
      #expect(closed.rounded(.up) == months)
    }
  }
}
