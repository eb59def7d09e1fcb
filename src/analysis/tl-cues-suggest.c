/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cues that were found come to: a facet, whose life it is about, and the reason in one line. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <string.h>

#include "tl-cues-private.h"

/* The more of them there are, the less each says. */
#define MAX_QUOTED 3

/* Between two words that are quoted; what is longer is left out, in bytes */
#define LONGEST_BETWEEN 8

/* Below this share of the strongest one, a cue is not worth naming. */
#define QUOTED_SHARE 0.3

/* What certainty is measured against: one clear cue and nothing against it is 2.5 of 3.3. */
#define DOUBT 0.8

/* When nothing is found, what is said begins with something to do more often than not. */
#define OTHERWISE_CERTAINTY 0.15

static void
add_up (const TlCueFinding *finding,
        double             *totals)
{
  for (guint i = 0; i < finding->matches->len; i++)
    {
      const TlCueMatch *match = g_ptr_array_index (finding->matches, i);

      totals[match->group->facet] += match->strength;
    }
}

/* Ties go to what asks for more: from a Result and from an Impact the conversation goes on. */
static TlFacet
get_heaviest (const double *totals)
{
  TlFacet facet = TL_FACET_UNSET;

  for (TlFacet i = TL_FACET_WORK; i <= TL_FACET_RESULT; i++)
    {
      if (totals[i] > 0 && totals[i] >= totals[facet])
        facet = i;
    }

  return facet;
}

static const TlCueMatch *
get_strongest (const TlCueFinding *finding,
               TlFacet             facet)
{
  const TlCueMatch *strongest = NULL;

  for (guint i = 0; i < finding->matches->len; i++)
    {
      const TlCueMatch *match = g_ptr_array_index (finding->matches, i);

      if (match->group->facet == facet && (strongest == NULL || match->strength > strongest->strength))
        strongest = match;
    }

  return strongest;
}

/* The words of a cue as they stand in the statement, with “…” for what it leaves open */
static char *
dup_quote (const TlCueFinding *finding,
           const TlCueMatch   *match)
{
  GString *quote = g_string_new (finding->cues->sayings[TL_CUE_SAYING_OPENING_QUOTE]);
  gboolean first = TRUE;
  gboolean gap = FALSE;

  for (guint i = match->start; i < finding->words->len; i++)
    {
      const TlCueWord *word = g_ptr_array_index (finding->words, i);

      gap |= !match->marks[i];
      if (!match->marks[i])
        continue;
      if (!first)
        g_string_append (quote, gap || strlen (word->between) > LONGEST_BETWEEN ? " … " : word->between);
      g_string_append (quote, word->text);
      first = FALSE;
      gap = FALSE;
    }

  g_string_append (quote, finding->cues->sayings[TL_CUE_SAYING_CLOSING_QUOTE]);
  return g_string_free (quote, FALSE);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TlCueMatch *x = *(TlCueMatch * const *) a;
  const TlCueMatch *y = *(TlCueMatch * const *) b;

  return (x->start > y->start) - (x->start < y->start);
}

/* The cues worth naming, in the order of the statement */
static GPtrArray *
choose_quoted (const TlCueFinding *finding,
               const TlCueMatch   *strongest)
{
  GPtrArray *quoted = g_ptr_array_new ();

  for (guint i = 0; i < finding->matches->len && quoted->len < MAX_QUOTED; i++)
    {
      TlCueMatch *match = g_ptr_array_index (finding->matches, i);

      if (match->group->facet == strongest->group->facet && match->strength >= QUOTED_SHARE * strongest->strength)
        g_ptr_array_add (quoted, match);
    }

  g_ptr_array_sort (quoted, compare_places);
  return quoted;
}

