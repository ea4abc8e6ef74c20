#define _GNU_SOURCE
#include "threads.h"

#include <errno.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

// Where the linker puts the variables that begin as zero.
extern char __bss_start[], _end[];

typedef struct {
  void *(*run)(void *);
  void *context;
  cpu_set_t allowed;
} Start;

int memaudit_processor_count(void) {
  cpu_set_t allowed;
  return sched_getaffinity(0, sizeof allowed, &allowed) == 0 ? CPU_COUNT(&allowed) : 0;
}

// A page of variables that is first written when there are several threads interrupts the processors of the others. A
// system that knows no such advice refuses it, and nothing is lost.
static void write_variables(void) {
  uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  uintptr_t start = (uintptr_t)__bss_start / page * page;
  madvise((void *)start, (uintptr_t)_end - start, MADV_POPULATE_WRITE);
}

static void *begin(void *argument) {
  Start start = *(Start *)argument;
  free(argument);
  sched_setaffinity(0, sizeof start.allowed, &start.allowed);
  return start.run(start.context);
}

static int begin_elsewhere(pthread_t *thread, Start *start, cpu_set_t *others) {
  pthread_attr_t attributes;
  int error = pthread_attr_init(&attributes);
  if (error != 0) return error;
  error = pthread_attr_setaffinity_np(&attributes, sizeof *others, others);
  if (error == 0) error = pthread_create(thread, &attributes, begin, start);
  pthread_attr_destroy(&attributes);
  return error;
}

int memaudit_begin_thread(pthread_t *thread, void *(*run)(void *), void *context) {
  static pthread_once_t variables_are_written = PTHREAD_ONCE_INIT;
  pthread_once(&variables_are_written, write_variables);
  Start *start = malloc(sizeof *start);
  if (start == NULL) return ENOMEM;
  *start = (Start){.run = run, .context = context};
  int here = sched_getcpu();
  if (here >= 0 && sched_getaffinity(0, sizeof start->allowed, &start->allowed) == 0) {
    cpu_set_t others = start->allowed;
    CPU_CLR(here, &others);
    if (CPU_COUNT(&others) > 0 && begin_elsewhere(thread, start, &others) == 0) return 0;
  }
  free(start);
  return pthread_create(thread, NULL, run, context);
}
