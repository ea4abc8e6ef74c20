internal import Glibc

/// Makes writing safe whatever the program was started with: it fails where it cannot be, and does not end the program
/// with half of its files written.
func prepareProcess() {
  for limit in [SIGPIPE, SIGXFSZ] { signal(limit, SIG_IGN) }
  // A stream that is closed would be the next file that is opened, and messages would go there.
  for (stream, flags) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)]
  where fcntl(stream, F_GETFD) < 0 {
    _ = open("/dev/null", flags)
  }
}

/// Lets the program end with an object still there: the system takes all memory back at once, which is sooner done than
/// taking the object apart.
func keepToTheEnd(_ object: some AnyObject) { _ = Unmanaged.passRetained(object) }
