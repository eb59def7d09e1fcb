/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program: opens documents, one a window, and raises the window of one that is open already. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-application.h"

#include <glib/gi18n-lib.h>

#include "tl-about.h"
#include "tl-backups.h"
#include "tl-example-copy.h"
#include "tl-file-chooser.h"
#include "tl-menu-tooltip.h"
#include "tl-message.h"
#include "tl-store.h"
#include "tl-target-file.h"
#include "tl-template-dialog.h"
#include "tl-window.h"

struct _TlApplication
{
  AdwApplication parent_instance;

  GSettings         *settings;
  TlRecentDocuments *recent;
};

G_DEFINE_FINAL_TYPE (TlApplication, tl_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.new", { "<Control>n" } },
  { "app.new-from-template", { "<Control><Shift>n" } },
  { "app.open", { "<Control>o" } },
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "win.import", { "<Control>i" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.copy-picture", { "<Control><Alt>c" } },
  { "win.preferences", { "<Control>comma" } },
  { "win.save-copy", { "<Control><Shift>s" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.search", { "<Control>f" } },
  { "win.filter", { "<Control><Shift>f" } },
  { "win.find-in-picture", { "F3" } },
  { "win.find-next", { "<Control>g" } },
  { "win.find-previous", { "<Control><Shift>g" } },
  { "win.leave-focus", { "<Alt>Up" } },
  { "win.show-overview", { "F7" } },
  { "win.back", { "<Alt>Left", "Back" } },
  { "win.forward", { "<Alt>Right", "Forward" } },
  { "win.lens::line-of-sight", { "<Control>1" } },
  { "win.lens::cascade", { "<Control>2" } },
  { "win.lens::goals", { "<Control>3" } },
  { "win.lens::people", { "<Control>4" } },
  { "win.lens::coaching", { "<Control>5" } },
  { "win.dim-rest", { "<Control>d" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal" } },
  { "win.zoom-out", { "<Control>minus" } },
  { "win.zoom-natural", { "<Control>0" } },
  { "win.zoom-fit", { "<Control>9" } },
  { "win.zoom-selection", { "<Control>8" } },
  { "win.copy-sentences", { "<Control><Shift>c" } },
  { "win.swap-side", { "F8" } },
  { "win.details-visible", { "F9" } },
  { "win.navigation-visible", { "<Shift>F9" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
};

/* The window in which @file is open. */
static TlWindow *
find_window (TlApplication *self,
             GFile         *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      TlDocument *document = TL_IS_WINDOW (l->data) ? tl_window_get_document (l->data) : NULL;

      if (document != NULL && g_file_equal (tl_document_get_file (document), file))
        return l->data;
    }

  return NULL;
}

/* The window in front, when it has no document yet; else a new one. */
static TlWindow *
take_window (TlApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (TL_IS_WINDOW (window) && tl_window_get_document (TL_WINDOW (window)) == NULL)
    return TL_WINDOW (window);

  return TL_WINDOW (tl_window_new (self));
}

static void
show_document (TlApplication *self,
               TlDocument    *document)
{
  TlWindow *window = take_window (self);

  tl_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.focus-content", NULL);
  if (!tl_example_copy_is (tl_document_get_file (document)))
    tl_recent_documents_add (self->recent, tl_document_get_file (document));
}

/* @template is what the document begins with; empty without one. */
static void
new_document (TlApplication *self,
              TlTemplate    *template,
              GFile         *chosen,
              gboolean       may_replace)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  file = tl_application_take_target (self, chosen, may_replace, &error);
  if (file != NULL)
    {
      g_autofree char *title = tl_target_file_dup_title (file);

      document = template != NULL ? tl_template_create (template, file, title, &error)
                                  : tl_document_create (file, title, &error);
    }

  if (document != NULL)
    show_document (self, document);
  else
    tl_message_show (parent, _("No Document Was Made"), error->message);
}

static void
new_chosen_cb (GListModel *files,
               gpointer    user_data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  new_document (user_data, NULL, file, TRUE);
}

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  TlApplication *self = user_data;

  tl_file_chooser_new_document (gtk_application_get_active_window (GTK_APPLICATION (self)), self->settings,
                                new_chosen_cb, G_OBJECT (self));
}

static void
template_place_chosen_cb (GListModel *files,
                          gpointer    user_data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  new_document (TL_APPLICATION (g_application_get_default ()), user_data, file, TRUE);
}

static void
template_chosen_cb (TlApplication *self,
                    TlTemplate    *template)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (self));

  g_assert (TL_IS_APPLICATION (self));

  if (template != NULL)
    tl_file_chooser_new_document (parent, self->settings, template_place_chosen_cb, G_OBJECT (template));
  else
    g_action_group_activate_action (G_ACTION_GROUP (self), "new", NULL);
}

static void
new_from_template_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  TlApplication *self = user_data;
  g_autoptr (GListModel) templates = tl_template_list ();
  GtkWidget *dialog = tl_template_dialog_new (templates);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (template_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), gtk_application_get_active_window (GTK_APPLICATION (self)));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* For scripts: the identity of a template, and where the document goes. */
static void
new_from_template_at_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  const char *id, *uri;
  g_autoptr (TlTemplate) template = NULL;
  g_autoptr (GFile) file = NULL;

  g_variant_get (parameter, "(&s&s)", &id, &uri);
  template = tl_template_find (id);
  file = g_file_new_for_uri (uri);
  if (template != NULL)
    new_document (user_data, template, file, FALSE);
}

