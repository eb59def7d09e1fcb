/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-insight.h"

G_BEGIN_DECLS

#define TL_TYPE_PERSON_DETAILS (tl_person_details_get_type ())

G_DECLARE_FINAL_TYPE (TlPersonDetails, tl_person_details, TL, PERSON_DETAILS, GtkBox)

GtkWidget *tl_person_details_new  (TlDocument      *document,
                                   TlInsight       *insight);
void       tl_person_details_show (TlPersonDetails *self,
                                   TlPerson        *person,
                                   gboolean         can_turn_to);
void       tl_person_details_edit (TlPersonDetails *self);

G_END_DECLS
