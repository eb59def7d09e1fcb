/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a statement leaves open: who, what exactly, by when.
 *
 * Its fields answer for certain, its words when they do: a statement that says “by March” is not asked for a day.  The
 * words are those of the cues, so that another language brings its own.  In doubt a thing counts as said: a question too
 * many costs more patience than a gap, and nothing hangs on it.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-specificity.h"

#include "tl-text-fold.h"

/* Fewer words that tell something are a heading: “better teamwork”. */
#define ENOUGH_WORDS 3

/* The classes of the cues that are looked for */
#define CLASS_SOMEONE "someone"
#define CLASS_DOER "doer"
#define CLASS_WHEN "when"
#define CLASS_AMOUNT "amount"

static gboolean
mentions (TlCues     *cues,
          const char *class_name,
          const char *text)
{
  return cues != NULL && tl_cues_mentions (cues, class_name, text);
}

/* Who does the Work; for whom the Impact is; whose the Result is */
static gboolean
says_who (TlCues      *cues,
          TlStatement *statement)
{
  const char *text = tl_statement_get_text (statement);

  if (!tl_text_is_blank (tl_statement_get_who (statement)))
    return TRUE;

  switch (tl_statement_get_facet (statement))
    {
    case TL_FACET_WORK:
      return mentions (cues, CLASS_DOER, text);
    case TL_FACET_IMPACT:
      return tl_statement_get_beneficiary (statement) != TL_BENEFICIARY_UNSET || mentions (cues, CLASS_SOMEONE, text);
    case TL_FACET_RESULT:
    case TL_FACET_UNSET:
    default:
      return tl_statement_get_beneficiary (statement) != TL_BENEFICIARY_UNSET;
    }
}

/* A Result is a number, or is told in more words; a reputation is told in words alone. */
static gboolean
says_what (TlCues      *cues,
           TlStatement *statement)
{
  const char *text = tl_statement_get_text (statement);

  if (!tl_text_is_blank (tl_statement_get_detail (statement)) || cues == NULL)
    return TRUE;
  if (tl_statement_get_facet (statement) == TL_FACET_RESULT && !tl_statement_get_reputation (statement))
    return tl_cues_mentions (cues, CLASS_AMOUNT, text);

  return tl_cues_count_telling (cues, text) >= ENOUGH_WORDS;
}

/**
 * tl_specificity_of:
 * @cues: (nullable): the words to go by; without them only the fields are looked at
 * @statement: a statement
 *
 * Returns: what @statement leaves open; a note leaves nothing open
 */
TlLacks
tl_specificity_of (TlCues      *cues,
                   TlStatement *statement)
{
  TlLacks lacks = TL_LACKS_NONE;

  g_return_val_if_fail (TL_IS_STATEMENT (statement), TL_LACKS_NONE);

  if (tl_statement_get_facet (statement) == TL_FACET_UNSET)
    return TL_LACKS_NONE;

  if (!says_who (cues, statement))
    lacks |= TL_LACKS_WHO;
  if (!says_what (cues, statement))
    lacks |= TL_LACKS_WHAT;
  if (tl_statement_get_due (statement) == TL_DATE_NONE && !mentions (cues, CLASS_WHEN, tl_statement_get_text (statement)))
    lacks |= TL_LACKS_WHEN;
  return lacks;
}

#define N_LACKS 8

/* Whole sentences, by facet and by what is missing, so that a translation can say each its own way */
static const char *const sentences[][N_LACKS] = {
  [TL_FACET_WORK] = {
    NULL,
    N_("It does not say yet who does it."),
    N_("It does not say yet what exactly is done."),
    N_("It does not say yet who does what exactly."),
    N_("It does not say yet by when."),
    N_("It does not say yet who does it, and by when."),
    N_("It does not say yet what exactly is done, and by when."),
    N_("It does not say yet who does what exactly, and by when."),
  },
  [TL_FACET_IMPACT] = {
    NULL,
    N_("It does not say yet for whom."),
    N_("It does not say yet what it looks like for them."),
    N_("It does not say yet for whom, and what it looks like for them."),
    N_("It does not say yet by when."),
    N_("It does not say yet for whom, and by when."),
    N_("It does not say yet what it looks like for them, and by when."),
    N_("It does not say yet for whom, what it looks like for them, and by when."),
  },
  [TL_FACET_RESULT] = {
    NULL,
    N_("It does not say yet whose result it is."),
    N_("It does not say yet how one would see it."),
    N_("It does not say yet whose result it is, and how one would see it."),
    N_("It does not say yet by when."),
    N_("It does not say yet whose result it is, and by when."),
    N_("It does not say yet how one would see it, and by when."),
    N_("It does not say yet whose result it is, how one would see it, and by when."),
  },
};

/**
 * tl_lacks_to_sentence:
 * @lacks: what a statement leaves open
 * @facet: where it belongs
 *
 * Returns: (transfer full) (nullable): a sentence that says so, translated; %NULL when it leaves nothing open
 */
char *
tl_lacks_to_sentence (TlLacks lacks,
                      TlFacet facet)
{
  g_return_val_if_fail (lacks < N_LACKS, NULL);

  if (facet == TL_FACET_UNSET || lacks == TL_LACKS_NONE)
    return NULL;

  return g_strdup (_(sentences[facet][lacks]));
}
