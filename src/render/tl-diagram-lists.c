/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goals that stand one below the other.
 *
 * Nine of ten goals of a large cascade are leaves or have only leaves beneath them.  Side by side they make a picture
 * a million units broad and a few thousand high that nobody can read.  So what stands beneath a goal on one level
 * becomes a list, as in an outline: one card below the other, what helps a card indented below it, joined by rails.  A
 * list that is too tall is broken into columns.  To the layout a column is one node.
 *
 * A list takes a goal whose own place nothing else asks for: all that helps it stands beneath it.  What it helps
 * besides the goal it stands under does not matter as long as that stands above the band, because those lines leave
 * along the rail.
 *
 * A short row is left alone, because in it every goal has room.  When the cascade runs to the right a row is a list
 * already; only large families of leaves run on beside each other there.  Goals that are not connected at all
 * stand in columns without a rail.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-diagram-private.h"

/* On a level of no more goals all stand side by side. */
#define FEW_GOALS    9
/* How many steps an outline is indented at most. */
#define MOST_INDENT  3
/* To the right, families of fewer leaves stay a plain column. */
#define LARGE_FAMILY 12

/* What a goal brings along into a list. */
typedef struct
{
  guint n_cards;            /* 0 when it cannot stand in one */
  guint indent;             /* how many steps what stands beneath it is indented */
} Entry;

/* A family that is being put into columns. */
typedef struct
{
  guint top;                /* of the column at hand */
  guint n_cards;            /* in it */
  guint height;             /* how many cards a column should have */
} Column;

/* Which goals of a level may be put into lists at all. */
static void
find_short_levels (TlDiagram *self,
                   gboolean  *is_short)
{
  guint n_goals[TL_N_LEVELS] = { 0 };

  for (guint i = 0; i < self->n_goals; i++)
    n_goals[tl_diagram_get_level (self, i)]++;
  for (guint level = 0; level < TL_N_LEVELS; level++)
    is_short[level] = n_goals[level] <= FEW_GOALS;
}

/* Finds the goals that may stand in a list, as far as their links and their level go. */
static gboolean *
find_listable (TlDiagram *self)
{
  gboolean *listable = g_new (gboolean, MAX (self->n_goals, 1));
  gboolean is_short[TL_N_LEVELS];

  find_short_levels (self, is_short);
  for (guint i = 0; i < self->n_goals; i++)
    listable[i] = self->parents[i] != TL_GRAPH_NONE && !is_short[tl_diagram_get_level (self, i)];

  for (guint i = 0; i < self->links->len; i++)
    {
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, i);

      if (self->parents[link->from] == link->to)
        continue;

      listable[link->to] = FALSE;
      if (tl_diagram_get_level (self, link->to) >= tl_diagram_get_level (self, link->from)
          || tl_diagram_get_organisation (self, link->from) != tl_diagram_get_organisation (self, link->to))
        listable[link->from] = FALSE;
    }

  return listable;
}

static Entry
measure_entry (TlDiagram   *self,
               const Entry *entries,
               guint        place,
               guint        tallest)
{
  Entry entry = { 1, 0 };

  for (guint c = self->first_child[place]; c < self->first_child[place + 1]; c++)
    {
      guint child = self->children[c];

      if (!self->down || entries[child].n_cards == 0
          || tl_diagram_get_level (self, child) != tl_diagram_get_level (self, place))
        return (Entry) { 0 };

      entry.n_cards += entries[child].n_cards;
      entry.indent = MAX (entry.indent, entries[child].indent + 1);
    }

  return entry.n_cards <= tallest && entry.indent <= MOST_INDENT ? entry : (Entry) { 0 };
}

/* What each goal brings along, from the leaves up. */
static Entry *
measure_entries (TlDiagram *self,
                 guint      tallest)
{
  Entry *entries = g_new0 (Entry, MAX (self->n_goals, 1));

  for (guint k = self->n_goals; k-- > 0;)
    {
      guint place = self->by_row[k];

      if (self->listable[place])
        entries[place] = measure_entry (self, entries, place, tallest);
    }

  return entries;
}

