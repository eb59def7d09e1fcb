/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The people's lens with a document: adding, moving, removing, what is selected, and the cycles. */

#include "config.h"

#include <adwaita.h>

#include "tl-carry-over.h"
#include "tl-cycle-edits.h"
#include "tl-goal-edits.h"
#include "tl-party-edits.h"
#include "tl-people-private.h"
#include "view-fixture.h"

typedef struct
{
  TlDocument   *document;
  TlModel      *model;
  TlInsight    *insight;
  TlNavigator  *navigator;
  TlUnit       *sales;
  TlUnit       *team;
  TlPerson     *ines;
  GtkWidget    *window;
  TlPeopleView *view;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = create_document ("Lumen");
  fixture->model = tl_document_get_model (fixture->document);
  fixture->sales = tl_party_edits_add_unit (fixture->document, "Sales", TL_UNIT_KIND_FUNCTION, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->team = tl_party_edits_add_unit (fixture->document, "Team", TL_UNIT_KIND_TEAM, NULL, fixture->sales, &error);
  g_assert_no_error (error);
  fixture->ines = tl_party_edits_add_person (fixture->document, "Ines", NULL, fixture->team, &error);
  g_assert_no_error (error);

  fixture->insight = tl_insight_new (fixture->model);
  fixture->navigator = tl_navigator_new (fixture->model);
  fixture->window = gtk_window_new ();
  fixture->view = g_object_new (TL_TYPE_PEOPLE_VIEW, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  tl_people_view_set_source (fixture->view, fixture->document, fixture->insight, fixture->navigator);
  tl_navigator_set_lens (fixture->navigator, TL_LENS_PEOPLE);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_clear_object (&fixture->navigator);
  g_clear_object (&fixture->insight);
  discard_document (&fixture->document);
}

static void
select_party (Fixture  *fixture,
              gpointer  party)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "people.select", "s", tl_entity_get_id (party));
  settle ();
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
  settle ();
}

static void
type_and_add (Fixture    *fixture,
              const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->view->adder_entry), name);
  tl_people_view_add (fixture->view);
  settle ();
}

static TlPeopleRow *
get_selected_row (Fixture *fixture)
{
  return gtk_single_selection_get_selected_item (fixture->view->selection);
}

/* Somebody new comes to where the selected one is, and is selected. */
static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  TlEntity *added;

  select_party (fixture, fixture->ines);
  act (fixture, "people.add-person");
  type_and_add (fixture, "Bjørn");
  added = tl_navigator_get_selected (fixture->navigator);
  g_assert_true (TL_IS_PERSON (added));
  g_assert_cmpstr (tl_party_get_name (TL_PARTY (added)), ==, "Bjørn");
  g_assert_true (tl_person_get_unit (TL_PERSON (added)) == fixture->team);
  g_assert_cmpstr (tl_people_row_get_id (get_selected_row (fixture)), ==, tl_entity_get_id (added));

  select_party (fixture, fixture->sales);
  act (fixture, "people.add-unit");
  type_and_add (fixture, "Support team");
  added = tl_navigator_get_selected (fixture->navigator);
  g_assert_true (TL_IS_UNIT (added));
  g_assert_true (tl_unit_get_parent (TL_UNIT (added)) == fixture->sales);

  act (fixture, "people.add-organisation");
  type_and_add (fixture, "Brook");
  added = tl_navigator_get_selected (fixture->navigator);
  g_assert_cmpint (tl_organisation_get_kind (TL_ORGANISATION (added)), ==, TL_ORGANISATION_KIND_CUSTOMER);
}

/* In reporting lines, whoever is added below a person reports to them, in one step to undo. */
static void
test_add_report (Fixture       *fixture,
                 gconstpointer  data)
{
  TlEntity *added;
  g_autofree char *id = NULL;

  g_object_set (fixture->view, "shape", "lines", NULL);
  select_party (fixture, fixture->ines);
  act (fixture, "people.add-person");
  type_and_add (fixture, "Bjørn");
  added = tl_navigator_get_selected (fixture->navigator);
  g_assert_true (tl_person_get_manager (TL_PERSON (added)) == fixture->ines);

  id = g_strdup (tl_entity_get_id (added));
  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_null (tl_model_lookup (fixture->model, id));
}