static char *
dup_reason (const TlCueFinding *finding,
            const TlCueMatch   *strongest)
{
  g_autoptr (GPtrArray) quoted = choose_quoted (finding, strongest);
  GString *reason = g_string_new (NULL);

  for (guint i = 0; i < quoted->len; i++)
    {
      g_autofree char *quote = dup_quote (finding, g_ptr_array_index (quoted, i));

      if (i > 0)
        g_string_append (reason, i + 1 < quoted->len ? ", " : finding->cues->sayings[TL_CUE_SAYING_AND]);
      g_string_append (reason, quote);
    }

  g_string_append (reason, finding->cues->sayings[TL_CUE_SAYING_BECAUSE]);
  g_string_append (reason, strongest->group->reason);
  return g_string_free (reason, FALSE);
}

/* Who is named from one word to another: the first who is, but whoever is behind a customer is named second. */
static TlBeneficiary
find_named_within (const TlCueFinding *finding,
                   guint               start,
                   guint               end,
                   guint               last)
{
  TlBeneficiary first = TL_BENEFICIARY_UNSET;
  guint at = start;

  while (at < end && at <= last)
    {
      const TlCueClass *longest = NULL;
      guint length = 1;

      for (guint i = 0; i < finding->cues->classes->len; i++)
        {
          const TlCueClass *klass = g_ptr_array_index (finding->cues->classes, i);
          guint n = klass->beneficiary != TL_BENEFICIARY_UNSET
                    ? tl_cue_look_measure_class (finding->look, klass, at, end) : 0;

          if (n > 0 && (longest == NULL || n > length))
            {
              longest = klass;
              length = n;
            }
        }

      if (longest != NULL && longest->beneficiary == TL_BENEFICIARY_CUSTOMERS_CUSTOMERS)
        return longest->beneficiary;
      if (longest != NULL && first == TL_BENEFICIARY_UNSET)
        first = longest->beneficiary;
      at += length;
    }

  return first;
}

/* Whose life the main clause speaks of */
static TlBeneficiary
find_named (const TlCueFinding *finding,
            guint               last)
{
  return find_named_within (finding, finding->main_clause->head, finding->main_clause->end, last);
}

/* A Result is ours unless somebody else is its subject. */
static TlBeneficiary
find_beneficiary (const TlCueFinding *finding,
                  const TlCueMatch   *strongest)
{
  TlBeneficiary named;

  if (strongest->group->beneficiary != TL_BENEFICIARY_UNSET)
    return strongest->group->beneficiary;
  if (strongest->group->facet != TL_FACET_RESULT)
    return find_named (finding, G_MAXUINT);
  if (strongest->group->reputation)
    return TL_BENEFICIARY_ORGANISATION;

  named = find_named (finding, finding->last_start);
  return named != TL_BENEFICIARY_UNSET ? named : TL_BENEFICIARY_ORGANISATION;
}

static void
suggest (const TlCueFinding *finding,
         TlSorting          *suggestion)
{
  double totals[TL_FACET_RESULT + 1] = { 0, };
  const TlCueMatch *strongest;
  double sum;

  add_up (finding, totals);
  suggestion->facet = get_heaviest (totals);
  strongest = get_strongest (finding, suggestion->facet);
  sum = totals[TL_FACET_WORK] + totals[TL_FACET_IMPACT] + totals[TL_FACET_RESULT];
  suggestion->reputation = strongest->group->reputation;
  suggestion->beneficiary = find_beneficiary (finding, strongest);
  suggestion->certainty = totals[suggestion->facet] / (sum + DOUBT);
  suggestion->reason = dup_reason (finding, strongest);
}

static gboolean
knows_a_word (const TlCueFinding *finding)
{
  for (guint i = 0; i < finding->words->len; i++)
    {
      const TlCueWord *word = g_ptr_array_index (finding->words, i);

      if (g_hash_table_contains (finding->cues->stems, word->stem))
        return TRUE;
    }

  return FALSE;
}

static guint
measure_at (const TlCueFinding *finding,
            const char         *class_name,
            guint               at)
{
  const TlCueClass *klass = g_hash_table_lookup (finding->cues->by_name, class_name);

  return klass != NULL ? tl_cue_look_measure_class (finding->look, klass, at, finding->main_clause->end) : 0;
}

