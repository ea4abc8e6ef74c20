extension Expression {
  /// The words of which a list of a variable's must hold one, or else the expression is false whatever the rest is; nil
  /// where nothing so simple can be said.
  package func wordsNeeded(in field: String, ofVariable slot: Int) -> Set<String>? {
    root.wordsNeeded(in: field, of: slot)
  }
}

extension Node {
  fileprivate func wordsNeeded(in field: String, of slot: Int) -> Set<String>? {
    switch written {
    case let logical as Logical:
      let needs = logical.children.map { $0.wordsNeeded(in: field, of: slot) }
      switch logical.operation {
      // One that is false decides; the one that lets the least through says most.
      case .and: return needs.compactMap(\.self).min { $0.count < $1.count }
      case .or:
        return needs.contains(nil)
          ? nil : needs.compactMap(\.self).reduce(into: []) { $0.formUnion($1) }
      }
    case let binary as Binary where binary.operation == .isIn:
      guard binary.right.reads(field, of: slot) else { return nil }
      return binary.left.word.map { [$0] }
    case let loop as Quantifier where loop.isExists:
      if loop.range.node.reads(field, of: slot) {
        return loop.condition.wordsOf(local: loop.range.slot)
      }
      guard let words = loop.range.node.words, let test = loop.condition.written as? Binary,
        test.operation == .isIn, (test.left as? Local)?.slot == loop.range.slot,
        test.right.reads(field, of: slot)
      else { return nil }
      return words
    default: return nil
    }
  }

  /// The words of which a variable must be one.
  private func wordsOf(local slot: Int) -> Set<String>? {
    switch written {
    case let equality as TextEquality:
      return equality.isEqual && (equality.operand as? Local)?.slot == slot
        ? [equality.text] : nil
    case let binary as Binary where binary.operation == .isIn:
      return (binary.left as? Local)?.slot == slot ? binary.right.words : nil
    default: return nil
    }
  }

  private func reads(_ field: String, of slot: Int) -> Bool {
    guard let selection = self as? FieldOfRecord, let local = selection.operand as? Local else {
      return false
    }
    return selection.read.field == field && local.slot == slot
  }

  /// The text of a literal.
  private var word: String? {
    if case .string(let text)? = constant { text } else { nil }
  }

  /// The texts of a list of literals.
  private var words: Set<String>? {
    if case .list(let list)? = constant {
      let texts = list.elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
      return texts.count == list.elements.count ? Set(texts) : nil
    }
    guard let list = self as? ListNode else { return nil }
    let texts = list.elements.compactMap(\.word)
    return texts.count == list.elements.count ? Set(texts) : nil
  }
}
