import Foundation
import Glibc
import SourceText
import TestSupport
import Testing

@testable import memaudit

/// Nothing outside the repository is read, and nothing that could block, act or go on for ever.
@Suite struct RepositoryFilesTests {
  private let scratch: TemporaryFolder
  private let files: RepositoryFiles

  init() throws {
    scratch = try TemporaryFolder()
    try scratch.write("secret", to: "outside/secret.json")
    try scratch.write("", to: "repository/.git/HEAD")
    try scratch.write("", to: "repository/design/arch.yaml")
    try scratch.write("own", to: "repository/design/own.json")
    try scratch.write("beside", to: "repository/evidence/beside.json")
    files = try RepositoryFiles(around: scratch.path + "/repository/design/arch.yaml")
  }

  private func link(_ name: String, to target: String) throws {
    try #require(symlink(target, scratch.path + "/repository/design/" + name) == 0)
  }

  private func read(_ path: String) -> String {
    switch files.read(path) {
    case .success(let bytes): String(decoding: bytes, as: UTF8.self)
    case .failure(let complaint): complaint.message
    }
  }

  @Test(arguments: [
    ("own.json", "own"), ("./own.json", "own"), ("../evidence/beside.json", "beside"),
    ("../design/../evidence//beside.json", "beside"),
  ])
  func filesOfTheRepositoryAreRead(path: String, content: String) {
    #expect(read(path) == content)
    #expect(files.missing(path) == nil)
  }

  @Test func linksThatStayInsideAreFollowed() throws {
    try link("inside.json", to: "../evidence/beside.json")
    try link("folder", to: "../evidence")
    try link("chain.json", to: "inside.json")
    for path in ["inside.json", "folder/beside.json", "chain.json", "folder/../design/own.json"] {
      #expect(files.missing(path) == nil, "\(path)")
    }
    #expect(read("chain.json") == "beside")
  }

  static let outside = "leads out of the repository"

  @Test func nothingOutsideIsRead() throws {
    let secret = scratch.path + "/outside/secret.json"
    try link("relative.json", to: "../../outside/secret.json")
    try link("absolute.json", to: secret)
    try link("folder", to: "../../outside")
    try link("root", to: "/")
    try link("up", to: "..")
    try link("loop.json", to: "loop.json")
    try link("ping", to: "pong")
    try link("pong", to: "ping")
    try link("device", to: "/dev/zero")
    for (path, message) in [
      (secret, "is an absolute path"), ("/dev/stdin", "is an absolute path"),
      ("//etc/passwd", "is an absolute path"),
      ("../../outside/secret.json", Self.outside), ("../../outside/nothing", Self.outside),
      ("../../../../../../../../../../etc/passwd", Self.outside),
      ("nowhere/../../../outside/secret.json", Self.outside),
      ("relative.json", Self.outside), ("absolute.json", Self.outside),
      ("folder/secret.json", Self.outside), ("root/etc/passwd", Self.outside),
      ("up/../../outside/secret.json", Self.outside), ("device", Self.outside),
      ("loop.json", "is a link that leads through too many others"),
      ("ping", "is a link that leads through too many others"),
    ] {
      #expect(read(path) == message, "\(path)")
      #expect(files.missing(path)?.message == message, "\(path)")
    }
  }

  @Test func onlyRegularFilesAreOpened() throws {
    let pipe = scratch.path + "/repository/design/pipe.json"
    try #require(mkfifo(pipe, 0o600) == 0)
    try scratch.write("x", to: "repository/design/folder/x")
    try link("pipe-link", to: "pipe.json")
    for path in ["pipe.json", "pipe-link", "folder", ".", "..", "", "pipe.json/x"] {
      #expect(read(path) == "is no regular file", "\(path)")
    }
  }

  /// As if somebody's repository held devices.
  @Test(arguments: ["zero", "null", "tty", "stdin"])
  func devicesAreNotOpened(name: String) throws {
    let devices = try RepositoryFiles(around: "/dev/arch.yaml")
    #expect(devices.root == "/dev")
    #expect(devices.missing(name) != nil)
  }

