/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules for where pages end, tried without a font: strips of ten points on pages of a hundred. */

#include "tl-paper-extents.h"
#include "tl-paper-pages.h"

#define PAGE 100.0

typedef struct
{
  TlPaperStrip strips[200];
  guint        n_strips;
  GArray      *pieces;
} Trial;

static TlPaperStrip *
add_strip (Trial       *trial,
           double       height,
           TlPaperBond  bond)
{
  TlPaperStrip *strip = &trial->strips[trial->n_strips++];

  *strip = (TlPaperStrip) { .height = height, .bond = bond, .header = TL_PAPER_NO_HEADER };

  return strip;
}

static void
add_strips (Trial       *trial,
            guint        n_strips,
            TlPaperBond  bond)
{
  for (guint i = 0; i < n_strips; i++)
    add_strip (trial, 10.0, bond);
}

static const TlPaperPiece *
get_piece (Trial *trial,
           guint  piece)
{
  return &g_array_index (trial->pieces, TlPaperPiece, piece);
}

static guint
get_page (Trial *trial,
          guint  strip)
{
  for (guint i = trial->pieces->len; i-- > 0;)
    if (get_piece (trial, i)->strip == strip)
      return get_piece (trial, i)->page;

  g_assert_not_reached ();
}

/* What holds whatever the strips are: all are there and in order, none leaves its page, no page is left out. */
static void
place (Trial *trial)
{
  g_clear_pointer (&trial->pieces, g_array_unref);
  trial->pieces = tl_paper_pages_place (trial->strips, trial->n_strips, PAGE);

  double seen[G_N_ELEMENTS (trial->strips)] = { 0.0 };
  guint page = 0;
  guint newest = 0;
  double y = 0.0;

  for (guint i = 0; i < trial->pieces->len; i++)
    {
      const TlPaperPiece *piece = get_piece (trial, i);

      g_assert_true (piece->page == page || piece->page == page + 1);
      if (piece->page != page || i == 0)
        {
          g_assert_cmpfloat (piece->y, ==, 0.0);
          y = 0.0;
        }
      page = piece->page;
      g_assert_cmpfloat (piece->y, >=, y - 0.02);
      y = piece->y + piece->height;
      g_assert_cmpfloat (y, <=, PAGE + 0.02);

      /* The heading of a table once more */
      if (piece->strip < newest || (piece->from == 0.0 && seen[piece->strip] > 0.0))
        continue;
      newest = piece->strip;
      g_assert_cmpfloat_with_epsilon (piece->from, seen[piece->strip], 0.02);
      seen[piece->strip] += piece->height;
    }

  for (guint i = 0; i < trial->n_strips; i++)
    g_assert_cmpfloat_with_epsilon (seen[i], trial->strips[i].height, 0.02);
}

static guint
count_pages (Trial *trial)
{
  return trial->pieces->len > 0 ? get_piece (trial, trial->pieces->len - 1)->page + 1 : 0;
}

static void
test_nothing (void)
{
  Trial trial = { 0 };

  place (&trial);
  g_assert_cmpuint (trial.pieces->len, ==, 0);
  g_array_unref (trial.pieces);
}

static void
test_full (void)
{
  Trial trial = { 0 };

  add_strips (&trial, 10, TL_PAPER_BOND_NONE);
  place (&trial);
  g_assert_cmpuint (count_pages (&trial), ==, 1);

  add_strips (&trial, 1, TL_PAPER_BOND_NONE);
  place (&trial);
  g_assert_cmpuint (count_pages (&trial), ==, 2);
  g_assert_cmpuint (get_page (&trial, 9), ==, 0);
  g_assert_cmpuint (get_page (&trial, 10), ==, 1);
  g_array_unref (trial.pieces);
}

static void
test_space (void)
{
  Trial trial = { 0 };

  for (guint i = 0; i < 12; i++)
    add_strip (&trial, 10.0, TL_PAPER_BOND_NONE)->space = 10.0;
  place (&trial);

  /* The space above the first of a page is dropped: 10 + 4 x 20. */
  g_assert_cmpuint (get_page (&trial, 4), ==, 0);
  g_assert_cmpuint (get_page (&trial, 5), ==, 1);
  g_assert_cmpfloat (get_piece (&trial, 1)->y, ==, 20.0);
  g_array_unref (trial.pieces);
}

