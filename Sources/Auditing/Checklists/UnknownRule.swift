package import SourceText

extension Complaint {
  /// That there is no rule of a name.
  ///
  /// - Parameters:
  ///   - kind: What could have had the name.
  ///   - meant: The name that was likely meant, if one is near.
  ///   - otherwise: What helps where none is.
  package init(
    unknownRule name: String, kind: String = "rule", meant: String?,
    otherwise: String? = "`memaudit rules` lists them"
  ) {
    self.init(
      "there is no \(kind) `\(name)`", help: meant.map(didYouMean) ?? otherwise)
  }
}
