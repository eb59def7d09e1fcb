/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of sight in sentences that a manager could read aloud to the person it is about.
 *
 * Paths share most of their upper parts, and there can be very many of them, so paths are not what is told.
 * Instead every link of the sub-graph is told at most once: a paragraph walks upwards from a goal, each time by the
 * link that matters most, until it is at the top or at a goal from where the way has been told.  The first way is
 * told step by step.  Then come the person's other goals and what branches off, best first, in a sentence or two
 * each: where they set out, and where they arrive.  What is told is bounded, since nobody listens for an hour; how
 * much is left is said at the end, and the picture beside it is whole.
 *
 * How a goal helps is said in the words of those who drew the link, as they wrote them, and no words twice.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-sentences.h"

#include <glib/gi18n-lib.h>

#include "tl-phrases-private.h"
#include "tl-telling-private.h"

/* More chains than this are not listened to. */
#define MAX_CHAINS 5

/* A chain longer than this is told by its beginning and its end. */
#define MAX_STEPS 9
#define STEPS_BEFORE_LEAP 5
#define STEPS_AFTER_LEAP 2

/* More objectives than this are not named in the first sentence. */
#define MAX_NAMED 3

typedef struct
{
  TlLineOfSight *line;
  TlGraph       *graph;
  gboolean      *told;         /* by link: whether it has been told */
  gboolean      *begun;        /* by goal: whether a way on from it has been told */
  gboolean      *named;        /* by goal: whether a chain has come by */
  gboolean      *has_news;     /* by goal: whether a way that has not been told leads to an objective not named */
  guint         *arrives_at;   /* by goal: the objective the way told from it arrives at */
  GArray        *visited;      /* the goals that are named, in the order of the telling */
  GHashTable    *quoted;       /* the rationales that have been told, as they are */
  TlBeneficiary  widest;       /* the widest circle of people of whom it has been said that they gain */
  guint          n_left;       /* links that have not been told */
  guint          n_chains;
  GPtrArray     *paragraphs;
} Teller;

static const TlGraphLink *
get_link (const Teller *teller,
          guint         link)
{
  guint n_links;

  return tl_graph_get_links (teller->graph, &n_links) + link;
}

static gboolean
is_objective (const Teller *teller,
              guint         goal)
{
  return tl_graph_get_node (teller->graph, goal)->level == TL_LEVEL_ORGANISATION;
}

static gboolean
is_own (const Teller *teller,
        guint         goal)
{
  TlParty *owner = tl_line_of_sight_get_owner (teller->line);

  return owner != NULL && tl_graph_get_owner (teller->graph, goal) == owner;
}

/* Supporters come first in the order of the goals, so that from its end the goals above are known already. */
static void
find_news (Teller *teller)
{
  guint n_goals;
  const guint *goals = tl_line_of_sight_get_goals (teller->line, &n_goals);

  for (guint i = n_goals; i-- > 0;)
    {
      guint goal = goals[i];
      guint n_links;
      const guint *helped = tl_graph_get_helped (teller->graph, goal, &n_links);

      teller->has_news[goal] = is_objective (teller, goal) && !teller->named[goal];
      for (guint j = 0; j < n_links && !teller->has_news[goal]; j++)
        teller->has_news[goal] = !teller->told[helped[j]] && teller->has_news[get_link (teller, helped[j])->to];
    }
}

/* What matters most: that it leads to an objective at all, then that it leads to one not named yet, then that it is
 * critical, then the person's own goals, then ways that are new, then the weight. */
static gboolean
matters_more (const Teller *teller,
              guint         link,
              guint         than)
{
  const TlGraphLink *a = get_link (teller, link);
  const TlGraphLink *b = get_link (teller, than);
  int signs[] = {
    tl_line_of_sight_reaches_objective (teller->line, a->to) - tl_line_of_sight_reaches_objective (teller->line, b->to),
    teller->has_news[a->to] - teller->has_news[b->to],
    !!a->critical - !!b->critical,
    is_own (teller, a->to) - is_own (teller, b->to),
    teller->begun[b->to] - teller->begun[a->to],
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      if (signs[i] != 0)
        return signs[i] > 0;
    }

  return a->weight > b->weight;
}

