/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-csv-text.h"

G_BEGIN_DECLS

#define TL_CSV_MAX_CELL_SIZE (1024 * 1024)
#define TL_CSV_MAX_COLUMNS   1000

#define TL_TYPE_CSV_READER (tl_csv_reader_get_type ())

G_DECLARE_FINAL_TYPE (TlCsvReader, tl_csv_reader, TL, CSV_READER, GObject)

TlCsvReader   *tl_csv_reader_new           (GBytes        *bytes,
                                            const char    *name,
                                            GError       **error);

TlCsvEncoding  tl_csv_reader_get_encoding  (TlCsvReader   *self);
char           tl_csv_reader_get_separator (TlCsvReader   *self);

gboolean       tl_csv_reader_next          (TlCsvReader   *self,
                                            GCancellable  *cancellable,
                                            GError       **error);
guint          tl_csv_reader_get_line      (TlCsvReader   *self);
guint          tl_csv_reader_get_n_cells   (TlCsvReader   *self);
const char    *tl_csv_reader_get_cell      (TlCsvReader   *self,
                                            guint          index);

G_END_DECLS
