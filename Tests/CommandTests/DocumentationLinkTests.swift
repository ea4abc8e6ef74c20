import Foundation
import TestSupport
import Testing

/// Links between pages lead somewhere.
@Suite struct DocumentationLinkTests {
  @Test func everyLinkLeadsSomewhere() throws {
    let rules = try DocumentationPage.names(in: "docs/rules").map(DocumentationPage.init)
    var anchors: [String: Set<String>] = [:]
    var count = 0
    for page in try DocumentationPage.all + rules {
      for link in page.links where !link.contains("://") && !link.hasPrefix("mailto:") {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let folder = (page.path as NSString).deletingLastPathComponent
        let target =
          parts[0].isEmpty
          ? page.path
          : ("/" + folder + "/" + parts[0] as NSString).standardizingPath.trimmingPrefix("/")
            .description
        let url = TestFiles.root.appending(path: target)
        #expect(FileManager.default.fileExists(atPath: url.path), "\(page.path): \(link)")
        count += 1
        guard parts.count > 1, target.hasSuffix(".md") else { continue }
        let known = try anchors[target] ?? DocumentationPage(target).anchors
        anchors[target] = known
        let isThere = known.contains(String(parts[1]))
        #expect(isThere, "\(page.path): \(link)")
      }
    }
    #expect(count > 100)
  }

  @Test func theIndexNamesEveryPage() throws {
    let links = Set(try DocumentationPage("docs/README.md").links)
    let folder = TestFiles.root.appending(path: "docs")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      guard name != "README.md", name != "rules" else { continue }
      #expect(links.contains(name), "docs/README.md does not name \(name)")
    }
    #expect(links.contains("rules/README.md"))
  }

  @Test(arguments: [
    ("# One", "one"), ("## What `none` means", "what-none-means"),
    ("## Fix next, declare next", "fix-next-declare-next"), ("### A_b-c", "a_b-c"),
  ])
  func headingsAreNamedAsGitHubNamesThem(heading: String, anchor: String) {
    #expect(DocumentationPage("page.md", text: heading + "\n").anchors == [anchor])
  }

  @Test func aHeadingThatComesAgainIsNumbered() {
    let page = DocumentationPage("page.md", text: "# A\n# A\n```\n# B\n```\n# A\n")
    #expect(page.anchors == ["a", "a-1", "a-2"])
  }
}