static guint
choose_link (const Teller *teller,
             guint         goal)
{
  guint chosen = TL_GRAPH_NONE;
  guint n_links;
  const guint *helped = tl_graph_get_helped (teller->graph, goal, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      if (teller->told[helped[i]] || !tl_line_of_sight_contains (teller->line, get_link (teller, helped[i])->to))
        continue;
      if (chosen == TL_GRAPH_NONE || matters_more (teller, helped[i], chosen))
        chosen = helped[i];
    }

  return chosen;
}

/* Goals of others help each other in many ways.  Those of their links that lead to nothing new are not this
 * person's story. */
static gboolean
is_worth_telling (const Teller *teller,
                  guint         link)
{
  const TlGraphLink *branch = get_link (teller, link);

  return !teller->told[link] && tl_line_of_sight_contains (teller->line, branch->to) &&
         (is_own (teller, branch->from) || !teller->named[branch->to]);
}

/* Of what branches off from the goals that were told of, the link that matters most; of equals the lowest */
static guint
choose_branch (const Teller *teller)
{
  guint chosen = TL_GRAPH_NONE;

  for (guint i = 0; i < teller->visited->len; i++)
    {
      guint n_links;
      const guint *helped = tl_graph_get_helped (teller->graph, g_array_index (teller->visited, guint, i), &n_links);

      for (guint j = 0; j < n_links; j++)
        {
          if (is_worth_telling (teller, helped[j]) &&
              (chosen == TL_GRAPH_NONE || matters_more (teller, helped[j], chosen)))
            chosen = helped[j];
        }
    }

  return chosen;
}

static void
visit (Teller *teller,
       guint   goal)
{
  if (teller->named[goal])
    return;

  teller->named[goal] = TRUE;
  g_array_append_val (teller->visited, goal);
}

/* The links of one chain, from @link upwards */
static GArray *
walk (Teller *teller,
      guint   link)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));

  while (link != TL_GRAPH_NONE)
    {
      const TlGraphLink *step = get_link (teller, link);

      teller->told[link] = TRUE;
      teller->n_left--;
      teller->begun[step->from] = TRUE;
      visit (teller, step->from);
      visit (teller, step->to);
      g_array_append_val (chain, link);

      link = teller->begun[step->to] ? TL_GRAPH_NONE : choose_link (teller, step->to);
    }

  return chain;
}

/* Whose life a goal makes better, once where the circle widens; what other organisations say of theirs is theirs to
 * say. */
static void
say_beneficiary (Teller    *teller,
                 TlTelling *telling,
                 guint      goal)
{
  TlTellingSlots slots = { .goal = goal };
  TlBeneficiary beneficiary = tl_goal_get_beneficiary (tl_graph_get_goal (teller->graph, goal));
  const char *sentence = tl_phrase_for_beneficiary (beneficiary, teller->widest == TL_BENEFICIARY_UNSET);

  if (sentence == NULL || beneficiary <= teller->widest || tl_graph_get_node (teller->graph, goal)->organisation != 0)
    return;

  tl_telling_say (telling, sentence, &slots);
  teller->widest = beneficiary;
}

/* The same words are often written on several links. */
static void
say_rationale (Teller    *teller,
               TlTelling *telling,
               guint      link)
{
  const char *rationale = tl_contribution_get_rationale (tl_graph_get_contribution (teller->graph, link));

  if (rationale != NULL && g_hash_table_add (teller->quoted, (gpointer) rationale))
    tl_telling_quote (telling, rationale);
}

