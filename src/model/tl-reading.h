/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-date.h"
#include "tl-entity.h"
#include "tl-measure.h"

G_BEGIN_DECLS

#define TL_TYPE_READING (tl_reading_get_type ())

G_DECLARE_FINAL_TYPE (TlReading, tl_reading, TL, READING, TlEntity)

TlReading  *tl_reading_new         (void);
TlMeasure  *tl_reading_get_measure (TlReading *self);
void        tl_reading_set_measure (TlReading *self,
                                    TlMeasure *value);
TlDate      tl_reading_get_date    (TlReading *self);
void        tl_reading_set_date    (TlReading *self,
                                    TlDate     value);
double      tl_reading_get_value   (TlReading *self);
void        tl_reading_set_value   (TlReading *self,
                                    double     value);
const char *tl_reading_get_note    (TlReading *self);
void        tl_reading_set_note    (TlReading  *self,
                                    const char *value);

G_END_DECLS
