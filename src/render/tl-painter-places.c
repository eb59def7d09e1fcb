/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From where goals are a pattern: whose they are, as the names of countries and towns stand on a map.
 *
 * What can be seen is divided into fields about as large as a name.  A field belongs to the unit that most of its goals
 * belong to, and fields side by side that belong to the same one are a region, which bears its name.  The largest
 * regions are named first.  The fields lie fast in the picture and change their size only in steps, so that names keep
 * their places while one moves about.
 *
 * Rejected: naming each unit once, where its goals have their middle: what a unit does stands in many places of a
 * cascade, and in the middle of them there is often something else.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "tl-painter-private.h"

/* From further away functions are named, from nearer the units that goals belong to. */
#define SCALE_FUNCTIONS 0.045
#define MOST_NAMES   40
#define NAME_WIDTH   140.0
#define FIELD_WIDTH  130.0          /* on the screen, at least */
#define FIELD_HEIGHT 52.0
#define STEPS        2.0            /* of the size of fields, until it is doubled */
#define GAP          4.0            /* between two names, on the screen */
#define LEAST_WEIGHT 4.0            /* of a region: how many goals */
#define APART        2.0            /* how many fields two names of one unit are apart */
#define MOST_TRIES   7              /* of places one below the other, from the middle of a region on */

/* What the goals of a unit weigh in a field, and where they are. */
typedef struct
{
  const char *name;
  double      weight;
  double      x;                    /* of all of them, added up by weight */
  double      y;
  guint       next;                 /* in the same field; 0 for none */
} Share;

typedef struct
{
  const char *name;
  double      weight;
  double      x;
  double      y;
} Region;

typedef struct
{
  const TlPainting *painting;
  gboolean          functions;
  double            width;          /* of a field, in the picture */
  double            height;
  gint              left;           /* the first field that can be seen */
  gint              top;
  guint             n_columns;
  guint             n_rows;
  GArray           *shares;         /* of Share; the first stands for none */
  guint            *first;          /* field -> in shares */
  guint            *largest;        /* field -> the share it belongs to; 0 for none */
  guint            *region_of;      /* field -> the first field of its region */
} Map;

static void
map_init (Map              *self,
          const TlPainting *painting)
{
  double step = exp2 (floor (log2 (painting->zoom) * STEPS) / STEPS);
  const TlRect *area = &painting->area;

  self->painting = painting;
  self->functions = painting->zoom < SCALE_FUNCTIONS;
  self->width = FIELD_WIDTH / step;
  self->height = FIELD_HEIGHT / step;
  self->left = (gint) floor (area->x / self->width);
  self->top = (gint) floor (area->y / self->height);
  self->n_columns = (guint) ((gint) floor ((area->x + area->width) / self->width) - self->left + 1);
  self->n_rows = (guint) ((gint) floor ((area->y + area->height) / self->height) - self->top + 1);
  self->shares = g_array_new (FALSE, TRUE, sizeof (Share));
  g_array_set_size (self->shares, 1);
  self->first = g_new0 (guint, self->n_columns * self->n_rows);
  self->largest = g_new0 (guint, self->n_columns * self->n_rows);
  self->region_of = g_new0 (guint, self->n_columns * self->n_rows);
}

static void
map_clear (Map *self)
{
  g_array_unref (self->shares);
  g_free (self->first);
  g_free (self->largest);
  g_free (self->region_of);
}

static Share *
get_share (Map   *self,
           guint  share)
{
  return &g_array_index (self->shares, Share, share);
}

/* The field that a place is in; what begins outside belongs to the field at the edge. */
static guint
find_field (Map    *self,
            double  x,
            double  y)
{
  gint column = CLAMP ((gint) floor (x / self->width) - self->left, 0, (gint) self->n_columns - 1);
  gint row = CLAMP ((gint) floor (y / self->height) - self->top, 0, (gint) self->n_rows - 1);

  return (guint) row * self->n_columns + (guint) column;
}

