/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the canvas says of what is pointed at: the whole of a title that is cut, the numbers with their words, what a
 * handle does, why a link is there.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-canvas-private.h"
#include "tl-painter.h"

/* A tooltip is no page to read. */
#define TOOLTIP_LETTERS 600
#define TOOLTIP_WIDTH   60

/* From here on a statement can be read where it stands. */
#define READABLE_ZOOM 0.6

/* The title, and beneath it what is said of the card */
static char *
describe_whole (const TlCard *card)
{
  g_autofree char *head = NULL;

  if (card->title == NULL || *card->title == '\0')
    return g_strdup (card->description);
  if (g_utf8_strlen (card->title, -1) <= TOOLTIP_LETTERS)
    return g_strdup_printf ("%s\n%s", card->title, card->description);

  head = g_utf8_substring (card->title, 0, TOOLTIP_LETTERS);
  return g_strdup_printf ("%s…\n%s", head, card->description);
}

/* Of a statement only what cannot be read on its card: two people talk over it, and nothing is to come between. */
static char *
describe_card (TlCanvas     *self,
               const TlCard *card)
{
  if (card->kind == TL_CARD_STATEMENT && tl_viewport_get_zoom (self->viewport) >= READABLE_ZOOM &&
      tl_painter_shows_statement (tl_scene_get_texts (self->scene), card))
    return NULL;

  return describe_whole (card);
}

static char *
describe_fold (const TlCard *card)
{
  if (card->fold == TL_FOLD_OPEN)
    return g_strdup (_("Close What Is Beneath (−)"));
  if (card->is_partly_open)
    return g_strdup_printf (ngettext ("Partly open. Open the Rest (+): %'u goal", "Partly open. Open the Rest (+): %'u goals",
                                      card->n_below),
                            card->n_below);

  return g_strdup_printf (ngettext ("Open What Is Beneath (+): %'u goal", "Open What Is Beneath (+): %'u goals",
                                    card->n_below),
                          card->n_below);
}

static char *
describe_place (TlCanvas *self,
                double    x,
                double    y)
{
  const double reach = 6 / tl_viewport_get_zoom (self->viewport);
  graphene_point_t point = tl_viewport_screen_to_world (self->viewport, x, y);
  guint found;

  if ((found = tl_canvas_pick_fold (self, x, y)) != TL_SCENE_NONE)
    return describe_fold (tl_scene_get_card (self->scene, found));
  if ((found = tl_scene_get_card_at (self->scene, point.x, point.y)) != TL_SCENE_NONE)
    return describe_card (self, tl_scene_get_card (self->scene, found));
  if ((found = tl_scene_get_edge_at (self->scene, point.x, point.y, reach)) != TL_SCENE_NONE)
    return g_strdup (tl_scene_get_edge (self->scene, found)->description);

  return NULL;
}

/* Sentences are broken into lines; a tooltip's own label is as wide as its text. */
static GtkWidget *
create_tooltip_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TOOLTIP_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static gboolean
query_tooltip_cb (TlCanvas   *self,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (self->scene == NULL || keyboard_mode || self->drag != TL_CANVAS_DRAG_NONE || tl_canvas_is_choosing (self) ||
      (self->menu != NULL && gtk_widget_get_visible (self->menu)))
    return FALSE;

  text = describe_place (self, x, y);
  if (text == NULL || *text == '\0')
    return FALSE;

  gtk_tooltip_set_custom (tooltip, create_tooltip_label (text));
  return TRUE;
}

/* Lets a new canvas say what is pointed at. */
void
tl_canvas_init_tooltip (TlCanvas *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
