/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-rescue.h"
#include "tl-store-private.h"

G_BEGIN_DECLS

/**
 * TlRescuedTable:
 * @rows: id -> array of #sqlite3_value, one for the key and each field
 * @order: (element-type utf8): the ids, in the order in which they were made
 * @n_known: how many rows the table or any of its indexes knows of
 *
 * What could be read of one table.
 */
typedef struct
{
  GHashTable *rows;
  GPtrArray  *order;
  guint       n_known;
} TlRescuedTable;

/* tl-rescue-read.c */
void     tl_rescue_read_table  (TlStore              *reader,
                                const TlTable        *table,
                                TlRescuedTable       *rescued);
void     tl_rescued_table_clear (TlRescuedTable      *self);

/* tl-rescue-mend.c */
guint    tl_rescue_fill_model  (TlStore              *reader,
                                TlRescuedTable       *tables,
                                TlModel              *model,
                                const char           *name);

G_END_DECLS
