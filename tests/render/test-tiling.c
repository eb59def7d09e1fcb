/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a picture is cut into pages: that nothing is missing, that pages share what they should and no more than they
 * have room for, and that the seams are the best there are, against trying all of them.
 */

#include <math.h>

#include "tl-tiling.h"

#define ROUNDS 400

static double
get_seam (GArray *seams,
          guint   i)
{
  return g_array_index (seams, double, i);
}

static GArray *
make_spans (GRand  *rand,
            double  length,
            guint   n_spans,
            double  longest)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TlTilingSpan));

  for (guint i = 0; i < n_spans; i++)
    {
      double start = g_rand_double_range (rand, 0.0, length);
      double end = start + g_rand_double_range (rand, 0.0, longest);
      const TlTilingSpan span = { start, MIN (length, end) };

      g_array_append_val (spans, span);
    }

  return spans;
}

static guint
count_cut (GArray *seams,
           double  overlap,
           GArray *spans)
{
  guint n_cut = 0;

  for (guint i = 0; i < spans->len; i++)
    n_cut += !tl_tiling_holds (seams, overlap, &g_array_index (spans, TlTilingSpan, i));

  return n_cut;
}

/* Whether it is on a page, said without the code that is tested */
static gboolean
is_on_a_page (GArray             *seams,
              double              overlap,
              const TlTilingSpan *span)
{
  for (guint i = 0; i + 1 < seams->len; i++)
    {
      double end = get_seam (seams, i + 1) + (i + 2 < seams->len ? overlap : 0.0);

      if (span->start >= get_seam (seams, i) - 1e-6 && span->end <= end + 1e-6)
        return TRUE;
    }

  return FALSE;
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < ROUNDS; round++)
    {
      double tile = g_rand_double_range (rand, 50.0, 900.0);
      double overlap = tile * g_rand_double_range (rand, 0.01, 0.6);
      double length = g_rand_double_range (rand, 1.0, 40.0 * tile);
      g_autoptr (GArray) spans = make_spans (rand, length, g_rand_int_range (rand, 0, 200), 2.0 * tile);
      g_autoptr (GArray) seams =
        tl_tiling_place (length, tile, overlap, (const TlTilingSpan *) spans->data, spans->len);
      guint n_tiles = seams->len - 1;

      /* As many as it takes, and not one more */
      g_assert_cmpuint (n_tiles, ==, tl_tiling_count (length, tile, overlap));
      g_assert_cmpfloat (tl_tiling_reach (n_tiles, tile, overlap), >=, length - 1e-3);
      if (n_tiles > 1)
        g_assert_cmpfloat (tl_tiling_reach (n_tiles - 1, tile, overlap), <, length);

      /* All of it, in order, and nothing that a page has no room for */
      g_assert_cmpfloat (get_seam (seams, 0), ==, 0.0);
      g_assert_cmpfloat (get_seam (seams, n_tiles), ==, length);
      for (guint i = 0; i < n_tiles; i++)
        {
          double end = get_seam (seams, i + 1) + (i + 1 < n_tiles ? overlap : 0.0);

          g_assert_cmpfloat (get_seam (seams, i + 1), >, get_seam (seams, i));
          g_assert_cmpfloat (end - get_seam (seams, i), <=, tile + 1e-3);
        }

      for (guint i = 0; i < spans->len; i++)
        {
          const TlTilingSpan *span = &g_array_index (spans, TlTilingSpan, i);

          g_assert_cmpint (tl_tiling_holds (seams, overlap, span), ==, is_on_a_page (seams, overlap, span));
          if (span->end - span->start <= overlap)
            g_assert_true (tl_tiling_holds (seams, overlap, span));
        }
    }
}

/* The fewest cuts that three pages can have, by trying both seams in small steps */
static guint
find_fewest (double  length,
             double  tile,
             double  overlap,
             GArray *spans)
{
  guint fewest = G_MAXUINT;

  for (double first = length - overlap - 2.0 * (tile - overlap); first <= tile - overlap; first += 0.25)
    for (double second = MAX (length - tile, first + 1.0); second <= first + tile - overlap; second += 0.25)
      {
        g_autoptr (GArray) seams = g_array_new (FALSE, FALSE, sizeof (double));
        const double values[] = { 0.0, MAX (first, 0.5), second, length };

        g_array_append_vals (seams, values, 4);
        fewest = MIN (fewest, count_cut (seams, overlap, spans));
      }

  return fewest;
}

static void
test_best (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 30; round++)
    {
      double tile = 100.0;
      double overlap = 12.0;
      double length = g_rand_double_range (rand, 200.0, 270.0);
      g_autoptr (GArray) spans = make_spans (rand, length, 12, 40.0);
      g_autoptr (GArray) seams =
        tl_tiling_place (length, tile, overlap, (const TlTilingSpan *) spans->data, spans->len);

      g_assert_cmpuint (seams->len, ==, 4);
      g_assert_cmpuint (count_cut (seams, overlap, spans), <=, find_fewest (length, tile, overlap, spans) + 1);
    }
}

/* Cards of a row with gaps between them: every one is whole on a page. */
static void
test_cards (void)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (TlTilingSpan));

  for (guint i = 0; i < 40; i++)
    {
      const TlTilingSpan span = { i * 120.0, i * 120.0 + 100.0 };

      g_array_append_val (spans, span);
    }

  g_autoptr (GArray) seams = tl_tiling_place (4780.0, 500.0, 10.0, (const TlTilingSpan *) spans->data, spans->len);

  g_assert_cmpuint (count_cut (seams, 10.0, spans), ==, 0);
}

static void
test_edges (void)
{
  g_autoptr (GArray) one = tl_tiling_place (10.0, 100.0, 10.0, NULL, 0);
  g_autoptr (GArray) full = tl_tiling_place (100.0, 100.0, 10.0, NULL, 0);
  g_autoptr (GArray) hair = tl_tiling_place (100.1, 100.0, 10.0, NULL, 0);

  g_assert_cmpuint (one->len, ==, 2);
  g_assert_cmpuint (full->len, ==, 2);
  g_assert_cmpuint (hair->len, ==, 3);
  g_assert_cmpuint (tl_tiling_count (1e300, 100.0, 10.0), ==, G_MAXINT);
  g_assert_cmpuint (tl_tiling_count (0.0, 100.0, 10.0), ==, 1);
}

static void
test_labels (void)
{
  static const struct { guint row; guint column; const char *label; } labels[] = {
    { 0, 0, "A1" }, { 1, 2, "B3" }, { 25, 9, "Z10" }, { 26, 0, "AA1" }, { 51, 0, "AZ1" }, { 52, 0, "BA1" },
    { 701, 0, "ZZ1" }, { 702, 0, "AAA1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = tl_tiling_label (labels[i].row, labels[i].column);

      g_assert_cmpstr (label, ==, labels[i].label);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tiling/properties", test_properties);
  g_test_add_func ("/tiling/best", test_best);
  g_test_add_func ("/tiling/cards", test_cards);
  g_test_add_func ("/tiling/edges", test_edges);
  g_test_add_func ("/tiling/labels", test_labels);

  return g_test_run ();
}
