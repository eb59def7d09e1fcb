/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day of the calendar, as its Julian day in GDate's counting; the time of day never matters here. */
typedef guint32 TlDate;

#define TL_DATE_NONE ((TlDate) 0)

/* 9999-12-31: what comes after cannot be written with four digits for the year, and is no day of ours. */
#define TL_DATE_LAST ((TlDate) 3652059)

/* The length of "2026-11-21" with its end */
#define TL_DATE_STRING_SIZE 11

TlDate  tl_date_new         (int           year,
                             int           month,
                             int           day);
TlDate  tl_date_today       (void);
TlDate  tl_date_from_gdate  (const GDate  *date);
GDate  *tl_date_to_gdate    (TlDate        date);
TlDate  tl_date_from_string (const char   *string);
void    tl_date_to_string   (TlDate        date,
                             char          string[TL_DATE_STRING_SIZE]);
char   *tl_date_format      (TlDate        date);

G_END_DECLS
