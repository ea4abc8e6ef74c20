internal import Glibc

/// Why the last call to the system failed, in its words.
func lastError() -> String {
  String(cString: strerror(errno))
}

/// Whether all bytes could be written to a file descriptor.
func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Bool {
  var rest = UnsafeRawBufferPointer(bytes)
  while !rest.isEmpty {
    let count = write(descriptor, rest.baseAddress, rest.count)
    if count >= 0 {
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    } else if errno == EAGAIN {
      guard waitUntilWritable(descriptor) else { return false }
    } else if errno != EINTR {
      return false
    }
  }
  return true
}

/// Who gave the descriptor may have made it one that does not wait by itself.
private func waitUntilWritable(_ descriptor: Int32) -> Bool {
  var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  return poll(&wanted, 1, -1) >= 0 || errno == EINTR
}

/// All bytes up to the end, or so many; nil, and why in `errno`, where they cannot be read.
func readAll(from descriptor: Int32, atMost most: Int) -> [UInt8]? {
  var bytes: [UInt8] = []
  while bytes.count < most {
    // Little at first: most files are small, and room that is not needed costs more than another read.
    let wanted = min(most - bytes.count, max(bytes.count, 1 << 14))
    guard let chunk = readBytes(from: descriptor, atMost: wanted) else { return nil }
    if chunk.isEmpty { break }
    bytes += chunk
  }
  return bytes
}

/// The bytes that come next, none at the end; nil, and why in `errno`, where they cannot be read.
func readBytes(from descriptor: Int32, atMost most: Int) -> [UInt8]? {
  while true {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      let received = read(descriptor, buffer.baseAddress, most)
      failure = received < 0 ? errno : 0
      count = max(received, 0)
    }
    if failure == 0 { return bytes }
    guard failure == EINTR else {
      errno = failure
      return nil
    }
  }
}
