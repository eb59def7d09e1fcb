/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preview and what leaves it: what is asked for, files and printing without a printer. */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tl-paper.h"
#include "tl-print-operation.h"
#include "tl-print-preview.h"
#include "tl-print-settings.h"

#define PRIVATE_WORDS "Hemlock"

typedef struct
{
  char     *folder;
  char     *pdf;
  GSettings *settings;
  guint     n_made;
  guint     n_pages;
  gboolean  is_gone;
  gboolean  is_freed;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("throughline-print-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->pdf = g_build_filename (fixture->folder, "worksheet.pdf", NULL);
  fixture->settings = g_settings_new (TL_APPLICATION_ID);
  g_settings_reset (fixture->settings, "print-paper");
  g_settings_reset (fixture->settings, "print-margins");
  fixture->n_pages = 3;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_settings_reset (fixture->settings, "hide-private-notes");
  g_clear_object (&fixture->settings);
  g_unlink (fixture->pdf);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->pdf);
  g_free (fixture->folder);
}

static TlPaperDocument *
make_document (const TlPageSetup *setup,
               guint              n_pages)
{
  TlPaperDocument *document = tl_paper_document_new (setup);

  tl_paper_document_set_title (document, "Worksheet");
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("Chapter %u", i + 1);

      if (i > 0)
        tl_paper_document_break_page (document, NULL);
      tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, text);
    }

  return document;
}

static TlPages *
make (GSettings        *settings,
      TlWorksheetFlags  flags,
      gpointer          user_data)
{
  Fixture *fixture = user_data;
  TlPaperDocument *document;
  TlPageSetup setup;

  fixture->n_made++;
  if (fixture->is_gone)
    return NULL;

  tl_print_settings_get_setup (settings, &setup);
  document = make_document (&setup, fixture->n_pages);
  if (flags & TL_WORKSHEET_PRIVATE_NOTES)
    tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, PRIVATE_WORDS);
  return TL_PAGES (document);
}

static void
freed_cb (gpointer data)
{
  ((Fixture *) data)->is_freed = TRUE;
}

static TlPrintPreview *
create (Fixture          *fixture,
        TlWorksheetFlags  offered)
{
  GtkWidget *preview = tl_print_preview_new ("Worksheet for Ines / Imre", NULL, offered, make, fixture, freed_cb);

  gtk_window_present (GTK_WINDOW (preview));
  return TL_PRINT_PREVIEW (preview);
}

static GtkWidget *
find_child (GtkWidget  *widget,
            const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
timeout_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until it is so, or a long time has gone by. */
#define WAIT_UNTIL(condition)                                                     \
  G_STMT_START {                                                                  \
    gboolean is_late = FALSE;                                                     \
    guint late_id = g_timeout_add_seconds (60, timeout_cb, &is_late);             \
                                                                                  \
    while (!(condition) && !is_late)                                              \
      g_main_context_iteration (NULL, TRUE);                                      \
    g_assert_false (is_late);                                                     \
    g_source_remove (late_id);                                                    \
  } G_STMT_END

static char *
run (const char *const *command)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return output;
}

/* The words of a PDF, or nothing on a machine that cannot read them */
static char *
read_pdf (const char *path)
{
  const char *const command[] = { "pdftotext", path, "-", NULL };
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  return program != NULL ? run (command) : NULL;
}

static gboolean
is_whole_pdf (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  return g_file_get_contents (path, &content, &length, NULL) && length > 100 && g_str_has_prefix (content, "%PDF-") &&
         g_strrstr_len (content + length - 32, 32, "%%EOF") != NULL;
}

static void
test_paper_is_kept (Fixture       *fixture,
                    gconstpointer  data)
{
  TlPageSetup normal;
  TlPageSetup setup;

  g_assert_cmpint (tl_print_settings_get_paper (fixture->settings), ==, tl_paper_get_default ());
  tl_print_settings_set_paper (fixture->settings, TL_PAPER_LETTER);
  tl_print_settings_set_margins (fixture->settings, TL_PRINT_MARGINS_WIDE);
  g_assert_cmpint (tl_print_settings_get_paper (fixture->settings), ==, TL_PAPER_LETTER);

  tl_page_setup_init (&normal, TL_PAPER_LETTER);
  tl_print_settings_get_setup (fixture->settings, &setup);
  g_assert_cmpfloat (setup.width, ==, 612);
  g_assert_cmpfloat (setup.margin_left, >, normal.margin_left);

  tl_print_settings_set_margins (fixture->settings, TL_PRINT_MARGINS_NARROW);
  tl_print_settings_get_setup (fixture->settings, &setup);
  g_assert_cmpfloat (setup.margin_bottom, <, normal.margin_bottom);
}

