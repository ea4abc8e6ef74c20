internal import SourceText

/// Follows a literal or folded block scalar. How far its lines are indented can depend on what encloses it, so the
/// indentation is told by what is left of it in the text.
func block(_ bytes: [UInt8], _ span: Span, isFolded: Bool, expected: [UInt8]) -> Traced? {
  var offset = span.start + 1
  var keepsTrailing = false
  var stripsTrailing = false
  while offset < bytes.count, bytes[offset] != .lineFeed, bytes[offset] != .carriageReturn {
    if bytes[offset] == UInt8(ascii: "#") { break }
    keepsTrailing = keepsTrailing || bytes[offset] == UInt8(ascii: "+")
    stripsTrailing = stripsTrailing || bytes[offset] == UInt8(ascii: "-")
    offset += 1
  }
  let lines = linesAfter(offset, in: bytes, to: span.end)
  let written = firstSpaces(lines.map { bytes[$0.content.start..<$0.content.end] })
  let kept = firstSpaces(expected.split(separator: .lineFeed))
  guard written >= kept else { return nil }
  let chomping: Chomping = keepsTrailing ? .keep : stripsTrailing ? .strip : .clip
  return unindented(
    lines, bytes, indent: written - kept, isFolded: isFolded, chomping: chomping)
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

/// The lines down to the end of a scalar, and the blank ones that follow it.
private func linesAfter(_ start: Int, in bytes: [UInt8], to end: Int) -> [Line] {
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
    let isBlank = bytes[first..<offset].allSatisfy(\.isBlank)
    guard isBlank || first < end else { break }
    let hasBreak = isTerminated || isBlank && first < offset
    lines.append(Line(content: Span(first, offset), lineBreak: hasBreak ? offset : nil))
    if isTerminated { offset = afterBreak(bytes, at: offset, to: bytes.count) }
  }
  return lines
}

/// How many spaces the first line begins with that holds more than spaces; where none does, the widest.
private func firstSpaces(_ lines: [ArraySlice<UInt8>]) -> Int {
  var widest = 0
  for line in lines {
    let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
    if spaces < line.count { return spaces }
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
