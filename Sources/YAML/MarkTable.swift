internal import SourceText

/// Turns libyaml's marks, which count Unicode scalars after the byte order mark, into byte offsets.
struct MarkTable {
  private static let stride = 128

  private let bytes: [UInt8]
  private let firstByte: Int
  /// The byte offset of every 128th scalar; empty where each byte is a scalar.
  private let checkpoints: [Int]

  init(_ bytes: [UInt8], firstByte: Int) {
    self.bytes = bytes
    self.firstByte = firstByte
    // Every byte is looked at, which takes less time than to look for the first that matters.
    let allBits = bytes.withUnsafeBufferPointer { $0[firstByte...].reduce(0, |) }
    guard allBits >= 0x80 else {
      checkpoints = []
      return
    }
    var checkpoints: [Int] = []
    var scalars = 0
    for offset in firstByte..<bytes.count where !bytes[offset].continuesScalar {
      if scalars % Self.stride == 0 { checkpoints.append(offset) }
      scalars += 1
    }
    self.checkpoints = checkpoints
  }

  func byteOffset(of mark: Int) -> Int {
    guard !checkpoints.isEmpty else { return min(firstByte + mark, bytes.count) }
    let checkpoint = mark / Self.stride
    guard checkpoint < checkpoints.count else { return bytes.count }
    var offset = checkpoints[checkpoint]
    for _ in 0..<(mark % Self.stride) where offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset].continuesScalar { offset += 1 }
    }
    return offset
  }
}
