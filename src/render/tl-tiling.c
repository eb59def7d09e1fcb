/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a picture larger than a page is cut into pages: arithmetic alone, along one axis at a time.
 *
 * A picture of some length is cut at seams.  The tile between two seams goes on past the second by the overlap, so that
 * two pages laid together have something to be glued on; a tile with its overlap is no longer than a page has room for.
 * Whatever is shorter than the overlap is therefore whole on one page or the other.  Cards are longer than that, so the
 * seams are moved to where the fewest are cut: the pages need not be full, and the last hardly ever is.
 *
 * Method: there are as many tiles as it takes and no more.  How much they could hold beyond the length is the play by
 * which every seam can be moved towards the beginning.  What a place costs is the number of spans it cuts, found for all
 * places in one pass; the best seams under the condition that none is further from the one before than a page reaches
 * come from dynamic programming over places a fraction of the overlap apart.  Among equals, the seams that lie most
 * evenly win.
 *
 * Rejected: seams at equal distances, which cut through a card in most rows; and an overlap as wide as a card, by which
 * nothing would ever be cut, for a third of the paper.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-tiling.h"

/* Sums of lengths do not come out to the last digit. */
#define SLACK 1e-6

/* How many places there are for a seam within the play, at most, and how many within the overlap */
#define MOST_PLACES       1000.0
#define PLACES_BY_OVERLAP 16.0

/* Cutting one span more is worse than any unevenness. */
#define COST_OF_CUT 1e6

typedef struct
{
  double  length;
  double  tile;
  double  overlap;
  guint   n_tiles;
  guint   n_places;      /* of each seam but the first and the last */
  double  pitch;         /* from place to place */
  double *costs;         /* of seam, by place; then the least cost up to it */
  guint  *before;        /* the place of the seam before in that case */
} Placing;

/* Places are counted from the one furthest from the beginning. */
static double
get_place (const Placing *self,
           guint          seam,
           guint          place)
{
  return seam * (self->tile - self->overlap) - place * self->pitch;
}

/* Adds one for each place of a seam at which the span is cut: after its start, and before its end by more than the
 * overlap.
 */
static void
add_span (const Placing      *self,
          guint               seam,
          const TlTilingSpan *span,
          double             *changes)
{
  double furthest = get_place (self, seam, 0);
  double first = ceil ((furthest - (span->end - self->overlap - SLACK)) / self->pitch);
  double end = ceil ((furthest - (span->start + SLACK)) / self->pitch);

  first = CLAMP (first, 0.0, (double) self->n_places);
  end = CLAMP (end, 0.0, (double) self->n_places);
  if (first >= end)
    return;

  changes[(guint) first] += COST_OF_CUT;
  changes[(guint) end] -= COST_OF_CUT;
}

static void
count_cuts (const Placing      *self,
            guint               seam,
            const TlTilingSpan *spans,
            guint               n_spans)
{
  g_autofree double *changes = g_new0 (double, self->n_places + 1);
  double *costs = self->costs + (gsize) seam * self->n_places;
  double even = self->length * seam / self->n_tiles;
  double sum = 0.0;

  for (guint i = 0; i < n_spans; i++)
    add_span (self, seam, &spans[i], changes);
  for (guint place = 0; place < self->n_places; place++)
    {
      sum += changes[place];
      costs[place] = sum + fabs (get_place (self, seam, place) - even) / self->tile;
    }
}

/* A seam may lie at the place of the one before or further from its own furthest: then it is within reach. */
static void
add_least_before (const Placing *self,
                  guint          seam)
{
  double *costs = self->costs + (gsize) seam * self->n_places;
  const double *costs_before = costs - self->n_places;
  guint *before = self->before + (gsize) seam * self->n_places;
  guint least = 0;

  for (guint place = 0; place < self->n_places; place++)
    {
      if (costs_before[place] < costs_before[least])
        least = place;
      before[place] = least;
      costs[place] += costs_before[least];
    }
}

static GArray *
trace_back (const Placing *self)
{
  GArray *seams = g_array_sized_new (FALSE, FALSE, sizeof (double), self->n_tiles + 1);
  const double *costs = self->costs + (gsize) (self->n_tiles - 1) * self->n_places;
  guint place = 0;

  g_array_set_size (seams, self->n_tiles + 1);
  for (guint i = 1; i < self->n_places; i++)
    {
      if (costs[i] < costs[place])
        place = i;
    }
  for (guint seam = self->n_tiles - 1; seam > 0; seam--)
    {
      g_array_index (seams, double, seam) = get_place (self, seam, place);
      place = self->before[(gsize) seam * self->n_places + place];
    }
  g_array_index (seams, double, 0) = 0.0;
  g_array_index (seams, double, self->n_tiles) = self->length;

  return seams;
}

