/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the outline: which goal they show, which of them are unfolded, selected and in view.
 *
 * A row is known by the goal it shows and the one above it, as the platform's own rows go whenever what is around
 * them changes.  So what is unfolded and selected is remembered by these, and given back to the rows that come.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <string.h>

#include "tl-goals-view-private.h"

/* Beyond so many selected rows it takes too long to find each again after an edit. */
#define N_SELECTED_MAX 500

static char *
make_key (const char *above,
          const char *id)
{
  return g_strconcat (above != NULL ? above : "", "/", id, NULL);
}

/* What a row is remembered by. */
char *
tl_goals_row_dup_key (GtkTreeListRow *row)
{
  g_autoptr (TlOutlineItem) item = gtk_tree_list_row_get_item (row);
  g_autoptr (TlOutlineItem) above = tl_goals_row_dup_item_above (row);

  return make_key (above != NULL ? tl_outline_item_get_id (above) : NULL, tl_outline_item_get_id (item));
}

/* Returns: (transfer full) (nullable): what the row stands under */
TlOutlineItem *
tl_goals_row_dup_item_above (GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) above = gtk_tree_list_row_get_parent (row);

  return above != NULL ? gtk_tree_list_row_get_item (above) : NULL;
}

/* Returns: (transfer none) (nullable): the goal of a row, unless it is removed */
TlGoal *
tl_goals_view_get_goal (TlGoalsView    *self,
                        GtkTreeListRow *row)
{
  g_autoptr (TlOutlineItem) item = gtk_tree_list_row_get_item (row);

  return tl_outline_get_goal (self->outline, item);
}

/* Returns: (transfer none) (nullable): the goal that the row stands under */
TlGoal *
tl_goals_view_get_goal_above (TlGoalsView    *self,
                              GtkTreeListRow *row)
{
  g_autoptr (TlOutlineItem) above = tl_goals_row_dup_item_above (row);

  return above != NULL ? tl_outline_get_goal (self->outline, above) : NULL;
}

/* Returns: (transfer full) (element-type GtkTreeListRow): the selected rows, from the top */
GPtrArray *
tl_goals_view_dup_selected_rows (TlGoalsView *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean is_valid = gtk_bitset_iter_init_first (&iter, selected, &position); is_valid;
       is_valid = gtk_bitset_iter_next (&iter, &position))
    {
      gpointer row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }

  return rows;
}

/* Returns: (transfer full) (element-type TlGoal): the goals of the selected rows, each once */
GPtrArray *
tl_goals_view_dup_selected_goals (TlGoalsView *self)
{
  g_autoptr (GPtrArray) rows = tl_goals_view_dup_selected_rows (self);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GPtrArray *goals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      TlGoal *goal = tl_goals_view_get_goal (self, g_ptr_array_index (rows, i));

      if (goal != NULL && g_hash_table_add (seen, goal))
        g_ptr_array_add (goals, g_object_ref (goal));
    }

  return goals;
}

/* The goals that stand under @above, in their order, as they are shown. */
GPtrArray *
tl_goals_view_dup_goals_under (TlGoalsView *self,
                               TlGoal      *above)
{
  GPtrArray *goals = g_ptr_array_new ();
  g_autoptr (GListModel) items = NULL;

  if (above != NULL)
    items = tl_outline_dup_children (self->outline,
                                     tl_outline_get_item (self->outline, tl_entity_get_id (TL_ENTITY (above))));
  else
    items = g_object_ref (tl_outline_get_roots (self->outline));

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (TlOutlineItem) item = g_list_model_get_item (items, i);
      TlGoal *goal = tl_outline_get_goal (self->outline, item);

      if (goal != NULL)
        g_ptr_array_add (goals, goal);
    }

  return goals;
}

static GtkTreeListRow *
dup_child_row (TlGoalsView    *self,
               GtkTreeListRow *row,
               GListModel     *items,
               TlOutlineItem  *item)
{
  guint place;

  if (items == NULL || !g_ptr_array_find (tl_outline_list_peek (TL_OUTLINE_LIST (items)), item, &place))
    return NULL;

  return row != NULL ? gtk_tree_list_row_get_child_row (row, place)
                     : gtk_tree_list_model_get_child_row (self->tree, place);
}