/* What was closed stays closed, and who comes back is selected again when they were. */
static void
test_remove_and_undo (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *id = g_strdup (tl_entity_get_id (TL_ENTITY (fixture->ines)));
  guint n_rows;

  tl_people_tree_set_expanded (fixture->view->tree, tl_entity_get_id (TL_ENTITY (fixture->team)), TRUE);
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (fixture->view->tree));
  select_party (fixture, fixture->ines);
  act (fixture, "people.remove");
  g_assert_null (tl_model_lookup (fixture->model, id));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->view->tree)), ==, n_rows - 1);
  g_assert_true (tl_navigator_get_selected (fixture->navigator) == TL_ENTITY (fixture->team));

  g_assert_true (tl_document_undo (fixture->document, NULL));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->view->tree)), ==, n_rows);
  g_assert_true (tl_navigator_get_selected (fixture->navigator) == TL_ENTITY (fixture->team));
}

/* Dragging a person to a unit, and to a manager where the list is of managers. */
static void
test_drop (Fixture       *fixture,
           gconstpointer  data)
{
  TlPerson *bjorn = tl_party_edits_add_person (fixture->document, "Bjørn", NULL, NULL, NULL);
  const char *from = tl_entity_get_id (TL_ENTITY (bjorn));

  settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "people.drop", "(ss)", from,
                              tl_entity_get_id (TL_ENTITY (fixture->sales)));
  g_assert_true (tl_person_get_unit (bjorn) == fixture->sales);

  g_object_set (fixture->view, "shape", "lines", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "people.drop", "(ss)", from,
                              tl_entity_get_id (TL_ENTITY (fixture->ines)));
  g_assert_true (tl_person_get_manager (bjorn) == fixture->ines);
  settle ();
  g_assert_cmpstr (tl_people_row_get_id (get_selected_row (fixture)), ==, from);
}

/* A unit cannot go into what is part of it, nobody is led by those they lead; a sentence says so. */
static void
test_circles_are_refused (Fixture       *fixture,
                          gconstpointer  data)
{
  TlPerson *bjorn = tl_party_edits_add_person (fixture->document, "Bjørn", NULL, NULL, NULL);

  tl_person_set_manager (bjorn, fixture->ines);
  tl_document_flush (fixture->document, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "people.drop", "(ss)",
                              tl_entity_get_id (TL_ENTITY (fixture->sales)),
                              tl_entity_get_id (TL_ENTITY (fixture->team)));
  g_assert_null (tl_unit_get_parent (fixture->sales));

  g_object_set (fixture->view, "shape", "lines", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "people.drop", "(ss)",
                              tl_entity_get_id (TL_ENTITY (fixture->ines)), tl_entity_get_id (TL_ENTITY (bjorn)));
  g_assert_null (tl_person_get_manager (fixture->ines));
}

/* The filter may leave nothing, and the focus still has somewhere to go. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  tl_people_tree_set_filter (fixture->view->tree, "nobody of that name");
  tl_people_view_refresh (fixture->view);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->view->tree)), ==, 0);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
}

/* Whoever was looked at among the people is whom the next lens is about. */
static void
test_lens_takes_person_along (Fixture       *fixture,
                              gconstpointer  data)
{
  select_party (fixture, fixture->ines);
  act (fixture, "people.show-line");
  g_assert_cmpint (tl_navigator_get_lens (fixture->navigator), ==, TL_LENS_LINE_OF_SIGHT);
  g_assert_true (tl_navigator_get_subject (fixture->navigator) == TL_ENTITY (fixture->ines));
}

/* A name that is too long for any window does not make this one wider. */
static void
test_long_name (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *name = g_strnfill (300, 'x');
  int minimum;

  tl_party_set_name (TL_PARTY (fixture->ines), name);
  tl_person_set_role (fixture->ines, name);
  select_party (fixture, fixture->ines);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 900);
}

