/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small cascade made by hand, with one of everything a picture can show. */

#include <math.h>

#include "sample-scene.h"

#define COLUMN 264.0
#define ROW    166.0

typedef struct
{
  double      column;
  double      row;
  TlFacet     facet;
  TlHealth    health;
  TlGaps      gaps;
  double      attainment;
  double      expected;
  const char *kicker;
  const char *title;
  const char *owner;
  const char *attainment_text;
  const char *note;
  TlFold      fold;
  guint       below[TL_N_HEALTHS];
} SampleCard;

static const SampleCard cards[SAMPLE_N_CARDS] = {
  { 0.5, 0, TL_FACET_RESULT, TL_HEALTH_AT_RISK, 0, 0.48, 0.66, "Result · Objective",
    "Grow recurring revenue to 48 million", "Halden Instruments", "48 %" },
  { 2.0, 0, TL_FACET_IMPACT, TL_HEALTH_ON_TRACK, 0, 0.71, 0.66, "Impact · Objective",
    "Be the partner hospitals turn to first", "Halden Instruments", "71 %", NULL, TL_FOLD_OPEN },
  { 0.0, 1, TL_FACET_RESULT, TL_HEALTH_OFF_TRACK, 0, 0.22, 0.66, "Result · Function",
    "Win 12 new regional accounts", "Sales", "22 %" },
  { 1.0, 1, TL_FACET_IMPACT, TL_HEALTH_ON_TRACK, 0, 1.12, 0.66, "Impact · Function",
    "Customers see their own numbers improve within a quarter of going live", "Service Delivery", "112 %",
    NULL, TL_FOLD_CLOSED, { 1, 3, 2, 1 } },
  { 2.0, 1, TL_FACET_WORK, TL_HEALTH_NO_DATA, TL_GAP_MEASURE, NAN, NAN, "Work · Function",
    "Rebuild the onboarding programme", "Operations", "no data", "Draft" },
  { 3.0, 1, TL_FACET_UNSET, TL_HEALTH_NO_DATA, TL_GAP_LINK | TL_GAP_MEASURE, NAN, NAN, "Goal · Function",
    "Tidy the shared drive", "Finance", "no data" },
  { 0.0, 2, TL_FACET_IMPACT, TL_HEALTH_AT_RISK, 0, 0.40, 0.66, "Impact · Person",
    "Help the client forge a stronger bond with their own customers", "Ines Okafor", "40 %" },
  { 1.0, 2, TL_FACET_WORK, TL_HEALTH_ON_TRACK, 0, 0.66, 0.66, "Work · Person",
    "Hold eight discovery conversations a week", "Ines Okafor", "66 %" },
  { 2.0, 2, TL_FACET_WORK, TL_HEALTH_ON_TRACK, 0, 0.0, 0.0, "Work · Person",
    "Write the first-week guide", "Tomasz Lindqvist-Abernathy of the Northern Region", "0 %" },
  { 3.0, 2, TL_FACET_WORK, TL_HEALTH_OFF_TRACK, TL_GAP_LINK, -0.1, 0.5, "Work · Person",
    "Understand what buyers fear about switching", "Noor Halabi", "−10 %" },
};

static TlRect
place (TlSceneDirection direction,
       double           column,
       double           row)
{
  if (direction == TL_SCENE_DOWN)
    return (TlRect) { 24.0 + column * COLUMN, 36.0 + row * ROW, TL_CARD_WIDTH, TL_CARD_HEIGHT };

  return (TlRect) { 24.0 + row * (TL_CARD_WIDTH + 80.0), 40.0 + column * 110.0, TL_CARD_WIDTH, TL_CARD_HEIGHT };
}

