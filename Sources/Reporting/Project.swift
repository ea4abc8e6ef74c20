internal import Auditing

/// Where the project is to be found.
package enum Project {
  package static let home = "https://github.com/memaudit/memaudit"

  /// The JSON Schema of the architecture file, for editors.
  package static let schema =
    "https://raw.githubusercontent.com/memaudit/memaudit/main/docs/schema.json"

  static func page(_ path: String) -> String { "\(home)/blob/main/\(path)" }

  /// The page that explains a built-in rule.
  package static func page(ofRule id: String) -> String {
    page("docs/rules/\(id).md")
  }
}

extension Rule {
  /// The page that explains it; nil for a rule of somebody's own.
  var page: String? { isBuiltIn ? Project.page(ofRule: id) : nil }
}
