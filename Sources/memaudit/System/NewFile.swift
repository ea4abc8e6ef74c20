internal import Glibc
internal import SourceText

/// The place of a file that is not there yet; `-` is standard output.
struct NewFile {
  /// Nil for standard output.
  let path: String?

  init(_ path: String) {
    self.path = path == "-" ? nil : path
  }

  func checkThatNothingIsThere() throws(Complaint) {
    var status = stat()
    guard let path, lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Complaint("`\(path)` is a folder", help: "name the file: `\(path)/arch.yaml`")
    }
    throw Complaint(
      "`\(path)` is there already, and stays as it is",
      help: "`memaudit init other.arch.yaml` writes another file, `memaudit init -` prints it")
  }

  func checkThatItCanBeWritten() throws(Complaint) {
    if let path { _ = try OutputFile(path) }
  }

  func write(_ text: String) throws(Complaint) {
    guard let path else { return }
    let file = try OutputFile(path)
    try file.write(text)
    try file.finishAsNew()
  }
}
