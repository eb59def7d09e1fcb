/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row that names a goal or a person, and leads there. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-entity-row.h"

#include "tl-words.h"

struct _TlEntityRow
{
  GtkListBoxRow parent_instance;

  GtkButton *button;
  GtkImage  *icon;
  GtkLabel  *title;
  GtkLabel  *subtitle;
  GtkLabel  *note;
};

G_DEFINE_FINAL_TYPE (TlEntityRow, tl_entity_row, GTK_TYPE_LIST_BOX_ROW)

static char *
describe (TlEntity *entity)
{
  return TL_IS_PERSON (entity) ? tl_words_of_person (TL_PERSON (entity)) : tl_words_of_goal (TL_GOAL (entity));
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
tl_entity_row_class_init (TlEntityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-entity-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlEntityRow, button);
  gtk_widget_class_bind_template_child (widget_class, TlEntityRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TlEntityRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlEntityRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, TlEntityRow, note);
}

static void
tl_entity_row_init (TlEntityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_entity_row_new:
 * @entity: a goal or a person, or with a @subtitle anybody who can own a goal
 * @action: the action that leads there; it takes the identity of @entity
 * @subtitle: (nullable): what it is, when not the usual words
 * @note: (nullable): what else to say about it
 *
 * Returns: (transfer full): a row that names @entity
 */
GtkWidget *
tl_entity_row_new (TlEntity   *entity,
                   const char *action,
                   const char *subtitle,
                   const char *note)
{
  g_autofree char *title = NULL;
  g_autofree char *usual = NULL;
  g_autofree char *name = NULL;
  TlEntityRow *self;

  g_return_val_if_fail (TL_IS_GOAL (entity) || TL_IS_PERSON (entity) || subtitle != NULL, NULL);
  g_return_val_if_fail (action != NULL, NULL);

  self = g_object_new (TL_TYPE_ENTITY_ROW, NULL);
  title = tl_entity_dup_display_name (entity);
  if (subtitle == NULL)
    subtitle = usual = describe (entity);
  gtk_image_set_from_icon_name (self->icon, tl_icon_of_entity (entity));
  if (TL_IS_GOAL (entity))
    gtk_widget_add_css_class (GTK_WIDGET (self->icon), tl_style_of_facet (tl_goal_get_facet (TL_GOAL (entity))));
  show_text (self->title, title);
  show_text (self->subtitle, subtitle);
  show_text (self->note, note);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "s", tl_entity_get_id (entity));

  name = *subtitle != '\0' ? g_strdup_printf ("%s, %s", title, subtitle) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}
