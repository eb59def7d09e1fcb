/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-insight.h"
#include "tl-navigator.h"

G_BEGIN_DECLS

#define TL_TYPE_PEOPLE_VIEW (tl_people_view_get_type ())

G_DECLARE_FINAL_TYPE (TlPeopleView, tl_people_view, TL, PEOPLE_VIEW, GtkWidget)

void tl_people_view_set_source  (TlPeopleView *self,
                                 TlDocument   *document,
                                 TlInsight    *insight,
                                 TlNavigator  *navigator);
void tl_people_view_show_cycles (TlPeopleView *self);

G_END_DECLS