/* The row that shows @item under @above, which is taken where it stands first; unfolds what is above it when it may.
 *
 * Returns: (transfer full) (nullable): the row; NULL when it is folded away, or not there */
GtkTreeListRow *
tl_goals_view_find_row (TlGoalsView   *self,
                        TlOutlineItem *above,
                        TlOutlineItem *item,
                        gboolean       may_expand)
{
  g_autoptr (GPtrArray) path = above != NULL ? tl_outline_dup_path (self->outline, above) : g_ptr_array_new ();
  g_autoptr (GtkTreeListRow) row = NULL;

  if (above != NULL && path->len == 0)
    return NULL;

  g_ptr_array_add (path, item);
  for (guint i = 0; i < path->len; i++)
    {
      g_autoptr (GtkTreeListRow) parent = g_steal_pointer (&row);
      g_autoptr (GListModel) items = NULL;

      if (parent != NULL && !gtk_tree_list_row_get_expanded (parent))
        {
          if (!may_expand)
            return NULL;
          tl_goals_view_set_expanded (self, parent, TRUE);
        }

      items = parent != NULL ? tl_outline_dup_children (self->outline, g_ptr_array_index (path, i - 1))
                             : g_object_ref (tl_outline_get_roots (self->outline));
      row = dup_child_row (self, parent, items, g_ptr_array_index (path, i));
      if (row == NULL)
        return NULL;
    }

  return g_steal_pointer (&row);
}

/* The row that shows @item where it stands first, with what is above it unfolded.
 *
 * Returns: (transfer full) (nullable): the row */
GtkTreeListRow *
tl_goals_view_find_row_of (TlGoalsView   *self,
                           TlOutlineItem *item)
{
  g_autoptr (GPtrArray) path = tl_outline_dup_path (self->outline, item);

  if (path->len == 0)
    return NULL;

  return tl_goals_view_find_row (self, path->len > 1 ? g_ptr_array_index (path, path->len - 2) : NULL, item, TRUE);
}

/* Returns: (transfer none) (nullable): the cell on the screen that shows @column of @row */
TlOutlineCell *
tl_goals_view_find_cell (TlGoalsView     *self,
                         GtkTreeListRow  *row,
                         TlOutlineColumn  column)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    {
      if (tl_outline_cell_get_column (cell) == column && tl_outline_cell_get_row (cell) == row)
        return cell;
    }

  return NULL;
}

/* Returns: (transfer none) (nullable): the title of the row that has the focus, or in which somebody is writing */
TlOutlineCell *
tl_goals_view_find_focus (TlGoalsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GHashTableIter iter;
  gpointer cell;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    {
      GtkWidget *line = tl_outline_cell_get_line (cell);

      if (tl_outline_cell_get_column (cell) == TL_OUTLINE_TITLE && line != NULL &&
          (focus == line || gtk_widget_is_ancestor (focus, line)))
        return cell;
    }

  return NULL;
}

/* Unfolds a row or folds it up, and remembers that. */
void
tl_goals_view_set_expanded (TlGoalsView    *self,
                            GtkTreeListRow *row,
                            gboolean        is_expanded)
{
  g_autoptr (TlOutlineItem) item = gtk_tree_list_row_get_item (row);
  guint n_before;

  if (is_expanded && !tl_outline_has_children (self->outline, item))
    return;

  tl_goals_view_save_state_later (self);
  if (!is_expanded)
    {
      g_autofree char *key = tl_goals_row_dup_key (row);

      g_hash_table_remove (self->expanded, key);
      gtk_tree_list_row_set_expanded (row, FALSE);
      return;
    }

  g_hash_table_add (self->expanded, tl_goals_row_dup_key (row));
  n_before = g_list_model_get_n_items (G_LIST_MODEL (self->tree));
  gtk_tree_list_row_set_expanded (row, TRUE);
  if (!self->is_syncing)
    {
      guint first = gtk_tree_list_row_get_position (row) + 1;

      tl_goals_view_expand_remembered (self, first,
                                       first + g_list_model_get_n_items (G_LIST_MODEL (self->tree)) - n_before);
    }
}

