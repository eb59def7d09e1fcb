/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is added to a goal: measures, readings, check-ins, and the tension with another goal. */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-edits-private.h"
#include "tl-goal-edits.h"

static void
add_entity (TlDocument *document,
            TlEntity   *entity,
            const char *label)
{
  tl_document_begin_group (document, label);
  tl_document_add (document, entity);
  tl_document_finish_group (document);
}

/**
 * tl_goal_edits_add_measure:
 * @document: a document
 * @goal: a goal of it
 *
 * Adds a measure to be filled in: a number that goes up from 0, with a name that says it has none yet.
 *
 * Returns: (transfer none) (nullable): the measure; %NULL in a document that can only be read
 */
TlMeasure *
tl_goal_edits_add_measure (TlDocument *document,
                           TlGoal     *goal)
{
  g_autoptr (TlMeasure) measure = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_GOAL (goal), NULL);

  if (!tl_edits_check_writable (document, NULL))
    return NULL;

  measure = tl_measure_new ();
  tl_measure_set_goal (measure, goal);
  tl_measure_set_name (measure, _("New measure"));
  tl_measure_set_baseline (measure, 0);
  add_entity (document, TL_ENTITY (measure), _("Add Measure"));
  return measure;
}

/**
 * tl_goal_edits_duplicate_measure:
 * @document: a document
 * @measure: a measure of it
 *
 * Adds another measure to the goal with the same properties, and without readings.
 *
 * Returns: (transfer none) (nullable): the new one; %NULL in a document that can only be read
 */
TlMeasure *
tl_goal_edits_duplicate_measure (TlDocument *document,
                                 TlMeasure  *measure)
{
  static const char * const except[] = { NULL };
  g_autoptr (TlMeasure) copy = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_MEASURE (measure), NULL);

  if (!tl_edits_check_writable (document, NULL))
    return NULL;

  copy = tl_measure_new ();
  tl_edits_copy_fields (TL_ENTITY (measure), TL_ENTITY (copy), except);
  add_entity (document, TL_ENTITY (copy), _("Duplicate Measure"));
  return copy;
}

/**
 * tl_goal_edits_add_reading:
 * @document: a document
 * @measure: a measure of it
 * @value: what was read
 *
 * Returns: (transfer none) (nullable): a reading of today; %NULL in a document that can only be read
 */
TlReading *
tl_goal_edits_add_reading (TlDocument *document,
                           TlMeasure  *measure,
                           double      value)
{
  g_autoptr (TlReading) reading = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_MEASURE (measure), NULL);

  if (!tl_edits_check_writable (document, NULL))
    return NULL;

  reading = tl_reading_new ();
  tl_reading_set_measure (reading, measure);
  tl_reading_set_date (reading, tl_date_today ());
  tl_reading_set_value (reading, value);
  add_entity (document, TL_ENTITY (reading), _("Add Reading"));
  return reading;
}

/**
 * tl_goal_edits_add_check_in:
 * @document: a document
 * @goal: a goal of it
 * @confidence: the chance of meeting it, 0 to 100 percent; NAN when not said
 *
 * Returns: (transfer none) (nullable): a check-in of today; %NULL in a document that can only be read
 */
TlCheckIn *
tl_goal_edits_add_check_in (TlDocument *document,
                            TlGoal     *goal,
                            double      confidence)
{
  g_autoptr (TlCheckIn) check_in = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_GOAL (goal), NULL);

  if (!tl_edits_check_writable (document, NULL))
    return NULL;

  check_in = tl_check_in_new ();
  tl_check_in_set_goal (check_in, goal);
  tl_check_in_set_date (check_in, tl_date_today ());
  tl_check_in_set_confidence (check_in, confidence);
  add_entity (document, TL_ENTITY (check_in), _("Add Check-In"));
  return check_in;
}

static TlTension *
find_tension (TlGoal *first,
              TlGoal *second)
{
  g_autoptr (GPtrArray) tensions = tl_entity_dup_referrers (TL_ENTITY (first), TL_TYPE_TENSION, NULL);

  for (guint i = 0; i < tensions->len; i++)
    {
      TlTension *tension = g_ptr_array_index (tensions, i);

      if (tl_tension_get_first (tension) == second || tl_tension_get_second (tension) == second)
        return tension;
    }

  return NULL;
}

/**
 * tl_document_add_tension:
 * @document: a document
 * @first: a goal of it
 * @second: another one
 * @error: return location for a #TlDocumentError
 *
 * Says that two goals pull against each other.  Does nothing when that is said already, whichever comes first.
 *
 * Returns: (transfer none) (nullable): the tension, or %NULL when it was refused
 */
TlTension *
tl_document_add_tension (TlDocument  *document,
                         TlGoal      *first,
                         TlGoal      *second,
                         GError     **error)
{
  g_autoptr (TlTension) tension = NULL;
  TlTension *existing;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_GOAL (first), NULL);
  g_return_val_if_fail (TL_IS_GOAL (second), NULL);

  if (!tl_edits_check_writable (document, error))
    return NULL;
  if (first == second)
    {
      g_autofree char *title = tl_entity_dup_display_name (TL_ENTITY (first));

      tl_edits_refuse (error, _("“%s” cannot pull against itself. Choose another goal."), title);
      return NULL;
    }

  existing = find_tension (first, second);
  if (existing != NULL)
    return existing;

  tension = tl_tension_new ();
  tl_tension_set_first (tension, first);
  tl_tension_set_second (tension, second);
  add_entity (document, TL_ENTITY (tension), _("Add Tension"));
  return tension;
}
