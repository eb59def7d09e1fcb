/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to call a step that nobody named, by what it did to which kind of entity. */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-document-private.h"

typedef struct
{
  const char *kind;
  const char *rename;
  const char *edit;
  const char *add;
  const char *remove;
} TlKindLabels;

/* Translators: steps in the menu after “Undo”, as in “Undo Rename Goal” */
static const TlKindLabels labels[] = {
  { "settings", N_("Rename Document"), N_("Change Settings"), N_("Add Settings"), N_("Remove Settings") },
  { "organisation", N_("Rename Organisation"), N_("Edit Organisation"), N_("Add Organisation"),
    N_("Remove Organisation") },
  { "unit", N_("Rename Unit"), N_("Edit Unit"), N_("Add Unit"), N_("Remove Unit") },
  { "person", N_("Rename Person"), N_("Edit Person"), N_("Add Person"), N_("Remove Person") },
  { "cycle", N_("Rename Cycle"), N_("Edit Cycle"), N_("Add Cycle"), N_("Remove Cycle") },
  { "goal", N_("Rename Goal"), N_("Edit Goal"), N_("Add Goal"), N_("Remove Goal") },
  { "contribution", N_("Edit Contribution"), N_("Edit Contribution"), N_("Connect Goals"),
    N_("Disconnect Goals") },
  { "tension", N_("Edit Tension"), N_("Edit Tension"), N_("Add Tension"), N_("Remove Tension") },
  { "measure", N_("Rename Measure"), N_("Edit Measure"), N_("Add Measure"), N_("Remove Measure") },
  { "reading", N_("Edit Reading"), N_("Edit Reading"), N_("Add Reading"), N_("Remove Reading") },
  { "check-in", N_("Edit Check-In"), N_("Edit Check-In"), N_("Add Check-In"), N_("Remove Check-In") },
  { "conversation", N_("Edit Conversation"), N_("Edit Conversation"), N_("Start Conversation"),
    N_("Remove Conversation") },
  { "statement", N_("Edit Statement"), N_("Edit Statement"), N_("Add Statement"), N_("Remove Statement") },
  { "statement-link", N_("Edit Link"), N_("Edit Link"), N_("Connect Statements"), N_("Disconnect Statements") },
};

static const TlKindLabels *
find_labels (TlEntity *entity)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (labels[i].kind, tl_entity_get_kind (entity)))
        return &labels[i];
    }

  g_assert_not_reached ();
}

/**
 * tl_edit_label_for_change:
 * @entity: an entity
 * @pspec: (nullable): the property that changed; %NULL when there were several
 *
 * Returns: (transfer none): what to call the step, translated
 */
const char *
tl_edit_label_for_change (TlEntity   *entity,
                          GParamSpec *pspec)
{
  const TlKindLabels *found = find_labels (entity);

  if (pspec != NULL && (g_str_equal (pspec->name, "title") || g_str_equal (pspec->name, "name")))
    return _(found->rename);

  return _(found->edit);
}

/**
 * tl_edit_label_for_addition:
 * @entity: an entity
 *
 * Returns: (transfer none): what to call the step, translated
 */
const char *
tl_edit_label_for_addition (TlEntity *entity)
{
  return _(find_labels (entity)->add);
}

/**
 * tl_edit_label_for_removal:
 * @entity: an entity
 *
 * Returns: (transfer none): what to call the step, translated
 */
const char *
tl_edit_label_for_removal (TlEntity *entity)
{
  return _(find_labels (entity)->remove);
}
