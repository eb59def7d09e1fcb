/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window's toasts say of what was done.  They go by themselves after some seconds, and therefore no test from
 * outside can look at them; here they are looked at in the same turn of the main loop.
 */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "application-fixture.h"
#include "tl-backups.h"
#include "tl-carry-over.h"
#include "tl-cycle-edits.h"
#include "tl-goal-edits.h"
#include "tl-goals-view-private.h"
#include "tl-party-edits.h"
#include "tl-people-view.h"
#include "tl-window.h"
#include "view-fixture.h"

typedef struct
{
  TlApplication *application;   /* one for all tests: a process has one */
  char          *folder;
  GFile         *file;
  TlDocument    *document;
  TlWindow      *window;
} Fixture;

/* A document that has been opened again: a new one is not backed up before its first edit. */
static TlDocument *
open_document (GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) made = tl_document_create (file, "Lumen", &error);
  TlDocument *document;

  g_assert_no_error (error);
  g_assert_nonnull (tl_goal_edits_quick_add (made, NULL, NULL, "Understand each client", NULL));
  g_assert_true (tl_document_close (made, &error));
  g_assert_no_error (error);

  document = tl_document_open (file, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->application = TL_APPLICATION (g_application_get_default ());
  fixture->folder = g_dir_make_tmp ("throughline-toasts-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "Lumen.throughline", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->document = open_document (fixture->file);
  fixture->window = TL_WINDOW (tl_window_new (fixture->application));
  tl_window_set_document (fixture->window, fixture->document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  settle ();
  g_clear_object (&fixture->document);
  g_file_delete (fixture->file, NULL, NULL);
  g_clear_object (&fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* The first label below @parent that begins so, or NULL. */
static const char *
find_label (GtkWidget  *parent,
            const char *beginning)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = GTK_IS_LABEL (child) ? gtk_label_get_text (GTK_LABEL (child)) : find_label (child, beginning);

      if (text != NULL && g_str_has_prefix (text, beginning))
        return text;
    }

  return NULL;
}

/* What a toast says; there is only the window's content beside them. */
static const char *
get_toast (Fixture    *fixture,
           const char *beginning)
{
  return find_label (GTK_WIDGET (tl_window_get_toast_overlay (fixture->window)), beginning);
}

static gpointer
show_lens (Fixture    *fixture,
           const char *lens,
           GType       type)
{
  GtkWidget *view;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "lens", g_variant_new_string (lens));
  settle ();
  view = find_child (GTK_WIDGET (fixture->window), type);
  g_assert_nonnull (view);
  return view;
}

/* Whoever lost their manager by it is counted. */
static void
test_person_removed (Fixture       *fixture,
                     gconstpointer  data)
{
  TlPerson *ada = tl_party_edits_add_person (fixture->document, "Ada R&D", NULL, NULL, NULL);
  TlPerson *bea = tl_party_edits_add_person (fixture->document, "Bea", NULL, NULL, NULL);
  GtkWidget *view;

  tl_person_set_manager (bea, ada);
  tl_document_flush (fixture->document, NULL);
  view = show_lens (fixture, "people", TL_TYPE_PEOPLE_VIEW);
  gtk_widget_activate_action (view, "people.select", "s", tl_entity_get_id (TL_ENTITY (ada)));
  gtk_widget_activate_action (view, "people.remove", NULL);
  g_assert_cmpstr (get_toast (fixture, "“Ada"), ==, "“Ada R&D” was removed. 1 person has no manager now.");
}

static void
test_goal_removed (Fixture       *fixture,
                   gconstpointer  data)
{
  TlGoalsView *view = show_lens (fixture, "goals", TL_TYPE_GOALS_VIEW);
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (view->tree, 0);

  g_assert_nonnull (row);
  tl_goals_view_select_row (view, row, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (view), "goals.remove", NULL);
  g_assert_cmpstr (get_toast (fixture, "“Understand"), ==, "“Understand each client” removed");
}

static void
test_carried_over (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *view = show_lens (fixture, "people", TL_TYPE_PEOPLE_VIEW);
  TlCycle *cycle = tl_cycle_edits_add (fixture->document, "Year 2026", tl_date_new (2026, 1, 1),
                                       tl_date_new (2026, 12, 31), NULL);
  TlGoal *goal = tl_goal_edits_quick_add (fixture->document, NULL, NULL, "Visit clients", NULL);
  TlCarryOver *dialog;

  tl_goal_set_cycle (goal, cycle);
  tl_document_flush (fixture->document, NULL);
  dialog = tl_carry_over_show (view, fixture->document, cycle, NULL);
  settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "carry.over", NULL));
  g_assert_cmpstr (get_toast (fixture, "1 goal goes"), ==, "1 goal goes on in “Year 2027”");
}

static void
test_copied (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "R&D.throughline", NULL);
  g_autoptr (GFile) copy = g_file_new_for_path (path);

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "save-copy-to",
                                  g_variant_new_take_string (g_file_get_uri (copy)));
  g_assert_cmpstr (get_toast (fixture, "A copy"), ==, "A copy was saved as “R&D.throughline”");
  g_assert_true (g_file_delete (copy, NULL, NULL));
}

static GtkWidget *
find_window (const char *type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), type))
        return window;
    }

  return NULL;
}

static void
test_restored (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GListModel) backups = NULL;
  g_autoptr (TlBackup) backup = NULL;
  GtkWidget *dialog;

  g_assert_nonnull (tl_goal_edits_quick_add (fixture->document, NULL, NULL, "Visit clients", NULL));
  backups = tl_backups_list (tl_document_get_id (fixture->document));
  backup = g_list_model_get_item (backups, 0);
  g_assert_nonnull (backup);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.backups", NULL);
  settle ();
  dialog = find_window ("TlBackupsDialog");
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (dialog, "restore", backup);
  g_assert_true (g_str_has_suffix (get_toast (fixture, "The backup of "), " is restored"));
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (tl_document_get_model (fixture->document),
                                                                 TL_TYPE_GOAL)), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = create_application ();

  ADD ("/toasts/person-removed", test_person_removed);
  ADD ("/toasts/goal-removed", test_goal_removed);
  ADD ("/toasts/carried-over", test_carried_over);
  ADD ("/toasts/copied", test_copied);
  ADD ("/toasts/restored", test_restored);

  return run_tests_in (application);
}
