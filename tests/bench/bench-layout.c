/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the layout of random cascades takes, from nothing and after an edit, and how many crossings are
 * left.  A limit is missed when the best of a few runs is over it. */

#include "config.h"

#include <stdlib.h>

#include "bench-times.h"
#include "layout-fixture.h"

#define RUNS 5
#define N_CASCADES 3

/* Missing a limit by this factor is not the machine's fault. */
#define PATIENCE 4.0

typedef struct
{
  guint n_nodes;
  double anew_ms;           /* the limit */
  double edit_ms;
} Size;

static const Size sizes[] = {
  { 100, 25.0, 2.0 },
  { 1000, 40.0, 2.0 },
  { 10000, 40.0, 2.0 },
  { 50000, 250.0, 20.0 },
};

static gboolean
report (const char *what,
        guint       n_nodes,
        double     *times,
        double      limit,
        guint64     crossings)
{
  double median = bench_take_median (times, RUNS);

  g_print ("%-16s %6u goals  median %8.3f ms  best %8.3f ms  limit %6.1f ms  %" G_GUINT64_FORMAT " crossings%s\n",
           what, n_nodes, median, times[0], limit, crossings, times[0] > limit ? "  MISSED" : "");

  return times[0] <= PATIENCE * limit;
}

static gboolean
measure_anew (const Cascade *cascade,
              const Size    *size,
              TlLayout     **layout)
{
  double times[RUNS];

  for (guint run = 0; run < RUNS; run++)
    {
      double begun = bench_get_work ();

      g_clear_pointer (layout, tl_layout_free);
      *layout = cascade_lay_out (cascade, NULL, NULL);
      times[run] = bench_get_work () - begun;
    }

  return report ("from nothing", size->n_nodes, times, size->anew_ms, tl_layout_get_crossings (*layout));
}

static gboolean
measure_edit (Cascade        *cascade,
              const Size     *size,
              const TlLayout *layout)
{
  TlLayoutOptions options = TL_LAYOUT_OPTIONS_DEFAULT;
  guint n_nodes = cascade->nodes->len;
  guint n_edges = cascade->edges->len;
  guint parent = n_nodes / 4;
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);
  g_autofree TlLayoutPlace *places = g_new0 (TlLayoutPlace, (gsize) n_nodes + 1);
  g_autofree TlLayoutWay *ways = g_new0 (TlLayoutWay, (gsize) n_edges + 1);
  guint64 crossings = 0;
  double times[RUNS];

  for (guint i = 0; i < n_nodes; i++)
    places[i] = (TlLayoutPlace) { centres[i], TRUE };
  for (guint e = 0; e < n_edges; e++)
    ways[e].bends = tl_layout_get_bends (layout, e, &ways[e].n_bends);

  places[n_nodes].centre = (TlLayoutPoint) { NAN, NAN };
  cascade_link (cascade, parent, cascade_add (cascade, cascade_node (cascade, parent)->layer + 1, 160.0f, 56.0f));
  options.previous_ways = ways;

  for (guint run = 0; run < RUNS; run++)
    {
      double begun = bench_get_work ();
      g_autoptr (TlLayout) again = cascade_lay_out (cascade, &options, places);

      times[run] = bench_get_work () - begun;
      crossings = tl_layout_get_crossings (again);
    }

  return report ("after one edit", size->n_nodes, times, size->edit_ms, crossings);
}

int
main (void)
{
  gboolean good = TRUE;

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint seed = 1; seed <= (s < G_N_ELEMENTS (sizes) - 1 ? N_CASCADES : 1); seed++)
      {
        g_autoptr (Cascade) cascade = cascade_new_random (sizes[s].n_nodes, seed);
        g_autoptr (TlLayout) layout = NULL;

        good = measure_anew (cascade, &sizes[s], &layout) && good;
        good = measure_edit (cascade, &sizes[s], layout) && good;
      }

  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
