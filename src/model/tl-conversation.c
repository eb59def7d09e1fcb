/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A coaching conversation with a person on a day.  What was said are statements, which point to it. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-conversation.h"

#include "tl-accessors.h"
#include "tl-enum-types.h"

struct _TlConversation
{
  TlEntity parent_instance;
};

enum
{
  PROP_PERSON = 1,
  PROP_COACH,
  PROP_COACH_NAME,
  PROP_DATE,
  PROP_STATE,
  PROP_QUESTION_SET,
  PROP_PLACE,
  PROP_SKIPPED,
  PROP_OPEN_QUESTIONS,
  PROP_LOOK_AGAIN,
  PROP_PRIVATE_NOTES,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_PERSON)

G_DEFINE_FINAL_TYPE (TlConversation, tl_conversation, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_conversation_class_init (TlConversationClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "conversation");

  /**
   * TlConversation:person:
   *
   * With whom.  What was said with somebody goes when they do.
   */
  properties[PROP_FIELD (PROP_PERSON)] =
    g_param_spec_object ("person", NULL, NULL, TL_TYPE_PERSON, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlConversation:coach:
   *
   * Who asked, when they are part of the document.
   */
  properties[PROP_FIELD (PROP_COACH)] =
    g_param_spec_object ("coach", NULL, NULL, TL_TYPE_PERSON, TL_PARAM_FIELD);

  /**
   * TlConversation:coach-name:
   *
   * Who asked, when they are not.
   */
  properties[PROP_FIELD (PROP_COACH_NAME)] =
    g_param_spec_string ("coach-name", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlConversation:date:
   *
   * The day.
   */
  properties[PROP_FIELD (PROP_DATE)] =
    g_param_spec_boxed ("date", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlConversation:state:
   *
   * Whether it goes on; one that is paused is open.
   */
  properties[PROP_FIELD (PROP_STATE)] =
    g_param_spec_enum ("state", NULL, NULL, TL_TYPE_CONVERSATION_STATE, TL_CONVERSATION_STATE_OPEN, TL_PARAM_FIELD);

  /**
   * TlConversation:question-set:
   *
   * The id of the questions that lead it.
   */
  properties[PROP_FIELD (PROP_QUESTION_SET)] =
    g_param_spec_string ("question-set", NULL, NULL, "work-impact-result", TL_PARAM_FIELD);

  /**
   * TlConversation:place:
   *
   * The key of the question it stands at; %NULL at the beginning.
   */
  properties[PROP_FIELD (PROP_PLACE)] =
    g_param_spec_string ("place", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlConversation:skipped:
   *
   * The keys of the questions that were skipped, one a line.
   */
  properties[PROP_FIELD (PROP_SKIPPED)] =
    g_param_spec_string ("skipped", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlConversation:open-questions:
   *
   * What was left open, one question a line.
   */
  properties[PROP_FIELD (PROP_OPEN_QUESTIONS)] =
    g_param_spec_string ("open-questions", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlConversation:look-again:
   *
   * When to talk again.
   */
  properties[PROP_FIELD (PROP_LOOK_AGAIN)] =
    g_param_spec_boxed ("look-again", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlConversation:private-notes:
   *
   * What only the coach is to read; never part of what is shared.
   */
  properties[PROP_FIELD (PROP_PRIVATE_NOTES)] =
    g_param_spec_string ("private-notes", NULL, NULL, NULL, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_conversation_init (TlConversation *self)
{
}

/**
 * tl_conversation_new:
 *
 * Returns: (transfer full): a new conversation that is part of no model yet
 */
TlConversation *
tl_conversation_new (void)
{
  return g_object_new (TL_TYPE_CONVERSATION, NULL);
}

TL_DEFINE_REFERENCE (TlConversation, tl_conversation, TL_IS_CONVERSATION, person, PROP_PERSON, TlPerson)
TL_DEFINE_REFERENCE (TlConversation, tl_conversation, TL_IS_CONVERSATION, coach, PROP_COACH, TlPerson)
TL_DEFINE_STRING (TlConversation, tl_conversation, TL_IS_CONVERSATION, coach_name, PROP_COACH_NAME)
TL_DEFINE_INTEGER (TlConversation, tl_conversation, TL_IS_CONVERSATION, date, PROP_DATE, TlDate)
TL_DEFINE_INTEGER (TlConversation, tl_conversation, TL_IS_CONVERSATION, state, PROP_STATE, TlConversationState)
TL_DEFINE_STRING (TlConversation, tl_conversation, TL_IS_CONVERSATION, question_set, PROP_QUESTION_SET)
TL_DEFINE_STRING (TlConversation, tl_conversation, TL_IS_CONVERSATION, place, PROP_PLACE)
TL_DEFINE_STRING (TlConversation, tl_conversation, TL_IS_CONVERSATION, skipped, PROP_SKIPPED)
TL_DEFINE_STRING (TlConversation, tl_conversation, TL_IS_CONVERSATION, open_questions, PROP_OPEN_QUESTIONS)
TL_DEFINE_INTEGER (TlConversation, tl_conversation, TL_IS_CONVERSATION, look_again, PROP_LOOK_AGAIN, TlDate)
TL_DEFINE_STRING (TlConversation, tl_conversation, TL_IS_CONVERSATION, private_notes, PROP_PRIVATE_NOTES)
