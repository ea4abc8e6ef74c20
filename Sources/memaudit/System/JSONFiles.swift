internal import JSON
internal import SourceText

/// Reads a JSON text that a user names, and says of what kind it was to be.
func readJSON(_ path: String, as kind: String) throws(Complaint) -> JSONValue {
  let file = try readFile(path, limit: JSONValue.largestText)
  do throws(JSONSyntaxError) {
    return try JSONValue(parsing: file.bytes)
  } catch {
    throw Complaint("the \(kind) `\(path)` is no JSON: \(error.message)")
  }
}
