/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says of the document's life, each widget alone: the banner, the mark beside the name, the page of a
 * failure, the names of the steps, the preferences.
 */

#include "config.h"

#include <glib/gstdio.h>

#include "tl-backups.h"
#include "tl-banner.h"
#include "tl-document-state.h"
#include "tl-failure-page.h"
#include "tl-goal.h"
#include "tl-health-dialog.h"
#include "tl-preferences.h"
#include "tl-rescue-dialog.h"
#include "tl-saved-mark.h"
#include "tl-store.h"
#include "tl-undo-buttons.h"
#include "tl-undo-toast.h"

typedef struct
{
  char       *folder;
  GFile      *file;
  TlDocument *document;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("throughline-life-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "plans.throughline", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->document = tl_document_create (fixture->file, "Plans", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  tl_document_close (fixture->document, NULL);
  g_clear_object (&fixture->document);
  g_file_delete (fixture->file, NULL, NULL);
  g_clear_object (&fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static TlSettings *
get_settings (Fixture *fixture)
{
  return tl_model_get_settings (tl_document_get_model (fixture->document));
}

static guint
count_children (GtkWidget  *widget,
                const char *type)
{
  guint n = g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && gtk_widget_get_visible (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_children (child, type);

  return n;
}

static GtkWidget *
find_child (GtkWidget  *widget,
            const char *type,
            const char *text)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    {
      const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

      if (text == NULL || g_strcmp0 (label, text) == 0)
        return widget;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_banner (void)
{
  g_autoptr (GtkWidget) banner = g_object_ref_sink (tl_banner_new ());
  g_autoptr (TlTrouble) trouble = tl_trouble_new ("Trouble", "R&D <is> in trouble.");
  g_autoptr (TlTrouble) other = tl_trouble_new ("Other", "Now it is another.");

  g_assert_false (gtk_widget_get_visible (banner));
  tl_trouble_add_way (trouble, "Try Again", "win.try-again");
  tl_trouble_add_way (trouble, "Save a Copy Elsewhere…", "win.save-copy");
  tl_banner_show (TL_BANNER (banner), trouble);
  g_assert_true (gtk_widget_get_visible (banner));
  g_assert_cmpstr (tl_banner_get_sentence (TL_BANNER (banner)), ==, "R&D <is> in trouble.");
  g_assert_nonnull (find_child (banner, "GtkButton", "Try Again"));
  g_assert_cmpuint (count_children (banner, "GtkButton"), ==, 2);

  tl_banner_show (TL_BANNER (banner), other);
  g_assert_cmpuint (count_children (banner, "GtkButton"), ==, 0);
  tl_banner_hide (TL_BANNER (banner));
  g_assert_false (gtk_widget_get_visible (banner));
}

static void
test_failure_page (void)
{
  g_autoptr (GtkWidget) page = g_object_ref_sink (g_object_new (TL_TYPE_FAILURE_PAGE, NULL));
  g_autoptr (TlTrouble) trouble = tl_trouble_new ("Damaged", "“R&D <x>” is damaged.");

  tl_trouble_add_way (trouble, "Rescue…", "win.rescue");
  tl_trouble_add_way (trouble, "Open Another…", "app.open");
  tl_failure_page_show (TL_FAILURE_PAGE (page), trouble);
  g_assert_true (gtk_widget_has_css_class (find_child (page, "GtkButton", "Rescue…"), "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (find_child (page, "GtkButton", "Open Another…"), "suggested-action"));
}

static gboolean
has_waited_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_for_text (TlSavedMark *mark,
               const char  *text)
{
  gboolean is_late = FALSE;
  guint id = g_timeout_add_seconds (60, has_waited_cb, &is_late);

  while (!is_late && !g_str_equal (tl_saved_mark_get_text (mark), text))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (tl_saved_mark_get_text (mark), ==, text);
  if (!is_late)
    g_source_remove (id);
}

static void
test_saved_mark (void)
{
  g_autoptr (GtkWidget) widget = g_object_ref_sink (tl_saved_mark_new ());
  TlSavedMark *mark = TL_SAVED_MARK (widget);

  g_assert_cmpstr (tl_saved_mark_get_text (mark), ==, "");
  tl_saved_mark_show (mark, TRUE, NULL);
  g_assert_cmpstr (tl_saved_mark_get_text (mark), ==, "Saved");

  /* Not at once, so that it does not flicker with every key. */
  tl_saved_mark_show (mark, FALSE, NULL);
  g_assert_cmpstr (tl_saved_mark_get_text (mark), ==, "Saved");
  wait_for_text (mark, "Saving…");

  tl_saved_mark_show (mark, FALSE, "Not saved: no room on the disk");
  g_assert_cmpstr (tl_saved_mark_get_text (mark), ==, "Not saved: no room on the disk");
  g_assert_true (gtk_widget_has_css_class (widget, "warning"));
  tl_saved_mark_show (mark, TRUE, NULL);
  g_assert_cmpstr (tl_saved_mark_get_text (mark), ==, "Saved");
  g_assert_false (gtk_widget_has_css_class (widget, "warning"));
}

static void
test_steps_are_named (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GtkWidget) buttons = g_object_ref_sink (tl_undo_buttons_new ());
  GtkWidget *undo;

  tl_undo_buttons_set_document (TL_UNDO_BUTTONS (buttons), fixture->document);
  undo = find_child (buttons, "GtkButton", NULL);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo (Ctrl+Z)");

  tl_document_begin_group (fixture->document, "Rename Goal");
  tl_settings_set_name (get_settings (fixture), "Aims");
  g_assert_true (tl_document_end_group (fixture->document, NULL));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (undo), ==, "Undo Rename Goal (Ctrl+Z)");
}

/* In a window that is shown, as a toast needs one. */
static void
test_toast_undoes_its_step_only (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *label = gtk_label_new ("Here");
  GtkWidget *button;

  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), label);
  gtk_window_set_child (GTK_WINDOW (window), overlay);
  gtk_window_present (GTK_WINDOW (window));

  tl_settings_set_name (get_settings (fixture), "R&D");
  tl_undo_toast_show (label, fixture->document, "Renamed to R&D <x>");
  button = find_child (overlay, "GtkButton", "Undo");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (tl_settings_get_name (get_settings (fixture)), ==, "Plans");

  tl_settings_set_name (get_settings (fixture), "Aims");
  tl_undo_toast_show (label, fixture->document, "Renamed to Aims");
  button = find_child (overlay, "GtkButton", "Undo");
  tl_settings_set_currency (get_settings (fixture), "SEK");
  if (button != NULL)
    g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (tl_settings_get_name (get_settings (fixture)), ==, "Aims");
  g_assert_cmpstr (tl_settings_get_currency (get_settings (fixture)), ==, "SEK");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* One threshold takes the other along, and both come back with one undo. */
static void
test_thresholds_are_one_step (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APPLICATION_ID);
  GtkWidget *preferences = tl_preferences_new (settings, fixture->document);
  GtkWidget *spin = find_child (preferences, "GtkSpinButton", NULL);

  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 10);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 40);
  g_assert_cmpfloat_with_epsilon (tl_settings_get_on_track_margin (get_settings (fixture)), 0.40, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_settings_get_at_risk_margin (get_settings (fixture)), 0.40, 1e-9);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Change Health Thresholds");

  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_cmpfloat_with_epsilon (tl_settings_get_on_track_margin (get_settings (fixture)), 0.10, 1e-9);
  g_assert_cmpfloat_with_epsilon (tl_settings_get_at_risk_margin (get_settings (fixture)), 0.30, 1e-9);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (spin)), ==, 10);
  g_assert_false (tl_document_can_undo (fixture->document));
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* A file stands where the folder of the backups would be; then it is out of the way. */
static void
test_failed_backup_is_told (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *backups = g_build_filename (g_get_user_data_dir (), "throughline", "documents",
                                               tl_document_get_id (fixture->document), "backups", NULL);
  g_autoptr (TlGoal) goal = tl_goal_new ();
  GtkWidget *dialog;
  GtkWidget *row;
  guint n_told = 0;

  g_signal_connect_swapped (fixture->document, "notify::backup-error", G_CALLBACK (count_cb), &n_told);
  tl_goal_set_title (goal, "Grow revenue");
  tl_document_add (fixture->document, TL_ENTITY (goal));
  g_assert_true (tl_document_flush (fixture->document, NULL));
  g_rmdir (backups);
  g_assert_true (g_file_set_contents (backups, "", 0, NULL));
  tl_document_backup_before (fixture->document, TL_BACKUP_IMPORT);
  g_assert_nonnull (tl_document_get_backup_error (fixture->document));
  g_assert_cmpuint (n_told, ==, 1);

  dialog = tl_health_dialog_new (fixture->document);
  row = find_row (dialog, "Last Backup");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                   "The last backup could not be made: "));
  gtk_window_destroy (GTK_WINDOW (dialog));

  g_unlink (backups);
  tl_document_backup_before (fixture->document, TL_BACKUP_IMPORT);
  g_assert_null (tl_document_get_backup_error (fixture->document));
  g_assert_cmpuint (n_told, ==, 2);
}

