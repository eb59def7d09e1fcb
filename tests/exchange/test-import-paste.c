/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "exchange-fixture.h"
#include "tl-contribution.h"
#include "tl-exchange-error.h"
#include "tl-measure.h"

static TlImport *
prepare (Fixture    *fixture,
         const char *text,
         TlGoal     *under,
         TlParty    *owner)
{
  g_autoptr (GError) error = NULL;
  TlImport *import = tl_import_prepare_text (fixture->document, text, under, owner, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static void
paste (Fixture    *fixture,
       const char *text,
       TlGoal     *under,
       TlParty    *owner)
{
  g_autoptr (TlImport) import = prepare (fixture, text, under, owner);
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_import_apply (import, &error));
  g_assert_no_error (error);
}

static TlGoal *
get_goal (Fixture    *fixture,
          const char *title)
{
  GListModel *goals = tl_model_get_list (fixture->model, TL_TYPE_GOAL);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (goals, i);

      if (g_strcmp0 (tl_goal_get_title (goal), title) == 0)
        return goal;
    }

  g_error ("There is no goal “%s”", title);
}

static void
append_below (GString *text,
              TlGoal  *goal)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "to");

  g_string_append (text, tl_goal_get_title (goal));
  if (links->len == 0)
    return;

  g_string_append_c (text, '(');
  for (guint i = 0; i < links->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      append_below (text, tl_contribution_get_from (g_ptr_array_index (links, i)));
    }
  g_string_append_c (text, ')');
}

/* "A(B C(D))": B and C stand under A, D under C */
static void
assert_tree (Fixture    *fixture,
             const char *expected)
{
  GListModel *goals = tl_model_get_list (fixture->model, TL_TYPE_GOAL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (goals, i);
      g_autoptr (GPtrArray) up = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "from");

      if (up->len > 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      append_below (text, goal);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_outlines (Fixture       *fixture,
               gconstpointer  data)
{
  static const char * const cases[][2] = {
    { "A\nB\n\nC\n", "A B C" },
    { "A\n\tB\n\tC\n\t\tD\nE", "A(B C(D)) E" },
    { "A\n  B\n    C\n  D", "A(B(C) D)" },
    { "- A\n  - B\n- C", "A(B) C" },
    { "A\n• B\n• C\nD", "A(B C) D" },
    { "* A\n    * [ ] B\n    * [x] C", "A(B C)" },
    { "1. A\n1.1 B\n1.2. C\n1.2.1 D\n2) E", "A(B C(D)) E" },
    { "# A\n## B\n- C\n## D\n# E", "A(B(C) D) E" },
    { "    A\n  B\n C", "A B C" },
    { "A\t\t\n\tB\t\n\t\tC\n", "A(B(C))" },
    { "Goals\n- A\n- B", "Goals(A B)" },
    { "3-new-customers\r\n50%-more\r\n", "3-new-customers 50%-more" },
    { "\"A\" and, B; C", "\"A\" and, B; C" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i][0]);
      paste (fixture, cases[i][0], NULL, NULL);
      assert_tree (fixture, cases[i][1]);
      g_assert_true (tl_document_undo (fixture->document, NULL));
      g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 0);
    }
}

static void
test_under (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TlImport) file = NULL;
  g_autoptr (TlImport) again = NULL;
  TlGoal *parent;

  file = fixture_import (fixture, "goals.csv", "Title,Unit,Cycle\nParent,Sales,Year 2026\n", NULL);
  parent = get_goal (fixture, "Parent");
  paste (fixture, "One\n  Two\nThree", parent, NULL);
  assert_tree (fixture, "Parent(One(Two) Three)");
  g_assert_true (tl_goal_get_owner (get_goal (fixture, "Two")) == tl_goal_get_owner (parent));
  g_assert_true (tl_goal_get_cycle (get_goal (fixture, "Two")) == tl_goal_get_cycle (parent));
  g_assert_null (tl_goal_get_reference (get_goal (fixture, "Two")));
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Import Pasted Rows");

  /* Twice is once. */
  again = prepare (fixture, "One\n  Two\nThree", parent, NULL);
  g_assert_cmpuint (tl_import_get_n_added (again, TL_TYPE_GOAL), ==, 0);
  g_assert_cmpuint (tl_import_get_n_added (again, TL_TYPE_CONTRIBUTION), ==, 0);
}

