/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-check-in.h"
#include "tl-contribution.h"
#include "tl-csv-columns.h"
#include "tl-reading.h"
#include "tl-tension.h"

G_BEGIN_DECLS

/**
 * TlCsvWriter:
 * @text: what has been written so far
 * @at_start: whether the next cell is the first of its row
 * @has_private: whether private notes are written
 *
 * Writes cells and rows of our own CSV: commas, line feeds, quotes where needed.
 */
typedef struct
{
  GString  *text;
  gboolean  at_start;
  gboolean  has_private;
} TlCsvWriter;

char *tl_csv_format_number  (double       number);
void  tl_csv_writer_text    (TlCsvWriter *self,
                             const char  *text);
void  tl_csv_writer_number  (TlCsvWriter *self,
                             double       number);
void  tl_csv_writer_date    (TlCsvWriter *self,
                             TlDate       date);
void  tl_csv_writer_boolean (TlCsvWriter *self,
                             gboolean     value);
void  tl_csv_writer_choice  (TlCsvWriter *self,
                             GType        type,
                             int          value,
                             int          silent);
void  tl_csv_writer_end_row (TlCsvWriter *self);

/* tl-export-csv-goals.c */
void  tl_export_csv_goals   (TlCsvWriter *self,
                             TlModel     *model);

/* What the rows of other files call a goal, a person and an organisation */
const char *tl_export_csv_goal_id      (TlGoal         *goal);
const char *tl_export_csv_organisation (TlModel        *model,
                                        TlOrganisation *organisation);

G_END_DECLS
