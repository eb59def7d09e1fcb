/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-date.h"
#include "tl-entity.h"
#include "tl-enums.h"
#include "tl-goal.h"

G_BEGIN_DECLS

#define TL_TYPE_MEASURE (tl_measure_get_type ())

G_DECLARE_FINAL_TYPE (TlMeasure, tl_measure, TL, MEASURE, TlEntity)

TlMeasure    *tl_measure_new           (void);
TlGoal       *tl_measure_get_goal      (TlMeasure *self);
void          tl_measure_set_goal      (TlMeasure *self,
                                        TlGoal    *value);
const char   *tl_measure_get_name      (TlMeasure *self);
void          tl_measure_set_name      (TlMeasure  *self,
                                        const char *value);
const char   *tl_measure_get_unit      (TlMeasure *self);
void          tl_measure_set_unit      (TlMeasure  *self,
                                        const char *value);
TlMeasureKind tl_measure_get_kind      (TlMeasure *self);
void          tl_measure_set_kind      (TlMeasure     *self,
                                        TlMeasureKind  value);
TlDirection   tl_measure_get_direction (TlMeasure *self);
void          tl_measure_set_direction (TlMeasure   *self,
                                        TlDirection  value);
double        tl_measure_get_baseline  (TlMeasure *self);
void          tl_measure_set_baseline  (TlMeasure *self,
                                        double     value);
double        tl_measure_get_target    (TlMeasure *self);
void          tl_measure_set_target    (TlMeasure *self,
                                        double     value);
double        tl_measure_get_low       (TlMeasure *self);
void          tl_measure_set_low       (TlMeasure *self,
                                        double     value);
double        tl_measure_get_high      (TlMeasure *self);
void          tl_measure_set_high      (TlMeasure *self,
                                        double     value);
TlDate        tl_measure_get_start     (TlMeasure *self);
void          tl_measure_set_start     (TlMeasure *self,
                                        TlDate     value);
TlDate        tl_measure_get_due       (TlMeasure *self);
void          tl_measure_set_due       (TlMeasure *self,
                                        TlDate     value);
double        tl_measure_get_weight    (TlMeasure *self);
void          tl_measure_set_weight    (TlMeasure *self,
                                        double     value);
gboolean      tl_measure_get_leading   (TlMeasure *self);
void          tl_measure_set_leading   (TlMeasure *self,
                                        gboolean   value);

G_END_DECLS
