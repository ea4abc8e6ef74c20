import Foundation
import Glibc
import TestSupport
import Testing

@testable import memaudit

/// Both ways to a place: without a name, and with one where the system has no other.
@Suite struct TemporaryFileTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("before", to: "report")
  }

  private func temporary(isNamed: Bool, for name: String = "report") -> TemporaryFile? {
    let place = folder.url(name).path
    return isNamed ? .named(for: place) : .nameless(for: place)
  }

  private func write(_ text: StaticString, to file: TemporaryFile) {
    #expect(Glibc.write(file.descriptor, text.utf8Start, text.utf8CodeUnitCount) > 0)
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test(arguments: [true, false])
  func replacesWhatIsThere(isNamed: Bool) throws {
    let file = try #require(temporary(isNamed: isNamed))
    write("after", to: file)
    #expect(try folder.read("report") == "before")
    #expect(file.replace())
    #expect(try folder.read("report") == "after")
    #expect(try names == ["report"])
  }

  @Test(arguments: [true, false])
  func isForThoseWhoCouldReadWhatItReplaces(isNamed: Bool) throws {
    try #require(chmod(folder.url("report").path, 0o600) == 0)
    let file = try #require(temporary(isNamed: isNamed))
    write("after", to: file)
    #expect(file.replace())
    var status = stat()
    try #require(stat(folder.url("report").path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test(arguments: [true, false])
  func isPutWhereNothingIs(isNamed: Bool) throws {
    do {
      let file = try #require(temporary(isNamed: isNamed, for: "new"))
      write("new", to: file)
      #expect(file.putAsNew())
      let late = try #require(temporary(isNamed: isNamed, for: "new"))
      write("late", to: late)
      #expect(!late.putAsNew())
      #expect(errno == EEXIST)
    }
    #expect(try folder.read("new") == "new")
    #expect(try names == ["new", "report"])
  }

  @Test(arguments: [true, false])
  func leavesNothingWhereItIsNotPut(isNamed: Bool) throws {
    do {
      let file = try #require(temporary(isNamed: isNamed))
      write("after", to: file)
      #expect(try names == (isNamed ? ["report", "report.memaudit-0"] : ["report"]))
    }
    #expect(try folder.read("report") == "before")
    #expect(try names == ["report"])
  }

  /// Somebody else's file of the same name is neither taken nor removed.
  @Test(arguments: [true, false])
  func aNameThatIsTakenIsLeft(isNamed: Bool) throws {
    try folder.write("theirs", to: "report.memaudit-0")
    let file = try #require(temporary(isNamed: isNamed))
    write("after", to: file)
    #expect(file.replace())
    #expect(try folder.read("report") == "after")
    #expect(try folder.read("report.memaudit-0") == "theirs")
    #expect(try names == ["report", "report.memaudit-0"])
  }

  /// The name of the place would do; that of the file on its way would be too long, which is told before any work.
  @Test(arguments: [true, false])
  func aNameThatCannotBeGivenIsTold(isNamed: Bool) {
    #expect(temporary(isNamed: isNamed, for: String(repeating: "x", count: 250)) == nil)
    #expect(errno == ENAMETOOLONG)
  }
}
