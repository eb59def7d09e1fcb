/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "tl-specificity.h"

static TlCues *cues;

static TlStatement *
make (TlFacet     facet,
      const char *text)
{
  TlStatement *statement = tl_statement_new ();

  tl_statement_set_text (statement, text);
  tl_statement_set_facet (statement, facet);
  return statement;
}

static void
assert_lacks (TlFacet     facet,
              const char *text,
              TlLacks     lacks)
{
  g_autoptr (TlStatement) statement = make (facet, text);

  g_test_message ("%s", text);
  g_assert_cmpint (tl_specificity_of (cues, statement), ==, lacks);
}

static void
test_words (void)
{
  assert_lacks (TL_FACET_WORK, "better teamwork", TL_LACKS_WHO | TL_LACKS_WHAT | TL_LACKS_WHEN);
  assert_lacks (TL_FACET_WORK, "I visit the three largest plants by March", TL_LACKS_NONE);
  assert_lacks (TL_FACET_WORK, "visit the three largest plants every month", TL_LACKS_WHO);
  assert_lacks (TL_FACET_IMPACT, "make life easier", TL_LACKS_WHO | TL_LACKS_WHAT | TL_LACKS_WHEN);
  assert_lacks (TL_FACET_IMPACT, "nurses spend an hour less on paperwork by the end of the year", TL_LACKS_NONE);
  assert_lacks (TL_FACET_RESULT, "grow revenue", TL_LACKS_WHO | TL_LACKS_WHAT | TL_LACKS_WHEN);
  assert_lacks (TL_FACET_RESULT, "grow revenue by 20 %", TL_LACKS_WHO | TL_LACKS_WHEN);
  assert_lacks (TL_FACET_RESULT, "grow revenue by 20 % in 2 years", TL_LACKS_WHO);
  assert_lacks (TL_FACET_UNSET, "whatever", TL_LACKS_NONE);
  assert_lacks (TL_FACET_WORK, "", TL_LACKS_WHO | TL_LACKS_WHAT | TL_LACKS_WHEN);
  assert_lacks (TL_FACET_WORK, NULL, TL_LACKS_WHO | TL_LACKS_WHAT | TL_LACKS_WHEN);
}

static void
test_fields (void)
{
  g_autoptr (TlStatement) statement = make (TL_FACET_RESULT, "grow revenue");

  tl_statement_set_beneficiary (statement, TL_BENEFICIARY_ORGANISATION);
  g_assert_cmpint (tl_specificity_of (cues, statement), ==, TL_LACKS_WHAT | TL_LACKS_WHEN);
  tl_statement_set_due (statement, tl_date_new (2026, 12, 31));
  g_assert_cmpint (tl_specificity_of (cues, statement), ==, TL_LACKS_WHAT);
  tl_statement_set_detail (statement, "  ");
  g_assert_cmpint (tl_specificity_of (cues, statement), ==, TL_LACKS_WHAT);
  tl_statement_set_detail (statement, "4.2 million");
  g_assert_cmpint (tl_specificity_of (cues, statement), ==, TL_LACKS_NONE);

  tl_statement_set_facet (statement, TL_FACET_WORK);
  g_assert_cmpint (tl_specificity_of (cues, statement), ==, TL_LACKS_WHO);
  tl_statement_set_who (statement, "the account executive");
  g_assert_cmpint (tl_specificity_of (cues, statement), ==, TL_LACKS_NONE);
}

/* Without cues only the fields count. */
static void
test_without_cues (void)
{
  g_autoptr (TlStatement) statement = make (TL_FACET_WORK, "I visit the plants by March");

  g_assert_cmpint (tl_specificity_of (NULL, statement), ==, TL_LACKS_WHO | TL_LACKS_WHEN);
}

static void
test_sentences (void)
{
  for (TlFacet facet = TL_FACET_WORK; facet <= TL_FACET_RESULT; facet++)
    {
      for (guint lacks = 1; lacks < 8; lacks++)
        {
          g_autofree char *sentence = tl_lacks_to_sentence (lacks, facet);

          g_assert_nonnull (sentence);
          g_assert_true (g_str_has_suffix (sentence, "."));
          g_assert_cmpint ((lacks & TL_LACKS_WHEN) != 0, ==, g_str_has_suffix (sentence, "by when."));
        }
    }
  g_assert_null (tl_lacks_to_sentence (TL_LACKS_NONE, TL_FACET_WORK));
  g_assert_null (tl_lacks_to_sentence (TL_LACKS_WHO, TL_FACET_UNSET));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *data = NULL;
  gsize size;
  int status;

  g_test_init (&argc, &argv, NULL);

  g_assert_true (g_file_get_contents (TL_CUES_FILE, &data, &size, NULL));
  cues = tl_cues_new (data, size, NULL);
  g_test_add_func ("/analysis/specificity/words", test_words);
  g_test_add_func ("/analysis/specificity/fields", test_fields);
  g_test_add_func ("/analysis/specificity/without-cues", test_without_cues);
  g_test_add_func ("/analysis/specificity/sentences", test_sentences);

  status = g_test_run ();
  tl_cues_free (cues);
  return status;
}
