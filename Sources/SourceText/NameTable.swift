/// The places of names in a list that never changes.
package final class NameTable: Sendable {
  package let names: [String]
  private let stamps: [NameStamp]
  /// Places, one more than they are, where their stamps lead or next to it; 0 where there is none.
  private let slots: [UInt8]
  /// The names one behind the other, and where each ends.
  private let text: [UInt8]
  private let ends: [Int]

  /// - Parameter names: Fewer than 256; the first of several that are the same is the one that is found.
  package init(_ names: [String]) {
    self.names = names
    let stamps = names.map { NameStamp($0) }
    self.stamps = stamps
    var slots = [UInt8](repeating: 0, count: 256)
    var text: [UInt8] = []
    var ends: [Int] = []
    text.reserveCapacity(names.reduce(0) { $0 + $1.utf8.count })
    ends.reserveCapacity(names.count)
    for place in names.indices.prefix(255) {
      var slot = stamps[place].slot
      while slots[slot] != 0 { slot = (slot + 1) & 255 }
      slots[slot] = UInt8(place + 1)
      text += names[place].utf8
      ends.append(text.count)
    }
    self.slots = slots
    self.text = text
    self.ends = ends
  }

  /// Where a name stands among all; nil where it is none of them.
  package func place(of name: String) -> Int? {
    var name = name
    return name.withUTF8 { place(of: $0, NameStamp($0)) }
  }

  /// The place of a name that has a stamp.
  package func place(of name: UnsafeBufferPointer<UInt8>, _ stamp: NameStamp) -> Int? {
    place(stamp) { place in
      let start = place == 0 ? 0 : ends[place - 1]
      guard ends[place] - start == name.count else { return false }
      for offset in name.indices where text[start + offset] != name[offset] { return false }
      return true
    }
  }

  /// The place of a name of which it is known that it is one of these, and that no other has its stamp.
  package func place(ofOwn stamp: NameStamp) -> Int? {
    place(stamp) { _ in true }
  }

  @inline(__always)
  private func place(_ stamp: NameStamp, _ isMeant: (Int) -> Bool) -> Int? {
    var slot = stamp.slot
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if stamps[place] == stamp, isMeant(place) { return place }
      slot = (slot + 1) & 255
    }
    return nil
  }
}

extension NameStamp {
  fileprivate var slot: Int { Int(bits >> 56) }
}
