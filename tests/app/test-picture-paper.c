/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a picture is asked to leave the window: what is chosen, what is said of it, and what comes out. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "tl-export-dialog.h"
#include "tl-export.h"
#include "tl-file-chooser.h"
#include "tl-picture-choices.h"
#include "tl-picture-content.h"
#include "tl-picture-outline.h"
#include "tl-print-picture.h"
#include "tl-print-preview.h"
#include "view-fixture.h"

typedef struct
{
  GSettings *settings;
  TlScene   *scene;
} Fixture;

static const char *const keys[] = {
  "picture-extent", "picture-format", "picture-layout", "picture-paper", "picture-landscape", "picture-across",
  "picture-scale",
};

static void
add_cards (TlScene *scene,
           guint    n_cards)
{
  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *title = g_strdup_printf ("Goal %u", i);
      const TlCard card = {
        .id = title, .box = { (i % 20) * 250.0, floor (i / 20.0) * 140.0, TL_CARD_WIDTH, TL_CARD_HEIGHT },
        .title = title, .attainment = 0.5, .expected = 0.6,
      };

      tl_scene_add_card (scene, &card);
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = g_settings_new (TL_APPLICATION_ID);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  fixture->scene = tl_scene_new (TL_SCENE_DOWN);
  tl_scene_set_title (fixture->scene, "Everything");
  add_cards (fixture->scene, 100);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->scene);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (fixture->settings, keys[i]);
  g_clear_object (&fixture->settings);
}

static void
collect_labels (GtkWidget *widget,
                GString   *labels)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (labels, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, labels);
}

/* Whether @words stand in what is shown of it */
static gboolean
says (GtkWidget  *widget,
      const char *words)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  settle ();
  collect_labels (widget, labels);
  return strstr (labels->str, words) != NULL;
}

