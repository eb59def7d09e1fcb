/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets people choose files.  The only file that knows which dialog does it on this platform. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-file-chooser.h"

#include <glib/gi18n-lib.h>

/* In letters, each of which may be four bytes; disks take 255 bytes. */
#define N_LETTERS_MAX 60

typedef struct
{
  GSettings   *settings;
  TlFilesFunc  func;
  GObject     *user_data;
} TlChoice;

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  TlChoice *choice = data;

  g_object_unref (choice->settings);
  g_object_unref (choice->user_data);
  g_free (choice);
}

static void
remember_folder (GSettings *settings,
                 GFile     *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    g_settings_set_string (settings, "last-folder", uri);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  TlChoice *choice = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      g_autoptr (GFile) first = g_list_model_get_item (files, 0);

      if (first != NULL)
        {
          remember_folder (choice->settings, first);
          choice->func (files, choice->user_data);
        }
    }

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooserNative *dialog,
            const char           *name,
            const char           *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  if (suffix != NULL)
    gtk_file_filter_add_suffix (filter, suffix);
  else
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

static GtkFileChooserNative *
create (GtkWindow            *parent,
        GSettings            *settings,
        const char           *title,
        GtkFileChooserAction  action,
        const char           *accept)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, NULL);
  g_autofree char *uri = g_settings_get_string (settings, "last-folder");

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (*uri != '\0')
    {
      g_autoptr (GFile) folder = g_file_new_for_uri (uri);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
    }

  return dialog;
}

/* Nobody can answer for a window that is gone. */
static void
parent_gone_cb (GtkNativeDialog *dialog)
{
  g_assert (GTK_IS_NATIVE_DIALOG (dialog));

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

/* The dialog keeps itself until somebody has answered, or its window has closed. */
static void
show (GtkFileChooserNative *dialog,
      GSettings            *settings,
      TlFilesFunc           func,
      GObject              *user_data)
{
  GtkWindow *parent = gtk_native_dialog_get_transient_for (GTK_NATIVE_DIALOG (dialog));
  TlChoice *choice = g_new0 (TlChoice, 1);

  choice->settings = g_object_ref (settings);
  choice->func = func;
  choice->user_data = g_object_ref (user_data);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), choice, choice_free, 0);
  if (parent != NULL)
    g_signal_connect_object (parent, "destroy", G_CALLBACK (parent_gone_cb), dialog, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * tl_file_chooser_dup_name:
 * @title: what a file is about
 * @suffix: how its name ends
 *
 * Returns: (transfer full): a name to propose, without what names must not hold, and no longer than any disk takes
 */
char *
tl_file_chooser_dup_name (const char *title,
                          const char *suffix)
{
  gboolean is_long = g_utf8_strlen (title, -1) > N_LETTERS_MAX;
  g_autofree char *name = is_long ? g_utf8_substring (title, 0, N_LETTERS_MAX) : g_strdup (title);

  return g_strconcat (g_strdelimit (name, "/\\:*?\"<>|\n\t", ' '), is_long ? "…" : "", suffix, NULL);
}

/**
 * tl_file_chooser_dup_path:
 * @files: (element-type GFile): what was chosen
 * @error: %G_IO_ERROR_NOT_SUPPORTED when it is on no disk
 *
 * Returns: (transfer full) (nullable): the path of the first of them, %NULL with @error set
 */
char *
tl_file_chooser_dup_path (GListModel  *files,
                          GError     **error)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("“%s” is on no disk of this computer. Choose a folder of this computer."), name);
    }

  return path;
}

/**
 * tl_file_chooser_complete_path:
 * @path: what was chosen
 * @suffix: how the names of such files end
 * @error: %G_FILE_ERROR_EXIST
 *
 * Nobody has agreed to replace a file whose name they have not seen.
 *
 * Returns: (transfer full) (nullable): @path, with the suffix if it lacked it; %NULL with @error set when there is such
 *   a file already
 */
char *
tl_file_chooser_complete_path (const char  *path,
                               const char  *suffix,
                               GError     **error)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  g_autofree char *whole = g_strconcat (path, g_str_has_suffix (lower, suffix) ? "" : suffix, NULL);
  g_autofree char *name = g_filename_display_basename (whole);

  if (g_str_has_suffix (lower, suffix) || !g_file_test (whole, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&whole);

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
               _("There is a file “%s” already. Choose it to replace it, or give another name."), name);
  return NULL;
}

