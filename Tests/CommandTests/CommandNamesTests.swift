import Testing

@testable import memaudit

@Suite struct CommandNamesTests {
  @Test func everyCommandIsFoundByItsName() {
    for command in Memaudit.commands {
      #expect(Memaudit.command(named: command.name)?.name == command.name)
    }
    #expect(Memaudit.command(named: "chek")?.name == nil)
  }
}
