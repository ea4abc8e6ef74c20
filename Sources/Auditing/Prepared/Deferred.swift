internal import Bytes

/// What can be read from bytes.
protocol Preparable: AnyObject, Sendable {
  static func read(_ reader: inout ByteReader) throws(Unreadable) -> Self
  /// What stands for it where the bytes are broken, which those of the program are not.
  static var unreadable: Self { get }
}

/// An object that is given, or read from bytes when it is first asked for.
struct Deferred<Object: Preparable>: ~Copyable, Sendable {
  private let made: Once<Object>

  /// To be read later.
  init() { made = Once() }

  init(_ object: Object) { made = Once(object) }

  /// - Parameters:
  ///   - place: Which of the parts it is.
  ///   - parts: Parts of bytes, one behind the other; nil where the object was given.
  @inline(__always)
  borrowing func value(_ place: Int, of parts: ByteSlice?) -> Object {
    made.object { parts.flatMap { try? Self.read(place, of: $0) } ?? .unreadable }
  }

  private static func read(_ place: Int, of parts: ByteSlice) throws(Unreadable) -> Object {
    var reader = ByteReader(parts)
    for _ in 0..<place { _ = try reader.part() }
    var part = ByteReader(try reader.part())
    return try Object.read(&part)
  }
}
