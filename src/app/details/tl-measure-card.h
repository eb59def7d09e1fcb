/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-insight.h"
#include "tl-measure.h"

G_BEGIN_DECLS

#define TL_TYPE_MEASURE_CARD (tl_measure_card_get_type ())

G_DECLARE_FINAL_TYPE (TlMeasureCard, tl_measure_card, TL, MEASURE_CARD, GtkBox)

GtkWidget *tl_measure_card_new      (TlDocument    *document);
void       tl_measure_card_show     (TlMeasureCard *self,
                                     TlMeasure     *measure,
                                     TlInsight     *insight);
void       tl_measure_card_set_open (TlMeasureCard *self,
                                     gboolean       is_open);
void       tl_measure_card_start    (TlMeasureCard *self);

G_END_DECLS
