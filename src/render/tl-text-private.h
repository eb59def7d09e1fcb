/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What setting a text and reading it share. */

#pragma once

#include "tl-text.h"

G_BEGIN_DECLS

struct _TlText
{
  TlTextCache *cache;
  TlFont       font;
  char        *key;
  gboolean     plain;
  PangoLayout *layout;                    /* of all lines, unless the text is plain */
  PangoLayout *line_layouts[TL_TEXT_MAX_LINES];   /* of each line that has been drawn, if it is */
  guint        n_lines;
  double       width;
  gboolean     cut;
  TlTextLine   lines[TL_TEXT_MAX_LINES];
  char        *strings[TL_TEXT_MAX_LINES];
  GList        link;
};

PangoLayout *tl_text_cache_create_layout (TlTextCache *self,
                                          TlFont       font);

G_END_DECLS