/**
 * tl_file_chooser_open_document:
 * @parent: (nullable): the window that asks
 * @settings: the settings of the application
 * @func: called with one or more documents
 * @user_data: an object for @func, kept alive until then
 */
void
tl_file_chooser_open_document (GtkWindow   *parent,
                               GSettings   *settings,
                               TlFilesFunc  func,
                               GObject     *user_data)
{
  GtkFileChooserNative *dialog =
    create (parent, settings, _("Open a Document"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filter (dialog, _("Throughline documents"), "throughline");
  add_filter (dialog, _("All files"), NULL);
  show (dialog, settings, func, user_data);
}

/**
 * tl_file_chooser_new_document:
 * @parent: (nullable): the window that asks
 * @settings: the settings of the application
 * @func: called with one file; when it is there already, somebody has agreed to replace it
 * @user_data: an object for @func, kept alive until then
 */
void
tl_file_chooser_new_document (GtkWindow   *parent,
                              GSettings   *settings,
                              TlFilesFunc  func,
                              GObject     *user_data)
{
  GtkFileChooserNative *dialog =
    create (parent, settings, _("New Document"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Create"));

  add_filter (dialog, _("Throughline documents"), "throughline");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _("Our Goals.throughline"));
  show (dialog, settings, func, user_data);
}

/**
 * tl_file_chooser_save_document:
 * @parent: (nullable): the window that asks
 * @settings: the settings of the application
 * @title: what is to be saved, in header capitals
 * @name: the name to propose, with its suffix
 * @func: called with one file; when it is there already, somebody has agreed to replace it
 * @user_data: an object for @func, kept alive until then
 */
void
tl_file_chooser_save_document (GtkWindow   *parent,
                               GSettings   *settings,
                               const char  *title,
                               const char  *name,
                               TlFilesFunc  func,
                               GObject     *user_data)
{
  GtkFileChooserNative *dialog = create (parent, settings, title, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));

  add_filter (dialog, _("Throughline documents"), "throughline");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show (dialog, settings, func, user_data);
}

/**
 * tl_file_chooser_open_tables:
 * @parent: (nullable): the window that asks
 * @settings: the settings of the application
 * @func: called with one or more files to be imported
 * @user_data: an object for @func, kept alive until then
 */
void
tl_file_chooser_open_tables (GtkWindow   *parent,
                             GSettings   *settings,
                             TlFilesFunc  func,
                             GObject     *user_data)
{
  GtkFileChooserNative *dialog =
    create (parent, settings, _("Import CSV Files"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Look Inside"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  add_filter (dialog, _("CSV files"), "csv");
  add_filter (dialog, _("All files"), NULL);
  show (dialog, settings, func, user_data);
}

/**
 * tl_file_chooser_save_picture:
 * @parent: (nullable): the window that asks
 * @settings: the settings of the application
 * @name: the name to propose, with its suffix
 * @func: called with one file; when it is there already, somebody has agreed to replace it
 * @user_data: an object for @func, kept alive until then
 */
void
tl_file_chooser_save_picture (GtkWindow   *parent,
                              GSettings   *settings,
                              const char  *name,
                              TlFilesFunc  func,
                              GObject     *user_data)
{
  GtkFileChooserNative *dialog =
    create (parent, settings, _("Export the Picture"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"));
  g_autoptr (GtkFileFilter) filter = NULL;

  /* One filter for all of them: a filter of its own for each would promise a choice that only the name makes. */
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _("PDF, SVG or PNG, by the end of the name"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_filter_add_suffix (filter, "svg");
  gtk_file_filter_add_suffix (filter, "png");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show (dialog, settings, func, user_data);
}

/**
 * tl_file_chooser_save_pdf:
 * @parent: (nullable): the window that asks
 * @settings: the settings of the application
 * @name: the name to propose, with its suffix
 * @func: called with one file; when it is there already, somebody has agreed to replace it
 * @user_data: an object for @func, kept alive until then
 */
void
tl_file_chooser_save_pdf (GtkWindow   *parent,
                          GSettings   *settings,
                          const char  *name,
                          TlFilesFunc  func,
                          GObject     *user_data)
{
  GtkFileChooserNative *dialog =
    create (parent, settings, _("Save as PDF"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));

  add_filter (dialog, _("PDF files"), "pdf");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show (dialog, settings, func, user_data);
}
