/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of sight in sentences that a manager could read aloud to the person it is about.
 *
 * Paths share most of their upper parts, and there can be very many of them, so paths are not what is told.
 * Instead every link of the sub-graph is told once: a paragraph walks upwards from a goal, each time by the link
 * that matters most, until it is at the top or at a goal from where the way has been told; the links it left aside
 * begin paragraphs of their own.  What is told thus grows with the links and not with the paths, and is bounded
 * again, since nobody listens for an hour; the picture beside it is whole.
 *
 * How a goal helps is said in the words of those who drew the link, as they wrote them.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-sentences.h"

#include <glib/gi18n-lib.h>

#include "tl-phrases-private.h"
#include "tl-telling-private.h"

/* More paragraphs than this are not listened to. */
#define MAX_CHAINS 12

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
  gboolean      *named;        /* by goal: whether it has been mentioned */
  gboolean      *praised;      /* by goal: whether it has been said who is better off for it */
  guint         *arrives_at;   /* by goal: the objective that way arrives at */
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

/* What matters most: that it leads to an objective at all, then that it is critical, then the person's own goals,
 * then ways that are new, then the weight. */
static gboolean
matters_more (const Teller *teller,
              guint         link,
              guint         than)
{
  const TlGraphLink *a = get_link (teller, link);
  const TlGraphLink *b = get_link (teller, than);
  int signs[] = {
    tl_line_of_sight_reaches_objective (teller->line, a->to) - tl_line_of_sight_reaches_objective (teller->line, b->to),
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

static void
mark_told (Teller *teller,
           guint   link)
{
  teller->told[link] = TRUE;
  teller->n_left--;
}

/* Goals of others help each other in many ways.  Those of their links that lead to nothing new are not this
 * person's story. */
static void
pass_over (Teller *teller,
           guint   goal)
{
  guint n_links;
  const guint *helped = tl_graph_get_helped (teller->graph, goal, &n_links);

  for (guint i = 0; i < n_links && !is_own (teller, goal); i++)
    {
      guint to = get_link (teller, helped[i])->to;

      if (!teller->told[helped[i]] && tl_line_of_sight_contains (teller->line, to) && teller->named[to])
        mark_told (teller, helped[i]);
    }
}

/* The links of one paragraph, from @goal upwards */
static GArray *
walk (Teller *teller,
      guint   goal)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (guint));
  guint link;

  while ((link = choose_link (teller, goal)) != TL_GRAPH_NONE)
    {
      mark_told (teller, link);
      teller->begun[goal] = TRUE;
      teller->named[goal] = TRUE;
      g_array_append_val (chain, link);

      goal = get_link (teller, link)->to;
      teller->named[goal] = TRUE;
      if (teller->begun[goal])
        break;
    }

  return chain;
}

/* Whose life a goal makes better, where the circle widens; what other organisations say of theirs is theirs to
 * say. */
static void
say_beneficiary (Teller        *teller,
                 TlTelling     *telling,
                 guint          goal,
                 TlBeneficiary *said)
{
  TlTellingSlots slots = { .goal = goal };
  TlBeneficiary beneficiary = tl_goal_get_beneficiary (tl_graph_get_goal (teller->graph, goal));
  const char *sentence = tl_phrase_for_beneficiary (beneficiary);

  if (sentence == NULL || beneficiary <= *said || teller->praised[goal] ||
      tl_graph_get_node (teller->graph, goal)->organisation != 0)
    return;

  tl_telling_say (telling, sentence, &slots);
  teller->praised[goal] = TRUE;
  *said = beneficiary;
}

static void
say_step (Teller        *teller,
          TlTelling     *telling,
          guint          link,
          guint          position,
          TlBeneficiary *said)
{
  const TlGraphLink *step = get_link (teller, link);
  const TlGraphNode *node = tl_graph_get_node (teller->graph, step->to);
  g_autofree char *owner = tl_telling_name_owner (teller->graph, step->to);
  TlTellingSlots slots = { .goal = step->to, .owner = owner };

  if (is_objective (teller, step->to))
    tl_telling_say (telling, tl_phrase_for_objective (node->organisation == 0, step->critical, position), &slots);
  else if (is_own (teller, step->to))
    tl_telling_say (telling, tl_phrase_for_own_goal (node->facet, step->critical, position), &slots);
  else
    tl_telling_say (telling, tl_phrase_for_other_goal (node->facet, step->critical, position), &slots);

  say_beneficiary (teller, telling, step->to, said);
  tl_telling_quote (telling, tl_contribution_get_rationale (tl_graph_get_contribution (teller->graph, link)));
}

