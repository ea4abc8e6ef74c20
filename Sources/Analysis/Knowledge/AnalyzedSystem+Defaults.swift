internal import Architecture
package import SourceText

/// What an implementation does where the file says nothing.
package struct KnownDefault: Sendable {
  /// The implementation's full name.
  package let implementation: String
  /// The field of its component or store that the file leaves out.
  package let field: String
  /// Where the file names the implementation.
  package let span: Span
}

extension AnalyzedSystem {
  /// The default that a path's value comes from; nil where the file declares it, or nothing is known.
  package func knownDefault(at path: String) -> KnownDefault? {
    guard hasImplementations else { return nil }
    let names = path.split(separator: ".").map(String.init)
    guard names.count >= 3, let collection = Collection(rawValue: names[0]),
      let part = part(names[1]), part.collection == collection,
      let implementation = part.implementation, part.record.type.index(of: names[2]) != nil,
      part.reading[names[2]].isKnownByImplementation || names[2] == "store" && part.hasOwnStore,
      let span = part.record.entry("implementation")?.span
    else { return nil }
    return KnownDefault(implementation: implementation.fullName, field: names[2], span: span)
  }
}

extension Part {
  /// Whether nothing is said of where its content is but the implementation, which keeps it somewhere.
  fileprivate var hasOwnStore: Bool {
    guard reading.store.isUndeclared else { return false }
    return reading.durability.isKnownByImplementation
      || reading.durability.isUndeclared && implementation?.isSharedAcrossProcesses != nil
  }
}