/* Choosing other paper in the window makes the pages anew, once, and the next window begins with it. */
static void
test_choices_make_new_pages (Fixture       *fixture,
                             gconstpointer  data)
{
  TlPrintPreview *preview;
  AdwComboRow *row;

  tl_print_settings_set_paper (fixture->settings, TL_PAPER_A4);
  preview = create (fixture, TL_WORKSHEET_DEFAULT);
  g_assert_cmpuint (fixture->n_made, ==, 1);

  row = ADW_COMBO_ROW (find_child (GTK_WIDGET (preview), "AdwComboRow"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 1);
  tl_print_settings_set_margins (fixture->settings, TL_PRINT_MARGINS_WIDE);
  WAIT_UNTIL (fixture->n_made > 1);
  g_assert_cmpuint (fixture->n_made, ==, 2);
  g_assert_cmpint (tl_print_settings_get_paper (fixture->settings), ==, TL_PAPER_LETTER);
  gtk_window_destroy (GTK_WINDOW (preview));
  g_assert_true (fixture->is_freed);

  preview = create (fixture, TL_WORKSHEET_DEFAULT);
  row = ADW_COMBO_ROW (find_child (GTK_WIDGET (preview), "AdwComboRow"));
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);
  gtk_window_destroy (GTK_WINDOW (preview));
}

static void
save (TlPrintPreview *preview,
      const char     *path)
{
  tl_print_preview_save_pdf (preview, path);
  WAIT_UNTIL (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (is_whole_pdf (path));
}

static void
test_private_notes_only_when_ticked (Fixture       *fixture,
                                     gconstpointer  data)
{
  TlPrintPreview *preview = create (fixture, TL_WORKSHEET_PRIVATE_NOTES);
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  g_autofree char *again = NULL;
  gboolean is_ticked;

  save (preview, fixture->pdf);
  without = read_pdf (fixture->pdf);
  g_unlink (fixture->pdf);

  gtk_widget_activate_action (GTK_WIDGET (preview), "print.private-notes", NULL);
  g_object_get (preview, "private-notes", &is_ticked, NULL);
  g_assert_true (is_ticked);
  WAIT_UNTIL (fixture->n_made == 2);
  save (preview, fixture->pdf);
  with = read_pdf (fixture->pdf);
  g_unlink (fixture->pdf);
  gtk_window_destroy (GTK_WINDOW (preview));

  /* The tick is never kept. */
  preview = create (fixture, TL_WORKSHEET_PRIVATE_NOTES);
  g_object_get (preview, "private-notes", &is_ticked, NULL);
  g_assert_false (is_ticked);
  save (preview, fixture->pdf);
  again = read_pdf (fixture->pdf);
  gtk_window_destroy (GTK_WINDOW (preview));

  if (without == NULL)
    {
      g_test_skip ("pdftotext is not there to read the PDF");
      return;
    }
  g_assert_nonnull (strstr (without, "Chapter 3"));
  g_assert_null (strstr (without, PRIVATE_WORDS));
  g_assert_nonnull (strstr (with, PRIVATE_WORDS));
  g_assert_null (strstr (again, PRIVATE_WORDS));
}

/* Where there are none, or somebody shares the screen, private notes cannot be asked for. */
static void
test_private_notes_are_offered_rarely (Fixture       *fixture,
                                       gconstpointer  data)
{
  TlPrintPreview *preview = create (fixture, TL_WORKSHEET_DEFAULT);
  gboolean is_ticked;

  g_assert_false (gtk_widget_is_visible (find_child (GTK_WIDGET (preview), "GtkSwitch")));
  gtk_widget_activate_action (GTK_WIDGET (preview), "print.private-notes", NULL);
  g_object_get (preview, "private-notes", &is_ticked, NULL);
  g_assert_false (is_ticked);
  gtk_window_destroy (GTK_WINDOW (preview));

  g_settings_set_boolean (fixture->settings, "hide-private-notes", TRUE);
  preview = create (fixture, TL_WORKSHEET_PRIVATE_NOTES);
  g_assert_false (gtk_widget_is_visible (find_child (GTK_WIDGET (preview), "GtkSwitch")));
  gtk_window_destroy (GTK_WINDOW (preview));

  g_settings_set_boolean (fixture->settings, "hide-private-notes", FALSE);
  preview = create (fixture, TL_WORKSHEET_PRIVATE_NOTES);
  g_assert_true (gtk_widget_is_visible (find_child (GTK_WIDGET (preview), "GtkSwitch")));

  /* Whoever begins to share the screen now does not show what was ticked. */
  gtk_widget_activate_action (GTK_WIDGET (preview), "print.private-notes", NULL);
  WAIT_UNTIL (fixture->n_made == 4);
  g_settings_set_boolean (fixture->settings, "hide-private-notes", TRUE);
  WAIT_UNTIL (fixture->n_made == 5);
  g_object_get (preview, "private-notes", &is_ticked, NULL);
  g_assert_false (is_ticked);
  g_assert_false (gtk_widget_is_visible (find_child (GTK_WIDGET (preview), "GtkSwitch")));
  gtk_window_destroy (GTK_WINDOW (preview));
}

static GtkWindow *
find_message (TlPrintPreview *preview)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (preview))
        return window;
    }

  return NULL;
}

