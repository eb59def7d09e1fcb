/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell of the outline: a word or two, or how a goal stands, drawn; the cell of the title also unfolds the row.
 *
 * Hundreds of cells are given other rows while one scrolls, so a cell is as few widgets as can be, and looks before it
 * changes any of them.  GtkTreeExpander was rejected: it makes a widget for each level of depth, and believes for
 * ever that a goal without helpers will have none.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-outline-cell-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-outline-words.h"
#include "tl-words.h"

/* Beyond this depth rows do not stand further in. */
#define DEPTH_MAX 24

enum
{
  COMMIT,
  LEFT,
  TYPED,
  TOGGLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlOutlineCell, tl_outline_cell, GTK_TYPE_WIDGET)

static gboolean
is_drawn (TlOutlineCell *self)
{
  return self->column == TL_OUTLINE_ATTAINMENT || self->column == TL_OUTLINE_HEALTH;
}

static void
set_label (GtkWidget  *label,
           const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    has)
{
  if (gtk_widget_has_css_class (widget, name) == has)
    return;

  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The name of an icon is looked up in the theme each time that it is set. */
static void
set_icon (GtkWidget  *image,
          const char *name)
{
  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (image)), name) != 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), name);
}

static char *
dup_text (TlOutlineCell *self,
          TlGoal        *goal)
{
  switch (self->column)
    {
    case TL_OUTLINE_TITLE:
      return tl_entity_dup_display_name (TL_ENTITY (goal));

    case TL_OUTLINE_OWNER:
      return tl_words_of_owner (tl_goal_get_owner (goal));

    case TL_OUTLINE_DUE:
      return tl_outline_words_of_due (goal);

    case TL_OUTLINE_MEASURES:
    case TL_OUTLINE_ATTAINMENT:
    case TL_OUTLINE_HEALTH:
    default:
      return NULL;
    }
}

static TlOutlineItem *
dup_item_above (TlOutlineCell *self)
{
  g_autoptr (GtkTreeListRow) above = gtk_tree_list_row_get_parent (self->row);

  return above != NULL ? gtk_tree_list_row_get_item (above) : NULL;
}

