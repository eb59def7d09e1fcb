/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Another time for whole programs: preloaded, it shifts the clock by as many seconds as TL_CLOCK_SHIFT says.  A test
 * that is linked with it can set the clock while it runs. */

#define _GNU_SOURCE

#include "tl-clock.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>


static long long
get_shift (void)
{
  const char *text = getenv ("TL_CLOCK_SHIFT");

  return text != NULL ? atoll (text) : 0;
}

void
tl_clock_set_shift (long long seconds)
{
  char text[32];

  snprintf (text, sizeof text, "%lld", seconds);
  setenv ("TL_CLOCK_SHIFT", text, 1);
}

int
clock_gettime (clockid_t        clock,
               struct timespec *result)
{
  static int (*next) (clockid_t, struct timespec *);
  int status;

  if (next == NULL)
    next = (int (*) (clockid_t, struct timespec *)) dlsym (RTLD_NEXT, "clock_gettime");

  status = next (clock, result);
  if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
    result->tv_sec += get_shift ();
  return status;
}

int
gettimeofday (struct timeval *restrict result,
              void *restrict           zone)
{
  struct timespec now;

  if (clock_gettime (CLOCK_REALTIME, &now) != 0)
    return -1;

  result->tv_sec = now.tv_sec;
  result->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t
time (time_t *result)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  if (result != NULL)
    *result = now.tv_sec;
  return now.tv_sec;
}
