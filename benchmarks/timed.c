// timed OUTPUT COMMAND…: runs the command with its standard output in a file, and prints what it cost:
// nanoseconds from start to exit, microseconds of processor time, peak resident KiB, and the exit.
//
// Python cannot measure this itself: a process begins with the peak memory of the one that started it.

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static long long microseconds(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

int main(int count, char **words) {
  if (count < 3) return fputs("timed OUTPUT COMMAND...\n", stderr), 2;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, words[1], O_WRONLY | O_CREAT | O_TRUNC, 0644);

  struct timespec start, end;
  struct rusage usage;
  pid_t child;
  int status;
  clock_gettime(CLOCK_MONOTONIC, &start);
  int failure = posix_spawnp(&child, words[2], &actions, NULL, words + 2, environ);
  if (failure) return fprintf(stderr, "%s: %s\n", words[2], strerror(failure)), 2;
  while (wait4(child, &status, 0, &usage) < 0)
    if (errno != EINTR) return perror("wait4"), 2;
  clock_gettime(CLOCK_MONOTONIC, &end);

  printf("%lld %lld %ld %d\n",
         (end.tv_sec - start.tv_sec) * 1000000000LL + end.tv_nsec - start.tv_nsec,
         microseconds(usage.ru_utime) + microseconds(usage.ru_stime), usage.ru_maxrss,
         WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return 0;
}
