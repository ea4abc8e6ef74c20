internal import Glibc
internal import SourceText

extension RepositoryFiles {
  /// Opens a regular file. Its way is followed folder by folder, so that nothing can be exchanged for a link meanwhile.
  func open(_ path: String) throws(Complaint) -> Int32 {
    let names = try resolved(path)
    let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    var descriptor = Glibc.open(root, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { throw Complaint("cannot be read: \(lastError())") }
    for (index, name) in names.enumerated() {
      let isLast = index == names.count - 1
      var status = stat()
      let isThere = fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
      let failure = isThere ? "" : lastError()
      let wanted = isLast ? S_IFREG : S_IFDIR
      let isFit = isThere && status.st_mode & S_IFMT == wanted
      let next = isFit ? openat(descriptor, name, isLast ? flags : flags | O_DIRECTORY) : -1
      let opening = isFit && next < 0 ? lastError() : failure
      close(descriptor)
      guard isFit, next >= 0 else {
        throw isThere && !isFit
          ? Complaint("is no regular file") : Complaint("cannot be read: \(opening)")
      }
      descriptor = next
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Complaint("is no regular file")
    }
    return descriptor
  }

  /// The names from the root to a file, without links and without `..`.
  private func resolved(_ path: String) throws(Complaint) -> [String] {
    guard !path.utf8.contains(0), path.utf8.count < PATH_MAX else {
      throw Complaint("cannot be the name of a file")
    }
    guard !path.hasPrefix("/") else {
      throw Complaint("is an absolute path", help: "write it as seen from the folder of this file")
    }
    var names = folder
    var rest = memaudit.names(in: path)
    var links = 0
    while let name = rest.first {
      rest.removeFirst()
      switch name {
      case ".": continue
      case "..":
        guard names.popLast() != nil else { throw Self.outside }
      default:
        names.append(name)
        guard let target = linkTarget(fullPath(names)) else { continue }
        links += 1
        guard links <= 16 else { throw Complaint("is a link that leads through too many others") }
        guard !target.hasPrefix("/") else { throw Self.outside }
        names.removeLast()
        rest = memaudit.names(in: target) + rest
      }
    }
    return names
  }

  private static let outside = Complaint(
    "leads out of the repository", help: "keep what stands behind a declaration beside it")

  /// Where a symbolic link leads; nil for anything else.
  private func linkTarget(_ path: String) -> String? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return nil }
    let capacity = Int(PATH_MAX)
    let target = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let length = buffer.withMemoryRebound(to: CChar.self) {
        $0.baseAddress.map { readlink(path, $0, capacity) } ?? 0
      }
      count = max(length, 0)
    }
    return target.isEmpty ? nil : String(decoding: target, as: UTF8.self)
  }

  func bytes(of descriptor: Int32, limit: Int) throws(Complaint) -> [UInt8] {
    guard let bytes = readAll(from: descriptor, atMost: limit + 1) else {
      throw Complaint("cannot be read: \(lastError())")
    }
    guard bytes.count <= limit else { throw Complaint("is larger than \(limit >> 20) MiB") }
    return bytes
  }
}
