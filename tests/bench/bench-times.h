/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the benchmarks take time and say it: time of the processor, since other work on the machine is none of theirs, and
 * medians, since one run in ten is always slow. */

#pragma once

#include <glib.h>
#include <stdlib.h>
#include <time.h>

/* What this thread has had of the processor, in milliseconds */
static inline double
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static inline int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Which of @times so large a part of them does not exceed; sorts them. */
static inline double
get_share (double *times,
           guint   n,
           double  share)
{
  qsort (times, n, sizeof (double), compare_times);
  return n > 0 ? times[MIN ((guint) (n * share), n - 1)] : 0;
}

static inline double
get_median (double *times,
            guint   n)
{
  return get_share (times, n, 0.5);
}
