internal import Auditing
internal import Glibc
internal import SourceText

/// The files of the repository that a file belongs to. What is named there is read only inside: no link leads out, and
/// nothing is opened that could block, act or go on for ever.
struct RepositoryFiles: Sendable {
  /// The most that a file may have unless the caller says otherwise.
  static let limit = 1 << 20

  /// The nearest folder around the file that holds `.git`, or else the file's own.
  let root: String
  /// The folders from the root to the one from which paths are seen.
  let folder: [String]
  private let isRepository: Bool

  /// The repository of a file, seen from the file's folder; `-` stands in the current one.
  init(around file: String) throws(Complaint) {
    let own = try realFolder(folderName(of: file))
    var root = own
    var folder: [String] = []
    while !exists((root == "/" ? "" : root) + "/.git") {
      guard root != "/", let slash = root.utf8.lastIndex(of: UInt8(ascii: "/")) else {
        self.init(root: own, folder: [], isRepository: false)
        return
      }
      folder.insert(String(root[root.utf8.index(after: slash)...]), at: 0)
      root = slash == root.startIndex ? "/" : String(root[..<slash])
    }
    self.init(root: root, folder: folder, isRepository: true)
  }

  /// What a file is called whose repository may be out of reach.
  static func path(of file: String) -> String? {
    do throws(Complaint) {
      return try RepositoryFiles(around: file).repositoryPath(of: file)
    } catch {
      return Auditing.repositoryPath(file)
    }
  }

  /// The same of what may be a folder; the root of the repository is empty.
  static func path(ofOperand operand: String) -> String? {
    guard isDirectory(operand) else { return path(of: operand) }
    let name = "arch.yaml"
    return path(of: operand + "/" + name).map {
      $0 == name ? "" : String($0.dropLast(name.utf8.count + 1))
    }
  }

  private init(root: String, folder: [String], isRepository: Bool) {
    self.root = root
    self.folder = folder
    self.isRepository = isRepository
  }

  /// How a file of the folder is called from the root of the repository, however it was given; where there is no
  /// repository, as it was given. Nil for standard input.
  func repositoryPath(of file: String) -> String? {
    guard isRepository, file != "-" else { return Auditing.repositoryPath(file) }
    return (folder + names(in: file).suffix(1)).joined(separator: "/")
  }

  /// Every byte of a file that is named by a path from the folder.
  func read(_ path: String, limit: Int = limit) -> Result<[UInt8], Complaint> {
    Result { () throws(Complaint) in
      let descriptor = try open(path)
      defer { close(descriptor) }
      return try bytes(of: descriptor, limit: limit)
    }
  }

  /// Why a file cannot be had; nil where it is there.
  func missing(_ path: String) -> Complaint? {
    do throws(Complaint) {
      close(try open(path))
      return nil
    } catch {
      return error
    }
  }

  var evidence: EvidenceFiles { EvidenceFiles(missing: missing, read: { read($0) }) }

  /// The nearest file of a name, from the folder upward to the root, and the files seen from there.
  func nearest(_ name: String) -> RepositoryFiles? {
    (0...folder.count).reversed().lazy.map { Array(folder[..<$0]) }
      .first { exists(fullPath($0 + [name])) }
      .map { RepositoryFiles(root: root, folder: $0, isRepository: isRepository) }
  }

  /// How a file of the folder is called from the file system's root.
  func fullPath(_ name: String) -> String { fullPath(folder + [name]) }

  func fullPath(_ names: [String]) -> String {
    (root == "/" ? "" : root) + "/" + names.joined(separator: "/")
  }
}

private func exists(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0
}

/// The names on a path.
func names(in path: String) -> [String] {
  path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
}

func folderName(of file: String) -> String {
  guard file != "-", let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == file.startIndex ? "/" : String(file[..<slash])
}

/// The folder without links on its way.
func realFolder(_ folder: String) throws(Complaint) -> String {
  guard let path = realpath(folder, nil) else {
    throw Complaint("cannot look into the folder `\(folder)`: \(lastError())")
  }
  defer { free(path) }
  return String(cString: path)
}