static void
open_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      tl_application_open (user_data, file);
    }
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TlApplication *self = user_data;

  tl_file_chooser_open_document (gtk_application_get_active_window (GTK_APPLICATION (self)), self->settings,
                                 open_chosen_cb, G_OBJECT (self));
}

/* For scripts, which no dialog has asked whether a file may be replaced. */
static void
new_at_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  new_document (user_data, NULL, file, FALSE);
}

static void
open_file_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  tl_application_open (user_data, file);
}

static void
open_example_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TlApplication *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tl_example_copy_get (&error);

  if (file != NULL)
    tl_application_open (self, file);
  else
    tl_message_show (gtk_application_get_active_window (GTK_APPLICATION (self)), _("No Example"), error->message);
}

static void
clear_recent_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  tl_recent_documents_clear (TL_APPLICATION (user_data)->recent);
}

static void
forget_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  tl_recent_documents_remove (TL_APPLICATION (user_data)->recent, file);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  tl_about_show (gtk_application_get_active_window (user_data));
}

static void
hold_cb (gpointer window,
         gpointer user_data)
{
  g_object_ref (window);
}

/* Every window is asked, so that none loses an edit that is not on the disk. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  /* A window takes its messages with it, which are windows of the list too. */
  g_autolist (GtkWindow) windows = g_list_copy (gtk_application_get_windows (user_data));

  g_list_foreach (windows, hold_cb, NULL);
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry entries[] = {
  { "new", new_cb },
  { "new-at", new_at_cb, "s" },
  { "new-from-template", new_from_template_cb },
  { "new-from-template-at", new_from_template_at_cb, "(ss)" },
  { "open", open_cb },
  { "open-file", open_file_cb, "s" },
  { "open-example", open_example_cb },
  { "clear-recent", clear_recent_cb },
  { "forget", forget_cb, "s" },
  { "about", about_cb },
  { "quit", quit_cb },
};

static void
apply_color_scheme (TlApplication *self)
{
  static const AdwColorScheme schemes[] = {
    ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK,
  };
  guint scheme = g_settings_get_enum (self->settings, "color-scheme");

  g_assert (TL_IS_APPLICATION (self));

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[MIN (scheme, G_N_ELEMENTS (schemes) - 1)]);
}

static void
apply_backups_kept (TlApplication *self)
{
  g_assert (TL_IS_APPLICATION (self));

  tl_backups_set_kept (g_settings_get_int (self->settings, "backups-kept"));
}

