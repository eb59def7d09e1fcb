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
 * After an edit columns stay as they were; newcomers come last.
 *
 * A short row is left alone, because in it every goal has room.  When the cascade runs to the right a row is a list
 * already; only large families of leaves run on beside each other there.  Goals that are not connected at all
 * stand in columns without a rail.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "tl-diagram-private.h"

/* On a level of no more goals all stand side by side. */
#define FEW_GOALS    9
/* How many steps an outline is indented at most. */
#define MOST_INDENT  3
/* To the right, families of fewer leaves stay a plain column. */
#define LARGE_FAMILY 12
/* By how many cards a column may become taller than columns are made. */
#define SPARE_SLOTS  2

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

/* On which levels goals stand side by side. */
static void
find_short_levels (TlDiagram *self)
{
  guint n_goals[TL_N_LEVELS] = { 0 };

  for (guint i = 0; i < self->n_goals; i++)
    n_goals[tl_diagram_get_level (self, i)]++;
  for (guint level = 0; level < TL_N_LEVELS; level++)
    tl_diagram_break (&self->breaking[level], n_goals[level], FEW_GOALS);
}

/* Finds the goals that may stand in a list, as far as their links and their level go. */
static gboolean *
find_listable (TlDiagram *self)
{
  gboolean *listable = g_new (gboolean, MAX (self->n_goals, 1));

  find_short_levels (self);
  for (guint i = 0; i < self->n_goals; i++)
    listable[i] = self->parents[i] != TL_GRAPH_NONE
                  && self->breaking[tl_diagram_get_level (self, i)] == TL_DIAGRAM_IN_LISTS;

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

/* Where a goal stood in the lists of the picture before. */
typedef struct
{
  guint   place;
  guint64 column;           /* 0 when it was in none beneath this goal */
  double  across;
  guint   slot;
} Stood;

static int
compare_stood (const void *a,
               const void *b)
{
  const Stood *one = a;
  const Stood *other = b;

  if ((one->column == 0) != (other->column == 0))
    return one->column == 0 ? 1 : -1;
  if (one->across != other->across)
    return one->across < other->across ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;
  if (one->slot != other->slot)
    return one->slot < other->slot ? -1 : 1;

  return one->place < other->place ? -1 : 1;
}

/* The members of a family, or of a row of goals that nothing connects, as they stood, newcomers last.  @parent is the
 * hash of the id of the goal they stand under, or 0.
 */
static Stood *
sort_as_before (TlDiagram   *self,
                const guint *members,
                guint        n_members,
                guint64      parent)
{
  Stood *stood = g_new0 (Stood, n_members + 1);

  for (guint i = 0; i < n_members; i++)
    {
      const TlDiagramTrace *trace = tl_diagram_get_trace (self, members[i]);

      stood[i].place = members[i];
      if (trace == NULL || !trace->stacked || trace->parent != parent)
        continue;

      stood[i].column = trace->top;
      stood[i].across = trace->centre;
      stood[i].slot = trace->slot;
    }
  if (n_members > 1)
    qsort (stood, n_members, sizeof (Stood), compare_stood);

  return stood;
}

/* Breaks a family into columns of about the same height. */
static void
break_family (TlDiagram   *self,
              const guint *family,
              guint        n_members,
              const Entry *entries,
              guint        n_cards,
              guint        tallest)
{
  guint n_columns = (n_cards + tallest - 1) / tallest;
  Column column = { .height = (n_cards + n_columns - 1) / n_columns };

  for (guint i = 0; i < n_members; i++)
    {
      if (column.n_cards + entries[family[i]].n_cards / 2 >= column.height && column.n_cards > 0)
        column.n_cards = 0;
      append_entry (self, &column, family[i], 0);
    }
}

/* Puts a family into the columns it had; newcomers go to the end of the last as long as that is not far too tall. */
static void
keep_family (TlDiagram   *self,
             const guint *family,
             guint        n_members,
             const Entry *entries,
             guint64      parent,
             guint        tallest)
{
  g_autofree Stood *stood = sort_as_before (self, family, n_members, parent);
  Column column = { 0 };

  for (guint i = 0; i < n_members; i++)
    {
      guint place = stood[i].place;
      gboolean ends = stood[i].column != 0 ? i > 0 && stood[i].column != stood[i - 1].column
                                           : column.n_cards + entries[place].n_cards > tallest + SPARE_SLOTS;

      if (ends)
        column.n_cards = 0;
      append_entry (self, &column, place, 0);
    }
}

/* Puts a family into a list, broken into columns when it is too tall. */
static void
list_family (TlDiagram   *self,
             guint        parent,
             const guint *family,
             guint        n_members,
             const Entry *entries,
             guint        tallest)
{
  guint n_cards = 0;
  gboolean was_listed = FALSE;

  for (guint i = 0; i < n_members; i++)
    {
      const TlDiagramTrace *trace = tl_diagram_get_trace (self, family[i]);

      n_cards += entries[family[i]].n_cards;
      if (trace != NULL && trace->stacked && trace->parent == self->ids[parent])
        was_listed = TRUE;
    }

  if (was_listed)
    keep_family (self, family, n_members, entries, self->ids[parent], tallest);
  else if (n_cards >= (self->down ? 2 : LARGE_FAMILY))
    break_family (self, family, n_members, entries, n_cards, tallest);
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
      list_family (self, parent, (const guint *) (gpointer) family->data, family->len, entries, tallest);
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

/* Puts the goals of one row that nothing connects into columns of @height, as they stood. */
static void
stack_row (TlDiagram   *self,
           const guint *places,
           guint        n_places,
           guint        height)
{
  g_autofree Stood *stood = sort_as_before (self, places, n_places, 0);
  Column column = { 0 };

  if (n_places < 2 || (height < 2 && stood[0].column == 0))
    return;

  for (guint i = 0; i < n_places; i++)
    {
      gboolean ends = stood[i].column != 0 ? i > 0 && stood[i].column != stood[i - 1].column
                                           : column.n_cards >= height;

      if (column.n_cards == 0 || ends)
        column = (Column) { .top = stood[i].place };
      self->stack_of[stood[i].place] = column.top;
      self->slots[stood[i].place] = column.n_cards++;
    }
}

/* Puts the goals that nothing connects into columns, so that those of a row take about @breadth across. */
void
tl_diagram_stack_loose (TlDiagram *self,
                        double     breadth)
{
  guint n_columns = (guint) MAX (floor (breadth / (self->width + tl_diagram_get_gap (self))), 1.0);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint k = 0; k < self->n_goals;)
    {
      guint rank = self->ranks[self->by_row[k]];

      g_array_set_size (places, 0);
      for (; k < self->n_goals && self->ranks[self->by_row[k]] == rank; k++)
        if (self->loose[self->by_row[k]])
          g_array_append_val (places, self->by_row[k]);
      stack_row (self, (const guint *) (gpointer) places->data, places->len,
                 (places->len + n_columns - 1) / n_columns);
    }
}
