// A static program without /proc, as in an empty chroot: there the runtime of Swift finds neither the program's
// arguments nor its own place, and aborts. Both are told before it asks.
#include <stdlib.h>

extern void _swift_stdlib_overrideUnsafeArgvArgc(char **argv, int argc);

__attribute__((constructor(101))) static void tell_runtime(int argc, char **argv) {
  setenv("SWIFT_ROOT", "/", 0);
  _swift_stdlib_overrideUnsafeArgvArgc(argv, argc);
}
