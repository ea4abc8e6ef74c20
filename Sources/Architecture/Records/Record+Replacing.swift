internal import SourceText

extension Record {
  /// The record with another duration at the end of a path of names and ids; nil where the path does not lead to one.
  /// A value keeps the place where it is written; one that is not written is said to stand at `span`.
  func replacing(_ path: ArraySlice<Substring>, with nanoseconds: Int64, at span: Span) -> Record? {
    guard let name = path.first, let index = type.index(of: String(name)) else { return nil }
    let rest = path.dropFirst()
    let written = entry(at: index)
    let place = written?.span ?? span
    let value: Value?
    switch (type.fields[index].type, written?.value) {
    case (.duration, _):
      value = rest.isEmpty ? .nanoseconds(nanoseconds) : nil
    case (.record, .record(let inner)?):
      value = inner.replacing(rest, with: nanoseconds, at: span).map(Value.record)
    case (.record(let innerType), _):
      let empty = Record(innerType, path: self.path(of: String(name)), span: place, entries: [])
      value = empty.replacing(rest, with: nanoseconds, at: place).map(Value.record)
    case (.list(.record), .list(let items)?):
      value = items.replacing(rest, with: nanoseconds, at: span).map(Value.list)
    default: value = nil
    }
    return value.map { value in
      let entry = Entry(
        field: index, value: value, span: place, keySpan: written?.keySpan ?? place)
      return Record(
        type, path: self.path, span: self.span,
        entries: entries.filter { $0.field != index } + [entry])
    }
  }

  /// The value at the end of a path of names and ids; nil where nothing, or `none`, is written.
  func value(at path: ArraySlice<Substring>) -> Value? {
    guard let name = path.first, let value = entry(String(name))?.value else { return nil }
    let rest = path.dropFirst()
    guard let next = rest.first else { return value }
    switch value {
    case .record(let inner): return inner.value(at: rest)
    case .list(let items): return items.element(next)?.record.value(at: rest.dropFirst())
    default: return nil
    }
  }
}

extension [Value.Item] {
  fileprivate func element(_ id: Substring?) -> (index: Int, record: Record)? {
    for (index, item) in enumerated() {
      if case .record(let record) = item.value, let own = record.text("id"), own == id ?? "" {
        return (index, record)
      }
    }
    return nil
  }

  /// The list with another duration in the element whose id begins the path.
  fileprivate func replacing(
    _ path: ArraySlice<Substring>, with nanoseconds: Int64, at span: Span
  ) -> [Value.Item]? {
    guard let (index, record) = element(path.first),
      let replaced = record.replacing(path.dropFirst(), with: nanoseconds, at: span)
    else { return nil }
    var items = self
    items[index] = Value.Item(value: .record(replaced), span: items[index].span)
    return items
  }
}
