/// Grows conditions about the records `x` and `xs` of property tests; `r` are the names of records that may be used.
struct Grower {
  var random: Seeded
  /// Whether it uses `declared`, `certain` and `possible`, of which nothing else must hold than that they are told alike.
  var isGuarding = false
  var names = 0

  mutating func pick(_ words: [String]) -> String { words[random.below(words.count)] }

  mutating func condition(_ r: [String], _ depth: Int) -> String {
    let isLeaf = depth <= 0
    switch random.below(isLeaf ? 6 : 16) {
    case 0: return "\(record(r)).flag == \(pick(["true", "false"]))"
    case 1: return "\(record(r)).kind \(pick(["==", "!="])) '\(pick(["a", "b"]))'"
    case 2: return "\(number(r, depth)) \(pick(["==", "!=", "<", ">="])) \(number(r, depth))"
    case 3:
      if isGuarding, random.below(3) == 0 {
        if random.below(3) > 0 {
          return "\(pick(["certain", "possible"]))(\(condition(r, depth - 1)))"
        }
        return
          "(declared(\(record(r)).\(pick(["number", "tags", "part.flag", "next.part"]))) ? \(record(r)).flag : false)"
      }
      return pick([
        "has(\(record(r)).\(pick(["number", "kind", "flag", "tags", "part", "part.flag"])))",
        "\(record(r)).flag", "!\(record(r)).part.flag", "\(record(r)).next.kind == 'a'",
        "\(record(r)).part.long >= duration('1s')", "\(record(r)) == \(record(r)).next",
        "\(record(r)).tags.exists(t, t == 'a' || \(record(r)).flag)",
        "['a', 'b'].all(t, t in \(record(r)).next.tags)",
        "\(record(r)).kind \(pick(["==", "!="])) null", "\(record(r)) in xs",
        "\(record(r)).part.long - \(record(r)).part.long < duration('1s')",
        "\(record(r)).part.share \(pick(["==", ">", "<="])) \(pick(["0", "1", "0.5"]))",
        "\(record(r)).part.share \(pick(["+", "-", "*", "/"])) 2.0 > \(record(r)).part.share",
      ])
    case 4: return "'\(pick(["a", "b"]))' in \(record(r)).tags"
    case 5: return pick(["true", "false", "1 / 0 == 1", "\(record(r)).kind in ['a', 'b']"])
    case 6, 7: return "(\(condition(r, depth - 1)) && \(condition(r, depth - 1)))"
    case 8, 9: return "(\(condition(r, depth - 1)) || \(condition(r, depth - 1)))"
    case 10: return "!(\(condition(r, depth - 1)))"
    case 11:
      return
        "(\(condition(r, depth - 1)) ? \(condition(r, depth - 1)) : \(condition(r, depth - 1)))"
    case 12, 13:
      return loop(pick(["all", "exists", "exists_one"]), over: list(r, depth - 1), r, depth)
    case 14:
      let inner = list(r, depth - 1)
      return "\(record(r)).kind in \(inner).map(y, y.kind)"
    default:
      return
        "\(list(r, depth - 1)).map(y, y.number) == \(list(r, depth - 1)).map(y, y.number)"
    }
  }

  mutating func loop(_ macro: String, over list: String, _ r: [String], _ depth: Int) -> String {
    names += 1
    let name = "v\(names)"
    if macro != "filter", random.below(3) == 0 {
      return
        "\(list).\(macro)(i\(name), \(name), i\(name) \(pick(["> 0 ||", "== 1 &&", "== 0 ||", "< 2 &&"])) \(condition(r + [name], depth - 1)))"
    }
    return "\(list).\(macro)(\(name), \(condition(r + [name], depth - 1)))"
  }

  mutating func list(_ r: [String], _ depth: Int) -> String {
    switch random.below(depth <= 0 ? 1 : 5) {
    case 0: return "xs"
    case 1: return loop("filter", over: "xs", r, depth)
    case 2: return "(\(list(r, depth - 1)) + \(list(r, depth - 1)))"
    case 3:
      names += 1
      return "\(list(r, depth - 1)).map(v\(names), \(record(r + ["v\(names)"])))"
    default: return "[\(record(r)), \(record(r))]"
    }
  }

  mutating func number(_ r: [String], _ depth: Int) -> String {
    switch random.below(depth <= 0 ? 2 : 6) {
    case 0: return "\(record(r)).number"
    case 1: return pick(["0", "1", "2"])
    case 2:
      return "(\(number(r, depth - 1)) \(pick(["+", "-", "*", "%", "/"])) \(number(r, depth - 1)))"
    case 3: return "size(\(list(r, depth - 1)))"
    case 4:
      return
        "(\(condition(r, depth - 2)) ? \(number(r, depth - 1)) : \(number(r, depth - 1)))"
    default: return "size(\(record(r)).tags)"
    }
  }

  mutating func record(_ r: [String]) -> String {
    random.below(5) == 0 ? "xs[\(random.below(3))]" : r[random.below(r.count)]
  }
}
