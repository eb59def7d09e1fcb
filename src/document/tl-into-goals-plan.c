/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What would be added to the cascade, found out without adding anything, and said in sentences.
 *
 * Preview and doing go by the same plan, so that nothing is added that was not said.  A goal that is not there yet is
 * stood for by its statement: then whether a contribution closes a loop can be told with the others of the plan in mind,
 * in the order in which they will be made.  Doing it all in a group, looking, and cancelling the group was rejected: it
 * would tell every view of goals that come and go with each choice.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-edits-private.h"
#include "tl-into-goals-private.h"

/* A goal is called by what fits a card; all of what was said is kept in its description then. */
#define MAX_TITLE_LENGTH 200

/* What was said, cut at the end of a word when it is long */
static char *
dup_words (TlStatement *statement)
{
  const char *text = tl_statement_get_text (statement);
  g_autofree char *cut = NULL;
  char *end;

  if (text == NULL || g_utf8_strlen (text, -1) <= MAX_TITLE_LENGTH)
    return g_strdup (text != NULL ? text : "");

  cut = g_utf8_substring (text, 0, MAX_TITLE_LENGTH - 1);
  end = strrchr (cut, ' ');
  if (end != NULL && end != cut)
    *end = '\0';

  return g_strconcat (cut, "…", NULL);
}

/**
 * tl_into_is_cut:
 * @statement: a statement
 *
 * Returns: whether its words are too long for a title
 */
gboolean
tl_into_is_cut (TlStatement *statement)
{
  return g_utf8_strlen (tl_statement_get_text (statement), -1) > MAX_TITLE_LENGTH;
}

/**
 * tl_into_dup_title:
 * @statement: a statement
 *
 * Returns: (transfer full): what the goal made of it is called: its words, which begin with a capital then, cut when they
 *   are long
 */
char *
tl_into_dup_title (TlStatement *statement)
{
  g_autofree char *words = dup_words (statement);
  char first[7] = "";

  if (*words == '\0')
    return g_steal_pointer (&words);

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (words)), first);
  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

/**
 * tl_into_get_owner:
 * @choice: a choice
 *
 * Returns: (transfer none): whose a new goal is
 */
TlParty *
tl_into_get_owner (TlIntoChoice *choice)
{
  if (choice->owner != NULL)
    return choice->owner;

  return TL_PARTY (tl_conversation_get_person (tl_statement_get_conversation (choice->statement)));
}

/* What stands for the goal of a choice: that itself, or the statement it will be made of; NULL when it stays. */
static gpointer
get_node (TlIntoChoice *choice)
{
  if (choice->into == TL_INTO_NEW_GOAL)
    return choice->statement;

  return choice->into == TL_INTO_EXISTING ? choice->goal : NULL;
}

static gboolean
is_planned (GArray   *links,
            gpointer  from,
            gpointer  to)
{
  for (guint i = 0; i < links->len; i++)
    {
      TlIntoLink *link = &g_array_index (links, TlIntoLink, i);

      if (get_node (link->from) == from && get_node (link->to) == to)
        return TRUE;
    }

  return FALSE;
}

static void
add_found (GPtrArray  *found,
           GHashTable *seen,
           gpointer    node)
{
  if (g_hash_table_add (seen, node))
    g_ptr_array_add (found, node);
}

static void
add_helped (GPtrArray  *found,
            GHashTable *seen,
            GArray     *links,
            gpointer    node)
{
  for (guint i = 0; i < links->len; i++)
    {
      TlIntoLink *link = &g_array_index (links, TlIntoLink, i);

      if (link->fate == TL_INTO_LINK_ADD && get_node (link->from) == node)
        add_found (found, seen, get_node (link->to));
    }

  if (TL_IS_GOAL (node))
    {
      g_autoptr (GPtrArray) contributions = tl_entity_dup_referrers (node, TL_TYPE_CONTRIBUTION, "from");

      for (guint i = 0; i < contributions->len; i++)
        add_found (found, seen, tl_contribution_get_to (g_ptr_array_index (contributions, i)));
    }
}

