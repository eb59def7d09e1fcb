/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sorting of statements, on tables of them with the right answers: tests/data/coaching/statements.csv.
 *
 * Its part “issue” has to be right without exception.  “tuning” is what the cues were made with, “held”, “fresh”,
 * “newcomer”, “trades” and “later” are what they were tried on afterwards; docs/coaching.md tells how they did then.
 */

#include "config.h"

#include <string.h>

#include "tl-cues.h"
#include "tl-enum-types.h"
#include "tl-vocabulary.h"

/* Four of five have to be right with what nobody has seen; with what was seen there is no excuse for less than this. */
#define ENOUGH 0.9

static TlCues *
load_cues (void)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  TlCues *cues;
  gsize size;

  g_assert_true (g_file_get_contents (TL_CUES_FILE, &data, &size, &error));
  cues = tl_cues_new (data, size, &error);
  g_assert_no_error (error);
  return cues;
}

typedef struct
{
  guint n;
  guint n_right;
  guint n_named;                /* with a beneficiary to be found */
  guint n_named_right;
} Count;

static void
assert_reason (const TlSorting *sorting,
               const char      *text)
{
  g_assert_nonnull (sorting->reason);
  g_assert_cmpuint (strlen (sorting->reason), >, 10);
  g_assert_null (strchr (sorting->reason, '\n'));
  g_assert_true (g_utf8_validate (sorting->reason, -1, NULL));
  if (sorting->facet == TL_FACET_UNSET)
    return;

  g_assert_cmpfloat (sorting->certainty, >, 0);
  g_assert_cmpfloat (sorting->certainty, <=, 1);
  /* A suggestion that goes by words names them as they stand in the statement. */
  if (strstr (sorting->reason, "“") != NULL)
    {
      g_auto (GStrv) parts = g_strsplit_set (strstr (sorting->reason, "“") + strlen ("“"), " ’\xe2", 2);

      g_assert_nonnull (strstr (text, parts[0]));
    }
}

/* What a reason quotes stands so in the statement, but for what an ellipsis leaves out. */
static void
assert_quotes (const TlSorting *sorting,
               const char      *text)
{
  g_auto (GStrv) quotes = g_strsplit (sorting->reason, "“", -1);

  for (guint i = 1; quotes[i] != NULL; i++)
    {
      g_auto (GStrv) pieces = NULL;

      *strstr (quotes[i], "”") = '\0';
      pieces = g_strsplit (quotes[i], " … ", -1);
      for (guint j = 0; pieces[j] != NULL; j++)
        {
          if (strstr (text, pieces[j]) == NULL)
            g_error ("“%s” does not stand in “%s”", pieces[j], text);
        }
    }
}

static void
count_row (TlCues  *cues,
           char   **cells,
           Count   *count)
{
  g_autoptr (TlSorting) sorting = tl_cues_sort (cues, cells[4]);
  gboolean reputation = g_str_equal (cells[2], "yes");
  int facet = TL_FACET_UNSET;
  gboolean right;

  g_assert_true (tl_enum_from_nick (TL_TYPE_FACET, cells[1], &facet));
  assert_reason (sorting, cells[4]);
  assert_quotes (sorting, cells[4]);
  right = sorting->facet == (TlFacet) facet && sorting->reputation == reputation;
  if (!right)
    g_test_message ("%s: “%s” came out as %s%s: %s", cells[0], cells[4],
                    tl_enum_to_nick (TL_TYPE_FACET, sorting->facet), sorting->reputation ? ", a reputation" : "",
                    sorting->reason);
  count->n++;
  count->n_right += right;
  if (*cells[3] != '\0')
    {
      count->n_named++;
      count->n_named_right += g_str_equal (tl_enum_to_nick (TL_TYPE_BENEFICIARY, sorting->beneficiary), cells[3]);
    }
}

