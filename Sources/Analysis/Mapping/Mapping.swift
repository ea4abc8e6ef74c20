package import Architecture
internal import SourceText

/// Which rows of the map a component belongs to, and on what basis that was decided.
package struct Mapping: Sendable {
  /// What a mapping rests on.
  package enum Basis: Sendable {
    /// The declared kind.
    case kind
    /// Another word for a kind, which the file uses.
    case alias(String)
    /// What the named implementation is known to be.
    case implementation(String)
    /// Fields that only one pattern has.
    case structure([String])
    /// Nothing that is on the map; the name that the literature has for it, where the file gives one.
    case unmapped(equivalent: String?)
    /// Nothing yet: the file says no kind, and names no implementation of which something is known.
    case unknown
  }

  package let patterns: [ComponentKind]
  package let basis: Basis
  /// The patterns that the implementation is known to have, where the declared kinds have none of them.
  package let usualPatterns: [ComponentKind]

  package var isMapped: Bool { !patterns.isEmpty }

  init(_ component: Record, implementation: Implementation?, in file: SourceFile) {
    let kinds = component.texts("kind").compactMap(ComponentKind.init)
    let declared = kinds.filter { $0 != .custom }
    let known = implementation?.patterns ?? []
    usualPatterns =
      declared.isEmpty || known.contains(where: declared.contains) ? [] : known
    if !declared.isEmpty {
      patterns = declared
      basis = Self.alias(component, in: file).map(Basis.alias) ?? .kind
      return
    }
    if let implementation, !known.isEmpty {
      patterns = known
      basis = .implementation(implementation.fullName)
      return
    }
    let structure = Self.structure(of: component)
    patterns = structure.patterns
    basis =
      structure.patterns.isEmpty
      ? Self.basis(ofUnmapped: component) : .structure(structure.fields)
  }

  /// A name that is not known says nothing of what goes by it, not even that it is new.
  private static func basis(ofUnmapped component: Record) -> Basis {
    let isSaid = component.entry("kind")?.value != nil || component.text("equivalent") != nil
    return isSaid ? .unmapped(equivalent: component.text("equivalent")) : .unknown
  }

  /// The word that the file writes for a kind, where it is not the kind's name.
  private static func alias(_ component: Record, in file: SourceFile) -> String? {
    guard case .list(let items)? = component.entry("kind")?.value else { return nil }
    for item in items {
      guard case .text(let name) = item.value else { continue }
      let written = file.text(item.span)
      guard written != name else { continue }
      let bare = written.filter { $0 != "\"" && $0 != "'" }
      if bare != name { return bare }
    }
    return nil
  }

  /// A field that a single pattern has decides for it; fields of several patterns decide together, if all of them
  /// share just one.
  private static func structure(of component: Record) -> (
    patterns: [ComponentKind], fields: [String]
  ) {
    let used = component.type.fields.enumerated().filter { index, field in
      !field.kinds.isEmpty && component.entry(at: index)?.value != nil
    }.map(\.element)
    let decisive = used.filter { $0.kinds.count == 1 }
    if !decisive.isEmpty {
      let patterns = ComponentKind.allCases.filter { kind in
        decisive.contains { $0.kinds == [kind] }
      }
      return (patterns, decisive.map(\.name))
    }
    let shared = ComponentKind.allCases.filter { kind in used.allSatisfy { $0.kinds.contains(kind) }
    }
    return used.isEmpty || shared.count != 1 ? ([], []) : (shared, used.map(\.name))
  }
}