static void
test_heading (void)
{
  Trial trial = { 0 };

  add_strips (&trial, 9, TL_PAPER_BOND_NONE);
  add_strip (&trial, 10.0, TL_PAPER_BOND_CLOSE);
  add_strips (&trial, 3, TL_PAPER_BOND_NONE);
  place (&trial);
  g_assert_cmpuint (get_page (&trial, 8), ==, 0);
  g_assert_cmpuint (get_page (&trial, 9), ==, 1);

  /* A heading over a heading over the first two lines of a paragraph */
  trial.strips[8].bond = TL_PAPER_BOND_CLOSE;
  trial.strips[10].bond = TL_PAPER_BOND_CLOSE;
  place (&trial);
  g_assert_cmpuint (get_page (&trial, 7), ==, 0);
  g_assert_cmpuint (get_page (&trial, 8), ==, 1);
  g_array_unref (trial.pieces);
}

static void
test_group (void)
{
  Trial trial = { 0 };

  add_strips (&trial, 6, TL_PAPER_BOND_NONE);
  add_strips (&trial, 5, TL_PAPER_BOND_GROUP);
  add_strips (&trial, 1, TL_PAPER_BOND_NONE);
  place (&trial);
  g_assert_cmpuint (get_page (&trial, 5), ==, 0);
  for (guint i = 6; i < 12; i++)
    g_assert_cmpuint (get_page (&trial, i), ==, 1);
  g_array_unref (trial.pieces);
}

/* It is split, begins where it stands, and does not go on for ever. */
static void
test_group_too_long (void)
{
  Trial trial = { 0 };

  add_strips (&trial, 6, TL_PAPER_BOND_NONE);
  add_strips (&trial, 24, TL_PAPER_BOND_GROUP);
  add_strips (&trial, 1, TL_PAPER_BOND_NONE);
  place (&trial);
  g_assert_cmpuint (count_pages (&trial), ==, 4);
  g_assert_cmpuint (get_page (&trial, 6), ==, 0);
  g_assert_cmpuint (get_page (&trial, 9), ==, 0);
  g_assert_cmpuint (get_page (&trial, 10), ==, 1);

  /* So is one that holds nothing but the strongest bonds. */
  for (guint i = 6; i < 30; i++)
    trial.strips[i].bond = TL_PAPER_BOND_ROW;
  place (&trial);
  g_assert_cmpuint (count_pages (&trial), <=, 5);
  g_array_unref (trial.pieces);
}

static void
test_price (void)
{
  Trial trial = { 0 };

  /* One line, then a group as long as the page: it gives way rather than leave nine tenths of the page empty ... */
  add_strips (&trial, 1, TL_PAPER_BOND_NONE);
  add_strips (&trial, 9, TL_PAPER_BOND_GROUP);
  add_strips (&trial, 2, TL_PAPER_BOND_NONE);
  place (&trial);
  g_assert_cmpuint (get_page (&trial, 1), ==, 0);
  g_assert_cmpuint (get_page (&trial, 9), ==, 0);

  /* ... but what is close stays close. */
  for (guint i = 1; i < 10; i++)
    trial.strips[i].bond = TL_PAPER_BOND_CLOSE;
  place (&trial);
  g_assert_cmpuint (get_page (&trial, 1), ==, 1);
  g_array_unref (trial.pieces);
}

static void
test_break (void)
{
  Trial trial = { 0 };

  add_strips (&trial, 3, TL_PAPER_BOND_CLOSE);
  add_strips (&trial, 2, TL_PAPER_BOND_NONE);
  trial.strips[2].breaks = TRUE;
  place (&trial);
  g_assert_cmpuint (count_pages (&trial), ==, 2);
  g_assert_cmpuint (get_page (&trial, 1), ==, 0);
  g_assert_cmpuint (get_page (&trial, 2), ==, 1);

  /* A break before the first makes no empty page. */
  trial.strips[0].breaks = TRUE;
  place (&trial);
  g_assert_cmpuint (count_pages (&trial), ==, 2);
  g_array_unref (trial.pieces);
}

