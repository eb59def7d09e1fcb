/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every bench does with the times it takes. */

#pragma once

#include <glib.h>
#include <time.h>

/* The processor time of this thread, in milliseconds: what something costs when nobody else is at work. */
static inline double
bench_get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

static inline double
bench_get_clock (void)
{
  return g_get_monotonic_time () / 1000.0;
}

static inline int
bench_compare_doubles (gconstpointer a,
                       gconstpointer b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* The time under which @share of @times (of double) are: 0.5 for the median, 1 for the worst.  Sorts them. */
static inline double
bench_get_share (GArray *times,
                 double  share)
{
  g_array_sort (times, bench_compare_doubles);
  return times->len > 0 ? g_array_index (times, double, MIN ((guint) (times->len * share), times->len - 1)) : 0;
}