static GtkWindow *
wait_for_message (TlPrintPreview *preview)
{
  WAIT_UNTIL (find_message (preview) != NULL);
  return find_message (preview);
}

static void
test_failed_save_is_told (Fixture       *fixture,
                          gconstpointer  data)
{
  TlPrintPreview *preview = create (fixture, TL_WORKSHEET_DEFAULT);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "gone", "a.pdf", NULL);
  g_autofree char *bare = g_build_filename (fixture->folder, "worksheet", NULL);
  GtkWindow *message;

  tl_print_preview_save_pdf (preview, nowhere);
  message = wait_for_message (preview);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), "a.pdf"));
  gtk_window_destroy (message);

  /* Nobody has agreed to replace a file whose name they have not seen. */
  g_assert_true (g_file_set_contents (fixture->pdf, "mine", -1, NULL));
  tl_print_preview_save_pdf (preview, bare);
  message = wait_for_message (preview);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), "worksheet.pdf"));
  gtk_window_destroy (message);
  g_assert_false (is_whole_pdf (fixture->pdf));
  gtk_window_destroy (GTK_WINDOW (preview));
}

static void
test_window_goes_when_there_is_nothing_to_print (Fixture       *fixture,
                                                 gconstpointer  data)
{
  TlPrintPreview *preview = create (fixture, TL_WORKSHEET_DEFAULT);
  gpointer watched = preview;

  g_object_add_weak_pointer (G_OBJECT (preview), &watched);
  fixture->is_gone = TRUE;
  tl_print_settings_set_margins (fixture->settings, TL_PRINT_MARGINS_WIDE);
  WAIT_UNTIL (watched == NULL);

  fixture->is_freed = FALSE;
  g_assert_null (tl_print_preview_new ("Nothing", NULL, TL_WORKSHEET_DEFAULT, make, fixture, freed_cb));
  g_assert_true (fixture->is_freed);
}

static void
test_pages_are_named (Fixture       *fixture,
                      gconstpointer  data)
{
  TlPrintPreview *preview = create (fixture, TL_WORKSHEET_DEFAULT);
  GtkWidget *pages = find_child (GTK_WIDGET (preview), "TlPrintPages");
  GtkWidget *page = gtk_widget_get_first_child (pages);
  guint n = 0;

  for (; page != NULL; page = gtk_widget_get_next_sibling (page))
    {
      g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (page)), ==, GTK_ACCESSIBLE_ROLE_IMG);
      g_assert_true (gtk_widget_get_focusable (page));
      n++;
    }
  g_assert_cmpuint (n, ==, 3);

  WAIT_UNTIL (gtk_widget_get_width (pages) > 0);
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (find_child (GTK_WIDGET (preview),
                                                                               "AdwWindowTitle"))), ==, "Page 1 of 3");
  g_assert_true (gtk_widget_get_focus_child (pages) == gtk_widget_get_first_child (pages));
  gtk_widget_activate_action (GTK_WIDGET (preview), "print.last-page", NULL);
  g_assert_true (gtk_widget_get_focus_child (pages) == gtk_widget_get_last_child (pages));
  g_assert_cmpstr (adw_window_title_get_subtitle (ADW_WINDOW_TITLE (find_child (GTK_WIDGET (preview),
                                                                               "AdwWindowTitle"))), ==, "Page 3 of 3");
  gtk_window_destroy (GTK_WINDOW (preview));
}

/* A page says its words to whoever has it read to them. */
static gboolean
says (GtkWidget  *page,
      const char *words)
{
  g_autofree char *other =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);

  return other == NULL;
}

