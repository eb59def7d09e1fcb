/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "tl-text.h"

#define WIDTH 194.0

static void
check_clean (const char *string,
             const char *expected)
{
  g_autofree char *clean = tl_text_clean (string);

  g_assert_cmpstr (clean, ==, expected);
  if (string != NULL && !g_str_equal (string, expected))
    g_assert_false (tl_text_is_clean (string));
}

static void
test_clean (void)
{
  check_clean (NULL, "");
  check_clean ("", "");
  check_clean ("   ", "");
  check_clean ("  two\n\t words  ", "two words");
  check_clean ("bell\a, nul\x01, delete\x7f.", "bell , nul , delete .");
  check_clean ("gpj.\xe2\x80\xaeseliforp", "gpj.seliforp");
  check_clean ("zero\xe2\x80\x8bwidth\xef\xbb\xbf", "zerowidth");
  check_clean ("line\xe2\x80\xa8separator", "line separator");
  check_clean ("bad \xff byte", "bad \xef\xbf\xbd byte");
  check_clean ("a\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81" "b", "a\xcc\x81\xcc\x81\xcc\x81" "b");
  check_clean ("owned by Lumen: 62\xc2\xa0% → 70\xc2\xa0%", "owned by Lumen: 62 % → 70 %");
  check_clean ("no character \xef\xbf\xbe", "no character");
  /* Joiners belong to the spelling of Persian and of families of emoji. */
  check_clean ("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb", "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x92\xbb");
  /* What is found clean is not copied where it need not be. */
  g_assert_true (tl_text_is_clean ("Sales – région “Nord” → 70 %… 漢字"));
}

static void
test_one_line (void)
{
  g_autoptr (TlTextCache) cache = tl_text_cache_new (NULL);
  TlText *text = tl_text_cache_get (cache, "64 %", TL_FONT_CAPTION_STRONG, 0.0, 1);
  TlTextLine line = tl_text_get_line (text, 0);

  g_assert_cmpuint (tl_text_get_n_lines (text), ==, 1);
  g_assert_cmpstr (line.string, ==, "64 %");
  g_assert_false (line.rtl);
  g_assert_false (tl_text_is_cut (text));
  g_assert_cmpfloat (tl_text_get_width (text), >, 10.0);
  g_assert_cmpfloat (tl_text_get_height (text), ==, tl_font_get_line_height (TL_FONT_CAPTION_STRONG));
  g_assert_cmpfloat (line.baseline, >, 0.0);
  g_assert_cmpfloat (line.baseline, <, tl_text_get_height (text));
}

static void
test_breaks_and_ellipsis (void)
{
  static const char title[] = "Customers see their own numbers improve within a quarter of going live with us";
  g_autoptr (TlTextCache) cache = tl_text_cache_new (NULL);
  TlText *text = tl_text_cache_get (cache, title, TL_FONT_CARD_TITLE, WIDTH, 2);

  g_assert_cmpuint (tl_text_get_n_lines (text), ==, 2);
  g_assert_true (tl_text_is_cut (text));
  g_assert_cmpfloat (tl_text_get_width (text), <=, WIDTH + 0.5);
  g_assert_true (g_str_has_prefix (title, tl_text_get_line (text, 0).string));
  g_assert_true (g_str_has_suffix (tl_text_get_line (text, 1).string, "…"));
  g_assert_cmpfloat (tl_text_get_line (text, 1).baseline - tl_text_get_line (text, 0).baseline, ==,
                     tl_font_get_line_height (TL_FONT_CARD_TITLE));
}

/* A word of a title from afar that is longer than a line ends it; statements, which have more lines, are told whole. */
static void
test_whole_words (void)
{
  g_autoptr (TlTextCache) cache = tl_text_cache_new (NULL);
  TlText *title = tl_text_cache_get (cache, "Accelerate annual planning", TL_FONT_FAR, 70.0, 3);
  TlText *statement = tl_text_cache_get (cache, "Accelerate annual planning", TL_FONT_FAR, 70.0, TL_TEXT_MAX_LINES);

  g_assert_cmpuint (tl_text_get_n_lines (title), ==, 1);
  g_assert_true (tl_text_is_cut (title));
  g_assert_true (g_str_has_suffix (tl_text_get_line (title, 0).string, "…"));
  g_assert_cmpfloat (tl_text_get_width (title), <=, 70.0);
  g_assert_false (tl_text_is_cut (statement));
}