/* The statement comes last in a row, so that the commas in it are its own. */
static Count
count_part (const char *part)
{
  g_autoptr (TlCues) cues = load_cues ();
  g_autofree char *data = NULL;
  g_auto (GStrv) lines = NULL;
  Count count = { 0, };

  g_assert_true (g_file_get_contents (TL_STATEMENTS_FILE, &data, NULL, NULL));
  lines = g_strsplit (data, "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 5);
      char *statement;

      if (g_strv_length (cells) < 5 || (part != NULL && !g_str_equal (cells[0], part)))
        continue;
      statement = cells[4];
      if (*statement == '"')
        {
          statement[strlen (statement) - 1] = '\0';
          memmove (statement, statement + 1, strlen (statement));
        }
      count_row (cues, cells, &count);
    }

  g_test_message ("%s: %u of %u right (%.1f %%), beneficiary %u of %u", part != NULL ? part : "all", count.n_right,
                  count.n, 100.0 * count.n_right / MAX (count.n, 1), count.n_named_right, count.n_named);
  return count;
}

static void
test_issue (void)
{
  Count count = count_part ("issue");

  g_assert_cmpuint (count.n, ==, 10);
  g_assert_cmpuint (count.n_right, ==, 10);
}

static void
test_table (void)
{
  Count count = count_part (NULL);

  g_assert_cmpuint (count.n, >=, 200);
  g_assert_cmpfloat (count.n_right, >=, ENOUGH * count.n);
  g_assert_cmpfloat (count.n_named_right, >=, 0.8 * count.n_named);
}

static void
test_parts (void)
{
  static const char *const parts[] = { "tuning", "held", "fresh", "newcomer", "trades", "later" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      Count count = count_part (parts[i]);

      g_assert_cmpuint (count.n, >=, 30);
      g_assert_cmpfloat (count.n_right, >=, ENOUGH * count.n);
    }
}

static void
assert_sorting (TlCues     *cues,
                const char *text,
                TlFacet     facet,
                gboolean    reputation)
{
  g_autoptr (TlSorting) sorting = tl_cues_sort (cues, text);
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  g_test_message ("%s: %s", valid, sorting->reason);
  assert_reason (sorting, text != NULL ? text : "");
  g_assert_cmpint (sorting->facet, ==, facet);
  g_assert_cmpint (sorting->reputation, ==, reputation);
}

static void
test_reason (void)
{
  g_autoptr (TlCues) cues = load_cues ();
  g_autoptr (TlSorting) sorting = tl_cues_sort (cues, "Grow our Revenue");

  g_assert_cmpstr (sorting->reason, ==, "“Grow” and “Revenue”: evidence that follows from what others do");
  g_assert_cmpint (sorting->beneficiary, ==, TL_BENEFICIARY_ORGANISATION);
}

static void
assert_quoted (TlCues     *cues,
               const char *text,
               const char *quote)
{
  g_autoptr (TlSorting) sorting = tl_cues_sort (cues, text);

  if (strstr (sorting->reason, quote) == NULL)
    g_error ("%s is not quoted in “%s”", quote, sorting->reason);
}

/* Quoted is what was said, to the letter: apostrophes, hyphens, and what stands without a space. */
static void
test_quotes (void)
{
  g_autoptr (TlCues) cues = load_cues ();

  assert_quoted (cues, "Our clients' employees get home safely", "“Our clients' employees get home");
  assert_quoted (cues, "Our clients’ employees get home safely", "“Our clients’ employees get home");
  assert_quoted (cues, "Hit 110% of quota this year", "“110%”");
  assert_quoted (cues, "Cross-sell analytics to existing accounts", "“Cross-sell”");
  assert_quoted (cues, "Net promoter score of 60", "“Net promoter score");
  assert_quoted (cues, "Reach a Net   promoter\tscore of 60", "“Net promoter score");
  assert_quoted (cues, "Raise the net **************** promoter score", "“net … promoter score”");
}

