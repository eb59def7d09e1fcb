/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "layout-fixture.h"

/* Coordinates are doubles, so the gap is held but for rounding. */
#define ROUNDING 0.01

static const TlLayoutOptions usual = TL_LAYOUT_OPTIONS_DEFAULT;

static int
compare_left (gconstpointer one,
              gconstpointer other,
              gpointer      centres)
{
  const TlLayoutPoint *points = centres;
  double difference = points[*(const guint *) one].x - points[*(const guint *) other].x;

  return difference < 0.0 ? -1 : difference > 0.0;
}

/* Every row holds the nodes of its layer, no nearer to one another than the gap, within the picture. */
static void
assert_rows (const Cascade         *cascade,
             const TlLayout        *layout,
             const TlLayoutOptions *options)
{
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);
  guint n_rows;
  const TlLayoutRow *rows = tl_layout_get_rows (layout, &n_rows);
  guint n_seen = 0;

  for (guint r = 0; r < n_rows; r++)
    {
      g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (guint));

      for (guint i = 0; i < cascade->nodes->len; i++)
        if (cascade_node (cascade, i)->layer == rows[r].layer)
          g_array_append_val (row, i);
      n_seen += row->len;
      g_array_sort_with_data (row, compare_left, (gpointer) centres);

      for (guint k = 0; k < row->len; k++)
        {
          guint i = g_array_index (row, guint, k);
          const TlLayoutNode *node = cascade_node (cascade, i);

          g_assert_cmpfloat (fabs (centres[i].y - (rows[r].start + rows[r].end) / 2.0), <, ROUNDING);
          g_assert_cmpfloat (node->height, <=, rows[r].end - rows[r].start + ROUNDING);
          g_assert_cmpfloat (centres[i].x - node->width / 2.0, >=, -ROUNDING);
          g_assert_cmpfloat (centres[i].x + node->width / 2.0, <=, tl_layout_get_width (layout) + ROUNDING);
          if (k == 0)
            continue;

          guint left = g_array_index (row, guint, k - 1);
          double room = centres[i].x - node->width / 2.0 - centres[left].x - cascade_node (cascade, left)->width / 2.0;

          g_assert_cmpfloat (room, >=, options->node_gap - ROUNDING);
        }
      if (r > 0)
        g_assert_cmpfloat (fabs (rows[r].start - rows[r - 1].end - options->layer_gap), <, ROUNDING);
    }

  g_assert_cmpuint (n_seen, ==, cascade->nodes->len);
}

static void
test_random (void)
{
  static const guint sizes[] = { 5, 12, 40, 150, 600, 3000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint seed = 1; seed <= 3; seed++)
      {
        g_autoptr (Cascade) cascade = cascade_new_random (sizes[s], seed);
        g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);

        assert_rows (cascade, layout, &usual);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/layered/random", test_random);

  return g_test_run ();
}
