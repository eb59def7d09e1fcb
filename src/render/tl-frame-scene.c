/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A coaching conversation as a picture: Work, Impact and Result side by side, what was said on cards, what helps what
 * as lines, and the loop back beneath.
 *
 * It is a scene like that of a cascade, so that the one painter draws it on the screen, into a file and on paper.  Here
 * is decided which statements there are and where their cards stand; in which order they stand, in
 * tl-frame-scene-order.c; how the lines run, in tl-frame-scene-lines.c; what is said, in tl-frame-scene-words.c.
 *
 * Cards begin at one line at the top of all columns, because a frame is read like a page.  Rejected: moving cards down
 * so that their lines run level, which leaves holes that look as if something were missing there.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-enum-types.h"
#include "tl-frame-scene-private.h"
#include "tl-frame-scene.h"
#include "tl-painter.h"
#include "tl-vocabulary.h"

#define CHANNEL_SHARE  0.062        /* of the width, between two columns */
#define CHANNEL_LEAST  34.0
#define CHANNEL_MOST   60.0
#define LEAST_HEIGHT   230.0        /* of the columns, so that an empty frame looks like one */
#define LANE           30.0         /* beside the last column, for arcs */

static const TlFacet facets[TL_N_FRAME_COLUMNS] = { TL_FACET_WORK, TL_FACET_IMPACT, TL_FACET_RESULT };

static const char * const captions[TL_N_FRAME_COLUMNS] = {
  /* Translators: below the heading "Work" of a frame */
  N_("What we do"),
  /* Translators: below the heading "Impact" of a frame */
  N_("What changes for others"),
  /* Translators: below the heading "Result" of a frame */
  N_("What it brings"),
};

static const char * const invitations[TL_N_FRAME_COLUMNS] = {
  N_("The work, the skills and the people it takes. Ask: what work would create it?"),
  N_("What becomes better for other people. Ask: what would that look like for them?"),
  N_("The evidence, and how you would be seen. Ask: how do you think about success?"),
};

/* The column of a facet; notes have none. */
static guint
find_column (TlFacet facet)
{
  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    if (facets[c] == facet)
      return c;

  return TL_N_FRAME_COLUMNS;
}

static void
init_layout (TlFrameLayout *self,
             const char    *family)
{
  *self = (TlFrameLayout) {
    .scene = tl_scene_new (TL_SCENE_COLUMNS),
    .items = g_array_new (FALSE, FALSE, sizeof (TlFrameItem)),
    .links = g_array_new (FALSE, FALSE, sizeof (TlFrameLink)),
  };
  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    self->columns[c] = g_array_new (FALSE, FALSE, sizeof (guint));
  if (family != NULL)
    tl_scene_set_font_family (self->scene, family);
}

static void
clear_layout (TlFrameLayout *self)
{
  g_array_unref (self->items);
  g_array_unref (self->links);
  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    g_array_unref (self->columns[c]);
}

static void
collect_items (TlFrameLayout  *self,
               TlConversation *conversation)
{
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (conversation);

  for (guint i = 0; i < statements->len; i++)
    {
      TlStatement *statement = g_ptr_array_index (statements, i);
      guint column = find_column (tl_statement_get_facet (statement));
      guint number = self->items->len;

      if (column == TL_N_FRAME_COLUMNS)
        continue;

      g_array_append_val (self->items, ((TlFrameItem) { .statement = statement, .column = column }));
      g_array_append_val (self->columns[column], number);
      self->is_ordered[column] |= !isnan (tl_statement_get_position (statement));
    }
}

static gboolean
find_item (TlFrameLayout *self,
           TlStatement   *statement,
           guint         *item)
{
  for (guint i = 0; i < self->items->len; i++)
    if (tl_frame_layout_get_item (self, i)->statement == statement)
      {
        *item = i;
        return TRUE;
      }

  return FALSE;
}