/* The main clause decides, however it is introduced and whatever follows it. */
static void
test_clauses (void)
{
  g_autoptr (TlCues) cues = load_cues ();

  assert_sorting (cues, "I want to grow revenue", TL_FACET_RESULT, FALSE);
  assert_sorting (cues, "Our goal for this year is to grow revenue.", TL_FACET_RESULT, FALSE);
  assert_sorting (cues, "How can we grow revenue?", TL_FACET_RESULT, FALSE);
  assert_sorting (cues, "Grow revenue by helping clients expand", TL_FACET_RESULT, FALSE);
  assert_sorting (cues, "By visiting them more often, grow revenue with our ten largest clients", TL_FACET_RESULT, FALSE);
  assert_sorting (cues, "Visit each plant in order to understand what drives their costs", TL_FACET_WORK, FALSE);
  assert_sorting (cues, "Understand what drives revenue", TL_FACET_WORK, FALSE);
  assert_sorting (cues, "Help our clients grow their revenue", TL_FACET_IMPACT, FALSE);
  assert_sorting (cues, "Help our client to be seen as innovative", TL_FACET_IMPACT, FALSE);
  assert_sorting (cues, "GROW REVENUE!!!", TL_FACET_RESULT, FALSE);
}

/* A day is no statement yet; with anything to do beside it, it is only when that is done. */
static void
test_days (void)
{
  static const char *const days[] = {
    "by 15 Dec", "15 December", "next week", "by the end of next month", "Q1 2027", "before Friday the 4th", "every Friday",
    "2026-12-15",
  };
  g_autoptr (TlCues) cues = load_cues ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (TlSorting) sorting = tl_cues_sort (cues, days[i]);

      g_test_message ("%s: %s", days[i], sorting->reason);
      g_assert_cmpint (sorting->facet, ==, TL_FACET_UNSET);
      g_assert_cmpfloat (sorting->certainty, ==, 0);
      g_assert_nonnull (strstr (sorting->reason, "a day"));
    }

  assert_sorting (cues, "by 15 Dec close the deal", TL_FACET_RESULT, FALSE);
  assert_sorting (cues, "Start next week", TL_FACET_WORK, FALSE);
  assert_sorting (cues, "by 15 %", TL_FACET_RESULT, FALSE);
  g_assert_true (tl_cues_add (cues, "next week", TL_FACET_IMPACT, FALSE));
  assert_sorting (cues, "next week", TL_FACET_IMPACT, FALSE);
}

/* Where nothing tells, what a statement begins with is all there is to go by, and at times not even that. */
static void
test_untold (void)
{
  g_autoptr (TlCues) cues = load_cues ();
  g_autoptr (TlSorting) doing = tl_cues_sort (cues, "Befriend the warden");
  g_autoptr (TlSorting) nothing = tl_cues_sort (cues, "The weather at the lake");

  g_assert_cmpint (doing->facet, ==, TL_FACET_WORK);
  g_assert_cmpfloat (doing->certainty, <, 0.3);
  g_assert_nonnull (strstr (doing->reason, "something to do"));
  g_assert_cmpstr (nothing->reason, ==, "Nothing in it tells: you decide.");
  assert_sorting (cues, "The weather at the lake", TL_FACET_UNSET, FALSE);
  assert_sorting (cues, "Legal signs the contract faster", TL_FACET_UNSET, FALSE);
  assert_sorting (cues, "It rains less", TL_FACET_UNSET, FALSE);
  assert_sorting (cues, "The patient next door whistles", TL_FACET_IMPACT, FALSE);
}

