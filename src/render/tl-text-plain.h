/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_PLAIN_N_LETTERS 0x1c0

/* How far each plain letter advances in one font; negative while it has not been measured. */
typedef struct
{
  float     advances[TL_PLAIN_N_LETTERS];
  double  (*measure) (gunichar  letter,
                      gpointer  data);
  gpointer  data;
} TlPlainMeter;

typedef struct
{
  guint    start;           /* in bytes */
  guint    length;
  double   width;
  gboolean cut;             /* whether an ellipsis follows, which is part of @width */
} TlPlainLine;

gboolean tl_plain_check      (const char    *clean);
void     tl_plain_meter_init (TlPlainMeter  *self,
                              double       (*measure) (gunichar, gpointer),
                              gpointer       data);
guint    tl_plain_break      (TlPlainMeter  *meter,
                              const char    *clean,
                              double         width,
                              guint          n_lines,
                              gboolean       whole_words,
                              TlPlainLine   *lines);

G_END_DECLS
