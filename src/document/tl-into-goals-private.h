/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tl-into-goals.c does and tl-into-goals-plan.c finds out. */

#pragma once

#include "tl-into-goals.h"

G_BEGIN_DECLS

/* Why a contribution is, or is not, added */
typedef enum
{
  TL_INTO_LINK_ADD,
  TL_INTO_LINK_THERE,
  TL_INTO_LINK_LEFT_OUT,
} TlIntoLinkFate;

/* A link of the frame between two statements that both become goals */
typedef struct
{
  TlIntoChoice   *from;
  TlIntoChoice   *to;
  TlIntoLinkFate  fate;
} TlIntoLink;

/* Borrows the choices it was made of */
typedef struct
{
  GPtrArray *choices;           /* of TlIntoChoice: those that change something */
  GArray    *links;             /* of TlIntoLink */
} TlIntoPlan;

TlIntoPlan *tl_into_plan_new           (GPtrArray    *choices);
void        tl_into_plan_free          (TlIntoPlan   *self);
gboolean    tl_into_plan_changes       (TlIntoPlan   *self);

char       *tl_into_dup_title          (TlStatement  *statement);
gboolean    tl_into_is_cut             (TlStatement  *statement);
TlParty    *tl_into_get_owner          (TlIntoChoice *choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIntoPlan, tl_into_plan_free)

G_END_DECLS
