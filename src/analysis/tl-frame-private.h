/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-frame.h"
#include "tl-specificity.h"

G_BEGIN_DECLS

/**
 * TlFrameNode:
 * @statement: a statement, in one of the columns or beside them
 * @facet: its column
 * @is_reputation: whether it is a Result of the kind that others see in us
 * @beneficiary: whom it is for
 * @lacks: what it leaves open
 * @beneath: a bit for each facet that helps it directly
 * @above: a bit for each facet that it helps directly
 * @behind: a bit for each facet from which links lead to it, over however many statements
 * @ahead: a bit for each facet to which links lead from it
 * @n_work: how much Work helps it directly
 *
 * A statement and what it is connected with; links of the loop do not count.
 */
typedef struct
{
  TlStatement   *statement;
  TlFacet        facet;
  gboolean       is_reputation;
  TlBeneficiary  beneficiary;
  TlLacks        lacks;
  guint          beneath;
  guint          above;
  guint          behind;
  guint          ahead;
  guint          n_work;
} TlFrameNode;

#define TL_FRAME_NONE G_MAXUINT

guint              tl_frame_get_n_nodes (TlFrame          *self);
const TlFrameNode *tl_frame_get_node    (TlFrame          *self,
                                         guint             node);
guint              tl_frame_find        (TlFrame          *self,
                                         const char       *id);
gboolean          *tl_frame_dup_linked  (TlFrame          *self,
                                         guint             node,
                                         gboolean          from_others,
                                         gboolean          loop);
guint              tl_frame_get_widest  (TlFrame          *self);
gboolean           tl_frame_fits        (TlFrame          *self,
                                         TlFrameCondition  condition,
                                         guint             node);
gboolean           tl_frame_has         (TlFrame          *self,
                                         TlFrameCondition  condition,
                                         guint             node);

/* tl-frame-words.c */
char              *tl_frame_quote       (const char       *text);
char              *tl_frame_say_for     (TlStatement      *statement);
const char        *tl_frame_say_wider   (TlBeneficiary     beneficiary);

G_END_DECLS
