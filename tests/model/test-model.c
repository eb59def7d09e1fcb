/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "tl-contribution.h"
#include "tl-model.h"

typedef struct
{
  guint n_calls;
  guint position;
  guint removed;
  guint added;
} Change;

static void
items_changed_cb (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Change     *change)
{
  change->n_calls++;
  change->position = position;
  change->removed = removed;
  change->added = added;
}

static void
count_cb (TlModel  *model,
          TlEntity *entity,
          guint    *count)
{
  *count += 1;
}

static void
changed_cb (TlModel    *model,
            TlEntity   *entity,
            GParamSpec *pspec,
            GString    *log)
{
  g_string_append_printf (log, "%s.%s ", tl_entity_get_kind (entity), pspec->name);
}

static void
test_tells_of_everything (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (TlGoal) goal = tl_goal_new ();
  g_autoptr (GString) log = g_string_new (NULL);
  guint n_added = 0, n_removed = 0;

  g_signal_connect (model, "added", G_CALLBACK (count_cb), &n_added);
  g_signal_connect (model, "removed", G_CALLBACK (count_cb), &n_removed);
  g_signal_connect (model, "changed", G_CALLBACK (changed_cb), log);

  tl_goal_set_title (goal, "Before");
  tl_model_add (model, TL_ENTITY (goal));
  g_assert_true (tl_model_lookup (model, tl_entity_get_id (TL_ENTITY (goal))) == TL_ENTITY (goal));
  g_assert_true (tl_entity_get_model (TL_ENTITY (goal)) == model);
  tl_goal_set_title (goal, "After");
  tl_goal_set_title (goal, "After");
  tl_goal_set_facet (goal, TL_FACET_IMPACT);
  tl_model_remove (model, TL_ENTITY (goal));
  tl_goal_set_title (goal, "Later");

  g_assert_cmpuint (n_added, ==, 1);
  g_assert_cmpuint (n_removed, ==, 1);
  g_assert_cmpstr (log->str, ==, "goal.title goal.facet ");
  g_assert_null (tl_entity_get_model (TL_ENTITY (goal)));
  g_assert_null (tl_model_lookup (model, tl_entity_get_id (TL_ENTITY (goal))));
}

static void
test_bulk_is_one_change (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  GListModel *goals = tl_model_get_list (model, TL_TYPE_GOAL);
  Change change = { 0 };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TlGoal) goal = tl_goal_new ();
      tl_model_add (model, TL_ENTITY (goal));
    }

  g_signal_connect (goals, "items-changed", G_CALLBACK (items_changed_cb), &change);
  tl_model_begin_bulk (model);
  {
    g_autoptr (TlEntity) second = g_list_model_get_item (goals, 1);
    tl_model_remove (model, second);
  }
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (TlGoal) goal = tl_goal_new ();
      tl_model_add (model, TL_ENTITY (goal));
    }
  g_assert_cmpuint (change.n_calls, ==, 0);
  tl_model_end_bulk (model);

  g_assert_cmpuint (change.n_calls, ==, 1);
  g_assert_cmpuint (change.position, ==, 1);
  g_assert_cmpuint (change.removed, ==, 2);
  g_assert_cmpuint (change.added, ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 7);
  g_assert_null (g_list_model_get_item (goals, 7));
}

static void
test_own_organisation (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (TlOrganisation) customer = tl_organisation_new ();
  g_autoptr (TlOrganisation) own = tl_organisation_new ();

  g_assert_null (tl_model_get_organisation (model));
  tl_organisation_set_kind (customer, TL_ORGANISATION_KIND_CUSTOMER);
  tl_model_add (model, TL_ENTITY (customer));
  g_assert_true (tl_model_get_organisation (model) == customer);
  tl_model_add (model, TL_ENTITY (own));
  g_assert_true (tl_model_get_organisation (model) == own);
}

static TlGoal *
add_numbered_goal (TlModel *model,
                   guint    number)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();
  g_autofree char *title = g_strdup_printf ("%u", number);

  tl_goal_set_title (goal, title);
  tl_model_add (model, TL_ENTITY (goal));
  return goal;
}

/* Undo removes and adds in no particular order, and nothing may have changed its place after it. */
static void
test_what_comes_back_comes_back_to_its_place (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  GListModel *goals = tl_model_get_list (model, TL_TYPE_GOAL);
  static const guint removed[] = { 2, 5, 3, 0 };
  static const guint back[] = { 3, 0, 2, 5 };
  TlGoal *added[6];

  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    added[i] = g_object_ref (add_numbered_goal (model, i));
  for (guint i = 0; i < G_N_ELEMENTS (removed); i++)
    tl_model_remove (model, TL_ENTITY (added[removed[i]]));
  for (guint i = 0; i < G_N_ELEMENTS (back); i++)
    {
      g_autoptr (TlGoal) goal = tl_goal_new ();

      tl_entity_load_id (TL_ENTITY (goal), tl_entity_get_id (TL_ENTITY (added[back[i]])));
      tl_goal_set_title (goal, tl_goal_get_title (added[back[i]]));
      tl_model_add (model, TL_ENTITY (goal));
    }
  add_numbered_goal (model, 6);

  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 7);
  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (goals, i);

      g_assert_cmpint (atoi (tl_goal_get_title (goal)), ==, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    g_object_unref (added[i]);
}

/* What a damaged file can hold must not keep the model alive for ever. */
static void
test_circle_of_references_is_let_go (void)
{
  TlModel *model = tl_model_new ();
  TlUnit *one = tl_unit_new ();
  TlUnit *two = tl_unit_new ();

  tl_model_add (model, TL_ENTITY (one));
  tl_model_add (model, TL_ENTITY (two));
  tl_unit_set_parent (one, two);
  tl_unit_set_parent (two, one);
  g_object_add_weak_pointer (G_OBJECT (one), (gpointer *) &one);
  g_object_unref (two);
  g_object_unref (one);
  g_object_unref (model);
  g_assert_null (one);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/tells-of-everything", test_tells_of_everything);
  g_test_add_func ("/model/bulk-is-one-change", test_bulk_is_one_change);
  g_test_add_func ("/model/what-comes-back-comes-back-to-its-place", test_what_comes_back_comes_back_to_its_place);
  g_test_add_func ("/model/own-organisation", test_own_organisation);
  g_test_add_func ("/model/circle-of-references-is-let-go", test_circle_of_references_is_let_go);
  return g_test_run ();
}
