#pragma once

#include <pthread.h>

/// How many processors this program may run on; 0 where the system does not tell.
int memaudit_processor_count(void);

/// Begins a thread on another processor than this one: a system may let it wait for its beginner otherwise, with
/// processors idle. Where it goes on is the system's choice. Gives what `pthread_create` gives.
int memaudit_begin_thread(pthread_t *_Nonnull thread, void *_Nullable (*_Nonnull run)(void *_Nullable),
                          void *_Nullable context);