static void
connect_cards (TlScene *scene,
               guint    from,
               guint    to,
               double   from_shift,
               double   to_shift,
               double   share,
               gboolean critical)
{
  const TlRect *lower = &tl_scene_get_card (scene, from)->box;
  const TlRect *upper = &tl_scene_get_card (scene, to)->box;
  gboolean down = tl_scene_get_direction (scene) == TL_SCENE_DOWN;
  const double points[] = {
    down ? lower->x + lower->width / 2.0 + from_shift : lower->x,
    down ? lower->y : lower->y + lower->height / 2.0 + from_shift,
    down ? upper->x + upper->width / 2.0 + to_shift : upper->x + upper->width,
    down ? upper->y + upper->height : upper->y + upper->height / 2.0 + to_shift,
  };

  tl_scene_add_edge (scene, &(TlEdge) {
    .from = from, .to = to, .points = points, .n_points = 2, .share = share, .critical = critical,
    .description = "helps",
  });
}

static void
add_bands (TlScene *scene)
{
  static const char * const labels[] = { "Objectives", "Functions", "People" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      double pitch = tl_scene_get_direction (scene) == TL_SCENE_DOWN ? ROW : TL_CARD_WIDTH + 80.0;

      tl_scene_add_band (scene, &(TlBand) { labels[i], i * pitch, (i + 1) * pitch });
    }
}

static void
add_tension (TlScene *scene)
{
  const TlRect *one = &tl_scene_get_card (scene, 4)->box;
  const TlRect *other = &tl_scene_get_card (scene, 5)->box;
  double y = one->y + one->height / 2.0;
  double left = one->x + one->width + 3.0;
  double right = other->x - 3.0;

  tl_scene_add_tension (scene, &(TlTensionLine) {
    .first = 4, .second = 5, .points = { left, y, left + 12.0, y, right - 12.0, y, right, y },
    .description = "pulls against",
  });
}

/* The tests address the cards by number, in the order of the table above. */
TlScene *
sample_scene_new (TlSceneDirection direction)
{
  TlScene *scene = tl_scene_new (direction);

  tl_scene_set_title (scene, "Halden Instruments");
  tl_scene_set_subtitle (scene, "The whole cascade, as of 2026-09-01");
  for (guint i = 0; i < SAMPLE_N_CARDS; i++)
    {
      g_autofree char *id = g_strdup_printf ("card-%u", i);

      tl_scene_add_card (scene, &(TlCard) {
        .id = id, .box = place (direction, cards[i].column, cards[i].row), .facet = cards[i].facet,
        .health = cards[i].health, .gaps = cards[i].gaps, .attainment = cards[i].attainment,
        .expected = cards[i].expected, .kicker = cards[i].kicker, .title = cards[i].title, .owner = cards[i].owner,
        .attainment_text = cards[i].attainment_text, .note = cards[i].note, .fold = cards[i].fold,
        .n_below = cards[i].below[0] + cards[i].below[1] + cards[i].below[2] + cards[i].below[3],
        .below = { cards[i].below[0], cards[i].below[1], cards[i].below[2], cards[i].below[3] },
        .description = cards[i].title,
      });
    }

  connect_cards (scene, 2, 0, 0.0, -9.0, 0.75, FALSE);
  connect_cards (scene, 3, 0, -9.0, 9.0, 0.25, TRUE);
  connect_cards (scene, 3, 1, 9.0, -9.0, 0.5, FALSE);
  connect_cards (scene, 4, 1, 0.0, 9.0, 0.5, FALSE);
  connect_cards (scene, 6, 2, -9.0, -9.0, 0.5, TRUE);
  connect_cards (scene, 7, 2, -9.0, 9.0, 0.5, FALSE);
  connect_cards (scene, 6, 3, 9.0, -9.0, 0.2, FALSE);
  connect_cards (scene, 7, 3, 9.0, 9.0, 0.8, FALSE);
  connect_cards (scene, 8, 4, 0.0, 0.0, 1.0, FALSE);
  if (direction == TL_SCENE_DOWN)
    add_tension (scene);
  add_bands (scene);

  return scene;
}

guint
sample_scene_add_title (TlScene    *scene,
                        const char *title,
                        double      x,
                        double      y)
{
  return tl_scene_add_card (scene, &(TlCard) {
    .box = { x, y, TL_CARD_WIDTH, TL_CARD_HEIGHT }, .attainment = NAN, .expected = NAN, .title = title,
    .kicker = "Goal", .owner = title,
  });
}
