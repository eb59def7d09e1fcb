/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-cues.h"
#include "tl-question-set.h"

G_BEGIN_DECLS

/* Nobody looks through more of their own cues than that, and each is looked for in every statement. */
#define TL_COACHING_DATA_MAX_OWN_CUES 500
#define TL_COACHING_DATA_MAX_CUE_LENGTH 200

/**
 * TlOwnCue:
 * @phrase: words, or a pattern
 * @facet: what they point to
 * @reputation: whether they are about how we are seen; only with %TL_FACET_RESULT
 *
 * A cue that somebody added to those that came with the program.
 */
typedef struct
{
  char     *phrase;
  TlFacet   facet;
  gboolean  reputation;
} TlOwnCue;

void           tl_own_cue_free                      (TlOwnCue    *cue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOwnCue, tl_own_cue_free)

TlCues        *tl_coaching_data_get_cues            (void);
GPtrArray     *tl_coaching_data_dup_own_cues        (void);
gboolean       tl_coaching_data_add_own_cue         (const char  *phrase,
                                                     TlFacet      facet,
                                                     gboolean     reputation,
                                                     GError     **error);
gboolean       tl_coaching_data_remove_own_cue      (const char  *phrase,
                                                     GError     **error);

GPtrArray     *tl_coaching_data_dup_question_sets   (void);
TlQuestionSet *tl_coaching_data_find_question_set   (const char  *id);

GPtrArray     *tl_coaching_data_dup_troubles        (void);

void           tl_coaching_data_forget              (void);

G_END_DECLS