/* What is typed stays while it is typed; a row that has just the focus follows, and a blank name is none. */
static void
test_names_follow (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (TL_APPLICATION_ID);
  GtkWidget *preferences = tl_preferences_new (settings, fixture->document);
  GtkWidget *row = find_row (preferences, "Name of the Document");

  gtk_window_present (GTK_WINDOW (preferences));
  gtk_widget_grab_focus (row);
  g_assert_true (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_FOCUS_WITHIN);
  tl_settings_set_name (get_settings (fixture), "Aims");
  g_assert_true (tl_document_flush (fixture->document, NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Aims");
  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Plans");

  gtk_editable_set_text (GTK_EDITABLE (row), "Half a na");
  tl_settings_set_currency (get_settings (fixture), "SEK");
  g_assert_true (tl_document_flush (fixture->document, NULL));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Half a na");

  gtk_editable_set_text (GTK_EDITABLE (row), "  ");
  g_signal_emit_by_name (row, "apply");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Plans");
  g_assert_cmpstr (tl_settings_get_name (get_settings (fixture)), ==, "Plans");
  gtk_window_destroy (GTK_WINDOW (preferences));
}

static void
test_state_is_kept (void)
{
  static const char *const rows[] = { "a", "b;c", NULL };
  const char *id = "7b0c5d36-0000-4000-8000-000000000001";
  g_autoptr (TlDocumentState) first = tl_document_state_new (id);
  g_autoptr (TlDocumentState) second = NULL;
  g_autofree char *lens = NULL;
  g_autofree char *nothing = NULL;
  g_auto (GStrv) open = NULL;

  tl_document_state_set_string (first, "lens", "goals");
  tl_document_state_set_string (first, "gone", "soon");
  tl_document_state_set_string (first, "gone", NULL);
  tl_document_state_set_strings (first, "goals-open", rows);
  tl_document_state_flush (first);

  second = tl_document_state_new (id);
  lens = tl_document_state_dup_string (second, "lens");
  nothing = tl_document_state_dup_string (second, "gone");
  open = tl_document_state_dup_strings (second, "goals-open");
  g_assert_cmpstr (lens, ==, "goals");
  g_assert_null (nothing);
  g_assert_cmpstrv (open, rows);
}

/* Replacing a file means the trash for it; the one that is being read is not replaced. */
static void
test_rescue_spares_its_source (void)
{
  g_autoptr (GFile) damaged = g_file_new_for_path ("/nowhere/plans.throughline");
  g_autoptr (GFile) same = g_file_new_for_path ("/nowhere/./plans.throughline");
  g_autoptr (GFile) other = g_file_new_for_path ("/nowhere/rescued.throughline");
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = tl_rescue_dialog_new (damaged, "Plans");

  g_assert_true (tl_rescue_dialog_check_target (TL_RESCUE_DIALOG (dialog), other, &error));
  g_assert_no_error (error);
  g_assert_false (tl_rescue_dialog_check_target (TL_RESCUE_DIALOG (dialog), same, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "plans.throughline"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/life/banner", test_banner);
  g_test_add_func ("/life/failure-page", test_failure_page);
  g_test_add_func ("/life/saved-mark", test_saved_mark);
  g_test_add_func ("/life/state-is-kept", test_state_is_kept);
  g_test_add_func ("/life/rescue-spares-its-source", test_rescue_spares_its_source);
  g_test_add ("/life/steps-are-named", Fixture, NULL, set_up, test_steps_are_named, tear_down);
  g_test_add ("/life/toast-undoes-its-step-only", Fixture, NULL, set_up, test_toast_undoes_its_step_only, tear_down);
  g_test_add ("/life/failed-backup-is-told", Fixture, NULL, set_up, test_failed_backup_is_told, tear_down);
  g_test_add ("/life/names-follow", Fixture, NULL, set_up, test_names_follow, tear_down);
  g_test_add ("/life/thresholds-are-one-step", Fixture, NULL, set_up, test_thresholds_are_one_step, tear_down);

  return g_test_run ();
}
