/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-cycle.h"
#include "tl-date.h"
#include "tl-entity.h"
#include "tl-enums.h"
#include "tl-organisation.h"
#include "tl-party.h"
#include "tl-person.h"
#include "tl-unit.h"

G_BEGIN_DECLS

#define TL_TYPE_GOAL (tl_goal_get_type ())

G_DECLARE_FINAL_TYPE (TlGoal, tl_goal, TL, GOAL, TlEntity)

TlGoal         *tl_goal_new              (void);
const char     *tl_goal_get_reference    (TlGoal *self);
void            tl_goal_set_reference    (TlGoal     *self,
                                          const char *value);
const char     *tl_goal_get_title        (TlGoal *self);
void            tl_goal_set_title        (TlGoal     *self,
                                          const char *value);
const char     *tl_goal_get_description  (TlGoal *self);
void            tl_goal_set_description  (TlGoal     *self,
                                          const char *value);
TlOrganisation *tl_goal_get_organisation (TlGoal *self);
void            tl_goal_set_organisation (TlGoal         *self,
                                          TlOrganisation *value);
TlUnit         *tl_goal_get_unit         (TlGoal *self);
void            tl_goal_set_unit         (TlGoal *self,
                                          TlUnit *value);
TlPerson       *tl_goal_get_person       (TlGoal *self);
void            tl_goal_set_person       (TlGoal   *self,
                                          TlPerson *value);
TlCycle        *tl_goal_get_cycle        (TlGoal *self);
void            tl_goal_set_cycle        (TlGoal  *self,
                                          TlCycle *value);
TlGoalState     tl_goal_get_state        (TlGoal *self);
void            tl_goal_set_state        (TlGoal      *self,
                                          TlGoalState  value);
TlFacet         tl_goal_get_facet        (TlGoal *self);
void            tl_goal_set_facet        (TlGoal  *self,
                                          TlFacet  value);
TlBeneficiary   tl_goal_get_beneficiary  (TlGoal *self);
void            tl_goal_set_beneficiary  (TlGoal        *self,
                                          TlBeneficiary  value);
const char     *tl_goal_get_category     (TlGoal *self);
void            tl_goal_set_category     (TlGoal     *self,
                                          const char *value);
TlStretch       tl_goal_get_stretch      (TlGoal *self);
void            tl_goal_set_stretch      (TlGoal    *self,
                                          TlStretch  value);
TlRollup        tl_goal_get_rollup       (TlGoal *self);
void            tl_goal_set_rollup       (TlGoal   *self,
                                          TlRollup  value);
TlDate          tl_goal_get_start        (TlGoal *self);
void            tl_goal_set_start        (TlGoal *self,
                                          TlDate  value);
TlDate          tl_goal_get_due          (TlGoal *self);
void            tl_goal_set_due          (TlGoal *self,
                                          TlDate  value);
double          tl_goal_get_position     (TlGoal *self);
void            tl_goal_set_position     (TlGoal *self,
                                          double  value);
TlGoal         *tl_goal_get_carried_from (TlGoal *self);
void            tl_goal_set_carried_from (TlGoal *self,
                                          TlGoal *value);
const char     *tl_goal_get_private_notes (TlGoal *self);
void            tl_goal_set_private_notes (TlGoal     *self,
                                           const char *value);
TlParty        *tl_goal_get_owner        (TlGoal *self);
void            tl_goal_set_owner        (TlGoal  *self,
                                          TlParty *owner);
TlOrganisation *tl_goal_get_home         (TlGoal *self);
TlLevel         tl_goal_get_level        (TlGoal *self);
GPtrArray      *tl_goal_find_path        (TlGoal *self,
                                          TlGoal *target);

G_END_DECLS
