internal import Analysis
internal import Architecture
internal import SourceText

extension SystemView {
  /// A component as a pattern of the map; one of several patterns has an entry for each.
  package struct MapEntry: Sendable {
    package let component: String
    package let pattern: String
    package let equivalents: [String]
    /// How both fail; nil where the component is not on the map.
    package let failureMode: String?
    /// What that failure looks like in an agent.
    package let fails: String?
    package let mitigations: [(name: String, how: String)]
    package let isMapped: Bool
  }

  package var map: [MapEntry] {
    system.components.flatMap { part -> [MapEntry] in
      if part.patterns.isEmpty { return [unmapped(part)] }
      return part.patterns.map { pattern in
        let row = Knowledge.row(of: pattern)
        return MapEntry(
          component: part.id, pattern: row?.name.lowercasedFirst ?? pattern.rawValue,
          equivalents: row?.equivalents ?? [], failureMode: row?.failureMode, fails: row?.fails,
          mitigations: row?.mitigations.map { ($0.name, $0.how) } ?? [], isMapped: true)
      }
    }
  }

  private func unmapped(_ part: Part) -> MapEntry {
    var equivalents: [String] = []
    if case .unmapped(let equivalent?)? = part.mapping?.basis { equivalents = [equivalent] }
    let pattern = equivalents.isEmpty ? "not on the map" : "custom"
    return MapEntry(
      component: part.id, pattern: part.unknownPatterns == nil ? pattern : "not declared",
      equivalents: equivalents, failureMode: nil, fails: nil, mitigations: [],
      isMapped: !equivalents.isEmpty)
  }

  /// What the entries cannot say: on what basis something was mapped, where it was not by its kind.
  package var mapNotes: [String] {
    let unknown = Dictionary(
      unknownImplementations.map { ($0.subject, $0.sentence) },
      uniquingKeysWith: { first, _ in first })
    return system.components.compactMap { note($0, ofImplementation: unknown[$0.id]) }
  }

  private func note(_ part: Part, ofImplementation sentence: String?) -> String? {
    guard let mapping = part.mapping else { return nil }
    var sentences: [String] = []
    switch mapping.basis {
    case .kind: break
    case .alias(let word): sentences.append("`\(word)` is another word for the pattern.")
    case .implementation(let name): sentences.append("mapped by its implementation, \(name).")
    case .structure(let fields):
      sentences.append("mapped by what it declares: \(fields.joined(separator: ", ")).")
    case .unmapped(equivalent: .some): sentences.append("a pattern of its own.")
    case .unmapped(equivalent: nil):
      sentences.append("its kind is on no map; declare the `equivalent` that the literature knows.")
    case .unknown:
      if part.reading.implementation.isUndeclared {
        sentences.append("nothing says what it is: declare its `kind`.")
      }
    }
    if !mapping.usualPatterns.isEmpty {
      let usual = mapping.usualPatterns.map(\.rawValue).joined(separator: ", ")
      sentences.append("its implementation is usually a \(usual).")
    }
    if let sentence { sentences.append(sentence) }
    return sentences.isEmpty ? nil : "\(part.id): " + sentences.joined(separator: " ")
  }
}
