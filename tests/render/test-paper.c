/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents for paper, block by block: how many pages, what is on them, and that nothing of it is lost. */

#include <locale.h>
#include <string.h>

#include "paper-reading.h"
#include "sample-scene.h"
#include "tl-paper.h"

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#else
#define __lsan_disable()
#define __lsan_enable()
#endif

static TlPaperDocument *
new_document (TlPaper paper)
{
  TlPageSetup setup;

  tl_page_setup_init (&setup, paper);

  return tl_paper_document_new (&setup);
}

/* @n_words words, each of which says which one it is. */
static char *
count_up (guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= n_words; i++)
    g_string_append_printf (text, "%sword%u", i > 1 ? " " : "", i);

  return g_string_free (text, FALSE);
}

static char *
read_if_possible (TlPaperDocument *document)
{
  return paper_can_read () ? paper_read (document) : NULL;
}

static void
test_setup (void)
{
  TlPageSetup a4, letter;

  tl_page_setup_init (&a4, TL_PAPER_A4);
  tl_page_setup_init (&letter, TL_PAPER_LETTER);
  g_assert_cmpfloat_with_epsilon (a4.width, 595.28, 0.01);
  g_assert_cmpfloat_with_epsilon (a4.height, 841.89, 0.01);
  g_assert_cmpfloat (letter.width, ==, 612.0);
  g_assert_cmpfloat (letter.height, ==, 792.0);

  if (setlocale (LC_PAPER, "C") != NULL)
    g_assert_cmpint (tl_paper_get_default (), ==, TL_PAPER_A4);
  if (setlocale (LC_PAPER, "en_US.UTF-8") != NULL)
    g_assert_cmpint (tl_paper_get_default (), ==, TL_PAPER_LETTER);
  setlocale (LC_PAPER, "C");
}

static void
test_empty (void)
{
  g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_A4);

  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, NULL);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_TITLE, "  \n \n");
  tl_paper_document_break_page (document, NULL);
  g_assert_cmpuint (tl_paper_document_get_n_pages (document), ==, 0);

  g_autoptr (GBytes) pdf = tl_pages_to_pdf (TL_PAGES (document), NULL, NULL, NULL);

  g_assert_nonnull (pdf);
}

static void
test_everything (void)
{
  static const TlPaperColumn columns[] = {
    { NULL, TL_PAPER_CELL_TICK, 0.0, 14.0 }, { "What", TL_PAPER_CELL_TEXT, 3.0, 0.0 },
    { "Who", TL_PAPER_CELL_TEXT, 1.0, 0.0 }, { "By when", TL_PAPER_CELL_NUMBER, 0.0, 70.0 },
  };
  static const TlPaperCell row[] = {
    { "done", NULL }, { "Map the client’s strategy", "It takes: two interviews a week" }, { "Amara", NULL },
    { "1 October 2026", NULL },
  };
  static const TlPaperField fields[] = { { "Name", "Amara Lindqvist", 2.0 }, { "Date", NULL, 1.0 } };
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_RIGHT);
  g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_A4);

  tl_paper_document_set_title (document, "A sheet of everything");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_KICKER, "Kicker");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_TITLE, "The title");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_QUOTE, "“We want to grow, and we want our clients to grow with us. "
                                                               "That is all there is to it.”");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, "A heading");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, "First paragraph.\n\nSecond paragraph.");
  tl_paper_document_add_bullet (document, "First point");
  tl_paper_document_add_bullet (document, "Second point");
  tl_paper_document_add_figure (document, scene, 260.0);
  tl_paper_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  tl_paper_document_add_row (document, row);
  tl_paper_document_add_row (document, NULL);
  tl_paper_document_end_table (document);
  tl_paper_document_begin_columns (document, 2, TL_PAPER_BETWEEN_ARROWS);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_2, "For them");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, "They sell more.");
  tl_paper_document_next_column (document);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_2, "For us");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, "So do we.");
  tl_paper_document_end_columns (document);
  tl_paper_document_add_fields (document, fields, G_N_ELEMENTS (fields));
  tl_paper_document_add_ruled (document, 2, TRUE);
  paper_keep (document, "everything");

  g_assert_cmpuint (tl_paper_document_get_n_pages (document), ==, 1);
  g_assert_cmpfloat (tl_paper_document_get_fill (document, 0), >, 0.96);

  g_autofree char *text = read_if_possible (document);

  if (text == NULL)
    return;
  paper_contains (text, "The title");
  paper_contains (text, "“We want to grow");
  paper_contains (text, "First paragraph. Second paragraph.");
  paper_contains (text, "Win 12 new regional accounts");
  paper_contains (text, "two interviews a week");
  paper_contains (text, "1 October 2026");
  paper_contains (text, "So do we.");
  paper_contains (text, "A sheet of everything");
  paper_contains (text, "Page 1 of 1");
}

