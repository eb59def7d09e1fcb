/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "tl-paper-setup.h"
#include "tl-progress.h"

G_BEGIN_DECLS

#define TL_TYPE_PAGES (tl_pages_get_type ())
G_DECLARE_INTERFACE (TlPages, tl_pages, TL, PAGES, GObject)

/**
 * TlPagesInterface:
 * @get_setup: (transfer none): the page, of which all pages are
 * @get_n_pages: how many there are
 * @draw_page: draws one, in points from the upper left corner of the paper, without its ground; leaves the context as it
 *   was found
 * @get_title: (transfer none) (nullable): what they are called
 * @get_author: (transfer none) (nullable): who they are by; %NULL when nobody is said to be
 * @copy: (transfer full): other pages that show the same, to be drawn by one other thread; %NULL when they are quickly drawn
 * @get_kind: (transfer none): what the queue of a printer calls them, which says nothing of anybody
 *
 * Something that has pages: it can be looked at, printed and saved as a PDF.  What it shows does not change.
 */
struct _TlPagesInterface
{
  GTypeInterface parent_interface;

  const TlPageSetup *(*get_setup)   (TlPages *self);
  guint              (*get_n_pages) (TlPages *self);
  void               (*draw_page)   (TlPages *self,
                                     cairo_t *cr,
                                     guint    page);
  const char        *(*get_title)   (TlPages *self);
  const char        *(*get_author)  (TlPages *self);
  TlPages           *(*copy)        (TlPages *self);
  const char        *(*get_kind)    (TlPages *self);
};

const TlPageSetup *tl_pages_get_setup   (TlPages       *self);
guint              tl_pages_get_n_pages (TlPages       *self);
void               tl_pages_draw_page   (TlPages       *self,
                                         cairo_t       *cr,
                                         guint          page);
const char        *tl_pages_get_kind    (TlPages       *self);
TlPages           *tl_pages_copy        (TlPages       *self);
GBytes            *tl_pages_to_pdf      (TlPages       *self,
                                         TlProgress    *progress,
                                         GCancellable  *cancellable,
                                         GError       **error);

G_END_DECLS
