import Testing

@testable import Reporting

@Suite struct ShownFileTests {
  @Test(arguments: [
    ("arch.yaml", "arch.yaml", "arch.yaml"), ("./a/./b.yaml", "a/b.yaml", "a/b.yaml"),
    ("a//b.yaml", "a/b.yaml", "a/b.yaml"), ("a b/ü.yaml", "a b/ü.yaml", "a%20b/%C3%BC.yaml"),
    ("a:b%0A?#.yaml", "a:b%0A?#.yaml", "a%3Ab%250A%3F%23.yaml"),
    ("\t.yaml", "\t.yaml", "%09.yaml"), ("/a/b.yaml", "/a/b.yaml", "file:///a/b.yaml"),
    ("../b.yaml", "../b.yaml", "../b.yaml"),
  ])
  func namesBecomePathsAndURIs(name: String, path: String, uri: String) {
    let file = ShownFile(name)
    #expect(file.path == path)
    #expect(file.uri == uri)
    #expect(file.isOutside == (name.hasPrefix("/") || name.hasPrefix("..")))
  }

  @Test func standardInputHasNoPath() {
    let file = ShownFile("<stdin>")
    #expect(file.path == nil)
    #expect(file.uri == "stdin")
  }
}
