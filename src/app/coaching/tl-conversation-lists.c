/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What there is to look back at over several conversations: which there were, what was agreed and is not done, and
 * when to look again.
 *
 * All of it is read from the model when somebody asks.  There are as many conversations as people have time for, so
 * that an index would only be one more thing to keep right.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-conversation-lists.h"

#include <glib/gi18n-lib.h>

#include "tl-text-fold.h"

/* More of the first statement than this does not fit on a line. */
#define N_BEGINNING_CHARS 160

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  TlConversation *one = *(TlConversation *const *) a;
  TlConversation *other = *(TlConversation *const *) b;
  TlDate one_date = tl_conversation_get_date (one);
  TlDate other_date = tl_conversation_get_date (other);
  guint64 one_rank = tl_entity_get_rank (TL_ENTITY (one));
  guint64 other_rank = tl_entity_get_rank (TL_ENTITY (other));

  if (one_date != other_date)
    return one_date > other_date ? -1 : 1;

  return (one_rank < other_rank) - (one_rank > other_rank);
}

static int
compare_look_again (gconstpointer a,
                    gconstpointer b)
{
  TlDate one = tl_conversation_get_look_again (*(TlConversation *const *) a);
  TlDate other = tl_conversation_get_look_again (*(TlConversation *const *) b);

  return (one > other) - (one < other);
}

/* What is due soonest first, then what has no date, in the order it was agreed in. */
static int
compare_actions (gconstpointer a,
                 gconstpointer b)
{
  TlStatement *one = *(TlStatement *const *) a;
  TlStatement *other = *(TlStatement *const *) b;
  TlDate one_due = tl_statement_get_due (one);
  TlDate other_due = tl_statement_get_due (other);
  guint64 one_rank = tl_entity_get_rank (TL_ENTITY (one));
  guint64 other_rank = tl_entity_get_rank (TL_ENTITY (other));

  if (one_due != other_due)
    return one_due == TL_DATE_NONE ? 1 : other_due == TL_DATE_NONE ? -1 : one_due < other_due ? -1 : 1;

  return (one_rank > other_rank) - (one_rank < other_rank);
}

static void
append (GString    *text,
        const char *part)
{
  if (part != NULL)
    {
      g_string_append (text, part);
      g_string_append_c (text, '\n');
    }
}

/* Everything of @conversation in which words are looked for, folded */
static char *
fold_conversation (TlConversation       *conversation,
                   TlConversationSearch  where)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (conversation);
  g_autofree char *person = tl_entity_dup_display_name (TL_ENTITY (tl_conversation_get_person (conversation)));
  g_autofree char *coach = tl_conversation_lists_say_coach (conversation);
  g_autofree char *date = tl_date_format (tl_conversation_get_date (conversation));

  append (text, person);
  append (text, coach);
  append (text, date);
  append (text, tl_conversation_get_open_questions (conversation));
  if ((where & TL_CONVERSATION_SEARCH_PRIVATE) != 0)
    append (text, tl_conversation_get_private_notes (conversation));
  for (guint i = 0; i < statements->len; i++)
    {
      TlStatement *statement = g_ptr_array_index (statements, i);

      append (text, tl_statement_get_text (statement));
      append (text, tl_statement_get_who (statement));
      append (text, tl_statement_get_detail (statement));
      append (text, tl_statement_get_skills (statement));
      append (text, tl_statement_get_learned (statement));
    }

  return tl_text_fold (text->str);
}

static gboolean
has_words (TlConversation       *conversation,
           char                **words,
           TlConversationSearch  where)
{
  g_autofree char *folded = NULL;

  if (words[0] == NULL)
    return TRUE;

  folded = fold_conversation (conversation, where);
  return tl_text_has_all_words (folded, (const char *const *) words);
}

/**
 * tl_conversation_lists_find:
 * @model: a model
 * @person: (nullable): whose conversations; %NULL for everybody's
 * @words: (nullable): words that all have to be in them, with or without accents and capitals
 * @where: where the words are looked for
 *
 * Returns: (transfer full) (element-type TlConversation): the conversations, the newest first
 */
GPtrArray *
tl_conversation_lists_find (TlModel              *model,
                            TlPerson             *person,
                            const char           *words,
                            TlConversationSearch  where)
{
  g_auto (GStrv) folded = NULL;
  GListModel *list;
  GPtrArray *found;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  folded = tl_text_fold_words (words != NULL ? words : "");
  list = tl_model_get_list (model, TL_TYPE_CONVERSATION);
  found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlConversation) conversation = g_list_model_get_item (list, i);

      if ((person == NULL || tl_conversation_get_person (conversation) == person) &&
          has_words (conversation, folded, where))
        g_ptr_array_add (found, g_steal_pointer (&conversation));
    }

  g_ptr_array_sort (found, compare_newest_first);
  return found;
}

/**
 * tl_conversation_lists_find_actions:
 * @model: a model
 * @person: (nullable): with whom they were agreed; %NULL for everybody
 *
 * Returns: (transfer full) (element-type TlStatement): what was agreed and is neither done nor let go, what is due
 *   soonest first
 */
GPtrArray *
tl_conversation_lists_find_actions (TlModel  *model,
                                    TlPerson *person)
{
  GListModel *list;
  GPtrArray *found;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  list = tl_model_get_list (model, TL_TYPE_STATEMENT);
  found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlStatement) statement = g_list_model_get_item (list, i);

      if (tl_statement_get_agreed (statement) &&
          tl_statement_get_action_state (statement) == TL_ACTION_STATE_OPEN &&
          (person == NULL || tl_conversation_get_person (tl_statement_get_conversation (statement)) == person))
        g_ptr_array_add (found, g_steal_pointer (&statement));
    }

  g_ptr_array_sort (found, compare_actions);
  return found;
}

