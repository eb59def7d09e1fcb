/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window with one's own cues: what is added is kept and works at once, and can be taken away again. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "tl-coaching-data.h"
#include "tl-own-cues-dialog.h"
#include "view-fixture.h"

static guint
count_own (void)
{
  g_autoptr (GPtrArray) cues = tl_coaching_data_dup_own_cues ();

  return cues->len;
}

static GtkWidget *
find (GtkWidget  *dialog,
      const char *id)
{
  GObject *object = gtk_widget_get_template_child (dialog, TL_TYPE_OWN_CUES_DIALOG, id);

  g_assert_true (GTK_IS_WIDGET (object));
  return GTK_WIDGET (object);
}

static guint
count_rows (GtkWidget *dialog)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (find (dialog, "list")), n) != NULL)
    n++;

  return n;
}

static void
test_add_and_remove (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *dialog = GTK_WIDGET (tl_own_cues_dialog_present (window));
  GtkLabel *suggestion = GTK_LABEL (find (dialog, "suggestion"));
  GtkEditable *phrase = GTK_EDITABLE (find (dialog, "phrase"));
  GtkEditable *statement = GTK_EDITABLE (find (dialog, "statement"));

  g_object_ref_sink (dialog);
  settle ();
  g_assert_cmpuint (count_rows (dialog), ==, 0);
  g_assert_false (gtk_widget_get_visible (find (dialog, "list_group")));

  gtk_editable_set_text (statement, "light the beacon");
  g_assert_null (strstr (gtk_label_get_label (suggestion), "your own"));

  gtk_editable_set_text (phrase, "light the beacon");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (dialog, "facet")), 1);
  gtk_widget_activate_action (dialog, "cues.add", NULL);
  g_assert_cmpstr (gtk_editable_get_text (phrase), ==, "");
  g_assert_cmpuint (count_own (), ==, 1);
  g_assert_cmpuint (count_rows (dialog), ==, 1);
  g_assert_true (g_str_has_prefix (gtk_label_get_label (suggestion), "Impact. "));
  g_assert_nonnull (strstr (gtk_label_get_label (suggestion), "your own"));

  gtk_editable_set_text (phrase, "* $");
  gtk_widget_activate_action (dialog, "cues.add", NULL);
  g_assert_true (gtk_widget_get_visible (find (dialog, "trouble")));
  g_assert_cmpuint (count_own (), ==, 1);
  gtk_editable_set_text (phrase, "something else");
  g_assert_false (gtk_widget_get_visible (find (dialog, "trouble")));

  gtk_widget_activate_action (dialog, "cues.remove", "s", "light the beacon");
  g_assert_cmpuint (count_own (), ==, 0);
  g_assert_cmpuint (count_rows (dialog), ==, 0);
  gtk_widget_activate_action (dialog, "cues.put-back", "(ubs)", TL_FACET_IMPACT, FALSE, "light the beacon");
  g_assert_cmpuint (count_own (), ==, 1);
  gtk_widget_activate_action (dialog, "cues.remove", "s", "light the beacon");

  settle ();
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What the cues left behind, from the inside out */
static void
clean_up (const char *home)
{
  static const char *const left[] = { "throughline/coaching/cues.ini", "throughline/coaching", "throughline", "" };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      g_autofree char *path = g_build_filename (home, left[i], NULL);

      g_remove (path);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("tl-own-cues-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/app/own-cues/add-and-remove", test_add_and_remove);

  status = g_test_run ();
  clean_up (home);
  return status;
}
