internal import Analysis
internal import Architecture
internal import Reporting

/// The Stateless Equivalence Map as a page of the documentation, from the data.
package enum MapPage {
  package static func markdown() -> String {
    var text = """
      # The Stateless Equivalence Map

      This page is generated from `checklists/equivalence-map.yaml` and `checklists/literature.yaml`.

      | memory pattern | equivalent | shared failure mode | C | A | P |
      |---|---|---|---|---|---|

      """
    for row in Knowledge.rows {
      let name = row.isFromArticle ? row.name : "*\(row.name)*"
      text +=
        "| \(name) | \(row.equivalents.joined(separator: ", ")) | \(row.failureMode) | \(row.consistency.rawValue) | \(row.availability.rawValue) | \(row.partitionTolerance.rawValue) |\n"
    }
    text += """

      Rows in italics are not the article's: practice added them. C, A and P stand for consistency (perfect recall,
      nothing lost), availability (bounded latency and token cost) and partition tolerance (working across concurrent
      sessions and agents), by analogy with the CAP theorem.


      """
    text += Knowledge.rows.map(section).joined()
    text += "## Literature\n\n"
    for work in Knowledge.works {
      let title = work.url.map { "[\(work.title)](\($0))" } ?? work.title
      text +=
        "- <a id=\"\(work.id)\"></a>`\(work.id)` \(work.authors): \(title). \(work.published). \(work.about)\n"
    }
    return text
  }

  private static func section(_ row: MapRow) -> String {
    var text = """
      ## \(row.name)

      `kind: \(row.pattern.rawValue)` — also written \(row.pattern.aliases.map { "`\($0)`" }.joined(separator: ", ")).

      \(row.why)

      **Fails by \(row.failureMode).** \(row.fails)


      """
    for mitigation in row.mitigations {
      text += "- **\(mitigation.name).** \(mitigation.how) (\(citations(mitigation.sources)))\n"
    }
    text +=
      "\n**Usually** consistency \(row.consistency.rawValue), availability \(row.availability.rawValue), "
    text += "partition tolerance \(row.partitionTolerance.rawValue): \(row.standBecause)\n\n"
    text += "Read: \(citations(row.literature)).\n\n"
    return text
  }

  private static func citations(_ ids: [String]) -> String {
    ids.map { "[\($0)](#\($0))" }.joined(separator: ", ")
  }
}
