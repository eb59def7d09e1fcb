/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-cues.h"
#include "tl-statement.h"

G_BEGIN_DECLS

/**
 * TlLacks:
 * @TL_LACKS_NONE: nothing: it is specific
 * @TL_LACKS_WHO: who does it, for whom it is, or whose it is, by its facet
 * @TL_LACKS_WHAT: what exactly
 * @TL_LACKS_WHEN: by when
 *
 * What a statement leaves open.
 */
typedef enum
{
  TL_LACKS_NONE = 0,
  TL_LACKS_WHO = 1 << 0,
  TL_LACKS_WHAT = 1 << 1,
  TL_LACKS_WHEN = 1 << 2,
} TlLacks;

TlLacks  tl_specificity_of    (TlCues      *cues,
                               TlStatement *statement);
char    *tl_lacks_to_sentence (TlLacks      lacks,
                               TlFacet      facet);

G_END_DECLS
