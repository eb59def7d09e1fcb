/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-entity.h"
#include "tl-goal.h"

G_BEGIN_DECLS

#define TL_TYPE_CONTRIBUTION (tl_contribution_get_type ())

G_DECLARE_FINAL_TYPE (TlContribution, tl_contribution, TL, CONTRIBUTION, TlEntity)

TlContribution *tl_contribution_new           (void);
TlGoal         *tl_contribution_get_from      (TlContribution *self);
void            tl_contribution_set_from      (TlContribution *self,
                                               TlGoal         *value);
TlGoal         *tl_contribution_get_to        (TlContribution *self);
void            tl_contribution_set_to        (TlContribution *self,
                                               TlGoal         *value);
double          tl_contribution_get_weight    (TlContribution *self);
void            tl_contribution_set_weight    (TlContribution *self,
                                               double          value);
const char     *tl_contribution_get_rationale (TlContribution *self);
void            tl_contribution_set_rationale (TlContribution *self,
                                               const char     *value);
gboolean        tl_contribution_get_critical  (TlContribution *self);
void            tl_contribution_set_critical  (TlContribution *self,
                                               gboolean        value);

G_END_DECLS
