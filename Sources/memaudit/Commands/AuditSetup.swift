internal import Auditing
internal import SourceText

/// What a file is audited with: checklists and settings, from its configuration and from the command line.
struct AuditSetup: Sendable {
  let library: Library
  let settings: Audit.Settings

  enum Failure: Error {
    case complaint(Complaint, ExitCode)
    case broken([Library.Broken], ExitCode)
  }

  init(_ options: AuditOptions, in files: RepositoryFiles) throws(Failure) {
    let file = try Self.otherwise(.usage) { () throws(Complaint) in
      try Self.configurationFile(options.configuration, files)
    }
    let configuration = try file.map(Self.configuration)
    let checklists = try Self.otherwise(.brokenChecklist) { () throws(Complaint) in
      try Self.checklists(options, configuration, file)
    }
    let loaded = Library.load(checklists)
    guard let library = loaded.library else { throw .broken(loaded.broken, .brokenChecklist) }
    let unknown = configuration?.unknownRules(among: library.knownRules.sorted()) ?? []
    if let file, !unknown.isEmpty {
      throw .broken([Library.Broken(file: file.source, diagnostics: unknown)], .usage)
    }
    self.library = try Self.otherwise(.usage) { () throws(Complaint) in
      try library.restricted(to: options.only)
    }
    var settings = Audit.Settings(today: options.today)
    settings.gates = [configuration?.gate, options.gate].compactMap(\.self)
    settings.disabled =
      configuration?.disabled.map { Audit.Disabled(rule: $0.rule.text, reason: $0.reason) } ?? []
    self.settings = settings
  }

  private static func configurationFile(
    _ choice: AuditOptions.ConfigurationChoice, _ files: RepositoryFiles
  ) throws(Complaint) -> ConfigurationFile? {
    switch choice {
    case .none: nil
    case .file(let path): try ConfigurationFile(at: path)
    case .found: try ConfigurationFile(nearestTo: files)
    }
  }

  private static func configuration(_ file: ConfigurationFile) throws(Failure) -> Configuration {
    let reading = ConfigurationReading(file.source)
    guard let configuration = reading.configuration else {
      throw .broken([Library.Broken(file: file.source, diagnostics: reading.diagnostics)], .usage)
    }
    return configuration
  }

  private static func checklists(
    _ options: AuditOptions, _ configuration: Configuration?, _ file: ConfigurationFile?
  ) throws(Complaint) -> [SourceFile] {
    var checklists: [SourceFile] = []
    for path in options.checklists { checklists.append(try readFile(path)) }
    guard let file else { return checklists }
    for mention in configuration?.checklists ?? [] {
      checklists.append(try file.files.sourceFile(mention.text))
    }
    return checklists
  }

  /// Gives a complaint the exit that it leads to.
  private static func otherwise<Outcome>(
    _ exit: ExitCode, _ work: () throws(Complaint) -> Outcome
  ) throws(Failure) -> Outcome {
    do throws(Complaint) {
      return try work()
    } catch {
      throw .complaint(error, exit)
    }
  }
}
