internal import SourceText

/// Where files are, however they were given.
struct Places {
  private var folders: [ExactText: String] = [:]

  /// The file in its folder without links; as it was given where the folder is out of reach.
  mutating func place(of file: String) -> ExactText {
    guard file != "-", let name = names(in: file).last else { return ExactText(file) }
    return ExactText(realName(of: folderName(of: file)) + "/" + name)
  }

  private mutating func realName(of folder: String) -> String {
    let key = ExactText(folder)
    if let known = folders[key] { return known }
    var real = folder
    do throws(Complaint) { real = try realFolder(folder) } catch {}
    folders[key] = real
    return real
  }
}
