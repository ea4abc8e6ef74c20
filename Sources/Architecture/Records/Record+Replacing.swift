package import SourceText

/// Another duration for the end of a path of names and ids: `stores.redis.latency.p95`.
package struct Replacement {
  fileprivate var path: ArraySlice<Substring>
  fileprivate let nanoseconds: Int64
  /// Where it is said to stand if nothing is written there.
  fileprivate var span: Span

  package init(of path: String, with nanoseconds: Int64, at span: Span) {
    self.path = path.split(separator: ".", omittingEmptySubsequences: false)[...]
    self.nanoseconds = nanoseconds
    self.span = span
  }
}

extension Record {
  /// The record with other durations; nil where no path leads to one. A value keeps the place where it is written.
  func replacing(_ replacements: [Replacement]) -> Record? {
    var changed: [Entry] = []
    for (field, inner) in replacements.grouped(by: { type.index(of: $0) }) {
      let written = entry(at: field)
      guard let value = replaced(written?.value, of: type.fields[field], at: written?.span, inner),
        let place = written?.span ?? inner.first?.span
      else { continue }
      changed.append(
        Entry(field: field, value: value, span: place, keySpan: written?.keySpan ?? place))
    }
    guard !changed.isEmpty else { return nil }
    let kept = entries.filter { entry in !changed.contains { $0.field == entry.field } }
    return Record(type, path: path, span: span, entries: kept + changed)
  }

  /// What a field holds, with other durations; nil where no path leads to one.
  private func replaced(
    _ written: Value?, of field: Field, at place: Span?, _ replacements: [Replacement]
  ) -> Value? {
    switch (field.type, written) {
    case (.duration, _):
      return replacements.last { $0.path.isEmpty }.map { .nanoseconds($0.nanoseconds) }
    case (.record, .record(let inner)?):
      return inner.replacing(replacements).map(Value.record)
    case (.record(let type), _):
      guard let first = replacements.first else { return nil }
      let empty = Record(
        type, path: path(of: field.name), span: place ?? first.span, entries: [])
      return empty.replacing(place.map { replacements.standing(at: $0) } ?? replacements)
        .map(Value.record)
    case (.list(.record), .list(let items)?):
      return items.replacing(replacements).map(Value.list)
    default: return nil
    }
  }

  /// The value at the end of a path of names and ids; nil where nothing, or `none`, is written.
  func value(at path: ArraySlice<Substring>) -> Value? {
    guard let name = path.first, let value = entry(String(name))?.value else { return nil }
    let rest = path.dropFirst()
    guard let next = rest.first else { return value }
    switch value {
    case .record(let inner): return inner.value(at: rest)
    case .list(let items): return items.element(next)?.value(at: rest.dropFirst())
    default: return nil
    }
  }
}

extension [Replacement] {
  /// Those together that the first names of their paths lead to the same, in the order in which these come first; of the
  /// paths, the rest.
  fileprivate func grouped(by place: (String) -> Int?) -> [(place: Int, rest: [Replacement])] {
    var groups: [(place: Int, rest: [Replacement])] = []
    var known: [Int: Int] = [:]
    for var replacement in self {
      guard let name = replacement.path.popFirst(), let place = place(String(name)) else {
        continue
      }
      if let group = known[place] {
        groups[group].rest.append(replacement)
      } else {
        known[place] = groups.count
        groups.append((place, [replacement]))
      }
    }
    return groups
  }

  fileprivate func standing(at span: Span) -> [Replacement] {
    map { replacement in
      var moved = replacement
      moved.span = span
      return moved
    }
  }
}

extension [Value.Item] {
  fileprivate func element(_ id: Substring) -> Record? {
    for item in self {
      if case .record(let record) = item.value, let own = record.text("id"), own == id {
        return record
      }
    }
    return nil
  }

  /// The list with other durations in the elements whose ids begin the paths; nil where no path leads to one.
  fileprivate func replacing(_ replacements: [Replacement]) -> [Value.Item]? {
    var places: [String: Int] = [:]
    for (place, item) in enumerated() {
      guard case .record(let record) = item.value, let id = record.text("id") else { continue }
      places[id] = places[id] ?? place
    }
    var items = self
    var isChanged = false
    for (place, inner) in replacements.grouped(by: { places[$0] }) {
      guard case .record(let record) = items[place].value,
        let replaced = record.replacing(inner)
      else { continue }
      items[place] = Value.Item(value: .record(replaced), span: items[place].span)
      isChanged = true
    }
    return isChanged ? items : nil
  }
}
