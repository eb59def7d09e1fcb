/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements of a conversation made into goals, and the links between them into contributions.
 *
 * What is suggested: a goal that says the same in similar words is taken before a new one is made; the agreed work
 * becomes goals; and so does what it helps, and what stands between two that do: work that leads nowhere, and a chain
 * with a link missing, connect no dots. */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-edits-private.h"
#include "tl-into-goals-private.h"

/**
 * tl_into_choice_new:
 * @statement: a statement
 * @into: what becomes of it
 * @goal: (nullable): the goal, for %TL_INTO_EXISTING
 * @owner: (nullable): whose the new goal is, for %TL_INTO_NEW_GOAL
 *
 * Returns: (transfer full): a choice, without a similar goal
 */
TlIntoChoice *
tl_into_choice_new (TlStatement *statement,
                    TlInto       into,
                    TlGoal      *goal,
                    TlParty     *owner)
{
  TlIntoChoice *self;

  g_return_val_if_fail (TL_IS_STATEMENT (statement), NULL);

  self = g_new0 (TlIntoChoice, 1);
  self->statement = g_object_ref (statement);
  self->into = into;
  g_set_object (&self->goal, goal);
  g_set_object (&self->owner, owner);
  return self;
}

/**
 * tl_into_choice_free:
 * @self: (transfer full): a choice
 */
void
tl_into_choice_free (TlIntoChoice *self)
{
  g_object_unref (self->statement);
  g_clear_object (&self->goal);
  g_clear_object (&self->owner);
  g_clear_object (&self->similar);
  g_free (self);
}

/* What was agreed, and is not done or let go already */
static gboolean
is_agreed_work (TlStatement *statement)
{
  return tl_statement_get_agreed (statement) && tl_statement_get_facet (statement) == TL_FACET_WORK &&
         tl_statement_get_action_state (statement) == TL_ACTION_STATE_OPEN;
}

static TlIntoChoice *
suggest (TlStatement       *statement,
         TlIntoSimilarFunc  similar,
         gpointer           user_data)
{
  TlIntoChoice *choice = tl_into_choice_new (statement, TL_INTO_STAYS, tl_statement_get_goal (statement), NULL);
  gboolean is_note = tl_statement_get_facet (statement) == TL_FACET_UNSET;

  if (choice->goal == NULL && similar != NULL && tl_statement_get_text (statement) != NULL)
    g_set_object (&choice->similar, similar (tl_statement_get_text (statement), user_data));
  if (choice->goal == NULL && !is_note)
    g_set_object (&choice->goal, choice->similar);

  if (choice->goal != NULL)
    choice->into = TL_INTO_EXISTING;
  else if (is_agreed_work (statement))
    choice->into = TL_INTO_NEW_GOAL;

  return choice;
}

static void
add_those (GHashTable *statements,
           GPtrArray  *choices,
           TlInto      into)
{
  for (guint i = 0; i < choices->len; i++)
    {
      TlIntoChoice *choice = g_ptr_array_index (choices, i);

      if (choice->into == into)
        g_hash_table_add (statements, choice->statement);
    }
}

/* The statements that are reached from those that become new goals, and @with_existing from those that are goals already,
 * along the links or against them.  What the cascade has already is not gone into. */
static GHashTable *
find_reached (GPtrArray *links,
              GPtrArray *choices,
              gboolean   with_existing,
              gboolean   upwards)
{
  g_autoptr (GHashTable) existing = g_hash_table_new (NULL, NULL);
  GHashTable *reached = g_hash_table_new (NULL, NULL);
  gboolean has_grown = TRUE;

  add_those (existing, choices, TL_INTO_EXISTING);
  add_those (reached, choices, TL_INTO_NEW_GOAL);
  if (with_existing)
    add_those (reached, choices, TL_INTO_EXISTING);

  while (has_grown)
    {
      has_grown = FALSE;
      for (guint i = 0; i < links->len; i++)
        {
          TlStatementLink *link = g_ptr_array_index (links, i);
          TlStatement *from = tl_statement_link_get_from (link);
          TlStatement *to = tl_statement_link_get_to (link);

          if (!tl_statement_link_get_loop (link) && g_hash_table_contains (reached, upwards ? from : to) &&
              !g_hash_table_contains (existing, upwards ? to : from) && g_hash_table_add (reached, upwards ? to : from))
            has_grown = TRUE;
        }
    }

  return reached;
}

/* What the new goals help becomes one as well, up to what the cascade has already. */
static void
suggest_above (GPtrArray *links,
               GPtrArray *choices)
{
  g_autoptr (GHashTable) above = find_reached (links, choices, FALSE, TRUE);

  for (guint i = 0; i < choices->len; i++)
    {
      TlIntoChoice *choice = g_ptr_array_index (choices, i);

      if (choice->into == TL_INTO_STAYS && g_hash_table_contains (above, choice->statement))
        choice->into = TL_INTO_NEW_GOAL;
    }
}

/* So does what stands between two that are goals, or become one. */
static void
close_chains (GPtrArray *links,
              GPtrArray *choices)
{
  g_autoptr (GHashTable) above = find_reached (links, choices, TRUE, TRUE);
  g_autoptr (GHashTable) below = find_reached (links, choices, TRUE, FALSE);

  for (guint i = 0; i < choices->len; i++)
    {
      TlIntoChoice *choice = g_ptr_array_index (choices, i);

      if (choice->into == TL_INTO_STAYS && g_hash_table_contains (above, choice->statement) &&
          g_hash_table_contains (below, choice->statement))
        choice->into = TL_INTO_NEW_GOAL;
    }
}