static void
test_owner (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TlImport) file = fixture_import (fixture, "people.csv", "Name,Role\nAnn,Seller\nBert,Buyer\n", NULL);
  TlPerson *ann = fixture_get_party (fixture, TL_TYPE_PERSON, "Ann");

  paste (fixture, "One\nTwo", NULL, TL_PARTY (ann));
  g_assert_true (tl_goal_get_owner (get_goal (fixture, "One")) == TL_PARTY (ann));
}

static void
test_with_header (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) measures = NULL;
  TlGoal *sell;

  paste (fixture, "Goal Title\tOwner\tDue Date\tTarget Value\nSell more\tAnn\t2026-12-31\t12\n\"Two\nlines\"\tAnn\t\t\n", NULL,
         NULL);
  sell = get_goal (fixture, "Sell more");
  g_assert_cmpuint (tl_goal_get_due (sell), ==, tl_date_new (2026, 12, 31));
  g_assert_cmpstr (tl_party_get_name (tl_goal_get_owner (sell)), ==, "Ann");
  measures = tl_entity_dup_referrers (TL_ENTITY (sell), TL_TYPE_MEASURE, NULL);
  g_assert_cmpuint (measures->len, ==, 1);
  get_goal (fixture, "Two lines");
}

static void
test_people_with_header (Fixture       *fixture,
                         gconstpointer  data)
{
  paste (fixture, "Name\tJob Title\nAnn\tSeller\n", NULL, NULL);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_PERSON), ==, 1);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 0);
}

static void
test_without_header (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TlImport) file = fixture_import (fixture, "people.csv", "Name,Role\nAnn,Seller\nBert,Buyer\n", NULL);
  g_autoptr (GPtrArray) measures = NULL;
  TlGoal *goal;

  paste (fixture,
         "Ann\tWin two customers\tWork\t2026-01-05\t2026-06-30\t2\n"
         "Bert\tBuy for less\tResult\t2026-02-01\t2026-12-31\t300.5\n", NULL, NULL);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 2);
  goal = get_goal (fixture, "Win two customers");
  g_assert_cmpstr (tl_party_get_name (tl_goal_get_owner (goal)), ==, "Ann");
  g_assert_cmpint (tl_goal_get_facet (goal), ==, TL_FACET_WORK);
  g_assert_cmpuint (tl_goal_get_start (goal), ==, tl_date_new (2026, 1, 5));
  g_assert_cmpuint (tl_goal_get_due (goal), ==, tl_date_new (2026, 6, 30));
  measures = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_MEASURE, NULL);
  g_assert_cmpuint (measures->len, ==, 1);
  g_assert_cmpfloat (tl_measure_get_target (measures->pdata[0]), ==, 2);
}

/* What cannot be read is told of by the line that somebody sees, and nothing changes before they agree. */
static void
test_skipped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *long_title = g_strnfill (3000, 'x');
  g_autofree char *text = g_strdup_printf ("One\n\n%s\nTwo", long_title);
  g_autofree char *cells = g_strdup_printf ("A first goal\t2026-01-31\nA second one\t2026-02-31\nA third\t2026-03-31");
  g_autoptr (TlImport) lines = prepare (fixture, text, NULL, NULL);
  g_autoptr (TlImport) table = prepare (fixture, cells, NULL, NULL);

  g_assert_cmpuint (tl_import_get_n_skipped (lines), ==, 1);
  g_assert_cmpuint (tl_import_get_skipped (lines, 0)->line, ==, 3);
  g_assert_cmpuint (tl_import_get_n_added (lines, TL_TYPE_GOAL), ==, 2);
  g_assert_cmpuint (tl_import_get_n_skipped (table), ==, 1);
  g_assert_cmpuint (tl_import_get_skipped (table, 0)->line, ==, 2);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 0);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const texts[] = { "", " \n\t\r\n ", "\xff\xfe" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (tl_import_prepare_text (fixture->document, texts[i], NULL, NULL, NULL, &error));
      g_assert_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_NOT_A_TABLE);
    }
}

#define ADD(name, function) \
  g_test_add ("/import-paste/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("outlines", test_outlines);
  ADD ("under", test_under);
  ADD ("owner", test_owner);
  ADD ("with-header", test_with_header);
  ADD ("people-with-header", test_people_with_header);
  ADD ("without-header", test_without_header);
  ADD ("skipped", test_skipped);
  ADD ("nothing", test_nothing);
  return g_test_run ();
}