static void
test_pages_can_be_read (Fixture       *fixture,
                        gconstpointer  data)
{
  TlPrintPreview *preview = create (fixture, TL_WORKSHEET_DEFAULT);
  GtkWidget *page = gtk_widget_get_first_child (find_child (GTK_WIDGET (preview), "TlPrintPages"));

  WAIT_UNTIL (says (page, "Chapter 1\nPage 1 of 3\nWorksheet\n"));
  gtk_window_destroy (GTK_WINDOW (preview));
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  *(int *) user_data = (int) result;
}

static GtkPrintOperation *
create_operation (Fixture    *fixture,
                  TlPaper     paper,
                  const char *path,
                  int        *result)
{
  g_autoptr (TlPaperDocument) document = NULL;
  GtkPrintOperation *operation;
  TlPageSetup setup;

  tl_page_setup_init (&setup, paper);
  document = make_document (&setup, fixture->n_pages);
  operation = tl_print_operation_new (TL_PAGES (document), "Worksheet for Ines");
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_export_filename (operation, path);
  *result = -1;
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), result);
  return operation;
}

static void
test_print_draws_the_same_pages (Fixture       *fixture,
                                 gconstpointer  data)
{
  const char *const command[] = { "pdfinfo", fixture->pdf, NULL };
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;
  int result;

  operation = create_operation (fixture, TL_PAPER_LETTER, fixture->pdf, &result);
  g_assert_false (tl_print_operation_has_begun (operation));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  WAIT_UNTIL (result != -1);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_true (tl_print_operation_has_begun (operation));
  g_assert_true (is_whole_pdf (fixture->pdf));

  text = read_pdf (fixture->pdf);
  if (text == NULL)
    {
      g_test_skip ("pdftotext is not there to read the PDF");
      return;
    }
  g_assert_nonnull (strstr (text, "Chapter 1"));
  g_assert_nonnull (strstr (text, "Chapter 3"));
  info = run (command);
  g_assert_nonnull (strstr (info, "612 x 792"));
}

/* The preview of the desktop's dialog would be another program's, by way of a temporary file. */
static void
test_only_our_own_preview (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  int result;

  operation = create_operation (fixture, TL_PAPER_A4, fixture->pdf, &result);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, NULL, NULL);
  WAIT_UNTIL (result != -1);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_false (tl_print_operation_has_begun (operation));
}

static void
cancel_cb (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                page,
           gpointer           user_data)
{
  guint *n_drawn = user_data;

  if (++*n_drawn == 2)
    gtk_print_operation_cancel (operation);
}

static void
test_print_stops_half_way (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  guint n_drawn = 0;
  int result;

  fixture->n_pages = 40;
  operation = create_operation (fixture, TL_PAPER_A4, fixture->pdf, &result);
  g_signal_connect (operation, "draw-page", G_CALLBACK (cancel_cb), &n_drawn);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  WAIT_UNTIL (result != -1);
  g_assert_cmpint (result, ==, GTK_PRINT_OPERATION_RESULT_CANCEL);
  g_assert_true (tl_print_operation_has_begun (operation));
  g_assert_cmpuint (n_drawn, <, 40);
}

static void
test_failed_print_is_told (Fixture       *fixture,
                           gconstpointer  data)
{
  TlPrintPreview *preview = create (fixture, TL_WORKSHEET_DEFAULT);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "gone", "a.pdf", NULL);
  GtkWindow *message;

  tl_print_preview_print (preview, GTK_PRINT_OPERATION_ACTION_EXPORT, nowhere);
  message = wait_for_message (preview);
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (message), "save-pdf"));
  g_test_message ("It was said: %s", adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), "PDF"));
  gtk_window_destroy (message);

  /* It can be tried again. */
  tl_print_preview_print (preview, GTK_PRINT_OPERATION_ACTION_EXPORT, fixture->pdf);
  WAIT_UNTIL (is_whole_pdf (fixture->pdf));
  gtk_window_destroy (GTK_WINDOW (preview));
}

/* Whoever closes the window at once still gets the whole file. */
static void
test_closed_while_saving (Fixture       *fixture,
                          gconstpointer  data)
{
  TlPrintPreview *preview = create (fixture, TL_WORKSHEET_DEFAULT);

  tl_print_preview_save_pdf (preview, fixture->pdf);
  gtk_window_destroy (GTK_WINDOW (preview));
  g_assert_true (fixture->is_freed);
  WAIT_UNTIL (g_file_test (fixture->pdf, G_FILE_TEST_EXISTS));
  g_assert_true (is_whole_pdf (fixture->pdf));
}

