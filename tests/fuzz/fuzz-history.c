/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file of the steps that can be undone.  The input is a list of changes to a sound one.
 *
 * A changeset that is not exactly as it was written makes SQLite loop for ever, or undoes what never was: whatever the
 * file says, each undo leads to a state the document has been in, or fails and leads nowhere.
 */

#include "fuzz-target.h"
#include "tl-document-keep-private.h"
#include "tl-hook-vfs.h"

static const char *const titles[] = { "First title", "Second title", "Third title", "Fourth title" };

static char *path;
static char *history_path;
static char *sound_document;
static gsize sound_document_size;
static char *sound_history;
static gsize sound_history_size;

static void
make_sound (void)
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
  tl_goal_set_owner (goal, TL_PARTY (tl_model_get_organisation (tl_document_get_model (document))));
  tl_goal_set_title (goal, titles[0]);
  tl_document_add (document, TL_ENTITY (goal));
  g_assert (tl_document_flush (document, NULL));
  for (guint i = 1; i < G_N_ELEMENTS (titles); i++)
    {
      tl_document_begin_group (document, "Rename Goal");
      tl_goal_set_title (goal, titles[i]);
      g_assert (tl_document_end_group (document, NULL));
    }

  folder = tl_document_folder_get (tl_document_get_id (document), NULL);
  history_path = g_build_filename (folder, "history", NULL);
  g_assert (tl_document_close (document, NULL));
  g_assert (g_file_get_contents (path, &sound_document, &sound_document_size, NULL));
  g_assert (g_file_get_contents (history_path, &sound_history, &sound_history_size, NULL));
}

/* Which of the states it went through the document is in: 0 for the one before there was a goal */
static guint
find_state (TlDocument *document)
{
  GListModel *goals = tl_model_get_list (tl_document_get_model (document), TL_TYPE_GOAL);
  guint n_goals = g_list_model_get_n_items (goals);
  g_autoptr (TlGoal) goal = g_list_model_get_item (goals, 0);

  g_assert (n_goals <= 1);
  for (guint i = 0; goal != NULL && i < G_N_ELEMENTS (titles); i++)
    {
      if (g_str_equal (tl_goal_get_title (goal), titles[i]))
        return i + 1;
    }

  g_assert (goal == NULL);
  return 0;
}

/* Back as far as it goes, and forth again; returns how far back that was. */
static guint
walk (TlDocument *document)
{
  guint state = find_state (document);
  guint lowest;

  g_assert (state == G_N_ELEMENTS (titles));
  while (tl_document_can_undo (document) && tl_document_undo (document, NULL))
    {
      g_assert (find_state (document) == state - 1);
      state--;
    }
  lowest = state;
  while (tl_document_can_redo (document) && tl_document_redo (document, NULL))
    {
      g_assert (find_state (document) == state + 1);
      state++;
    }

  return lowest;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (TlDocument) document = NULL;
  guint lowest;

  if (path == NULL)
    make_sound ();

  fuzz_write_changed (path, sound_document, sound_document_size, NULL, 0);
  fuzz_write_changed (history_path, sound_history, sound_history_size, data, size);
  file = g_file_new_for_path (path);
  document = tl_document_open (file, NULL, NULL);
  g_assert (document != NULL);
  lowest = walk (document);

  /* The control: where nothing is changed, every step is there. */
  if (size < 2)
    g_assert (lowest == 0);
  return 0;
}
