/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-filter.h"

G_BEGIN_DECLS

#define TL_TYPE_FILTER_CHOICES (tl_filter_choices_get_type ())

G_DECLARE_FINAL_TYPE (TlFilterChoices, tl_filter_choices, TL, FILTER_CHOICES, GtkWidget)

void tl_filter_choices_show (TlFilterChoices *self,
                             TlModel         *model,
                             TlFilter        *filter);

G_END_DECLS