static void
test_cycles (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (fixture->view->cycles_page);
  GListModel *cycles = tl_model_get_list (fixture->model, TL_TYPE_CYCLE);
  TlCycle *cycle;
  const char *id;

  act (fixture, "people.cycles");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->view->pages), ==, "cycles");
  gtk_widget_activate_action (page, "cycles.add", NULL);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (cycles), ==, 1);
  g_assert_nonnull (find_child (page, g_type_from_name ("TlCycleRow")));

  cycle = g_list_model_get_item (cycles, 0);
  g_object_unref (cycle);
  id = tl_entity_get_id (TL_ENTITY (cycle));
  gtk_widget_activate_action (page, "cycles.close", "s", id);
  g_assert_true (tl_cycle_get_closed (cycle));
  gtk_widget_activate_action (page, "cycles.reopen", "s", id);
  g_assert_false (tl_cycle_get_closed (cycle));
  gtk_widget_activate_action (page, "cycles.add-next", "s", id);
  g_assert_cmpuint (g_list_model_get_n_items (cycles), ==, 2);
  gtk_widget_activate_action (page, "cycles.remove", "s", id);
  g_assert_cmpuint (g_list_model_get_n_items (cycles), ==, 1);
  settle ();

  select_party (fixture, fixture->ines);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->view->pages), ==, "party");
}

/* The next cycle is made when there is none, together with the goals in one step. */
static void
test_carry_over (Fixture       *fixture,
                 gconstpointer  data)
{
  GListModel *goals = tl_model_get_list (fixture->model, TL_TYPE_GOAL);
  GListModel *cycles = tl_model_get_list (fixture->model, TL_TYPE_CYCLE);
  TlCycle *cycle = tl_cycle_edits_add (fixture->document, "Year 2026", tl_date_new (2026, 1, 1),
                                       tl_date_new (2026, 12, 31), NULL);
  TlGoal *goal = tl_goal_edits_quick_add (fixture->document, NULL, TL_PARTY (fixture->ines), "Visit clients", NULL);
  TlCarryOver *window;

  tl_goal_set_cycle (goal, cycle);
  g_assert_true (tl_document_flush (fixture->document, NULL));
  window = tl_carry_over_show (GTK_WIDGET (fixture->view), fixture->document, cycle, NULL);
  settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "carry.over", NULL));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (cycles), ==, 2);

  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (cycles), ==, 1);
}

/* Of the goals one chooses from, those that are finished stay where they are unless they are ticked. */
static void
test_carry_over_of_chosen (Fixture       *fixture,
                           gconstpointer  data)
{
  GListModel *goals = tl_model_get_list (fixture->model, TL_TYPE_GOAL);
  TlCycle *to = tl_cycle_edits_add (fixture->document, "Year 2027", tl_date_new (2027, 1, 1),
                                    tl_date_new (2027, 12, 31), NULL);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (TlGoal) made = NULL;
  TlCarryOver *window;

  g_ptr_array_add (chosen, tl_goal_edits_quick_add (fixture->document, NULL, TL_PARTY (fixture->ines), "Visit", NULL));
  g_ptr_array_add (chosen, tl_goal_edits_quick_add (fixture->document, NULL, TL_PARTY (fixture->ines), "Learn", NULL));
  for (guint i = 0; i < chosen->len; i++)
    tl_goal_set_cycle (g_ptr_array_index (chosen, i), NULL);
  tl_goal_set_state (g_ptr_array_index (chosen, 0), TL_GOAL_STATE_ACHIEVED);
  g_assert_true (tl_document_flush (fixture->document, NULL));

  window = tl_carry_over_show (GTK_WIDGET (fixture->view), fixture->document, NULL, chosen);
  settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "carry.over", NULL));
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 3);
  made = g_list_model_get_item (goals, 2);
  g_assert_cmpstr (tl_goal_get_title (made), ==, "Learn");
  g_assert_true (tl_goal_get_cycle (made) == to);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/people-view/add", test_add);
  ADD ("/people-view/add-report", test_add_report);
  ADD ("/people-view/remove-and-undo", test_remove_and_undo);
  ADD ("/people-view/drop", test_drop);
  ADD ("/people-view/circles-are-refused", test_circles_are_refused);
  ADD ("/people-view/filter", test_filter);
  ADD ("/people-view/lens-takes-person-along", test_lens_takes_person_along);
  ADD ("/people-view/long-name", test_long_name);
  ADD ("/people-view/cycles", test_cycles);
  ADD ("/people-view/carry-over", test_carry_over);
  ADD ("/people-view/carry-over-of-chosen", test_carry_over_of_chosen);

  return g_test_run ();
}
