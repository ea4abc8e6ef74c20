import Foundation
import TestSupport
import Testing

/// A page of the documentation, with its fenced blocks.
struct DocumentationPage: Sendable, CustomTestStringConvertible {
  struct Block: Sendable {
    let language: String
    let lines: [String]
    /// The name that the text before the block gives it: "Write this to `arch.yaml`:".
    let fileName: String?
    let isMarkedNotRun: Bool
    /// Of its lines in the page.
    let range: Range<Int>
  }

  /// As seen from the root of the package.
  let path: String
  let lines: [String]
  let blocks: [Block]

  var testDescription: String { path }

  init(_ path: String) throws {
    self.init(path, text: String(decoding: try TestFiles.read(path), as: UTF8.self))
  }

  init(_ path: String, text: String) {
    self.path = path
    lines = text.components(separatedBy: "\n")
    var blocks: [Block] = []
    var before = ""
    var open: (language: String, start: Int)?
    for (index, line) in lines.enumerated() {
      if let block = open {
        guard line == "```" else { continue }
        blocks.append(
          Block(
            language: block.language, lines: Array(lines[block.start..<index]),
            fileName: before.firstMatch(of: /`([^`]+\.ya?ml)`:$/).map { String($0.1) },
            isMarkedNotRun: before.hasPrefix("<!-- not run: "), range: block.start..<index))
        open = nil
        before = ""
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), index + 1)
      } else if !line.isEmpty {
        before = line
      }
    }
    self.blocks = blocks
  }

  /// The lines that are no part of a block.
  var prose: [String] {
    let inside = blocks.reduce(into: IndexSet()) { $0.insert(integersIn: $1.range) }
    return lines.indices.filter { !inside.contains($0) }.map { lines[$0] }
  }

  /// The files that the page shows, by name.
  var files: [String: String] {
    blocks.reduce(into: [:]) { files, block in
      guard block.language == "yaml", let name = block.fileName else { return }
      files[name] = block.lines.joined(separator: "\n") + "\n"
    }
  }

  /// Where a link can lead: headings as GitHub names them, and what the page itself names.
  var anchors: Set<String> {
    var anchors = Set(prose.joined().matches(of: /<a id="([^"]+)">/).map { String($0.1) })
    for heading in prose where heading.hasPrefix("#") {
      let title = heading.drop { $0 == "#" }.trimmingPrefix(" ").lowercased()
      let slug = String(
        title.compactMap { character -> Character? in
          if character == " " { return "-" }
          return character.isLetter || character.isNumber || "-_".contains(character)
            ? character : nil
        })
      let repeated = (1...).lazy.map { "\(slug)-\($0)" }
      anchors.insert(
        anchors.contains(slug) ? repeated.first { !anchors.contains($0) } ?? slug : slug)
    }
    return anchors
  }

  /// The targets of its links.
  var links: [String] {
    prose.joined(separator: "\n").matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
  }

  /// The pages for people who read from the top: the README, what stands beside it, and docs/.
  static var all: [DocumentationPage] {
    get throws {
      try (names(in: ".") + names(in: "docs")).map(DocumentationPage.init)
    }
  }

  static func names(in folder: String) -> [String] {
    Golden.files(in: folder, withExtension: "md").map {
      (folder == "." ? "" : folder + "/") + $0 + ".md"
    }
  }
}
