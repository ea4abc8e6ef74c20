import Testing

@testable import memaudit

@Suite struct CommandNamesTests {
  @Test func everyCommandIsFoundByItsName() {
    for command in Memaudit.commands {
      #expect(Memaudit.command(named: command.name)?.name == command.name)
    }
    #expect(Memaudit.command(named: "chek")?.name == nil)
  }

  @Test func exclusionsAreOfOptionsThatThereAre() {
    for command in Memaudit.commands {
      let options = command.options.map(\.name)
      for exclusion in command.exclusions {
        for option in exclusion.options {
          #expect(options.contains(option))
          #expect(exclusion.reason.contains("`--\(option)`"))
        }
      }
    }
  }
}
