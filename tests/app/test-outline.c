/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outline of goals without a display: what stands under what, and how little changes when something is edited. */

#include "config.h"

#include <gtk/gtk.h>

#include "small-model.h"
#include "tl-goal-edits.h"
#include "tl-outline.h"
#include "view-fixture.h"

typedef struct
{
  TlDocument *document;
  TlModel    *model;
  TlInsight  *insight;
  TlOutline  *outline;
  TlGoal     *top;
  TlGoal     *other_top;
  TlGoal     *middle;
  TlGoal     *leaves[3];
} Fixture;

static TlGoal *
add_goal (Fixture    *self,
          TlGoal     *under,
          const char *title)
{
  g_autoptr (GError) error = NULL;
  TlGoal *goal = tl_goal_edits_quick_add (self->document, under, NULL, title, &error);

  g_assert_no_error (error);
  return goal;
}

/* Two objectives; under the first one goal, under that three. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->document = create_document ("Test");
  self->model = tl_document_get_model (self->document);
  self->top = add_goal (self, NULL, "Top");
  self->other_top = add_goal (self, NULL, "Other");
  self->middle = add_goal (self, self->top, "Middle");
  self->leaves[0] = add_goal (self, self->middle, "Cherry");
  self->leaves[1] = add_goal (self, self->middle, "apple");
  self->leaves[2] = add_goal (self, self->middle, "Banana");
  self->insight = tl_insight_new (self->model);
  self->outline = tl_outline_new (self->insight);
  tl_outline_sync (self->outline);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->outline);
  g_clear_object (&self->insight);
  discard_document (&self->document);
}

static TlOutlineItem *
get_item (Fixture *self,
          TlGoal  *goal)
{
  return tl_outline_get_item (self->outline, tl_entity_get_id (TL_ENTITY (goal)));
}

/* "Top Other", with what is under @goal or at the top when that is NULL. */
static char *
say_children (Fixture *self,
              TlGoal  *goal)
{
  g_autoptr (GListModel) items = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  items = goal != NULL ? tl_outline_dup_children (self->outline, get_item (self, goal))
                       : g_object_ref (tl_outline_get_roots (self->outline));
  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TlOutlineItem) item = g_list_model_get_item (items, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              tl_goal_get_title (tl_outline_get_goal (self->outline, item)));
    }

  return g_strdup (text->str);
}

static void
assert_children (Fixture    *self,
                 TlGoal     *goal,
                 const char *expected)
{
  g_autofree char *said = say_children (self, goal);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_tree (Fixture       *self,
           gconstpointer  data)
{
  assert_children (self, NULL, "Top Other");
  assert_children (self, self->top, "Middle");
  assert_children (self, self->middle, "Cherry apple Banana");
  g_assert_null (tl_outline_dup_children (self->outline, get_item (self, self->leaves[0])));
  g_assert_cmpuint (tl_outline_get_n_goals (self->outline), ==, 6);
}

static void
test_several_parents (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) parents = NULL;
  g_autoptr (GListModel) one = NULL;
  g_autoptr (GListModel) other = NULL;

  g_assert_nonnull (tl_document_connect (self->document, self->middle, self->other_top, NULL));
  tl_outline_sync (self->outline);
  assert_children (self, self->top, "Middle");
  assert_children (self, self->other_top, "Middle");

  parents = tl_outline_dup_parents (self->outline, get_item (self, self->middle));
  g_assert_cmpuint (parents->len, ==, 2);
  g_assert_cmpuint (tl_outline_get_n_goals (self->outline), ==, 6);

  one = tl_outline_dup_children (self->outline, get_item (self, self->middle));
  other = tl_outline_dup_children (self->outline, get_item (self, self->middle));
  g_assert_true (one == other);
}

static void
test_sort (Fixture       *self,
           gconstpointer  data)
{
  tl_outline_set_sort (self->outline, TL_OUTLINE_TITLE, FALSE);
  assert_children (self, self->middle, "apple Banana Cherry");
  assert_children (self, NULL, "Other Top");
  tl_outline_set_sort (self->outline, TL_OUTLINE_TITLE, TRUE);
  assert_children (self, self->middle, "Cherry Banana apple");
  tl_outline_set_sort (self->outline, TL_OUTLINE_UNSORTED, FALSE);
  assert_children (self, self->middle, "Cherry apple Banana");
}

/* Whoever is due comes before whoever is not, both ways. */
static void
test_sort_unknown_last (Fixture       *self,
                        gconstpointer  data)
{
  tl_goal_set_cycle (self->leaves[0], NULL);
  tl_goal_set_due (self->leaves[1], tl_date_new (2026, 3, 1));
  tl_goal_set_due (self->leaves[2], tl_date_new (2026, 2, 1));
  tl_outline_set_sort (self->outline, TL_OUTLINE_DUE, FALSE);
  assert_children (self, self->middle, "Banana apple Cherry");
  tl_outline_set_sort (self->outline, TL_OUTLINE_DUE, TRUE);
  assert_children (self, self->middle, "apple Banana Cherry");
}

static gboolean
match_banana (TlInsight *insight,
              guint      goal,
              gpointer   data)
{
  TlGoal *entity = tl_graph_get_goal (tl_insight_get_graph (insight), goal);

  return g_strcmp0 (tl_goal_get_title (entity), "Banana") == 0;
}

