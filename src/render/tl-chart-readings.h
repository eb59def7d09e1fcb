/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "tl-date.h"
#include "tl-palette.h"

G_BEGIN_DECLS

/**
 * TlChartPoint:
 * @date: a day
 * @value: what was read that day
 */
typedef struct
{
  TlDate date;
  double value;
} TlChartPoint;

/**
 * TlChartBox:
 * @x: the left edge
 * @y: the upper edge
 * @width: how wide
 * @height: how high
 *
 * A part of a chart, in pixels from its upper left corner
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TlChartBox;

/**
 * TlChartReadings:
 * @points: (array length=n_points): the readings, the earliest first
 * @n_points: how many there are
 * @start: the first day of the measure, or %TL_DATE_NONE
 * @due: the last day, or %TL_DATE_NONE
 * @today: the current day
 * @baseline: the value the way to the target begins at; NAN when there is none
 * @targets: the value to reach, or the ends of the band to stay in; NAN when there is none
 * @expected: the value expected today; NAN when it is not known
 * @target_label: (nullable): what stands at the target
 * @last_label: (nullable): what stands at the last reading
 * @first_date_label: (nullable): what stands at the first day of the axis
 * @last_date_label: (nullable): what stands at the last one
 *
 * What the small chart of a measure shows.  The strings are not owned.
 */
typedef struct
{
  const TlChartPoint *points;
  guint               n_points;
  TlDate              start;
  TlDate              due;
  TlDate              today;
  double              baseline;
  double              targets[2];
  double              expected;
  const char         *target_label;
  const char         *last_label;
  const char         *first_date_label;
  const char         *last_date_label;
} TlChartReadings;

void     tl_chart_readings_get_span (const TlChartReadings *chart,
                                     TlDate                *first,
                                     TlDate                *last);
gboolean tl_chart_readings_place    (const TlChartReadings *chart,
                                     double                 width,
                                     double                 height,
                                     TlDate                 date,
                                     double                 value,
                                     double                *x,
                                     double                *y);
void     tl_chart_readings_place_label (const TlChartReadings *chart,
                                        double                 width,
                                        double                 height,
                                        const TlChartBox      *target_label,
                                        TlChartBox            *label);
void     tl_chart_readings_draw     (const TlChartReadings *chart,
                                     cairo_t               *cr,
                                     double                 width,
                                     double                 height,
                                     const TlPalette       *palette,
                                     PangoContext          *context);

G_END_DECLS
