/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a picture, in the order in which they are drawn, for whoever has a picture read to them.
 *
 * What draws a line of text says so here, and it is written down if somebody has asked for it.  Rejected: a function
 * beside each one that draws, which would say sooner or later what is not there.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-drawn-text.h"

static const cairo_user_data_key_t key;

/**
 * tl_drawn_text_collect:
 * @cr: what will be drawn on
 * @text: (nullable): gets the lines of text that are drawn on @cr from now on, each ended by a newline, until this is
 *   called with %NULL or @cr goes
 */
void
tl_drawn_text_collect (cairo_t *cr,
                       GString *text)
{
  g_return_if_fail (cr != NULL);

  cairo_set_user_data (cr, &key, text, NULL);
}

/**
 * tl_drawn_text_add:
 * @cr: what is drawn on
 * @line: the line that is drawn
 */
void
tl_drawn_text_add (cairo_t         *cr,
                   PangoLayoutLine *line)
{
  GString *text = cairo_get_user_data (cr, &key);

  if (text == NULL)
    return;

  g_string_append_len (text, pango_layout_get_text (line->layout) + line->start_index, line->length);
  g_string_append_c (text, '\n');
}
