/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-fixture.h"

static const TlLayoutOptions usual = TL_LAYOUT_OPTIONS_DEFAULT;

static void
test_random (void)
{
  static const guint sizes[] = { 5, 12, 40, 150, 600, 3000 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint seed = 1; seed <= 4; seed++)
      {
        g_autoptr (Cascade) cascade = cascade_new_random (sizes[s], seed);
        g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);

        assert_rows (cascade, layout, &usual);
        assert_ways (cascade, layout);
      }
}

/* Cards of different sizes, and any gaps. */
static void
test_sizes (void)
{
  const TlLayoutOptions options = { .node_gap = 7.5f, .layer_gap = 33.0f, .edge_gap = 3.0f };

  for (guint seed = 1; seed <= 12; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (Cascade) cascade = cascade_new_random (120, seed);

      for (guint i = 0; i < cascade->nodes->len; i++)
        {
          TlLayoutNode *node = &g_array_index (cascade->nodes, TlLayoutNode, i);

          node->width = g_rand_double_range (rand, 0.0, 400.0);
          node->height = g_rand_double_range (rand, 0.0, 100.0);
        }

      g_autoptr (TlLayout) layout = cascade_lay_out (cascade, &options, NULL);

      assert_rows (cascade, layout, &options);
      assert_ways (cascade, layout);
    }
}

static void
test_same_again (void)
{
  static const guint sizes[] = { 30, 150, 1200 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (Cascade) cascade = cascade_new_random (sizes[s], 7);
      g_autoptr (TlLayout) one = cascade_lay_out (cascade, NULL, NULL);
      g_autoptr (TlLayout) other = cascade_lay_out (cascade, &usual, NULL);

      assert_same (one, other);
      assert_same_ways (cascade, one, other);
    }
}

static gpointer
lay_out_thread (gpointer cascade)
{
  return cascade_lay_out (cascade, &usual, NULL);
}

/* Several layouts at once do not know of one another: every thread comes to the same, bit for bit. */
static void
test_threads (void)
{
  static const guint sizes[] = { 60, 900, 250 };
  g_autoptr (GPtrArray) cascades = g_ptr_array_new_with_free_func ((GDestroyNotify) cascade_free);
  GThread *threads[12];

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    g_ptr_array_add (cascades, cascade_new_random (sizes[s], 8 + s));
  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    threads[t] = g_thread_new ("layout", lay_out_thread, cascades->pdata[t % cascades->len]);

  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    {
      const Cascade *cascade = cascades->pdata[t % cascades->len];
      g_autoptr (TlLayout) there = g_thread_join (threads[t]);
      g_autoptr (TlLayout) here = cascade_lay_out (cascade, &usual, NULL);

      assert_same (here, there);
      assert_same_ways (cascade, here, there);
    }
}

/* To the right is the same picture with its axes exchanged. */
static void
test_right (void)
{
  g_autoptr (Cascade) cascade = cascade_new_random (80, 3);
  g_autoptr (Cascade) turned = cascade_new_random (80, 3);
  TlLayoutOptions right = usual;

  for (guint i = 0; i < turned->nodes->len; i++)
    {
      TlLayoutNode *node = &g_array_index (turned->nodes, TlLayoutNode, i);

      *node = (TlLayoutNode) { node->layer, node->height, node->width };
    }
  right.direction = TL_LAYOUT_RIGHT;

  g_autoptr (TlLayout) down = cascade_lay_out (cascade, NULL, NULL);
  g_autoptr (TlLayout) rightwards = cascade_lay_out (turned, &right, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (down, NULL);
  const TlLayoutPoint *others = tl_layout_get_centres (rightwards, NULL);

  for (guint i = 0; i < cascade->nodes->len; i++)
    {
      g_assert_cmpfloat (centres[i].x, ==, others[i].y);
      g_assert_cmpfloat (centres[i].y, ==, others[i].x);
    }
  for (guint e = 0; e < cascade->edges->len; e++)
    {
      guint n;
      guint n_other;
      const TlLayoutPoint *bends = tl_layout_get_bends (down, e, &n);
      const TlLayoutPoint *other_bends = tl_layout_get_bends (rightwards, e, &n_other);

      g_assert_cmpuint (n, ==, n_other);
      for (guint b = 0; b < n; b++)
        g_assert_cmpfloat (bends[b].x, ==, other_bends[b].y);
    }
  g_assert_cmpfloat (tl_layout_get_width (down), ==, tl_layout_get_height (rightwards));
  g_assert_cmpfloat (tl_layout_get_height (down), ==, tl_layout_get_width (rightwards));
}

static void
test_layer_minimum (void)
{
  const float minimum[] = { 0.0f, 200.0f, 10.0f };
  const TlLayoutOptions options = {
    .node_gap = 20.0f, .layer_gap = 80.0f, .layer_minimum = minimum, .n_layer_minimum = G_N_ELEMENTS (minimum),
  };
  g_autoptr (Cascade) cascade = cascade_new_random (30, 1);
  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, &options, NULL);
  const TlLayoutRow *rows = tl_layout_get_rows (layout, NULL);

  assert_rows (cascade, layout, &options);
  g_assert_cmpfloat (rows[0].end - rows[0].start, ==, 56.0);
  g_assert_cmpfloat (rows[1].end - rows[1].start, ==, 200.0);
  g_assert_cmpfloat (rows[2].end - rows[2].start, ==, 56.0);
  g_assert_cmpfloat (rows[3].end - rows[3].start, ==, 56.0);
}

