/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a card to somebody who cannot see the picture: what stands on it, how it is linked, and where
 * it stands.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-words.h"

#include <glib/gi18n-lib.h>

static void
append (GString *text,
        char    *sentence)
{
  g_autofree char *owned = sentence;

  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, owned);
}

static void
append_links (GString    *text,
              TlSceneMap *map,
              guint       card)
{
  guint n_helped, n_helpers;

  tl_scene_map_get_helped (map, card, &n_helped);
  tl_scene_map_get_helpers (map, card, &n_helpers);
  if (n_helped > 0)
    append (text, g_strdup_printf (ngettext ("It helps %u goal.", "It helps %u goals.", n_helped), n_helped));
  if (n_helpers > 0)
    append (text, g_strdup_printf (ngettext ("%u goal helps it.", "%u goals help it.", n_helpers), n_helpers));
}

/**
 * tl_canvas_words_of_card:
 * @map: what stands where in the picture
 * @card: the number of a card of it
 *
 * Returns: (transfer full): all there is to say of the card beside its title
 */
char *
tl_canvas_words_of_card (TlSceneMap *map,
                         guint       card)
{
  const TlCard *shown = tl_scene_get_card (tl_scene_map_get_scene (map), card);
  GString *text = g_string_new (shown->description);
  guint place, n_in_row;

  if (shown->kind != TL_CARD_GOAL)
    return g_string_free (text, FALSE);

  append_links (text, map, card);
  /* What is folded away is counted on the card, by its health. */
  if (shown->fold == TL_FOLD_OPEN)
    append (text, g_strdup (_("What is beneath it is open.")));
  place = tl_scene_map_get_position (map, card, &n_in_row);
  /* Translators: where a goal stands in its row: its number, and how many there are */
  append (text, g_strdup_printf (_("%'u of %'u in its row."), place, n_in_row));
  return g_string_free (text, FALSE);
}