static void
test_bad_input (void)
{
  g_autoptr (TlCues) cues = load_cues ();
  g_autofree char *spaced = g_strnfill (2000, ' ');
  g_autofree char *letters = g_strnfill (2000, 'x');
  GString *words = g_string_new (NULL);

  assert_sorting (cues, NULL, TL_FACET_UNSET, FALSE);
  assert_sorting (cues, "", TL_FACET_UNSET, FALSE);
  assert_sorting (cues, spaced, TL_FACET_UNSET, FALSE);
  assert_sorting (cues, "\n\t\r", TL_FACET_UNSET, FALSE);
  assert_sorting (cues, letters, TL_FACET_UNSET, FALSE);
  assert_sorting (cues, "🙂🙂", TL_FACET_UNSET, FALSE);
  assert_sorting (cues, "... --- !!!", TL_FACET_UNSET, FALSE);
  assert_sorting (cues, "увеличить выручку", TL_FACET_UNSET, FALSE);
  assert_sorting (cues, "売上を伸ばす", TL_FACET_UNSET, FALSE);
  assert_sorting (cues, "🙂 grow our revenue 🚀", TL_FACET_RESULT, FALSE);
  assert_sorting (cues, "\u202egrow our\u202c reve\u00adnue", TL_FACET_RESULT, FALSE);
  assert_sorting (cues, "be seen as a \xff trusted partner", TL_FACET_RESULT, TRUE);

  while (words->len < 2000)
    g_string_append (words, "deliver value to customers so that they can grow, and ");
  assert_sorting (cues, words->str, TL_FACET_IMPACT, FALSE);
  g_string_free (words, TRUE);
}

static void
test_own (void)
{
  g_autoptr (TlCues) cues = load_cues ();

  assert_sorting (cues, "light the beacon", TL_FACET_WORK, FALSE);
  g_assert_true (tl_cues_add (cues, "light the beacon", TL_FACET_IMPACT, FALSE));
  assert_sorting (cues, "we will light the beacons", TL_FACET_IMPACT, FALSE);
  g_assert_true (tl_cues_add (cues, "grow * revenue", TL_FACET_RESULT, TRUE));
  assert_sorting (cues, "grow our revenue", TL_FACET_RESULT, TRUE);
  g_assert_false (tl_cues_add (cues, "", TL_FACET_WORK, FALSE));
  g_assert_false (tl_cues_add (cues, "* $", TL_FACET_WORK, FALSE));
  g_assert_false (tl_cues_add (cues, "help <nobody we know>", TL_FACET_WORK, FALSE));
}

static void
test_mentions (void)
{
  g_autoptr (TlCues) cues = load_cues ();

  g_assert_true (tl_cues_mentions (cues, "someone", "fewer hours for nurses"));
  g_assert_false (tl_cues_mentions (cues, "someone", "grow revenue"));
  g_assert_false (tl_cues_mentions (cues, "no such class", "nurses"));
  g_assert_false (tl_cues_mentions (cues, "someone", NULL));
}

