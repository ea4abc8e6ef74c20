internal import Glibc
internal import SourceText
internal import YAML

/// A file to audit, by its path.
enum InputPath: Sendable {
  /// By the user, who may name a pipe, or a file that lies anywhere.
  case named(String)
  /// In a folder, by its name: no more is read than what the repository holds.
  case found(String)

  var path: String {
    switch self {
    case .named(let path), .found(let path): path
    }
  }

  /// What it is called to the user.
  var name: String { fileName(path) }
}

/// What the file at a path is called; `-` is standard input.
private func fileName(_ path: String) -> String {
  path == "-" ? SourceFile.standardInput : path
}

/// Reads at most one byte more than the limit, which is that of a YAML file unless the caller says otherwise. `-` is
/// standard input.
func readFile(_ path: String, limit: Int = Limits.standard.bytes) throws(Complaint) -> SourceFile {
  let isStandardInput = path == "-"
  let descriptor = isStandardInput ? 0 : open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw Complaint("cannot read `\(path)`: \(lastError())") }
  defer { if !isStandardInput { close(descriptor) } }
  guard let bytes = readAll(from: descriptor, atMost: limit + 1) else {
    throw Complaint("cannot read `\(path)`: \(lastError())")
  }
  return SourceFile(name: fileName(path), bytes: bytes)
}

/// The architecture files that paths stand for: a file is itself, a folder is every architecture below it, in order.
func architectureFiles(at paths: [String]) throws(Complaint) -> [InputPath] {
  var files: [InputPath] = []
  for path in paths {
    guard path != "-", isDirectory(path) else {
      files.append(.named(path))
      continue
    }
    let found = try architectures(below: Array(path.utf8))
    guard !found.isEmpty else {
      throw Complaint(
        "no architecture below `\(path)`: looked for arch.yaml, arch.yml, *.arch.yaml, *.arch.yml",
        help: "`memaudit check FILE` audits a file of any name"
      )
    }
    files += found.map(InputPath.found)
  }
  // What is found below one folder is there once.
  guard paths.count > 1 else { return files }
  var places = Places()
  var seen: Set<ExactText> = []
  return files.filter { seen.insert(places.place(of: $0.path)).inserted }
}

/// Folders that hide themselves, and those that hold other people's code, are passed over; links to folders are not
/// followed. Folders are walked by the bytes of their names, which need not be text.
private func architectures(below folder: [UInt8]) throws(Complaint) -> [String] {
  var found: [String] = []
  for entry in try entries(of: folder) {
    let (name, bytes) = (entry.name, entry.bytes)
    let path =
      folder == Array(".".utf8)
      ? bytes : folder + (folder.last == UInt8(ascii: "/") ? [] : Array("/".utf8)) + bytes
    let isFolder = if let known = entry.isFolder { known } else { try isFolder(path) }
    if isFolder {
      let isPassedOver = name.hasPrefix(".") || name == "node_modules" || name == "vendor"
      if !isPassedOver { found += try architectures(below: path) }
    } else if name == "arch.yaml" || name == "arch.yml" || name.hasSuffix(".arch.yaml")
      || name.hasSuffix(".arch.yml")
    {
      found.append(String(decoding: path, as: UTF8.self))
    }
  }
  return found
}

/// What is in a folder: a name, and whether it is that of a folder, where the file system says so.
private struct FolderEntry {
  let bytes: [UInt8]
  let isFolder: Bool?

  var name: String { String(decoding: bytes, as: UTF8.self) }

  init(_ entry: inout dirent) {
    bytes = withUnsafeBytes(of: &entry.d_name) { Array($0.prefix { $0 != 0 }) }
    let type = Int(entry.d_type)
    isFolder = type == Int(DT_UNKNOWN) ? nil : type == Int(DT_DIR)
  }
}

/// In the order of their bytes, which is the same everywhere.
private func entries(of folder: [UInt8]) throws(Complaint) -> [FolderEntry] {
  let shown = "the folder `\(String(decoding: folder, as: UTF8.self))`"
  guard let stream = opendir(folder.cString) else { throw unreadable(shown) }
  defer { closedir(stream) }
  var found: [FolderEntry] = []
  errno = 0
  while let entry = readdir(stream) {
    let known = FolderEntry(&entry.pointee)
    if known.name != ".", known.name != ".." { found.append(known) }
    errno = 0
  }
  guard errno == 0 else { throw unreadable(shown) }
  return found.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
}

extension [UInt8] {
  /// A path as the system takes it.
  fileprivate var cString: [CChar] { map(CChar.init(bitPattern:)) + [0] }
}

/// What may be a folder has to be looked at where the file system does not say, unless it went away meanwhile.
private func isFolder(_ path: [UInt8]) throws(Complaint) -> Bool {
  var status = stat()
  guard lstat(path.cString, &status) == 0 else {
    guard errno == ENOENT else {
      throw unreadable("`\(String(decoding: path, as: UTF8.self))`")
    }
    return false
  }
  return status.st_mode & S_IFMT == S_IFDIR
}

/// Nobody knows what a folder holds that cannot be read: to pass it over would let its architectures pass.
private func unreadable(_ what: String) -> Complaint {
  Complaint(
    "cannot read \(what): \(lastError())",
    help: "let it be read, or name the files and folders that are to be audited")
}

func isDirectory(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
