/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large a page is, and how much of it stays white. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <langinfo.h>

#include "tl-paper-setup.h"

#define MM (72.0 / 25.4)

#define A4_WIDTH      (210.0 * MM)
#define A4_HEIGHT     (297.0 * MM)
#define LETTER_WIDTH  612.0
#define LETTER_HEIGHT 792.0

/* Room for the thumb at the sides, for the foot of the page below, and for a punch on the left */
#define MARGIN_SIDE   (20.0 * MM)
#define MARGIN_TOP    (17.0 * MM)
#define MARGIN_BOTTOM (20.0 * MM)

/**
 * tl_paper_get_default:
 *
 * Returns: the paper that people use where the locale is at home: Letter in the United States, Canada, Mexico
 *   and a few others, else A4
 */
TlPaper
tl_paper_get_default (void)
{
  /* glibc keeps the width, in millimetres, in the pointer itself. */
  guint width = GPOINTER_TO_UINT (nl_langinfo (_NL_PAPER_WIDTH));

  return width == 216 ? TL_PAPER_LETTER : TL_PAPER_A4;
}

/**
 * tl_page_setup_init:
 * @self: (out): the page to set up
 * @paper: %TL_PAPER_A4 or %TL_PAPER_LETTER
 *
 * Sets up an upright page with the margins our worksheets are designed for.
 */
void
tl_page_setup_init (TlPageSetup *self,
                    TlPaper      paper)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (paper == TL_PAPER_A4 || paper == TL_PAPER_LETTER);

  *self = (TlPageSetup) {
    .width = paper == TL_PAPER_LETTER ? LETTER_WIDTH : A4_WIDTH,
    .height = paper == TL_PAPER_LETTER ? LETTER_HEIGHT : A4_HEIGHT,
    .margin_top = MARGIN_TOP,
    .margin_bottom = MARGIN_BOTTOM,
    .margin_left = MARGIN_SIDE,
    .margin_right = MARGIN_SIDE,
  };
}