/**
 * tl_into_goals_suggest:
 * @conversation: a conversation
 * @similar: (nullable) (scope call): finds a goal by its wording; notes are never suggested to be one
 * @user_data: for @similar
 *
 * Returns: (transfer full) (element-type TlIntoChoice): what could become of each statement of @conversation, in their order
 */
GPtrArray *
tl_into_goals_suggest (TlConversation    *conversation,
                       TlIntoSimilarFunc  similar,
                       gpointer           user_data)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_into_choice_free);
  g_autoptr (GPtrArray) statements = NULL;
  g_autoptr (GPtrArray) links = NULL;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), choices);

  statements = tl_conversation_dup_statements (conversation);
  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (choices, suggest (g_ptr_array_index (statements, i), similar, user_data));

  links = tl_conversation_dup_links (conversation);
  suggest_above (links, choices);
  close_chains (links, choices);
  return choices;
}

static gboolean
is_of (TlDocument *document,
       gpointer    entity)
{
  return entity != NULL && tl_entity_get_model (entity) == tl_document_get_model (document);
}

static gboolean
check_choice (TlDocument      *document,
              TlConversation  *conversation,
              TlIntoChoice    *choice,
              GError         **error)
{
  const char *text = tl_statement_get_text (choice->statement);
  g_autofree char *name = tl_entity_dup_display_name (TL_ENTITY (choice->statement));

  if (!is_of (document, choice->statement) || tl_statement_get_conversation (choice->statement) != conversation)
    return tl_edits_refuse (error, _("“%s” is no longer part of this conversation. Look at the choices once more."), name);
  if (choice->into == TL_INTO_EXISTING && !is_of (document, choice->goal))
    return tl_edits_refuse (error, _("Choose the goal that “%s” is linked with."), name);
  if (choice->into == TL_INTO_NEW_GOAL && !is_of (document, tl_into_get_owner (choice)))
    return tl_edits_refuse (error, _("Choose whose goal “%s” is to be."), name);
  if (choice->into == TL_INTO_NEW_GOAL && (text == NULL || *text == '\0'))
    return tl_edits_refuse (error, _("A statement without words makes no goal. Write what it is, or let it stay in the notes."));

  return TRUE;
}

static TlGoal *
add_goal (TlDocument   *document,
          TlIntoChoice *choice)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();
  g_autofree char *title = tl_into_dup_title (choice->statement);

  tl_goal_set_title (goal, title);
  if (tl_into_is_cut (choice->statement))
    tl_goal_set_description (goal, tl_statement_get_text (choice->statement));
  tl_goal_set_owner (goal, tl_into_get_owner (choice));
  tl_goal_set_facet (goal, tl_statement_get_facet (choice->statement));
  tl_goal_set_beneficiary (goal, tl_statement_get_beneficiary (choice->statement));
  tl_goal_set_due (goal, tl_statement_get_due (choice->statement));
  tl_goal_set_cycle (goal, tl_edits_choose_cycle (document, NULL));
  tl_document_add (document, TL_ENTITY (goal));
  return goal;
}

static void
apply_choice (TlDocument   *document,
              TlIntoChoice *choice)
{
  TlGoal *goal = NULL;

  if (choice->into == TL_INTO_NEW_GOAL)
    goal = add_goal (document, choice);
  else if (choice->into == TL_INTO_EXISTING)
    goal = choice->goal;

  tl_statement_set_goal (choice->statement, goal);
}

/* How it helps is what was said of the one that helps, or else what it looks like for those it helps. */
static const char *
get_rationale (TlIntoLink *link)
{
  const char *detail = tl_statement_get_detail (link->from->statement);

  return detail != NULL && *detail != '\0' ? detail : tl_statement_get_detail (link->to->statement);
}

static void
apply_link (TlDocument *document,
            TlIntoLink *link)
{
  TlContribution *contribution;

  if (link->fate != TL_INTO_LINK_ADD)
    return;

  contribution = tl_document_connect (document, tl_statement_get_goal (link->from->statement),
                                      tl_statement_get_goal (link->to->statement), NULL);

  /* It was planned with all others in mind. */
  g_return_if_fail (contribution != NULL);
  tl_contribution_set_rationale (contribution, get_rationale (link));
}

/**
 * tl_into_goals_apply:
 * @document: a document
 * @conversation: a conversation of it
 * @choices: (element-type TlIntoChoice): what is to become of its statements; those that are not named stay as they are
 * @error: return location for a #TlDocumentError
 *
 * Does what tl_into_goals_preview() says of the same choices: adds goals, links the statements with theirs, and makes a
 * contribution of each link between two statements that both are goals then, but for loops.
 *
 * Returns: whether it was done; when not, nothing was
 */
gboolean
tl_into_goals_apply (TlDocument      *document,
                     TlConversation  *conversation,
                     GPtrArray       *choices,
                     GError         **error)
{
  g_autoptr (TlIntoPlan) plan = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), FALSE);
  g_return_val_if_fail (choices != NULL, FALSE);

  if (!tl_edits_check_writable (document, error))
    return FALSE;
  for (guint i = 0; i < choices->len; i++)
    {
      if (!check_choice (document, conversation, g_ptr_array_index (choices, i), error))
        return FALSE;
    }

  plan = tl_into_plan_new (choices);
  if (!tl_into_plan_changes (plan))
    return tl_edits_refuse (error, _("Nothing would be added. Choose at least one statement that is to become a goal."));

  tl_document_begin_group (document, _("Add to the Cascade"));
  for (guint i = 0; i < plan->choices->len; i++)
    apply_choice (document, g_ptr_array_index (plan->choices, i));
  for (guint i = 0; i < plan->links->len; i++)
    apply_link (document, &g_array_index (plan->links, TlIntoLink, i));
  tl_document_finish_group (document);

  return TRUE;
}
