package import Synchronization

/// A place for an object that is made when it is first asked for. Threads that ask at the same time may each make one,
/// and all get the one that was made first: asking for what is there takes one load and no lock.
package struct Once<Object: AnyObject>: ~Copyable {
  /// The address of an object that is retained here; 0 before there is one.
  @usableFromInline let made = Atomic<UInt>(0)

  @inlinable package init() {}

  @inlinable package init(_ object: Object) {
    made.store(Self.retained(object), ordering: .releasing)
  }

  @inlinable deinit {
    if let pointer = UnsafeRawPointer(bitPattern: made.load(ordering: .acquiring)) {
      Unmanaged<Object>.fromOpaque(pointer).release()
    }
  }

  @inlinable @inline(__always)
  package borrowing func object(_ make: () -> Object) -> Object {
    if let pointer = UnsafeRawPointer(bitPattern: made.load(ordering: .acquiring)) {
      return Unmanaged<Object>.fromOpaque(pointer).takeUnretainedValue()
    }
    return keep(make())
  }

  /// The object that is kept: this one, or another thread's that came first.
  @usableFromInline
  borrowing func keep(_ object: Object) -> Object {
    let first = made.compareExchange(
      expected: 0, desired: Self.retained(object), ordering: .acquiringAndReleasing
    ).original
    guard let pointer = UnsafeRawPointer(bitPattern: first) else { return object }
    Unmanaged.passUnretained(object).release()
    return Unmanaged<Object>.fromOpaque(pointer).takeUnretainedValue()
  }

  @usableFromInline
  static func retained(_ object: Object) -> UInt {
    UInt(bitPattern: Unmanaged.passRetained(object).toOpaque())
  }
}

extension Once: Sendable where Object: Sendable {}