static void
test_header (void)
{
  Trial trial = { 0 };

  add_strip (&trial, 10.0, TL_PAPER_BOND_CLOSE);
  for (guint i = 0; i < 20; i++)
    add_strip (&trial, 15.0, TL_PAPER_BOND_NONE)->header = 0;
  place (&trial);

  /* Six rows beneath the heading on each page */
  g_assert_cmpuint (get_page (&trial, 6), ==, 0);
  g_assert_cmpuint (get_page (&trial, 7), ==, 1);
  g_assert_cmpuint (get_page (&trial, 13), ==, 2);
  for (guint i = 1; i < trial.pieces->len; i++)
    if (get_piece (&trial, i)->page != get_piece (&trial, i - 1)->page)
      g_assert_cmpuint (get_piece (&trial, i)->strip, ==, 0);

  /* One that takes more than half of the page is said once. */
  trial.strips[0].height = 60.0;
  place (&trial);
  for (guint i = 1; i < trial.pieces->len; i++)
    g_assert_cmpuint (get_piece (&trial, i)->strip, !=, 0);

  /* A row that has room only without the heading goes without. */
  trial.strips[0].height = 40.0;
  trial.strips[10].height = 80.0;
  place (&trial);
  g_array_unref (trial.pieces);
}

static void
test_scissors (void)
{
  Trial trial = { 0 };

  add_strips (&trial, 2, TL_PAPER_BOND_NONE);
  add_strip (&trial, 250.0, TL_PAPER_BOND_CLOSE);
  add_strips (&trial, 1, TL_PAPER_BOND_NONE);
  place (&trial);
  g_assert_cmpuint (get_page (&trial, 1), ==, 0);
  g_assert_cmpuint (get_page (&trial, 2), ==, 3);
  g_assert_cmpuint (get_page (&trial, 3), ==, 4);
  g_array_unref (trial.pieces);
}

/* Whatever comes, place() holds it to the rules that have no exception. */
static void
test_anything (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (27);

  for (guint run = 0; run < 3000; run++)
    {
      Trial trial = { 0 };
      guint n_strips = (guint) g_rand_int_range (random, 1, 80);

      for (guint i = 0; i < n_strips; i++)
        {
          double height = g_rand_int_range (random, 0, 40) == 0 ? 230.0 : g_rand_double_range (random, 0.0, 45.0);
          TlPaperStrip *strip = add_strip (&trial, height, (TlPaperBond) g_rand_int_range (random, 0, 4));

          strip->space = g_rand_double_range (random, 0.0, 12.0);
          strip->breaks = g_rand_int_range (random, 0, 15) == 0;
          if (i > 0 && g_rand_boolean (random))
            strip->header = (guint) g_rand_int_range (random, 0, (gint32) i);
        }
      place (&trial);
      g_array_unref (trial.pieces);
    }
}

static void
test_extents (void)
{
  static const TlPaperExtent extents[] = { { 20, 30 }, { 0, 10 }, { 0, 14 }, { 10, 20 }, { 30, 41 }, { 50, 60 } };
  g_autoptr (GArray) merged = g_array_new (FALSE, FALSE, sizeof (TlPaperExtent));

  tl_paper_extents_merge (merged);
  g_assert_cmpuint (merged->len, ==, 0);

  g_array_append_vals (merged, extents, G_N_ELEMENTS (extents));
  tl_paper_extents_merge (merged);
  g_assert_cmpuint (merged->len, ==, 4);
  g_assert_cmpfloat (g_array_index (merged, TlPaperExtent, 0).from, ==, 0.0);
  g_assert_cmpfloat (g_array_index (merged, TlPaperExtent, 0).to, ==, 20.0);
  g_assert_cmpfloat (g_array_index (merged, TlPaperExtent, 1).to, ==, 30.0);
  g_assert_cmpfloat (g_array_index (merged, TlPaperExtent, 3).from, ==, 50.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper-pages/nothing", test_nothing);
  g_test_add_func ("/paper-pages/full", test_full);
  g_test_add_func ("/paper-pages/space", test_space);
  g_test_add_func ("/paper-pages/heading", test_heading);
  g_test_add_func ("/paper-pages/group", test_group);
  g_test_add_func ("/paper-pages/group-too-long", test_group_too_long);
  g_test_add_func ("/paper-pages/price", test_price);
  g_test_add_func ("/paper-pages/break", test_break);
  g_test_add_func ("/paper-pages/header", test_header);
  g_test_add_func ("/paper-pages/scissors", test_scissors);
  g_test_add_func ("/paper-pages/anything", test_anything);
  g_test_add_func ("/paper-pages/extents", test_extents);

  return g_test_run ();
}
