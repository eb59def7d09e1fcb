/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-graph.h"
#include "tl-scene.h"

G_BEGIN_DECLS

/**
 * TlFinding:
 * @cards: (element-type guint): the cards of the picture that match, in the order in which one reads it
 * @hidden: (element-type guint): the goals of the graph that match and are folded away
 *
 * What of a picture somebody looks for.
 */
typedef struct
{
  GArray *cards;
  GArray *hidden;
} TlFinding;

TlFinding *tl_finding_new       (const char   *text,
                                 TlScene      *scene,
                                 TlGraph      *graph,
                                 const guint8 *may_hide);
void       tl_finding_free      (TlFinding    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFinding, tl_finding_free)

guint      tl_finding_get_next  (TlFinding    *self,
                                 guint         card,
                                 int           direction);
guint      tl_finding_get_place (TlFinding    *self,
                                 guint         card);

G_END_DECLS
