/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the clauses of a statement, and the cues in them.
 *
 * What is known here of language is only this.  The first clause says what a statement is about, and what follows a
 * “so that” or “by …” counts little.  A clause begins with what it does, so some cues count only there, and what such a
 * word governs is its object: “understand what drives revenue” is about understanding.  Each word serves one cue, the
 * strongest: “be seen as a trusted partner” is not counted twice.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <string.h>

#include "tl-cues-private.h"

/* What a clause beside the main one counts, one that says what for, and what is governed by the first words */
#define FURTHER_SHARE  0.5
#define PURPOSE_SHARE  0.25
#define GOVERNED_SHARE 0.4

/* The same kind of cue said twice is a little more, not twice as much. */
#define AGAIN_SHARE 0.4

/* “I want to” in front of “we need to” in front of … */
#define MAX_OPENINGS 4

/* Before the first word that matters */
#define MAX_LEADING 4

static void
match_free (gpointer data)
{
  TlCueMatch *match = data;

  g_free (match->marks);
  g_free (match);
}

static TlCueBreak
get_break_before (const TlCueFinding *finding,
                  guint               at)
{
  return ((TlCueWord *) g_ptr_array_index (finding->words, at))->before;
}

/* The furthest that one of @patterns reaches from @at on; @at when none is there */
static guint
skip_one_of (TlCueFinding *finding,
             GPtrArray    *patterns,
             guint         at,
             gboolean     *found)
{
  guint furthest = at;

  *found = FALSE;
  for (guint i = 0; i < patterns->len; i++)
    {
      guint end;

      if (tl_cue_look_find (finding->look, g_ptr_array_index (patterns, i), at, finding->words->len, &end,
                            finding->marks))
        {
          *found = TRUE;
          furthest = MAX (furthest, end);
          memset (finding->marks + at, 0, (finding->words->len - at) * sizeof (gboolean));
        }
    }

  return furthest;
}

/* What only says that this is a goal.  A statement that is nothing else keeps it. */
static guint
skip_openings (TlCueFinding *finding,
               guint         at)
{
  for (guint i = 0; i < MAX_OPENINGS; i++)
    {
      gboolean found;
      guint end = skip_one_of (finding, finding->cues->openings, at, &found);

      if (!found || end >= finding->words->len)
        break;
      at = end;
    }

  return at;
}

static void
add_clause (TlCueFinding *finding,
            guint         start,
            guint         head,
            double        share)
{
  TlCueClause clause = {
    start, MIN (head, finding->words->len - 1), finding->words->len, share == PURPOSE_SHARE, share
  };

  if (finding->clauses->len > 0)
    g_array_index (finding->clauses, TlCueClause, finding->clauses->len - 1).end = start;
  g_array_append_val (finding->clauses, clause);
}

/* “By listening to customers, understand …”: the main clause comes second. */
static guint
find_comma (TlCueFinding *finding,
            guint         from)
{
  for (guint i = from + 1; i < finding->words->len; i++)
    {
      if (get_break_before (finding, i) != TL_CUE_BREAK_NONE)
        return i;
    }

  return finding->words->len;
}

static void
add_first_clause (TlCueFinding *finding)
{
  guint start = skip_openings (finding, 0);
  gboolean found;
  guint head = skip_one_of (finding, finding->cues->purposes, start, &found);
  guint comma = found ? find_comma (finding, head) : finding->words->len;

  if (found && comma < finding->words->len)
    {
      add_clause (finding, start, head, PURPOSE_SHARE);
      add_clause (finding, comma, skip_openings (finding, comma), 1.0);
    }
  else
    {
      add_clause (finding, start, head, 1.0);
    }
}

/* The first that counts in full */
static void
find_main_clause (TlCueFinding *finding)
{
  finding->main_clause = &g_array_index (finding->clauses, TlCueClause, 0);
  for (guint i = finding->clauses->len; i-- > 0;)
    {
      const TlCueClause *clause = &g_array_index (finding->clauses, TlCueClause, i);

      if (clause->share == 1.0)
        finding->main_clause = clause;
    }
}