static void
collect_links (TlFrameLayout  *self,
               TlConversation *conversation)
{
  g_autoptr (GPtrArray) links = tl_conversation_dup_links (conversation);

  for (guint i = 0; i < links->len; i++)
    {
      TlFrameLink link = { .link = g_ptr_array_index (links, i) };

      if (!find_item (self, tl_statement_link_get_from (link.link), &link.from) ||
          !find_item (self, tl_statement_link_get_to (link.link), &link.to) || link.from == link.to)
        continue;

      /* What leads from left to right is no loop, whatever it was before a card was moved. */
      link.loop = tl_statement_link_get_loop (link.link) &&
                  tl_frame_layout_get_item (self, link.from)->column > tl_frame_layout_get_item (self, link.to)->column;
      g_array_append_val (self->links, link);
    }
}

/* What needs room beside the last column: arcs between two of its cards, and loops that leave from above the last. */
static double
measure_lane (TlFrameLayout *self)
{
  double lane = 0.0;
  guint n_loops = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      const TlFrameLink *link = tl_frame_layout_get_link (self, i);
      const TlFrameItem *from = tl_frame_layout_get_item (self, link->from);

      if (from->column + 1 < TL_N_FRAME_COLUMNS)
        continue;

      n_loops += link->loop;
      if (link->loop && !tl_frame_layout_is_last (self, from))
        lane = MAX (lane, (n_loops + 1) * TL_FRAME_LANE_STEP);
      if (!link->loop && tl_frame_layout_get_item (self, link->to)->column == from->column)
        lane = MAX (lane, LANE - TL_FRAME_PAD);
    }

  return lane;
}

static void
place_panels (TlFrameLayout *self,
              double         width)
{
  double channel = CLAMP (floor (width * CHANNEL_SHARE), CHANNEL_LEAST, CHANNEL_MOST);
  double room = width - measure_lane (self) - (TL_N_FRAME_COLUMNS - 1) * channel;
  double panel = floor (room / TL_N_FRAME_COLUMNS);

  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    self->panels[c] = (TlRect) { c * (panel + channel), 0.0, panel, LEAST_HEIGHT };
}

static TlMark
choose_mark (TlStatement *statement)
{
  if (tl_statement_get_reputation (statement))
    return TL_MARK_SEEN;

  return tl_statement_get_agreed (statement) && tl_statement_get_action_state (statement) != TL_ACTION_STATE_LET_GO
           ? TL_MARK_CHECK : TL_MARK_NONE;
}

static const char *
name_beneficiary (TlStatement *statement)
{
  TlBeneficiary beneficiary = tl_statement_get_beneficiary (statement);

  return beneficiary != TL_BENEFICIARY_UNSET ? tl_enum_to_label (TL_TYPE_BENEFICIARY, beneficiary) : "";
}

static guint
count_circles (TlStatement *statement)
{
  return MIN ((guint) (tl_statement_get_beneficiary (statement) - TL_BENEFICIARY_UNSET), TL_N_CIRCLES);
}

/* What it looks like for them is the heart of an Impact; what is said so of Work and Results stands on the worksheet. */
static const char *
get_detail (TlStatement *statement)
{
  return tl_statement_get_facet (statement) == TL_FACET_IMPACT ? tl_statement_get_detail (statement) : NULL;
}

static const char *
get_words (TlStatement *statement)
{
  const char *text = tl_statement_get_text (statement);

  return text != NULL ? text : "";
}

/* Finds out how high the card has to be, and puts it below those that stand in its column already. */
static void
place_item (TlFrameLayout *self,
            guint          number,
            double        *y)
{
  TlFrameItem *item = tl_frame_layout_get_item (self, number);
  const TlRect *panel = &self->panels[item->column];
  g_autofree char *kicker = tl_frame_scene_words_of_kicker (item->statement);
  g_autofree char *foot = tl_frame_scene_words_of_foot (item->statement);
  const TlCard card = {
    .title = get_words (item->statement),
    .kicker = kicker,
    .circle = count_circles (item->statement),
    .detail = get_detail (item->statement),
    .note = name_beneficiary (item->statement),
    .owner = foot,
  };
  double width = panel->width - 2.0 * TL_FRAME_PAD;
  double height = ceil (tl_painter_measure_statement (tl_scene_get_texts (self->scene), &card, width));

  item->box = (TlRect) { panel->x + TL_FRAME_PAD, *y, width, height };
  *y += height + TL_FRAME_GAP;
}

