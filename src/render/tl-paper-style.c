/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How our paper looks: six sizes of type, three inks and one accent.
 *
 * The accent is a dark blue that comes out of a grey printer as dark as the quiet ink, so nothing that is said with it is
 * lost; nothing is said by it alone.  Lines to write on are lighter than any pen and darker than what a
 * printer drops.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-paper-style.h"

#define RGB(rgb)                                                                                                \
  {                                                                                                             \
    ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0, 1.0                         \
  }

#define INK      RGB (0x1c1e24)
#define QUIET    RGB (0x585d68)
#define ACCENT   RGB (0x1d4f91)
#define WASH     RGB (0xeef2f8)
#define HAIRLINE RGB (0xcdd2da)
#define RULE     RGB (0xa9b0bc)

#define LIGHT  300
#define NORMAL 400
#define BOLD   700

static const TlPaperType types[TL_PAPER_N_STYLES] = {
  [TL_PAPER_STYLE_TITLE] = { 26.0, 31.5, 0.0, 3.5, BOLD, -0.2, INK, FALSE, TRUE, TRUE },
  [TL_PAPER_STYLE_KICKER] = { 9.0, 14.0, 0.0, 0.0, BOLD, 0.4, ACCENT, TRUE, TRUE },
  [TL_PAPER_STYLE_HEADING_1] = { 12.5, 17.5, 17.5, 3.5, BOLD, 0.0, ACCENT, FALSE, TRUE },
  [TL_PAPER_STYLE_HEADING_2] = { 10.0, 14.0, 7.0, 0.0, BOLD, 0.0, INK, FALSE, TRUE },
  [TL_PAPER_STYLE_QUOTE] = { 19.0, 24.5, 14.0, 7.0, LIGHT, 0.0, INK, FALSE, FALSE, TRUE },
  [TL_PAPER_STYLE_LEAD] = { 12.5, 17.5, 7.0, 7.0, NORMAL, 0.0, INK, FALSE, FALSE, TRUE },
  [TL_PAPER_STYLE_BODY] = { 10.0, 14.0, 0.0, 7.0, NORMAL, 0.0, INK, FALSE, FALSE },
  [TL_PAPER_STYLE_SMALL] = { 8.5, 10.5, 0.0, 3.5, NORMAL, 0.0, QUIET, FALSE, FALSE },
  [TL_PAPER_STYLE_CAPTION] = { 8.5, 14.0, 0.0, 0.0, NORMAL, 0.1, QUIET, TRUE, FALSE },
};

static const TlColour accent = ACCENT;
static const TlColour wash = WASH;
static const TlColour hairline = HAIRLINE;
static const TlColour rule = RULE;

/**
 * tl_paper_get_type:
 * @style: what a paragraph is
 *
 * Returns: (transfer none): how it is set
 */
const TlPaperType *
tl_paper_get_type (TlPaperStyle style)
{
  g_return_val_if_fail (style < TL_PAPER_N_STYLES, NULL);

  return &types[style];
}

/**
 * tl_paper_get_family:
 *
 * Returns: (transfer none): the families of type, the best first, separated by commas
 */
const char *
tl_paper_get_family (void)
{
  return "Cantarell, Noto Sans, DejaVu Sans, sans-serif";
}

/**
 * tl_paper_get_accent:
 *
 * Returns: (transfer none): the one colour
 */
const TlColour *
tl_paper_get_accent (void)
{
  return &accent;
}

/**
 * tl_paper_get_wash:
 *
 * Returns: (transfer none): the accent as a ground for text
 */
const TlColour *
tl_paper_get_wash (void)
{
  return &wash;
}

/**
 * tl_paper_get_hairline:
 *
 * Returns: (transfer none): the colour of lines that separate
 */
const TlColour *
tl_paper_get_hairline (void)
{
  return &hairline;
}

/**
 * tl_paper_get_rule:
 *
 * Returns: (transfer none): the colour of lines to write on
 */
const TlColour *
tl_paper_get_rule (void)
{
  return &rule;
}
