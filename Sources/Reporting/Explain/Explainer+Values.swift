internal import Analysis
internal import Architecture

extension Explainer {
  /// What a word means that names nothing of ours: a value, a framework, a word of another system.
  package func words(_ text: String) -> [Explanation] {
    let value = value(named: text)
    return [value, framework(named: text), borrowedWord(text, isValue: value != nil)]
      .compactMap(\.self)
  }

  /// Nil where it is the value of no field.
  private func value(named word: String) -> Explanation? {
    let places = RecordType.architecture.family.flatMap { type in
      type.fields.compactMap { field in
        field.type.choice?.options.first { $0.name == word }.map { (type, field, $0) }
      }
    }
    guard !places.isEmpty else { return nil }
    return Explanation(
      title: word, subtitle: "a value",
      blocks: places.map { type, field, option in
        let meaning = option.meaning.isEmpty ? "" : ": \(option.meaning)"
        return .item("`\(field.name)` of \(type.nameInProse)\(meaning)", nil)
      })
  }

  /// The classes that are known of a framework; nil where it is not known.
  private func framework(named name: String) -> Explanation? {
    let known = (Knowledge.components + Knowledge.stores).filter {
      $0.framework == name.lowercased() || $0.frameworkName.lowercased() == name.lowercased()
    }
    guard let first = known.first else { return nil }
    return Explanation(
      title: first.frameworkName, subtitle: "a framework",
      blocks: [.heading("What is known of it")]
        + known.map { .item("\($0.fullName): \($0.note)", nil) })
  }
}
