internal import Glibc
internal import SourceText

/// A file that comes into being whole or not at all: written beside its place, then moved there. One that others write
/// to as well is only added to.
final class OutputFile {
  private let path: String
  /// Where it is written until it is whole; nil where it is added to.
  private let temporary: String?
  private var descriptor: Int32

  convenience init(_ path: String) throws(Complaint) {
    let temporary = path + ".memaudit-\(getpid())"
    try self.init(path, temporary: temporary, flags: O_CREAT | O_EXCL)
  }

  convenience init(appendingTo path: String) throws(Complaint) {
    try self.init(path, temporary: nil, flags: O_CREAT | O_APPEND)
  }

  private init(_ path: String, temporary: String?, flags: Int32) throws(Complaint) {
    self.path = path
    self.temporary = temporary
    descriptor = open(temporary ?? path, O_WRONLY | O_CLOEXEC | flags, 0o644)
    guard descriptor >= 0 else { throw Complaint("cannot write `\(path)`: \(lastError())") }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    temporary.map { _ = unlink($0) }
  }

  func write(_ text: String) throws(Complaint) {
    var text = text
    guard text.withUTF8({ writeAll($0, to: descriptor) }) else {
      throw Complaint("cannot write `\(path)`: \(lastError())")
    }
  }

  /// Puts what was written in its place.
  func finish() throws(Complaint) {
    let isClosed = close(descriptor) == 0
    descriptor = -1
    guard isClosed, temporary.map({ rename($0, path) }) ?? 0 == 0 else {
      let reason = lastError()
      temporary.map { _ = unlink($0) }
      throw Complaint("cannot write `\(path)`: \(reason)")
    }
  }
}
