/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sentence about somebody, and the button that does something about it. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-attention-row.h"

#include <glib/gi18n-lib.h>

#include "tl-measure.h"

struct _TlAttentionRow
{
  GtkListBoxRow parent_instance;

  GtkLabel  *text;
  GtkButton *step;
};

G_DEFINE_FINAL_TYPE (TlAttentionRow, tl_attention_row, GTK_TYPE_LIST_BOX_ROW)

/* What to do about each kind; those that take an identity get that of the goal. */
static const struct
{
  const char *label;
  const char *action;
  gboolean    has_target;
  gboolean    edits;
} steps[] = {
  [TL_ATTENTION_NO_GOAL] = { N_("Add a Goal"), "people.add-goal", FALSE, TRUE },
  [TL_ATTENTION_NOT_CONNECTED] = { N_("Connect…"), "people.connect", TRUE, TRUE },
  [TL_ATTENTION_ONLY_RESULTS] = { N_("Add the Work behind It"), "people.add-work", FALSE, TRUE },
  [TL_ATTENTION_TOO_MANY] = { N_("Look at Them"), "people.go-to-goals", FALSE, FALSE },
  [TL_ATTENTION_NO_CHECK_IN] = { N_("Open the Goal"), "people.open-goal", TRUE, FALSE },
  [TL_ATTENTION_NO_READING] = { N_("Open the Goal"), "people.open-goal", TRUE, FALSE },
};

static TlEntity *
get_goal (TlEntity *entity)
{
  return TL_IS_MEASURE (entity) ? TL_ENTITY (tl_measure_get_goal (TL_MEASURE (entity))) : entity;
}

static void
tl_attention_row_class_init (TlAttentionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-attention-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlAttentionRow, text);
  gtk_widget_class_bind_template_child (widget_class, TlAttentionRow, step);
}

static void
tl_attention_row_init (TlAttentionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_attention_row_new:
 * @attention: what needs attention
 * @is_read_only: whether nothing can be changed, so that only steps that look at something are offered
 *
 * Returns: (transfer full): a row that says so
 */
GtkWidget *
tl_attention_row_new (const TlAttention *attention,
                      gboolean           is_read_only)
{
  TlAttentionRow *self;

  g_return_val_if_fail (attention != NULL, NULL);

  self = g_object_new (TL_TYPE_ATTENTION_ROW, NULL);
  gtk_label_set_label (self->text, attention->text);
  gtk_button_set_label (self->step, _(steps[attention->kind].label));
  gtk_widget_set_visible (GTK_WIDGET (self->step), !is_read_only || !steps[attention->kind].edits);
  if (steps[attention->kind].has_target)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->step), "s",
                                      tl_entity_get_id (get_goal (attention->entity)));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->step), steps[attention->kind].action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->step), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, attention->text,
                                  -1);
  return GTK_WIDGET (self);
}