/* Unfolds those of the rows from @first to before @last that were unfolded, and what comes with them. */
void
tl_goals_view_expand_remembered (TlGoalsView *self,
                                 guint        first,
                                 guint        last)
{
  if (g_hash_table_size (self->expanded) == 0)
    return;

  for (guint i = first; i < last; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->tree));
      g_autofree char *key = NULL;

      if (row == NULL)
        return;
      if (gtk_tree_list_row_get_expanded (row))
        continue;

      key = tl_goals_row_dup_key (row);
      if (!g_hash_table_contains (self->expanded, key) || !gtk_tree_list_row_is_expandable (row))
        continue;

      gtk_tree_list_row_set_expanded (row, TRUE);
      last += g_list_model_get_n_items (G_LIST_MODEL (self->tree)) - n_before;
    }
}

/* Unfolds each goal once: where it stands first.  With goals that help several, the ways through a cascade can be
 * beyond number. */
void
tl_goals_view_expand_all (TlGoalsView *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  tl_goals_view_save_state_later (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      g_autoptr (TlOutlineItem) item = gtk_tree_list_row_get_item (row);

      if (!g_hash_table_add (seen, item) || gtk_tree_list_row_get_expanded (row) ||
          !tl_outline_has_children (self->outline, item))
        continue;

      g_hash_table_add (self->expanded, tl_goals_row_dup_key (row));
      gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

void
tl_goals_view_collapse_all (TlGoalsView *self)
{
  tl_goals_view_save_state_later (self);
  g_hash_table_remove_all (self->expanded);

  for (guint i = 0;; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_child_row (self->tree, i);

      if (row == NULL)
        return;
      gtk_tree_list_row_set_expanded (row, FALSE);
    }
}

/* The list inside the platform's column view, which has the actions. */
static GtkWidget *
get_inner_list (TlGoalsView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_VIEW (child))
        return child;
    }

  return NULL;
}

static gboolean
focus_pending_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  g_autoptr (GtkTreeListRow) row = g_weak_ref_get (user_data);
  TlOutlineCell *cell = row != NULL ? tl_goals_view_find_cell (TL_GOALS_VIEW (widget), row, TL_OUTLINE_TITLE) : NULL;
  GtkWidget *line = cell != NULL ? tl_outline_cell_get_line (cell) : NULL;

  if (line != NULL && tl_goals_view_find_focus (TL_GOALS_VIEW (widget)) != cell)
    gtk_widget_grab_focus (line);

  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* The row may come on the screen with the next frame only. */
static void
focus_row (TlGoalsView    *self,
           GtkTreeListRow *row)
{
  TlOutlineCell *cell = tl_goals_view_find_cell (self, row, TL_OUTLINE_TITLE);
  GtkWidget *line = cell != NULL ? tl_outline_cell_get_line (cell) : NULL;
  GWeakRef *ref;

  if (line != NULL && gtk_widget_grab_focus (line))
    return;

  ref = g_new0 (GWeakRef, 1);
  g_weak_ref_init (ref, row);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_pending_cb, ref, free_weak_ref);
}

/* Selects a row and nothing else, and scrolls to it. */
void
tl_goals_view_select_row (TlGoalsView    *self,
                          GtkTreeListRow *row,
                          gboolean        may_focus)
{
  GtkWidget *inner = get_inner_list (self);
  guint position = gtk_tree_list_row_get_position (row);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  if (inner == NULL)
    return;

  gtk_widget_activate_action (inner, "list.select-item", "(ubb)", position, FALSE, FALSE);
  gtk_widget_activate_action (inner, "list.scroll-to-item", "u", position);
  if (may_focus)
    focus_row (self, row);
}

/* Whether a row that was kept over an edit is still one of the tree's. */
static gboolean
is_alive (TlGoalsView    *self,
          GtkTreeListRow *row)
{
  g_autoptr (GtkTreeListRow) there = gtk_tree_list_model_get_row (self->tree, gtk_tree_list_row_get_position (row));

  return there == row;
}

static GtkTreeListRow *
find_row_under (TlGoalsView    *self,
                TlOutlineItem  *item,
                GtkTreeListRow *above)
{
  g_autoptr (TlOutlineItem) item_above = NULL;
  g_autoptr (GListModel) items = NULL;

  if (above == NULL)
    return tl_goals_view_find_row (self, NULL, item, FALSE);

  item_above = gtk_tree_list_row_get_item (above);
  if (!is_alive (self, above))
    return tl_goals_view_find_row (self, item_above, item, TRUE);

  tl_goals_view_set_expanded (self, above, TRUE);
  items = tl_outline_dup_children (self->outline, item_above);
  return dup_child_row (self, above, items, item);
}

