/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which parts of a graph an edit concerns.
 *
 * Most edits concern none: a graph holds no titles and no notes.  What does not concern it is listed, and everything
 * else does, so that a property that comes new to the model costs time until somebody lists it, and never a wrong
 * number.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-graph-changes.h"

#include "tl-check-in.h"
#include "tl-contribution.h"
#include "tl-cycle.h"
#include "tl-goal.h"
#include "tl-measure.h"
#include "tl-reading.h"
#include "tl-settings.h"
#include "tl-statement-link.h"
#include "tl-tension.h"

/**
 * tl_graph_changes_new:
 *
 * Returns: (transfer full): nothing has happened yet
 */
TlGraphChanges *
tl_graph_changes_new (void)
{
  TlGraphChanges *self = g_new0 (TlGraphChanges, 1);

  self->read_measures = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  return self;
}

/**
 * tl_graph_changes_free:
 * @self: (transfer full): changes
 */
void
tl_graph_changes_free (TlGraphChanges *self)
{
  g_hash_table_unref (self->read_measures);
  g_free (self);
}

/* What no graph holds, whoever has it */
static gboolean
is_for_people (GParamSpec *pspec)
{
  static const char *const names[] = {
    "beneficiary", "capacity", "carried-from", "category", "closed", "description", "email", "leading", "manager",
    "name", "note", "notes", "parent", "position", "private-notes", "rationale", "reason", "reference", "role",
    "stretch", "title", NULL,
  };

  return g_strv_contains (names, pspec->name);
}

/* What is said in a conversation changes no number, before it becomes a goal. */
static gboolean
is_talk (TlEntity *entity)
{
  return TL_IS_CONVERSATION (entity) || TL_IS_STATEMENT (entity) || TL_IS_STATEMENT_LINK (entity) ||
         TL_IS_CHECK_IN (entity);
}

static void
note_reading (TlGraphChanges *self,
              TlReading      *reading,
              GParamSpec     *pspec)
{
  TlMeasure *measure = tl_reading_get_measure (reading);

  /* One that moves leaves a measure behind that nobody can name any longer. */
  if (measure == NULL || (pspec != NULL && g_str_equal (pspec->name, "measure")))
    self->all_readings = TRUE;
  else
    g_hash_table_add (self->read_measures, g_object_ref (measure));
}

/**
 * tl_graph_changes_note:
 * @self: changes
 * @entity: an entity of the model, or one that has just left it
 * @pspec: (nullable): the property that is another one, or %NULL when @entity was added or removed
 */
void
tl_graph_changes_note (TlGraphChanges *self,
                       TlEntity       *entity,
                       GParamSpec     *pspec)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (TL_IS_ENTITY (entity));

  if (is_talk (entity) || (pspec != NULL && is_for_people (pspec)))
    return;

  if (TL_IS_SETTINGS (entity))
    self->settings = TRUE;
  else if (TL_IS_CONTRIBUTION (entity))
    self->links = TRUE;
  else if (TL_IS_TENSION (entity))
    self->tensions = TRUE;
  else if (TL_IS_MEASURE (entity))
    self->measures = TRUE;
  else if (TL_IS_READING (entity))
    note_reading (self, TL_READING (entity), pspec);
  else
    self->goals = TRUE;
}

/**
 * tl_graph_changes_is_empty:
 * @self: changes
 *
 * Returns: whether a graph compiled now would be the same
 */
gboolean
tl_graph_changes_is_empty (const TlGraphChanges *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return !self->settings && !self->goals && !self->links && !self->tensions && !self->measures &&
         !self->all_readings && g_hash_table_size (self->read_measures) == 0;
}