static void
refresh_arrow (TlOutlineCell *self)
{
  gboolean has_children = tl_outline_has_children (self->outline, self->item);
  gboolean is_expanded = gtk_tree_list_row_get_expanded (self->row);

  gtk_widget_set_opacity (self->arrow, has_children ? 1 : 0);
  set_icon (self->arrow, is_expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  if (has_children)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_expanded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
refresh_facet (TlOutlineCell *self,
               TlGoal        *goal)
{
  TlFacet facet = tl_goal_get_facet (goal);

  if (facet == self->facet && gtk_image_get_icon_name (GTK_IMAGE (self->sign)) != NULL)
    return;

  set_class (self->sign, tl_style_of_facet (self->facet), FALSE);
  set_class (self->sign, tl_style_of_facet (facet), TRUE);
  set_icon (self->sign, tl_icon_of_facet (facet));
  self->facet = facet;
}

/* Where else the goal stands is a number, so that titles keep the room; the sentence is in its tooltip. */
static void
refresh_note (TlOutlineCell *self)
{
  g_autoptr (TlOutlineItem) above = dup_item_above (self);
  g_autofree char *words = tl_outline_words_of_others (self->outline, self->item, above);
  g_autofree char *number = NULL;

  gtk_widget_set_visible (self->note, *words != '\0');
  if (*words == '\0' || g_strcmp0 (gtk_widget_get_tooltip_text (self->note), words) == 0)
    return;

  /* Translators: under how many other goals this one stands as well */
  number = g_strdup_printf (_("+%u"), tl_outline_count_parents (self->outline, self->item) - 1);
  set_label (self->note, number);
  gtk_widget_set_tooltip_text (self->note, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

/* The platform's widget for the row knows nothing of goals; whoever does not see it is told by these. */
static void
refresh_line (TlOutlineCell *self,
              guint          goal)
{
  GtkWidget *line = tl_outline_cell_get_line (self);
  g_autoptr (TlOutlineItem) above = dup_item_above (self);
  g_autofree char *standing = NULL;
  g_autofree char *others = NULL;
  g_autofree char *words = NULL;

  if (line == NULL)
    return;

  standing = tl_outline_words_of_row (tl_outline_get_insight (self->outline), goal);
  others = tl_outline_words_of_others (self->outline, self->item, above);
  words = *others != '\0' ? g_strconcat (standing, ", ", others, NULL) : g_strdup (standing);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_label (GTK_LABEL (self->label)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) gtk_tree_list_row_get_depth (self->row) + 1,
                                  -1);
  set_class (line, "above-match", !tl_outline_is_match (self->outline, self->item));
}

static void
refresh_heading (TlOutlineCell  *self,
                 TlOrganisation *organisation)
{
  GtkWidget *line = tl_outline_cell_get_line (self);
  g_autofree char *name = tl_entity_dup_display_name (TL_ENTITY (organisation));

  if (self->label != NULL)
    set_label (self->label, self->column == TL_OUTLINE_TITLE ? name : "");
  if (self->column == TL_OUTLINE_HEALTH)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
  if (self->column != TL_OUTLINE_TITLE || line == NULL)
    return;

  gtk_widget_set_visible (self->note, FALSE);
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Goals of this organisation"),
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, 1,
                                  -1);
  set_class (line, "above-match", FALSE);
}

/* A row may come to stand for a goal where there was the heading of an organisation, and the other way round. */
static void
refresh_kind (TlOutlineCell *self)
{
  TlOrganisation *organisation = self->item != NULL ? tl_outline_get_organisation (self->outline, self->item) : NULL;

  self->is_heading = organisation != NULL;
  if (self->column == TL_OUTLINE_TITLE)
    {
      gtk_widget_set_visible (self->arrow, !self->is_heading);
      gtk_widget_set_visible (self->sign, !self->is_heading);
      set_class (self->label, "caption-heading", self->is_heading);
      set_class (self->label, "dim-label", self->is_heading);
    }
  if (organisation != NULL)
    refresh_heading (self, organisation);
}

static void
refresh_title (TlOutlineCell *self,
               guint          goal)
{
  guint depth = MIN (gtk_tree_list_row_get_depth (self->row), DEPTH_MAX);

  if (self->depth != depth)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  self->depth = depth;
  refresh_arrow (self);
  refresh_note (self);
  refresh_line (self, goal);
}

static void
refresh_standing (TlOutlineCell *self,
                  guint          goal)
{
  TlScores *scores = tl_insight_get_scores (tl_outline_get_insight (self->outline));
  const TlGoalScore *score = tl_scores_get_goal (scores, goal);

  if (self->label != NULL)
    {
      g_autofree char *share = isnan (score->attainment) ? g_strdup ("") : tl_format_share (score->attainment);

      set_label (self->label, share);
    }
  else
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      tl_health_to_label (score->health), -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
query_tooltip_cb (TlOutlineCell *self,
                  int            x,
                  int            y,
                  gboolean       is_keyboard,
                  GtkTooltip    *tooltip)
{
  TlInsight *insight = tl_outline_get_insight (self->outline);
  guint goal = self->item != NULL ? tl_outline_get_index (self->outline, self->item) : TL_GRAPH_NONE;
  g_autofree char *text = NULL;

  if (goal == TL_GRAPH_NONE)
    return FALSE;

  if (is_drawn (self))
    text = tl_words_of_standing (tl_graph_get_goal (tl_insight_get_graph (insight), goal),
                                 tl_scores_get_goal (tl_insight_get_scores (insight), goal));
  else if (self->label != NULL && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (self->label))))
    text = g_strdup (gtk_label_get_label (GTK_LABEL (self->label)));
  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static void
expanded_cb (TlOutlineCell *self)
{
  g_assert (TL_IS_OUTLINE_CELL (self));

  refresh_arrow (self);
}

static void
arrow_pressed_cb (GtkGesture *gesture,
                  int         n_presses,
                  double      x,
                  double      y,
                  gpointer    user_data)
{
  TlOutlineCell *self = user_data;

  if (self->row == NULL || !tl_outline_has_children (self->outline, self->item))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[TOGGLE], 0);
}

static void
tl_outline_cell_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TlOutlineCell *self = TL_OUTLINE_CELL (widget);
  guint goal = self->item != NULL ? tl_outline_get_index (self->outline, self->item) : TL_GRAPH_NONE;

  if (is_drawn (self) && goal != TL_GRAPH_NONE)
    tl_outline_cell_draw (widget, snapshot, self->column,
                          tl_scores_get_goal (tl_insight_get_scores (tl_outline_get_insight (self->outline)), goal));

  GTK_WIDGET_CLASS (tl_outline_cell_parent_class)->snapshot (widget, snapshot);
}

