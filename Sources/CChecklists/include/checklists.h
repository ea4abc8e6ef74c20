#pragma once

#include <stddef.h>

/// A file of `checklists/` as it was when the program was built; its text ends with a zero.
typedef struct {
  const char *path;
  const char *text;
} EmbeddedFile;

/// The file at an index, in the order in which reports show checklists; NULL after the last.
const EmbeddedFile *embedded_file(size_t index);

/// What was made of the files when the program was built; of size 0 where nothing was.
const unsigned char *embedded_preparation(size_t *size);
