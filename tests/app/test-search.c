/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "small-model.h"
#include "tl-check-in.h"
#include "tl-reading.h"
#include "tl-search-mark.h"
#include "tl-search.h"
#include "tl-statement.h"
#include "tl-words.h"

static void
assert_found (TlSearch   *search,
              const char *text,
              const char *titles)
{
  g_autoptr (GPtrArray) results = tl_search_find (search, text, 50);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    {
      if (!tl_search_result_is_heading (results->pdata[i]))
        g_string_append_printf (found, "%s%s", found->len > 0 ? "|" : "", tl_search_result_get_title (results->pdata[i]));
    }

  g_assert_cmpstr (found->str, ==, titles);
  g_string_free (found, TRUE);
}

static void
test_case_and_accents (void)
{
  SmallModel small;
  g_autoptr (TlSearch) search = NULL;

  small_model_init (&small);
  search = tl_search_new (small.model);
  assert_found (search, "ines", "Inès Moreau|Help clients know their customers|Understand each client’s strategy");
  assert_found (search, "BJORN", "Bjørn Łaski");
  assert_found (search, "laski", "Bjørn Łaski");
  small_model_clear (&small);
}

static void
test_all_words (void)
{
  SmallModel small;
  g_autoptr (TlSearch) search = NULL;

  small_model_init (&small);
  search = tl_search_new (small.model);
  assert_found (search, "grow acc", "Grow the accounts");
  assert_found (search, "  customers   help ", "Help clients know their customers");
  assert_found (search, "grow nothing", "");
  assert_found (search, "   ", "");
  assert_found (search, "", "");
  small_model_clear (&small);
}

static void
test_names_first (void)
{
  SmallModel small;
  g_autoptr (TlSearch) search = NULL;

  small_model_init (&small);
  search = tl_search_new (small.model);
  /* In a person's name, in a goal's title, then in who owns a goal. */
  assert_found (search, "moreau",
                "Inès Moreau|Write the moreau handbook|Help clients know their customers|"
                "Understand each client’s strategy");
  /* A title that begins with it comes before one that has it inside. */
  assert_found (search, "understand", "Understand each client’s strategy");
  /* The role, and the reference of the file it came from */
  assert_found (search, "executive", "Inès Moreau");
  assert_found (search, "fed-12", "Write the moreau handbook");
  small_model_clear (&small);
}

static void
test_follows_model (void)
{
  SmallModel small;
  g_autoptr (TlSearch) search = NULL;

  small_model_init (&small);
  search = tl_search_new (small.model);
  assert_found (search, "bjorn", "Bjørn Łaski");
  tl_party_set_name (TL_PARTY (small.bjorn), "Zoë");
  assert_found (search, "bjorn", "");
  assert_found (search, "zoe", "Zoë");
  small_add_person (small.model, "Zoe Second", NULL, NULL);
  assert_found (search, "zoe", "Zoë|Zoe Second");
  tl_model_remove (small.model, TL_ENTITY (small.bjorn));
  assert_found (search, "zoe", "Zoe Second");
  small_model_clear (&small);
}

static void
test_cap_and_subtitle (void)
{
  SmallModel small;
  g_autoptr (TlSearch) search = NULL;
  g_autoptr (GPtrArray) results = NULL;

  small_model_init (&small);
  search = tl_search_new (small.model);
  results = tl_search_find (search, "moreau", 2);
  /* A heading and somebody, a heading and two goals of three */
  g_assert_cmpuint (results->len, ==, 5);
  g_assert_true (tl_search_result_is_heading (results->pdata[0]));
  g_assert_cmpstr (tl_search_result_get_title (results->pdata[0]), ==, "People");
  g_assert_cmpstr (tl_search_result_get_subtitle (results->pdata[1]), ==, "Account executive · Account team");
  small_model_clear (&small);
}

static char *
dup_string (gpointer    object,
            const char *property)
{
  char *value = NULL;

  g_object_get (object, property, &value, NULL);
  return value;
}

static void
assert_first_note (TlSearch   *search,
                   const char *text,
                   const char *title,
                   const char *markup)
{
  g_autoptr (GPtrArray) results = tl_search_find (search, text, 5);
  g_autofree char *excerpt = NULL;

  g_assert_cmpuint (results->len, ==, 2);
  g_assert_cmpstr (tl_search_result_get_title (results->pdata[0]), ==, "Notes");
  g_assert_cmpstr (tl_search_result_get_title (results->pdata[1]), ==, title);
  excerpt = dup_string (results->pdata[1], "subtitle-markup");
  g_assert_cmpstr (excerpt, ==, markup);
}

