/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a document.  The input is a list of changes to a sound one. */

#include "fuzz-target.h"
#include "tl-document.h"
#include "tl-hook-vfs.h"
#include "tl-store.h"

static char *sound;
static gsize sound_size;
static char *path;

static void
make_sound (void)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (TlGoal) goal = tl_goal_new ();

  tl_hook_vfs_set (tl_hook_vfs_pretend_syncs, NULL);
  path = g_build_filename (fuzz_get_folder (), "fuzz.throughline", NULL);
  file = g_file_new_for_path (path);
  document = tl_document_create (file, "Lumen", NULL);
  g_assert (document != NULL);
  tl_goal_set_title (goal, "A goal");
  tl_goal_set_owner (goal, TL_PARTY (tl_model_get_organisation (tl_document_get_model (document))));
  tl_document_add (document, TL_ENTITY (goal));
  g_assert (tl_document_close (document, NULL));
  g_assert (g_file_get_contents (path, &sound, &sound_size, NULL));
}

static void
work_with (TlDocument *document)
{
  TlModel *model = tl_document_get_model (document);
  g_autoptr (TlGoal) goal = tl_goal_new ();

  if (tl_document_get_read_only (document))
    return;

  tl_goal_set_title (goal, "Another goal");
  tl_goal_set_owner (goal, TL_PARTY (tl_model_get_organisation (model)));
  tl_document_add (document, TL_ENTITY (goal));
  if (tl_document_flush (document, NULL))
    tl_document_undo (document, NULL);
  else
    tl_document_cancel_group (document);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlDocument) document = NULL;

  if (sound == NULL)
    make_sound ();

  fuzz_write_changed (path, sound, sound_size, data, size);
  file = g_file_new_for_path (path);
  document = tl_document_open (file, NULL, NULL);
  if (document != NULL)
    {
      work_with (document);
      tl_document_abandon (document);
    }

  return 0;
}