/* What is broken without shaping fits once it is shaped. */
static void
test_plain (void)
{
  static const char * const titles[] = {
    "Grow revenue to €24 million in 2026", "AVATAR TO WAVE: Yvonne’s “Type” of V-shaped, T-shaped Workflow",
    "Straße, naïve façade – “quoted” 100 % · well-being of long-hyphenated-compound words", "difficult fluffy offices",
    "a", "two  spaces", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft soon",
  };
  g_autoptr (TlTextCache) cache = tl_text_cache_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (TlFont font = TL_FONT_CAPTION; font < TL_N_FONTS; font++)
      {
        TlText *text = tl_text_cache_get (cache, titles[i], font, WIDTH, 3);
        GString *joined = g_string_new (NULL);

        for (guint line = 0; line < tl_text_get_n_lines (text); line++)
          {
            PangoRectangle logical;

            pango_layout_line_get_extents (tl_text_get_pango_line (text, line), NULL, &logical);
            g_assert_cmpfloat ((double) logical.width / PANGO_SCALE, <=, WIDTH + 1.0);
            g_assert_cmpfloat (tl_text_get_line (text, line).width, <=, WIDTH);
            g_string_append (joined, tl_text_get_line (text, line).string);
          }
        g_assert_cmpint (tl_text_is_cut (text), ==, g_str_has_suffix (joined->str, "…"));
        g_string_free (joined, TRUE);
      }

  TlText *spaced = tl_text_cache_get (cache, "end-user goals", TL_FONT_SIGN, WIDTH, 3);

  g_assert_cmpstr (tl_text_get_line (spaced, 0).string, ==, "end-user");
  g_assert_cmpstr (tl_text_get_line (spaced, 1).string, ==, "goals");
}

static void
test_right_to_left (void)
{
  g_autoptr (TlTextCache) cache = tl_text_cache_new (NULL);
  TlText *text = tl_text_cache_get (cache, "مساعدة العملاء", TL_FONT_CARD_TITLE, WIDTH, 2);
  TlTextLine line = tl_text_get_line (text, 0);

  g_assert_true (line.rtl);
  g_assert_cmpstr (line.string, ==, "مساعدة العملاء");
  /* It ends, as it is read, at the right edge. */
  g_assert_cmpfloat_with_epsilon (line.x + line.width, WIDTH, 1.0);
}

static void
test_hostile (void)
{
  static const char * const parts[] = {
    "客户的客户看到自己的进步并且愿意告诉别人", "👩‍💻🚀👨‍👩‍👧‍👦🇩🇰", "שלום ועוד English בתוך", "Ǆ̈̈̈̈̈̈̈̈", "<script>&\"'", "=HYPERLINK(\"x\")",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "\x01\x02\x03", "\xff\xfe",
  };
  g_autoptr (TlTextCache) cache = tl_text_cache_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GString *title = g_string_new (NULL);

      for (guint length = 0; length <= 3; length++)
        {
          TlText *text = tl_text_cache_get (cache, title->str, TL_FONT_CARD_TITLE, WIDTH, 2);

          g_assert_cmpuint (tl_text_get_n_lines (text), >=, 1);
          g_assert_cmpuint (tl_text_get_n_lines (text), <=, 2);
          g_assert_cmpfloat (tl_text_get_width (text), <=, WIDTH + 0.5);
          for (guint line = 0; line < tl_text_get_n_lines (text); line++)
            g_assert_true (g_utf8_validate (tl_text_get_line (text, line).string, -1, NULL));
          for (guint n = 0; n < 1 + 40 * length; n++)
            g_string_append (title, parts[i]);
        }
      g_string_free (title, TRUE);
    }
}

/* A title of 100,000 letters must not take a hundred times as long as one that fills the card. */
static void
test_endless (void)
{
  g_autoptr (TlTextCache) cache = tl_text_cache_new (NULL);
  g_autofree char *title = g_strnfill (100000, 'w');
  gint64 start = g_get_monotonic_time ();
  TlText *text = tl_text_cache_get (cache, title, TL_FONT_CARD_TITLE, WIDTH, 2);

  g_assert_true (tl_text_is_cut (text));
  g_assert_cmpuint (strlen (tl_text_get_line (text, 1).string), <, 200);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static void
test_shared_and_dropped (void)
{
  g_autoptr (TlTextCache) cache = tl_text_cache_new ("Noto Sans");
  TlText *first = tl_text_cache_get (cache, "Sales", TL_FONT_CAPTION, 120.0, 1);

  g_assert_true (tl_text_cache_get (cache, "Sales", TL_FONT_CAPTION, 120.0, 1) == first);
  g_assert_true (tl_text_cache_get (cache, "Sales", TL_FONT_CAPTION, 121.0, 1) != first);
  g_assert_true (tl_text_cache_get (cache, "Sales", TL_FONT_BODY, 120.0, 1) != first);
  g_assert_cmpuint (tl_text_cache_get_n_set (cache), ==, 3);
  g_assert_cmpstr (tl_text_cache_get_family (cache), ==, "Noto Sans");

  for (guint i = 0; i < 7000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      tl_text_cache_get (cache, name, TL_FONT_CAPTION, 0.0, 1);
      g_assert_nonnull (tl_text_cache_get (cache, "Sales", TL_FONT_CAPTION, 120.0, 1));
    }
  g_assert_cmpuint (tl_text_cache_get_n_set (cache), <, 7000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/one-line", test_one_line);
  g_test_add_func ("/text/breaks-and-ellipsis", test_breaks_and_ellipsis);
  g_test_add_func ("/text/whole-words", test_whole_words);
  g_test_add_func ("/text/plain", test_plain);
  g_test_add_func ("/text/right-to-left", test_right_to_left);
  g_test_add_func ("/text/hostile", test_hostile);
  g_test_add_func ("/text/endless", test_endless);
  g_test_add_func ("/text/shared-and-dropped", test_shared_and_dropped);

  return g_test_run ();
}
