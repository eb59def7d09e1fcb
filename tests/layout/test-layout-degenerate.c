/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-fixture.h"

static const TlLayoutOptions usual = TL_LAYOUT_OPTIONS_DEFAULT;

static void
test_nothing (void)
{
  g_autoptr (TlLayout) layout = tl_layout_new (NULL, 0, NULL, 0, NULL, NULL);
  guint n = 1;

  tl_layout_get_centres (layout, &n);
  g_assert_cmpuint (n, ==, 0);
  tl_layout_get_rows (layout, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpfloat (tl_layout_get_width (layout), ==, 0.0);
  g_assert_cmpfloat (tl_layout_get_height (layout), ==, 0.0);
}

static void
test_one (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();

  cascade_add (cascade, 4, 220.0f, 76.0f);

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);

  g_assert_cmpfloat (centres[0].x, ==, 110.0);
  g_assert_cmpfloat (centres[0].y, ==, 38.0);
  g_assert_cmpfloat (tl_layout_get_width (layout), ==, 220.0);
  g_assert_cmpfloat (tl_layout_get_height (layout), ==, 76.0);
}

static void
test_all_loose (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();

  for (guint i = 0; i < 90; i++)
    cascade_add (cascade, i % 3, 100.0f, 40.0f);

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);

  assert_rows (cascade, layout, &usual);
  g_assert_cmpfloat (tl_layout_get_loose_start (layout), ==, 0.0);
  g_assert_cmpfloat (tl_layout_get_width (layout), ==, 30 * 100.0 + 29 * 20.0);
}

static void
test_deep_chain (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();

  for (guint i = 0; i < 60; i++)
    cascade_add (cascade, i, 100.0f, 40.0f);
  for (guint i = 1; i < 60; i++)
    cascade_link (cascade, i - 1, i);

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);

  assert_rows (cascade, layout, &usual);
  for (guint i = 0; i < 60; i++)
    g_assert_cmpfloat_with_epsilon (centres[i].x, 50.0, ROUNDING);
}

static void
test_wide (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();
  guint top = cascade_add (cascade, 0, 100.0f, 40.0f);

  for (guint i = 0; i < 5000; i++)
    cascade_link (cascade, top, cascade_add (cascade, 1, 100.0f, 40.0f));

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);

  assert_rows (cascade, layout, &usual);
  g_assert_cmpuint (tl_layout_get_crossings (layout), ==, 0);
  g_assert_cmpfloat_with_epsilon (centres[top].x, tl_layout_get_width (layout) / 2.0, 1.0);
  for (guint i = 2; i <= 5000; i++)
    g_assert_cmpfloat (centres[i].x, >, centres[i - 1].x);
}

static void
test_repeated_edges (void)
{
  g_autoptr (Cascade) cascade = cascade_new_random (60, 5);
  g_autoptr (Cascade) repeated = cascade_new_random (60, 5);
  guint n_edges = repeated->edges->len;

  for (guint e = 0; e < n_edges; e++)
    {
      TlLayoutEdge edge = *cascade_edge (repeated, e);

      cascade_link (repeated, edge.upper, edge.lower);
      cascade_link (repeated, edge.lower, edge.upper);
    }

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  g_autoptr (TlLayout) other = cascade_lay_out (repeated, NULL, NULL);

  assert_same (layout, other);
  for (guint e = 0; e < n_edges; e++)
    {
      guint n;
      guint n_repeated;

      tl_layout_get_bends (other, e, &n);
      tl_layout_get_bends (other, n_edges + 2 * e, &n_repeated);
      g_assert_cmpuint (n, ==, n_repeated);
    }
}

/* What cannot take part does no harm: edges to nowhere, to oneself, within a row. */
static void
test_wrong_edges (void)
{
  g_autoptr (Cascade) cascade = cascade_new_random (60, 6);
  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  guint n_edges = cascade->edges->len;
  guint n_bends;

  cascade_link (cascade, 0, 60);
  cascade_link (cascade, G_MAXUINT, 3);
  cascade_link (cascade, 7, 7);
  cascade_link (cascade, 58, 59);

  g_autoptr (TlLayout) other = cascade_lay_out (cascade, NULL, NULL);

  assert_same (layout, other);
  for (guint e = n_edges; e < cascade->edges->len; e++)
    {
      g_assert_null (tl_layout_get_bends (other, e, &n_bends));
      g_assert_cmpuint (n_bends, ==, 0);
    }
}