/* The scene keeps equal names once, so that they can be compared by where they are kept. */
static guint
find_share (Map        *self,
            guint       field,
            const char *name)
{
  guint share = self->first[field];

  while (share != 0 && get_share (self, share)->name != name)
    share = get_share (self, share)->next;
  if (share != 0)
    return share;

  g_array_append_vals (self->shares, &(Share) { .name = name, .next = self->first[field] }, 1);
  self->first[field] = self->shares->len - 1;

  return self->first[field];
}

static void
count_card (Map          *self,
            const TlCard *card)
{
  const char *name = self->functions ? card->function : card->unit;
  double x = card->box.x + card->box.width / 2.0;
  double y = card->box.y + card->box.height / 2.0;
  double weight = 1.0 + card->n_below;
  Share *share;

  if (*name == '\0' || card->emphasis == TL_EMPHASIS_DIMMED)
    return;

  share = get_share (self, find_share (self, find_field (self, x, y), name));
  share->weight += weight;
  share->x += weight * x;
  share->y += weight * y;
}

static void
count_cards (Map *self)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));

  tl_scene_collect_cards (self->painting->scene, &self->painting->area, cards);
  for (guint i = 0; i < cards->len; i++)
    count_card (self, tl_scene_get_card (self->painting->scene, g_array_index (cards, guint, i)));
}

static guint
find_largest (Map   *self,
              guint  field)
{
  guint largest = self->first[field];

  for (guint share = largest; share != 0; share = get_share (self, share)->next)
    if (get_share (self, share)->weight > get_share (self, largest)->weight)
      largest = share;

  return largest;
}

static guint
find_region (Map   *self,
             guint  field)
{
  while (self->region_of[field] != field)
    field = self->region_of[field];

  return field;
}

/* Lets two fields be of one region if they belong to the same unit. */
static void
join_fields (Map   *self,
             guint  field,
             guint  other)
{
  guint one = find_region (self, field);
  guint two = find_region (self, other);

  if (self->largest[field] != 0 && self->largest[other] != 0
      && get_share (self, self->largest[field])->name == get_share (self, self->largest[other])->name)
    self->region_of[MAX (one, two)] = MIN (one, two);
}

static void
form_regions (Map *self)
{
  for (guint field = 0; field < self->n_columns * self->n_rows; field++)
    {
      self->largest[field] = find_largest (self, field);
      self->region_of[field] = field;
      if (field % self->n_columns > 0)
        join_fields (self, field, field - 1);
      if (field >= self->n_columns)
        join_fields (self, field, field - self->n_columns);
    }
}

static int
compare_regions (const void *a,
                 const void *b)
{
  const Region *one = a;
  const Region *other = b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;
  if (one->y != other->y)
    return one->y < other->y ? -1 : 1;

  return one->x < other->x ? -1 : one->x > other->x;
}

/* The field of a region that is nearest to the middle of it; a region may have the shape of a horseshoe. */
static void
find_middles (Map    *self,
              GArray *regions,
              guint  *number_of)
{
  g_autofree double *nearest = g_new (double, regions->len + 1);
  g_autofree Region *middles = g_new0 (Region, regions->len + 1);

  for (guint r = 0; r < regions->len; r++)
    nearest[r] = INFINITY;
  for (guint field = 0; field < self->n_columns * self->n_rows; field++)
    {
      const Share *share = get_share (self, self->largest[field]);
      guint number = number_of[find_region (self, field)];
      const Region *region = &g_array_index (regions, Region, number);
      double distance;

      if (self->largest[field] == 0)
        continue;

      distance = hypot ((share->x / share->weight - region->x / region->weight) / self->width,
                        (share->y / share->weight - region->y / region->weight) / self->height);
      if (distance >= nearest[number])
        continue;

      nearest[number] = distance;
      middles[number] = (Region) { region->name, region->weight, share->x / share->weight, share->y / share->weight };
    }
  for (guint r = 0; r < regions->len; r++)
    g_array_index (regions, Region, r) = middles[r];
}

