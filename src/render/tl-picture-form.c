/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a picture is best taken out when nobody has said how: which way the paper lies, and over how many pages it is
 * spread.  Each way is tried, because where the seams can lie is known only then.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-picture-pages.h"

/* A picture that nobody asked to be large is put together from no more pages than these. */
#define MOST_PAGES 40

static TlPicturePages *
try_form (const TlPictureForm *form,
          TlScene             *scene)
{
  return tl_picture_pages_new (scene, tl_palette_get (FALSE, FALSE), form, NULL);
}

/* How much of the paper is picture; a size is compared with others by it, so its unit does not matter. */
static double
rate_pages (TlPicturePages *pages)
{
  if (pages == NULL)
    return 0.0;

  return tl_picture_pages_get_scale (pages) * tl_picture_pages_get_scale (pages) /
         tl_pages_get_n_pages (TL_PAGES (pages));
}

/* Lets the paper lie or not, whichever is better, and returns the pages that come of it, if any do. */
static TlPicturePages *
turn_form (TlPictureForm *form,
           TlScene       *scene)
{
  TlPictureForm upright = *form;
  TlPictureForm lying = *form;

  upright.landscape = FALSE;
  lying.landscape = TRUE;

  g_autoptr (TlPicturePages) upright_pages = try_form (&upright, scene);
  g_autoptr (TlPicturePages) lying_pages = try_form (&lying, scene);

  form->landscape = rate_pages (lying_pages) > rate_pages (upright_pages);

  return form->landscape ? g_steal_pointer (&lying_pages) : g_steal_pointer (&upright_pages);
}

/**
 * tl_picture_form_turn:
 * @self: how a picture is taken out, on paper
 * @scene: the picture
 *
 * Lets the longer side of the paper lie when that makes the picture larger, or takes fewer pages.
 */
void
tl_picture_form_turn (TlPictureForm *self,
                      TlScene       *scene)
{
  g_return_if_fail (self != NULL && self->paper != TL_PAPER_PICTURE);
  g_return_if_fail (TL_IS_SCENE (scene));

  TlPicturePages *pages = turn_form (self, scene);

  g_clear_object (&pages);
}

/**
 * tl_picture_form_is_readable:
 * @self: how a picture is taken out
 * @scene: the picture
 *
 * Returns: whether the titles on its cards are large enough to be read (%TL_PICTURE_LEAST_TITLE)
 */
gboolean
tl_picture_form_is_readable (const TlPictureForm *self,
                             TlScene             *scene)
{
  g_return_val_if_fail (self != NULL && TL_IS_SCENE (scene), FALSE);

  g_autoptr (TlPicturePages) pages = try_form (self, scene);

  return pages != NULL && tl_picture_pages_get_title_size (pages) >= TL_PICTURE_LEAST_TITLE;
}

/**
 * tl_picture_form_spread:
 * @self: how a picture is taken out, on paper
 * @scene: the picture
 *
 * Spreads it over as few pages as make its titles readable (%TL_PICTURE_LEAST_TITLE), but over no more than forty, and
 * turns the paper as it fits.
 */
void
tl_picture_form_spread (TlPictureForm *self,
                        TlScene       *scene)
{
  g_return_if_fail (self != NULL && self->paper != TL_PAPER_PICTURE);
  g_return_if_fail (TL_IS_SCENE (scene));

  TlPictureForm form = *self;
  gboolean is_readable = FALSE;

  for (form.across = 1; form.across <= MOST_PAGES && !is_readable; form.across++)
    {
      g_autoptr (TlPicturePages) pages = turn_form (&form, scene);

      if (pages == NULL || (form.across > 1 && tl_pages_get_n_pages (TL_PAGES (pages)) > MOST_PAGES))
        break;

      *self = form;
      is_readable = tl_picture_pages_get_title_size (pages) >= TL_PICTURE_LEAST_TITLE;
    }
}
