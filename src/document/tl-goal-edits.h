/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs for goals.  Each is one named step to undo, or part of the caller's group; each refuses before it
 * changes anything, with %TL_DOCUMENT_ERROR_REFUSED or %TL_DOCUMENT_ERROR_READ_ONLY and a sentence for people.  Those
 * without an error do nothing in a document that can only be read. */

#pragma once

#include "tl-check-in.h"
#include "tl-document.h"
#include "tl-measure.h"
#include "tl-reading.h"
#include "tl-tension.h"

G_BEGIN_DECLS

TlGoal    *tl_goal_edits_quick_add    (TlDocument    *document,
                                       TlGoal        *under,
                                       TlParty       *owner,
                                       const char    *line,
                                       GError       **error);
gboolean   tl_goal_edits_can_move     (TlDocument    *document,
                                       GPtrArray     *goals,
                                       TlGoal        *to,
                                       GError       **error);
gboolean   tl_goal_edits_move         (TlDocument    *document,
                                       GPtrArray     *goals,
                                       TlGoal        *from,
                                       TlGoal        *to,
                                       GError       **error);
void       tl_goal_edits_place        (TlDocument    *document,
                                       GPtrArray     *siblings);
void       tl_goal_edits_remove       (TlDocument    *document,
                                       GPtrArray     *goals);
void       tl_goal_edits_set          (TlDocument    *document,
                                       GPtrArray     *goals,
                                       const char    *property,
                                       const GValue  *value);

/* tl-goal-copies.c */
GPtrArray *tl_goal_edits_duplicate    (TlDocument    *document,
                                       GPtrArray     *goals);
GPtrArray *tl_goal_edits_carry_over   (TlDocument    *document,
                                       GPtrArray     *goals,
                                       TlCycle       *to,
                                       GError       **error);
GPtrArray *tl_goal_edits_cascade_down (TlDocument    *document,
                                       TlGoal        *goal,
                                       GPtrArray     *owners,
                                       GError       **error);

/* tl-goal-links.c */
gboolean   tl_goal_edits_can_connect  (TlDocument    *document,
                                       GPtrArray     *goals,
                                       TlGoal        *to,
                                       GError       **error);
gboolean   tl_goal_edits_connect      (TlDocument    *document,
                                       GPtrArray     *goals,
                                       TlGoal        *to,
                                       GError       **error);

/* tl-goal-parts.c */
TlMeasure *tl_goal_edits_add_measure  (TlDocument    *document,
                                       TlGoal        *goal);
TlMeasure *tl_goal_edits_duplicate_measure (TlDocument *document,
                                            TlMeasure  *measure);
TlReading *tl_goal_edits_add_reading  (TlDocument    *document,
                                       TlMeasure     *measure,
                                       double         value);
TlCheckIn *tl_goal_edits_add_check_in (TlDocument    *document,
                                       TlGoal        *goal,
                                       double         confidence);
TlTension *tl_document_add_tension    (TlDocument    *document,
                                       TlGoal        *first,
                                       TlGoal        *second,
                                       GError       **error);

G_END_DECLS
