internal import SourceText

/// Every path of which a file would have to say more for a verdict.
struct AskedPaths {
  private let paths: Set<String>
  /// What the paths stand within.
  private let around: Set<String>

  /// Those of each verdict; nil where not all of them are told.
  init?(_ paths: [[String]]) {
    guard paths.allSatisfy({ $0.count < FieldPath.mostTold }) else { return nil }
    self.paths = Set(paths.joined())
    around = Set(self.paths.lazy.flatMap(FieldPath.owners))
  }

  /// Whether a path is among them, or within one of them, or around one.
  func touch(_ path: String) -> Bool {
    paths.contains(path) || around.contains(path)
      || FieldPath.owners(of: path).contains(where: paths.contains)
  }
}