  @Test func namesThatCannotBeAreRefused() {
    #expect(read("nowhere.json") == "cannot be read: No such file or directory")
    #expect(read("own.json/x") == "is no regular file")
    #expect(read("own.json\0.txt") == "cannot be the name of a file")
    #expect(read(String(repeating: "x", count: 300)) == "cannot be read: File name too long")
    #expect(read(String(repeating: "x/", count: 2_000)).hasPrefix("cannot be read"))
    #expect(read(String(repeating: "x/", count: 1_000_000)) == "cannot be the name of a file")
  }

  @Test func largeFilesAreRefused() throws {
    let text = String(repeating: "x", count: 2 << 20)
    try scratch.write(text, to: "repository/design/large.json")
    try scratch.write(String(text.prefix(1 << 20)), to: "repository/design/largest.json")
    #expect(read("large.json") == "is larger than 1 MiB")
    #expect(read("largest.json").utf8.count == 1 << 20)
    // A document is looked for, and not read.
    #expect(files.missing("large.json") == nil)
  }

  @Test func theRootIsTheNearestFolderThatHoldsGit() throws {
    #expect(files.root == realPath(scratch.path + "/repository"))
    try scratch.write("gitdir: elsewhere", to: "repository/design/inner/.git")
    let inner = try RepositoryFiles(around: scratch.path + "/repository/design/inner/arch.yaml")
    #expect(inner.root == files.root + "/design/inner")
    #expect(inner.missing("../own.json")?.message == Self.outside)
  }

  @Test func withoutARepositoryTheFilesFolderIsTheRoot() throws {
    let alone = try RepositoryFiles(around: scratch.path + "/outside/arch.yaml")
    #expect(alone.root == realPath(scratch.path + "/outside"))
    #expect(alone.missing("secret.json") == nil)
    #expect(alone.missing("../repository/design/own.json")?.message == Self.outside)
    #expect(throws: Complaint.self) {
      try RepositoryFiles(around: scratch.path + "/no/such/arch.yaml")
    }
  }

  @Test func theNearestConfigurationIsFound() throws {
    #expect(files.nearest(".memaudit.yaml") == nil)
    try scratch.write("", to: ".memaudit.yaml")
    #expect(files.nearest(".memaudit.yaml") == nil)
    try scratch.write("outer", to: "repository/.memaudit.yaml")
    let outer = try #require(files.nearest(".memaudit.yaml"))
    #expect(outer.fullPath(".memaudit.yaml") == files.root + "/.memaudit.yaml")
    #expect(outer.missing("design/own.json") == nil)
    try scratch.write("inner", to: "repository/design/.memaudit.yaml")
    let inner = try #require(files.nearest(".memaudit.yaml"))
    #expect(try inner.read(".memaudit.yaml").get() == Array("inner".utf8))
  }

  @Test func aConfigurationIsReadWithWhatItNames() throws {
    #expect(try ConfigurationFile(nearestTo: files)?.source.name == nil)
    try scratch.write("checklists: [costs.yaml]", to: "repository/design/.memaudit.yaml")
    try scratch.write("checklist: costs", to: "repository/design/costs.yaml")
    let nearest = try #require(try ConfigurationFile(nearestTo: files))
    #expect(nearest.source.name == "design/.memaudit.yaml")
    #expect(try nearest.files.sourceFile("costs.yaml").name == "design/costs.yaml")
    let complaint = try #require(throws: Complaint.self) {
      try nearest.files.sourceFile("../../outside/secret.json")
    }
    #expect(complaint.message == "`../../outside/secret.json` leads out of the repository")
    let named = try ConfigurationFile(at: scratch.path + "/repository/design/.memaudit.yaml")
    #expect(try named.files.sourceFile("costs.yaml").bytes == Array("checklist: costs".utf8))
  }

  /// A configuration that is a link to somewhere else is an error, and not as if there were none.
  @Test func aConfigurationElsewhereIsRefused() throws {
    try scratch.write("", to: "outside/.memaudit.yaml")
    try link(".memaudit.yaml", to: "../../outside/.memaudit.yaml")
    let complaint = try #require(throws: Complaint.self) {
      try ConfigurationFile(nearestTo: files)
    }
    #expect(complaint.message == "`.memaudit.yaml` leads out of the repository")
  }

  private func realPath(_ path: String) -> String {
    URL(filePath: path).resolvingSymlinksInPath().path
  }
}