/* Puts a goal, and below it what stands beneath it, at the end of a column. */
static void
append_entry (TlDiagram *self,
              Column    *column,
              guint      place,
              guint      indent)
{
  if (column->n_cards == 0)
    column->top = place;

  self->stack_of[place] = column->top;
  self->slots[place] = column->n_cards++;
  self->row_of[place] = self->ranks[column->top];
  self->indents[place] = indent;
  self->listed[place] = TRUE;
  self->deepest[column->top] = MAX (self->deepest[column->top], indent);
  for (guint c = self->first_child[place]; c < self->first_child[place + 1]; c++)
    append_entry (self, column, self->children[c], indent + 1);
}

/* Breaks a family into columns of about the same height. */
static void
list_family (TlDiagram   *self,
             const guint *family,
             guint        n_members,
             const Entry *entries,
             guint        tallest)
{
  Column column = { 0 };
  guint n_cards = 0;

  for (guint i = 0; i < n_members; i++)
    n_cards += entries[family[i]].n_cards;
  if (n_cards < 2 || (!self->down && n_cards < LARGE_FAMILY))
    return;

  guint n_columns = (n_cards + tallest - 1) / tallest;

  column.height = (n_cards + n_columns - 1) / n_columns;
  for (guint i = 0; i < n_members; i++)
    {
      if (column.n_cards + entries[family[i]].n_cards / 2 >= column.height && column.n_cards > 0)
        column.n_cards = 0;
      append_entry (self, &column, family[i], 0);
    }
}

/* The lists beneath a goal: one for each row in which it has goals that can stand in one. */
static void
list_families (TlDiagram   *self,
               guint        parent,
               const Entry *entries,
               guint        tallest,
               GArray      *family)
{
  guint last = self->first_child[parent + 1];

  for (guint c = self->first_child[parent]; c < last;)
    {
      guint rank = self->ranks[self->children[c]];

      g_array_set_size (family, 0);
      for (; c < last && self->ranks[self->children[c]] == rank; c++)
        if (entries[self->children[c]].n_cards > 0)
          g_array_append_val (family, self->children[c]);
      list_family (self, (const guint *) (gpointer) family->data, family->len, entries, tallest);
    }
}

static void
forget_lists (TlDiagram *self)
{
  for (guint i = 0; i < self->n_goals; i++)
    {
      self->row_of[i] = self->ranks[i];
      self->stack_of[i] = TL_GRAPH_NONE;
      self->slots[i] = 0;
      self->indents[i] = 0;
      self->deepest[i] = 0;
      self->listed[i] = FALSE;
    }
}

/* Puts goals into lists of about @tallest cards, anew: each is given the goal at the top of its column, its slot
 * below that, and how far it is indented.
 */
void
tl_diagram_form_lists (TlDiagram *self,
                       guint      tallest)
{
  g_autoptr (GArray) family = g_array_new (FALSE, FALSE, sizeof (guint));

  forget_lists (self);
  if (self->listable == NULL)
    self->listable = find_listable (self);

  g_autofree Entry *entries = measure_entries (self, tallest);

  /* What stands beneath a goal of its own level that is in a list itself is in that list. */
  for (guint k = 0; k < self->n_goals; k++)
    if (!self->listed[self->by_row[k]])
      list_families (self, self->by_row[k], entries, tallest, family);
}

/* Puts the goals that are not connected into columns, so that those of a row take about @breadth across. */
void
tl_diagram_stack_loose (TlDiagram *self,
                        double     breadth)
{
  guint n_columns = (guint) MAX (floor (breadth / (self->width + tl_diagram_get_gap (self))), 1.0);
  g_autofree guint *n_in_row = g_new0 (guint, self->rows->len + 1);
  g_autofree Column *columns = g_new0 (Column, self->rows->len + 1);

  for (guint i = 0; i < self->n_goals; i++)
    if (self->loose[i])
      n_in_row[self->row_of[i]]++;
  for (guint r = 0; r < self->rows->len; r++)
    columns[r].height = (n_in_row[r] + n_columns - 1) / n_columns;

  for (guint i = 0; i < self->n_goals; i++)
    {
      Column *column = &columns[self->row_of[i]];

      if (!self->loose[i] || column->height < 2)
        continue;

      if (column->n_cards == 0)
        column->top = i;
      self->stack_of[i] = column->top;
      self->slots[i] = column->n_cards++;
      if (column->n_cards == column->height)
        column->n_cards = 0;
    }
}
