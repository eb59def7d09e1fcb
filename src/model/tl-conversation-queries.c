/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a conversation holds and what came before it, in the order in which people read it. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <math.h>

#include "tl-conversation.h"

#include "tl-statement-link.h"

/* The columns from left to right, and the notes after them */
static int
get_column (TlStatement *statement)
{
  TlFacet facet = tl_statement_get_facet (statement);

  return facet == TL_FACET_UNSET ? TL_FACET_RESULT + 1 : (int) facet;
}

static int
compare_ranks (gpointer first,
               gpointer second)
{
  guint64 a = tl_entity_get_rank (first);
  guint64 b = tl_entity_get_rank (second);

  return (a > b) - (a < b);
}

static int
compare_statements (gconstpointer first,
                    gconstpointer second)
{
  TlStatement *a = *(TlStatement *const *) first;
  TlStatement *b = *(TlStatement *const *) second;
  double place_a = tl_statement_get_position (a);
  double place_b = tl_statement_get_position (b);

  if (get_column (a) != get_column (b))
    return get_column (a) - get_column (b);

  if (isnan (place_a) != isnan (place_b))
    return isnan (place_a) ? 1 : -1;

  if (!isnan (place_a) && place_a != place_b)
    return place_a < place_b ? -1 : 1;

  return compare_ranks (a, b);
}

/* The newest first; one without a date is the oldest. */
static int
compare_conversations (gconstpointer first,
                       gconstpointer second)
{
  TlConversation *a = *(TlConversation *const *) first;
  TlConversation *b = *(TlConversation *const *) second;
  TlDate date_a = tl_conversation_get_date (a);
  TlDate date_b = tl_conversation_get_date (b);

  if (date_a != date_b)
    return date_a > date_b ? -1 : 1;

  return -compare_ranks (a, b);
}

/**
 * tl_conversation_dup_statements:
 * @self: a conversation
 *
 * Returns: (transfer container) (element-type TlStatement): what was said, column by column (Work, Impact, Result,
 *   notes), each in its order
 */
GPtrArray *
tl_conversation_dup_statements (TlConversation *self)
{
  GPtrArray *statements;

  g_return_val_if_fail (TL_IS_CONVERSATION (self), NULL);

  statements = tl_entity_dup_referrers (TL_ENTITY (self), TL_TYPE_STATEMENT, "conversation");
  g_ptr_array_sort (statements, compare_statements);
  return statements;
}

/**
 * tl_conversation_dup_links:
 * @self: a conversation
 *
 * Returns: (transfer container) (element-type TlStatementLink): the lines between what was said, in the order of the
 *   statements they start from
 */
GPtrArray *
tl_conversation_dup_links (TlConversation *self)
{
  g_autoptr (GPtrArray) statements = NULL;
  GPtrArray *links;

  g_return_val_if_fail (TL_IS_CONVERSATION (self), NULL);

  statements = tl_conversation_dup_statements (self);
  links = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_extend_and_steal (links, tl_entity_dup_referrers (g_ptr_array_index (statements, i),
                                                                  TL_TYPE_STATEMENT_LINK, "from"));

  return links;
}

/**
 * tl_person_dup_conversations:
 * @person: somebody
 *
 * Returns: (transfer container) (element-type TlConversation): the conversations with them, the newest first; of
 *   several on one day the one that was begun last is the newest
 */
GPtrArray *
tl_person_dup_conversations (TlPerson *person)
{
  GPtrArray *conversations;

  g_return_val_if_fail (TL_IS_PERSON (person), NULL);

  conversations = tl_entity_dup_referrers (TL_ENTITY (person), TL_TYPE_CONVERSATION, "person");
  g_ptr_array_sort (conversations, compare_conversations);
  return conversations;
}

/**
 * tl_conversation_get_previous:
 * @self: a conversation
 *
 * Returns: (transfer none) (nullable): the one before it with the same person
 */
TlConversation *
tl_conversation_get_previous (TlConversation *self)
{
  g_autoptr (GPtrArray) conversations = NULL;
  guint at;

  g_return_val_if_fail (TL_IS_CONVERSATION (self), NULL);

  if (tl_conversation_get_person (self) == NULL)
    return NULL;

  conversations = tl_person_dup_conversations (tl_conversation_get_person (self));
  if (!g_ptr_array_find (conversations, self, &at) || at + 1 >= conversations->len)
    return NULL;

  return g_ptr_array_index (conversations, at + 1);
}
