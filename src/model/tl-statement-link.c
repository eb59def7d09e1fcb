/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the frame: from what helps to what is helped, or from a Result back to the Impact it lets one invest in again. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-statement-link.h"

#include "tl-accessors.h"

struct _TlStatementLink
{
  TlEntity parent_instance;
};

enum
{
  PROP_FROM = 1,
  PROP_TO,
  PROP_LOOP,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_FROM)

G_DEFINE_FINAL_TYPE (TlStatementLink, tl_statement_link, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_statement_link_class_init (TlStatementLinkClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "statement-link");

  /**
   * TlStatementLink:from:
   *
   * What helps.
   */
  properties[PROP_FIELD (PROP_FROM)] =
    g_param_spec_object ("from", NULL, NULL, TL_TYPE_STATEMENT, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlStatementLink:to:
   *
   * What is helped.
   */
  properties[PROP_FIELD (PROP_TO)] =
    g_param_spec_object ("to", NULL, NULL, TL_TYPE_STATEMENT, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlStatementLink:loop:
   *
   * Whether it closes the loop: a Result that lets us, or them, invest again in an Impact.
   */
  properties[PROP_FIELD (PROP_LOOP)] =
    g_param_spec_boolean ("loop", NULL, NULL, FALSE, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_statement_link_init (TlStatementLink *self)
{
}

/**
 * tl_statement_link_new:
 *
 * Returns: (transfer full): a new link that is part of no model yet
 */
TlStatementLink *
tl_statement_link_new (void)
{
  return g_object_new (TL_TYPE_STATEMENT_LINK, NULL);
}

TL_DEFINE_REFERENCE (TlStatementLink, tl_statement_link, TL_IS_STATEMENT_LINK, from, PROP_FROM, TlStatement)
TL_DEFINE_REFERENCE (TlStatementLink, tl_statement_link, TL_IS_STATEMENT_LINK, to, PROP_TO, TlStatement)
TL_DEFINE_INTEGER (TlStatementLink, tl_statement_link, TL_IS_STATEMENT_LINK, loop, PROP_LOOP, gboolean)
