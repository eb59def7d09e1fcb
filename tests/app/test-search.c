/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "small-model.h"
#include "tl-search.h"

static void
assert_found (TlSearch   *search,
              const char *text,
              const char *titles)
{
  g_autoptr (GPtrArray) results = tl_search_find (search, text, 50);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < results->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", tl_search_result_get_title (results->pdata[i]));

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
  g_assert_cmpuint (results->len, ==, 2);
  g_assert_cmpstr (tl_search_result_get_subtitle (results->pdata[0]), ==, "Account executive · Account team");
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

  return g_test_run ();
}
