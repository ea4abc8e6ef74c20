// libyaml_loop FILE…: reads the files, then runs libyaml's parser over their bytes, and prints the microseconds of
// processor time that the parser took, the bytes, and the events.

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <yaml.h>

struct text {
  unsigned char *bytes;
  size_t length;
};

static struct text contents(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file || fseek(file, 0, SEEK_END)) return perror(path), exit(3), (struct text){0};
  struct text text = {.length = (size_t)ftell(file)};
  rewind(file);
  text.bytes = malloc(text.length + 1);
  if (!text.bytes || fread(text.bytes, 1, text.length, file) != text.length)
    return perror(path), exit(3), (struct text){0};
  fclose(file);
  return text;
}

static long events(struct text text, const char *path) {
  yaml_parser_t parser;
  yaml_event_t event;
  long count = 0;
  if (!yaml_parser_initialize(&parser)) exit(3);
  yaml_parser_set_input_string(&parser, text.bytes, text.length);
  for (int ended = 0; !ended; count++) {
    if (!yaml_parser_parse(&parser, &event)) {
      fprintf(stderr, "%s: %s\n", path, parser.problem ? parser.problem : "no memory");
      exit(3);
    }
    ended = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return count;
}

static long long microseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

int main(int count, char **paths) {
  struct text *texts = calloc((size_t)count, sizeof *texts);
  if (!texts) return 3;
  size_t bytes = 0;
  for (int index = 1; index < count; index++) {
    texts[index] = contents(paths[index]);
    bytes += texts[index].length;
  }
  long found = 0;
  long long start = microseconds();
  for (int index = 1; index < count; index++) found += events(texts[index], paths[index]);
  printf("%lld %zu %ld\n", microseconds() - start, bytes, found);
  return 0;
}
