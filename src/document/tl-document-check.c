/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The full check of an open document, without anybody waiting for it.
 *
 * It runs in a thread and on a connection of its own.  What it finds is looked at a second time before it is said: a
 * read error that passes, or a write of ours in between, must not frighten anybody.
 *
 * The thread has a task of its own that knows a path and nothing else.  If it held the task of the caller it would
 * hold the document with it, and whoever lets go last would take the document apart, in whatever thread.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include "tl-document-private.h"

/* Adds the problems of the file to an empty list. */
static gboolean
check_once (const char    *path,
            GPtrArray     *problems,
            GCancellable  *cancellable,
            GError       **error)
{
  g_ptr_array_set_size (problems, 0);
  return tl_store_check_file (path, problems, cancellable, error);
}

static void
check_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      path,
                 GCancellable *cancellable)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  if ((check_once (path, problems, cancellable, NULL) && problems->len == 0) ||
      check_once (path, problems, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&problems), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *problems = g_task_propagate_pointer (G_TASK (result), &error);

  if (problems != NULL)
    g_task_return_pointer (task, problems, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * tl_document_check_async:
 * @self: an open document
 * @cancellable: (nullable): stops the check
 * @callback: (nullable): called when it is done
 * @user_data: for @callback
 *
 * Checks the file of the document as far as a file can be checked, while the document can be used and edited.
 */
void
tl_document_check_async (TlDocument          *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) work = NULL;
  GTask *task;

  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (self->store != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_document_check_async);

  work = g_task_new (NULL, cancellable, checked_cb, task);
  g_task_set_source_tag (work, check_in_thread);
  g_task_set_task_data (work, g_strdup (tl_store_get_path (self->store)), g_free);
  g_task_run_in_thread (work, check_in_thread);
}

/**
 * tl_document_check_finish:
 * @self: a document
 * @result: what the callback was given
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (element-type utf8): sentences about what is wrong, none when all is well; %NULL when the
 *   check could not be carried out
 */
GPtrArray *
tl_document_check_finish (TlDocument    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