/* Only words name somebody: that a Result is ours by default is no word. */
static void
test_named (void)
{
  g_autoptr (TlCues) cues = load_cues ();
  g_autoptr (TlSorting) sorting = tl_cues_sort (cues, "grow account revenue");

  g_assert_cmpint (sorting->beneficiary, ==, TL_BENEFICIARY_ORGANISATION);
  g_assert_cmpint (tl_cues_find_named (cues, "grow account revenue"), ==, TL_BENEFICIARY_UNSET);
  g_assert_cmpint (tl_cues_find_named (cues, "Grow our client's revenue"), ==, TL_BENEFICIARY_CUSTOMER);
  g_assert_cmpint (tl_cues_find_named (cues, "our colleagues in the warehouse"), ==, TL_BENEFICIARY_TEAM);
  g_assert_cmpint (tl_cues_find_named (cues, "the client's customers"), ==, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  g_assert_cmpint (tl_cues_find_named (cues, ""), ==, TL_BENEFICIARY_UNSET);
  g_assert_cmpint (tl_cues_find_named (cues, NULL), ==, TL_BENEFICIARY_UNSET);
}

static void
test_empty_cues (void)
{
  g_autoptr (TlCues) cues = tl_cues_new_empty ("There are no cues here.");
  g_autoptr (TlSorting) sorting = tl_cues_sort (cues, "grow our revenue");

  g_assert_cmpint (sorting->facet, ==, TL_FACET_UNSET);
  g_assert_cmpstr (sorting->reason, ==, "There are no cues here.");
}

/* A file that says nothing but what it has to */
#define SMALL \
  "[Language]\nOpenings=i want to\nPurposes=so that\nFurther=and then\nOpeningQuote=«\nClosingQuote=»\n" \
  "And= et \nBecause=\\s: \nOwn=à vous\nOtherwise=du travail, sans doute\nOthers=les autres\nUntold=à vous de voir\nDay=un jour\nEmpty=rien encore dit\n" \
  "Unknown=aucun mot connu\n"

static void
assert_refused (const char *text,
                const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_cues_new (text, strlen (text), &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_bad_files (void)
{
  g_autoptr (TlCues) small = tl_cues_new (SMALL, strlen (SMALL), NULL);

  g_assert_nonnull (small);
  assert_refused ("", "Language");
  assert_refused ("not a file of cues", "");
  assert_refused ("[Language]\nAnd=and\n", "Quote");
  assert_refused (SMALL "[Cue a]\nFacet=play\nWeight=1\nReason=because\nPhrases=a\n", "Facet");
  assert_refused (SMALL "[Cue a]\nFacet=work\nReputation=true\nWeight=1\nReason=because\nPhrases=a\n", "Facet");
  assert_refused (SMALL "[Cue a]\nFacet=work\nWeight=-1\nReason=because\nPhrases=a\n", "Weight");
  assert_refused (SMALL "[Cue a]\nFacet=work\nWeight=nan\nReason=because\nPhrases=a\n", "Weight");
  assert_refused (SMALL "[Cue a]\nFacet=work\nWeight=1e-323\nReason=because\nPhrases=a\n", "Weight");
  assert_refused (SMALL "[Cue a]\nFacet=work\nWeight=1\nPhrases=a\n", "Reason");
  assert_refused (SMALL "[Cue a]\nFacet=work\nWeight=1\nReason=because\n", "Phrases");
  assert_refused (SMALL "[Cue a]\nFacet=work\nWeight=1\nReason=because\nPhrases=<who>\n", "who");
  assert_refused (SMALL "[Cue a]\nFacet=work\nWeight=1\nReason=because\nPhrases=<who\n", "<who");
  assert_refused (SMALL "[Class a]\nWords=b * c\n", "b * c");
  assert_refused (SMALL "[Class a]\nWords=b\nBeneficiary=everybody\n", "Beneficiary");
}

/* Classes that name each other are only a mistake, not the end of the program. */
static void
test_loop (void)
{
  const char *text = SMALL "[Class a]\nWords=<b>;apple\n[Class b]\nWords=<a>;<a> <b>;pear\n"
                     "[Cue fruit]\nFacet=work\nWeight=2\nReason=des fruits\nPhrases=<a> <b>\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCues) cues = tl_cues_new (text, strlen (text), &error);
  g_autoptr (TlSorting) sorting = NULL;

  g_assert_no_error (error);
  sorting = tl_cues_sort (cues, "apple pear");
  g_assert_cmpint (sorting->facet, ==, TL_FACET_WORK);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/cues/issue", test_issue);
  g_test_add_func ("/analysis/cues/table", test_table);
  g_test_add_func ("/analysis/cues/parts", test_parts);
  g_test_add_func ("/analysis/cues/reason", test_reason);
  g_test_add_func ("/analysis/cues/quotes", test_quotes);
  g_test_add_func ("/analysis/cues/clauses", test_clauses);
  g_test_add_func ("/analysis/cues/days", test_days);
  g_test_add_func ("/analysis/cues/untold", test_untold);
  g_test_add_func ("/analysis/cues/bad-input", test_bad_input);
  g_test_add_func ("/analysis/cues/own", test_own);
  g_test_add_func ("/analysis/cues/mentions", test_mentions);
  g_test_add_func ("/analysis/cues/named", test_named);
  g_test_add_func ("/analysis/cues/empty", test_empty_cues);
  g_test_add_func ("/analysis/cues/bad-files", test_bad_files);
  g_test_add_func ("/analysis/cues/loop", test_loop);

  return g_test_run ();
}
