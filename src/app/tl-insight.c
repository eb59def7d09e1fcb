/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of a model by reckoning, kept until the model changes.
 *
 * The graph and the scores are worked out when somebody asks, and what an edit concerns is worked out again when
 * somebody asks the next time.  However much changes at once (an import, an undo), the views hear of it once, when
 * the main loop is idle again.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-insight.h"

struct _TlInsight
{
  GObject parent_instance;

  TlModel  *model;
  TlGraph  *graph;              /* of the model before the changes */
  TlGraphChanges *changes;
  TlScores *scores;             /* of the graph */
  guint     changed_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlInsight, tl_insight, G_TYPE_OBJECT)

static gboolean
emit_changed_cb (gpointer data)
{
  TlInsight *self = data;

  self->changed_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
note (TlInsight  *self,
      TlEntity   *entity,
      GParamSpec *pspec)
{
  tl_graph_changes_note (self->changes, entity, pspec);
  if (self->changed_id == 0)
    self->changed_id = g_idle_add (emit_changed_cb, self);
}

static void
entity_changed_cb (TlInsight  *self,
                   TlEntity   *entity,
                   GParamSpec *pspec)
{
  g_assert (TL_IS_INSIGHT (self));

  note (self, entity, pspec);
}

static void
membership_changed_cb (TlInsight *self,
                     TlEntity  *entity)
{
  g_assert (TL_IS_INSIGHT (self));

  note (self, entity, NULL);
}

static void
tl_insight_dispose (GObject *object)
{
  TlInsight *self = TL_INSIGHT (object);

  g_clear_handle_id (&self->changed_id, g_source_remove);
  g_clear_pointer (&self->scores, tl_scores_unref);
  g_clear_pointer (&self->graph, tl_graph_unref);
  g_clear_pointer (&self->changes, tl_graph_changes_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (tl_insight_parent_class)->dispose (object);
}

static void
tl_insight_class_init (TlInsightClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_insight_dispose;

  /**
   * TlInsight::changed:
   * @self: the insight
   *
   * The model is no longer what it was, so whatever was drawn or written from it has to be done again.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_INSIGHT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_insight_init (TlInsight *self)
{
  self->changes = tl_graph_changes_new ();
}

/**
 * tl_insight_new:
 * @model: the model to reckon with
 *
 * Returns: (transfer full): what is known of @model
 */
TlInsight *
tl_insight_new (TlModel *model)
{
  TlInsight *self;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  self = g_object_new (TL_TYPE_INSIGHT, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "added", G_CALLBACK (membership_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "removed", G_CALLBACK (membership_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (entity_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * tl_insight_get_model:
 * @self: an insight
 *
 * Returns: (transfer none): the model
 */
TlModel *
tl_insight_get_model (TlInsight *self)
{
  g_return_val_if_fail (TL_IS_INSIGHT (self), NULL);

  return self->model;
}

static void
bring_up_to_date (TlInsight *self)
{
  g_autoptr (TlGraph) old = NULL;

  if (self->graph != NULL && tl_graph_changes_is_empty (self->changes))
    return;

  old = g_steal_pointer (&self->graph);
  self->graph = old != NULL ? tl_graph_renew (old, self->model, self->changes) : tl_graph_new (self->model);
  g_clear_pointer (&self->scores, tl_scores_unref);
  tl_graph_changes_free (self->changes);
  self->changes = tl_graph_changes_new ();
}

/**
 * tl_insight_get_graph:
 * @self: an insight
 *
 * Returns: (transfer none): the goals and links of the model as it is now; valid until the model changes
 */
TlGraph *
tl_insight_get_graph (TlInsight *self)
{
  g_return_val_if_fail (TL_IS_INSIGHT (self), NULL);

  bring_up_to_date (self);
  return self->graph;
}

/**
 * tl_insight_get_scores:
 * @self: an insight
 *
 * Returns: (transfer none): how the goals stand today; valid until the model changes
 */
TlScores *
tl_insight_get_scores (TlInsight *self)
{
  TlDate today = tl_date_today ();

  g_return_val_if_fail (TL_IS_INSIGHT (self), NULL);

  bring_up_to_date (self);
  if (self->scores == NULL)
    self->scores = tl_scores_new (self->graph, today, NULL);
  else if (tl_scores_get_date (self->scores) != today)
    tl_scores_recompute (self->scores, today);

  return self->scores;
}
