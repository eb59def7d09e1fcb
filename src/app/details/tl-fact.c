/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the details: what it is called, and what it is.
 *
 * The value may lead to a person or a goal, and a number that has been worked out carries its explanation, so that
 * it can be opened.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-fact.h"

struct _TlFact
{
  GObject parent_instance;

  char          *label;
  char          *value;
  char          *title;           /* whose number it is, for the explanation's heading */
  TlEntity      *entity;
  TlExplanation *explanation;
};

G_DEFINE_FINAL_TYPE (TlFact, tl_fact, G_TYPE_OBJECT)

static void
tl_fact_finalize (GObject *object)
{
  TlFact *self = TL_FACT (object);

  g_free (self->label);
  g_free (self->value);
  g_free (self->title);
  g_clear_object (&self->entity);
  g_clear_pointer (&self->explanation, tl_explanation_free);

  G_OBJECT_CLASS (tl_fact_parent_class)->finalize (object);
}

static void
tl_fact_class_init (TlFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_fact_finalize;
}

static void
tl_fact_init (TlFact *self)
{
}

/**
 * tl_fact_new:
 * @label: what it is called
 * @value: what it is
 *
 * Returns: (transfer full): a fact that leads nowhere
 */
TlFact *
tl_fact_new (const char *label,
             const char *value)
{
  TlFact *self;

  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  self = g_object_new (TL_TYPE_FACT, NULL);
  self->label = g_strdup (label);
  self->value = g_strdup (value);
  return self;
}

/**
 * tl_fact_new_for_entity:
 * @label: what it is called
 * @entity: a person or a goal
 *
 * Returns: (transfer full): a fact that leads to @entity
 */
TlFact *
tl_fact_new_for_entity (const char *label,
                        TlEntity   *entity)
{
  g_autofree char *name = NULL;
  TlFact *self;

  g_return_val_if_fail (TL_IS_ENTITY (entity), NULL);

  name = tl_entity_dup_display_name (entity);
  self = tl_fact_new (label, name);
  self->entity = g_object_ref (entity);
  return self;
}

/**
 * tl_fact_new_for_explanation:
 * @explanation: (transfer full): a number and how it came about
 * @title: whose number it is
 *
 * Returns: (transfer full): a fact that can be opened
 */
TlFact *
tl_fact_new_for_explanation (TlExplanation *explanation,
                             const char    *title)
{
  TlFact *self;

  g_return_val_if_fail (explanation != NULL, NULL);

  self = tl_fact_new (explanation->label, explanation->value);
  self->title = g_strdup (title);
  self->explanation = explanation;
  return self;
}

/**
 * tl_fact_get_label:
 * @self: a fact
 *
 * Returns: (transfer none): what it is called
 */
const char *
tl_fact_get_label (TlFact *self)
{
  g_return_val_if_fail (TL_IS_FACT (self), NULL);

  return self->label;
}

/**
 * tl_fact_get_value:
 * @self: a fact
 *
 * Returns: (transfer none): what it is
 */
const char *
tl_fact_get_value (TlFact *self)
{
  g_return_val_if_fail (TL_IS_FACT (self), NULL);

  return self->value;
}

/**
 * tl_fact_get_title:
 * @self: a fact
 *
 * Returns: (transfer none) (nullable): whose number it is
 */
const char *
tl_fact_get_title (TlFact *self)
{
  g_return_val_if_fail (TL_IS_FACT (self), NULL);

  return self->title;
}

/**
 * tl_fact_get_entity:
 * @self: a fact
 *
 * Returns: (transfer none) (nullable): what it leads to
 */
TlEntity *
tl_fact_get_entity (TlFact *self)
{
  g_return_val_if_fail (TL_IS_FACT (self), NULL);

  return self->entity;
}

/**
 * tl_fact_get_explanation:
 * @self: a fact
 *
 * Returns: (transfer none) (nullable): how the number came about
 */
const TlExplanation *
tl_fact_get_explanation (TlFact *self)
{
  g_return_val_if_fail (TL_IS_FACT (self), NULL);

  return self->explanation;
}
