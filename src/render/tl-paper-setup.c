/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large a page is, and how much of it stays white. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <langinfo.h>

#include "tl-paper-setup.h"

#define MM (72.0 / 25.4)

/* By TlPaper, upright */
static const struct { const char *name; double width; double height; } papers[] = {
  [TL_PAPER_A4] = { "a4", 210.0 * MM, 297.0 * MM },
  [TL_PAPER_LETTER] = { "letter", 612.0, 792.0 },
  [TL_PAPER_A3] = { "a3", 297.0 * MM, 420.0 * MM },
};

/* Room for the thumb at the sides, for the foot of the page below, and for a punch on the left */
#define MARGIN_SIDE   (20.0 * MM)
#define MARGIN_TOP    (17.0 * MM)
#define MARGIN_BOTTOM (20.0 * MM)

/* Around a picture: what the coarsest printers cannot reach, and room for the marks that pages are put together by */
#define SHEET_MARGIN        (11.0 * MM)
#define SHEET_MARGIN_BOTTOM (17.0 * MM)

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
 * tl_paper_find:
 * @name: "a4", "a3" or "letter", however it is written
 * @paper: (out): the paper of that name
 *
 * Returns: whether there is one
 */
gboolean
tl_paper_find (const char *name,
               TlPaper    *paper)
{
  g_return_val_if_fail (name != NULL && paper != NULL, FALSE);

  for (guint i = TL_PAPER_A4; i < G_N_ELEMENTS (papers); i++)
    {
      if (g_ascii_strcasecmp (name, papers[i].name) != 0)
        continue;

      *paper = i;
      return TRUE;
    }

  return FALSE;
}

/**
 * tl_page_setup_init:
 * @self: (out): the page to set up
 * @paper: any but %TL_PAPER_PICTURE
 *
 * Sets up an upright page with the margins our worksheets are designed for.
 */
void
tl_page_setup_init (TlPageSetup *self,
                    TlPaper      paper)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (paper > TL_PAPER_PICTURE && paper < G_N_ELEMENTS (papers));

  *self = (TlPageSetup) {
    .paper = paper,
    .width = papers[paper].width,
    .height = papers[paper].height,
    .margin_top = MARGIN_TOP,
    .margin_bottom = MARGIN_BOTTOM,
    .margin_left = MARGIN_SIDE,
    .margin_right = MARGIN_SIDE,
  };
}

/**
 * tl_page_setup_init_sheet:
 * @self: (out): the page to set up
 * @paper: any but %TL_PAPER_PICTURE
 * @landscape: whether the longer side lies
 *
 * Sets up a page for a picture, which takes all that printers can reach but the room for the marks around it.
 */
void
tl_page_setup_init_sheet (TlPageSetup *self,
                          TlPaper      paper,
                          gboolean     landscape)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (paper > TL_PAPER_PICTURE && paper < G_N_ELEMENTS (papers));

  *self = (TlPageSetup) {
    .paper = paper,
    .landscape = landscape,
    .width = landscape ? papers[paper].height : papers[paper].width,
    .height = landscape ? papers[paper].width : papers[paper].height,
    .margin_top = SHEET_MARGIN,
    .margin_bottom = SHEET_MARGIN_BOTTOM,
    .margin_left = SHEET_MARGIN,
    .margin_right = SHEET_MARGIN,
  };
}
