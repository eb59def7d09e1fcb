/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes into the picture: which part of the cascade, how far down, and what of it is folded away. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-focus.h"
#include "tl-lens-view-private.h"
#include "tl-surroundings.h"

/* So many goals can be taken in at once; of a cascade with more the deepest levels are a click away. */
#define N_GOALS_READABLE 80

/* Where a picture is: what is the same in two of them is looked at in the same place. */
char *
tl_lens_view_name_place (TlLensView *self,
                         TlEntity   *subject)
{
  TlEntity *focus = tl_focus_get (self->navigator);

  return g_strdup_printf ("%d %s %s %d %d %d", tl_navigator_get_lens (self->navigator),
                          subject != NULL ? tl_entity_get_id (subject) : "",
                          focus != NULL ? tl_entity_get_id (focus) : "", self->show_rest, self->depth,
                          self->direction);
}

/* Those of the goals focused upon, or of all, that somebody wants to see; NULL for all. */
GArray *
tl_lens_view_collect_wanted (TlLensView *self)
{
  TlGraph *graph = tl_insight_get_graph (self->insight);
  g_autoptr (GArray) focused = tl_lens_view_collect_focused (self);
  g_autofree guint8 *is_match = NULL;
  GArray *wanted;
  guint n_goals;

  if (!tl_lens_view_is_filtered (self))
    return g_steal_pointer (&focused);

  is_match = tl_filter_match_all (self->filter, graph, tl_insight_get_scores (self->insight), NULL);
  wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  n_goals = focused != NULL ? focused->len : tl_graph_get_n_goals (graph);
  for (guint i = 0; i < n_goals; i++)
    {
      guint goal = focused != NULL ? g_array_index (focused, guint, i) : i;

      if (is_match[goal])
        g_array_append_val (wanted, goal);
    }

  return wanted;
}

/* What was chosen for a depth is remembered by what was looked at. */
static const char *
get_depth_key (TlLensView *self)
{
  TlEntity *focus = tl_focus_get (self->navigator);

  return focus != NULL ? tl_entity_get_id (focus) : "";
}

/* The surroundings of a goal go as deep as they do; of everything else as much is shown as can be taken in, until
 * somebody says how much they want: an import makes a small cascade a large one. */
static void
update_depth (TlLensView   *self,
              const GArray *wanted)
{
  gpointer chosen;
  TlLevel level;

  if (g_hash_table_lookup_extended (self->chosen_depths, get_depth_key (self), NULL, &chosen))
    {
      self->depth = GPOINTER_TO_INT (chosen);
      return;
    }

  level = TL_IS_GOAL (tl_focus_get (self->navigator))
          ? TL_LEVEL_PERSON
          : tl_surroundings_choose_level (tl_insight_get_graph (self->insight), wanted, N_GOALS_READABLE);
  self->depth = level == TL_LEVEL_PERSON ? TL_DIAGRAM_WHOLE : (TlDiagramDepth) level + 1;
}

static TlLevel
get_level (TlDiagramDepth depth)
{
  return depth == TL_DIAGRAM_WHOLE ? TL_LEVEL_PERSON : (TlLevel) depth - 1;
}

/* What was opened and closed by hand, and what is closed until somebody opens it */
static guint8 *
dup_folds (TlLensView   *self,
           const GArray *wanted)
{
  TlGraph *graph = tl_insight_get_graph (self->insight);
  TlEntity *focus = tl_focus_get (self->navigator);
  g_autoptr (GArray) rim = NULL;
  guint8 *folds;

  if (tl_navigator_get_lens (self->navigator) != TL_LENS_CASCADE)
    return NULL;

  folds = tl_folding_dup (self->folding, graph);
  if (g_hash_table_contains (self->chosen_depths, get_depth_key (self)))
    return folds;
  if (TL_IS_GOAL (focus))
    return tl_focus_fold (focus, graph, folds);

  rim = tl_surroundings_choose_rim (graph, wanted, get_level (self->depth), N_GOALS_READABLE);
  return tl_folding_close_first (folds, graph, rim);
}