/* Each goal that was found has the colour of its facet, one without a facet its own, and people have none. */
static void
test_icon_classes (void)
{
  SmallModel small;
  g_autoptr (TlSearch) search = NULL;
  g_autoptr (GPtrArray) results = NULL;
  guint n_goals = 0;

  small_model_init (&small);
  search = tl_search_new (small.model);
  results = tl_search_find (search, "moreau", 50);
  for (guint i = 0; i < results->len; i++)
    {
      TlEntity *entity = tl_search_result_get_entity (results->pdata[i]);
      g_auto (GStrv) classes = NULL;

      g_object_get (results->pdata[i], "icon-classes", &classes, NULL);
      g_assert_nonnull (classes);
      if (TL_IS_GOAL (entity))
        {
          n_goals++;
          g_assert_cmpstr (classes[0], ==, tl_style_of_facet (tl_goal_get_facet (TL_GOAL (entity))));
        }
      else
        {
          g_assert_null (classes[0]);
        }
    }
  g_assert_cmpuint (n_goals, >, 0);
  small_model_clear (&small);
}

static void
test_notes (void)
{
  SmallModel small;
  g_autoptr (TlSearch) search = NULL;
  g_autoptr (TlCheckIn) check_in = tl_check_in_new ();
  g_autoptr (TlMeasure) measure = tl_measure_new ();
  g_autoptr (TlReading) reading = tl_reading_new ();
  g_autoptr (GPtrArray) hidden = NULL;

  small_model_init (&small);
  search = tl_search_new (small.model);
  tl_goal_set_description (small.result, "At length:\nthe <Wörld> of clients");
  tl_person_set_private_notes (small.ines, "Wants to lead, tell nobody");
  tl_check_in_set_goal (check_in, small.result);
  tl_check_in_set_learned (check_in, "Gardeners know");
  tl_model_add (small.model, TL_ENTITY (check_in));
  tl_measure_set_goal (measure, small.result);
  tl_model_add (small.model, TL_ENTITY (measure));
  tl_reading_set_measure (reading, measure);
  tl_reading_set_note (reading, "Counted twice");
  tl_model_add (small.model, TL_ENTITY (reading));

  assert_first_note (search, "world", tl_goal_get_title (small.result), "At length: the &lt;<b>Wörld</b>&gt; of clients");
  assert_first_note (search, "gard", tl_goal_get_title (small.result), "<b>Gard</b>eners know");
  assert_first_note (search, "twice count", tl_goal_get_title (small.result), "<b>Count</b>ed <b>twice</b>");
  assert_first_note (search, "nobody", "Inès Moreau", "Wants to lead, tell <b>nobody</b>");

  tl_search_set_hides_private (search, TRUE);
  hidden = tl_search_find (search, "nobody", 5);
  g_assert_cmpuint (hidden->len, ==, 0);
  small_model_clear (&small);
}

static void
test_marks (void)
{
  static const struct { const char *text, *words, *markup; } cases[] = {
    { "Inès Moreau", "ines", "<b>Inès</b> Moreau" },
    { "Ine\xcc\x80s & Co", "ines", "<b>Ine\xcc\x80s</b> &amp; Co" },
    { "Straße", "sse", "Stra<b>ße</b>" },
    { "Bjørn", "o", "Bj<b>ø</b>rn" },
    { "aaa", "aa a", "<b>aaa</b>" },
    { "Nothing", "else", "Nothing" },
    { "", "x", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) words = g_strsplit (cases[i].words, " ", -1);
      g_autofree char *markup = tl_search_mark (cases[i].text, (const char * const *) words);

      g_assert_cmpstr (markup, ==, cases[i].markup);
    }
}

/* A long note is told by what stands around the word, on one line. */
static void
test_excerpt (void)
{
  const char * const words[] = { "needle", NULL };
  g_autofree char *hay = g_strnfill (400, 'x');
  g_autofree char *text = g_strdup_printf ("%s one two\nthree the needle is here %s", hay, hay);
  g_autofree char *markup = tl_search_mark_excerpt (text, words);

  g_assert_true (g_str_has_prefix (markup, "…one two three the <b>needle</b> is here xxx"));
  g_assert_true (g_str_has_suffix (markup, "x…"));
  g_assert_cmpuint (strlen (markup), <, 160);
}