/* The window may be closed while pages are being made for the printer. */
static void
test_closed_while_printing (Fixture       *fixture,
                            gconstpointer  data)
{
  TlPrintPreview *preview;
  gpointer watched;

  fixture->n_pages = 40;
  preview = create (fixture, TL_WORKSHEET_DEFAULT);
  watched = preview;
  g_object_add_weak_pointer (G_OBJECT (preview), &watched);
  tl_print_preview_print (preview, GTK_PRINT_OPERATION_ACTION_EXPORT, fixture->pdf);
  gtk_window_destroy (GTK_WINDOW (preview));
  WAIT_UNTIL (watched == NULL);
}

static GtkWindow *
find_print_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        return window;
    }

  return NULL;
}

/* Whoever changes their mind is told nothing, and can print again. */
static void
test_dialog_is_cancelled (Fixture       *fixture,
                          gconstpointer  data)
{
  TlPrintPreview *preview = create (fixture, TL_WORKSHEET_DEFAULT);
  GtkWindow *dialog;

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (preview), "print.print", NULL);
      WAIT_UNTIL ((dialog = find_print_dialog ()) != NULL);
      g_assert_true (gtk_window_get_transient_for (dialog) == GTK_WINDOW (preview));
      gtk_window_close (dialog);
      WAIT_UNTIL (find_print_dialog () == NULL);
    }

  g_assert_null (find_message (preview));
  gtk_window_destroy (GTK_WINDOW (preview));
}

/* The document's window goes, and the preview with it, while somebody is asked for a printer. */
static void
test_closed_under_the_dialog (Fixture       *fixture,
                              gconstpointer  data)
{
  TlPrintPreview *preview = create (fixture, TL_WORKSHEET_DEFAULT);
  gpointer watched = preview;
  GtkWindow *dialog;

  g_object_add_weak_pointer (G_OBJECT (preview), &watched);
  gtk_widget_activate_action (GTK_WIDGET (preview), "print.print", NULL);
  WAIT_UNTIL (find_print_dialog () != NULL);
  gtk_window_destroy (GTK_WINDOW (preview));
  WAIT_UNTIL (watched == NULL);
  dialog = find_print_dialog ();
  if (dialog != NULL)
    gtk_window_close (dialog);
  WAIT_UNTIL (find_print_dialog () == NULL);
}

/* What the queue of a printer shows names nobody, and where a file went is not offered for somebody else. */
static void
test_job_names_nobody (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GtkPrintOperation) first = NULL;
  g_autoptr (GtkPrintOperation) second = NULL;
  g_autofree char *name = NULL;
  GtkPrintSettings *settings;
  int result;

  first = create_operation (fixture, TL_PAPER_A4, fixture->pdf, &result);
  g_object_get (first, "job-name", &name, NULL);
  g_assert_null (strstr (name, "Ines"));

  settings = gtk_print_operation_get_print_settings (first);
  gtk_print_settings_set_printer (settings, "Corridor");
  gtk_print_settings_set_n_copies (settings, 4);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///home/ines.pdf");
  tl_print_operation_remember (first);

  second = create_operation (fixture, TL_PAPER_A4, fixture->pdf, &result);
  settings = gtk_print_operation_get_print_settings (second);
  g_assert_cmpstr (gtk_print_settings_get_printer (settings), ==, "Corridor");
  g_assert_cmpint (gtk_print_settings_get_n_copies (settings), ==, 1);
  g_assert_null (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) g_test_add ("/print/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("paper-is-kept", test_paper_is_kept);
  ADD ("choices-make-new-pages", test_choices_make_new_pages);
  ADD ("private-notes-only-when-ticked", test_private_notes_only_when_ticked);
  ADD ("private-notes-are-offered-rarely", test_private_notes_are_offered_rarely);
  ADD ("failed-save-is-told", test_failed_save_is_told);
  ADD ("window-goes-when-there-is-nothing-to-print", test_window_goes_when_there_is_nothing_to_print);
  ADD ("pages-are-named", test_pages_are_named);
  ADD ("pages-can-be-read", test_pages_can_be_read);
  ADD ("print-draws-the-same-pages", test_print_draws_the_same_pages);
  ADD ("only-our-own-preview", test_only_our_own_preview);
  ADD ("print-stops-half-way", test_print_stops_half_way);
  ADD ("failed-print-is-told", test_failed_print_is_told);
  ADD ("closed-while-saving", test_closed_while_saving);
  ADD ("closed-while-printing", test_closed_while_printing);
  ADD ("dialog-is-cancelled", test_dialog_is_cancelled);
  ADD ("closed-under-the-dialog", test_closed_under_the_dialog);
  ADD ("job-names-nobody", test_job_names_nobody);

  return g_test_run ();
}
