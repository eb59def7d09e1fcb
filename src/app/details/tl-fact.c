/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the details: a number that has been worked out, with its explanation, so that it can be opened. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-fact.h"

struct _TlFact
{
  GObject parent_instance;

  TlExplanation *explanation;
  char          *title;           /* whose number it is, for the explanation's heading */
};

G_DEFINE_FINAL_TYPE (TlFact, tl_fact, G_TYPE_OBJECT)

static void
tl_fact_finalize (GObject *object)
{
  TlFact *self = TL_FACT (object);

  g_free (self->title);
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
 * @explanation: (transfer full): a number and how it came about
 * @title: whose number it is
 *
 * Returns: (transfer full): a fact that can be opened
 */
TlFact *
tl_fact_new (TlExplanation *explanation,
             const char    *title)
{
  TlFact *self;

  g_return_val_if_fail (explanation != NULL, NULL);

  self = g_object_new (TL_TYPE_FACT, NULL);
  self->explanation = explanation;
  self->title = g_strdup (title);
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

  return self->explanation->label;
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

  return self->explanation->value;
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
 * tl_fact_get_explanation:
 * @self: a fact
 *
 * Returns: (transfer none): how the number came about
 */
const TlExplanation *
tl_fact_get_explanation (TlFact *self)
{
  g_return_val_if_fail (TL_IS_FACT (self), NULL);

  return self->explanation;
}
