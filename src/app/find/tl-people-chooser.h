/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-insight.h"

G_BEGIN_DECLS

#define TL_TYPE_PEOPLE_CHOOSER (tl_people_chooser_get_type ())

G_DECLARE_FINAL_TYPE (TlPeopleChooser, tl_people_chooser, TL, PEOPLE_CHOOSER, GtkWidget)

guint tl_people_chooser_show (TlPeopleChooser *self,
                              TlInsight       *insight);

G_END_DECLS
