internal import Bytes
internal import Synchronization

/// What can be read from bytes.
protocol Preparable: AnyObject, Sendable {
  static func read(_ reader: inout ByteReader) throws(Unreadable) -> Self
  /// What stands for it where the bytes are broken, which their checksum has ruled out.
  static var unreadable: Self { get }
}

/// An object that is given, or read from bytes when it is first asked for. Threads that ask at the same time may each
/// read it, and all get the one that was read first: asking for what is there takes one load and no lock.
struct Deferred<Object: Preparable>: ~Copyable, Sendable {
  private let made = AtomicLazyReference<Object>()

  /// To be read later.
  init() {}

  init(_ object: Object) {
    _ = made.storeIfNil(object)
  }

  /// - Parameters:
  ///   - place: Which of the parts it is.
  ///   - parts: Parts of bytes, one behind the other; nil where the object was given.
  borrowing func value(_ place: Int, of parts: ByteSlice?) -> Object {
    if let object = made.load() { return object }
    return made.storeIfNil(parts.flatMap { try? Self.read(place, of: $0) } ?? .unreadable)
  }

  private static func read(_ place: Int, of parts: ByteSlice) throws(Unreadable) -> Object {
    var reader = ByteReader(parts)
    for _ in 0..<place { _ = try reader.part() }
    var part = ByteReader(try reader.part())
    return try Object.read(&part)
  }
}