static void
place_column (TlFrameLayout *self,
              guint          column)
{
  double y = self->panels[column].y + TL_COLUMN_HEADING + TL_FRAME_PAD;

  for (guint i = 0; i < self->columns[column]->len; i++)
    place_item (self, g_array_index (self->columns[column], guint, i), &y);

  self->bottoms[column] = y - TL_FRAME_GAP;
}

static TlColumn
describe_column (TlFrameLayout *self,
                 guint          column)
{
  return (TlColumn) {
    .facet = facets[column],
    .label = tl_enum_to_label (TL_TYPE_FACET, facets[column]),
    .caption = _(captions[column]),
    .invitation = self->columns[column]->len == 0 ? _(invitations[column]) : "",
    .box = self->panels[column],
  };
}

/* The columns are equally high, as high as what stands in the fullest. */
static void
add_columns (TlFrameLayout *self)
{
  double height = LEAST_HEIGHT;

  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    {
      const TlColumn column = describe_column (self, c);

      if (self->columns[c]->len == 0)
        self->bottoms[c] = tl_painter_measure_invitation (tl_scene_get_texts (self->scene), &column);
      height = MAX (height, self->bottoms[c] + TL_FRAME_PAD);
    }

  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    {
      TlColumn column;

      self->panels[c].height = height;
      column = describe_column (self, c);
      tl_scene_add_column (self->scene, &column);
    }
}

static void
add_card (TlFrameLayout *self,
          guint          number)
{
  const TlFrameItem *item = tl_frame_layout_get_item (self, number);
  g_autofree char *kicker = tl_frame_scene_words_of_kicker (item->statement);
  g_autofree char *foot = tl_frame_scene_words_of_foot (item->statement);
  g_autofree char *description = tl_frame_scene_words_of_all (self, number);

  tl_scene_add_card (self->scene, &(TlCard) {
    .kind = TL_CARD_STATEMENT,
    .id = tl_entity_get_id (TL_ENTITY (item->statement)),
    .box = item->box,
    .facet = facets[item->column],
    .health = TL_HEALTH_NO_DATA,
    .attainment = NAN,
    .expected = NAN,
    .mark = choose_mark (item->statement),
    .circle = count_circles (item->statement),
    .kicker = kicker,
    .detail = get_detail (item->statement),
    .note = name_beneficiary (item->statement),
    .title = get_words (item->statement),
    .owner = foot,
    .description = description,
  });
}

/* The room beneath the columns. */
static double
measure_loops (TlFrameLayout *self)
{
  guint n = 0;

  for (guint i = 0; i < self->links->len; i++)
    n += tl_frame_layout_get_link (self, i)->loop;

  return n > 0 ? (n + 0.25) * TL_FRAME_LOOP_STEP : 0.0;
}

/**
 * tl_frame_scene_new:
 * @conversation: what was said
 * @family: (nullable): the family of the font the picture will be drawn in, or %NULL for the default
 * @width: how wide it is to be, at least %TL_FRAME_WIDTH_LEAST; 0 for its natural width.  The type keeps its size: a
 *   narrow frame breaks its lines earlier and becomes higher
 *
 * Lays out the frame of a conversation.  Its height follows from what was said; a statement takes at most
 * %TL_TEXT_MAX_LINES lines.  Columns in which the person has set positions keep them.  Cards and lines have the ids of
 * their statements and links.
 *
 * To be painted at a smaller size on paper, it still wants a painter whose scale is 1 or more: the scale chooses the
 * detail, and paper can show all of it.
 *
 * Returns: (transfer full): the picture
 */
