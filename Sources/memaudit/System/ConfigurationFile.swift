internal import SourceText
internal import YAML

/// A configuration, and the files of its repository as seen from its folder.
struct ConfigurationFile: Sendable {
  static let name = ".memaudit.yaml"

  let path: String
  let source: SourceFile
  let files: RepositoryFiles

  /// The configuration that holds for the files of a folder: the nearest one upward, to the repository's root. Nil
  /// where there is none.
  init?(nearestTo files: RepositoryFiles) throws(Complaint) {
    guard let files = files.nearest(Self.name) else { return nil }
    path = files.fullPath(Self.name)
    source = try files.sourceFile(Self.name)
    self.files = files
  }

  /// That of the current folder; nil where there is none.
  static var pathFromHere: String? {
    do throws(Complaint) {
      return try RepositoryFiles(around: "-").nearest(name)?.fullPath(name)
    } catch {
      return nil
    }
  }

  /// The configuration that a user names: it may stand anywhere, what it names may not.
  init(at path: String) throws(Complaint) {
    self.path = path
    source = try readFile(path)
    files = try RepositoryFiles(around: path)
  }
}

extension RepositoryFiles {
  /// A file that is named by a path from the folder, under its name as seen from the root.
  func sourceFile(_ path: String) throws(Complaint) -> SourceFile {
    do throws(Complaint) {
      let bytes = try read(path).get()
      return SourceFile(name: (folder + [path]).joined(separator: "/"), bytes: bytes)
    } catch {
      throw Complaint("`\(path)` \(error.message)", help: error.help)
    }
  }

  /// A file of the folder that was found on the way from elsewhere.
  func sourceFile(found path: String) throws(Complaint) -> SourceFile {
    let name = names(in: path).last ?? ""
    do throws(Complaint) {
      return SourceFile(name: path, bytes: try read(name, limit: Limits.standard.bytes).get())
    } catch {
      throw Complaint(
        "`\(path)` \(error.message)",
        help: "`memaudit check \(shellWord(path))` reads it wherever it leads, since you name it")
    }
  }
}
