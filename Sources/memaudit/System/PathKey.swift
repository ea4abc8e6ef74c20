internal import SourceText

/// A path by its bytes: names that are equal to Unicode may be those of two files.
struct PathKey: Hashable, Sendable {
  private let bytes: [UInt8]

  init(_ path: String) {
    bytes = Array(path.utf8)
  }
}

/// Where files are, however they were given.
struct Places {
  private var folders: [PathKey: String] = [:]

  /// The file in its folder without links; as it was given where the folder is out of reach.
  mutating func place(of file: String) -> PathKey {
    guard file != "-", let name = names(in: file).last else { return PathKey(file) }
    return PathKey(realName(of: folderName(of: file)) + "/" + name)
  }

  private mutating func realName(of folder: String) -> String {
    let key = PathKey(folder)
    if let known = folders[key] { return known }
    var real = folder
    do throws(Complaint) { real = try realFolder(folder) } catch {}
    folders[key] = real
    return real
  }
}