/* Whether the main clause is about what others do or are: it names them first, and goes on */
static gboolean
speaks_of_others (const TlCueFinding *finding)
{
  for (guint at = finding->main_clause->head; at <= finding->last_start; at++)
    {
      guint length = measure_at (finding, "others", at);

      if (length > 0 && at + length < finding->main_clause->end)
        return TRUE;
    }

  return FALSE;
}

/* Whether the main clause begins with what could be a verb: not with an article, a plural, or the subject of a verb
 * behind it.
 */
static gboolean
begins_with_doing (const TlCueFinding *finding)
{
  guint at = finding->main_clause->head;
  const TlCueWord *first;
  const TlCueWord *next;

  if (at + measure_at (finding, "adverb", at) < finding->main_clause->end)
    at += measure_at (finding, "adverb", at);
  if (measure_at (finding, "act", at) > 0)
    return TRUE;
  first = g_ptr_array_index (finding->words, at);
  if (first->inflected || first->is_number || at + 1 >= finding->main_clause->end || measure_at (finding, "leading", at) > 0
      || measure_at (finding, "subject", at) > 0)
    return FALSE;

  next = g_ptr_array_index (finding->words, at + 1);
  return !(next->inflected && measure_at (finding, "act", at + 1) > 0);
}

/* Without a cue: what it begins with says whether it is something to do, when it is our language at all. */
static void
suggest_otherwise (const TlCueFinding *finding,
                   TlSorting          *suggestion)
{
  TlCueSaying saying = TL_CUE_SAYING_UNTOLD;

  if (!knows_a_word (finding))
    {
      saying = TL_CUE_SAYING_UNKNOWN;
    }
  else if (begins_with_doing (finding))
    {
      saying = TL_CUE_SAYING_DO;
      suggestion->facet = TL_FACET_WORK;
    }
  else if (speaks_of_others (finding))
    {
      saying = TL_CUE_SAYING_OTHERS;
      suggestion->facet = TL_FACET_IMPACT;
      suggestion->beneficiary = find_named (finding, G_MAXUINT);
    }

  suggestion->certainty = suggestion->facet != TL_FACET_UNSET ? OTHERWISE_CERTAINTY : 0;
  suggestion->reason = g_strdup (finding->cues->sayings[saying]);
}

/* A day and nothing else: there is nothing to sort yet.  A cue of one's own that says otherwise is heeded. */
static gboolean
is_day (const TlCueFinding *finding)
{
  const TlCueClass *days = g_hash_table_lookup (finding->cues->by_name, "day");
  const TlCueMatch *heaviest = finding->matches->len > 0 ? g_ptr_array_index (finding->matches, 0) : NULL;

  return days != NULL && (heaviest == NULL || heaviest->group->weight < TL_CUE_OWN_WEIGHT)
         && tl_cue_look_measure_class (finding->look, days, 0, finding->words->len) == finding->words->len;
}

/**
 * tl_cue_finding_suggest:
 * @finding: a statement that was searched
 * @suggestion: filled with where it belongs, and why
 */
void
tl_cue_finding_suggest (const TlCueFinding *finding,
                        TlSorting          *suggestion)
{
  if (is_day (finding))
    suggestion->reason = g_strdup (finding->cues->sayings[TL_CUE_SAYING_DAY]);
  else if (finding->matches->len > 0)
    suggest (finding, suggestion);
  else
    suggest_otherwise (finding, suggestion);
}

/**
 * tl_cue_finding_get_named:
 * @finding: a statement that was searched
 *
 * Returns: whom its words name, in the main clause before any other; %TL_BENEFICIARY_UNSET for nobody
 */
TlBeneficiary
tl_cue_finding_get_named (const TlCueFinding *finding)
{
  TlBeneficiary named = find_named (finding, G_MAXUINT);

  return named != TL_BENEFICIARY_UNSET ? named : find_named_within (finding, 0, finding->words->len, G_MAXUINT);
}
