/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "tl-csv-table.h"
#include "tl-import-kind.h"

G_BEGIN_DECLS

/**
 * TlCsvField:
 *
 * What a column can hold.  Which of them a file can have, and under which names, depends on its kind.
 */
typedef enum
{
  TL_CSV_FIELD_NONE,
  TL_CSV_FIELD_ORGANISATION,
  TL_CSV_FIELD_UNIT,
  TL_CSV_FIELD_PARENT_UNIT,
  TL_CSV_FIELD_NAME,
  TL_CSV_FIELD_SURNAME,
  TL_CSV_FIELD_ROLE,
  TL_CSV_FIELD_MANAGER,
  TL_CSV_FIELD_EMAIL,
  TL_CSV_FIELD_PERSON_ID,
  TL_CSV_FIELD_CAPACITY,
  TL_CSV_FIELD_CYCLE,
  TL_CSV_FIELD_START,
  TL_CSV_FIELD_DUE,
  TL_CSV_FIELD_GOAL_ID,
  TL_CSV_FIELD_CONTRIBUTES_TO,
  TL_CSV_FIELD_WEIGHT,
  TL_CSV_FIELD_CRITICAL,
  TL_CSV_FIELD_RATIONALE,
  TL_CSV_FIELD_FACET,
  TL_CSV_FIELD_LEVEL,
  TL_CSV_FIELD_OWNER,
  TL_CSV_FIELD_TITLE,
  TL_CSV_FIELD_DESCRIPTION,
  TL_CSV_FIELD_CATEGORY,
  TL_CSV_FIELD_BENEFICIARY,
  TL_CSV_FIELD_STRETCH,
  TL_CSV_FIELD_ROLLUP,
  TL_CSV_FIELD_MEASURE,
  TL_CSV_FIELD_KIND,
  TL_CSV_FIELD_MEASURE_UNIT,
  TL_CSV_FIELD_DIRECTION,
  TL_CSV_FIELD_LOW,
  TL_CSV_FIELD_HIGH,
  TL_CSV_FIELD_BASELINE,
  TL_CSV_FIELD_TARGET,
  TL_CSV_FIELD_VALUE,
  TL_CSV_FIELD_LEADING,
  TL_CSV_FIELD_MEASURE_WEIGHT,
  TL_CSV_FIELD_MEASURE_START,
  TL_CSV_FIELD_MEASURE_DUE,
  TL_CSV_FIELD_STATUS,
  TL_CSV_FIELD_INDICATOR,
  TL_CSV_FIELD_DATE,
  TL_CSV_FIELD_NOTE,
  TL_CSV_FIELD_PRIVATE_NOTES,
  TL_CSV_FIELD_FROM,
  TL_CSV_FIELD_TO,
  TL_CSV_FIELD_PULLS_AGAINST,
  TL_CSV_FIELD_REASON,
  TL_CSV_FIELD_CONFIDENCE,
  TL_CSV_FIELD_LEARNED,
  TL_CSV_FIELD_CONVERSATION_ID,
  TL_CSV_FIELD_PERSON,
  TL_CSV_FIELD_COACH,
  TL_CSV_FIELD_QUESTION_SET,
  TL_CSV_FIELD_PLACE,
  TL_CSV_FIELD_SKIPPED,
  TL_CSV_FIELD_OPEN_QUESTIONS,
  TL_CSV_FIELD_LOOK_AGAIN,
  TL_CSV_FIELD_STATEMENT_ID,
  TL_CSV_FIELD_STATEMENT,
  TL_CSV_FIELD_REPUTATION,
  TL_CSV_FIELD_QUESTION,
  TL_CSV_FIELD_POSITION,
  TL_CSV_FIELD_WHO,
  TL_CSV_FIELD_DETAIL,
  TL_CSV_FIELD_SKILLS,
  TL_CSV_FIELD_AGREED,
  TL_CSV_FIELD_LOOP,
  TL_CSV_N_FIELDS,
} TlCsvField;

/**
 * TlCsvColumns:
 * @kind: what the rows of the file are
 * @columns: for each field, its column, or -1
 * @fields: for each column, its field, or %TL_CSV_FIELD_NONE
 * @n_columns: how many columns the file has
 *
 * Which column of a table holds what.
 */
typedef struct
{
  TlImportKind  kind;
  int           columns[TL_CSV_N_FIELDS];
  TlCsvField   *fields;
  guint         n_columns;
} TlCsvColumns;

char         *tl_csv_columns_normalise (const char          *header);
TlCsvColumns *tl_csv_columns_new       (TlCsvTable          *table,
                                        TlImportKind         as,
                                        GHashTable          *mappings,
                                        GError             **error);
void          tl_csv_columns_free      (TlCsvColumns        *self);
const char   *tl_csv_columns_get_name  (TlImportKind         kind,
                                        TlCsvField           field);
char         *tl_csv_columns_describe  (const TlCsvColumns  *self,
                                        TlCsvTable          *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCsvColumns, tl_csv_columns_free)

G_END_DECLS