static TlPhraseGoal
get_phrase_goal (const Teller *teller,
                 guint         goal)
{
  if (is_objective (teller, goal))
    return tl_graph_get_node (teller->graph, goal)->organisation == 0 ? TL_PHRASE_GOAL_OUR_OBJECTIVE
                                                                      : TL_PHRASE_GOAL_THEIR_OBJECTIVE;

  return is_own (teller, goal) ? TL_PHRASE_GOAL_OWN : TL_PHRASE_GOAL_OTHER;
}

static void
say_step (Teller     *teller,
          TlTelling  *telling,
          guint       link,
          const char *sentence)
{
  const TlGraphLink *step = get_link (teller, link);
  g_autofree char *owner = tl_telling_name_owner (teller->graph, step->to);
  TlTellingSlots slots = { .goal = step->to, .from = step->from, .owner = owner };

  tl_telling_say (telling, sentence, &slots);
  say_rationale (teller, telling, link);
  say_beneficiary (teller, telling, step->to);
}

static const char *
choose_sentence (const Teller *teller,
                 guint         link,
                 guint         position)
{
  const TlGraphLink *step = get_link (teller, link);

  /* "One of our objectives" is no way to speak of a second one. */
  if (position > 0 && is_objective (teller, step->from))
    position = 2;

  return tl_phrase_for_step (get_phrase_goal (teller, step->to), tl_graph_get_node (teller->graph, step->to)->facet,
                             step->critical, position);
}

static void
say_leap (Teller    *teller,
          TlTelling *telling,
          guint      last_link,
          guint      n_steps)
{
  TlTellingSlots slots = { .goal = get_link (teller, last_link)->to, .count = n_steps };

  tl_telling_say (telling, ngettext ("{count} more step leads from there to “{goal}”.",
                                     "{count} more steps lead from there to “{goal}”.", n_steps), &slots);
}

/* So many steps among somebody's own goals are a paragraph; what others build on them is the next one. */
#define OWN_STEPS_OF_PARAGRAPH 2

static gboolean
is_time_to_breathe (const Teller *teller,
                    guint         link,
                    guint         position)
{
  const TlGraphLink *step = get_link (teller, link);

  return position >= OWN_STEPS_OF_PARAGRAPH && is_own (teller, step->from) && !is_own (teller, step->to);
}

static void
begin_paragraph (Teller    *teller,
                 TlTelling *telling)
{
  g_ptr_array_add (teller->paragraphs, tl_telling_end (telling, TL_PARAGRAPH_CHAIN));
  tl_telling_begin (telling, teller->graph);
}

/* A long chain is told by its beginning and its end. */
static void
say_steps (Teller       *teller,
           TlTelling    *telling,
           const GArray *chain)
{
  guint leap = chain->len > MAX_STEPS ? chain->len - STEPS_BEFORE_LEAP - STEPS_AFTER_LEAP : 0;

  for (guint i = 0; i < chain->len; i++)
    {
      guint link = g_array_index (chain, guint, i);

      if (is_time_to_breathe (teller, link, i))
        begin_paragraph (teller, telling);

      if (leap > 0 && i == STEPS_BEFORE_LEAP)
        {
          i += leap - 1;
          say_leap (teller, telling, g_array_index (chain, guint, i), leap);
        }
      else
        {
          say_step (teller, telling, link, choose_sentence (teller, link, i));
        }
    }
}

/* How a chain goes on after its first step when it is not the first that is told: with the step on to an objective,
 * or else with where it gets to */
static void
say_briefly (Teller       *teller,
             TlTelling    *telling,
             const GArray *chain)
{
  guint last = g_array_index (chain, guint, chain->len - 1);

  if (chain->len == 2 && is_objective (teller, get_link (teller, last)->to))
    say_step (teller, telling, last, choose_sentence (teller, last, 1));
  else if (chain->len > 1)
    say_leap (teller, telling, last, chain->len - 1);
}

