/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the selected statement: each a named action, for keys, menu and assistive technology alike.
 *
 * Alt with the keys to the left and to the right goes back and forward everywhere in the program, so another column is
 * chosen with Shift and these keys, or by its number: Alt+1 to Alt+3, and Alt+4 for a note.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-edits.h"
#include "tl-frame-view-private.h"
#include "tl-undo-toast.h"

static const struct
{
  const char *name;
  TlFacet     facet;
  gboolean    reputation;
} sorts[] = {
  { "work", TL_FACET_WORK, FALSE },
  { "impact", TL_FACET_IMPACT, FALSE },
  { "result", TL_FACET_RESULT, FALSE },
  { "reputation", TL_FACET_RESULT, TRUE },
  { "note", TL_FACET_UNSET, FALSE },
};

/* Where the selected statement goes: so many columns to the right, or so many rows down */
static const struct
{
  const char *name;
  int         columns;
  int         rows;
} moves[] = {
  { "frame.move-up", 0, -1 },
  { "frame.move-down", 0, 1 },
  { "frame.move-left", -1, 0 },
  { "frame.move-right", 1, 0 },
};

static const char *const of_statement[] = {
  "frame.edit", "frame.details", "frame.remove", "frame.sort", "frame.connect", "frame.disconnect",
};

/* What needs a statement that can be changed, and a document that can be written. */
static TlStatement *
get_selected (TlFrameView *self)
{
  return tl_frame_view_can_edit (self) ? tl_frame_view_find_statement (self, self->selected) : NULL;
}

/* In which row of its column the card stands. */
static gboolean
find_row (TlFrameView *self,
          const char  *id,
          TlFacet     *column,
          guint       *row,
          guint       *n_rows)
{
  const TlCard *card = tl_frame_view_find_card (self, id);
  g_autoptr (GPtrArray) ids = NULL;

  if (card == NULL)
    return FALSE;

  *column = card->facet;
  ids = tl_frame_scene_dup_column (tl_canvas_get_scene (self->canvas), card->facet);
  *n_rows = ids->len;
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, row);
}

/* The order on the screen may be one that nobody has given: it stays as it is but for what is moved. */
static void
keep_order (TlFrameView *self,
            TlFacet      column)
{
  g_autoptr (GPtrArray) ids = tl_frame_scene_dup_column (tl_canvas_get_scene (self->canvas), column);

  for (guint i = 0; i < ids->len; i++)
    tl_statement_set_position (tl_frame_view_find_statement (self, g_ptr_array_index (ids, i)), i);
}

/* Moves a statement to a place among the others of a column, as one step. */
void
tl_frame_view_move_to (TlFrameView *self,
                       const char  *id,
                       TlFacet      column,
                       guint        index)
{
  TlStatement *statement = tl_frame_view_find_statement (self, id);
  TlFacet old;
  guint row, n_rows;

  if (statement == NULL || !tl_frame_view_can_edit (self) || !find_row (self, id, &old, &row, &n_rows) ||
      (old == column && index == row))
    return;

  tl_document_begin_group (self->document, _("Move Statement"));
  keep_order (self, column);
  tl_conversation_edits_place (self->document, statement, column, index);
  tl_document_finish_group (self->document);
  tl_frame_view_set_selected (self, id);
}

static void
move_row (TlFrameView *self,
          int          step)
{
  TlFacet column;
  guint row, n_rows;

  if (find_row (self, self->selected, &column, &row, &n_rows) && (int) row + step >= 0 && row + step < n_rows)
    tl_frame_view_move_to (self, self->selected, column, row + step);
}

/* To the column beside, at about the same height. */
static void
move_column (TlFrameView *self,
             int          step)
{
  const TlCard *card = tl_frame_view_find_card (self, self->selected);
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  guint n_columns;
  const TlColumn *columns;
  TlFrameSlot slot;

  if (card == NULL)
    return;

  columns = tl_scene_get_columns (scene, &n_columns);
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].facet == (TlFacet) ((int) card->facet + step) &&
        tl_frame_scene_find_slot (scene, card->id, columns[i].box.x + columns[i].box.width / 2, card->box.y, &slot))
      {
        g_autofree char *id = g_strdup (card->id);

        tl_frame_view_move_to (self, id, slot.column, slot.index);
        return;
      }
}

static void
move_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlFrameView *self = TL_FRAME_VIEW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (moves[i].name, action_name))
      {
        if (moves[i].rows != 0)
          move_row (self, moves[i].rows);
        else
          move_column (self, moves[i].columns);
        return;
      }
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlFrameView *self = TL_FRAME_VIEW (widget);

  tl_frame_view_edit (self, self->selected);
}

static void
details_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlFrameView *self = TL_FRAME_VIEW (widget);
  g_autofree char *id = g_strdup (self->selected);

  if (tl_frame_view_find_statement (self, id) != NULL)
    g_signal_emit_by_name (self, "edit-statement", id);
}