static GtkWidget *
show_in_window (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* A row is there when it matters for what is chosen above it. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *choices = tl_picture_choices_new (fixture->settings, FALSE, FALSE);
  GtkWidget *window = show_in_window (choices);

  g_assert_false (says (choices, "Show"));
  g_assert_true (says (choices, "A page as large as it is"));
  g_assert_false (says (choices, "Paper"));
  g_settings_set_string (fixture->settings, "picture-layout", "one-page");
  g_assert_true (says (choices, "Orientation"));
  g_assert_false (says (choices, "Pages Across"));
  g_settings_set_string (fixture->settings, "picture-layout", "many-pages");
  g_assert_true (says (choices, "Pages Across"));
  g_settings_set_string (fixture->settings, "picture-format", "png");
  g_assert_true (says (choices, "Scale"));
  g_assert_false (says (choices, "Pages Across"));
  g_settings_set_string (fixture->settings, "picture-format", "svg");
  g_assert_false (says (choices, "Scale"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What somebody chooses in a row is kept. */
static void
test_choosing (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *choices = tl_picture_choices_new (fixture->settings, TRUE, TRUE);
  GtkWidget *window = show_in_window (choices);
  GtkWidget *row = find_child (choices, ADW_TYPE_COMBO_ROW);
  g_autofree char *extent = NULL;
  g_autofree char *layout = NULL;

  /* A printer has no page as large as the picture; that it was chosen for files is not forgotten. */
  g_assert_true (says (choices, "One page of paper"));
  layout = g_settings_get_string (fixture->settings, "picture-layout");
  g_assert_cmpstr (layout, ==, "own-page");

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 1);
  extent = g_settings_get_string (fixture->settings, "picture-extent");
  g_assert_cmpstr (extent, ==, "seen");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* There is nothing to say of a drawing; what shows it is named all the same. */
static void
test_outline (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *dialog;

  g_settings_set_string (fixture->settings, "picture-format", "svg");
  dialog = tl_export_dialog_new (fixture->settings, fixture->scene, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_child (dialog, TL_TYPE_PICTURE_OUTLINE)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Preview");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static gboolean
can_export (GtkWidget *dialog,
            guint     *n_exports)
{
  guint before = *n_exports;

  settle ();
  gtk_widget_activate_action (dialog, "export.choose-place", NULL);
  return *n_exports > before;
}

static void
test_dialog (Fixture       *fixture,
             gconstpointer  data)
{
  const TlRect seen = { 0.0, 0.0, 400.0, 200.0 };
  GtkWidget *dialog = tl_export_dialog_new (fixture->settings, fixture->scene, &seen);
  TlPictureForm form;
  guint n_exports = 0;

  g_signal_connect_swapped (dialog, "export", G_CALLBACK (count_cb), &n_exports);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (says (dialog, "One page of "));
  g_assert_true (can_export (dialog, &n_exports));
  tl_export_dialog_get_form (TL_EXPORT_DIALOG (dialog), &form);
  g_assert_cmpint (form.paper, ==, TL_PAPER_PICTURE);
  g_assert_null (form.area);

  g_settings_set_string (fixture->settings, "picture-layout", "many-pages");
  g_settings_set_string (fixture->settings, "picture-paper", "a4");
  g_settings_set_int (fixture->settings, "picture-across", 4);
  g_assert_true (says (dialog, "pages of A4: 4 across"));
  g_settings_set_string (fixture->settings, "picture-extent", "seen");
  g_settings_set_int (fixture->settings, "picture-across", 1);
  g_assert_true (says (dialog, "One page of A4"));
  tl_export_dialog_get_form (TL_EXPORT_DIALOG (dialog), &form);
  g_assert_cmpuint (form.across, ==, 1);
  g_assert_nonnull (form.area);

  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Titles that would be too small, and an image that would be too large, are told of before anything is written. */
static void
test_doubts (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *dialog;
  guint n_exports = 0;

  add_cards (fixture->scene, 3000);
  dialog = tl_export_dialog_new (fixture->settings, fixture->scene, NULL);
  g_signal_connect_swapped (dialog, "export", G_CALLBACK (count_cb), &n_exports);
  gtk_window_present (GTK_WINDOW (dialog));

  g_settings_set_string (fixture->settings, "picture-layout", "one-page");
  g_assert_true (says (dialog, "Titles under 5 points"));
  g_assert_true (can_export (dialog, &n_exports));

  g_settings_set_string (fixture->settings, "picture-format", "png");
  g_settings_set_double (fixture->settings, "picture-scale", 8);
  g_assert_true (says (dialog, "choose a scale of"));
  g_assert_true (says (dialog, "Use "));
  g_assert_false (can_export (dialog, &n_exports));
  g_settings_set_double (fixture->settings, "picture-scale", 0.5);
  g_assert_true (says (dialog, " pixels."));
  g_assert_false (says (dialog, "Use "));
  g_assert_true (can_export (dialog, &n_exports));

  g_settings_set_string (fixture->settings, "picture-format", "pdf");
  g_settings_set_string (fixture->settings, "picture-layout", "many-pages");
  g_settings_set_int (fixture->settings, "picture-across", 30);
  g_assert_true (says (dialog, "no more than 400 can be put together"));
  g_assert_false (can_export (dialog, &n_exports));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
assert_layout (Fixture    *fixture,
               const char *expected)
{
  g_autofree char *layout = g_settings_get_string (fixture->settings, "picture-layout");

  g_assert_cmpstr (layout, ==, expected);
}

/* What cannot be read on one page begins on as many as it takes, and it is said why; that is no choice of anybody. */
static void
test_begins_readable (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *dialog;

  g_settings_set_string (fixture->settings, "picture-layout", "one-page");
  g_settings_set_string (fixture->settings, "picture-paper", "a4");
  dialog = tl_export_dialog_new (fixture->settings, fixture->scene, NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  assert_layout (fixture, "many-pages");
  g_assert_true (says (dialog, "too small to be read"));
  g_assert_false (says (dialog, "Titles under 5 points"));
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
  assert_layout (fixture, "one-page");

  /* What can be read begins as somebody has chosen. */
  dialog = tl_export_dialog_new (fixture->settings, fixture->scene, &(TlRect) { 0, 0, 300, 200 });
  g_settings_set_string (fixture->settings, "picture-extent", "seen");
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
  dialog = tl_export_dialog_new (fixture->settings, fixture->scene, &(TlRect) { 0, 0, 300, 200 });
  gtk_window_present (GTK_WINDOW (dialog));
  assert_layout (fixture, "one-page");
  g_assert_false (says (dialog, "too small to be read"));
  g_settings_set_string (fixture->settings, "picture-layout", "many-pages");
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle ();
  assert_layout (fixture, "many-pages");
}

static TlPrintPreview *
find_preview (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (TL_IS_PRINT_PREVIEW (window))
        return TL_PRINT_PREVIEW (window);
    }

  return NULL;
}

/* The same pages in the preview, and in the PDF that is saved from it */
static void
test_printing (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("tl-picture-paper-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "picture.pdf", NULL);
  GtkWidget *window = gtk_window_new ();
  TlPrintPreview *preview;

  g_settings_set_string (fixture->settings, "picture-layout", "many-pages");
  g_settings_set_string (fixture->settings, "picture-paper", "letter");
  g_settings_set_int (fixture->settings, "picture-across", 30);
  gtk_window_present (GTK_WINDOW (window));
  tl_print_picture_present (window, fixture->settings, fixture->scene, NULL);
  preview = find_preview ();
  g_assert_nonnull (preview);
  /* It begins with what fits this picture, and not the one before. */
  g_assert_cmpint (g_settings_get_int (fixture->settings, "picture-across"), <=, 40);
  g_assert_false (says (GTK_WIDGET (preview), "hard to read"));

  g_settings_set_int (fixture->settings, "picture-across", 3);
  g_settings_set_boolean (fixture->settings, "picture-landscape", TRUE);
  g_assert_true (says (GTK_WIDGET (preview), "3 pages of Letter: 3 across, 1 down"));
  /* Files of it are called so. */
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (preview)), ==, tl_scene_get_title (fixture->scene));

  g_settings_set_int (fixture->settings, "picture-across", 2);
  g_assert_true (says (GTK_WIDGET (preview), "2 pages of Letter"));

  tl_print_preview_save_pdf (preview, path);
  wait_until (g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_null (find_preview ());
  g_remove (path);
  g_rmdir (folder);
}

/* A goal may be called what no file can be. */
static void
test_file_name (void)
{
  g_autofree char *name = tl_file_chooser_dup_name ("The line of sight of A/B: \"C\"", ".pdf");
  g_autofree char *words = g_strnfill (400, 'x');
  g_autofree char *long_name = tl_file_chooser_dup_name (words, ".pdf");

  g_assert_cmpstr (name, ==, "The line of sight of A B   C .pdf");
  g_assert_cmpuint (strlen (long_name), <, 100);
  g_assert_true (g_str_has_suffix (long_name, "x….pdf"));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static GBytes *
read_content (GdkContentProvider *content,
              const char         *type)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean is_written = FALSE;

  gdk_content_provider_write_mime_type_async (content, type, stream, G_PRIORITY_DEFAULT, NULL, written_cb, &is_written);
  wait_until (is_written);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_clipboard (Fixture       *fixture,
                gconstpointer  data)
{
  const TlRect seen = { 0.0, 0.0, 200.0, 60.0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkContentProvider) part = tl_picture_content_new (fixture->scene, &seen, &error);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  png = read_content (part, "image/png");
  svg = read_content (part, "image/svg+xml");
  g_assert_cmpint (memcmp (g_bytes_get_data (png, NULL), "\x89PNG", 4), ==, 0);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, "Goal 0"));
  g_assert_null (strstr (text, "Goal 1<"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/picture-paper/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/picture-paper/choosing", Fixture, NULL, set_up, test_choosing, tear_down);
  g_test_add ("/picture-paper/dialog", Fixture, NULL, set_up, test_dialog, tear_down);
  g_test_add ("/picture-paper/outline", Fixture, NULL, set_up, test_outline, tear_down);
  g_test_add ("/picture-paper/doubts", Fixture, NULL, set_up, test_doubts, tear_down);
  g_test_add ("/picture-paper/begins-readable", Fixture, NULL, set_up, test_begins_readable, tear_down);
  g_test_add ("/picture-paper/printing", Fixture, NULL, set_up, test_printing, tear_down);
  g_test_add_func ("/picture-paper/file-name", test_file_name);
  g_test_add ("/picture-paper/clipboard", Fixture, NULL, set_up, test_clipboard, tear_down);

  return g_test_run ();
}