static void
tl_outline_cell_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (TL_OUTLINE_CELL (widget)->column == TL_OUTLINE_TITLE)
    tl_outline_cell_measure_title (TL_OUTLINE_CELL (widget), orientation, minimum, natural);
}

static void
tl_outline_cell_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  if (TL_OUTLINE_CELL (widget)->column == TL_OUTLINE_TITLE)
    tl_outline_cell_allocate_title (TL_OUTLINE_CELL (widget), width, height);
}

static void
tl_outline_cell_dispose (GObject *object)
{
  TlOutlineCell *self = TL_OUTLINE_CELL (object);
  GtkWidget *child;

  tl_outline_cell_bind (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->outline);

  G_OBJECT_CLASS (tl_outline_cell_parent_class)->dispose (object);
}

static void
tl_outline_cell_class_init (TlOutlineCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_outline_cell_dispose;
  widget_class->measure = tl_outline_cell_measure;
  widget_class->size_allocate = tl_outline_cell_size_allocate;
  widget_class->snapshot = tl_outline_cell_snapshot;

  /**
   * TlOutlineCell::commit:
   * @self: the cell
   * @text: what somebody has written
   *
   * Returns: whether that was taken; otherwise the cell stays as it is, see tl_outline_cell_refuse()
   */
  signals[COMMIT] = g_signal_new ("commit", TL_TYPE_OUTLINE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_BOOLEAN, 1, G_TYPE_STRING);

  /**
   * TlOutlineCell::left:
   * @self: the cell
   * @how: a #TlOutlineLeave
   *
   * The cell is no longer edited.
   */
  signals[LEFT] = g_signal_new ("left", TL_TYPE_OUTLINE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * TlOutlineCell::typed:
   * @self: the cell
   * @text: what is written there so far
   *
   * Somebody is writing, and has not finished.
   */
  signals[TYPED] = g_signal_new ("typed", TL_TYPE_OUTLINE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * TlOutlineCell::toggle:
   * @self: the cell
   *
   * Its row is to be unfolded, or folded up.
   */
  signals[TOGGLE] = g_signal_new ("toggle", TL_TYPE_OUTLINE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "outline-cell");
}

static void
tl_outline_cell_init (TlOutlineCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

static void
add_label (TlOutlineCell *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), self->column == TL_OUTLINE_ATTAINMENT ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, self->column != TL_OUTLINE_TITLE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  set_class (self->label, "numeric", self->column >= TL_OUTLINE_MEASURES);
  set_class (self->label, "dim-label", self->column == TL_OUTLINE_OWNER || self->column == TL_OUTLINE_DUE);
}

static void
add_parts_of_title (TlOutlineCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->arrow = gtk_image_new ();
  gtk_widget_set_parent (self->arrow, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->arrow, "arrow");
  g_signal_connect_object (click, "pressed", G_CALLBACK (arrow_pressed_cb), self, 0);
  gtk_widget_add_controller (self->arrow, GTK_EVENT_CONTROLLER (click));

  self->sign = gtk_image_new ();
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
  add_label (self);

  self->note = gtk_label_new (NULL);
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_widget_add_css_class (self->note, "caption");
  gtk_widget_add_css_class (self->note, "numeric");
}

/**
 * tl_outline_cell_new:
 * @outline: what its rows come from
 * @column: what to say of a goal
 *
 * Returns: (transfer full): a cell without a row
 */
GtkWidget *
tl_outline_cell_new (TlOutline       *outline,
                     TlOutlineColumn  column)
{
  TlOutlineCell *self;

  g_return_val_if_fail (TL_IS_OUTLINE (outline), NULL);

  self = g_object_new (TL_TYPE_OUTLINE_CELL, NULL);
  self->outline = g_object_ref (outline);
  self->column = column;

  if (column == TL_OUTLINE_TITLE)
    add_parts_of_title (self);
  else
    gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_box_layout_new (GTK_ORIENTATION_HORIZONTAL));
  if (column != TL_OUTLINE_TITLE && column != TL_OUTLINE_HEALTH)
    add_label (self);

  return GTK_WIDGET (self);
}

/**
 * tl_outline_cell_get_column:
 * @self: a cell
 *
 * Returns: what it says of a goal
 */
TlOutlineColumn
tl_outline_cell_get_column (TlOutlineCell *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_CELL (self), TL_OUTLINE_TITLE);

  return self->column;
}

