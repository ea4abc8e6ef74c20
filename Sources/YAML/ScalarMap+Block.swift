internal import SourceText

/// Follows a literal or folded block scalar. How far its lines are indented can depend on what encloses it, so the
/// indentation is the one under which the text comes out as it was read.
func block(_ bytes: [UInt8], from start: Int, isFolded: Bool, expected: [UInt8]) -> Traced? {
  var offset = start + 1
  var keepsTrailing = false
  var stripsTrailing = false
  while offset < bytes.count, bytes[offset] != .lineFeed, bytes[offset] != .carriageReturn {
    if bytes[offset] == UInt8(ascii: "#") { break }
    keepsTrailing = keepsTrailing || bytes[offset] == UInt8(ascii: "+")
    stripsTrailing = stripsTrailing || bytes[offset] == UInt8(ascii: "-")
    offset += 1
  }
  let lines = linesAfter(offset, in: bytes)
  let chomping: Chomping = keepsTrailing ? .keep : stripsTrailing ? .strip : .clip
  for indent in (0...max(likelyIndent(lines, bytes), 0)).reversed() {
    let text = unindented(
      lines, bytes, indent: indent, isFolded: isFolded, chomping: chomping)
    if text.bytes == expected { return text }
  }
  return nil
}

private enum Chomping {
  case strip
  case clip
  case keep
}

private struct Line {
  let content: Span
  /// Where its line break stands, or was supplied behind blanks; nil on a last line without one.
  let lineBreak: Int?
}

private func linesAfter(_ start: Int, in bytes: [UInt8]) -> [Line] {
  var offset = start
  while offset < bytes.count, bytes[offset] != .lineFeed, bytes[offset] != .carriageReturn {
    offset += 1
  }
  guard offset < bytes.count else { return [] }
  offset = afterBreak(bytes, at: offset, to: bytes.count)
  var lines: [Line] = []
  while offset < bytes.count {
    let first = offset
    while offset < bytes.count, bytes[offset] != .lineFeed, bytes[offset] != .carriageReturn {
      offset += 1
    }
    let isTerminated = offset < bytes.count
    let isBlank = first < offset && bytes[first..<offset].allSatisfy(\.isBlank)
    lines.append(
      Line(content: Span(first, offset), lineBreak: isTerminated || isBlank ? offset : nil))
    if isTerminated { offset = afterBreak(bytes, at: offset, to: bytes.count) }
  }
  return lines
}

/// The indentation of the first line that holds more than spaces.
private func likelyIndent(_ lines: [Line], _ bytes: [UInt8]) -> Int {
  var widest = 0
  for line in lines {
    let spaces = leadingSpaces(line, bytes)
    if line.content.start + spaces < line.content.end { return spaces }
    widest = max(widest, spaces)
  }
  return widest
}

private func leadingSpaces(_ line: Line, _ bytes: [UInt8]) -> Int {
  bytes[line.content.start..<line.content.end].prefix { $0 == UInt8(ascii: " ") }.count
}

private func unindented(
  _ lines: [Line], _ bytes: [UInt8], indent: Int, isFolded: Bool, chomping: Chomping
) -> Traced {
  var text = Traced()
  var lastBreak = Traced()
  var emptyLines = Traced()
  var lastWasIndented = false
  var end = lines.first?.content.start ?? bytes.count
  for line in lines {
    let spaces = leadingSpaces(line, bytes)
    let isEmpty = line.content.start + spaces == line.content.end && spaces <= indent
    if isEmpty {
      if let place = line.lineBreak { emptyLines.append(.lineFeed, from: place) }
      continue
    }
    guard spaces >= indent else { break }
    let first = line.content.start + indent
    let isIndented = first < line.content.end && bytes[first].isBlank
    if isFolded, !lastBreak.bytes.isEmpty, !lastWasIndented, !isIndented {
      if emptyLines.bytes.isEmpty, let place = lastBreak.origins.first {
        text.append(UInt8(ascii: " "), from: place)
      }
    } else {
      text.append(lastBreak)
    }
    text.append(emptyLines)
    lastBreak = Traced()
    emptyLines = Traced()
    for offset in first..<max(first, line.content.end) { text.append(bytes[offset], from: offset) }
    if let place = line.lineBreak { lastBreak.append(.lineFeed, from: place) }
    lastWasIndented = isIndented
    end = line.content.end
  }
  if chomping != .strip { text.append(lastBreak) }
  if chomping == .keep { text.append(emptyLines) }
  text.end(at: end)
  return text
}
