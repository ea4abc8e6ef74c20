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
    around = Set(self.paths.lazy.flatMap(Self.around))
  }

  /// Whether a path is among them, or within one of them, or around one.
  func touch(_ path: String) -> Bool {
    paths.contains(path) || around.contains(path)
      || Self.around(path).contains(where: paths.contains)
  }

  /// `a` and `a.b` of `a.b.c`.
  private static func around(_ path: String) -> [String] {
    path.utf8.indices.filter { path.utf8[$0] == UInt8(ascii: ".") }.map { String(path[..<$0]) }
  }
}