static void
test_long_text (void)
{
  for (TlPaper paper = TL_PAPER_A4; paper <= TL_PAPER_LETTER; paper++)
    {
      g_autoptr (TlPaperDocument) document = new_document (paper);
      g_autofree char *words = count_up (3000);
      g_autofree char *text = NULL;

      tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, "Long");
      tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, words);

      guint n_pages = tl_paper_document_get_n_pages (document);

      g_assert_cmpuint (n_pages, >=, 4);
      g_assert_cmpuint (n_pages, <=, 9);
      for (guint i = 0; i + 1 < n_pages; i++)
        g_assert_cmpfloat (tl_paper_document_get_fill (document, i), >, 0.9);

      text = read_if_possible (document);
      if (text == NULL)
        continue;
      for (guint i = 1; i <= 3000; i++)
        {
          g_autofree char *word = g_strdup_printf ("word%u", i);

          paper_contains (text, word);
        }
    }
}

/* A table of forty rows: the heading on each page, each row whole on one page. */
static void
test_table (void)
{
  static const TlPaperColumn columns[] = {
    { "Work", TL_PAPER_CELL_TEXT, 2.0, 0.0 }, { "Impact", TL_PAPER_CELL_TEXT, 1.0, 0.0 },
  };
  g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_LETTER);
  g_autofree char *words = count_up (40);

  tl_paper_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *first = g_strdup_printf ("begin%u %s end%u", i, words, i);
      const TlPaperCell cells[] = { { first, "a note" }, { "short", NULL } };

      tl_paper_document_add_row (document, cells);
    }
  tl_paper_document_end_table (document);
  paper_keep (document, "table");

  g_autofree char *text = read_if_possible (document);

  if (text == NULL)
    return;

  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

  g_assert_cmpuint (tl_paper_document_get_n_pages (document), >, 4);
  for (guint i = 0; i < tl_paper_document_get_n_pages (document); i++)
    paper_contains (pages[i], "Impact");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *begin = g_strdup_printf ("begin%u ", i);
      g_autofree char *end = g_strdup_printf ("end%u ", i);

      for (guint j = 0; pages[j] != NULL; j++)
        g_assert_true ((strstr (pages[j], begin) == NULL) == (strstr (pages[j], end) == NULL));
      paper_contains (text, begin);
    }
}

/* A short table goes over as a whole rather than be cut. */
static void
test_short_table (void)
{
  static const TlPaperColumn columns[] = { { "Work", TL_PAPER_CELL_TEXT, 1.0, 0.0 } };

  for (guint n_before = 34; n_before < 44; n_before++)
    {
      g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_A4);

      for (guint i = 0; i < n_before; i++)
        tl_paper_document_add_bullet (document, "before");
      tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, "Heading");
      tl_paper_document_begin_table (document, columns, 1);
      for (guint i = 0; i < 3; i++)
        tl_paper_document_add_row (document, &(TlPaperCell) { "row", NULL });
      tl_paper_document_end_table (document);

      g_autofree char *text = read_if_possible (document);

      if (text != NULL)
        paper_contains (text, "Heading Work row row row");
    }
}

/* A row that no page could hold goes on overleaf, and none of its words is lost or cut. */
static void
test_endless_row (void)
{
  static const TlPaperColumn columns[] = {
    { "Work", TL_PAPER_CELL_TEXT, 1.0, 0.0 }, { "Impact", TL_PAPER_CELL_TEXT, 1.0, 0.0 },
  };
  g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_A4);
  g_autofree char *words = count_up (900);
  const TlPaperCell cells[] = { { words, "first note" }, { "short", "second note" } };

  tl_paper_document_begin_table (document, columns, G_N_ELEMENTS (columns));
  tl_paper_document_add_row (document, cells);
  tl_paper_document_add_row (document, cells);
  tl_paper_document_end_table (document);
  paper_keep (document, "endless-row");
  g_assert_cmpuint (tl_paper_document_get_n_pages (document), >, 2);
  g_assert_cmpuint (tl_paper_document_get_n_pages (document), <, 12);

  g_autofree char *text = read_if_possible (document);

  if (text == NULL)
    return;
  for (guint i = 1; i <= 900; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%u", i);

      paper_contains (text, word);
    }
  paper_contains (text, "first note");
}

static void
test_group (void)
{
  g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_A4);
  g_autofree char *words = count_up (2500);

  tl_paper_document_begin_group (document);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, "Together");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, words);
  tl_paper_document_end_group (document);
  g_assert_cmpuint (tl_paper_document_get_n_pages (document), >, 2);
  g_assert_cmpfloat (tl_paper_document_get_fill (document, 0), >, 0.9);
}

/* A heading is never the last thing on a page, wherever the page happens to end. */
static void
test_no_orphans (void)
{
  if (!paper_can_read ())
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }

  for (guint n_before = 40; n_before < 60; n_before++)
    {
      g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_A4);
      g_autofree char *words = count_up (60);

      for (guint i = 0; i < n_before; i++)
        tl_paper_document_add_bullet (document, "before");
      tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, "Heading");
      tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_2, "Below it");
      tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, words);

      g_autofree char *text = paper_read (document);
      g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

      for (guint i = 0; pages[i] != NULL; i++)
        if (strstr (pages[i], "Heading") != NULL)
          paper_contains (pages[i], "Below it word1 ");
    }
}