static void
tl_application_startup (GApplication *application)
{
  TlApplication *self = TL_APPLICATION (application);
  g_autoptr (GAction) color_scheme = NULL;

  G_APPLICATION_CLASS (tl_application_parent_class)->startup (application);

  self->settings = g_settings_new (TL_APPLICATION_ID);
  self->recent = tl_recent_documents_new (self->settings);
  gtk_window_set_default_icon_name (TL_APPLICATION_ID);
  tl_menu_tooltip_init ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  color_scheme = g_settings_create_action (self->settings, "color-scheme");
  g_action_map_add_action (G_ACTION_MAP (self), color_scheme);
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), self,
                           G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  g_signal_connect_object (self->settings, "changed::backups-kept", G_CALLBACK (apply_backups_kept), self,
                           G_CONNECT_SWAPPED);
  apply_backups_kept (self);

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

static void
tl_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (take_window (TL_APPLICATION (application))));
}

static void
tl_application_open_files (GApplication  *application,
                           GFile        **files,
                           int            n_files,
                           const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    tl_application_open (TL_APPLICATION (application), files[i]);
}

static int
tl_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("throughline %s\n", TL_VERSION);
      return 0;
    }

  return -1;
}

static void
tl_application_dispose (GObject *object)
{
  TlApplication *self = TL_APPLICATION (object);

  g_clear_object (&self->recent);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tl_application_parent_class)->dispose (object);
}

static void
tl_application_class_init (TlApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->dispose = tl_application_dispose;
  application_class->startup = tl_application_startup;
  application_class->activate = tl_application_activate;
  application_class->open = tl_application_open_files;
  application_class->handle_local_options = tl_application_handle_local_options;
}

static void
tl_application_init (TlApplication *self)
{
  static const GOptionEntry options[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL }
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("See how each person’s work reaches the objectives of the organisation."));
}

/**
 * tl_application_new:
 *
 * Returns: (transfer full): the application, not running yet
 */
TlApplication *
tl_application_new (void)
{
  return g_object_new (TL_TYPE_APPLICATION,
                       "application-id", TL_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/throughline/Throughline",
                       NULL);
}

/**
 * tl_application_get_recent:
 * @self: the application
 *
 * Returns: (transfer none): the documents opened lately
 */
TlRecentDocuments *
tl_application_get_recent (TlApplication *self)
{
  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);

  return self->recent;
}

/**
 * tl_application_take_target:
 * @self: the application
 * @chosen: where somebody wants a document
 * @may_replace: whether somebody has agreed that what is at @chosen goes to the trash
 * @error: return location for a #TlStoreError or a #GIOError
 *
 * As tl_target_file_take(), but a document that is open in a window is never replaced.
 *
 * Returns: (transfer full): where the document goes
 */
GFile *
tl_application_take_target (TlApplication  *self,
                            GFile          *chosen,
                            gboolean        may_replace,
                            GError        **error)
{
  g_return_val_if_fail (TL_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (chosen), NULL);

  if (find_window (self, chosen) != NULL)
    {
      g_autofree char *title = tl_target_file_dup_title (chosen);

      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_OPEN,
                   _("“%s” is open in a window. Close that window first, or choose another name."), title);
      return NULL;
    }

  return tl_target_file_take (chosen, may_replace, error);
}

/**
 * tl_application_open:
 * @self: the application
 * @file: a file that is meant to be a document
 *
 * Shows @file in a window: the one it is open in, the one in front when that has no document yet, or a new one.
 * When @file cannot be opened, the window says why.
 */
void
tl_application_open (TlApplication *self,
                     GFile         *file)
{
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  TlWindow *window;

  g_return_if_fail (TL_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (self, file);
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  document = tl_document_open (file, NULL, &error);
  if (document != NULL)
    {
      show_document (self, document);
      return;
    }

  window = take_window (self);
  tl_window_show_failure (window, file, error);
  gtk_window_present (GTK_WINDOW (window));
}
