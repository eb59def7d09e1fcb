/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that was said in a conversation, and where it belongs: Work, Impact, Result, or a note. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <math.h>

#include "tl-statement.h"

#include "tl-accessors.h"
#include "tl-enum-types.h"

struct _TlStatement
{
  TlEntity parent_instance;
};

enum
{
  PROP_CONVERSATION = 1,
  PROP_TEXT,
  PROP_FACET,
  PROP_REPUTATION,
  PROP_BENEFICIARY,
  PROP_QUESTION,
  PROP_POSITION,
  PROP_WHO,
  PROP_DETAIL,
  PROP_SKILLS,
  PROP_DUE,
  PROP_AGREED,
  PROP_ACTION_STATE,
  PROP_LEARNED,
  PROP_GOAL,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_CONVERSATION)

G_DEFINE_FINAL_TYPE (TlStatement, tl_statement, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_statement_class_init (TlStatementClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "statement");

  /**
   * TlStatement:conversation:
   *
   * What it was said in.
   */
  properties[PROP_FIELD (PROP_CONVERSATION)] =
    g_param_spec_object ("conversation", NULL, NULL, TL_TYPE_CONVERSATION, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlStatement:text:
   *
   * The words, as they were said.
   */
  properties[PROP_FIELD (PROP_TEXT)] =
    g_param_spec_string ("text", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlStatement:facet:
   *
   * Its column in the frame; a statement that is in none is a note.
   */
  properties[PROP_FIELD (PROP_FACET)] =
    g_param_spec_enum ("facet", NULL, NULL, TL_TYPE_FACET, TL_FACET_UNSET, TL_PARAM_FIELD);

  /**
   * TlStatement:reputation:
   *
   * Whether it is a reputation: a Result that some Impact beneath it would bring.
   */
  properties[PROP_FIELD (PROP_REPUTATION)] =
    g_param_spec_boolean ("reputation", NULL, NULL, FALSE, TL_PARAM_FIELD);

  /**
   * TlStatement:beneficiary:
   *
   * Whose life it makes better, or whose Result it is.
   */
  properties[PROP_FIELD (PROP_BENEFICIARY)] =
    g_param_spec_enum ("beneficiary", NULL, NULL, TL_TYPE_BENEFICIARY, TL_BENEFICIARY_UNSET, TL_PARAM_FIELD);

  /**
   * TlStatement:question:
   *
   * The key of the question it answers; %NULL when it came by itself.
   */
  properties[PROP_FIELD (PROP_QUESTION)] =
    g_param_spec_string ("question", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlStatement:position:
   *
   * Its place in its column, the smallest first; NAN is after those that have one.
   */
  properties[PROP_FIELD (PROP_POSITION)] =
    tl_param_spec_number ("position", NAN, TL_PARAM_FIELD);

  /**
   * TlStatement:who:
   *
   * Who does the Work, or for whom exactly the Impact is.
   */
  properties[PROP_FIELD (PROP_WHO)] =
    g_param_spec_string ("who", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlStatement:detail:
   *
   * What it looks like for them, specifically.
   */
  properties[PROP_FIELD (PROP_DETAIL)] =
    g_param_spec_string ("detail", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlStatement:skills:
   *
   * The people, skills and activities it takes.
   */
  properties[PROP_FIELD (PROP_SKILLS)] =
    g_param_spec_string ("skills", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlStatement:due:
   *
   * By when.
   */
  properties[PROP_FIELD (PROP_DUE)] =
    g_param_spec_boxed ("due", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlStatement:agreed:
   *
   * Whether both agreed that it is going to be done.
   */
  properties[PROP_FIELD (PROP_AGREED)] =
    g_param_spec_boolean ("agreed", NULL, NULL, FALSE, TL_PARAM_FIELD);

  /**
   * TlStatement:action-state:
   *
   * What became of what was agreed.
   */
  properties[PROP_FIELD (PROP_ACTION_STATE)] =
    g_param_spec_enum ("action-state", NULL, NULL, TL_TYPE_ACTION_STATE, TL_ACTION_STATE_OPEN, TL_PARAM_FIELD);

  /**
   * TlStatement:learned:
   *
   * What came of it, and what was learned.
   */
  properties[PROP_FIELD (PROP_LEARNED)] =
    g_param_spec_string ("learned", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlStatement:goal:
   *
   * The goal it became, or was found to be.
   */
  properties[PROP_FIELD (PROP_GOAL)] =
    g_param_spec_object ("goal", NULL, NULL, TL_TYPE_GOAL, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_statement_init (TlStatement *self)
{
}

/**
 * tl_statement_new:
 *
 * Returns: (transfer full): a new statement that is part of no model yet
 */
TlStatement *
tl_statement_new (void)
{
  return g_object_new (TL_TYPE_STATEMENT, NULL);
}

TL_DEFINE_REFERENCE (TlStatement, tl_statement, TL_IS_STATEMENT, conversation, PROP_CONVERSATION, TlConversation)
TL_DEFINE_STRING (TlStatement, tl_statement, TL_IS_STATEMENT, text, PROP_TEXT)
TL_DEFINE_INTEGER (TlStatement, tl_statement, TL_IS_STATEMENT, facet, PROP_FACET, TlFacet)
TL_DEFINE_INTEGER (TlStatement, tl_statement, TL_IS_STATEMENT, reputation, PROP_REPUTATION, gboolean)
TL_DEFINE_INTEGER (TlStatement, tl_statement, TL_IS_STATEMENT, beneficiary, PROP_BENEFICIARY, TlBeneficiary)
TL_DEFINE_STRING (TlStatement, tl_statement, TL_IS_STATEMENT, question, PROP_QUESTION)
TL_DEFINE_NUMBER (TlStatement, tl_statement, TL_IS_STATEMENT, position, PROP_POSITION)
TL_DEFINE_STRING (TlStatement, tl_statement, TL_IS_STATEMENT, who, PROP_WHO)
TL_DEFINE_STRING (TlStatement, tl_statement, TL_IS_STATEMENT, detail, PROP_DETAIL)
TL_DEFINE_STRING (TlStatement, tl_statement, TL_IS_STATEMENT, skills, PROP_SKILLS)
TL_DEFINE_INTEGER (TlStatement, tl_statement, TL_IS_STATEMENT, due, PROP_DUE, TlDate)
TL_DEFINE_INTEGER (TlStatement, tl_statement, TL_IS_STATEMENT, agreed, PROP_AGREED, gboolean)
TL_DEFINE_INTEGER (TlStatement, tl_statement, TL_IS_STATEMENT, action_state, PROP_ACTION_STATE, TlActionState)
TL_DEFINE_STRING (TlStatement, tl_statement, TL_IS_STATEMENT, learned, PROP_LEARNED)
TL_DEFINE_REFERENCE (TlStatement, tl_statement, TL_IS_STATEMENT, goal, PROP_GOAL, TlGoal)

/**
 * tl_statement_dup_doer:
 * @self: a statement
 *
 * Says who does it, so that nobody has to be asked for what goes without saying: Work, and whatever was agreed, is done by
 * the person the conversation is with unless somebody else was named.
 *
 * Returns: (transfer full) (nullable): the name of whoever does it; %NULL when that was not said, and when the person has
 *   no name
 */
char *
tl_statement_dup_doer (TlStatement *self)
{
  g_return_val_if_fail (TL_IS_STATEMENT (self), NULL);

  g_autofree char *said = g_strdup (tl_statement_get_who (self));

  if (said != NULL && *g_strstrip (said) != '\0')
    return g_steal_pointer (&said);
  if (tl_statement_get_facet (self) != TL_FACET_WORK && !tl_statement_get_agreed (self))
    return NULL;

  TlConversation *conversation = tl_statement_get_conversation (self);
  TlPerson *person = conversation != NULL ? tl_conversation_get_person (conversation) : NULL;
  const char *name = person != NULL ? tl_party_get_name (TL_PARTY (person)) : NULL;

  return name != NULL && *name != '\0' ? g_strdup (name) : NULL;
}