TlScene *
tl_frame_scene_new (TlConversation *conversation,
                    const char     *family,
                    double          width)
{
  TlFrameLayout self;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);
  g_return_val_if_fail (width >= 0.0, NULL);

  if (width == 0.0)
    width = TL_FRAME_WIDTH;
  width = MAX (width, TL_FRAME_WIDTH_LEAST);

  init_layout (&self, family);
  collect_items (&self, conversation);
  collect_links (&self, conversation);
  tl_frame_layout_order (&self);
  place_panels (&self, width);
  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    place_column (&self, c);
  add_columns (&self);

  for (guint i = 0; i < self.items->len; i++)
    add_card (&self, i);
  tl_frame_layout_add_lines (&self);
  tl_scene_set_extent (self.scene, &(TlRect) { 0.0, 0.0, width, self.panels[0].height + measure_loops (&self) });

  clear_layout (&self);
  return self.scene;
}

static gint
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  const TlCard *one = *(const TlCard *const *) a;
  const TlCard *other = *(const TlCard *const *) b;

  return one->box.y < other->box.y ? -1 : one->box.y > other->box.y;
}

static GPtrArray *
collect_column (TlScene *scene,
                TlFacet  facet)
{
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    {
      const TlCard *card = tl_scene_get_card (scene, i);

      if (card->facet == facet)
        g_ptr_array_add (cards, (gpointer) card);
    }
  g_ptr_array_sort (cards, compare_heights);

  return cards;
}

/**
 * tl_frame_scene_dup_column:
 * @scene: a frame
 * @facet: a column of it
 *
 * Returns: (transfer full) (element-type utf8): the ids of the column's statements, from top to bottom
 */
GPtrArray *
tl_frame_scene_dup_column (TlScene *scene,
                           TlFacet  facet)
{
  GPtrArray *ids;

  g_return_val_if_fail (TL_IS_SCENE (scene), NULL);

  g_autoptr (GPtrArray) cards = collect_column (scene, facet);

  ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (ids, g_strdup (((const TlCard *) g_ptr_array_index (cards, i))->id));

  return ids;
}

/* Between the cards above and below, or at the end of the column that has only one of the two. */
static TlRect
find_slot_line (const TlColumn *column,
                const TlCard   *above,
                const TlCard   *below)
{
  double y = column->box.y + TL_COLUMN_HEADING + TL_FRAME_PAD / 2.0;

  if (above != NULL && below != NULL)
    y = (above->box.y + above->box.height + below->box.y) / 2.0;
  else if (above != NULL)
    y = above->box.y + above->box.height + TL_FRAME_GAP / 2.0;

  return (TlRect) { column->box.x + TL_FRAME_PAD, y, column->box.width - 2.0 * TL_FRAME_PAD, 0.0 };
}

/**
 * tl_frame_scene_find_slot:
 * @scene: a frame
 * @moving: (nullable): the id of the statement that is being moved, which is not counted
 * @x: a place in units of the picture
 * @y: its ordinate
 * @slot: (out): where a card that is let go of there would stand
 *
 * Returns: whether the place is in a column; above or below one counts too
 */
gboolean
tl_frame_scene_find_slot (TlScene     *scene,
                          const char  *moving,
                          double       x,
                          double       y,
                          TlFrameSlot *slot)
{
  guint n_columns;
  const TlColumn *columns;

  g_return_val_if_fail (TL_IS_SCENE (scene) && slot != NULL, FALSE);

  columns = tl_scene_get_columns (scene, &n_columns);
  for (guint c = 0; c < n_columns; c++)
    {
      g_autoptr (GPtrArray) cards = NULL;
      const TlCard *above = NULL;
      const TlCard *below = NULL;

      if (x < columns[c].box.x || x > columns[c].box.x + columns[c].box.width)
        continue;

      *slot = (TlFrameSlot) { .column = columns[c].facet };
      cards = collect_column (scene, columns[c].facet);
      for (guint i = 0; i < cards->len && below == NULL; i++)
        {
          const TlCard *card = g_ptr_array_index (cards, i);

          if (g_strcmp0 (card->id, moving) == 0)
            continue;
          if (card->box.y + card->box.height / 2.0 > y)
            {
              below = card;
              continue;
            }
          above = card;
          slot->index++;
        }

      slot->line = find_slot_line (&columns[c], above, below);
      return TRUE;
    }

  return FALSE;
}
