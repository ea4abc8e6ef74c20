/// The places of names in a list that never changes.
package final class NameTable: Sendable {
  package let names: [String]
  private let stamps: [NameStamp]
  /// Places, one more than they are, where their stamps lead or next to it; 0 where there is none.
  private let slots: [UInt8]
  /// What is left of a stamp behind so many bits leads to its slot.
  private let shift: UInt64

  /// - Parameter names: Fewer than 256; the first of several that are the same is the one that is found.
  package init(_ names: [String]) {
    self.names = names
    let stamps = names.prefix(Int(UInt8.max)).map { NameStamp($0) }
    // Half of the slots at least stay empty, so that most names are found where they lead.
    let bits = max(Int.bitWidth - (2 * stamps.count).leadingZeroBitCount, 1)
    let shift = UInt64(UInt64.bitWidth - bits)
    var slots = [UInt8](repeating: 0, count: 1 << bits)
    for place in stamps.indices {
      var slot = stamps[place].slot(behind: shift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt8(place + 1)
    }
    self.stamps = stamps
    self.slots = slots
    self.shift = shift
  }

  /// Where a name stands among all; nil where it is none of them.
  package func place(of name: String) -> Int? {
    var name = name
    return name.withUTF8 { place(of: $0, NameStamp($0)) }
  }

  /// The place of a name that has a stamp.
  package func place(of name: UnsafeBufferPointer<UInt8>, _ stamp: NameStamp) -> Int? {
    place(stamp) { place in
      var own = names[place]
      return own.withUTF8 { own in
        guard own.count == name.count else { return false }
        for index in own.indices where own[index] != name[index] { return false }
        return true
      }
    }
  }

  /// The place of a name of which it is known that it is one of these, and that no other has its stamp.
  package func place(ofOwn stamp: NameStamp) -> Int? {
    place(stamp) { _ in true }
  }

  @inline(__always)
  private func place(_ stamp: NameStamp, _ isMeant: (Int) -> Bool) -> Int? {
    var slot = stamp.slot(behind: shift)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if stamps[place] == stamp, isMeant(place) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}

extension NameStamp {
  @inline(__always)
  fileprivate func slot(behind shift: UInt64) -> Int { Int(truncatingIfNeeded: bits &>> shift) }
}