/**
 * tl_outline_cell_get_row:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the row it is part of
 */
GtkTreeListRow *
tl_outline_cell_get_row (TlOutlineCell *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_CELL (self), NULL);

  return self->row;
}

/**
 * tl_outline_cell_get_item:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): what its row stands for
 */
TlOutlineItem *
tl_outline_cell_get_item (TlOutlineCell *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_CELL (self), NULL);

  return self->item;
}

/**
 * tl_outline_cell_get_line:
 * @self: a cell
 *
 * Returns: (transfer none) (nullable): the platform's widget for the whole row, which has the focus
 */
GtkWidget *
tl_outline_cell_get_line (TlOutlineCell *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_CELL (self), NULL);

  for (GtkWidget *widget = gtk_widget_get_parent (GTK_WIDGET (self)); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    {
      if (g_str_equal (gtk_widget_get_css_name (widget), "row"))
        return widget;
    }

  return NULL;
}

/**
 * tl_outline_cell_bind:
 * @self: a cell
 * @row: (nullable): a row of a tree of #TlOutlineItem
 *
 * Shows @row from now on; what was being edited is done with first.
 */
void
tl_outline_cell_bind (TlOutlineCell  *self,
                      GtkTreeListRow *row)
{
  g_return_if_fail (TL_IS_OUTLINE_CELL (self));
  g_return_if_fail (row == NULL || GTK_IS_TREE_LIST_ROW (row));

  if (self->editor != NULL)
    {
      tl_outline_cell_leave (self, TL_OUTLINE_LEAVE_STAY);
      if (self->editor != NULL)
        tl_outline_cell_stop (self);
    }

  if (self->expanded_id != 0)
    g_signal_handler_disconnect (self->row, self->expanded_id);
  self->expanded_id = 0;
  g_clear_object (&self->item);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;

  self->item = gtk_tree_list_row_get_item (row);
  if (self->column == TL_OUTLINE_TITLE)
    self->expanded_id = g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self,
                                                 G_CONNECT_SWAPPED);
  tl_outline_cell_refresh (self);
}

/**
 * tl_outline_cell_refresh_text:
 * @self: a cell
 *
 * Shows what the goal itself says, without asking for what is reckoned: for the moment right after an edit.
 */
void
tl_outline_cell_refresh_text (TlOutlineCell *self)
{
  g_autofree char *text = NULL;
  TlGoal *goal;

  g_return_if_fail (TL_IS_OUTLINE_CELL (self));

  goal = self->item != NULL ? tl_outline_get_goal (self->outline, self->item) : NULL;
  if (goal == NULL)
    return;

  text = dup_text (self, goal);
  if (text != NULL)
    set_label (self->label, text);
  if (self->column == TL_OUTLINE_TITLE)
    refresh_facet (self, goal);
}

/**
 * tl_outline_cell_refresh:
 * @self: a cell
 *
 * Shows what is known of its goal now.
 */
void
tl_outline_cell_refresh (TlOutlineCell *self)
{
  guint goal;

  g_return_if_fail (TL_IS_OUTLINE_CELL (self));

  refresh_kind (self);
  goal = self->item != NULL ? tl_outline_get_index (self->outline, self->item) : TL_GRAPH_NONE;
  if (goal == TL_GRAPH_NONE)
    return;

  tl_outline_cell_refresh_text (self);
  if (self->column == TL_OUTLINE_TITLE)
    refresh_title (self, goal);
  else if (is_drawn (self))
    refresh_standing (self, goal);
  else if (self->column == TL_OUTLINE_MEASURES)
    {
      g_autofree char *words = tl_outline_words_of_measures (tl_outline_get_insight (self->outline), goal);

      set_label (self->label, words);
    }
}
