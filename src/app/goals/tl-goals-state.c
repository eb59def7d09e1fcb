/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the outline of one document is to look like when it is opened again: which rows are unfolded.  And what it
 * shows of it now: the filter.
 *
 * It is kept with the rest of how the window looked at the document: identities only, and no part of the document.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-document-state.h"
#include "tl-goals-view-private.h"

/* The name under which it is kept: of each row that is unfolded, "above/goal" by identity */
#define UNFOLDED "unfolded-goals"

/* Seconds until a row that was unfolded is kept */
#define PATIENCE 1

/* More than so many goals are not unfolded by themselves for a filter. */
#define N_UNFOLDED_MAX 2000

/* Unfolds what was unfolded when the document was open last; at the first time, nothing. */
void
tl_goals_view_load_state (TlGoalsView *self)
{
  g_auto (GStrv) keys = tl_document_state_dup_strings (tl_document_state_of (self->document), UNFOLDED);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    g_hash_table_add (self->expanded, g_strdup (keys[i]));
}

/* Keeps which rows are unfolded. */
void
tl_goals_view_save_state (TlGoalsView *self)
{
  GHashTable *expanded = self->unfiltered != NULL ? self->unfiltered : self->expanded;
  g_autofree const char **keys = (const char **) g_hash_table_get_keys_as_array (expanded, NULL);

  g_clear_handle_id (&self->state_source, g_source_remove);
  tl_document_state_set_strings (tl_document_state_of (self->document), UNFOLDED, keys);
}

static gboolean
save_state_cb (gpointer user_data)
{
  TlGoalsView *self = user_data;

  self->state_source = 0;
  tl_goals_view_save_state (self);
  return G_SOURCE_REMOVE;
}

/* Keeps it soon: once, however many rows are unfolded meanwhile. */
void
tl_goals_view_save_state_later (TlGoalsView *self)
{
  if (self->state_source == 0)
    self->state_source = g_timeout_add_seconds (PATIENCE, save_state_cb, self);
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
