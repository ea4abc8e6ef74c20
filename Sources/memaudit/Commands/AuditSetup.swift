internal import Auditing
internal import SourceText

/// What a file is audited with: checklists and settings, from the command line first, then from the configuration.
struct AuditSetup {
  let library: Library
  let settings: Audit.Settings

  enum Failure: Error {
    case complaint(Complaint, ExitCode)
    case broken([Library.Broken], ExitCode)
  }

  init(_ options: AuditOptions, around path: String) throws(Failure) {
    let found = try Self.configuration(options.configuration, around: path)
    var checklists = try Self.read(options.checklists) { (path) throws(Complaint) in
      try readFile(path)
    }
    checklists += try Self.read(found?.configuration.checklists ?? []) {
      (name) throws(Complaint) in
      guard let found else { throw Complaint("there is no configuration") }
      return SourceFile(name: name, bytes: try found.files.read(name).get())
    }
    let loaded = Library.load(checklists)
    guard let library = loaded.library else { throw .broken(loaded.broken, .brokenChecklist) }
    if let found {
      let unknown = found.configuration.unknownRules(among: library.knownRules)
      guard unknown.isEmpty else {
        throw .broken(
          [Library.Broken(file: found.file, diagnostics: unknown)], .usage)
      }
    }
    let only = options.only.isEmpty ? found?.configuration.only ?? [] : options.only
    do throws(Complaint) {
      self.library = try library.restricted(to: only)
    } catch {
      throw .complaint(error, .usage)
    }
    var settings = Audit.Settings(today: options.today)
    let gate = found?.configuration.gate
    settings.failOn = options.failOn ?? gate?.failOn
    settings.failOnUndeclared = options.failOnUndeclared ?? gate?.failOnUndeclared
    settings.minScore = options.minScore ?? gate?.minScore
    settings.disabled = found?.configuration.disabled ?? []
    settings.baseline = options.baseline
    self.settings = settings
  }

  private static func read(
    _ names: [String], _ read: (String) throws(Complaint) -> SourceFile
  ) throws(Failure) -> [SourceFile] {
    var files: [SourceFile] = []
    for name in names {
      do throws(Complaint) {
        files.append(try read(name))
      } catch {
        throw .complaint(error, .brokenChecklist)
      }
    }
    return files
  }

  /// A configuration, where it was found, and the files that are seen from there.
  private struct Found {
    let configuration: Configuration
    let file: SourceFile
    let files: RepositoryFiles
  }

  private static func configuration(
    _ choice: AuditOptions.ConfigurationChoice, around path: String
  ) throws(Failure) -> Found? {
    do throws(Complaint) {
      let files: RepositoryFiles
      let name: String
      switch choice {
      case .none: return nil
      case .file(let path):
        files = try RepositoryFiles(around: path)
        name = path.split(separator: "/").last.map(String.init) ?? path
      case .found:
        guard let nearest = try RepositoryFiles(around: path).nearest(Configuration.fileName) else {
          return nil
        }
        files = nearest
        name = Configuration.fileName
      }
      let file = SourceFile(name: files.fullPath(name), bytes: try files.read(name).get())
      let reading = ConfigurationReading(file)
      guard let configuration = reading.configuration else {
        throw Failure.broken([Library.Broken(file: file, diagnostics: reading.diagnostics)], .usage)
      }
      return Found(configuration: configuration, file: file, files: files)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .complaint(Complaint("the configuration cannot be read"), .usage)
    }
  }
}
