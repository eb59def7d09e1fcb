/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the outline of one document is to look like when it is opened again: which rows are unfolded.  And what it
 * shows of it now: the filter.
 *
 * The file lies with the other things that belong to a document and are no part of it.  It holds identities only; a
 * file that cannot be read or written costs nobody more than a few clicks.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <string.h>

#include "tl-data-folder.h"
#include "tl-goals-view-private.h"

/* More than so many goals are not unfolded by themselves for a filter. */
#define N_UNFOLDED_MAX 2000

static char *
dup_path (TlGoalsView *self)
{
  const char *id = tl_document_get_id (self->document);
  g_autofree char *sub = NULL;
  g_autofree char *folder = NULL;

  if (id == NULL || *id == '\0' || strchr (id, '/') != NULL)
    return NULL;

  sub = g_build_filename ("documents", id, NULL);
  folder = tl_data_folder_get (sub);
  return g_build_filename (folder, "outline", NULL);
}

/* Unfolds what was unfolded when the document was open last; at the first time, nothing. */
void
tl_goals_view_load_state (TlGoalsView *self)
{
  g_autofree char *path = dup_path (self);
  g_autofree char *text = NULL;
  g_auto (GStrv) keys = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL) || !g_utf8_validate (text, -1, NULL))
    return;

  keys = g_strsplit (text, "\n", -1);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (strchr (keys[i], '/') != NULL)
        g_hash_table_add (self->expanded, g_strdup (keys[i]));
    }
}

/* Keeps which rows are unfolded. */
void
tl_goals_view_save_state (TlGoalsView *self)
{
  g_autofree char *path = dup_path (self);
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTable *expanded = self->unfiltered != NULL ? self->unfiltered : self->expanded;
  GHashTableIter iter;
  gpointer key;

  if (path == NULL)
    return;

  g_hash_table_iter_init (&iter, expanded);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_string_append_printf (text, "%s\n", (const char *) key);

  if (!g_file_set_contents_full (path, text->str, text->len, G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    g_debug ("What is unfolded could not be kept");
}

static gboolean
match_cb (TlInsight *insight,
          guint      goal,
          gpointer   data)
{
  return tl_filter_matches (data, tl_insight_get_graph (insight), tl_insight_get_scores (insight), goal);
}

static GHashTable *
create_keys (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* What is found has to be seen: with a filter everything that is left is unfolded, without it what was before. */
static void
unfold_for_filter (TlGoalsView *self,
                   gboolean     is_filtered)
{
  if (is_filtered && tl_outline_get_n_matches (self->outline) <= N_UNFOLDED_MAX)
    {
      tl_goals_view_expand_all (self);
    }
  else if (!is_filtered)
    {
      g_autoptr (GHashTable) before = g_steal_pointer (&self->unfiltered);

      tl_goals_view_collapse_all (self);
      g_hash_table_unref (self->expanded);
      self->expanded = g_steal_pointer (&before);
      tl_goals_view_expand_remembered (self, 0, g_list_model_get_n_items (G_LIST_MODEL (self->tree)));
    }
}

static void
filter_changed_cb (TlGoalsView *self)
{
  gboolean is_filtered = self->filter != NULL && !tl_filter_is_empty (self->filter);

  g_assert (TL_IS_GOALS_VIEW (self));

  if (!is_filtered && self->unfiltered == NULL)
    return;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_stale = TRUE;
      self->is_filter_stale = TRUE;
      return;
    }

  self->is_filter_stale = FALSE;
  if (is_filtered && self->unfiltered == NULL)
    {
      self->unfiltered = self->expanded;
      self->expanded = create_keys ();
    }

  self->is_syncing = TRUE;
  tl_outline_set_match (self->outline, is_filtered ? match_cb : NULL, self->filter);
  self->is_syncing = FALSE;
  unfold_for_filter (self, is_filtered);
  tl_goals_view_sync (self);
}

/* Takes over what the filter has come to say while nobody looked. */
void
tl_goals_view_apply_filter (TlGoalsView *self)
{
  if (self->is_filter_stale)
    filter_changed_cb (self);
}

/**
 * tl_goals_view_set_filter:
 * @self: a view with a source
 * @filter: which goals are looked for, which may change
 *
 * Leaves the goals that match in the outline, and, dimmed, those above them.
 */
void
tl_goals_view_set_filter (TlGoalsView *self,
                          TlFilter    *filter)
{
  g_return_if_fail (TL_IS_GOALS_VIEW (self));
  g_return_if_fail (TL_IS_FILTER (filter));
  g_return_if_fail (self->outline != NULL && self->filter == NULL);

  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
}