static void
test_scripts (void)
{
  static const char * const texts[] = {
    "Ines Okafor", "Łukasz Żółć", "Ελένη Παπαδοπούλου", "Надежда Ковалёва", "山田 太郎", "정하늘", "नमस्ते",
  };
  g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_A4);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, texts[i]);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_TITLE, "ליאורה בן־דוד");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, "محادثة مع ليلى حداد");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, "A conversation with \u2068ليلى حداد\u2069 on Monday");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_QUOTE, "“顧客がその顧客との絆を深めるのを助ける”");
  paper_keep (document, "scripts");

  /* cairo 1.16 forgets a table of the fonts with Chinese letters that it puts into a file.  It has no frame pointers by
   * which a list of known leaks would know it.
   */
  __lsan_disable ();

  g_autofree char *text = read_if_possible (document);

  __lsan_enable ();
  if (text == NULL)
    return;
  for (guint i = 0; i < 6; i++)
    paper_contains (text, texts[i]);
  paper_contains (text, "ליאורה");
  paper_contains (text, "حداد");
  paper_contains (text, "on Monday");
  paper_contains (text, "絆を深める");
}

static void
test_hostile (void)
{
  g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_LETTER);
  g_autofree char *endless = g_strnfill (3000, 'W');
  const TlPaperField fields[] = { { endless, endless, 1.0 }, { "Date", NULL, 1.0 } };
  const TlPaperColumn columns[] = { { endless, TL_PAPER_CELL_TEXT, 0.0, 0.0 }, { NULL, TL_PAPER_CELL_NUMBER, 1.0, 0.0 } };
  const TlPaperCell cells[] = { { endless, NULL }, { "\xff\xfe", "\x01" } };

  tl_paper_document_set_title (document, endless);
  tl_paper_document_set_author (document, "\xff\x01");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_TITLE, endless);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, "a\x01z\xff\r\nnext\u202egpj.\n<b>bold</b> & \u2067");
  tl_paper_document_add_fields (document, fields, 2);
  tl_paper_document_begin_table (document, columns, 2);
  tl_paper_document_add_row (document, cells);
  tl_paper_document_end_table (document);

  g_autofree char *text = read_if_possible (document);

  if (text == NULL)
    return;
  paper_contains (text, "<b>bold</b> &");
  paper_contains (text, "nextgpj.");
}

/* Pages so small that hardly anything fits still end. */
static void
test_tiny_page (void)
{
  const TlPageSetup setup = { 60.0, 60.0, 20.0, 20.0, 25.0, 25.0 };
  g_autoptr (TlPaperDocument) document = tl_paper_document_new (&setup);
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_RIGHT);

  tl_paper_document_add_text (document, TL_PAPER_STYLE_TITLE, "Tiny");
  tl_paper_document_add_figure (document, scene, 0.0);
  tl_paper_document_add_ruled (document, 4, TRUE);
  g_assert_cmpuint (tl_paper_document_get_n_pages (document), >, 3);

  g_autoptr (GBytes) pdf = tl_pages_to_pdf (TL_PAGES (document), NULL, NULL, NULL);

  g_assert_nonnull (pdf);
}

static void
test_mark (void)
{
  g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_A4);
  g_autofree char *words = count_up (1500);

  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, "open");
  tl_paper_document_break_page (document, "Private");
  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, words);
  g_assert_cmpuint (tl_paper_document_get_n_pages (document), >=, 3);

  g_autofree char *text = read_if_possible (document);

  if (text == NULL)
    return;

  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

  paper_lacks (pages[0], "Private");
  paper_contains (pages[1], "Private · Page 2 of");
  paper_contains (pages[2], "Private · Page 3 of");
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1764000000", TRUE);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TlPaperDocument) document = new_document (TL_PAPER_A4);
      g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_RIGHT);

      tl_paper_document_add_text (document, TL_PAPER_STYLE_TITLE, "The same");
      tl_paper_document_add_figure (document, scene, 0.0);

      g_autoptr (GBytes) pdf = tl_pages_to_pdf (TL_PAGES (document), NULL, NULL, NULL);

      if (i == 0)
        first = g_steal_pointer (&pdf);
      else
        g_assert_true (g_bytes_equal (first, pdf));
    }
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/setup", test_setup);
  g_test_add_func ("/paper/empty", test_empty);
  g_test_add_func ("/paper/everything", test_everything);
  g_test_add_func ("/paper/long-text", test_long_text);
  g_test_add_func ("/paper/table", test_table);
  g_test_add_func ("/paper/short-table", test_short_table);
  g_test_add_func ("/paper/endless-row", test_endless_row);
  g_test_add_func ("/paper/group", test_group);
  g_test_add_func ("/paper/no-orphans", test_no_orphans);
  g_test_add_func ("/paper/scripts", test_scripts);
  g_test_add_func ("/paper/hostile", test_hostile);
  g_test_add_func ("/paper/tiny-page", test_tiny_page);
  g_test_add_func ("/paper/mark", test_mark);
  g_test_add_func ("/paper/same-bytes", test_same_bytes);

  return g_test_run ();
}
