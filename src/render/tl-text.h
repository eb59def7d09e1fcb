/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* The steps of type.  STATEMENT is what somebody said, to be read by two people at one screen.  FAR is the title of a card
 * seen from too far away for anything but its title, SIGN the name of a band seen from where not even titles can be read.
 */
typedef enum
{
  TL_FONT_CAPTION,
  TL_FONT_CAPTION_STRONG,
  TL_FONT_BODY,
  TL_FONT_CARD_TITLE,
  TL_FONT_HEADING,
  TL_FONT_TITLE,
  TL_FONT_FAR,
  TL_FONT_SIGN,
  TL_FONT_STATEMENT,
} TlFont;

#define TL_N_FONTS 9

/* The most lines of a text that is broken. */
#define TL_TEXT_MAX_LINES 6

typedef struct _TlText      TlText;
typedef struct _TlTextCache TlTextCache;

/* One line of a text that has been set: what it says, and where, relative to the upper left corner of the
 * text's box.  @x is the left end of the line; a line that is read from right to left begins at @x + @width.
 */
typedef struct
{
  const char *string;
  double      x;
  double      baseline;
  double      width;
  gboolean    rtl;
} TlTextLine;

gboolean     tl_text_is_clean        (const char   *string);
char        *tl_text_clean           (const char   *string);

double       tl_font_get_size        (TlFont        font);
int          tl_font_get_weight      (TlFont        font);
double       tl_font_get_line_height (TlFont        font);

TlTextCache *tl_text_cache_new        (const char  *family);
void         tl_text_cache_free       (TlTextCache *self);
const char  *tl_text_cache_get_family (TlTextCache *self);
TlText      *tl_text_cache_get        (TlTextCache *self,
                                       const char  *string,
                                       TlFont       font,
                                       double       width,
                                       int          n_lines);
guint        tl_text_cache_get_n_set  (TlTextCache *self);

TlFont           tl_text_get_font       (TlText *self);
double           tl_text_get_width      (TlText *self);
double           tl_text_get_height     (TlText *self);
guint            tl_text_get_n_lines    (TlText *self);
TlTextLine       tl_text_get_line       (TlText *self,
                                         guint   line);
void             tl_text_get_line_origin (TlText *self,
                                          guint   line,
                                          double *x,
                                          double *baseline);
PangoLayoutLine *tl_text_get_pango_line (TlText *self,
                                         guint   line);
gboolean         tl_text_is_cut         (TlText *self);
gboolean         tl_text_may_climb      (TlText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTextCache, tl_text_cache_free)

G_END_DECLS
