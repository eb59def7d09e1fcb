/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the pages stand in the preview, and what zooming and reading on make of it. */

#include "config.h"

#include "tl-print-column.h"

/* Three upright pages, seen through a view of 648 x 500 */
static const TlPrintColumn column = { 3, 600, 800, 648, 500, TL_PRINT_FIT_WIDTH, 1 };

static void
test_pages_stand_below_each_other (void)
{
  TlPrintColumn whole = column;

  g_assert_cmpfloat (tl_print_column_get_zoom (&column), ==, 1);
  g_assert_cmpfloat (tl_print_column_get_top (&column, 0), ==, 24);
  g_assert_cmpfloat (tl_print_column_get_top (&column, 1), ==, 24 + 800 + 24);
  g_assert_cmpfloat (tl_print_column_get_height (&column), ==, 3 * 824 + 24);
  g_assert_cmpuint (tl_print_column_find_page (&column, 0), ==, 0);
  g_assert_cmpuint (tl_print_column_find_page (&column, 900), ==, 1);
  g_assert_cmpuint (tl_print_column_find_page (&column, 90000), ==, 2);

  whole.fit = TL_PRINT_FIT_PAGE;
  g_assert_cmpfloat_with_epsilon (tl_print_column_get_zoom (&whole), (500 - 48) / 800.0, 1e-9);
  g_assert_cmpfloat (tl_print_column_get_width (&whole), ==, 648);

  /* A single small page stands in the middle. */
  whole.n_pages = 1;
  whole.fit = TL_PRINT_FIT_NOTHING;
  whole.zoom = 0.5;
  g_assert_cmpfloat (tl_print_column_get_top (&whole, 0), ==, 50);
  g_assert_cmpfloat (tl_print_column_get_left (&whole), ==, (648 - 300) / 2);
  g_assert_cmpfloat (tl_print_column_clamp (&whole, 100), ==, 0);
}

static void
test_zoom_has_steps_and_ends (void)
{
  TlPrintColumn zoomed = column;

  zoomed.fit = TL_PRINT_FIT_NOTHING;
  zoomed.zoom = TL_PRINT_NATURAL * 0.9;
  g_assert_cmpfloat_with_epsilon (tl_print_column_step_zoom (&zoomed, 1), TL_PRINT_NATURAL, 1e-9);
  zoomed.zoom = TL_PRINT_NATURAL * 1.1;
  g_assert_cmpfloat_with_epsilon (tl_print_column_step_zoom (&zoomed, -1), TL_PRINT_NATURAL, 1e-9);
  zoomed.zoom = TL_PRINT_NATURAL;
  g_assert_cmpfloat (tl_print_column_step_zoom (&zoomed, 1), >, TL_PRINT_NATURAL * 1.2);

  for (guint i = 0; i < 50; i++)
    zoomed.zoom = tl_print_column_step_zoom (&zoomed, 1);
  g_assert_cmpfloat (zoomed.zoom, ==, TL_PRINT_NATURAL * 4);
  for (guint i = 0; i < 50; i++)
    zoomed.zoom = tl_print_column_step_zoom (&zoomed, -1);
  g_assert_cmpfloat (zoomed.zoom, ==, TL_PRINT_NATURAL / 4);

  /* A view that has no room at all still has a zoom. */
  zoomed = column;
  zoomed.view_width = 0;
  g_assert_cmpfloat (tl_print_column_get_zoom (&zoomed), >, 0);
}

static void
test_reading_on_stops_at_each_page (void)
{
  TlPrintColumn whole = column;
  double scroll = 0;
  guint n_steps = 0;
  gboolean is_seen[3] = { FALSE };

  while (scroll < tl_print_column_get_height (&column) - column.view_height)
    {
      double next = tl_print_column_read_on (&column, scroll, 1);

      g_assert_cmpfloat (next, >, scroll);
      g_assert_cmpfloat (next, <=, scroll + column.view_height);
      for (guint i = 0; i < 3; i++)
        is_seen[i] |= next == tl_print_column_get_top (&column, i) - 24;
      scroll = next;
      g_assert_cmpuint (++n_steps, <, 20);
    }
  g_assert_true (is_seen[1] && is_seen[2]);

  /* A page that fits is read as a whole. */
  whole.fit = TL_PRINT_FIT_PAGE;
  g_assert_cmpfloat (tl_print_column_read_on (&whole, 0, 1), ==, tl_print_column_get_top (&whole, 1) - 24);
  g_assert_cmpfloat (tl_print_column_read_on (&whole, tl_print_column_get_top (&whole, 2) - 24, -1), ==,
                     tl_print_column_get_top (&whole, 1) - 24);

  while (scroll > 0)
    {
      double next = tl_print_column_read_on (&column, scroll, -1);

      g_assert_cmpfloat (next, <, scroll);
      scroll = next;
      g_assert_cmpuint (++n_steps, <, 40);
    }
}

static void
test_zoom_keeps_the_middle (void)
{
  TlPrintColumn closer = column;
  double scroll;

  closer.fit = TL_PRINT_FIT_NOTHING;
  closer.zoom = 2;
  /* The middle of the view is at half of the second page. */
  scroll = tl_print_column_keep (&column, &closer, tl_print_column_get_top (&column, 1) + 400 - 250);
  g_assert_cmpfloat (scroll, ==, tl_print_column_get_top (&closer, 1) + 800 - 250);

  /* There is no such page any longer. */
  closer.n_pages = 1;
  scroll = tl_print_column_keep (&column, &closer, 3000);
  g_assert_cmpfloat (scroll, <=, tl_print_column_get_height (&closer) - 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/print-column/pages-stand-below-each-other", test_pages_stand_below_each_other);
  g_test_add_func ("/print-column/zoom-has-steps-and-ends", test_zoom_has_steps_and_ends);
  g_test_add_func ("/print-column/reading-on-stops-at-each-page", test_reading_on_stops_at_each_page);
  g_test_add_func ("/print-column/zoom-keeps-the-middle", test_zoom_keeps_the_middle);

  return g_test_run ();
}
