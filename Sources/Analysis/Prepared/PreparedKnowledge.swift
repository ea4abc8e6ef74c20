internal import Architecture
internal import Bytes

/// What is known, from bytes. Of implementations only the one that is meant is read.
struct PreparedKnowledge: Sendable {
  let components: PreparedImplementations
  let stores: PreparedImplementations
  private let equivalences: ByteSlice
  private let cited: ByteSlice
  private let happened: ByteSlice

  init?(_ slice: ByteSlice) {
    var reader = ByteReader(slice)
    do throws(Unreadable) {
      equivalences = try reader.part()
      cited = try reader.part()
      components = PreparedImplementations(
        slice: try reader.part(), behaviour: .componentBehaviour)
      stores = PreparedImplementations(slice: try reader.part(), behaviour: .storeBehaviour)
      happened = try reader.part()
    } catch {
      return nil
    }
  }

  var map: [Record]? { records(in: equivalences, .mapRow) }
  var literature: [Record]? { records(in: cited, .work) }

  private func records(in slice: ByteSlice, _ type: RecordType) -> [Record]? {
    var reader = ByteReader(slice)
    return try? reader.list { reader throws(Unreadable) in try reader.record(type) }
  }

  var incidents: [Incident]? {
    var reader = ByteReader(happened)
    return try? reader.list { reader throws(Unreadable) in try Incident(&reader) }
  }
}

struct PreparedImplementations: Sendable {
  let slice: ByteSlice
  let behaviour: RecordType

  var all: [Implementation]? {
    try? found { _ throws(Unreadable) in true }
  }

  /// The names of each, the full one last.
  var names: [[String]]? {
    var reader = ByteReader(slice)
    return try? reader.list { reader throws(Unreadable) in
      var names = ByteReader(try reader.part())
      _ = try reader.part()
      let full = try names.texts()
      return try names.texts() + full.reversed()
    }
  }

  /// Nil where the bytes cannot be read.
  func lookUp(_ name: String) -> Knowledge.Lookup? {
    let meant = try? found { reader throws(Unreadable) in
      let isFull = try reader.isAmongTexts(name)
      return try reader.isAmongTexts(name) || isFull
    }
    return meant.map { Knowledge.lookUp(name, among: $0) }
  }

  /// The implementations whose names are wanted: the full ones come first, then the short.
  private func found(
    _ isWanted: (inout ByteReader) throws(Unreadable) -> Bool
  ) throws(Unreadable) -> [Implementation] {
    var reader = ByteReader(slice)
    var found: [Implementation] = []
    for _ in 0..<(try reader.count()) {
      var names = ByteReader(try reader.part())
      let isFound = try isWanted(&names)
      let body = try reader.part()
      if isFound { found.append(try Implementation(body, behaviour: behaviour)) }
    }
    return found
  }
}

extension ByteReader {
  fileprivate mutating func isAmongTexts(_ text: String) throws(Unreadable) -> Bool {
    var isAmong = false
    for _ in 0..<(try count()) where try isText(text) { isAmong = true }
    return isAmong
  }
}

extension ByteWriter {
  mutating func write(
    map: [Record], literature: [Record], components: [Implementation], stores: [Implementation],
    incidents: [Incident]
  ) {
    for records in [map, literature] {
      write { part in part.write(records) { writer, record in writer.write(record) } }
    }
    for implementations in [components, stores] {
      write { part in
        part.write(implementations) { writer, implementation in writer.write(implementation) }
      }
    }
    write { part in part.write(incidents) { writer, incident in writer.write(incident) } }
  }

  /// The names by which it may be meant stand in front, so that one can be found without reading the others.
  private mutating func write(_ implementation: Implementation) {
    write { part in
      part.write(implementation.fullNames)
      part.write(implementation.names)
    }
    write { part in
      part.write(implementation.framework)
      part.write(implementation.frameworkName)
      part.write(implementation.names)
      part.write(implementation.module)
      part.write(implementation.patterns.map(\.rawValue))
      part.write(implementation.isDurable) { writer, flag in writer.write(flag) }
      part.write(implementation.isSharedAcrossProcesses) { writer, flag in writer.write(flag) }
      part.write(implementation.behaviour) { writer, record in writer.write(record) }
      part.write(implementation.note)
      part.write(implementation.source)
    }
  }

  private mutating func write(_ incident: Incident) {
    write(incident.id)
    write(incident.failureClass)
    write(incident.title)
    write(incident.source)
    write(incident.happened)
    write(incident.caughtBy)
    write(incident.unseen)
  }
}

extension Implementation {
  /// - Parameter behaviour: How its behaviour is described.
  init(_ slice: ByteSlice, behaviour type: RecordType) throws(Unreadable) {
    var reader = ByteReader(slice)
    framework = try reader.text()
    frameworkName = try reader.text()
    names = try reader.texts()
    module = try reader.optionalText()
    patterns = try reader.texts().compactMap(ComponentKind.init)
    isDurable = try reader.optional { reader throws(Unreadable) in try reader.flag() }
    isSharedAcrossProcesses = try reader.optional { reader throws(Unreadable) in try reader.flag() }
    behaviour = try reader.optional { reader throws(Unreadable) in try reader.record(type) }
    note = try reader.text()
    source = try reader.text()
  }
}

extension Incident {
  init(_ reader: inout ByteReader) throws(Unreadable) {
    id = try reader.text()
    failureClass = try reader.text()
    title = try reader.text()
    source = try reader.text()
    happened = try reader.text()
    caughtBy = try reader.texts()
    unseen = try reader.optionalText()
  }
}
