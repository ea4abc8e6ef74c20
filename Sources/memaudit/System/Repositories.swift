internal import SourceText
internal import Synchronization

/// The repositories of the files of one run: those of one folder are looked for once.
final class Repositories: Sendable {
  private let known: Mutex<[ExactText: RepositoryFiles]> = Mutex([:])

  func files(around file: String) throws(Complaint) -> RepositoryFiles {
    let folder = ExactText(folderName(of: file))
    if let files = known.withLock({ $0[folder] }) { return files }
    let files = try RepositoryFiles(around: file)
    known.withLock { $0[folder] = files }
    return files
  }
}