/* Those worth a name, the largest first. */
static GArray *
list_regions (Map *self)
{
  GArray *regions = g_array_new (FALSE, FALSE, sizeof (Region));
  g_autofree guint *number_of = g_new0 (guint, self->n_columns * self->n_rows);

  for (guint field = 0; field < self->n_columns * self->n_rows; field++)
    {
      const Share *share = get_share (self, self->largest[field]);
      guint first = find_region (self, field);
      Region *region;

      if (self->largest[field] == 0)
        continue;
      if (first == field)
        {
          number_of[field] = regions->len;
          g_array_append_vals (regions, &(Region) { .name = share->name }, 1);
        }
      region = &g_array_index (regions, Region, number_of[first]);
      region->weight += share->weight;
      region->x += share->x;
      region->y += share->y;
    }
  find_middles (self, regions, number_of);
  if (regions->len > 0)
    qsort (regions->data, regions->len, sizeof (Region), compare_regions);

  return regions;
}

static gboolean
suits (Map          *self,
       const TlRect *box,
       gboolean      over_cards)
{
  const TlPainting *painting = self->painting;
  const TlRect *area = &painting->area;

  return box->y >= area->y && box->y + box->height <= area->y + area->height
         && box->x >= area->x && box->x + box->width <= area->x + area->width
         && !tl_painting_is_taken (painting, box, GAP / painting->zoom)
         && (over_cards || !tl_painting_hides_card (painting, box));
}

/* In the middle of its region, or as near to that as there is a place: above, below, to the right and to the left. */
static gboolean
try_places (Map          *self,
            const Region *region,
            gboolean      over_cards,
            TlRect       *box)
{
  static const double shifts[] = { 0.0, 0.25, -0.25 };

  for (guint i = 0; i < MOST_TRIES; i++)
    for (guint k = 0; k < G_N_ELEMENTS (shifts); k++)
      {
        double steps = i % 2 == 0 ? i / 2 : -(double) ((i + 1) / 2);

        box->x = region->x - box->width / 2.0 + shifts[k] * self->width;
        box->y = region->y - box->height / 2.0 + steps * box->height / 2.0;
        if (suits (self, box, over_cards))
          return TRUE;
      }

  return FALSE;
}

/* Where cards are as close together as here, a name among them lies over some; each of them says less than it. */
static gboolean
find_place (Map          *self,
            const Region *region,
            TlRect       *box)
{
  return try_places (self, region, FALSE, box) || try_places (self, region, TRUE, box);
}

/* Whether the same name stands near. */
static gboolean
is_repeated (Map          *self,
             GArray       *named,
             const Region *region)
{
  for (guint i = 0; i < named->len; i++)
    {
      const Region *other = &g_array_index (named, Region, i);

      if (other->name == region->name && fabs (other->x - region->x) < APART * self->width
          && fabs (other->y - region->y) < APART * self->height)
        return TRUE;
    }

  return FALSE;
}

static guint
paint_regions (Map    *self,
               GArray *regions)
{
  const TlPalette *palette = self->painting->palette;
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Region));

  for (guint i = 0; i < regions->len && named->len < MOST_NAMES; i++)
    {
      const Region *region = &g_array_index (regions, Region, i);
      TlSign sign = {
        .string = region->name, .font = self->functions ? TL_FONT_HEADING : TL_FONT_CAPTION_STRONG, .most = NAME_WIDTH,
        .n_lines = 1, .pad = TL_NAME_PAD, .colour = palette->text,
        .ground = tl_colour_with_alpha (palette->background, TL_NAME_GROUND),
      };

      if (region->weight < LEAST_WEIGHT || is_repeated (self, named, region))
        continue;

      tl_painting_measure_sign (self->painting, &sign);
      if (!find_place (self, region, &sign.box))
        continue;

      tl_painting_paint_sign (self->painting, &sign);
      g_array_append_val (named, *region);
    }

  return named->len;
}

/* Names the units, or from further away the functions, that the goals which can be seen belong to.  Returns how many
 * names there are: none where no goal belongs to a unit.
 */
guint
tl_painting_paint_places (const TlPainting *painting)
{
  Map map;
  guint n_names;

  map_init (&map, painting);
  count_cards (&map);
  form_regions (&map);

  g_autoptr (GArray) regions = list_regions (&map);

  n_names = paint_regions (&map, regions);
  map_clear (&map);

  return n_names;
}
