/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scores.h"

G_BEGIN_DECLS

/**
 * TlPartySummary:
 * @n_goals: how many goals there are, in whatever state
 * @n_active: how many of them are active
 * @n_health: by #TlHealth, how many of the active ones stand so
 *
 * What a list says of whoever owns goals.  It is a sum and no mark: parties are never put in order by it.
 */
typedef struct
{
  guint n_goals;
  guint n_active;
  guint n_health[TL_HEALTH_OFF_TRACK + 1];
} TlPartySummary;

void  tl_party_summary_add    (TlPartySummary       *self,
                               const TlScores       *scores,
                               TlParty              *party);
char *tl_party_summary_to_text (const TlPartySummary *self);

G_END_DECLS
