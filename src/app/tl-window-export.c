/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes what the lens shows out into a file.  What is exported is what is seen, in the colours of paper. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-export.h"
#include "tl-file-chooser.h"
#include "tl-message.h"
#include "tl-window-private.h"

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
export_to (TlWindow   *self,
           const char *path)
{
  g_autoptr (GError) error = NULL;

  if (tl_export_file (get_scene (self), tl_palette_get (FALSE, FALSE), path, &error))
    tell_success (self, path);
  else
    tl_message_show (GTK_WINDOW (self), _("Nothing Was Exported"), error->message);
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
