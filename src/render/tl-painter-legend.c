/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend: small, quiet, and only what the picture holds.
 *
 * Facets and healths are always explained, because a reader may look for one that does not occur; signs for links,
 * tensions and gaps only where there are any.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-glyphs.h"
#include "tl-painter-private.h"

#define SIGN_WIDTH  12.0
#define LINE_WIDTH  26.0
#define SIGN_GAP    6.0
#define ITEM_GAP    18.0
#define ROW_HEIGHT  22.0

typedef enum
{
  ENTRY_FACET,
  ENTRY_HEALTH,
  ENTRY_EXPECTED,
  ENTRY_HELPS,
  ENTRY_CRITICAL,
  ENTRY_TENSION,
  ENTRY_GAP,
  ENTRY_FOLDED,
} EntryKind;

typedef struct
{
  EntryKind   kind;
  int         value;
  const char *words;
} Entry;

static const Entry entries[] = {
  { ENTRY_FACET, TL_FACET_WORK, N_("Work") },
  { ENTRY_FACET, TL_FACET_IMPACT, N_("Impact") },
  { ENTRY_FACET, TL_FACET_RESULT, N_("Result") },
  { ENTRY_HEALTH, TL_HEALTH_ON_TRACK, N_("On track") },
  { ENTRY_HEALTH, TL_HEALTH_AT_RISK, N_("At risk") },
  { ENTRY_HEALTH, TL_HEALTH_OFF_TRACK, N_("Off track") },
  { ENTRY_HEALTH, TL_HEALTH_NO_DATA, N_("No data") },
  /* Translators: in a legend; the mark on a bar that shows how much should have been reached by now */
  { ENTRY_EXPECTED, 0, N_("Expected by now") },
  /* Translators: in a legend; the line from one goal to another that it helps; the wider, the larger its share */
  { ENTRY_HELPS, 0, N_("Helps, by share") },
  /* Translators: in a legend; a goal that cannot be met without the one below */
  { ENTRY_CRITICAL, 0, N_("Critical") },
  /* Translators: in a legend; two goals */
  { ENTRY_TENSION, 0, N_("Pull against each other") },
  /* Translators: in a legend; the dashed edge of a card without a measure or without a link upwards */
  { ENTRY_GAP, 0, N_("Measure or link missing") },
  /* Translators: in a legend; the card with the edges of others beneath it, and their number at it */
  { ENTRY_FOLDED, 0, N_("Goals folded away") },
};

typedef struct
{
  gboolean expected;
  gboolean helps;
  gboolean critical;
  gboolean tension;
  gboolean gap;
  gboolean folded;
} Occurrence;

static Occurrence
look_for_signs (TlScene *scene)
{
  Occurrence found = { 0 };
  guint n_tensions;

  tl_scene_get_tensions (scene, &n_tensions);
  found.tension = n_tensions > 0;
  found.helps = tl_scene_get_n_edges (scene) > 0;

  for (guint i = 0; i < tl_scene_get_n_edges (scene) && !found.critical; i++)
    found.critical = tl_scene_get_edge (scene, i)->critical;

  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    {
      const TlCard *card = tl_scene_get_card (scene, i);

      found.gap |= card->gaps != TL_GAP_NONE;
      found.folded |= card->n_below > 0;
      found.expected |= !isnan (card->expected) && !isnan (card->attainment);
    }

  return found;
}

static gboolean
is_shown (const Occurrence *found,
          const Entry      *entry)
{
  switch (entry->kind)
    {
    case ENTRY_EXPECTED:
      return found->expected;
    case ENTRY_HELPS:
      return found->helps;
    case ENTRY_CRITICAL:
      return found->critical;
    case ENTRY_TENSION:
      return found->tension;
    case ENTRY_GAP:
      return found->gap;
    case ENTRY_FOLDED:
      return found->folded;
    case ENTRY_FACET:
    case ENTRY_HEALTH:
    default:
      return TRUE;
    }
}

