internal import Architecture
internal import JSON

extension CommandSpec {
  static let schema = CommandSpec(
    "schema", "Print the JSON Schema of the architecture file, for editors.",
    discussion:
      "Save it, and point your editor to it in the first line of an architecture file: # yaml-language-server: $schema=memaudit.schema.json",
    run: { $0.terminal.write(JSONSchema.architecture.pretty) })
}