static void
find_clauses (TlCueFinding *finding)
{
  guint from;

  add_first_clause (finding);
  from = g_array_index (finding->clauses, TlCueClause, finding->clauses->len - 1).head + 1;
  for (guint i = from; i < finding->words->len; i++)
    {
      gboolean found;
      guint head = skip_one_of (finding, finding->cues->purposes, i, &found);

      if (found)
        {
          add_clause (finding, i, skip_openings (finding, head), PURPOSE_SHARE);
          i = head;
          continue;
        }

      head = skip_one_of (finding, finding->cues->further, i, &found);
      if (found || get_break_before (finding, i) == TL_CUE_BREAK_STOP)
        add_clause (finding, i, skip_openings (finding, head), FURTHER_SHARE);
    }
}

/* How many words the search just marked */
static guint
count_marks (TlCueFinding *finding,
             guint         start,
             guint         end)
{
  guint n = 0;

  for (guint i = start; i < end; i++)
    n += finding->marks[i];

  return n;
}

static void
add_match (TlCueFinding      *finding,
           GPtrArray         *found,
           const TlCueGroup  *group,
           const TlCueClause *clause,
           guint              start)
{
  g_autofree gboolean *best = NULL;
  guint n_best = 0;

  for (guint i = 0; i < group->patterns->len; i++)
    {
      guint end;
      guint n;

      if (!tl_cue_look_find (finding->look, g_ptr_array_index (group->patterns, i), start, clause->end, &end,
                             finding->marks))
        continue;

      n = count_marks (finding, start, clause->end);
      if (n > n_best)
        {
          g_free (best);
          best = g_memdup2 (finding->marks, finding->words->len * sizeof (gboolean));
          n_best = n;
        }
      memset (finding->marks + start, 0, (clause->end - start) * sizeof (gboolean));
    }

  if (best != NULL)
    {
      TlCueMatch *match = g_new0 (TlCueMatch, 1);

      *match = (TlCueMatch) { group, clause, start, g_steal_pointer (&best), n_best, group->weight };
      g_ptr_array_add (found, match);
    }
}

/* Where cues that belong at the start of @clause may stand: behind an article, an adjective or two, an adverb */
static guint
find_last_start (TlCueFinding      *finding,
                 const TlCueClause *clause,
                 const TlCueClass  *skipped)
{
  guint at = clause->head;

  for (guint i = 0; i < MAX_LEADING && skipped != NULL; i++)
    {
      guint length = tl_cue_look_measure_class (finding->look, skipped, at, clause->end);

      if (length == 0 || at + length >= clause->end)
        break;
      at += length;
    }

  return at;
}

/* The last word of @clause that the cues of @group may begin with */
static guint
get_last (const TlCueGroup  *group,
          const TlCueClause *clause,
          guint              last_start,
          guint              last_verb)
{
  if (!group->at_start)
    return clause->end - 1;

  return group->is_verb ? last_verb : last_start;
}

static GPtrArray *
find_matches (TlCueFinding *finding)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (match_free);

  for (guint i = 0; i < finding->clauses->len; i++)
    {
      const TlCueClause *clause = &g_array_index (finding->clauses, TlCueClause, i);
      guint last_start = find_last_start (finding, clause, finding->cues->leading);
      guint last_verb = find_last_start (finding, clause, finding->cues->adverbs);

      for (guint j = 0; j < finding->cues->groups->len; j++)
        {
          const TlCueGroup *group = g_ptr_array_index (finding->cues->groups, j);
          guint last = get_last (group, clause, last_start, last_verb);

          if (group->in_purpose && !clause->is_purpose)
            continue;

          for (guint at = clause->head; at <= last && at < clause->end; at++)
            add_match (finding, found, group, clause, at);
        }
    }

  return found;
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const TlCueMatch *x = *(TlCueMatch * const *) a;
  const TlCueMatch *y = *(TlCueMatch * const *) b;

  if (x->group->weight != y->group->weight)
    return x->group->weight > y->group->weight ? -1 : 1;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;

  return (x->n_marks < y->n_marks) - (x->n_marks > y->n_marks);
}

