/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-fixture.h"

static const TlLayoutOptions usual = TL_LAYOUT_OPTIONS_DEFAULT;

/* The picture of before, for the first nodes and edges of what may have become larger. */
typedef struct
{
  TlLayoutPlace *places;
  TlLayoutWay *ways;
} Before;

static Before *
before_new (const Cascade  *cascade,
            const TlLayout *layout)
{
  Before *self = g_new0 (Before, 1);
  guint n;
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, &n);

  self->places = g_new0 (TlLayoutPlace, cascade->nodes->len);
  self->ways = g_new0 (TlLayoutWay, cascade->edges->len + 1);
  for (guint i = 0; i < cascade->nodes->len; i++)
    if (i < n)
      self->places[i] = (TlLayoutPlace) { centres[i], TRUE };
    else
      self->places[i].centre = (TlLayoutPoint) { NAN, NAN };

  return self;
}

static void
before_free (Before *self)
{
  g_free (self->places);
  g_free (self->ways);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Before, before_free)

static TlLayout *
lay_out_again (const Cascade  *cascade,
               const TlLayout *layout,
               guint           n_edges_before,
               const Before   *before)
{
  TlLayoutOptions options = usual;

  for (guint e = 0; e < n_edges_before; e++)
    before->ways[e].bends = tl_layout_get_bends (layout, e, &before->ways[e].n_bends);
  options.previous_ways = before->ways;

  return cascade_lay_out (cascade, &options, before->places);
}

/* Laid out again unchanged, nothing moves. */
static void
test_unchanged (void)
{
  static const guint sizes[] = { 12, 100, 1500 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (Cascade) cascade = cascade_new_random (sizes[s], 3);
      g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
      g_autoptr (Before) before = before_new (cascade, layout);
      g_autoptr (TlLayout) again = lay_out_again (cascade, layout, cascade->edges->len, before);
      const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);
      const TlLayoutPoint *others = tl_layout_get_centres (again, NULL);

      assert_rows (cascade, again, &usual);
      g_assert_cmpuint (tl_layout_get_crossings (layout), ==, tl_layout_get_crossings (again));
      for (guint i = 0; i < cascade->nodes->len; i++)
        {
          g_assert_cmpfloat_with_epsilon (centres[i].x, others[i].x, ROUNDING);
          g_assert_cmpfloat_with_epsilon (centres[i].y, others[i].y, ROUNDING);
        }
    }
}

/* No two neighbours of before change places; a newcomer stands by its parent. */
static void
test_newcomer (void)
{
  for (guint seed = 1; seed <= 6; seed++)
    {
      g_autoptr (Cascade) cascade = cascade_new_random (300, seed);
      g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
      guint n_nodes = cascade->nodes->len;
      guint n_edges = cascade->edges->len;
      guint parent = 20 + seed;
      guint newcomer = cascade_add (cascade, cascade_node (cascade, parent)->layer + 1, 160.0f, 56.0f);

      cascade_link (cascade, parent, newcomer);

      g_autoptr (Before) before = before_new (cascade, layout);
      g_autoptr (TlLayout) again = lay_out_again (cascade, layout, n_edges, before);
      const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);
      const TlLayoutPoint *others = tl_layout_get_centres (again, NULL);

      assert_rows (cascade, again, &usual);
      assert_ways (cascade, again);
      for (guint i = 0; i < n_nodes; i++)
        for (guint k = 0; k < i; k++)
          if (cascade_node (cascade, i)->layer == cascade_node (cascade, k)->layer)
            g_assert_cmpint (centres[i].x < centres[k].x, ==, others[i].x < others[k].x);
      g_assert_cmpfloat (ABS (others[newcomer].x - others[parent].x), <, 2000.0);
    }
}

/* A goal that is given to another parent goes there, and takes its children along. */
static void
test_moved (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();

  for (guint i = 0; i < 6; i++)
    cascade_add (cascade, 0, 160.0f, 56.0f);
  for (guint i = 0; i < 18; i++)
    cascade_link (cascade, i / 3, cascade_add (cascade, 1, 160.0f, 56.0f));
  for (guint i = 0; i < 36; i++)
    cascade_link (cascade, 6 + i / 2, cascade_add (cascade, 2, 160.0f, 56.0f));

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  const TlLayoutEdge moved = { 5, 6 };

  g_array_index (cascade->edges, TlLayoutEdge, 0) = moved;

  g_autoptr (Before) before = before_new (cascade, layout);

  before->places[6].settled = FALSE;

  g_autoptr (TlLayout) again = lay_out_again (cascade, layout, cascade->edges->len, before);
  const TlLayoutPoint *centres = tl_layout_get_centres (again, NULL);

  assert_rows (cascade, again, &usual);
  g_assert_cmpuint (tl_layout_get_crossings (again), ==, 0);
  g_assert_cmpfloat (centres[6].x, >, centres[20].x);
  g_assert_cmpfloat (centres[24].x, >, centres[20].x);
  g_assert_cmpfloat (centres[24].x, <, centres[25].x);
}

/* Everything new, or nonsense for places: still a picture. */
static void
test_nonsense (void)
{
  g_autoptr (Cascade) cascade = cascade_new_random (100, 1);
  g_autofree TlLayoutPlace *places = g_new0 (TlLayoutPlace, cascade->nodes->len);

  for (guint i = 0; i < cascade->nodes->len; i++)
    places[i] = (TlLayoutPlace) { { i % 3 == 0 ? NAN : i % 3 == 1 ? INFINITY : 5.0, NAN }, i % 2 };

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, places);

  assert_rows (cascade, layout, &usual);
  assert_ways (cascade, layout);
}

/* Many edits one after the other never bring two cards together. */
static void
test_many_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autoptr (Cascade) cascade = cascade_new_random (60, 4);
  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);

  for (guint edit = 0; edit < 60; edit++)
    {
      guint n_edges = cascade->edges->len;
      guint parent = g_rand_int_range (rand, 0, cascade->nodes->len);

      if (edit % 3 != 0)
        cascade_link (cascade, parent,
                      cascade_add (cascade, cascade_node (cascade, parent)->layer + 1, 160.0f, 56.0f));

      g_autoptr (Before) before = before_new (cascade, layout);

      if (edit % 3 == 0)
        {
          TlLayoutEdge *edge = &g_array_index (cascade->edges, TlLayoutEdge, g_rand_int_range (rand, 0, n_edges));

          edge->upper = g_rand_int_range (rand, 0, 20);
          before->places[edge->lower].settled = FALSE;
        }

      g_autoptr (TlLayout) again = lay_out_again (cascade, layout, n_edges, before);

      assert_rows (cascade, again, &usual);
      assert_ways (cascade, again);
      tl_layout_free (layout);
      layout = g_steal_pointer (&again);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/previous/unchanged", test_unchanged);
  g_test_add_func ("/layout/previous/newcomer", test_newcomer);
  g_test_add_func ("/layout/previous/moved", test_moved);
  g_test_add_func ("/layout/previous/nonsense", test_nonsense);
  g_test_add_func ("/layout/previous/many-edits", test_many_edits);

  return g_test_run ();
}
