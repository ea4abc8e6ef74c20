import Foundation
import JSON
import TestSupport
import Testing

/// A thousand files: one that is broken, gone or changing takes nothing from the others.
@Suite struct ManyFilesTests {
  private static let sound = "memaudit: 1\nsystem: {name: N}\ncomponents: [{id: a, kind: rag}]\n"

  private func folder(_ count: Int) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for number in 0..<count {
      try folder.write(Self.sound, to: "\(number / 100)/\(number).arch.yaml")
    }
    return folder
  }

  @Test func oneOfAThousandIsBroken() throws {
    let folder = try folder(1_000)
    try folder.write("memaudit: [", to: "5/555.arch.yaml")
    let outcome = try Command.run(
      ["check", ".", "--only", "leadership", "--format", "jsonl"], in: folder.path)
    #expect(outcome.exit == 3)
    #expect(outcome.errors.contains("5/555.arch.yaml: 1 error, nothing was audited\n"))
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 1_000)
    let refused = try lines.filter {
      try JSONValue(parsing: Array($0.utf8))["problems"] != nil
    }
    #expect(refused.count == 1)
    #expect(refused.first?.contains("5/555.arch.yaml") == true)
  }

  /// Others write, shorten and remove the files while they are read: each is read as some of its states, or refused.
  @Test func filesChangeWhileTheyAreRead() throws {
    let folder = try folder(40)
    try folder.write(
      """
      while [ ! -e stop ]; do for file in 0/*.arch.yaml; do
        head -c 20 good.yaml >$file; rm -f $file; cat good.yaml padding >$file; cat good.yaml >$file
      done; done
      """, to: "change.sh")
    try folder.write(Self.sound, to: "good.yaml")
    try folder.write(String(repeating: "# x\n", count: 100_000), to: "padding")
    let outcome = try Command.run(
      ["check", ".", "--only", "leadership", "--format", "jsonl"], in: folder.path,
      through: """
        bash change.sh & changer=$!
        worst=0; for i in 1 2 3 4 5 6; do "$@"; exit=$?; [ $exit -gt $worst ] && worst=$exit; done
        touch stop; wait $changer; exit $worst
        """)
    #expect([0, 3].contains(outcome.exit), "\(outcome.exit)")
    for line in outcome.output.split(separator: "\n") {
      #expect(throws: Never.self) { try JSONValue(parsing: Array(line.utf8)) }
    }
  }
}
