internal import Glibc

/// A file on its way to its place, where nothing changes until it is put there. If it never is, it goes away with this
/// value, and without a name with the process too, however that ends.
final class TemporaryFile {
  private let place: String
  private(set) var descriptor: Int32
  /// Nil where it has none yet, or where it is its place's.
  private var name: String?

  private init(for place: String, _ descriptor: Int32, name: String?) {
    self.place = place
    self.descriptor = descriptor
    self.name = name
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    removeName()
  }

  /// A file without a name. Nil where there can be none, or where it could not be given one later.
  static func nameless(for place: String) -> TemporaryFile? {
    var status = stat()
    guard lstat(name(0, for: place), &status) == 0 || errno == ENOENT else { return nil }
    let descriptor = open(folderName(of: place), O_WRONLY | __O_TMPFILE | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return nil }
    let file = TemporaryFile(for: place, descriptor, name: nil)
    return access(file.nameOfDescriptor, F_OK) == 0 ? file : nil
  }

  /// A file with a name beside its place; nil, and why in `errno`, where there can be none.
  static func named(for place: String) -> TemporaryFile? {
    var descriptor: Int32 = -1
    let name = firstFreeName(for: place) { name in
      descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      return descriptor >= 0
    }
    return name.map { TemporaryFile(for: place, descriptor, name: $0) }
  }

  /// Puts it in its place, instead of what may be there, for those who could read that; false, and why in `errno`, where
  /// that cannot be.
  func replace() -> Bool {
    var replaced = stat()
    if stat(place, &replaced) == 0, fchmod(descriptor, replaced.st_mode & 0o777) != 0 {
      return false
    }
    guard let name = finish(), rename(name, place) == 0 else { return false }
    self.name = nil
    return true
  }

  /// Puts it in its place, unless something is there by now; false, and why in `errno`, where that cannot be.
  func putAsNew() -> Bool {
    guard let name = finish() else { return false }
    defer { removeName() }
    return link(name, place) == 0
  }

  private func removeName() {
    if let name { unlink(name) }
    name = nil
  }

  /// Its name, when everything is written: only a name can take the place of another.
  private func finish() -> String? {
    if name == nil {
      let source = nameOfDescriptor
      name = Self.firstFreeName(for: place) {
        linkat(AT_FDCWD, source, AT_FDCWD, $0, AT_SYMLINK_FOLLOW) == 0
      }
    }
    guard name != nil else { return nil }
    defer { descriptor = -1 }
    return close(descriptor) == 0 ? name : nil
  }

  private var nameOfDescriptor: String { "/proc/self/fd/\(descriptor)" }

  /// The first name under which a file could be created; those that are taken are somebody else's.
  private static func firstFreeName(for place: String, _ create: (String) -> Bool) -> String? {
    for number in 0..<100 {
      let name = name(number, for: place)
      if create(name) { return name }
      guard errno == EEXIST else { return nil }
    }
    return nil
  }

  private static func name(_ number: Int, for place: String) -> String {
    "\(place).memaudit-\(number)"
  }
}