static void
sort_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlFrameView *self = TL_FRAME_VIEW (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  TlStatement *statement = get_selected (self);

  for (guint i = 0; i < G_N_ELEMENTS (sorts) && statement != NULL; i++)
    if (g_str_equal (sorts[i].name, name))
      {
        tl_conversation_edits_set_facet (self->document, statement, sorts[i].facet, sorts[i].reputation);
        return;
      }
}

/* What stands beside the statement is selected next, so that the keys go on from there. */
static char *
dup_neighbour (TlFrameView *self)
{
  g_autoptr (GPtrArray) ids = NULL;
  TlFacet column;
  guint row, n_rows;

  if (!find_row (self, self->selected, &column, &row, &n_rows) || n_rows < 2)
    return NULL;

  ids = tl_frame_scene_dup_column (tl_canvas_get_scene (self->canvas), column);
  return g_strdup (g_ptr_array_index (ids, row + 1 < n_rows ? row + 1 : row - 1));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlFrameView *self = TL_FRAME_VIEW (widget);
  TlStatement *statement = get_selected (self);
  g_autoptr (GPtrArray) statements = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *next = NULL;

  if (statement == NULL)
    return;

  next = dup_neighbour (self);
  g_ptr_array_add (statements, g_object_ref (statement));
  tl_conversation_edits_remove (self->document, statements);
  tl_frame_view_set_selected (self, next);
  if (gtk_widget_has_focus (GTK_WIDGET (self->canvas)))
    tl_canvas_focus_selected (self->canvas);
  tl_undo_toast_show (widget, self->document, _("Statement removed"));
}

static void
connect_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  tl_frame_view_start_connecting (TL_FRAME_VIEW (widget), FALSE);
}

static void
loop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  tl_frame_view_start_connecting (TL_FRAME_VIEW (widget), TRUE);
}

static void
disconnect_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlFrameView *self = TL_FRAME_VIEW (widget);
  TlEntity *link;

  if (!tl_frame_view_can_edit (self))
    return;

  link = tl_model_lookup (tl_document_get_model (self->document), g_variant_get_string (parameter, NULL));
  if (TL_IS_STATEMENT_LINK (link))
    tl_conversation_edits_disconnect (self->document, TL_STATEMENT_LINK (link));
}

static void
fit_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  tl_frame_view_fit (TL_FRAME_VIEW (widget));
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  tl_canvas_zoom_by (TL_FRAME_VIEW (widget)->canvas, 1.2);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tl_canvas_zoom_by (TL_FRAME_VIEW (widget)->canvas, 1 / 1.2);
}

static gboolean
is_loop_end (TlStatement *statement)
{
  return tl_statement_get_facet (statement) == TL_FACET_RESULT || tl_statement_get_facet (statement) == TL_FACET_IMPACT;
}

/* Whether there is a place in that direction from a row of a column */
static gboolean
can_move (guint   move,
          TlFacet column,
          guint   row,
          guint   n_rows)
{
  int target_row = (int) row + moves[move].rows;
  int target_column = (int) column + moves[move].columns;

  if (moves[move].rows != 0)
    return target_row >= 0 && target_row < (int) n_rows;

  return target_column >= TL_FACET_WORK && target_column <= TL_FACET_RESULT;
}

/* Says which actions make sense now. */
void
tl_frame_view_update_actions (TlFrameView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TlStatement *statement = get_selected (self);
  gboolean can_edit = statement != NULL;
  TlFacet column = TL_FACET_UNSET;
  guint row = 0, n_rows = 0;
  gboolean has_row = can_edit && find_row (self, self->selected, &column, &row, &n_rows);

  for (guint i = 0; i < G_N_ELEMENTS (of_statement); i++)
    gtk_widget_action_set_enabled (widget, of_statement[i], can_edit);
  gtk_widget_action_set_enabled (widget, "frame.disconnect", tl_frame_view_can_edit (self));
  gtk_widget_action_set_enabled (widget, "frame.loop", can_edit && is_loop_end (statement));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_action_set_enabled (widget, moves[i].name, has_row && can_move (i, column, row, n_rows));
}

/* Installs the actions of the view. */
void
tl_frame_view_class_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "frame.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "frame.details", NULL, details_cb);
  gtk_widget_class_install_action (widget_class, "frame.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "frame.sort", "s", sort_cb);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_install_action (widget_class, moves[i].name, NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "frame.connect", NULL, connect_cb);
  gtk_widget_class_install_action (widget_class, "frame.loop", NULL, loop_cb);
  gtk_widget_class_install_action (widget_class, "frame.disconnect", "s", disconnect_cb);
  gtk_widget_class_install_action (widget_class, "frame.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "frame.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "frame.zoom-out", NULL, zoom_out_cb);
}
