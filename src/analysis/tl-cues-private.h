/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-cue-pattern.h"
#include "tl-cues.h"

G_BEGIN_DECLS

/**
 * TlCueGroup:
 * @name: what the file calls it
 * @facet: what its cues point to
 * @reputation: whether they are about how we are seen
 * @weight: how strongly they do
 * @at_start: whether they count only where a clause begins
 * @is_verb: whether they do not count behind an article or an adjective: “our share” is not “share”
 * @in_purpose: whether they count only in a clause that says what for
 * @governs: whether what follows them in the clause is only what they are about
 * @beneficiary: whose life they speak of, or %TL_BENEFICIARY_UNSET
 * @reason: why they point there, to stand after the words that were found
 * @patterns: (element-type TlCuePattern): the cues
 *
 * Cues that say the same thing in different words.
 */
typedef struct
{
  char          *name;
  TlFacet        facet;
  gboolean       reputation;
  double         weight;
  gboolean       at_start;
  gboolean       is_verb;
  gboolean       in_purpose;
  gboolean       governs;
  TlBeneficiary  beneficiary;
  char          *reason;
  GPtrArray     *patterns;
} TlCueGroup;

/* The sentences of a file of cues, besides the reasons of its groups */
typedef enum
{
  TL_CUE_SAYING_OPENING_QUOTE,
  TL_CUE_SAYING_CLOSING_QUOTE,
  TL_CUE_SAYING_AND,
  TL_CUE_SAYING_BECAUSE,
  TL_CUE_SAYING_OWN,
  TL_CUE_SAYING_DO,
  TL_CUE_SAYING_OTHERS,
  TL_CUE_SAYING_UNTOLD,
  TL_CUE_SAYING_DAY,
  TL_CUE_SAYING_EMPTY,
  TL_CUE_SAYING_UNKNOWN,
} TlCueSaying;

#define TL_N_CUE_SAYINGS (TL_CUE_SAYING_UNKNOWN + 1)

struct _TlCues
{
  TlCueSpelling *spelling;
  GPtrArray     *classes;       /* of TlCueClass */
  GHashTable    *by_name;       /* name → TlCueClass, owned by @classes */
  GPtrArray     *groups;        /* of TlCueGroup; one's own come last */
  GPtrArray     *openings;      /* of TlCuePattern: what says only that it is a goal */
  GPtrArray     *purposes;      /* of TlCuePattern: where a clause begins that only says what for, or how */
  GPtrArray     *further;       /* of TlCuePattern: where a clause begins that stands beside the one before */
  TlCueClass    *leading;       /* words that may stand before the first that matters; owned by @classes */
  TlCueClass    *adverbs;       /* those of them that may stand before a verb; owned by @classes */
  GHashTable    *stems;         /* a set: every word that the file knows */
  char          *sayings[TL_N_CUE_SAYINGS];
};

/* One's own cues win over all that came with the program. */
#define TL_CUE_OWN_WEIGHT 1000.0

/**
 * TlCueClause:
 * @start: the word it begins with, which may join it to the clause before
 * @head: its first word of its own
 * @end: the word after its last one
 * @is_purpose: whether it only says what for, or how
 * @share: what it counts, from 0 to 1; the main clause counts 1
 */
typedef struct
{
  guint    start;
  guint    head;
  guint    end;
  gboolean is_purpose;
  double   share;
} TlCueClause;

/**
 * TlCueMatch:
 * @group: what was found
 * @clause: where
 * @start: the word it begins with
 * @marks: (array): for each word of the statement, whether the cue names it
 * @n_marks: how many it names
 * @strength: its weight, after all that takes from it
 */
typedef struct
{
  const TlCueGroup  *group;
  const TlCueClause *clause;
  guint              start;
  gboolean          *marks;
  guint              n_marks;
  double             strength;
} TlCueMatch;

/**
 * TlCueFinding:
 * @cues: what was looked for
 * @words: (element-type TlCueWord): the statement
 * @look: a look at them
 * @clauses: (element-type TlCueClause): its clauses, in their order
 * @matches: (element-type TlCueMatch): the cues that were found and count, the heaviest first
 * @marks: room for one search
 * @main_clause: the one that says what the statement is about
 * @last_start: the last word of it that cues of its beginning may begin with
 */
typedef struct
{
  TlCues            *cues;
  GPtrArray         *words;
  TlCueLook         *look;
  GArray            *clauses;
  GPtrArray         *matches;
  gboolean          *marks;
  const TlCueClause *main_clause;
  guint              last_start;
} TlCueFinding;

void        tl_cues_init_empty (TlCues        *self);
gboolean    tl_cues_read       (TlCues        *self,
                                const char    *data,
                                gsize          length,
                                GError       **error);
TlCueGroup *tl_cue_group_new   (const char    *name,
                                TlFacet        facet,
                                gboolean       reputation,
                                double         weight);
void        tl_cue_group_free  (TlCueGroup    *group);

void        tl_cue_finding_init    (TlCueFinding       *finding,
                                    TlCues             *cues,
                                    const char         *text);
void        tl_cue_finding_clear   (TlCueFinding       *finding);
void        tl_cue_finding_search  (TlCueFinding       *finding);
void        tl_cue_finding_suggest (const TlCueFinding *finding,
                                    TlSorting          *suggestion);
TlBeneficiary
            tl_cue_finding_get_named (const TlCueFinding *finding);

G_END_DECLS
