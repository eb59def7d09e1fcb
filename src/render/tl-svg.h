/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "tl-colour.h"

G_BEGIN_DECLS

/* As g_string_append_len(), but most of a document goes through here, and what is short is written in place. */
static inline void
tl_svg_append_bytes (GString    *out,
                     const char *bytes,
                     gsize       length)
{
  if (out->len + length >= out->allocated_len)
    {
      g_string_append_len (out, bytes, (gssize) length);
      return;
    }

  memcpy (out->str + out->len, bytes, length);
  out->len += length;
  out->str[out->len] = '\0';
}

/* A string whose length the compiler knows. */
#define tl_svg_append_literal(out, literal) tl_svg_append_bytes (out, literal, sizeof (literal) - 1)

#define tl_svg_append_attribute(out, name, value)                                                                \
  G_STMT_START                                                                                                   \
  {                                                                                                              \
    tl_svg_append_literal (out, " " name "=\"");                                                                 \
    tl_svg_append_number (out, value);                                                                           \
    tl_svg_append_literal (out, "\"");                                                                           \
  }                                                                                                              \
  G_STMT_END

/* @name is "fill" or "stroke". */
#define tl_svg_append_colour(out, name, colour)                                                                  \
  G_STMT_START                                                                                                   \
  {                                                                                                              \
    tl_svg_append_literal (out, " " name "=\"#");                                                                \
    tl_svg_append_hex (out, colour);                                                                             \
    tl_svg_append_literal (out, "\"");                                                                           \
    if ((colour)->alpha < 1.0)                                                                                   \
      tl_svg_append_attribute (out, name "-opacity", (colour)->alpha);                                           \
  }                                                                                                              \
  G_STMT_END

void tl_svg_append_number  (GString        *out,
                            double          value);
void tl_svg_append_hex     (GString        *out,
                            const TlColour *colour);
void tl_svg_append_escaped (GString        *out,
                            const char     *clean);
void tl_svg_append_element (GString        *out,
                            const char     *name,
                            const char     *string);
void tl_svg_append_id      (GString        *out,
                            const char     *id);

G_END_DECLS
