/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the pages of a document end.
 *
 * What is to be printed arrives as strips, from the first to the last: the lines of paragraphs, the rows of tables, the
 * drawings, each with its height and with how strongly it clings to the next.  Nothing here knows what a strip shows,
 * so the rules can be tried without a font.
 *
 * The rules:
 * 1. A page takes as many strips as fit.  It then ends after the strip whose bond to the next is weakest, and among equal
 *    bonds after the lowest.  So a heading goes over with what it heads, and a paragraph leaves two lines at least.
 * 2. What is bound together but higher than a page could not be kept together anywhere.  Its weakest bonds are
 *    loosened beforehand, so that it begins where it stands, fills the page and goes on overleaf.
 * 3. Being kept together is a wish.  It gives way when it would leave more than three quarters of a page empty; a
 *    heading or a row does not.
 * 4. The heading of a table is repeated where its rows go on, unless it is so high that hardly a row would be left.
 * 5. A strip that is higher than a page is cut as with scissors.  It looks poor and loses nothing.
 * 6. Every page carries at least one strip, and space at the head or at the end of a page is dropped, so no page is empty
 *    and the placing always ends.
 *
 * Rejected: the total fit over all pages that Knuth and Plass found for lines.  It evens out pages by moving the end of
 * page one for the sake of page three, and whoever adds a line to a worksheet expects what stands before it to stay;
 * with pages of two to four it hardly ever chooses otherwise.  Rejected: stretching the spaces so that all pages end at
 * one height; that is for books, and it takes the lines off their rhythm.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-paper-pages.h"

/* Sums of lengths do not come out to the last digit. */
#define SLACK 0.01

/* A page emptier than this shows that something was kept together at too high a price. */
#define LEAST_FILL 0.25

/* More than the weakest bond and less than the next but one */
#define PRICE_OF_EMPTINESS 1.5

/* A heading higher than this share of the page is not repeated. */
#define HIGHEST_HEADER 0.5

typedef struct
{
  TlPaperStrip *strips;      /* a copy: its bonds are loosened */
  guint         n_strips;
  double        height;
  GArray       *pieces;
  guint         page;
} Placing;

static double
get_header_height (const Placing *placing,
                   guint          strip)
{
  guint header = placing->strips[strip].header;

  if (header == TL_PAPER_NO_HEADER || header >= strip)
    return 0.0;

  double height = placing->strips[header].height;

  return height <= placing->height * HIGHEST_HEADER ? height : 0.0;
}

static double
measure_run (const Placing *placing,
             guint          first,
             guint          last)
{
  double height = get_header_height (placing, first) + placing->strips[first].height;

  for (guint i = first + 1; i <= last; i++)
    height += placing->strips[i].space + placing->strips[i].height;

  return height;
}

static void
loosen_run (Placing     *placing,
            guint        first,
            guint        last,
            TlPaperBond  bond)
{
  if (measure_run (placing, first, last) <= placing->height + SLACK)
    return;

  for (guint i = first; i < last; i++)
    if (placing->strips[i].bond == bond)
      placing->strips[i].bond = bond - 1;
}

/* The second rule.  The weakest bonds first: a long section comes apart between its paragraphs, and only if these
 * are longer than a page does anything stronger.
 */
static void
loosen_bonds (Placing *placing)
{
  for (TlPaperBond bond = TL_PAPER_BOND_GROUP; bond <= TL_PAPER_BOND_ROW; bond++)
    for (guint first = 0; first < placing->n_strips;)
      {
        guint last = first;

        while (last + 1 < placing->n_strips && placing->strips[last].bond >= bond && !placing->strips[last + 1].breaks)
          last++;
        loosen_run (placing, first, last, bond);
        first = last + 1;
      }
}

/* How many of the strips from @first on fit on one page: 0 when not even the first does. */
static guint
count_fitting (const Placing *placing,
               guint          first)
{
  double used = get_header_height (placing, first);
  guint last = first;

  for (; last < placing->n_strips; last++)
    {
      const TlPaperStrip *strip = &placing->strips[last];

      if (last > first && strip->breaks)
        break;
      used += (last > first ? strip->space : 0.0) + strip->height;
      if (used > placing->height + SLACK)
        break;
    }

  return last - first;
}

/* The first and the third rule: the last strip of the page that begins with @first and could hold up to @last. */
static guint
choose_last (const Placing *placing,
             guint          first,
             guint          last)
{
  double used = get_header_height (placing, first);
  double least = G_MAXDOUBLE;
  guint best = last;

  for (guint i = first; i <= last; i++)
    {
      used += (i > first ? placing->strips[i].space : 0.0) + placing->strips[i].height;

      double price = placing->strips[i].bond + (used < placing->height * LEAST_FILL ? PRICE_OF_EMPTINESS : 0.0);

      if (price <= least)
        {
          least = price;
          best = i;
        }
    }

  return best;
}

static void
add_piece (Placing *placing,
           guint    strip,
           double   y,
           double   from,
           double   height)
{
  const TlPaperPiece piece = { strip, placing->page, y, from, height };

  g_array_append_val (placing->pieces, piece);
}

static void
fill_page (Placing *placing,
           guint    first,
           guint    last)
{
  double y = get_header_height (placing, first);

  if (y > 0.0)
    add_piece (placing, placing->strips[first].header, 0.0, 0.0, y);
  for (guint i = first; i <= last; i++)
    {
      y += i > first ? placing->strips[i].space : 0.0;
      add_piece (placing, i, y, 0.0, placing->strips[i].height);
      y += placing->strips[i].height;
    }
  placing->page++;
}

/* The fifth rule.  The last piece has its page to itself, as a drawing of that height would. */
static void
cut_strip (Placing *placing,
           guint    strip)
{
  double whole = placing->strips[strip].height;

  for (double from = 0.0; from < whole - SLACK; from += placing->height)
    {
      add_piece (placing, strip, 0.0, from, MIN (placing->height, whole - from));
      placing->page++;
    }
}

/**
 * tl_paper_pages_place:
 * @strips: (array length=n_strips): what is to be printed, from the first to the last
 * @n_strips: how many there are
 * @height: the height of a page, in points, more than 0
 *
 * Decides which strip stands on which page, and where.
 *
 * Returns: (transfer full) (element-type TlPaperPiece): the pieces in the order of the pages and from the head of each to
 *   its foot; every strip is among them, headings of tables more than once; empty when there are no strips
 */
GArray *
tl_paper_pages_place (const TlPaperStrip *strips,
                      guint               n_strips,
                      double              height)
{
  g_return_val_if_fail (strips != NULL || n_strips == 0, NULL);
  g_return_val_if_fail (height > 0.0, NULL);

  g_autofree TlPaperStrip *copy = g_memdup2 (strips, n_strips * sizeof *strips);
  Placing placing = { copy, n_strips, height, g_array_new (FALSE, FALSE, sizeof (TlPaperPiece)), 0 };

  loosen_bonds (&placing);
  for (guint first = 0; first < n_strips;)
    {
      guint n_fitting = count_fitting (&placing, first);

      if (n_fitting == 0 && copy[first].height > height + SLACK)
        {
          cut_strip (&placing, first++);
          continue;
        }
      /* With the heading above it a row may just not fit: then it does without. */
      if (n_fitting == 0)
        {
          copy[first].header = TL_PAPER_NO_HEADER;
          continue;
        }

      guint last = first + n_fitting - 1;

      if (last + 1 < n_strips && !copy[last + 1].breaks)
        last = choose_last (&placing, first, last);
      fill_page (&placing, first, last);
      first = last + 1;
    }

  return placing.pieces;
}
