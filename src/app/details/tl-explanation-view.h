/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-explain.h"

G_BEGIN_DECLS

#define TL_TYPE_EXPLANATION_VIEW (tl_explanation_view_get_type ())

G_DECLARE_FINAL_TYPE (TlExplanationView, tl_explanation_view, TL, EXPLANATION_VIEW, GtkWidget)

GtkWidget *tl_explanation_view_new (const TlExplanation *explanation,
                                    const char          *title);

G_END_DECLS