static void
test_match (Fixture       *self,
            gconstpointer  data)
{
  tl_outline_set_match (self->outline, match_banana, NULL);
  assert_children (self, NULL, "Top");
  assert_children (self, self->middle, "Banana");
  g_assert_cmpuint (tl_outline_get_n_matches (self->outline), ==, 1);
  g_assert_true (tl_outline_is_match (self->outline, get_item (self, self->leaves[2])));
  g_assert_false (tl_outline_is_match (self->outline, get_item (self, self->middle)));
  tl_outline_set_match (self->outline, NULL, NULL);
  assert_children (self, NULL, "Top Other");
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          guint      *sum)
{
  *sum += removed + added;
}

/* An edit that changes no place tells of no change; one that moves a goal, of that one only. */
static void
test_changes_little (Fixture       *self,
                     gconstpointer  data)
{
  g_autoptr (GListModel) items = tl_outline_dup_children (self->outline, get_item (self, self->middle));
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  guint sum = 0;

  g_signal_connect (items, "items-changed", G_CALLBACK (count_cb), &sum);
  tl_goal_set_title (self->leaves[0], "Date");
  tl_outline_sync (self->outline);
  g_assert_cmpuint (sum, ==, 0);

  g_ptr_array_add (order, self->leaves[1]);
  g_ptr_array_add (order, self->leaves[2]);
  g_ptr_array_add (order, self->leaves[0]);
  tl_goal_edits_place (self->document, order);
  tl_outline_sync (self->outline);
  assert_children (self, self->middle, "apple Banana Date");
  g_assert_cmpuint (sum, ==, 2);
}

/* What comes back from an undo is another object, and stands where it stood. */
static void
test_undo_keeps_place (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  TlOutlineItem *item = get_item (self, self->leaves[0]);
  g_autoptr (GListModel) items = tl_outline_dup_children (self->outline, get_item (self, self->middle));
  g_autoptr (TlOutlineItem) first = NULL;

  g_ptr_array_add (goals, self->leaves[0]);
  tl_goal_edits_remove (self->document, goals);
  tl_outline_sync (self->outline);
  assert_children (self, self->middle, "apple Banana");
  g_assert_null (tl_outline_get_goal (self->outline, item));

  g_assert_true (tl_document_undo (self->document, NULL));
  tl_outline_sync (self->outline);
  assert_children (self, self->middle, "Cherry apple Banana");
  first = g_list_model_get_item (items, 0);
  g_assert_true (first == item);
}

static GListModel *
create_children (gpointer item,
                 gpointer user_data)
{
  return tl_outline_dup_children (user_data, item);
}

/* An edit, and its undo, in the middle of a tree that is unfolded leaves it so. */
static void
test_undo_keeps_unfolded (Fixture       *self,
                          gconstpointer  data)
{
  g_autoptr (GtkTreeListModel) tree = NULL;
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();

  tree = gtk_tree_list_model_new (g_object_ref (tl_outline_get_roots (self->outline)), FALSE, TRUE, create_children,
                                  self->outline, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tree)), ==, 6);
  gtk_tree_list_model_set_autoexpand (tree, FALSE);

  g_ptr_array_add (goals, self->leaves[1]);
  g_assert_true (tl_goal_edits_move (self->document, goals, self->middle, self->other_top, NULL));
  tl_outline_sync (self->outline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tree)), ==, 5);
  assert_children (self, self->other_top, "apple");

  g_assert_true (tl_document_undo (self->document, NULL));
  tl_outline_sync (self->outline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tree)), ==, 6);
  assert_children (self, self->middle, "Cherry apple Banana");
}

/* Any list becomes any other by the changes it tells of. */
static void
test_list_follows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (TlOutlineList) list = tl_outline_list_new ();
  g_autoptr (GtkSelectionModel) mirror =
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (list))));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      g_ptr_array_add (all, tl_outline_item_new (id));
    }

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

      for (guint i = 0; i < all->len; i++)
        {
          if (g_rand_boolean (rand))
            g_ptr_array_insert (wanted, g_rand_int_range (rand, 0, wanted->len + 1), g_ptr_array_index (all, i));
        }

      tl_outline_list_update (list, wanted);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (mirror)), ==, wanted->len);
      for (guint i = 0; i < wanted->len; i++)
        g_assert_true (g_ptr_array_index (tl_outline_list_peek (list), i) == g_ptr_array_index (wanted, i));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/outline/tree", Fixture, NULL, set_up, test_tree, tear_down);
  g_test_add ("/outline/several-parents", Fixture, NULL, set_up, test_several_parents, tear_down);
  g_test_add ("/outline/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/outline/sort-unknown-last", Fixture, NULL, set_up, test_sort_unknown_last, tear_down);
  g_test_add ("/outline/match", Fixture, NULL, set_up, test_match, tear_down);
  g_test_add ("/outline/changes-little", Fixture, NULL, set_up, test_changes_little, tear_down);
  g_test_add ("/outline/undo-keeps-place", Fixture, NULL, set_up, test_undo_keeps_place, tear_down);
  g_test_add ("/outline/undo-keeps-unfolded", Fixture, NULL, set_up, test_undo_keeps_unfolded, tear_down);
  g_test_add_func ("/outline/list-follows", test_list_follows);

  return g_test_run ();
}
