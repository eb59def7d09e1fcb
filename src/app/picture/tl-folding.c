/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which goals somebody has opened or closed in the picture, so that what is beneath them is shown or folded away.
 *
 * Kept by identity, not by place: the picture is made anew with every edit, and a goal that an undo brings back is as
 * open as it was.  How far down the picture goes by itself is not known here.  Rejected: a mark in the scene, which is
 * gone with the next one, and a field of the goal, because looking at something is no edit.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-folding.h"

struct _TlFolding
{
  GObject parent_instance;

  GHashTable *folds;            /* id -> TlDiagramFold, other than by depth */
  guint       n_opened;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFolding, tl_folding, G_TYPE_OBJECT)

/* Returns whether that is something new. */
static gboolean
note (TlFolding     *self,
      const char    *id,
      TlDiagramFold  fold)
{
  TlDiagramFold before = tl_folding_get (self, id);

  if (before == fold)
    return FALSE;

  self->n_opened -= before == TL_DIAGRAM_FOLD_OPENED;
  self->n_opened += fold == TL_DIAGRAM_FOLD_OPENED;
  if (fold == TL_DIAGRAM_FOLD_BY_DEPTH)
    g_hash_table_remove (self->folds, id);
  else
    g_hash_table_insert (self->folds, g_strdup (id), GINT_TO_POINTER (fold));
  return TRUE;
}

static gboolean
is_opened (gpointer key,
           gpointer value,
           gpointer user_data)
{
  return GPOINTER_TO_INT (value) == TL_DIAGRAM_FOLD_OPENED;
}

static void
tl_folding_finalize (GObject *object)
{
  g_hash_table_unref (TL_FOLDING (object)->folds);

  G_OBJECT_CLASS (tl_folding_parent_class)->finalize (object);
}

static void
tl_folding_class_init (TlFoldingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_folding_finalize;

  /**
   * TlFolding::changed:
   * @self: the folding
   *
   * Something was opened or closed; emitted once, however much it is.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_FOLDING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_folding_init (TlFolding *self)
{
  self->folds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * tl_folding_new:
 *
 * Returns: (transfer full): a folding in which nobody has opened or closed anything yet
 */
TlFolding *
tl_folding_new (void)
{
  return g_object_new (TL_TYPE_FOLDING, NULL);
}

/**
 * tl_folding_is_used:
 * @self: a folding
 *
 * Returns: whether anything was opened or closed by hand
 */
gboolean
tl_folding_is_used (TlFolding *self)
{
  g_return_val_if_fail (TL_IS_FOLDING (self), FALSE);

  return g_hash_table_size (self->folds) > 0;
}

/**
 * tl_folding_has_opened:
 * @self: a folding
 *
 * Returns: whether anything was opened by hand
 */
gboolean
tl_folding_has_opened (TlFolding *self)
{
  g_return_val_if_fail (TL_IS_FOLDING (self), FALSE);

  return self->n_opened > 0;
}

/**
 * tl_folding_get:
 * @self: a folding
 * @id: the identity of a goal
 *
 * Returns: what was chosen for what is beneath the goal; %TL_DIAGRAM_FOLD_BY_DEPTH when nothing was
 */
TlDiagramFold
tl_folding_get (TlFolding  *self,
                const char *id)
{
  g_return_val_if_fail (TL_IS_FOLDING (self), TL_DIAGRAM_FOLD_BY_DEPTH);
  g_return_val_if_fail (id != NULL, TL_DIAGRAM_FOLD_BY_DEPTH);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->folds, id));
}

/**
 * tl_folding_set:
 * @self: a folding
 * @id: the identity of a goal, which need not be there at the moment
 * @fold: what to do with what is beneath it
 */
void
tl_folding_set (TlFolding     *self,
                const char    *id,
                TlDiagramFold  fold)
{
  g_return_if_fail (TL_IS_FOLDING (self));
  g_return_if_fail (id != NULL);

  if (note (self, id, fold))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_folding_open_all:
 * @self: a folding
 * @graph: a graph
 * @goals: (element-type guint): goals of it
 *
 * Opens each of them that any other helps.
 */
void
tl_folding_open_all (TlFolding     *self,
                     const TlGraph *graph,
                     const GArray  *goals)
{
  gboolean is_changed = FALSE;

  g_return_if_fail (TL_IS_FOLDING (self));
  g_return_if_fail (graph != NULL);
  g_return_if_fail (goals != NULL);

  for (guint i = 0; i < goals->len; i++)
    {
      guint goal = g_array_index (goals, guint, i);
      guint n_supporters;

      tl_graph_get_supporters (graph, goal, NULL, &n_supporters);
      if (n_supporters > 0)
        is_changed |= note (self, tl_entity_get_id (TL_ENTITY (tl_graph_get_goal (graph, goal))),
                            TL_DIAGRAM_FOLD_OPENED);
    }

  if (is_changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_folding_close_all:
 * @self: a folding
 *
 * Back to how deep the picture goes by itself, wherever somebody has opened more; what was closed by hand stays closed.
 */
void
tl_folding_close_all (TlFolding *self)
{
  g_return_if_fail (TL_IS_FOLDING (self));

  if (self->n_opened == 0)
    return;

  g_hash_table_foreach_remove (self->folds, is_opened, NULL);
  self->n_opened = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_folding_forget:
 * @self: a folding
 *
 * Forgets everything that was opened and closed by hand: how far down the picture goes is chosen anew.
 */
void
tl_folding_forget (TlFolding *self)
{
  g_return_if_fail (TL_IS_FOLDING (self));

  if (!tl_folding_is_used (self))
    return;

  g_hash_table_remove_all (self->folds);
  self->n_opened = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_folding_dup:
 * @self: a folding
 * @graph: a graph
 *
 * Returns: (transfer full) (nullable): for each goal of @graph its #TlDiagramFold; %NULL when nothing was opened or closed
 */
guint8 *
tl_folding_dup (TlFolding *self,
                TlGraph   *graph)
{
  guint8 *folds;
  guint n_goals;

  g_return_val_if_fail (TL_IS_FOLDING (self), NULL);
  g_return_val_if_fail (graph != NULL, NULL);

  if (!tl_folding_is_used (self))
    return NULL;

  n_goals = tl_graph_get_n_goals (graph);
  folds = g_new (guint8, n_goals + 1);
  for (guint i = 0; i < n_goals; i++)
    folds[i] = tl_folding_get (self, tl_entity_get_id (TL_ENTITY (tl_graph_get_goal (graph, i))));

  return folds;
}

/**
 * tl_folding_close_first:
 * @folds: (transfer full) (nullable): for each goal of @graph its #TlDiagramFold; %NULL when all are by depth
 * @graph: a graph
 * @goals: (element-type guint): goals of it that are closed until somebody opens them
 *
 * Returns: (transfer full) (nullable): @folds, with those of @goals closed for which nothing else was chosen
 */
guint8 *
tl_folding_close_first (guint8        *folds,
                        const TlGraph *graph,
                        const GArray  *goals)
{
  g_return_val_if_fail (graph != NULL, folds);
  g_return_val_if_fail (goals != NULL, folds);

  if (goals->len > 0 && folds == NULL)
    folds = g_new0 (guint8, tl_graph_get_n_goals (graph));
  for (guint i = 0; i < goals->len; i++)
    {
      guint8 *fold = &folds[g_array_index (goals, guint, i)];

      if (*fold == TL_DIAGRAM_FOLD_BY_DEPTH)
        *fold = TL_DIAGRAM_FOLD_CLOSED;
    }

  return folds;
}
