/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes what the lens shows out into a file.  What is exported is what is seen, in the colours of paper. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-export.h"
#include "tl-file-chooser.h"
#include "tl-message.h"
#include "tl-window-private.h"

/* Until this many milliseconds have gone by, nobody needs to be told that it takes long. */
#define PATIENCE 400

typedef struct
{
  TlWindow *window;
  char     *path;
  guint     patience_id;
  AdwToast *toast;            /* once it takes long */
} Export;

static TlScene *
get_scene (TlWindow *self)
{
  return tl_canvas_get_scene (tl_lens_view_get_canvas (tl_workspace_get_lens_view (self->workspace)));
}

static void
tell_success (TlWindow   *self,
              const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Toasts are markup, and names are not. */
  g_autofree char *text = g_markup_printf_escaped (_("Exported to “%s”"), name);
  AdwToast *toast = adw_toast_new (text);

  g_free (self->export_path);
  self->export_path = g_canonicalize_filename (path, NULL);
  adw_toast_set_button_label (toast, _("Show"));
  adw_toast_set_action_name (toast, "win.show-export");
  tl_window_add_toast (self, toast);
}

static void
export_free (Export *export)
{
  g_clear_handle_id (&export->patience_id, g_source_remove);
  if (export->toast != NULL)
    adw_toast_dismiss (export->toast);
  g_clear_object (&export->toast);
  g_application_release (g_application_get_default ());
  g_object_unref (export->window);
  g_free (export->path);
  g_free (export);
}

/* What was closed meanwhile can show nothing any longer. */
static gboolean
is_open (TlWindow *self)
{
  return gtk_widget_get_realized (GTK_WIDGET (self));
}

static gboolean
patience_over_cb (gpointer data)
{
  Export *export = data;

  export->patience_id = 0;
  if (!is_open (export->window))
    return G_SOURCE_REMOVE;

  export->toast = g_object_ref (adw_toast_new (_("Exporting…")));
  adw_toast_set_timeout (export->toast, 0);
  adw_toast_set_button_label (export->toast, _("Cancel"));
  adw_toast_set_action_name (export->toast, "win.cancel-export");
  tl_window_add_toast (export->window, export->toast);
  return G_SOURCE_REMOVE;
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  gboolean is_written = tl_export_file_finish (result, &error);

  if (!is_open (export->window))
    g_debug ("“%s” has been exported after the window was closed: %s", export->path, is_written ? "yes" : error->message);
  else if (is_written)
    tell_success (export->window, export->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tl_message_show (GTK_WINDOW (export->window), _("Nothing Was Exported"), error->message);

  export_free (export);
}

/* Whoever closes the window or quits meanwhile still gets the file. */
static void
export_to (TlWindow   *self,
           const char *path)
{
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->path = g_strdup (path);
  export->patience_id = g_timeout_add (PATIENCE, patience_over_cb, export);
  g_application_hold (g_application_get_default ());
  tl_export_file_async (get_scene (self), tl_palette_get (FALSE, FALSE), NULL, path, self->export_cancellable, exported_cb,
                        export);
}

static void
file_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  TlWindow *self = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *text =
        g_strdup_printf (_("“%s” is on no disk of this computer. Choose a folder of this computer."), name);

      tl_message_show (GTK_WINDOW (self), _("Nothing Was Exported"), text);
      return;
    }

  if (get_scene (self) != NULL)
    export_to (self, path);
}

/* "Line of Sight of somebody.pdf", without what a file name must not hold. */
static char *
propose_name (TlWindow *self)
{
  TlNavigator *navigator = tl_workspace_get_navigator (self->workspace);
  TlEntity *subject = tl_navigator_get_subject (navigator);
  g_autofree char *subject_name = subject != NULL ? tl_entity_dup_display_name (subject) : NULL;
  g_autofree char *name = NULL;

  if (subject_name != NULL && tl_navigator_get_lens (navigator) == TL_LENS_LINE_OF_SIGHT)
    name = g_strdup_printf (_("Line of Sight of %s"), subject_name);
  else
    name = g_strdup (_("Whole Cascade"));

  g_strdelimit (name, "/\\:*?\"<>|\n\t", ' ');
  return g_strconcat (name, ".pdf", NULL);
}

/* Asks where to, and exports. */
void
tl_window_export_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autofree char *name = propose_name (self);

  tl_file_chooser_save_picture (GTK_WINDOW (self), self->settings, name, file_chosen_cb, G_OBJECT (self));
}

/* Exports to the path that is given, without asking: for scripts. */
void
tl_window_export_to_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  export_to (TL_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

/* Gives up whatever is being exported; nothing of it is written. */
void
tl_window_cancel_export_cb (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  g_cancellable_cancel (self->export_cancellable);
  g_object_unref (self->export_cancellable);
  self->export_cancellable = g_cancellable_new ();
}

/* Opens what was exported last in the program for such files. */
void
tl_window_show_export_cb (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autofree char *uri = NULL;

  if (self->export_path == NULL)
    return;

  uri = g_filename_to_uri (self->export_path, NULL, NULL);
  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}