/**
 * tl_tiling_count:
 * @length: how long the picture is
 * @tile: how much of it a page has room for
 * @overlap: how much two pages share, less than @tile
 *
 * Returns: how many pages it takes
 */
guint
tl_tiling_count (double length,
                 double tile,
                 double overlap)
{
  g_return_val_if_fail (overlap >= 0.0 && tile > overlap, 1);

  double n_tiles = ceil ((length - overlap) / (tile - overlap) - SLACK);

  return (guint) CLAMP (n_tiles, 1.0, (double) G_MAXINT);
}

/**
 * tl_tiling_reach:
 * @n_tiles: how many pages, at least 1
 * @tile: how much of a picture a page has room for
 * @overlap: how much two pages share
 *
 * Returns: how long a picture can be that fits on so many pages
 */
double
tl_tiling_reach (guint  n_tiles,
                 double tile,
                 double overlap)
{
  return n_tiles * (tile - overlap) + overlap;
}

/**
 * tl_tiling_place:
 * @length: how long the picture is, more than 0
 * @tile: how much of it a page has room for
 * @overlap: how much two pages share, more than 0 and less than @tile
 * @spans: (array length=n_spans): what had better not be cut through
 * @n_spans: how many there are
 *
 * Returns: (transfer full) (element-type double): the seams, one more than there are pages; the first is 0 and the last
 *   @length.  A page shows what is between its seam and the next, and @overlap beyond that unless it is the last
 */
GArray *
tl_tiling_place (double              length,
                 double              tile,
                 double              overlap,
                 const TlTilingSpan *spans,
                 guint               n_spans)
{
  g_return_val_if_fail (length > 0.0 && overlap > 0.0 && tile > overlap, NULL);
  g_return_val_if_fail (spans != NULL || n_spans == 0, NULL);

  Placing placing = { .length = length, .tile = tile, .overlap = overlap };
  /* The last seam is the overlap, at least, away from the end: less would be a page for nothing. */
  double play;

  placing.n_tiles = tl_tiling_count (length, tile, overlap);
  play = MAX (0.0, MIN (tl_tiling_reach (placing.n_tiles, tile, overlap) - length, tile - overlap - SLACK));
  placing.pitch = MAX (overlap / PLACES_BY_OVERLAP, play / MOST_PLACES);
  placing.n_places = (guint) floor (play / placing.pitch) + 1;

  g_autofree double *costs = g_new0 (double, (gsize) placing.n_tiles * placing.n_places);
  g_autofree guint *before = g_new0 (guint, (gsize) placing.n_tiles * placing.n_places);

  placing.costs = costs;
  placing.before = before;
  for (guint seam = 1; seam < placing.n_tiles; seam++)
    {
      count_cuts (&placing, seam, spans, n_spans);
      add_least_before (&placing, seam);
    }

  return trace_back (&placing);
}

/**
 * tl_tiling_holds:
 * @seams: (element-type double): what tl_tiling_place() has given
 * @overlap: how much two pages share
 * @span: a span of the picture
 *
 * Returns: whether it is whole on a page
 */
gboolean
tl_tiling_holds (const GArray       *seams,
                 double              overlap,
                 const TlTilingSpan *span)
{
  g_return_val_if_fail (seams != NULL && seams->len > 1 && span != NULL, FALSE);

  guint n_tiles = seams->len - 1;
  guint tile = n_tiles - 1;

  while (tile > 0 && g_array_index (seams, double, tile) > span->start + SLACK)
    tile--;

  return tile == n_tiles - 1 || span->end <= g_array_index (seams, double, tile + 1) + overlap + SLACK;
}

/**
 * tl_tiling_label:
 * @row: the row of a page, from 0
 * @column: its column, from 0
 *
 * Returns: (transfer full): what it is called: "B3" is the third page of the second row; after Z comes AA
 */
char *
tl_tiling_label (guint row,
                 guint column)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint rest = row + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % 26));

  return g_strdup_printf ("%s%u", letters->str, column + 1);
}
