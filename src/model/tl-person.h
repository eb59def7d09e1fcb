/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-organisation.h"
#include "tl-party.h"
#include "tl-unit.h"

G_BEGIN_DECLS

#define TL_TYPE_PERSON (tl_person_get_type ())

G_DECLARE_FINAL_TYPE (TlPerson, tl_person, TL, PERSON, TlParty)

TlPerson       *tl_person_new              (void);
const char     *tl_person_get_role         (TlPerson *self);
void            tl_person_set_role         (TlPerson   *self,
                                            const char *value);
const char     *tl_person_get_email        (TlPerson *self);
void            tl_person_set_email        (TlPerson   *self,
                                            const char *value);
const char     *tl_person_get_reference    (TlPerson *self);
void            tl_person_set_reference    (TlPerson   *self,
                                            const char *value);
TlOrganisation *tl_person_get_organisation (TlPerson *self);
void            tl_person_set_organisation (TlPerson       *self,
                                            TlOrganisation *value);
TlUnit         *tl_person_get_unit         (TlPerson *self);
void            tl_person_set_unit         (TlPerson *self,
                                            TlUnit   *value);
TlPerson       *tl_person_get_manager      (TlPerson *self);
void            tl_person_set_manager      (TlPerson *self,
                                            TlPerson *value);
double          tl_person_get_capacity     (TlPerson *self);
void            tl_person_set_capacity     (TlPerson *self,
                                            double    value);
const char     *tl_person_get_notes        (TlPerson *self);
void            tl_person_set_notes        (TlPerson   *self,
                                            const char *value);
const char     *tl_person_get_private_notes (TlPerson *self);
void            tl_person_set_private_notes (TlPerson   *self,
                                             const char *value);

G_END_DECLS
