/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the benchmarks take time and say it: time of the processor, since other work on the machine is none of theirs, and
 * medians, since one run in ten is always slow. */

#pragma once

#include <glib.h>
#include <stdlib.h>
#include <time.h>

/* What this thread has had of the processor, in milliseconds */
static inline double
bench_get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static inline int
bench_compare_doubles (gconstpointer a,
                       gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* By the clock, in milliseconds */
static inline double
bench_get_clock (void)
{
  return g_get_monotonic_time () / 1000.0;
}

/* Which of @times so large a part of them does not exceed; sorts them. */
static inline double
bench_take_share (double *times,
                  guint   n,
                  double  share)
{
  qsort (times, n, sizeof (double), bench_compare_doubles);
  return n > 0 ? times[MIN ((guint) (n * share), n - 1)] : 0;
}

static inline double
bench_take_median (double *times,
                   guint   n)
{
  return bench_take_share (times, n, 0.5);
}

/* The same of a #GArray of double */
static inline double
bench_get_share (GArray *times,
                 double  share)
{
  return bench_take_share ((double *) (gpointer) times->data, times->len, share);
}
