import SourceText
import Testing

@Suite struct NameTableTests {
  private static let names = [
    "", "a", "ab", "ba", "abc", "acb", "abcd", "store", "scope", "abcdefgh", "abcdefghi",
    "concurrent_conversations", "concurrent_conversations_per_user", "größe",
  ]

  @Test func everyNameHasItsPlace() {
    let table = NameTable(Self.names)
    #expect(Self.names.map { table.place(of: $0) } == Array(Self.names.indices))
    #expect(Self.names.map { table.place(ofOwn: NameStamp($0)) } == Array(Self.names.indices))
  }

  @Test(arguments: ["b", "abcdefghij", "stor", "stores", "Store", "concurrent_conversations_"])
  func whatIsNotThereHasNone(name: String) {
    #expect(NameTable(Self.names).place(of: name) == nil)
  }

  @Test func namesWithTheSameBeginningAndEndAreToldApart() {
    let alike = ["beginning-1-the-end", "beginning-2-the-end", "beginning-3-the-end"]
    #expect(Set(alike.map { NameStamp($0) }).count == 1)
    let table = NameTable(Array(alike.dropLast()))
    #expect(alike.map { table.place(of: $0) } == [0, 1, nil])
  }

  @Test func theFirstOfTwoCounts() {
    #expect(NameTable(["x", "y", "x"]).place(of: "x") == 0)
  }

  @Test func asManyAsItTakesAreFound() {
    let many = (0..<255).map { "field \($0)" }
    let table = NameTable(many)
    #expect(many.map { table.place(of: $0) } == Array(many.indices))
  }

  @Test func aStampIsTheSameHoweverItsNameIsGiven() {
    #expect(
      NameStamp("turns_per_conversation" as StaticString)
        == NameStamp("turns_per_conversation" as String))
    #expect(NameStamp("kind" as StaticString) == NameStamp("kind" as String))
    #expect(NameStamp("id" as StaticString) == NameStamp("id" as String))
  }
}
