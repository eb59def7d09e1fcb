/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define TL_SCHEMA_APPLICATION_ID 0x54484C4E /* "THLN" */
#define TL_SCHEMA_VERSION 3

gboolean    tl_schema_migrate (sqlite3     *db,
                               int          from,
                               int          to);
char       *tl_schema_find_stranger (sqlite3 *db,
                                     int      version);

G_END_DECLS
