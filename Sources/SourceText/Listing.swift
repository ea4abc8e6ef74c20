/// How many things there are: `1 rule`, `2 rules`.
package func counted(_ number: Int, _ one: String, _ several: String? = nil) -> String {
  "\(number) \(number == 1 ? one : several ?? one + "s")"
}

/// The names of things, as many as one reads, and how many more there are.
@inlinable
package func listed<Item>(_ items: [Item], most: Int = 3, _ name: (Item) -> String) -> String {
  listed(items.prefix(most).map(name), andMore: items.count - most)
}

package func listed(_ names: [String], most: Int = 3) -> String {
  listed(names, most: most, \.self)
}

@usableFromInline
package func listed(_ names: [String], andMore rest: Int) -> String {
  names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
}