/* An edge given upside down takes the same way, told from its own beginning. */
static void
test_turned_edge (void)
{
  for (guint turned = 0; turned < 2; turned++)
    {
      g_autoptr (Cascade) cascade = cascade_new ();

      for (guint layer = 0; layer < 4; layer++)
        cascade_add (cascade, layer, 100.0f, 40.0f);
      for (guint layer = 1; layer < 4; layer++)
        cascade_link (cascade, layer - 1, layer);
      cascade_link (cascade, turned ? 3 : 0, turned ? 0 : 3);

      g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
      guint n_bends;
      const TlLayoutPoint *bends = tl_layout_get_bends (layout, 3, &n_bends);

      assert_ways (cascade, layout);
      g_assert_cmpuint (n_bends, ==, 4);
      for (guint b = 1; b < n_bends; b++)
        g_assert_true (turned ? bends[b].y < bends[b - 1].y : bends[b].y > bends[b - 1].y);
    }
}

/* Nodes without an edge stand in a block to the right of all others, however short their row is. */
static void
test_loose (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();
  guint top = cascade_add (cascade, 0, 100.0f, 40.0f);
  guint loose_top = cascade_add (cascade, 0, 60.0f, 40.0f);

  for (guint i = 0; i < 6; i++)
    cascade_link (cascade, top, cascade_add (cascade, 1, 100.0f, 40.0f));

  guint loose = cascade_add (cascade, 1, 100.0f, 40.0f);
  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);
  double start = tl_layout_get_loose_start (layout);

  assert_rows (cascade, layout, &usual);
  g_assert_cmpfloat (start, >, 6 * 100.0 + 5 * 20.0);
  g_assert_cmpfloat_with_epsilon (centres[loose_top].x, start + 30.0, ROUNDING);
  g_assert_cmpfloat_with_epsilon (centres[loose].x, start + 50.0, ROUNDING);
}

static void
test_nothing_loose (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();

  cascade_link (cascade, cascade_add (cascade, 0, 10.0f, 10.0f), cascade_add (cascade, 1, 10.0f, 10.0f));

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);

  g_assert_true (isnan (tl_layout_get_loose_start (layout)));
}

/* More work never makes it worse by much, and one attempt's worth already holds all promises. */
static void
test_effort (void)
{
  g_autoptr (Cascade) cascade = cascade_new_random (150, 11);
  TlLayoutOptions little = usual;
  TlLayoutOptions much = usual;

  little.effort = 1;
  much.effort = 300;

  g_autoptr (TlLayout) quick = cascade_lay_out (cascade, &little, NULL);
  g_autoptr (TlLayout) slow = cascade_lay_out (cascade, &much, NULL);

  assert_rows (cascade, quick, &little);
  g_assert_cmpuint (tl_layout_get_crossings (slow), <=, tl_layout_get_crossings (quick));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/layered/random", test_random);
  g_test_add_func ("/layout/layered/sizes", test_sizes);
  g_test_add_func ("/layout/layered/same-again", test_same_again);
  g_test_add_func ("/layout/layered/threads", test_threads);
  g_test_add_func ("/layout/layered/right", test_right);
  g_test_add_func ("/layout/layered/layer-minimum", test_layer_minimum);
  g_test_add_func ("/layout/layered/turned-edge", test_turned_edge);
  g_test_add_func ("/layout/layered/loose", test_loose);
  g_test_add_func ("/layout/layered/nothing-loose", test_nothing_loose);
  g_test_add_func ("/layout/layered/effort", test_effort);

  return g_test_run ();
}
