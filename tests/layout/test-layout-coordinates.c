/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-fixture.h"

/* Pixels; what the eye does not see. */
#define STRAIGHT 0.5

/* A full tree: every parent over the middle of its children, nothing wider than its leaves. */
static void
test_tree (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();
  guint first[5] = { 0 };

  for (guint layer = 0, n = 1; layer < 4; layer++, n *= 3)
    {
      first[layer + 1] = first[layer] + n;
      for (guint i = 0; i < n; i++)
        {
          guint node = cascade_add (cascade, layer, 220.0f, 76.0f);

          if (layer > 0)
            cascade_link (cascade, first[layer - 1] + i / 3, node);
        }
    }

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);

  g_assert_cmpfloat_with_epsilon (tl_layout_get_width (layout), 27 * 220.0 + 26 * 20.0, 1.0);
  for (guint layer = 0; layer < 3; layer++)
    for (guint i = first[layer]; i < first[layer + 1]; i++)
      {
        guint child = first[layer + 1] + 3 * (i - first[layer]);
        double middle = (centres[child].x + centres[child + 1].x + centres[child + 2].x) / 3.0;

        g_assert_cmpfloat_with_epsilon (centres[i].x, middle, STRAIGHT);
      }
}

/* Two chains side by side under one objective are straight, and so is the link that passes them. */
static void
test_chains (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();
  guint top = cascade_add (cascade, 0, 220.0f, 76.0f);
  guint left = top;
  guint right = top;
  guint chains[8];

  for (guint layer = 1; layer <= 4; layer++)
    {
      chains[2 * layer - 2] = cascade_add (cascade, layer, 220.0f, 76.0f);
      chains[2 * layer - 1] = cascade_add (cascade, layer, 220.0f, 76.0f);
      cascade_link (cascade, left, chains[2 * layer - 2]);
      cascade_link (cascade, right, chains[2 * layer - 1]);
      left = chains[2 * layer - 2];
      right = chains[2 * layer - 1];
    }

  guint last = cascade_add (cascade, 5, 220.0f, 76.0f);

  cascade_link (cascade, top, last);

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);
  guint n_bends;
  const TlLayoutPoint *bends = tl_layout_get_bends (layout, cascade->edges->len - 1, &n_bends);

  assert_ways (cascade, layout);
  for (guint i = 2; i < 8; i++)
    g_assert_cmpfloat_with_epsilon (centres[chains[i]].x, centres[chains[i - 2]].x, STRAIGHT);
  g_assert_cmpuint (n_bends, ==, 8);
  for (guint b = 1; b < n_bends; b++)
    g_assert_cmpfloat_with_epsilon (bends[b].x, bends[0].x, STRAIGHT);
  g_assert_cmpfloat_with_epsilon (centres[last].x, bends[0].x, STRAIGHT);
}

/* What mirrors itself is drawn so that it mirrors itself. */
static void
test_balanced (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();
  guint top = cascade_add (cascade, 0, 220.0f, 76.0f);
  guint left = cascade_add (cascade, 1, 220.0f, 76.0f);
  guint right = cascade_add (cascade, 1, 220.0f, 76.0f);
  guint bottom = cascade_add (cascade, 2, 220.0f, 76.0f);

  cascade_link (cascade, top, left);
  cascade_link (cascade, top, right);
  cascade_link (cascade, left, bottom);
  cascade_link (cascade, right, bottom);

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);

  g_assert_cmpfloat_with_epsilon (tl_layout_get_width (layout), 2 * 220.0 + 20.0, 1.0);
  g_assert_cmpfloat_with_epsilon (centres[top].x, 230.0, STRAIGHT);
  g_assert_cmpfloat_with_epsilon (centres[bottom].x, 230.0, STRAIGHT);
  g_assert_cmpfloat (centres[left].x, <, centres[right].x);
}

/* A line of sight is a tree upside down: what is helped by several stands under the middle of them. */
static void
test_upside_down (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();

  for (guint i = 0; i < 9; i++)
    cascade_add (cascade, 0, 220.0f, 76.0f);
  for (guint i = 0; i < 3; i++)
    {
      guint node = cascade_add (cascade, 1, 220.0f, 76.0f);

      for (guint k = 0; k < 3; k++)
        cascade_link (cascade, 3 * i + k, node);
    }

  guint bottom = cascade_add (cascade, 2, 220.0f, 76.0f);

  for (guint i = 0; i < 3; i++)
    cascade_link (cascade, 9 + i, bottom);

  g_autoptr (TlLayout) layout = cascade_lay_out (cascade, NULL, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);

  g_assert_cmpfloat_with_epsilon (tl_layout_get_width (layout), 9 * 220.0 + 8 * 20.0, 1.0);
  g_assert_cmpfloat_with_epsilon (centres[bottom].x, tl_layout_get_width (layout) / 2.0, STRAIGHT);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (centres[9 + i].x, centres[3 * i + 1].x, STRAIGHT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/coordinates/tree", test_tree);
  g_test_add_func ("/layout/coordinates/chains", test_chains);
  g_test_add_func ("/layout/coordinates/balanced", test_balanced);
  g_test_add_func ("/layout/coordinates/upside-down", test_upside_down);

  return g_test_run ();
}
