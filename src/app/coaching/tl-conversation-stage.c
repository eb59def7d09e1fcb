/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the parts of a conversation stand: the talk, the frame, and what is looked at beside them, in this order of
 * children.  Parts that are not visible take no room.
 *
 * With room the frame stands beside the talk, else below it; the pane at the side is there while somebody wants it and
 * keeps its width.  Where there is room for two of the three, the pane takes the place of the one that yields, so that
 * the other stays exactly where it is looked at.  This is worked out when room is given, and not by turning a box, so
 * that a window can be resized without anything being made anew.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-conversation-stage.h"

/* With less than this the frame stands below the talk. */
#define BESIDE_WIDTH 820

/* The talk beside the frame: its share of the room, and how far that goes */
#define TALK_SHARE 0.39
#define TALK_MIN 400
#define TALK_MAX 560

/* The talk above the frame: the most of the height that it takes */
#define TALK_HEIGHT_SHARE 0.62

/* The pane at the side, and the least that is left for the rest */
#define SIDE_SHARE 0.26
#define SIDE_MIN 300
#define SIDE_MAX 380

struct _TlConversationStage
{
  GtkWidget parent_instance;

  gboolean talk_yields;         /* to the pane at the side, rather than the frame */
  gboolean is_beside;
};

G_DEFINE_FINAL_TYPE (TlConversationStage, tl_conversation_stage, GTK_TYPE_WIDGET)

static GtkWidget *
get_part (TlConversationStage *self,
          guint                position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; child != NULL && i < position; i++)
    child = gtk_widget_get_next_sibling (child);

  return child != NULL && gtk_widget_should_layout (child) ? child : NULL;
}

static void
place (GtkWidget *part,
       int        x,
       int        y,
       int        width,
       int        height)
{
  int min_width;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_size_allocate (part, &(GtkAllocation) { x, y, MAX (width, min_width), MAX (height, 1) }, -1);
}

static void
place_below (GtkWidget *talk,
             GtkWidget *frame,
             int        x,
             int        width,
             int        height)
{
  int natural;
  int talk_height;

  gtk_widget_measure (talk, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  talk_height = MIN (natural, (int) (height * TALK_HEIGHT_SHARE));
  place (talk, x, 0, width, talk_height);
  place (frame, x, talk_height, width, height - talk_height);
}

/* Two side by side, in the direction in which people read; a part that yields is not drawn. */
static void
place_beside (GtkWidget *first,
              GtkWidget *second,
              int        x,
              int        first_width,
              int        width,
              int        height,
              gboolean   is_rtl)
{
  place (first, is_rtl ? x + width - first_width : x, 0, first_width, height);
  place (second, is_rtl ? x : x + first_width, 0, width - first_width, height);
}

static void
set_drawn (GtkWidget *part,
           gboolean   is_drawn)
{
  if (part != NULL)
    gtk_widget_set_child_visible (part, is_drawn);
}

static int
get_talk_width (GtkWidget *talk,
                int        width)
{
  int minimum = 0;

  if (talk != NULL)
    gtk_widget_measure (talk, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return MAX (CLAMP ((int) (width * TALK_SHARE), TALK_MIN, TALK_MAX), minimum);
}

static void
tl_conversation_stage_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  TlConversationStage *self = TL_CONVERSATION_STAGE (widget);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *talk = get_part (self, 0);
  GtkWidget *frame = get_part (self, 1);
  GtkWidget *side = get_part (self, 2);
  int side_width = side != NULL ? CLAMP ((int) (width * SIDE_SHARE), SIDE_MIN, SIDE_MAX) : 0;
  int rest = width - side_width;
  int start = is_rtl ? side_width : 0;
  gboolean has_both = talk != NULL && frame != NULL;
  gboolean is_crowded = has_both && side != NULL && rest < BESIDE_WIDTH && width >= BESIDE_WIDTH;

  self->is_beside = has_both && (is_crowded || rest >= BESIDE_WIDTH);
  set_drawn (talk, !is_crowded || !self->talk_yields);
  set_drawn (frame, !is_crowded || self->talk_yields);
  if (is_crowded)
    {
      place_beside (self->talk_yields ? side : talk, self->talk_yields ? frame : side, 0,
                    get_talk_width (talk, width), width, height, is_rtl);
      return;
    }

  if (side != NULL)
    place (side, is_rtl ? 0 : rest, 0, side_width, height);
  if (self->is_beside)
    place_beside (talk, frame, start, get_talk_width (talk, rest), rest, height, is_rtl);
  else if (has_both)
    place_below (talk, frame, start, rest, height);
  else if (talk != NULL)
    place (talk, start, 0, rest, height);
  else if (frame != NULL)
    place (frame, start, 0, rest, height);
}

static void
tl_conversation_stage_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  GtkWidget *child;

  *minimum = 0;
  *natural = 0;
  *minimum_baseline = -1;
  *natural_baseline = -1;

  /* What does not fit scrolls in its part. */
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural;
    }
  *natural = MAX (*natural, *minimum);
}

static void
tl_conversation_stage_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_conversation_stage_parent_class)->dispose (object);
}

static void
tl_conversation_stage_class_init (TlConversationStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_conversation_stage_dispose;
  widget_class->measure = tl_conversation_stage_measure;
  widget_class->size_allocate = tl_conversation_stage_size_allocate;
}

static void
tl_conversation_stage_init (TlConversationStage *self)
{
}

/**
 * tl_conversation_stage_is_beside:
 * @self: a stage that has been given room
 *
 * Returns: whether the frame stands beside the talk, and not below it
 */
gboolean
tl_conversation_stage_is_beside (TlConversationStage *self)
{
  g_return_val_if_fail (TL_IS_CONVERSATION_STAGE (self), FALSE);

  return self->is_beside;
}

/**
 * tl_conversation_stage_set_talk_yields:
 * @self: a stage
 * @talk_yields: whether the talk makes room for the pane at the side where there is not room for all, or the frame
 */
void
tl_conversation_stage_set_talk_yields (TlConversationStage *self,
                                       gboolean             talk_yields)
{
  g_return_if_fail (TL_IS_CONVERSATION_STAGE (self));

  self->talk_yields = talk_yields;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