static void
test_recent (void)
{
  SmallModel small;
  g_autoptr (TlSearch) search = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  small_model_init (&small);
  search = tl_search_new (small.model);
  before = tl_search_suggest (search);
  tl_search_note_choice (search, "bjo", TL_ENTITY (small.bjorn));
  tl_search_note_choice (search, " moreau ", TL_ENTITY (small.ines));
  tl_search_note_choice (search, "bjo", TL_ENTITY (small.bjorn));
  after = tl_search_suggest (search);

  g_assert_cmpuint (after->len, ==, before->len + 5);
  g_assert_true (tl_search_result_is_heading (after->pdata[0]));
  g_assert_true (tl_search_result_get_entity (after->pdata[1]) == TL_ENTITY (small.bjorn));
  g_assert_true (tl_search_result_get_entity (after->pdata[2]) == TL_ENTITY (small.ines));
  g_assert_cmpstr (tl_search_result_get_query (after->pdata[3]), ==, "bjo");
  g_assert_cmpstr (tl_search_result_get_query (after->pdata[4]), ==, "moreau");

  /* Who has been removed is not offered. */
  tl_model_remove (small.model, TL_ENTITY (small.bjorn));
  g_ptr_array_unref (g_steal_pointer (&after));
  after = tl_search_suggest (search);
  g_assert_cmpuint (after->len, ==, before->len + 4);
  small_model_clear (&small);
}

/* By anything said in it, once each; by who and when; private notes only where they may be seen. */
static void
test_conversations (void)
{
  SmallModel small;
  TlConversation *conversation;
  TlStatement *statement;
  g_autoptr (TlSearch) search = NULL;
  g_autoptr (GPtrArray) results = NULL;

  small_model_init (&small);
  conversation = small_add (small.model, tl_conversation_new ());
  tl_conversation_set_person (conversation, small.bjorn);
  tl_conversation_set_date (conversation, tl_date_new (2026, 3, 2));
  tl_conversation_set_open_questions (conversation, "Who opens the door?");
  tl_conversation_set_private_notes (conversation, "Worn out");
  statement = small_add (small.model, tl_statement_new ());
  tl_statement_set_conversation (statement, conversation);
  tl_statement_set_text (statement, "A stronger bond with the shoppers");
  tl_statement_set_detail (statement, "Shoppers who come back");

  search = tl_search_new (small.model);
  results = tl_search_find (search, "SHOPPERS", 50);
  g_assert_cmpuint (results->len, ==, 2);
  g_assert_cmpstr (tl_search_result_get_title (results->pdata[0]), ==, "Conversations");
  g_assert_true (tl_search_result_get_entity (results->pdata[1]) == TL_ENTITY (conversation));
  g_assert_cmpstr (tl_search_result_get_subtitle (results->pdata[1]), ==, "A stronger bond with the shoppers");

  assert_found (search, "mar 2026", "\u2068Bjørn Łaski\u2069 · 2 Mar 2026");
  assert_found (search, "bjorn door", "\u2068Bjørn Łaski\u2069 · 2 Mar 2026");
  assert_found (search, "worn out", "\u2068Bjørn Łaski\u2069 · 2 Mar 2026");
  tl_search_set_hides_private (search, TRUE);
  assert_found (search, "worn out", "");
  assert_found (search, "come back", "\u2068Bjørn Łaski\u2069 · 2 Mar 2026");
  small_model_clear (&small);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/case-and-accents", test_case_and_accents);
  g_test_add_func ("/search/all-words", test_all_words);
  g_test_add_func ("/search/names-first", test_names_first);
  g_test_add_func ("/search/follows-model", test_follows_model);
  g_test_add_func ("/search/cap-and-subtitle", test_cap_and_subtitle);

  g_test_add_func ("/search/icon-classes", test_icon_classes);
  g_test_add_func ("/search/notes", test_notes);
  g_test_add_func ("/search/conversations", test_conversations);
  g_test_add_func ("/search/marks", test_marks);
  g_test_add_func ("/search/excerpt", test_excerpt);
  g_test_add_func ("/search/recent", test_recent);

  return g_test_run ();
}
