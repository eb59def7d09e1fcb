/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file with what was being typed when the program last ended, which may be anything after a crash */

#include "fuzz-target.h"
#include "tl-document-keep-private.h"
#include "tl-drafts.h"
#include "tl-hook-vfs.h"

/* What the seeds name */
#define GOAL_ID "00000000-0000-4000-8000-000000000001"

static char *path;
static char *drafts_path;

static TlDocument *
open_document (void)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TlDocument *document = tl_document_open (file, NULL, NULL);

  g_assert (document != NULL);
  return document;
}

static void
make_document (void)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (TlGoal) goal = tl_goal_new ();
  g_autofree char *folder = NULL;

  tl_hook_vfs_set (tl_hook_vfs_pretend_syncs, NULL);
  path = g_build_filename (fuzz_get_folder (), "fuzz.throughline", NULL);
  file = g_file_new_for_path (path);
  document = tl_document_create (file, "Lumen", NULL);
  g_assert (document != NULL);
  tl_entity_load_id (TL_ENTITY (goal), GOAL_ID);
  tl_goal_set_title (goal, "A goal");
  tl_goal_set_owner (goal, TL_PARTY (tl_model_get_organisation (tl_document_get_model (document))));
  tl_document_add (document, TL_ENTITY (goal));
  folder = tl_document_folder_get (tl_document_get_id (document), NULL);
  drafts_path = g_build_filename (folder, "drafts", NULL);
  g_assert (tl_document_close (document, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (TlDocument) document = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  guint n_applied;

  if (path == NULL)
    make_document ();

  g_assert (g_file_set_contents (drafts_path, (const char *) data, size, NULL));
  document = open_document ();
  drafts = tl_document_dup_drafts (document);
  for (guint i = 0; i < drafts->len; i++)
    {
      const TlDraft *draft = g_ptr_array_index (drafts, i);

      g_assert (g_utf8_validate (draft->entity_id, -1, NULL) && g_utf8_validate (draft->property, -1, NULL) &&
                g_utf8_validate (draft->text, -1, NULL));
    }

  /* It is one step, and the next input finds the goal as it was. */
  n_applied = tl_document_apply_drafts (document);
  g_assert (n_applied <= drafts->len);
  g_assert (tl_document_get_saved (document));
  while (tl_document_can_undo (document))
    g_assert (tl_document_undo (document, NULL));

  return 0;
}
