#include "checklists.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// One entry a file. A test holds the list complete.
static const EmbeddedFile files[] = {
  {"equivalence-map.yaml", (const char[]){
#embed "../../checklists/equivalence-map.yaml" suffix(,)
  0}},
  {"literature.yaml", (const char[]){
#embed "../../checklists/literature.yaml" suffix(,)
  0}},
};

const EmbeddedFile *embedded_file(size_t index) {
  return index < sizeof files / sizeof *files ? &files[index] : NULL;
}
