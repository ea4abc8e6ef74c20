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
  /// The address of an object that is retained here; 0 before there is one.
  private let made = Atomic<UInt>(0)

  /// To be read later.
  init() {}

  init(_ object: Object) {
    made.store(Self.retained(object), ordering: .releasing)
  }

  deinit {
    if let pointer = UnsafeRawPointer(bitPattern: made.load(ordering: .acquiring)) {
      Unmanaged<Object>.fromOpaque(pointer).release()
    }
  }

  /// - Parameters:
  ///   - place: Which of the parts it is.
  ///   - parts: Parts of bytes, one behind the other; nil where the object was given.
  @inline(__always)
  borrowing func value(_ place: Int, of parts: ByteSlice?) -> Object {
    if let pointer = UnsafeRawPointer(bitPattern: made.load(ordering: .acquiring)) {
      return Unmanaged<Object>.fromOpaque(pointer).takeUnretainedValue()
    }
    return keep(parts.flatMap { try? Self.read(place, of: $0) } ?? .unreadable)
  }

  /// The object that is kept: this one, or another thread's that came first.
  private borrowing func keep(_ object: Object) -> Object {
    let own = Self.retained(object)
    let first = made.compareExchange(
      expected: 0, desired: own, ordering: .acquiringAndReleasing
    ).original
    guard let pointer = UnsafeRawPointer(bitPattern: first) else { return object }
    Unmanaged.passUnretained(object).release()
    return Unmanaged<Object>.fromOpaque(pointer).takeUnretainedValue()
  }

  private static func retained(_ object: Object) -> UInt {
    UInt(bitPattern: Unmanaged.passRetained(object).toOpaque())
  }

  private static func read(_ place: Int, of parts: ByteSlice) throws(Unreadable) -> Object {
    var reader = ByteReader(parts)
    for _ in 0..<place { _ = try reader.part() }
    var part = ByteReader(try reader.part())
    return try Object.read(&part)
  }
}