/* Whether @from helps @to in the cascade as it will be with what is planned so far */
static gboolean
will_help (GArray   *links,
           gpointer  from,
           gpointer  to)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  add_found (found, seen, from);
  for (guint i = 0; i < found->len && !g_hash_table_contains (seen, to); i++)
    add_helped (found, seen, links, g_ptr_array_index (found, i));

  return g_hash_table_contains (seen, to);
}

static TlIntoLinkFate
decide (GArray   *links,
        gpointer  from,
        gpointer  to)
{
  if (TL_IS_GOAL (from) && TL_IS_GOAL (to) && tl_edits_find_link (from, to) != NULL)
    return TL_INTO_LINK_THERE;

  return will_help (links, to, from) ? TL_INTO_LINK_LEFT_OUT : TL_INTO_LINK_ADD;
}

static void
plan_link (TlIntoPlan      *self,
           GHashTable      *choice_of,
           TlStatementLink *link)
{
  TlIntoChoice *from = g_hash_table_lookup (choice_of, tl_statement_link_get_from (link));
  TlIntoChoice *to = g_hash_table_lookup (choice_of, tl_statement_link_get_to (link));
  TlIntoLink planned = { from, to, TL_INTO_LINK_ADD };

  if (from == NULL || to == NULL || tl_statement_link_get_loop (link))
    return;
  if (get_node (from) == get_node (to) || is_planned (self->links, get_node (from), get_node (to)))
    return;

  planned.fate = decide (self->links, get_node (from), get_node (to));
  g_array_append_val (self->links, planned);
}

/**
 * tl_into_plan_new:
 * @choices: (element-type TlIntoChoice): what is to become of the statements of a conversation
 *
 * Returns: (transfer full): what has to be done for that
 */
TlIntoPlan *
tl_into_plan_new (GPtrArray *choices)
{
  TlIntoPlan *self = g_new0 (TlIntoPlan, 1);
  g_autoptr (GHashTable) choice_of = g_hash_table_new (NULL, NULL);

  self->choices = g_ptr_array_new ();
  self->links = g_array_new (FALSE, FALSE, sizeof (TlIntoLink));

  for (guint i = 0; i < choices->len; i++)
    {
      TlIntoChoice *choice = g_ptr_array_index (choices, i);

      /* Not chosen yet, which tl_into_goals_apply() refuses. */
      if (choice->into == TL_INTO_EXISTING && choice->goal == NULL)
        continue;

      if (choice->into == TL_INTO_NEW_GOAL || tl_statement_get_goal (choice->statement) != get_node (choice))
        g_ptr_array_add (self->choices, choice);
      if (get_node (choice) != NULL)
        g_hash_table_insert (choice_of, choice->statement, choice);
    }

  for (guint i = 0; i < choices->len; i++)
    {
      TlIntoChoice *choice = g_ptr_array_index (choices, i);
      g_autoptr (GPtrArray) links =
        tl_entity_dup_referrers (TL_ENTITY (choice->statement), TL_TYPE_STATEMENT_LINK, "from");

      for (guint k = 0; k < links->len; k++)
        plan_link (self, choice_of, g_ptr_array_index (links, k));
    }

  return self;
}

/**
 * tl_into_plan_free:
 * @self: a plan
 */
void
tl_into_plan_free (TlIntoPlan *self)
{
  g_ptr_array_unref (self->choices);
  g_array_unref (self->links);
  g_free (self);
}

/**
 * tl_into_plan_changes:
 * @self: a plan
 *
 * Returns: whether anything would be changed by it
 */
gboolean
tl_into_plan_changes (TlIntoPlan *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      if (g_array_index (self->links, TlIntoLink, i).fate == TL_INTO_LINK_ADD)
        return TRUE;
    }

  return self->choices->len > 0;
}

static void
free_news (gpointer data)
{
  TlIntoNews *news = data;

  g_free (news->sentence);
  g_free (news);
}

static void
tell (GPtrArray      *news,
      TlIntoNewsKind  kind,
      char           *sentence)
{
  TlIntoNews *told = g_new (TlIntoNews, 1);

  told->kind = kind;
  told->sentence = sentence;
  g_ptr_array_add (news, told);
}

