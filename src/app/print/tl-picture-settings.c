/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a picture was taken out last, which is kept for the next time; files and printers share what concerns paper. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-picture-settings.h"

/* The values of the key for paper, which are those of its enumeration */
static const TlPaper papers[] = { TL_PAPER_PICTURE, TL_PAPER_A4, TL_PAPER_LETTER, TL_PAPER_A3 };

/**
 * tl_picture_settings_get_format:
 * @settings: the settings of the application
 *
 * Returns: the kind of file
 */
TlPictureFormat
tl_picture_settings_get_format (GSettings *settings)
{
  g_return_val_if_fail (G_IS_SETTINGS (settings), TL_PICTURE_PDF);

  return g_settings_get_enum (settings, "picture-format");
}

/**
 * tl_picture_settings_get_suffix:
 * @settings: the settings of the application
 *
 * Returns: how the name of a file of that kind ends
 */
const char *
tl_picture_settings_get_suffix (GSettings *settings)
{
  static const char *const suffixes[] = { ".pdf", ".svg", ".png" };

  g_return_val_if_fail (G_IS_SETTINGS (settings), suffixes[0]);

  return suffixes[tl_picture_settings_get_format (settings)];
}

/**
 * tl_picture_settings_get_layout:
 * @settings: the settings of the application
 * @for_printer: whether only paper comes into question
 *
 * Returns: the pages the picture is to be on
 */
TlPictureLayout
tl_picture_settings_get_layout (GSettings *settings,
                                gboolean   for_printer)
{
  TlPictureLayout layout;

  g_return_val_if_fail (G_IS_SETTINGS (settings), TL_PICTURE_OWN_PAGE);

  layout = g_settings_get_enum (settings, "picture-layout");
  return for_printer ? MAX (layout, TL_PICTURE_ONE_PAGE) : layout;
}

static TlPaper
get_paper (GSettings *settings)
{
  TlPaper paper = papers[g_settings_get_enum (settings, "picture-paper")];

  return paper != TL_PAPER_PICTURE ? paper : tl_paper_get_default ();
}

/* What is to be shown; NULL for all of it */
static const TlRect *
get_area (GSettings    *settings,
          const TlRect *seen)
{
  return g_settings_get_enum (settings, "picture-extent") > 0 ? seen : NULL;
}

/**
 * tl_picture_settings_get_form:
 * @settings: the settings of the application
 * @for_printer: whether it is to be printed, and not to become a file
 * @seen: (nullable): what is seen of the picture; %NULL when all of it is
 * @form: (out): how the picture is to be taken out; it may hold @seen
 */
void
tl_picture_settings_get_form (GSettings     *settings,
                              gboolean       for_printer,
                              const TlRect  *seen,
                              TlPictureForm *form)
{
  gboolean is_pdf = for_printer || tl_picture_settings_get_format (settings) == TL_PICTURE_PDF;
  TlPictureLayout layout = tl_picture_settings_get_layout (settings, for_printer);

  g_return_if_fail (form != NULL);

  *form = (TlPictureForm) { .paper = TL_PAPER_PICTURE, .area = get_area (settings, seen) };
  if (!is_pdf)
    form->scale = g_settings_get_double (settings, "picture-scale");
  if (!is_pdf || layout == TL_PICTURE_OWN_PAGE)
    return;

  form->paper = get_paper (settings);
  form->landscape = g_settings_get_boolean (settings, "picture-landscape");
  if (layout == TL_PICTURE_MANY_PAGES)
    form->across = (guint) g_settings_get_int (settings, "picture-across");
}

/* Returns what was chosen instead of many pages. */
static TlPictureLayout
spread_out (GSettings *settings)
{
  TlPictureLayout chosen = g_settings_get_enum (settings, "picture-layout");

  g_settings_set_enum (settings, "picture-layout", TL_PICTURE_MANY_PAGES);
  return chosen;
}

/**
 * tl_picture_settings_fit:
 * @settings: the settings of the application
 * @for_printer: whether it is to be printed, and not to become a file
 * @scene: the picture
 * @seen: (nullable): what is seen of it; %NULL when all of it is
 *
 * Turns the paper as the picture fits it, and chooses as many pages side by side as make its titles readable: what was
 * right for the picture before is rarely right for this one.  A picture whose titles could not be read on one page of
 * paper begins on many.
 *
 * Returns: what many pages stand for among the choices, to be given to tl_picture_settings_leave() when this picture is
 *   done with: themselves, or what somebody has chosen for pictures that can be read so
 */
TlPictureLayout
tl_picture_settings_fit (GSettings    *settings,
                         gboolean      for_printer,
                         TlScene      *scene,
                         const TlRect *seen)
{
  TlPictureLayout chosen = TL_PICTURE_MANY_PAGES;
  TlPictureForm form;

  g_return_val_if_fail (G_IS_SETTINGS (settings), TL_PICTURE_OWN_PAGE);
  g_return_val_if_fail (TL_IS_SCENE (scene), TL_PICTURE_OWN_PAGE);

  form = (TlPictureForm) { .paper = get_paper (settings), .area = get_area (settings, seen) };
  tl_picture_form_spread (&form, scene);
  g_settings_set_int (settings, "picture-across", (int) form.across);
  if (tl_picture_settings_get_layout (settings, for_printer) == TL_PICTURE_ONE_PAGE)
    {
      TlPictureForm one = { .paper = form.paper, .area = form.area };

      tl_picture_form_turn (&one, scene);
      if (tl_picture_form_is_readable (&one, scene))
        form.landscape = one.landscape;
      else
        chosen = spread_out (settings);
    }
  g_settings_set_boolean (settings, "picture-landscape", form.landscape);

  return chosen;
}

/**
 * tl_picture_settings_leave:
 * @settings: the settings of the application
 * @chosen: what tl_picture_settings_fit() has returned
 *
 * That a picture has begun on many pages is no choice of anybody; what was chosen otherwise meanwhile is kept.
 */
void
tl_picture_settings_leave (GSettings       *settings,
                           TlPictureLayout  chosen)
{
  g_return_if_fail (G_IS_SETTINGS (settings));

  if (g_settings_get_enum (settings, "picture-layout") == TL_PICTURE_MANY_PAGES)
    g_settings_set_enum (settings, "picture-layout", (int) chosen);
}
