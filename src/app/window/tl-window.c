/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window: the first page, or one document, or the sentence that says why a file could not be opened. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-window.h"

#include <glib/gi18n-lib.h>

#include "tl-backups.h"
#include "tl-message.h"
#include "tl-trouble.h"
#include "tl-window-private.h"

/* Below this width the lenses are shown by their icons, so that the picture keeps 600 pixels beside the details. */
#define NARROW_WIDTH 1140

G_DEFINE_FINAL_TYPE (TlWindow, tl_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (TlWindow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (self->document != NULL)
    {
      name = tl_document_dup_name (self->document);
      title = g_strdup_printf ("%s — %s", name, _("Throughline"));
    }

  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Throughline"));
}

static void
layout_cb (TlWindow   *self,
           int         width,
           int         height,
           GdkSurface *surface)
{
  g_assert (TL_IS_WINDOW (self));

  if (self->workspace != NULL)
    tl_workspace_set_narrow (self->workspace, width < NARROW_WIDTH);
}

static void
tl_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (layout_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
restore_state (TlWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_state (TlWindow *self)
{
  gboolean is_maximized = gtk_window_is_maximized (GTK_WINDOW (self));
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized", is_maximized);
  if (is_maximized)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
}

static gboolean
tl_window_close_request (GtkWindow *window)
{
  TlWindow *self = TL_WINDOW (window);

  save_state (self);
  if (self->document != NULL && !tl_window_end_life (self))
    return GDK_EVENT_STOP;

  return GTK_WINDOW_CLASS (tl_window_parent_class)->close_request (window);
}

static void
tl_window_dispose (GObject *object)
{
  TlWindow *self = TL_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->failed_file);
  g_clear_object (&self->settings);
  g_clear_object (&self->export_cancellable);
  g_cancellable_cancel (self->check_cancellable);
  g_clear_object (&self->check_cancellable);
  g_clear_pointer (&self->export_path, g_free);

  G_OBJECT_CLASS (tl_window_parent_class)->dispose (object);
}

static void
tl_window_class_init (TlWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = tl_window_dispose;
  widget_class->realize = tl_window_realize;
  window_class->close_request = tl_window_close_request;

  g_type_ensure (TL_TYPE_FAILURE_PAGE);
  g_type_ensure (TL_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, TlWindow, edit_section);
  tl_window_class_add_actions (widget_class);
}

static void
tl_window_init (TlWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (TL_APPLICATION_ID);
  self->export_cancellable = g_cancellable_new ();
  restore_state (self);
  update_title (self);
  tl_window_init_actions (self);
  tl_window_init_drop (self);
}

/**
 * tl_window_new:
 * @application: the application
 *
 * Returns: (transfer full): a window at the first page
 */
GtkWidget *
tl_window_new (TlApplication *application)
{
  TlWindow *self;

  g_return_val_if_fail (TL_IS_APPLICATION (application), NULL);

  self = g_object_new (TL_TYPE_WINDOW, "application", application, NULL);
  tl_welcome_page_set_recent (self->welcome, tl_application_get_recent (application));
  return GTK_WIDGET (self);
}

/**
 * tl_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): its document
 */
TlDocument *
tl_window_get_document (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * tl_window_set_document:
 * @self: a window without a document
 * @document: an open document
 *
 * Shows @document; the window closes it when it is closed itself.
 */
void
tl_window_set_document (TlWindow   *self,
                        TlDocument *document)
{
  g_autoptr (TlNavigator) navigator = NULL;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  navigator = tl_navigator_new (tl_document_get_model (document));
  tl_window_restore_place (self, navigator);
  self->workspace = TL_WORKSPACE (tl_workspace_new (document, navigator, G_MENU_MODEL (self->menu)));
  gtk_stack_add_named (self->pages, GTK_WIDGET (self->workspace), "document");
  /* Where the focus goes is told afterwards: the stack would give it to the search field, which reads everything then. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child_name (self->pages, "document");
  g_clear_object (&self->failed_file);
  self->copied_revision = G_MAXUINT64;
  self->may_lose = FALSE;
  self->n_problems = 0;

  tl_window_update_actions (self);
  g_clear_object (&self->check_cancellable);
  self->check_cancellable = g_cancellable_new ();
  tl_window_start_life (self);
  tl_window_restore_view (self);
  update_title (self);
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    tl_workspace_set_narrow (self->workspace,
                             gdk_surface_get_width (gtk_native_get_surface (GTK_NATIVE (self))) < NARROW_WIDTH);
}

/* The file of the document, or what could not be opened; NULL at the first page. */
GFile *
tl_window_get_file (TlWindow *self)
{
  return self->document != NULL ? tl_document_get_file (self->document) : self->failed_file;
}

/* Back to a window without a document, which the caller has closed. */
void
tl_window_let_go (TlWindow *self)
{
  g_assert (TL_IS_WINDOW (self));

  g_cancellable_cancel (self->check_cancellable);
  if (self->workspace != NULL)
    gtk_stack_remove (self->pages, GTK_WIDGET (self->workspace));
  self->workspace = NULL;
  g_clear_object (&self->document);
  gtk_stack_set_visible_child_name (self->pages, "welcome");
  tl_window_disable_actions (self);
  update_title (self);
}

/**
 * tl_window_show_failure:
 * @self: a window without a document
 * @file: what was to be opened
 * @error: why that was not possible
 *
 * Says so, with the ways on from there.
 */
void
tl_window_show_failure (TlWindow     *self,
                        GFile        *file,
                        const GError *error)
{
  g_autoptr (GListModel) backups = NULL;
  g_autoptr (TlTrouble) trouble = NULL;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (error != NULL);

  backups = tl_backups_list_for_file (file);
  trouble = tl_trouble_of_opening (file, g_list_model_get_n_items (backups) > 0, error);
  if (self->document != NULL)
    {
      tl_message_show (GTK_WINDOW (self), trouble->heading, trouble->sentence);
      return;
    }

  g_set_object (&self->failed_file, file);
  tl_window_update_ways_out (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.backups", g_list_model_get_n_items (backups) > 0);
  tl_failure_page_show (self->failure, trouble);
  gtk_stack_set_visible_child_name (self->pages, "failure");
}

/**
 * tl_window_add_toast:
 * @self: a window
 * @toast: (transfer full): a short message
 */
void
tl_window_add_toast (TlWindow *self,
                     AdwToast *toast)
{
  g_return_if_fail (TL_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * tl_window_get_toast_overlay:
 * @self: a window
 *
 * Returns: (transfer none): where its short messages are shown
 */
AdwToastOverlay *
tl_window_get_toast_overlay (TlWindow *self)
{
  g_return_val_if_fail (TL_IS_WINDOW (self), NULL);

  return self->toasts;
}

/**
 * tl_window_show_error:
 * @from: a widget in the window it is about
 * @heading: what was not done, in header capitals: "Nothing Was Moved"
 * @error: why; its message is a sentence for people
 *
 * Says so above the window of @from, until it is closed.
 */
void
tl_window_show_error (GtkWidget    *from,
                      const char   *heading,
                      const GError *error)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (heading != NULL);
  g_return_if_fail (error != NULL);

  root = gtk_widget_get_root (from);
  tl_message_show (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, error->message);
}
