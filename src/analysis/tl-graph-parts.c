/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts a graph is made of: letting go of them, and taking over readings from the graph before.
 *
 * Readings are by far the most numerous, and reading them all again after every edit would take longer than a frame
 * lasts.  So the readings of measures that nobody touched are copied as they lie, and only the others are looked up.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-graph-private.h"

#include <string.h>

#include "tl-reading.h"

static void
clear_entity (gpointer entity,
              gpointer user_data)
{
  g_clear_object ((GObject **) &entity);
}

static void
goal_part_clear (gpointer data)
{
  TlGoalPart *part = data;

  g_free (part->nodes);
  g_free (part->owners);
  g_clear_pointer (&part->goal_index, g_hash_table_unref);
  g_clear_pointer (&part->goals_of, g_hash_table_unref);
  g_clear_pointer (&part->goals, g_ptr_array_unref);

  /* Not by a free function: the organisation of those without one is NULL. */
  g_ptr_array_foreach (part->organisations, clear_entity, NULL);
  g_clear_pointer (&part->organisations, g_ptr_array_unref);
}

static void
link_part_clear (gpointer data)
{
  TlLinkPart *part = data;

  g_free (part->links);
  g_free (part->first_supporter);
  g_free (part->helped);
  g_free (part->first_helped);
  g_free (part->order);
  g_clear_pointer (&part->contributions, g_ptr_array_unref);
  g_clear_pointer (&part->cycle_goals, g_array_unref);
}

static void
tension_part_clear (gpointer data)
{
  TlTensionPart *part = data;

  g_clear_pointer (&part->tensions, g_array_unref);
  g_clear_pointer (&part->tension_entities, g_ptr_array_unref);
}

static void
measure_part_clear (gpointer data)
{
  TlMeasurePart *part = data;

  g_free (part->measures);
  g_free (part->first_measure);
  g_clear_pointer (&part->measure_index, g_hash_table_unref);
  g_clear_pointer (&part->measure_entities, g_ptr_array_unref);
}

static void
reading_part_clear (gpointer data)
{
  TlReadingPart *part = data;

  g_free (part->readings);
  g_free (part->first_reading);
}

/**
 * tl_graph_release_parts:
 * @self: a graph that is no longer needed
 */
void
tl_graph_release_parts (TlGraph *self)
{
  g_atomic_rc_box_release_full (self->goal_part, goal_part_clear);
  g_atomic_rc_box_release_full (self->link_part, link_part_clear);
  g_atomic_rc_box_release_full (self->tension_part, tension_part_clear);
  g_atomic_rc_box_release_full (self->measure_part, measure_part_clear);
  g_atomic_rc_box_release_full (self->reading_part, reading_part_clear);
}

static void
append_from_model (GArray    *readings,
                   TlMeasure *measure)
{
  g_autoptr (GPtrArray) entities = tl_entity_dup_referrers (TL_ENTITY (measure), TL_TYPE_READING, "measure");
  guint first = readings->len;

  for (guint i = 0; i < entities->len; i++)
    {
      TlReading *entity = g_ptr_array_index (entities, i);
      TlGraphReading reading = { tl_reading_get_date (entity), tl_reading_get_value (entity) };

      g_array_append_val (readings, reading);
    }

  tl_graph_sort_readings (&g_array_index (readings, TlGraphReading, first), readings->len - first);
}

/**
 * tl_graph_copy_readings:
 * @self: a graph with all parts but the readings
 * @old: the graph before
 * @read_measures: (element-type TlMeasure): a set of the measures whose readings are others than in @old
 */
void
tl_graph_copy_readings (TlGraph       *self,
                        const TlGraph *old,
                        GHashTable    *read_measures)
{
  const TlMeasurePart *measures = self->measure_part;
  const TlReadingPart *before = old->reading_part;
  GArray *readings = g_array_sized_new (FALSE, FALSE, sizeof (TlGraphReading),
                                        before->first_reading[old->measure_part->n_measures] + 16);

  self->reading_part = g_atomic_rc_box_new0 (TlReadingPart);
  self->reading_part->first_reading = g_new0 (guint, measures->n_measures + 1);

  for (guint i = 0; i < measures->n_measures; i++)
    {
      TlMeasure *measure = g_ptr_array_index (measures->measure_entities, i);
      guint there = tl_graph_find_index (old->measure_part->measure_index, measure);

      if (there == TL_GRAPH_NONE || g_hash_table_contains (read_measures, measure))
        append_from_model (readings, measure);
      else
        g_array_append_vals (readings, before->readings + before->first_reading[there],
                             before->first_reading[there + 1] - before->first_reading[there]);
      self->reading_part->first_reading[i + 1] = readings->len;
    }

  /* Kept even when there is none, as the others are. */
  g_array_set_size (readings, MAX (readings->len, 1));
  self->reading_part->readings = (TlGraphReading *) g_array_free (readings, FALSE);
}
