/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says about the document's life: whether it is on the disk, why it can only be read, what is wrong
 * with its file; and what can be done about each.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-backups.h"
#include "tl-drafts.h"
#include "tl-message.h"
#include "tl-store.h"
#include "tl-trouble.h"
#include "tl-undo-toast.h"
#include "tl-window-private.h"

static void
show_trouble (TlWindow     *self,
              const GError *error)
{
  g_autofree char *name = tl_document_dup_name (self->document);
  g_autoptr (TlTrouble) trouble = tl_trouble_of_storage (name, error);

  tl_banner_show (tl_workspace_get_banner (self->workspace, TL_BANNER_STORAGE), trouble);
  tl_saved_mark_show (tl_workspace_get_saved_mark (self->workspace), FALSE, trouble->summary);
}

static void
storage_failed_cb (TlWindow     *self,
                   const GError *error)
{
  g_assert (TL_IS_WINDOW (self));

  show_trouble (self, error);
}

/* Says what is true now.  An error that nobody has told of comes without its code, and so without its best words. */
static void
update_saved (TlWindow *self)
{
  const char *message = tl_document_get_storage_error (self->document);
  g_autoptr (TlTrouble) access = NULL;

  g_assert (TL_IS_WINDOW (self));

  tl_window_update_ways_out (self);
  if (message != NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, message);

      show_trouble (self, error);
      return;
    }

  tl_banner_hide (tl_workspace_get_banner (self->workspace, TL_BANNER_STORAGE));
  if (tl_document_get_read_only (self->document))
    access = tl_trouble_of_read_only (self->document);
  tl_saved_mark_show (tl_workspace_get_saved_mark (self->workspace), tl_document_get_saved (self->document),
                      access != NULL ? access->summary : NULL);
}

static void
update_access (TlWindow *self)
{
  TlBanner *banner = tl_workspace_get_banner (self->workspace, TL_BANNER_ACCESS);
  g_autoptr (TlTrouble) trouble = NULL;

  g_assert (TL_IS_WINDOW (self));

  if (!tl_document_get_read_only (self->document))
    {
      tl_banner_hide (banner);
      return;
    }

  trouble = tl_trouble_of_read_only (self->document);
  tl_banner_show (banner, trouble);
}

/* What the check in the background finds, or that there is no backup, is no reason to stop anybody; it is told once,
 * and can be hidden.
 */
static void
update_health (TlWindow *self)
{
  TlBanner *banner = tl_workspace_get_banner (self->workspace, TL_BANNER_HEALTH);
  g_autoptr (TlTrouble) trouble =
    tl_trouble_of_health (self->n_problems, tl_document_get_backup_error (self->document));

  g_assert (TL_IS_WINDOW (self));

  if (trouble == NULL)
    {
      tl_banner_hide (banner);
      return;
    }

  tl_banner_set_can_hide (banner, TRUE);
  tl_banner_show (banner, trouble);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GPtrArray) problems = tl_document_check_finish (TL_DOCUMENT (source), result, NULL);

  if (problems == NULL || problems->len == 0 || self->document != TL_DOCUMENT (source))
    return;

  self->n_problems = problems->len;
  update_health (self);
}

/* What was being typed when the program stopped is an edit now, and like every edit it can be undone. */
static void
bring_back_typing (TlWindow *self)
{
  if (tl_document_apply_drafts (self->document) > 0)
    tl_undo_toast_show (GTK_WIDGET (self), self->document,
                        _("Text you were typing when Throughline stopped was kept"));
}

/* Begins to tell of the life of the document that the window has got. */
void
tl_window_start_life (TlWindow *self)
{
  g_signal_connect_object (self->document, "storage-failed", G_CALLBACK (storage_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::saved", G_CALLBACK (update_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::storage-error", G_CALLBACK (update_saved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::backup-error", G_CALLBACK (update_health), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::read-only", G_CALLBACK (update_access), self, G_CONNECT_SWAPPED);
  update_access (self);
  update_health (self);
  update_saved (self);
  bring_back_typing (self);
  tl_document_check_async (self->document, self->check_cancellable, checked_cb, g_object_ref (self));
}

/* Tries once more what did not work: to write the last edits, or to open the file. */
void
tl_window_try_again_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    {
      if (self->failed_file != NULL)
        tl_application_open (TL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self->failed_file);
      return;
    }

  if (!tl_document_flush (self->document, &error))
    show_trouble (self, error);
}

/* Moves the focus away from the field that has it, which commits what was typed there. */
void
tl_window_commit_field (TlWindow *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

/* Lets go of the document and opens its file anew, in the same window. */
static void
reopen (TlWindow *self)
{
  g_autoptr (GFile) file = g_object_ref (tl_document_get_file (self->document));
  g_autoptr (GError) error = NULL;

  tl_window_commit_field (self);
  if (!tl_document_close (self->document, &error))
    {
      show_trouble (self, error);
      return;
    }

  tl_window_let_go (self);
  tl_application_open (TL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file);
}

/* For a file or a folder that can be written to now. */
void
tl_window_reopen_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  reopen (TL_WINDOW (widget));
}

/* Anew, because what was made while nothing could be changed offers nothing to change. */
static void
take_over (TlWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (tl_document_take_over (self->document, &error))
    reopen (self);
  else
    tl_message_show (GTK_WINDOW (self), _("It Was Not Taken Over"), error != NULL ? error->message : "");
}

static void
take_over_answered_cb (const char *response,
                       gpointer    user_data)
{
  take_over (user_data);
}

/* Makes a document that is open elsewhere one that can be changed here: at once when nobody has it any longer, and
 * else only after somebody has read what that means.
 */
void
tl_window_take_over_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  const TlMessageAnswer answers[] = { { "take", _("_Take Over"), TRUE }, { NULL } };
  TlWindow *self = TL_WINDOW (widget);
  const TlLockHolder *holder = tl_document_get_lock_holder (self->document);

  if (holder == NULL)
    return;

  if (holder->is_stale)
    {
      take_over (self);
      return;
    }

  tl_message_ask (GTK_WINDOW (self), _("Take the Document Over?"),
                  _("If somebody is still working on it, the two of you will be changing the same file. Whoever "
                    "changes it second is told so and cannot save there any longer. Ask them to close it first, if "
                    "you can."),
                  answers, take_over_answered_cb, G_OBJECT (self));
}

static void
close_answered_cb (const char *response,
                   gpointer    user_data)
{
  TlWindow *self = user_data;

  if (g_str_equal (response, "copy"))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.save-copy", NULL);
      return;
    }

  self->may_lose = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* A document that cannot be brought to the disk keeps its window, with the edit on it, unless a copy has all of it
 * or somebody says that it may go.  Returns whether the window may close.
 */
gboolean
tl_window_end_life (TlWindow *self)
{
  const TlMessageAnswer answers[] = {
    { "copy", _("_Save a Copy Elsewhere…"), FALSE },
    { "lose", _("Close _Without the Last Change"), TRUE },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  tl_window_commit_field (self);
  if (!self->may_lose && tl_document_close (self->document, &error))
    return TRUE;

  if (self->may_lose || self->copied_revision == tl_document_get_revision (self->document))
    {
      tl_document_abandon (self->document);
      return TRUE;
    }

  tl_message_ask (GTK_WINDOW (self), _("The Last Change Is Not on the Disk"), error->message, answers,
                  close_answered_cb, G_OBJECT (self));
  return FALSE;
}