/* Whether anything in the picture is opened or closed otherwise than by its depth; @folds may be NULL. */
static gboolean
has_folds (TlScene      *scene,
           TlGraph      *graph,
           const guint8 *folds)
{
  for (guint i = 0; folds != NULL && i < tl_graph_get_n_goals (graph); i++)
    {
      if (folds[i] != TL_DIAGRAM_FOLD_BY_DEPTH &&
          tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (tl_graph_get_goal (graph, i)))) != TL_SCENE_NONE)
        return TRUE;
    }

  return FALSE;
}

/* What a picture of a part of the cascade is called in a file */
static void
name_part (TlScene  *scene,
           TlEntity *focus)
{
  g_autofree char *name = tl_entity_dup_display_name (focus);
  /* Translators: the heading of a picture; %s is the title of a goal, or the name of a person or a unit */
  g_autofree char *title = g_strdup_printf (TL_IS_GOAL (focus) ? _("%s, and what belongs to it")
                                                               : _("The part of %s in the cascade"), name);

  tl_scene_set_title (scene, title);
}

/* What an edit does not touch keeps its place; another place is laid out anew. */
TlScene *
tl_lens_view_create_scene (TlLensView *self,
                           TlEntity   *subject)
{
  TlEntity *focus = tl_focus_get (self->navigator);
  g_autoptr (GArray) focused = tl_lens_view_collect_focused (self);
  g_autoptr (GArray) wanted = tl_lens_view_collect_wanted (self);
  g_autofree guint8 *folds = NULL;
  g_autofree char *place = NULL;
  TlScene *scene;
  TlPictureOptions options = {
    .lens = tl_navigator_get_lens (self->navigator),
    .subject = subject,
    .show_rest = self->show_rest,
    .filter = self->filter,
    .focus = focused,
    .direction = self->direction,
  };

  update_depth (self, wanted);
  folds = dup_folds (self, wanted);
  options.depth = self->depth;
  options.folds = folds;
  /* Nothing stands out where nothing else is shown. */
  if (subject == focus)
    options.subject = NULL;

  place = tl_lens_view_name_place (self, subject);
  if (g_strcmp0 (place, self->shown) == 0)
    options.previous = tl_canvas_get_scene (self->canvas);

  scene = tl_picture_new (self->insight, &options);
  self->is_whole_level = scene == NULL || !has_folds (scene, tl_insight_get_graph (self->insight), folds);
  if (focus != NULL)
    name_part (scene, focus);
  return scene;
}

/**
 * tl_lens_view_get_depth:
 * @self: the view
 *
 * Returns: how far down the whole cascade is shown
 */
TlDiagramDepth
tl_lens_view_get_depth (TlLensView *self)
{
  g_return_val_if_fail (TL_IS_LENS_VIEW (self), TL_DIAGRAM_WHOLE);

  return self->depth;
}

/**
 * tl_lens_view_is_whole_level:
 * @self: the view
 *
 * Returns: whether the cascade is shown exactly down to the depth: nothing of it is opened further or closed, by hand or
 *   because it would be too much to be read
 */
gboolean
tl_lens_view_is_whole_level (TlLensView *self)
{
  g_return_val_if_fail (TL_IS_LENS_VIEW (self), FALSE);

  return self->is_whole_level;
}

/**
 * tl_lens_view_set_depth:
 * @self: the view
 * @depth: how far down the whole cascade is shown
 *
 * What was opened and closed by hand is forgotten.
 */
void
tl_lens_view_set_depth (TlLensView     *self,
                        TlDiagramDepth  depth)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  g_hash_table_insert (self->chosen_depths, g_strdup (get_depth_key (self)), GINT_TO_POINTER (depth));
  g_signal_handlers_block_by_func (self->folding, tl_lens_view_refresh, self);
  tl_folding_forget (self->folding);
  g_signal_handlers_unblock_by_func (self->folding, tl_lens_view_refresh, self);
  tl_lens_view_refresh (self);
}