/* How the paragraph closes when the last step did not arrive at an objective */
static void
say_end (Teller    *teller,
         TlTelling *telling,
         guint      last)
{
  TlTellingSlots slots = { .goal = last };
  guint end = teller->arrives_at[last];

  if (is_objective (teller, last))
    return;

  if (end != TL_GRAPH_NONE)
    {
      slots.goal = end;
      tl_telling_say (telling, _("From there you know the way: it leads to “{goal}”."), &slots);
    }
  else if (teller->begun[last])
    {
      tl_telling_say (telling, _("From there it goes on as before."), &slots);
    }
  else
    {
      tl_telling_say (telling, _("There it ends for now: nothing connects “{goal}” to an objective yet."), &slots);
    }
}

static void
note_arrival (Teller       *teller,
              const GArray *chain)
{
  guint last = get_link (teller, g_array_index (chain, guint, chain->len - 1))->to;
  guint end = is_objective (teller, last) ? last : teller->arrives_at[last];

  for (guint i = 0; i < chain->len; i++)
    {
      guint from = get_link (teller, g_array_index (chain, guint, i))->from;

      if (teller->arrives_at[from] == TL_GRAPH_NONE)
        teller->arrives_at[from] = end;
    }
}

static void
add_chain (Teller       *teller,
           TlTelling    *telling,
           const GArray *chain)
{
  say_end (teller, telling, get_link (teller, g_array_index (chain, guint, chain->len - 1))->to);
  note_arrival (teller, chain);
  find_news (teller);

  g_ptr_array_add (teller->paragraphs, tl_telling_end (telling, TL_PARAGRAPH_CHAIN));
  teller->n_chains++;
}

/* What begins at @start, a goal that the line starts from */
static void
tell_start (Teller *teller,
            guint   start)
{
  const TlGraphNode *node = tl_graph_get_node (teller->graph, start);
  g_autoptr (GArray) chain = walk (teller, choose_link (teller, start));
  TlTellingSlots slots = { .goal = start };
  TlTelling telling;

  if (chain->len == 0)
    return;

  tl_telling_begin (&telling, teller->graph);
  tl_telling_say (&telling, tl_phrase_for_start (node->facet, is_objective (teller, start), is_own (teller, start),
                                                 teller->n_chains == 0), &slots);
  say_beneficiary (teller, &telling, start);

  if (teller->n_chains == 0)
    {
      say_steps (teller, &telling, chain);
    }
  else
    {
      guint first = g_array_index (chain, guint, 0);

      say_step (teller, &telling, first, choose_sentence (teller, first, 0));
      say_briefly (teller, &telling, chain);
    }

  add_chain (teller, &telling, chain);
}

/* What branches off by @link from a goal that was told of */
static void
tell_branch (Teller *teller,
             guint   link)
{
  g_autoptr (GArray) chain = walk (teller, link);
  const TlGraphLink *first = get_link (teller, link);
  TlTelling telling;

  tl_telling_begin (&telling, teller->graph);
  say_step (teller, &telling, link, tl_phrase_for_branch (get_phrase_goal (teller, first->to), first->critical,
                                                          teller->n_chains));
  say_briefly (teller, &telling, chain);
  add_chain (teller, &telling, chain);
}

static gboolean
has_start_below (const Teller *teller,
                 guint         goal)
{
  guint n_links;
  const TlGraphLink *links = tl_graph_get_supporters (teller->graph, goal, NULL, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      if (tl_line_of_sight_contains (teller->line, links[i].from))
        return TRUE;
    }

  return FALSE;
}

/* First the goals that begin a chain, as nothing else on the line lies below them; then what branches off. */
static void
tell_chains (Teller *teller)
{
  guint n_starts;
  const guint *starts = tl_line_of_sight_get_starts (teller->line, &n_starts);
  guint branch;

  find_news (teller);
  for (guint i = 0; i < n_starts && teller->n_chains < MAX_CHAINS; i++)
    {
      if (!has_start_below (teller, starts[i]))
        tell_start (teller, starts[i]);
    }

  while (teller->n_chains < MAX_CHAINS && (branch = choose_branch (teller)) != TL_GRAPH_NONE)
    tell_branch (teller, branch);
}