/* Layer numbers are names: holes cost nothing, however large they are. */
static void
test_layers_with_holes (void)
{
  static const guint layers[] = { 3, 1000000, G_MAXUINT };
  g_autoptr (Cascade) cascade = cascade_new ();

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    cascade_add (cascade, layers[i], 100.0f, 40.0f);
  cascade_link (cascade, 0, 1);
  cascade_link (cascade, 1, 2);

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  guint n_rows;
  const TlLayoutRow *rows = tl_layout_get_rows (layout, &n_rows);

  assert_rows (cascade, layout, &usual);
  g_assert_cmpuint (n_rows, ==, 3);
  g_assert_cmpuint (rows[2].layer, ==, G_MAXUINT);
  g_assert_cmpfloat (tl_layout_get_height (layout), ==, 3 * 40.0 + 2 * 80.0);
}

static void
test_strange_sizes (void)
{
  const TlLayoutOptions options = { .node_gap = -5.0f, .layer_gap = NAN, .edge_gap = -1.0f };
  g_autoptr (Cascade) cascade = cascade_new ();

  cascade_add (cascade, 0, -10.0f, NAN);
  cascade_add (cascade, 1, INFINITY, 10.0f);
  cascade_add (cascade, 1, 0.0f, 0.0f);
  cascade_link (cascade, 0, 1);
  cascade_link (cascade, 0, 2);

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, &options, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);

  for (guint i = 0; i < 3; i++)
    g_assert_true (isfinite (centres[i].x) && isfinite (centres[i].y));
  g_assert_true (isfinite (tl_layout_get_width (layout)));
}

/* Everybody linked to everybody three rows away: long chains only. */
static void
test_dense_long (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();

  for (guint i = 0; i < 24; i++)
    cascade_add (cascade, i < 12 ? 0 : 3, 100.0f, 40.0f);
  cascade_link (cascade, cascade_add (cascade, 1, 100.0f, 40.0f), cascade_add (cascade, 2, 100.0f, 40.0f));
  for (guint i = 0; i < 12; i++)
    for (guint k = 12; k < 24; k++)
      cascade_link (cascade, i, k);

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);

  assert_rows (cascade, layout, &usual);
  assert_ways (cascade, layout);
}

/* More virtual vertices than memory is good for: the longest edges stay out, the rest is laid out. */
static void
test_too_long (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();

  for (guint i = 0; i < 3000; i++)
    cascade_add (cascade, i, 10.0f, 10.0f);
  for (guint i = 1; i < 3000; i++)
    cascade_link (cascade, i - 1, i);
  for (guint i = 2; i < 3000; i++)
    cascade_link (cascade, 0, i);

  TlLayoutOptions options = usual;

  options.effort = 1;

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, &options, NULL);

  assert_rows (cascade, layout, &usual);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/degenerate/nothing", test_nothing);
  g_test_add_func ("/layout/degenerate/one", test_one);
  g_test_add_func ("/layout/degenerate/all-loose", test_all_loose);
  g_test_add_func ("/layout/degenerate/deep-chain", test_deep_chain);
  g_test_add_func ("/layout/degenerate/wide", test_wide);
  g_test_add_func ("/layout/degenerate/repeated-edges", test_repeated_edges);
  g_test_add_func ("/layout/degenerate/wrong-edges", test_wrong_edges);
  g_test_add_func ("/layout/degenerate/layers-with-holes", test_layers_with_holes);
  g_test_add_func ("/layout/degenerate/strange-sizes", test_strange_sizes);
  g_test_add_func ("/layout/degenerate/dense-long", test_dense_long);
  g_test_add_func ("/layout/degenerate/too-long", test_too_long);

  return g_test_run ();
}
