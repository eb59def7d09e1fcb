/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings files into the window: chosen, dropped, or named by a script. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-file-chooser.h"
#include "tl-import-page.h"
#include "tl-message.h"
#include "tl-undo-toast.h"
#include "tl-window-private.h"

static void
leave_import (TlWindow *self)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, "import");

  gtk_stack_set_visible_child_name (self->pages, "document");
  if (page != NULL)
    gtk_stack_remove (self->pages, page);
  tl_workspace_start (self->workspace);
}

static void
cancelled_cb (TlWindow *self)
{
  g_assert (TL_IS_WINDOW (self));

  leave_import (self);
}

static void
applied_cb (TlWindow   *self,
            const char *summary)
{
  g_assert (TL_IS_WINDOW (self));

  leave_import (self);
  tl_undo_toast_show (GTK_WIDGET (self), self->document, summary);
}

static void
show_page (TlWindow  *self,
           GtkWidget *page)
{
  if (gtk_stack_get_child_by_name (self->pages, "import") != NULL)
    leave_import (self);
  g_signal_connect_object (page, "cancelled", G_CALLBACK (cancelled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "applied", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, page, "import");
  gtk_stack_set_visible_child_name (self->pages, "import");
  gtk_widget_grab_focus (page);
}

/**
 * tl_window_import:
 * @self: a window with a document
 * @files: (element-type GFile): tables to be imported
 *
 * Shows what @files hold; nothing is changed before somebody agrees.
 */
void
tl_window_import (TlWindow   *self,
                  GListModel *files)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  g_return_if_fail (TL_IS_WINDOW (self));
  g_return_if_fail (self->document != NULL);

  page = tl_import_page_new (self->document, files, &error);
  if (page != NULL)
    show_page (self, page);
  else
    tl_message_show (GTK_WINDOW (self), _("Nothing Was Imported"), error->message);
}

/**
 * tl_window_show_import:
 * @from: a widget of a document's window
 * @import: a prepared import into that document
 *
 * Shows what @import is going to change; nothing is changed before somebody agrees.
 */
void
tl_window_show_import (GtkWidget *from,
                       TlImport  *import)
{
  GtkRoot *window = gtk_widget_get_root (from);

  g_return_if_fail (TL_IS_IMPORT (import));

  if (TL_IS_WINDOW (window))
    show_page (TL_WINDOW (window), tl_import_page_new_for_import (import));
}

static void
files_chosen_cb (GListModel *files,
                 gpointer    user_data)
{
  tl_window_import (user_data, files);
}

/* Asks which files, and shows what they hold. */
void
tl_window_import_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  tl_file_chooser_open_tables (GTK_WINDOW (self), self->settings, files_chosen_cb, G_OBJECT (self));
}

/* Shows what the files at the addresses that are given hold, without asking which: for scripts. */
void
tl_window_import_files_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  GVariantIter iter;
  const char *uri;

  g_variant_iter_init (&iter, parameter);
  while (g_variant_iter_next (&iter, "&s", &uri))
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      g_list_store_append (files, file);
    }

  tl_window_import (user_data, G_LIST_MODEL (files));
}

static gboolean
is_document (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, ".throughline");
}

/* Documents are opened; whatever else is dropped is taken for tables. */
static gboolean
drop_cb (TlWindow     *self,
         const GValue *value)
{
  g_autoptr (GListStore) tables = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  g_assert (TL_IS_WINDOW (self));

  for (GSList *l = files; l != NULL; l = l->next)
    {
      if (is_document (l->data))
        tl_application_open (TL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), l->data);
      else
        g_list_store_append (tables, l->data);
    }

  if (g_list_model_get_n_items (G_LIST_MODEL (tables)) == 0)
    return TRUE;

  if (self->document != NULL && !tl_document_get_read_only (self->document))
    tl_window_import (self, G_LIST_MODEL (tables));
  else if (self->document != NULL)
    tl_message_show (GTK_WINDOW (self), _("This Document Cannot Be Changed"),
                     _("It was opened for reading only. Make a new document or open another one, and drop the file there."));
  else
    tl_message_show (GTK_WINDOW (self), _("A Table Needs a Document"),
                     _("Make a new document or open one first, and drop the file there."));
  return TRUE;
}

/* Lets files be dropped anywhere in the window. */
void
tl_window_init_drop (TlWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