static double
get_sign_width (const Entry *entry)
{
  return entry->kind >= ENTRY_EXPECTED ? LINE_WIDTH : SIGN_WIDTH;
}

static void
draw_line (const TlPainting *painting,
           double            x,
           double            y,
           const TlStroke   *stroke)
{
  tl_pen_move_to (painting->pen, x, y);
  tl_pen_line_to (painting->pen, x + LINE_WIDTH, y);
  tl_pen_stroke (painting->pen, stroke);
}

/* A wedge: the wider, the larger the share. */
static void
draw_wedge (const TlPainting *painting,
            double            x,
            double            y)
{
  tl_pen_move_to (painting->pen, x, y - 0.5);
  tl_pen_line_to (painting->pen, x + LINE_WIDTH, y - 2.0);
  tl_pen_line_to (painting->pen, x + LINE_WIDTH, y + 2.0);
  tl_pen_line_to (painting->pen, x, y + 0.5);
  tl_pen_close_path (painting->pen);
  tl_pen_fill (painting->pen, &painting->palette->edge);
}

static void
draw_opposed (const TlPainting *painting,
              double            x,
              double            y)
{
  const TlColour *colour = &painting->palette->tension;
  const TlStroke stroke = { .colour = *colour, .width = 1.5, .dash = 4.0, .space = 3.0 };
  const double tips[2] = { x, x + LINE_WIDTH };

  draw_line (painting, x, y, &stroke);
  for (int i = 0; i < 2; i++)
    {
      double inner = tips[i] + (i == 0 ? 7.0 : -7.0);

      tl_pen_move_to (painting->pen, tips[i], y);
      tl_pen_line_to (painting->pen, inner, y - 3.5);
      tl_pen_line_to (painting->pen, inner, y + 3.5);
      tl_pen_close_path (painting->pen);
      tl_pen_fill (painting->pen, colour);
    }
}

static void
draw_critical (const TlPainting *painting,
               double            x,
               double            y)
{
  const TlStroke stroke = { .colour = painting->palette->edge, .width = 2.0 };
  const TlRect dot = { x + LINE_WIDTH - 8.0, y - 4.0, 8.0, 8.0 };

  draw_line (painting, x, y, &stroke);
  tl_pen_fill_rect (painting->pen, &dot, 4.0, &painting->palette->critical);
}

static void
draw_expected (const TlPainting *painting,
               double            x,
               double            y)
{
  const TlRect bar = { x, y - 2.0, LINE_WIDTH, 4.0 };
  const TlRect halo = { x + 15.0, y - 5.0, 4.0, 10.0 };
  const TlRect tick = { x + 16.0, y - 5.0, 2.0, 10.0 };

  tl_pen_fill_rect (painting->pen, &bar, 2.0, &painting->palette->edge);
  tl_pen_fill_rect (painting->pen, &halo, 0.0, &painting->palette->background);
  tl_pen_fill_rect (painting->pen, &tick, 1.0, &painting->palette->tick);
}

/* A card, and the lower edges of those it hides. */
static void
draw_pile (const TlPainting *painting,
           double            x,
           double            y)
{
  const TlStroke stroke = { .colour = painting->palette->edge, .width = 1.0 };
  const TlRect card = { x + 2.0, y - 6.5, LINE_WIDTH - 4.0, 8.0 };

  tl_pen_stroke_rect (painting->pen, &card, 2.0, &stroke);
  for (int i = 1; i <= 2; i++)
    {
      tl_pen_move_to (painting->pen, card.x + 2.0 * i, y + 1.5 + 2.5 * i);
      tl_pen_line_to (painting->pen, card.x + card.width - 2.0 * i, y + 1.5 + 2.5 * i);
      tl_pen_stroke (painting->pen, &stroke);
    }
}

