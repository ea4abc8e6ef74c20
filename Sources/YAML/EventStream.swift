internal import CYAML

/// Owns libyaml's parser. The parser points back at itself, so it lives on the heap and never moves.
struct EventStream: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The last event, which owns what is told of it.
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// Reads from memory that must outlive the stream; nil where libyaml finds no memory for itself.
  init?(reading bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      event.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // libyaml refuses a null pointer, which is what an empty buffer may have.
    if let start = bytes.baseAddress {
      yaml_parser_set_input_string(parser, start, bytes.count)
    } else {
      yaml_parser_set_input_string(parser, "", 0)
    }
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  mutating func next() throws(SyntaxFailure) -> Event {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else { throw failure() }
    return Event(
      kind: kind, start: Int(event.pointee.start_mark.index),
      end: Int(event.pointee.end_mark.index))
  }

  private var kind: Event.Kind {
    switch event.pointee.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_ALIAS_EVENT: return .alias(Event.Name(event.pointee.data.alias.anchor))
    case YAML_SCALAR_EVENT:
      let scalar = event.pointee.data.scalar
      return .scalar(
        UnsafeBufferPointer(start: scalar.value, count: scalar.length), style(scalar.style),
        properties(scalar.anchor, scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      let start = event.pointee.data.sequence_start
      return .sequenceStart(
        properties(start.anchor, start.tag), isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_MAPPING_START_EVENT:
      let start = event.pointee.data.mapping_start
      return .mappingStart(
        properties(start.anchor, start.tag), isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
    default: return .streamEnd
    }
  }

  private func style(_ style: yaml_scalar_style_t) -> Scalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private func properties(
    _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> Event.Properties {
    Event.Properties(anchor: Event.Name(anchor), tag: Event.Name(tag))
  }

  private func failure() -> SyntaxFailure {
    let state = parser.pointee
    let isReaders = state.error == YAML_READER_ERROR
    return SyntaxFailure(
      problem: state.problem.map { String(cString: $0) } ?? "the file cannot be read",
      place: isReaders ? .byte(state.problem_offset) : .mark(Int(state.problem_mark.index)),
      context: state.context.map { String(cString: $0) },
      contextMark: state.context == nil ? nil : Int(state.context_mark.index))
  }
}