/* A long chain is told by its beginning and its end. */
static void
say_steps (Teller        *teller,
           TlTelling     *telling,
           const GArray  *chain,
           TlBeneficiary *said)
{
  guint leap = chain->len > MAX_STEPS ? chain->len - STEPS_BEFORE_LEAP - STEPS_AFTER_LEAP : 0;

  for (guint i = 0; i < chain->len; i++)
    {
      if (leap > 0 && i == STEPS_BEFORE_LEAP)
        {
          guint link = g_array_index (chain, guint, i + leap - 1);
          TlTellingSlots slots = { .goal = get_link (teller, link)->to, .count = leap };

          tl_telling_say (telling, ngettext ("{count} more step leads from there to “{goal}”.",
                                             "{count} more steps lead from there to “{goal}”.", leap), &slots);
          i += leap - 1;
          continue;
        }

      say_step (teller, telling, g_array_index (chain, guint, i), i, said);
    }
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
      tl_telling_say (telling, _("From there you know the way to “{goal}”."), &slots);
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
say_opening (Teller        *teller,
             TlTelling     *telling,
             guint          goal,
             gboolean       is_start,
             TlBeneficiary *said)
{
  TlTellingSlots slots = { .goal = goal };
  const TlGraphNode *node = tl_graph_get_node (teller->graph, goal);

  if (is_start)
    {
      tl_telling_say (telling, tl_phrase_for_start (node->facet, is_objective (teller, goal),
                                                    is_own (teller, goal), teller->n_chains == 0), &slots);
      say_beneficiary (teller, telling, goal, said);
    }
  else
    {
      *said = tl_goal_get_beneficiary (tl_graph_get_goal (teller->graph, goal));
      tl_telling_say (telling, teller->n_chains % 2 == 0 ? _("There is more to “{goal}”.")
                                                         : _("“{goal}” does more than that."), &slots);
    }
}

static GArray *
tell_chain (Teller   *teller,
            guint     goal,
            gboolean  is_start)
{
  g_autoptr (GArray) chain = walk (teller, goal);
  TlBeneficiary said = TL_BENEFICIARY_UNSET;
  TlTelling telling;

  if (chain->len == 0)
    return g_steal_pointer (&chain);

  tl_telling_begin (&telling, teller->graph);
  say_opening (teller, &telling, goal, is_start, &said);
  say_steps (teller, &telling, chain, &said);
  say_end (teller, &telling, get_link (teller, g_array_index (chain, guint, chain->len - 1))->to);
  note_arrival (teller, chain);

  g_ptr_array_add (teller->paragraphs, tl_telling_end (&telling, TL_PARAGRAPH_CHAIN));
  teller->n_chains++;

  return g_steal_pointer (&chain);
}

static void
queue_chain (Teller       *teller,
             GQueue       *queue,
             const GArray *chain)
{
  for (guint i = 0; i < chain->len; i++)
    {
      const TlGraphLink *link = get_link (teller, g_array_index (chain, guint, i));

      g_queue_push_tail (queue, GUINT_TO_POINTER (link->from));
      g_queue_push_tail (queue, GUINT_TO_POINTER (link->to));
    }
}

/* What begins at @start, and then what branches off on the way, from below upwards */
static void
tell_from (Teller *teller,
           guint   start)
{
  g_autoptr (GQueue) queue = g_queue_new ();
  g_autoptr (GArray) first = tell_chain (teller, start, TRUE);

  queue_chain (teller, queue, first);
  while (!g_queue_is_empty (queue) && teller->n_chains < MAX_CHAINS)
    {
      guint goal = GPOINTER_TO_UINT (g_queue_pop_head (queue));

      pass_over (teller, goal);
      while (choose_link (teller, goal) != TL_GRAPH_NONE && teller->n_chains < MAX_CHAINS)
        {
          g_autoptr (GArray) branch = tell_chain (teller, goal, FALSE);

          queue_chain (teller, queue, branch);
        }
    }
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

/* The goals that begin a chain: nothing else on the line lies below them. */
static void
tell_chains (Teller *teller)
{
  guint n_starts;
  const guint *starts = tl_line_of_sight_get_starts (teller->line, &n_starts);
  TlTellingSlots slots = { 0 };
  TlTelling telling;

  for (guint i = 0; i < n_starts && teller->n_chains < MAX_CHAINS; i++)
    {
      if (!has_start_below (teller, starts[i]))
        tell_from (teller, starts[i]);
    }

  if (teller->n_left == 0)
    return;

  slots.count = teller->n_left;
  tl_telling_begin (&telling, teller->graph);
  tl_telling_say (&telling, ngettext ("{count} more link is not told here; the picture shows it.",
                                      "{count} more links are not told here; the picture shows them all.",
                                      teller->n_left), &slots);
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
 *   comes to, the chains, and what is not connected yet
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
  g_autofree gboolean *praised = g_new0 (gboolean, tl_graph_get_n_goals (graph) + 1);
  g_autofree guint *arrives_at = g_new (guint, tl_graph_get_n_goals (graph) + 1);

  for (guint i = 0; i < tl_graph_get_n_goals (graph); i++)
    arrives_at[i] = TL_GRAPH_NONE;

  teller.graph = graph;
  teller.told = told;
  teller.begun = begun;
  teller.named = named;
  teller.praised = praised;
  teller.arrives_at = arrives_at;
  tl_line_of_sight_get_links (line, &teller.n_left);
  teller.paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_paragraph_free);

  tell_lead (&teller);
  tell_chains (&teller);
  tell_gaps (&teller);
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
