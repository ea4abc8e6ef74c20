internal import Auditing
internal import SourceText

/// What a file is audited with: checklists and settings, from its configuration and from the command line.
struct AuditSetup: Sendable {
  let library: Library
  let settings: Audit.Settings

  enum Failure: Error {
    case complaint(Complaint, ExitCode)
    case broken([Library.Broken], ExitCode)
    /// Of rules that are to be asked alone and are not there.
    case selection(Complaint)
  }

  init(
    _ options: AuditOptions, in files: RepositoryFiles, replacing replaced: ReplacedFiles
  ) throws(Failure) {
    let file = try Self.otherwise(.usage) { () throws(Complaint) in
      let file = try Self.configurationFile(options.configuration, files)
      if let file { try replaced.check(file.path, readAs: .configuration) }
      return file
    }
    let configuration = try file.map(Self.configuration)
    var checklists: [SourceFile] = []
    for path in options.checklists {
      let file = try Self.otherwise(.brokenChecklist) { () throws(Complaint) in
        try readFile(path)
      }
      checklists.append(file)
    }
    if let file, let mentions = configuration?.checklists {
      try Self.otherwise(.usage) { () throws(Complaint) in
        for path in mentions.map(\.text) {
          try replaced.check(file.files.fullPath(path), readAs: .checklist)
        }
      }
      checklists += try Self.checklists(mentions, of: file)
    }
    let loaded = Library.load(checklists)
    guard let library = loaded.library else { throw .broken(loaded.broken, .brokenChecklist) }
    let unknown = configuration?.unknownRules(among: library.knownRules.sorted()) ?? []
    if let file, !unknown.isEmpty {
      throw .broken([Library.Broken(file: file.source, diagnostics: unknown)], .usage)
    }
    do throws(Complaint) {
      self.library = try library.restricted(to: options.only)
    } catch {
      throw .selection(error)
    }
    var settings = Audit.Settings(today: options.today)
    settings.gates = [configuration?.gate, options.gate].compactMap(\.self)
    settings.disabled =
      configuration?.disabled.map { Audit.Disabled(rule: $0.rule.text, reason: $0.reason) } ?? []
    settings.libraryOptions = options.libraryOptions(finding: file)
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

  /// The checklists that a configuration names. What cannot be had of them is told where it is named.
  private static func checklists(
    _ mentions: [WrittenText], of file: ConfigurationFile
  ) throws(Failure) -> [SourceFile] {
    var checklists: [SourceFile] = []
    var missing: [Diagnostic] = []
    for mention in mentions {
      do throws(Complaint) {
        checklists.append(try file.files.sourceFile(mention.text))
      } catch {
        missing.append(Diagnostic(error, at: mention.span))
      }
    }
    guard missing.isEmpty else {
      throw .broken([Library.Broken(file: file.source, diagnostics: missing)], .brokenChecklist)
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

extension AuditOptions {
  /// What makes `explain` know the same rules, called from the current folder.
  fileprivate func libraryOptions(finding file: ConfigurationFile?) -> [String] {
    let own = checklists.flatMap { ["--checklist", $0] }
    switch configuration {
    case .none: return own + ["--no-config"]
    case .file(let path): return own + ["--config", path]
    case .found:
      guard let file, file.path != ConfigurationFile.pathFromHere else { return own }
      return own + ["--config", file.path]
    }
  }
}

extension AuditSetup.Failure {
  func trouble(on terminal: Terminal) -> Trouble {
    switch self {
    case .complaint(let complaint, let exit): terminal.trouble(complaint, exit: exit)
    case .broken(let broken, let exit): terminal.trouble(broken, exit: exit)
    case .selection(let complaint): terminal.trouble(complaint, exit: .usage)
    }
  }

  /// The same for reports of the files that are not audited therefore.
  var reasons: [Complaint] {
    switch self {
    case .complaint(let complaint, _), .selection(let complaint): [complaint]
    case .broken(let broken, _): broken.flatMap(\.reasons)
    }
  }
}

extension Library.Broken {
  /// What is wrong, each with its place in front.
  fileprivate var reasons: [Complaint] {
    let lines = LineTable(file)
    return diagnostics.map { diagnostic in
      let place = lines.position(of: diagnostic.span.start)
      return Complaint(
        "\(file.name):\(place.line):\(place.column): \(diagnostic.message)",
        help: diagnostic.help)
    }
  }
}
