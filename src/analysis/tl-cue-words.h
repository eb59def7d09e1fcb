/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No statement is looked at further than this: what matters stands at its beginning. */
#define TL_CUE_MAX_WORDS 500

/* What stands between a word and the one before it */
typedef enum
{
  TL_CUE_BREAK_NONE,
  TL_CUE_BREAK_COMMA,
  TL_CUE_BREAK_STOP,
} TlCueBreak;

/**
 * TlCueWord:
 * @between: what stands between it and the word before, in one line, to be quoted; nothing for the first word
 * @text: as it was written, without what cannot be seen
 * @folded: without case and accents
 * @stem: without its ending and in one spelling, so that “grow”, “grows” and “growing” are one
 * @inflected: whether an ending was taken off
 * @is_number: whether it is written in digits
 * @before: what stands before it
 */
typedef struct
{
  char       *between;
  char       *text;
  char       *folded;
  char       *stem;
  gboolean    inflected;
  gboolean    is_number;
  TlCueBreak  before;
} TlCueWord;

typedef struct _TlCueSpelling TlCueSpelling;

TlCueSpelling *tl_cue_spelling_new  (const char * const   *forms,
                                     const char * const   *endings,
                                     const char * const   *spellings);
void           tl_cue_spelling_free (TlCueSpelling        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCueSpelling, tl_cue_spelling_free)

GPtrArray     *tl_cue_words_new     (const TlCueSpelling  *spelling,
                                     const char           *text);

G_END_DECLS