/* What the goal of a choice is called, or will be */
static char *
dup_name (TlIntoChoice *choice)
{
  if (choice->into == TL_INTO_EXISTING)
    return tl_entity_dup_display_name (TL_ENTITY (choice->goal));

  return tl_into_dup_title (choice->statement);
}

static void
tell_choice (GPtrArray    *news,
             TlIntoChoice *choice)
{
  TlGoal *before = tl_statement_get_goal (choice->statement);
  g_autofree char *words = dup_words (choice->statement);
  g_autofree char *goal = NULL;

  if (choice->into == TL_INTO_NEW_GOAL)
    {
      g_autofree char *title = tl_into_dup_title (choice->statement);
      g_autofree char *owner = tl_entity_dup_display_name (TL_ENTITY (tl_into_get_owner (choice)));

      /* Translators: the title of the goal, and then whose it is: a person, a unit or an organisation */
      tell (news, TL_INTO_NEWS_GOAL, g_strdup_printf (_("New goal: “%s”, owned by %s."), title, owner));
      return;
    }

  goal = tl_entity_dup_display_name (TL_ENTITY (choice->into == TL_INTO_EXISTING ? choice->goal : before));
  if (choice->into == TL_INTO_EXISTING)
    /* Translators: first what was said, then the title of a goal */
    tell (news, TL_INTO_NEWS_LINKED, g_strdup_printf (_("“%s” is linked with the goal “%s”."), words, goal));
  else
    /* Translators: first what was said, then the title of a goal */
    tell (news, TL_INTO_NEWS_UNLINKED,
          g_strdup_printf (_("“%s” is no longer linked with the goal “%s”. The goal stays."), words, goal));
}

static void
tell_link (GPtrArray  *news,
           TlIntoLink *link)
{
  g_autofree char *from = dup_name (link->from);
  g_autofree char *to = dup_name (link->to);

  if (link->fate == TL_INTO_LINK_ADD)
    tell (news, TL_INTO_NEWS_CONTRIBUTION, g_strdup_printf (_("Contribution: “%s” helps “%s”."), from, to));
  else if (link->fate == TL_INTO_LINK_THERE)
    tell (news, TL_INTO_NEWS_THERE, g_strdup_printf (_("“%s” helps “%s” already."), from, to));
  else
    tell (news, TL_INTO_NEWS_LEFT_OUT,
          g_strdup_printf (_("Left out: “%s” helps “%s”. In the cascade it is the other way round, and the link would close a loop."), from, to));
}

static void
tell_links (GPtrArray      *news,
            TlIntoPlan     *plan,
            TlIntoLinkFate  fate)
{
  for (guint i = 0; i < plan->links->len; i++)
    {
      TlIntoLink *link = &g_array_index (plan->links, TlIntoLink, i);

      if (link->fate == fate)
        tell_link (news, link);
    }
}

/**
 * tl_into_goals_preview:
 * @document: a document
 * @choices: (element-type TlIntoChoice): what is to become of the statements of a conversation of it
 *
 * Says what tl_into_goals_apply() would do: one for each goal, each statement that is linked with another goal, and each
 * contribution.
 *
 * Returns: (transfer full) (element-type TlIntoNews): what would happen, goals first, and at the end what is there
 *   already; none when there is nothing to say
 */
GPtrArray *
tl_into_goals_preview (TlDocument *document,
                       GPtrArray  *choices)
{
  GPtrArray *news = g_ptr_array_new_with_free_func (free_news);
  g_autoptr (TlIntoPlan) plan = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), news);
  g_return_val_if_fail (choices != NULL, news);

  plan = tl_into_plan_new (choices);
  for (guint i = 0; i < plan->choices->len; i++)
    tell_choice (news, g_ptr_array_index (plan->choices, i));
  tell_links (news, plan, TL_INTO_LINK_ADD);
  tell_links (news, plan, TL_INTO_LINK_LEFT_OUT);
  tell_links (news, plan, TL_INTO_LINK_THERE);

  return news;
}
