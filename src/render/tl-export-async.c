/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene as a file, made beside the main loop.
 *
 * A cascade of 10,000 goals takes seconds to become a PDF.  The thread gets a copy of the scene, because a scene
 * and the texts that have been set for it belong to one thread; copying is a hundred times as fast as drawing.
 * Rejected: drawing in slices between the frames, which cairo can only do page by page, and a picture may be one page.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-export.h"

#include "tl-scene-copy.h"
#include "tl-text.h"

typedef struct
{
  TlScene         *scene;          /* of the thread alone, which lets go of it */
  const TlPalette *palette;
  TlPictureForm    form;
  TlRect           area;
  char            *family;
  char            *filename;
  TlProgress      *progress;       /* of whoever has asked */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->scene);
  g_free (job->family);
  g_free (job->filename);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (TlScene) scene = g_steal_pointer (&job->scene);
  g_autoptr (GBytes) document = NULL;
  GError *error = NULL;

  /* Fonts are kept by thread: what this one sets, it sets with its own. */
  tl_scene_set_font_family (scene, job->family);
  document = tl_export_to_bytes (scene, job->palette, &job->form, job->filename, job->progress, cancellable, &error);
  g_clear_object (&scene);

  if (g_task_return_error_if_cancelled (task))
    g_clear_error (&error);
  else if (document == NULL || !tl_export_write (document, job->filename, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * tl_export_file_async:
 * @scene: what to export; it may be changed or given up at once
 * @palette: its colours
 * @form: (nullable): how, as for tl_export_to_bytes(); it is copied
 * @filename: as for tl_export_file()
 * @progress: (nullable): told how far it has come, until @callback is called
 * @cancellable: (nullable): when it is cancelled, no file is written
 * @callback: called in the thread-default main context
 * @user_data: for @callback
 *
 * Does what tl_export_file() does in a thread of its own.
 */
void
tl_export_file_async (TlScene             *scene,
                      const TlPalette     *palette,
                      const TlPictureForm *form,
                      const char          *filename,
                      TlProgress          *progress,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (TL_IS_SCENE (scene));
  g_return_if_fail (palette != NULL);
  g_return_if_fail (filename != NULL);

  job = g_new0 (Job, 1);
  job->scene = tl_scene_copy (scene);
  job->palette = palette;
  if (form != NULL)
    job->form = *form;
  if (form != NULL && form->area != NULL)
    {
      job->area = *form->area;
      job->form.area = &job->area;
    }
  job->family = g_strdup (tl_text_cache_get_family (tl_scene_get_texts (scene)));
  job->filename = g_strdup (filename);
  job->progress = progress;

  /* The scene is not the source: the last reference to it must not be dropped in the thread. */
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_export_file_async);
  /* What was written when somebody cancelled it is not said to be cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/**
 * tl_export_file_finish:
 * @result: what the callback was given
 * @error: return location for an error as of tl_export_file(), or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the file has been written
 */
gboolean
tl_export_file_finish (GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_export_file_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