static void
draw_sign (const TlPainting *painting,
           const Entry      *entry,
           double            x,
           double            middle)
{
  const TlPalette *palette = painting->palette;
  const TlStroke gap = { .colour = palette->gap, .width = 2.0, .dash = 5.0, .space = 4.0 };

  switch (entry->kind)
    {
    case ENTRY_FACET:
      tl_glyph_draw_facet (painting->pen, entry->value, x, middle - 6.0, 12.0, &palette->facets[entry->value]);
      break;
    case ENTRY_HEALTH:
      tl_glyph_draw_health (painting->pen, entry->value, x, middle - 6.0, 12.0, &palette->healths[entry->value]);
      break;
    case ENTRY_EXPECTED:
      draw_expected (painting, x, middle);
      break;
    case ENTRY_HELPS:
      draw_wedge (painting, x, middle);
      break;
    case ENTRY_CRITICAL:
      draw_critical (painting, x, middle);
      break;
    case ENTRY_TENSION:
      draw_opposed (painting, x, middle);
      break;
    case ENTRY_FOLDED:
      draw_pile (painting, x, middle);
      break;
    case ENTRY_GAP:
    default:
      draw_line (painting, x, middle, &gap);
      break;
    }
}

/* Walks over the entries as they stand, and draws them when there is something to draw on. */
static double
walk_entries (const TlPainting *painting,
              TlScene          *scene,
              double            x,
              double            y,
              double            width)
{
  Occurrence found = look_for_signs (scene);
  double at = 0.0;
  double line = 0.0;

  /* A frame explains itself: its columns bear their signs and names. */
  if (tl_scene_get_direction (scene) == TL_SCENE_COLUMNS)
    return 0.0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const Entry *entry = &entries[i];

      if (!is_shown (&found, entry))
        continue;

      TlText *words = tl_text_cache_get (tl_scene_get_texts (scene), _(entry->words), TL_FONT_CAPTION, 0.0, 1);
      double sign = get_sign_width (entry);
      double needed = sign + SIGN_GAP + tl_text_get_width (words);

      if (at > 0.0 && entry->kind != entries[i - 1].kind && entry->kind <= ENTRY_EXPECTED)
        at += ITEM_GAP / 2.0;
      if (at > 0.0 && at + needed > width)
        {
          at = 0.0;
          line += ROW_HEIGHT;
        }

      if (painting != NULL)
        {
          draw_sign (painting, entry, x + at, y + line + ROW_HEIGHT / 2.0);
          tl_painting_draw_words (painting, _(entry->words), TL_FONT_CAPTION, x + at + sign + SIGN_GAP,
                                  y + line + (ROW_HEIGHT - tl_text_get_height (words)) / 2.0, 0.0, 1,
                                  painting->palette->dim_text);
        }
      at += needed + ITEM_GAP;
    }

  return line + ROW_HEIGHT;
}

/**
 * tl_painter_measure_legend:
 * @scene: a scene
 * @width: the room the legend has
 *
 * Returns: the height it will take, in units of the picture
 */
double
tl_painter_measure_legend (TlScene *scene,
                           double   width)
{
  g_return_val_if_fail (TL_IS_SCENE (scene), 0.0);

  return walk_entries (NULL, scene, 0.0, 0.0, width);
}

/**
 * tl_painter_paint_legend:
 * @self: how to paint
 * @scene: the scene to explain
 * @pen: what to paint with
 * @x: the left edge
 * @y: the upper edge
 * @width: the room the legend has
 *
 * Explains the signs that occur in @scene, in as many rows as it takes.
 */
void
tl_painter_paint_legend (const TlPainter *self,
                         TlScene         *scene,
                         TlPen           *pen,
                         double           x,
                         double           y,
                         double           width)
{
  g_return_if_fail (self != NULL && self->palette != NULL && pen != NULL);
  g_return_if_fail (TL_IS_SCENE (scene));

  const TlPainting painting = { .painter = self, .palette = self->palette, .scene = scene, .pen = pen, .zoom = 1.0 };

  if (tl_scene_get_direction (scene) == TL_SCENE_COLUMNS)
    return;

  tl_pen_begin_group (pen, "legend", _("Legend"), NULL);
  walk_entries (&painting, scene, x, y, width);
  tl_pen_end_group (pen);
}
