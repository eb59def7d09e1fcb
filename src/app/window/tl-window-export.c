/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes the picture out of the window: into a file, onto paper, onto the clipboard.  What comes out is what is seen, in
 * the colours of paper.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-export-dialog.h"
#include "tl-export.h"
#include "tl-file-chooser.h"
#include "tl-message.h"
#include "tl-output-toast.h"
#include "tl-picture-content.h"
#include "tl-picture-settings.h"
#include "tl-print-picture.h"
#include "tl-window-private.h"

typedef struct
{
  TlWindow      *window;
  char          *path;
  TlProgress     progress;
  TlOutputToast *toast;
} Export;

static TlCanvas *
get_canvas (TlWindow *self)
{
  return tl_lens_view_get_canvas (tl_workspace_get_lens_view (self->workspace));
}

/* Finds what is seen of the picture; returns whether that is not all of it. */
static gboolean
find_seen (TlWindow *self,
           TlRect   *seen)
{
  graphene_rect_t visible = tl_viewport_get_visible (tl_canvas_get_viewport (get_canvas (self)));
  TlRect bounds;

  tl_scene_get_bounds (tl_canvas_get_scene (get_canvas (self)), &bounds);
  *seen = (TlRect) { visible.origin.x, visible.origin.y, visible.size.width, visible.size.height };

  return seen->x > bounds.x || seen->y > bounds.y || seen->x + seen->width < bounds.x + bounds.width ||
         seen->y + seen->height < bounds.y + bounds.height;
}

static void
tell_success (TlWindow   *self,
              const char *path)
{
  g_free (self->export_path);
  self->export_path = g_canonicalize_filename (path, NULL);
  tl_output_toast_tell_done (self->toasts, path, _("Exported to “%s”"), _("Show"), "win.show-export");
}

static void
export_free (Export *export)
{
  g_clear_pointer (&export->toast, tl_output_toast_free);
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
export_to (TlWindow            *self,
           TlScene             *scene,
           const TlPictureForm *form,
           const char          *path)
{
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->path = g_strdup (path);
  export->toast = tl_output_toast_new (self->toasts, path, &export->progress, "win.cancel-export");
  g_application_hold (g_application_get_default ());
  tl_export_file_async (scene, tl_palette_get (FALSE, FALSE), form, path, &export->progress, self->export_cancellable,
                        exported_cb, export);
}

/* By the end of its name, if it says which kind; else it gets the one that was chosen. */
static char *
complete_path (TlWindow    *self,
               const char  *path,
               GError     **error)
{
  static const char *const suffixes[] = { ".pdf", ".svg", ".png" };
  g_autofree char *lower = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  if (path == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      if (g_str_has_suffix (lower, suffixes[i]))
        return g_strdup (path);
    }

  return tl_file_chooser_complete_path (path, tl_picture_settings_get_suffix (self->settings), error);
}

static void
place_chosen_cb (GListModel *files,
                 gpointer    user_data)
{
  TlExportDialog *dialog = user_data;
  TlWindow *self = TL_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  g_autoptr (GError) error = NULL;
  g_autofree char *chosen = tl_file_chooser_dup_path (files, &error);
  g_autofree char *path = complete_path (self, chosen, &error);
  TlPictureForm form;

  if (path == NULL)
    {
      tl_message_show (GTK_WINDOW (dialog), _("Nothing Was Exported"), error->message);
      return;
    }

  tl_export_dialog_get_form (dialog, &form);
  export_to (self, tl_export_dialog_get_scene (dialog), &form, path);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
choose_place_cb (TlWindow       *self,
                 TlExportDialog *dialog)
{
  const char *title = tl_scene_get_title (tl_export_dialog_get_scene (dialog));
  g_autofree char *name = tl_file_chooser_dup_name (title, tl_picture_settings_get_suffix (self->settings));

  g_assert (TL_IS_WINDOW (self));

  tl_file_chooser_save_picture (GTK_WINDOW (dialog), self->settings, name, place_chosen_cb, G_OBJECT (dialog));
}

/* Asks how and where to, and exports. */
void
tl_window_export_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlRect seen;
  gboolean has_part = find_seen (self, &seen);
  GtkWidget *dialog =
    tl_export_dialog_new (self->settings, tl_canvas_get_scene (get_canvas (self)), has_part ? &seen : NULL);

  g_signal_connect_object (dialog, "export", G_CALLBACK (choose_place_cb), self, G_CONNECT_SWAPPED);
  tl_window_show_above (self, dialog);
}

/* Shows the picture on paper, to be printed. */
void
tl_window_print_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlRect seen;
  gboolean has_part = find_seen (self, &seen);

  tl_print_picture_present (widget, self->settings, tl_canvas_get_scene (get_canvas (self)), has_part ? &seen : NULL);
}

/* What is seen goes to the clipboard. */
void
tl_window_copy_picture_cb (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autoptr (GdkContentProvider) content = NULL;
  g_autoptr (GError) error = NULL;
  TlRect seen;
  gboolean has_part = find_seen (self, &seen);

  content = tl_picture_content_new (tl_canvas_get_scene (get_canvas (self)), has_part ? &seen : NULL, &error);
  if (content == NULL)
    {
      tl_message_show (GTK_WINDOW (self), _("Nothing Was Copied"), error->message);
      return;
    }

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
  tl_window_add_toast (self, adw_toast_new (has_part ? _("What is seen of the picture is copied")
                                                     : _("The picture is copied")));
}

/* Exports to the path that is given, without asking: for scripts. */
void
tl_window_export_to_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  TlWindow *self = user_data;

  export_to (self, tl_canvas_get_scene (get_canvas (self)), NULL, g_variant_get_string (parameter, NULL));
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