/**
 * tl_conversation_lists_find_to_look:
 * @model: a model
 * @person: (nullable): with whom; %NULL for everybody
 *
 * Only the last conversation with somebody counts: whoever has talked again since has looked.
 *
 * Returns: (transfer full) (element-type TlConversation): the conversations that have a date to look again, the
 *   earliest of these first
 */
GPtrArray *
tl_conversation_lists_find_to_look (TlModel  *model,
                                    TlPerson *person)
{
  g_autoptr (GPtrArray) all = tl_conversation_lists_find (model, person, NULL, TL_CONVERSATION_SEARCH_DEFAULT);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    {
      TlConversation *conversation = g_ptr_array_index (all, i);

      if (g_hash_table_add (seen, tl_conversation_get_person (conversation)) &&
          tl_conversation_get_look_again (conversation) != TL_DATE_NONE)
        g_ptr_array_add (found, g_object_ref (conversation));
    }

  g_ptr_array_sort (found, compare_look_again);
  return found;
}

/**
 * tl_conversation_lists_count_due:
 * @model: a model
 * @today: the day
 *
 * Returns: with how many people it is time to look again
 */
guint
tl_conversation_lists_count_due (TlModel *model,
                                 TlDate   today)
{
  g_autoptr (GPtrArray) to_look = tl_conversation_lists_find_to_look (model, NULL);
  guint n_due = 0;

  while (n_due < to_look->len && tl_conversation_get_look_again (to_look->pdata[n_due]) <= today)
    n_due++;

  return n_due;
}

/**
 * tl_conversation_lists_has_coached:
 * @model: a model
 * @person: (nullable): somebody; %NULL for anybody
 *
 * Returns: whether there has been a conversation
 */
gboolean
tl_conversation_lists_has_coached (TlModel  *model,
                                   TlPerson *person)
{
  GListModel *list;

  g_return_val_if_fail (TL_IS_MODEL (model), FALSE);

  list = tl_model_get_list (model, TL_TYPE_CONVERSATION);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlConversation) conversation = g_list_model_get_item (list, i);

      if (person == NULL || tl_conversation_get_person (conversation) == person)
        return TRUE;
    }

  return FALSE;
}

/**
 * tl_conversation_lists_say_coach:
 * @conversation: a conversation
 *
 * Returns: (transfer full): the name of the coach; empty when it is not known
 */
char *
tl_conversation_lists_say_coach (TlConversation *conversation)
{
  TlPerson *coach;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  coach = tl_conversation_get_coach (conversation);
  if (coach != NULL)
    return tl_entity_dup_display_name (TL_ENTITY (coach));

  return g_strdup (tl_conversation_get_coach_name (conversation) != NULL
                   ? tl_conversation_get_coach_name (conversation) : "");
}

/* What was said first is what has the lowest rank, wherever it stands in the frame. */
static TlStatement *
find_first (GPtrArray *statements)
{
  TlStatement *first = NULL;

  for (guint i = 0; i < statements->len; i++)
    {
      TlStatement *statement = g_ptr_array_index (statements, i);

      if (first == NULL || tl_entity_get_rank (TL_ENTITY (statement)) < tl_entity_get_rank (TL_ENTITY (first)))
        first = statement;
    }

  return first;
}

/**
 * tl_conversation_lists_say_beginning:
 * @conversation: a conversation
 *
 * Returns: (transfer full) (nullable): the statement it began with, on one line; %NULL when nothing has been said
 */
char *
tl_conversation_lists_say_beginning (TlConversation *conversation)
{
  g_autoptr (GPtrArray) statements = NULL;
  const char *text;
  TlStatement *first;
  char *line;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  statements = tl_conversation_dup_statements (conversation);
  first = find_first (statements);
  text = first != NULL ? tl_statement_get_text (first) : NULL;
  if (text == NULL)
    return NULL;

  line = g_utf8_strlen (text, -1) > N_BEGINNING_CHARS
         ? g_utf8_substring (text, 0, N_BEGINNING_CHARS) : g_strdup (text);
  return g_strdelimit (line, "\r\n\t", ' ');
}

/**
 * tl_conversation_lists_say_counts:
 * @conversation: a conversation
 *
 * Returns: (transfer full): how many statements there are, and how many of them are agreed; empty when there are none
 */
char *
tl_conversation_lists_say_counts (TlConversation *conversation)
{
  g_autoptr (GPtrArray) statements = NULL;
  g_autofree char *all = NULL;
  g_autofree char *agreed = NULL;
  guint n_agreed = 0;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  statements = tl_conversation_dup_statements (conversation);
  for (guint i = 0; i < statements->len; i++)
    n_agreed += tl_statement_get_agreed (statements->pdata[i]) ? 1 : 0;

  if (statements->len == 0)
    return g_strdup ("");

  all = g_strdup_printf (ngettext ("%u statement", "%u statements", statements->len), statements->len);
  if (n_agreed == 0)
    return g_steal_pointer (&all);

  /* Translators: how much of the Work is agreed */
  agreed = g_strdup_printf (ngettext ("%u agreed", "%u agreed", n_agreed), n_agreed);
  return g_strdup_printf ("%s · %s", all, agreed);
}
