internal import Glibc
internal import SourceText

/// Writes a file whole or not at all: beside its place first, then in it.
func writeFile(_ text: String, to path: String) throws(Complaint) {
  let temporary = path + ".memaudit-\(getpid())"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw Complaint("cannot write `\(path)`: \(lastError())") }
  var text = text
  let isWritten = text.withUTF8 { writeAll($0, to: descriptor) }
  let failure = isWritten ? nil : lastError()
  let isClosed = close(descriptor) == 0
  guard failure == nil, isClosed, rename(temporary, path) == 0 else {
    let reason = failure ?? lastError()
    unlink(temporary)
    throw Complaint("cannot write `\(path)`: \(reason)")
  }
}
