internal import Auditing
internal import SourceText

extension Invocation {
  /// The built-in checklists and more; nil, and said why, where one is broken.
  func library(_ files: [SourceFile], builtIn: Bool) -> Library? {
    let loaded = Library.load(files, builtIn: builtIn)
    for broken in loaded.broken {
      let frame = CodeFrame(broken.file, paint: terminal.errorPaint, width: terminal.width)
      let text = broken.diagnostics.map { frame.rendered($0) + "\n" }.joined()
      _ = terminal.write(text, to: .error)
    }
    return loaded.library
  }
}
