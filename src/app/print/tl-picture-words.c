/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes of a picture, said before it is made. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-picture-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MM (72.0 / 25.4)

static const char *
name_paper (TlPaper paper)
{
  switch (paper)
    {
    case TL_PAPER_A4:
      return _("A4");
    case TL_PAPER_A3:
      return _("A3");
    case TL_PAPER_LETTER:
      return _("Letter");
    case TL_PAPER_PICTURE:
    default:
      return "";
    }
}

static char *
say_pages (TlPicturePages *pages)
{
  const TlPageSetup *setup = tl_pages_get_setup (TL_PAGES (pages));
  guint n_columns = tl_picture_pages_get_n_columns (pages);
  guint n_rows = tl_picture_pages_get_n_rows (pages);
  g_autofree char *across = NULL;
  g_autofree char *down = NULL;

  if (setup->paper == TL_PAPER_PICTURE)
    /* Translators: the size of a page in centimetres */
    return g_strdup_printf (_("One page of %.0f × %.0f cm"), setup->width / MM / 10.0, setup->height / MM / 10.0);
  if (n_columns * n_rows == 1)
    /* Translators: %s is a size of paper, such as A4 */
    return g_strdup_printf (_("One page of %s"), name_paper (setup->paper));

  /* Translators: of pages laid together: how many side by side; completes "12 pages of A4: 4 across, 3 down" */
  across = g_strdup_printf (ngettext ("%u across", "%u across", n_columns), n_columns);
  /* Translators: of pages laid together: how many beneath each other; completes "12 pages of A4: 4 across, 3 down" */
  down = g_strdup_printf (ngettext ("%u down", "%u down", n_rows), n_rows);
  /* Translators: how many pages, of which paper, then "4 across" and "3 down" */
  return g_strdup_printf (ngettext ("%u page of %s: %s, %s", "%u pages of %s: %s, %s", n_columns * n_rows),
                          n_columns * n_rows, name_paper (setup->paper), across, down);
}

/**
 * tl_picture_words_of_pages:
 * @pages: a picture on pages
 *
 * Returns: (transfer full): how many pages there are, and how large the picture is on them
 */
char *
tl_picture_words_of_pages (TlPicturePages *pages)
{
  g_autofree char *first = say_pages (pages);

  if (tl_pages_get_setup (TL_PAGES (pages))->paper == TL_PAPER_PICTURE)
    return g_strconcat (first, ".", NULL);

  /* Translators: %s says which pages; the numbers are a size in percent, and the height of letters in points */
  return g_strdup_printf (_("%s. The picture is at %.0f %%, its titles at %.1f points."), first,
                          100.0 * tl_picture_pages_get_scale (pages), tl_picture_pages_get_title_size (pages));
}

/* What speaks for spreading it over many pages; NULL when it is not, or could be read on one page of that paper */
static char *
say_why_spread (TlPicturePages      *pages,
                const TlPictureForm *form)
{
  TlScene *scene = tl_picture_pages_get_scene (pages);
  TlPictureForm one = { .paper = form->paper };
  g_autoptr (TlPicturePages) on_one = NULL;
  double size;

  if (form->across == 0)
    return NULL;

  tl_picture_form_turn (&one, scene);
  on_one = tl_picture_pages_new (scene, tl_palette_get (FALSE, FALSE), &one, NULL);
  size = tl_picture_pages_get_title_size (on_one);
  if (size >= TL_PICTURE_LEAST_TITLE)
    return NULL;

  /* Translators: the number is the height of letters, in points */
  return g_strdup_printf (_("On one page titles would be at %.1f points, too small to be read."), size);
}

static char *
say_what_is_cut (guint n_cut)
{
  if (n_cut == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u card lies across two pages: no gap between the cards runs all the way there.",
                                    "%u cards lie across two pages: no gap between the cards runs all the way there.",
                                    n_cut), n_cut);
}

/**
 * tl_picture_words_of_doubt:
 * @pages: a picture on pages
 * @form: how it was taken out
 *
 * Returns: (transfer full) (nullable): what speaks against printing it so, and what to do, or why it is on so many pages;
 *   %NULL when there is nothing to say
 */
char *
tl_picture_words_of_doubt (TlPicturePages      *pages,
                           const TlPictureForm *form)
{
  g_autofree char *reason = NULL;
  g_autofree char *cut = NULL;

  if (tl_pages_get_setup (TL_PAGES (pages))->paper == TL_PAPER_PICTURE)
    return NULL;
  if (tl_picture_pages_get_title_size (pages) < TL_PICTURE_LEAST_TITLE)
    return g_strdup (tl_pages_get_n_pages (TL_PAGES (pages)) > 1
                     ? _("Titles under 5 points are hard to read on paper. Take more pages across or larger paper, or "
                         "show less of the picture.")
                     : _("Titles under 5 points are hard to read on paper. Spread the picture over many pages, turn the "
                         "paper or take larger paper, or show less of the picture."));

  reason = say_why_spread (pages, form);
  cut = say_what_is_cut (tl_picture_pages_get_n_cut (pages));
  if (reason != NULL && cut != NULL)
    return g_strdup_printf ("%s\n%s", reason, cut);

  return g_strdup (reason != NULL ? reason : cut);
}

/**
 * tl_picture_words_of_png:
 * @width: how many pixels a row would have
 * @height: how many rows there would be
 * @most_scale: the largest scale at which it can be written
 *
 * Returns: (transfer full): how large the image will be
 */
char *
tl_picture_words_of_png (double width,
                         double height,
                         double most_scale)
{
  /* Translators: numbers of pixels, and a scale such as 4.5 */
  return g_strdup_printf (_("%.0f × %.0f pixels. The largest scale for this picture is %.2f."), width, height,
                          floor (100.0 * most_scale) / 100.0);
}
