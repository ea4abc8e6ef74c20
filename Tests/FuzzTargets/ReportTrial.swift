internal import Auditing
internal import JSON
internal import Reporting
internal import SourceText

/// Reads bytes as an earlier report: a baseline, and a side of a comparison.
enum ReportTrial {
  static func complaints(about bytes: [UInt8]) -> [String] {
    let json: JSONValue
    do throws(JSONSyntaxError) {
      json = try JSONValue(parsing: bytes)
    } catch {
      return (0...bytes.count).contains(error.offset) ? [] : ["an error outside of the text"]
    }
    var complaints = writtenAgain(json)
    do throws(Complaint) {
      let side = try Comparisons.Side(json)
      // With itself nothing changes; with nothing, everything does.
      for old in [side, try Comparisons.Side(nothing)] {
        let comparisons = Comparisons(old: old, new: side)
        complaints += Expectations.hold(
          forShown: ComparisonText.text(comparisons, paint: .plain, width: 80))
        complaints += Expectations.hold(forShown: ComparisonMarkdown.text(comparisons))
      }
      _ = try BaselineReports(json)
    } catch {
      complaints += Expectations.hold(forShown: printable(error.message))
    }
    return complaints
  }

  private static let nothing: JSONValue = [
    "report": "report/v1", "checklists_hash": "0", "findings": [],
  ]

  /// What was read and written is read and written as the same.
  private static func writtenAgain(_ json: JSONValue) -> [String] {
    [json.compact, json.pretty].compactMap { text in
      let again = try? JSONValue(parsing: Array(text.utf8))
      return again?.compact == json.compact ? nil : "JSON that changes when written: \(text)"
    }
  }
}
