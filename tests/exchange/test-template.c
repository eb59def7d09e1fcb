/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "exchange-fixture.h"
#include "tl-exchange-error.h"
#include "tl-reading.h"
#include "tl-template.h"
#include "tl-tension.h"

static GFile *
get_file (Fixture    *self,
          const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_new_for_path (path);
}

static guint
count (TlDocument *document,
       GType       type)
{
  return g_list_model_get_n_items (tl_model_get_list (tl_document_get_model (document), type));
}

/* Nothing of a template is skipped by the importer, which the counts alone would not tell. */
static void
assert_whole (TlDocument *document)
{
  TlModel *model = tl_document_get_model (document);
  GListModel *goals = tl_model_get_list (model, TL_TYPE_GOAL);
  GListModel *links = tl_model_get_list (model, TL_TYPE_CONTRIBUTION);
  GListModel *measures = tl_model_get_list (model, TL_TYPE_MEASURE);
  gboolean has_facet[TL_FACET_RESULT + 1] = { FALSE, };
  guint n_roots = 0;

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (goals, i);
      g_autoptr (GPtrArray) up = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "from");
      g_autoptr (GPtrArray) own = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_MEASURE, NULL);

      has_facet[tl_goal_get_facet (goal)] = TRUE;
      g_assert_nonnull (tl_goal_get_cycle (goal));
      g_assert_cmpuint (own->len, ==, 1);
      g_assert_true (up->len > 0 || tl_goal_get_level (goal) == TL_LEVEL_ORGANISATION);
      n_roots += up->len == 0;
    }

  g_assert_false (has_facet[TL_FACET_UNSET]);
  g_assert_true (has_facet[TL_FACET_WORK] && has_facet[TL_FACET_IMPACT] && has_facet[TL_FACET_RESULT]);
  g_assert_cmpuint (n_roots, >=, 2);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (TlContribution) link = g_list_model_get_item (links, i);

      g_assert_nonnull (tl_contribution_get_rationale (link));
    }

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (TlMeasure) measure = g_list_model_get_item (measures, i);

      g_assert_cmpfloat (tl_measure_get_target (measure), >, 0);
    }
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GListModel) list = tl_template_list ();
  g_autoptr (GDate) today = tl_date_to_gdate (tl_date_today ());

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlTemplate) template = g_list_model_get_item (list, i);
      g_autofree char *name = g_strdup_printf ("%s.throughline", tl_template_get_id (template));
      g_autoptr (GFile) file = get_file (fixture, name);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlDocument) document = tl_template_create (template, file, "Brightwater", &error);
      g_autoptr (TlCycle) cycle = NULL;

      g_test_message ("%s", tl_template_get_name (template));
      g_assert_no_error (error);
      g_assert_cmpstr (tl_party_get_name (TL_PARTY (tl_model_get_organisation (tl_document_get_model (document)))), ==,
                       "Brightwater");
      g_assert_cmpuint (count (document, TL_TYPE_ORGANISATION), ==, 1);
      g_assert_cmpuint (count (document, TL_TYPE_GOAL), >=, 10);
      g_assert_cmpuint (count (document, TL_TYPE_GOAL), <=, 16);
      g_assert_cmpuint (count (document, TL_TYPE_PERSON), >=, 5);
      g_assert_cmpuint (count (document, TL_TYPE_PERSON), <=, 6);
      g_assert_cmpuint (count (document, TL_TYPE_TENSION), ==, 1);
      g_assert_cmpuint (count (document, TL_TYPE_CYCLE), ==, 1);
      g_assert_cmpuint (count (document, TL_TYPE_READING), ==, 0);
      cycle = g_list_model_get_item (tl_model_get_list (tl_document_get_model (document), TL_TYPE_CYCLE), 0);
      g_assert_cmpuint (tl_cycle_get_start (cycle), ==, tl_date_new (g_date_get_year (today), 1, 1));
      g_assert_cmpuint (tl_cycle_get_end (cycle), ==, tl_date_new (g_date_get_year (today), 12, 31));
      g_assert_null (strchr (tl_cycle_get_name (cycle), '{'));
      assert_whole (document);
      g_assert_true (tl_document_close (document, &error));
    }
}

static void
test_find (void)
{
  g_autoptr (TlTemplate) found = tl_template_find ("sales-team");

  g_assert_cmpstr (tl_template_get_name (found), ==, "Sales Team");
  g_assert_nonnull (tl_template_get_description (found));
  g_assert_null (tl_template_find ("circus"));
}

/* Neither a document that is half a template nor one in the place of another */
static void
test_nothing_left_behind (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (TlTemplate) template = tl_template_find ("sales-team");
  g_autoptr (GFile) file = get_file (fixture, "new.throughline");
  g_autoptr (GFile) taken = get_file (fixture, "test.throughline");
  g_autofree char *installed = g_strdup (g_getenv ("THROUGHLINE_DATADIR"));
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_template_create (template, taken, "Ours", &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_query_exists (taken, NULL));
  g_clear_error (&error);

  g_setenv ("THROUGHLINE_DATADIR", fixture->folder, TRUE);
  g_assert_null (tl_template_create (template, file, "Ours", &error));
  g_assert_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_READ);
  g_assert_false (g_file_query_exists (file, NULL));
  g_setenv ("THROUGHLINE_DATADIR", installed, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/template/create", Fixture, NULL, fixture_set_up, test_create, fixture_tear_down);
  g_test_add_func ("/template/find", test_find);
  g_test_add ("/template/nothing-left-behind", Fixture, NULL, fixture_set_up, test_nothing_left_behind,
              fixture_tear_down);
  return g_test_run ();
}