/* Selects the rows of @goals under @above (at the top when there is none), and scrolls to the first of them.  What is
 * not there is selected where it stands first. */
void
tl_goals_view_select_goals (TlGoalsView    *self,
                            GPtrArray      *goals,
                            GtkTreeListRow *above)
{
  gboolean is_first = TRUE;

  tl_goals_view_sync (self);
  for (guint i = 0; i < goals->len; i++)
    {
      const char *id = tl_entity_get_id (g_ptr_array_index (goals, i));
      TlOutlineItem *item = tl_outline_get_item (self->outline, id);
      g_autoptr (GtkTreeListRow) row = find_row_under (self, item, above);

      if (row == NULL)
        row = tl_goals_view_find_row_of (self, item);
      if (row == NULL)
        continue;

      if (is_first)
        tl_goals_view_select_row (self, row, TRUE);
      else
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection),
                                         gtk_tree_list_row_get_position (row), FALSE);
      is_first = FALSE;
    }
}

static GPtrArray *
dup_selected_keys (TlGoalsView *self)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  if (gtk_bitset_get_size (selected) > N_SELECTED_MAX)
    return keys;

  rows = tl_goals_view_dup_selected_rows (self);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (keys, tl_goals_row_dup_key (g_ptr_array_index (rows, i)));

  return keys;
}

static GtkTreeListRow *
find_row_by_key (TlGoalsView *self,
                 const char  *key)
{
  const char *slash = strchr (key, '/');
  g_autofree char *above = g_strndup (key, slash - key);

  return tl_goals_view_find_row (self, *above != '\0' ? tl_outline_get_item (self->outline, above) : NULL,
                                 tl_outline_get_item (self->outline, slash + 1), FALSE);
}

/* The same, or where the goal stands now: an undo may have brought it back to where it was. */
static GtkTreeListRow *
find_row_again (TlGoalsView *self,
                const char  *key)
{
  GtkTreeListRow *row = find_row_by_key (self, key);

  return row != NULL ? row : tl_goals_view_find_row_of (self, tl_outline_get_item (self->outline, strchr (key, '/') + 1));
}

/* Selects again what stood elsewhere for a moment. */
static void
restore_selection (TlGoalsView *self,
                   GPtrArray   *keys)
{
  for (guint i = 0; i < keys->len; i++)
    {
      g_autoptr (GtkTreeListRow) row = find_row_again (self, g_ptr_array_index (keys, i));
      guint position = row != NULL ? gtk_tree_list_row_get_position (row) : GTK_INVALID_LIST_POSITION;

      if (row != NULL && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, FALSE);
    }
}

static void
refresh_cells (TlGoalsView *self)
{
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    tl_outline_cell_refresh (cell);
}

/* Makes the rows show what the model holds now.  What is unfolded, selected and focused stays so. */
void
tl_goals_view_sync (TlGoalsView *self)
{
  g_autoptr (GPtrArray) keys = dup_selected_keys (self);
  TlOutlineCell *focused = tl_goals_view_find_focus (self);
  g_autofree char *focused_key = NULL;
  g_autoptr (GtkTreeListRow) row = NULL;

  if (focused != NULL && !tl_outline_cell_get_editing (focused))
    {
      row = g_object_ref (tl_outline_cell_get_row (focused));
      focused_key = tl_goals_row_dup_key (row);
    }

  self->is_stale = FALSE;
  self->is_syncing = TRUE;
  self->first_changed = G_MAXUINT;
  self->last_changed = 0;
  tl_outline_sync (self->outline);
  if (self->first_changed != G_MAXUINT)
    tl_goals_view_expand_remembered (self, self->first_changed, self->last_changed);
  restore_selection (self, keys);
  refresh_cells (self);
  self->is_syncing = FALSE;
  tl_goals_view_update_actions (self);

  if (row != NULL && !is_alive (self, row))
    {
      g_object_unref (row);
      row = find_row_again (self, focused_key);
    }
  focused = tl_goals_view_find_focus (self);
  if (row != NULL && (focused == NULL || tl_outline_cell_get_row (focused) != row))
    focus_row (self, row);
}