static gboolean
take_words (const TlCueMatch *match,
            gboolean         *taken,
            guint             n_words)
{
  for (guint i = match->start; i < n_words; i++)
    {
      if (match->marks[i] && taken[i])
        return FALSE;
    }
  for (guint i = match->start; i < n_words; i++)
    taken[i] |= match->marks[i];

  return TRUE;
}

/* Each word serves the strongest cue that names it. */
static void
choose_matches (TlCueFinding *finding)
{
  g_autoptr (GPtrArray) found = find_matches (finding);
  g_autofree gboolean *taken = g_new0 (gboolean, finding->words->len);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_ptr_array_sort (found, compare_matches);
  while (found->len > 0)
    {
      TlCueMatch *match = g_ptr_array_steal_index (found, 0);

      if (!take_words (match, taken, finding->words->len))
        {
          match_free (match);
          continue;
        }

      match->strength *= match->clause->share;
      if (!g_hash_table_add (seen, (gpointer) match->group))
        match->strength *= AGAIN_SHARE;
      g_ptr_array_add (finding->matches, match);
    }
}

/* What follows the words that govern the main clause is what they are about. */
static void
govern (TlCueFinding *finding)
{
  const TlCueClause *clause = finding->main_clause;
  const TlCueMatch *governor = NULL;

  for (guint i = 0; i < finding->matches->len; i++)
    {
      const TlCueMatch *match = g_ptr_array_index (finding->matches, i);

      if (match->group->governs && match->group->at_start && match->clause == clause
          && (governor == NULL || match->start < governor->start))
        governor = match;
    }

  for (guint i = 0; governor != NULL && i < finding->matches->len; i++)
    {
      TlCueMatch *match = g_ptr_array_index (finding->matches, i);

      if (match->start > governor->start && match->group->weight < TL_CUE_OWN_WEIGHT)
        match->strength *= GOVERNED_SHARE;
    }
}

/**
 * tl_cue_finding_init:
 * @finding: (out caller-allocates): a look at a statement
 * @cues: what to look for; lives longer than @finding
 * @text: the statement
 *
 * Only reads the words; tl_cue_finding_search() looks for cues in them.
 */
void
tl_cue_finding_init (TlCueFinding *finding,
                     TlCues       *cues,
                     const char   *text)
{
  memset (finding, 0, sizeof (TlCueFinding));
  finding->cues = cues;
  finding->words = tl_cue_words_new (cues->spelling, text);
  finding->look = tl_cue_look_new (finding->words, cues->stems, cues->classes->len);
  finding->clauses = g_array_new (FALSE, FALSE, sizeof (TlCueClause));
  finding->matches = g_ptr_array_new_with_free_func (match_free);
  finding->marks = g_new0 (gboolean, finding->words->len + 1);
}

/**
 * tl_cue_finding_clear:
 * @finding: what tl_cue_finding_init() filled
 */
void
tl_cue_finding_clear (TlCueFinding *finding)
{
  g_clear_pointer (&finding->matches, g_ptr_array_unref);
  g_clear_pointer (&finding->clauses, g_array_unref);
  g_clear_pointer (&finding->look, tl_cue_look_free);
  g_clear_pointer (&finding->words, g_ptr_array_unref);
  g_clear_pointer (&finding->marks, g_free);
}

/**
 * tl_cue_finding_search:
 * @finding: a look at a statement that has at least one word
 *
 * Finds its clauses, and the cues in them that count.
 */
void
tl_cue_finding_search (TlCueFinding *finding)
{
  g_return_if_fail (finding->words->len > 0);

  find_clauses (finding);
  find_main_clause (finding);
  finding->last_start = find_last_start (finding, finding->main_clause, finding->cues->leading);
  choose_matches (finding);
  govern (finding);
}
