/// Where the project is to be found.
package enum Project {
  package static let home = "https://github.com/memaudit/memaudit"

  /// The page that explains a rule; for one of somebody's own there is none.
  package static func page(ofRule id: String) -> String {
    "\(home)/blob/main/docs/rules/\(id).md"
  }
}
