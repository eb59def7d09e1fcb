/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-csv-text.h"

G_BEGIN_DECLS

#define TL_TYPE_CSV_TABLE (tl_csv_table_get_type ())

G_DECLARE_FINAL_TYPE (TlCsvTable, tl_csv_table, TL, CSV_TABLE, GObject)

TlCsvTable    *tl_csv_table_new              (GBytes        *bytes,
                                              const char    *name,
                                              GCancellable  *cancellable,
                                              GError       **error);

const char    *tl_csv_table_get_name         (TlCsvTable    *self);
TlCsvEncoding  tl_csv_table_get_encoding     (TlCsvTable    *self);
char           tl_csv_table_get_separator    (TlCsvTable    *self);
guint          tl_csv_table_get_n_columns    (TlCsvTable    *self);
const char    *tl_csv_table_get_header       (TlCsvTable    *self,
                                              guint          column);
guint          tl_csv_table_get_header_line  (TlCsvTable    *self);
guint          tl_csv_table_get_n_rows       (TlCsvTable    *self);
guint          tl_csv_table_get_line         (TlCsvTable    *self,
                                              guint          row);
const char    *tl_csv_table_get_cell         (TlCsvTable    *self,
                                              guint          row,
                                              guint          column);
guint          tl_csv_table_get_n_surplus    (TlCsvTable    *self);
const char    *tl_csv_table_get_surplus      (TlCsvTable    *self,
                                              guint          index,
                                              guint         *line);

G_END_DECLS
