/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The paper that was chosen last, which is kept for the next time.
 *
 * Kept are the names of the paper and of the margins, and no numbers: a worksheet is designed for three amounts of
 * white, and a margin of 3 mm that was typed for one printer would spoil the next handout.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-print-settings.h"

#define PAPER   "print-paper"
#define MARGINS "print-margins"

/* The values of the key, which are those of its enumeration */
typedef enum
{
  PAPER_OF_LOCALE,
  PAPER_A4,
  PAPER_LETTER,
} PaperKey;

/* How much wider than designed the margins are */
#define NARROW 0.6
#define WIDE   1.4

/**
 * tl_print_settings_get_paper:
 * @settings: the settings of the application
 *
 * Returns: the paper that was chosen last; that of the locale when none was
 */
TlPaper
tl_print_settings_get_paper (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), TL_PAPER_A4);

  switch ((PaperKey) g_settings_get_enum (settings, PAPER))
    {
    case PAPER_A4:
      return TL_PAPER_A4;

    case PAPER_LETTER:
      return TL_PAPER_LETTER;

    case PAPER_OF_LOCALE:
    default:
      return tl_paper_get_default ();
    }
}

/**
 * tl_print_settings_set_paper:
 * @settings: the settings of the application
 * @paper: %TL_PAPER_A4 or %TL_PAPER_LETTER
 */
void
tl_print_settings_set_paper (GSettings *settings,
                             TlPaper    paper)
{
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (paper == TL_PAPER_A4 || paper == TL_PAPER_LETTER);

  g_settings_set_enum (settings, PAPER, paper == TL_PAPER_A4 ? PAPER_A4 : PAPER_LETTER);
}

/**
 * tl_print_settings_get_margins:
 * @settings: the settings of the application
 *
 * Returns: the margins that were chosen last
 */
TlPrintMargins
tl_print_settings_get_margins (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), TL_PRINT_MARGINS_NORMAL);

  return g_settings_get_enum (settings, MARGINS);
}

/**
 * tl_print_settings_set_margins:
 * @settings: the settings of the application
 * @margins: the margins to use from now on
 */
void
tl_print_settings_set_margins (GSettings      *settings,
                               TlPrintMargins  margins)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  g_settings_set_enum (settings, MARGINS, margins);
}

/**
 * tl_print_settings_get_setup:
 * @settings: the settings of the application
 * @setup: (out): the page they make
 */
void
tl_print_settings_get_setup (GSettings   *settings,
                             TlPageSetup *setup)
{
  static const double factors[] = { NARROW, 1, WIDE };
  double factor;

  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (setup != NULL);

  factor = factors[tl_print_settings_get_margins (settings)];
  tl_page_setup_init (setup, tl_print_settings_get_paper (settings));
  setup->margin_top *= factor;
  setup->margin_bottom *= factor;
  setup->margin_left *= factor;
  setup->margin_right *= factor;
}
