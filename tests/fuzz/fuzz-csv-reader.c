/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader of CSV files: encodings, separators, quotes, headers */

#include "fuzz-target.h"
#include "tl-csv-table.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (TlCsvTable) table = tl_csv_table_new (bytes, "fuzz.csv", NULL, NULL);

  if (table == NULL)
    return 0;

  for (guint i = 0; i < tl_csv_table_get_n_rows (table); i++)
    {
      for (guint j = 0; j < tl_csv_table_get_n_columns (table); j++)
        g_assert (g_utf8_validate (tl_csv_table_get_cell (table, i, j), -1, NULL));
    }

  return 0;
}