static void
tell_rest (Teller *teller)
{
  TlTellingSlots slots = { .count = teller->n_left };
  TlTelling telling;

  if (teller->n_left == 0)
    return;

  tl_telling_begin (&telling, teller->graph);
  tl_telling_say (&telling, ngettext ("{count} further link is in the picture.",
                                      "{count} further links are in the picture.", teller->n_left), &slots);
  g_ptr_array_add (teller->paragraphs, tl_telling_end (&telling, TL_PARAGRAPH_NOTE));
}

/* The objectives that are reached from a goal that is not one of them, and not those one starts from */
static GArray *
find_objectives_above (Teller *teller)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_objectives;
  const guint *objectives = tl_line_of_sight_get_objectives (teller->line, &n_objectives);

  for (guint i = n_objectives; i-- > 0;)
    {
      if (has_start_below (teller, objectives[i]))
        g_array_prepend_val (found, objectives[i]);
    }

  return found;
}

static const char *
choose_lead (gboolean is_somebodys,
             guint    n_objectives,
             guint    n_named)
{
  if (!is_somebodys && n_objectives > n_named)
    return _("From here the way leads to {count} objectives, among them {goals}. This is how.");
  if (!is_somebodys)
    return ngettext ("From here the way leads to one objective: {goals}. This is how.",
                     "From here the way leads to {count} objectives: {goals}. This is how.", n_objectives);
  if (n_objectives > n_named)
    return _("{name}, what you do reaches {count} objectives, among them {goals}. This is how.");

  return ngettext ("{name}, what you do reaches an objective: {goals}. This is how.",
                   "{name}, what you do reaches {count} objectives: {goals}. This is how.", n_objectives);
}

static void
tell_lead (Teller *teller)
{
  TlParty *owner = tl_line_of_sight_get_owner (teller->line);
  g_autoptr (GArray) objectives = find_objectives_above (teller);
  g_autofree char *name = owner != NULL ? tl_entity_dup_display_name (TL_ENTITY (owner)) : NULL;
  guint n_named = MIN (objectives->len, MAX_NAMED);
  TlTellingSlots slots = {
    .name = name, .count = objectives->len, .goals = (const guint *) objectives->data, .n_goals = n_named,
  };
  guint n_starts;
  TlTelling telling;

  /* Goals that no link leads on from have their own paragraph, and objectives of their own need none. */
  tl_line_of_sight_get_starts (teller->line, &n_starts);
  if (n_starts > 0 && objectives->len == 0 && (teller->n_left == 0 || owner == NULL))
    return;

  tl_telling_begin (&telling, teller->graph);
  if (n_starts > 0 && objectives->len == 0)
    tl_telling_say (&telling, _("{name}, what you do does not reach an objective yet. This is how far it leads."),
                    &slots);
  else if (n_starts > 0)
    tl_telling_say (&telling, choose_lead (owner != NULL, objectives->len, n_named), &slots);
  else if (owner != NULL)
    tl_telling_say (&telling, _("{name} has no goals here yet. What the next one could be, and whom it would help, "
                                "is worth talking about."), &slots);
  else
    tl_telling_say (&telling, _("There are no goals here yet."), &slots);

  g_ptr_array_add (teller->paragraphs, tl_telling_end (&telling, n_starts > 0 ? TL_PARAGRAPH_LEAD : TL_PARAGRAPH_GAP));
}

