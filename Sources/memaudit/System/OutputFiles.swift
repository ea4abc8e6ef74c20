internal import Glibc
internal import SourceText

/// A file that a report is written to.
protocol ReportFile {
  func write(_ text: String) throws(Complaint)
  /// Leaves the file as it is to be found.
  func finish() throws(Complaint)
}

/// A file that comes into being whole or not at all.
final class OutputFile: ReportFile {
  private let path: String
  private let temporary: TemporaryFile

  init(_ path: String) throws(Complaint) {
    try Self.checkThatItIsReplaceable(path)
    self.path = path
    guard let temporary = TemporaryFile.nameless(for: path) ?? TemporaryFile.named(for: path) else {
      throw complaintAboutWriting(path)
    }
    self.temporary = temporary
  }

  /// What is no regular file stays: to put a report in the place of a device or a pipe would break whatever uses it, and a
  /// link that the repository holds may lead anywhere.
  private static func checkThatItIsReplaceable(_ path: String) throws(Complaint) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    throw Complaint(
      "cannot write `\(path)`: it is \(isFolder ? "a folder" : "no regular file")",
      help: isFolder ? "name a file in it" : "what is written to standard output can go anywhere")
  }

  func write(_ text: String) throws(Complaint) {
    try writeOut(text, to: temporary.descriptor, of: path)
  }

  /// Puts what was written in its place, instead of what may be there.
  func finish() throws(Complaint) {
    guard temporary.replace() else { throw complaintAboutWriting(path) }
  }

  /// Puts what was written in its place, unless something is there by now.
  func finishAsNew() throws(Complaint) {
    guard temporary.putAsNew() else { throw complaintAboutWriting(path) }
  }
}

/// A file that others write to as well, which is only added to.
final class SharedFile: ReportFile {
  private let path: String
  private let descriptor: Int32

  init(_ path: String) throws(Complaint) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw complaintAboutWriting(path) }
  }

  deinit { close(descriptor) }

  func write(_ text: String) throws(Complaint) {
    try writeOut(text, to: descriptor, of: path)
  }

  func finish() {}
}

private func writeOut(_ text: String, to descriptor: Int32, of path: String) throws(Complaint) {
  var text = text
  guard text.withUTF8({ writeAll($0, to: descriptor) }) else {
    throw complaintAboutWriting(path)
  }
}

private func complaintAboutWriting(_ path: String) -> Complaint {
  Complaint("cannot write `\(path)`: \(lastError())")
}