/* Goals that lead somewhere, but not to an objective, have their say at the end of their chain. */
static void
tell_gaps (Teller *teller)
{
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_goals;
  const guint *goals = tl_line_of_sight_get_unconnected (teller->line, &n_goals);
  TlTelling telling;

  for (guint i = 0; i < n_goals; i++)
    {
      guint n_links;

      tl_graph_get_helped (teller->graph, goals[i], &n_links);
      if (n_links == 0 && !has_start_below (teller, goals[i]))
        g_array_append_val (loose, goals[i]);
    }

  if (loose->len == 0)
    return;

  TlTellingSlots slots = { .goals = (const guint *) loose->data, .n_goals = loose->len, .count = loose->len };

  tl_telling_begin (&telling, teller->graph);
  tl_telling_say (&telling, ngettext ("Nothing connects {goals} to an objective yet. People work harder on what they "
                                      "can see the point of: whom does it help, and with what?",
                                      "Nothing connects {goals} to an objective yet. People work harder on what they "
                                      "can see the point of: whom does each of them help, and with what?",
                                      loose->len), &slots);
  g_ptr_array_add (teller->paragraphs, tl_telling_end (&telling, TL_PARAGRAPH_GAP));
}

/* Objectives that help no other have nothing above them to be told. */
static void
tell_arrival (Teller *teller)
{
  TlTellingSlots slots = { 0 };
  TlTelling telling;

  tl_telling_begin (&telling, teller->graph);
  tl_telling_say (&telling, _("This is where lines of sight arrive: nothing leads on from here."), &slots);
  g_ptr_array_add (teller->paragraphs, tl_telling_end (&telling, TL_PARAGRAPH_NOTE));
}

/**
 * tl_sentences_new:
 * @line: a line of sight
 *
 * One that was made for somebody speaks to them; one that was made from goals speaks of them.
 *
 * Returns: (transfer full) (element-type TlParagraph): the paragraphs in the order in which to read them: what it
 *   comes to, the chains, what is not connected yet, and how much is not told
 */
GPtrArray *
tl_sentences_new (TlLineOfSight *line)
{
  TlGraph *graph;
  guint n_links;
  Teller teller = { .line = line };

  g_return_val_if_fail (line != NULL, NULL);

  graph = tl_line_of_sight_get_graph (line);
  tl_graph_get_links (graph, &n_links);
  g_autofree gboolean *told = g_new0 (gboolean, n_links + 1);
  g_autofree gboolean *begun = g_new0 (gboolean, tl_graph_get_n_goals (graph) + 1);
  g_autofree gboolean *named = g_new0 (gboolean, tl_graph_get_n_goals (graph) + 1);
  g_autofree gboolean *has_news = g_new0 (gboolean, tl_graph_get_n_goals (graph) + 1);
  g_autofree guint *arrives_at = g_new (guint, tl_graph_get_n_goals (graph) + 1);
  g_autoptr (GArray) visited = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) quoted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < tl_graph_get_n_goals (graph); i++)
    arrives_at[i] = TL_GRAPH_NONE;

  teller.graph = graph;
  teller.told = told;
  teller.begun = begun;
  teller.named = named;
  teller.has_news = has_news;
  teller.arrives_at = arrives_at;
  teller.visited = visited;
  teller.quoted = quoted;
  tl_line_of_sight_get_links (line, &teller.n_left);
  teller.paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_paragraph_free);

  tell_lead (&teller);
  tell_chains (&teller);
  tell_gaps (&teller);
  tell_rest (&teller);
  if (teller.paragraphs->len == 0)
    tell_arrival (&teller);

  return teller.paragraphs;
}

/**
 * tl_sentences_to_text:
 * @paragraphs: (element-type TlParagraph): what tl_sentences_new() returned
 *
 * Returns: (transfer full): the paragraphs as plain text, with an empty line between them
 */
char *
tl_sentences_to_text (GPtrArray *paragraphs)
{
  GString *text;

  g_return_val_if_fail (paragraphs != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const TlParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", paragraph->text);
    }

  return g_string_free (text, FALSE);
}
