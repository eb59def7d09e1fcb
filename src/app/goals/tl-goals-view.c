/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All goals as an outline that can be edited: the lens itself.  What its parts do stands in files of their own: rows,
 * columns, edits, actions. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-goals-view-private.h"

enum
{
  GOALS_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlGoalsView, tl_goals_view, GTK_TYPE_WIDGET)

static GListModel *
create_children (gpointer item,
                 gpointer user_data)
{
  return tl_outline_dup_children (user_data, item);
}

/* The range of rows that changed while syncing, in which some may have to be unfolded again. */
static void
rows_changed_cb (TlGoalsView *self,
                 guint        position,
                 guint        removed,
                 guint        added)
{
  g_assert (TL_IS_GOALS_VIEW (self));

  if (!self->is_syncing || (added == 0 && self->first_changed == G_MAXUINT))
    return;

  if (self->first_changed != G_MAXUINT && position < self->last_changed)
    self->last_changed = MAX (position, self->last_changed - MIN (removed, self->last_changed)) + added;
  self->last_changed = MAX (self->last_changed, position + added);
  self->first_changed = MIN (self->first_changed, position);
}

static void
update_count (TlGoalsView *self)
{
  guint n_goals = tl_outline_get_n_goals (self->outline);
  guint n_matches = tl_outline_get_n_matches (self->outline);
  g_autofree char *text = NULL;

  if (n_matches == n_goals)
    text = g_strdup_printf (ngettext ("%'u goal", "%'u goals", n_goals), n_goals);
  else
    /* Translators: how many goals are shown, of how many, and how many the filter hides */
    text = g_strdup_printf (_("%'u of %'u goals, %'u hidden by the filter"), n_matches, n_goals, n_goals - n_matches);

  gtk_label_set_label (self->count, text);
}

static void
update_page (TlGoalsView *self)
{
  const char *page = "outline";

  if (tl_outline_get_n_goals (self->outline) == 0)
    page = "empty";
  else if (tl_outline_get_n_matches (self->outline) == 0)
    page = "nothing";

  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_widget_set_visible (self->quick_bar, !tl_document_get_read_only (self->document));
}

static void
synced_cb (TlGoalsView *self)
{
  g_assert (TL_IS_GOALS_VIEW (self));

  update_count (self);
  update_page (self);
}

static void
insight_changed_cb (TlGoalsView *self)
{
  g_assert (TL_IS_GOALS_VIEW (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_stale = TRUE;
      return;
    }

  tl_goals_view_sync (self);
  tl_goals_view_update_quick_add (self);
}

/* The words of an edit are on the screen with the next frame; what follows from it comes when it is reckoned. */
static void
model_changed_cb (TlGoalsView *self,
                  TlEntity    *entity)
{
  GHashTableIter iter;
  gpointer cell;

  if (!TL_IS_GOAL (entity) && !TL_IS_PARTY (entity))
    return;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    tl_outline_cell_refresh_text (cell);
}

/* The one that is selected is what the window shows the details of; of several, the first. */
static void
selection_changed_cb (TlGoalsView *self)
{
  g_assert (TL_IS_GOALS_VIEW (self));

  if (self->is_syncing)
    return;

  if (!self->is_selecting)
    {
      g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);

      self->is_selecting = TRUE;
      if (goals->len > 0)
        tl_navigator_set_selected (self->navigator, g_ptr_array_index (goals, 0));
      self->is_selecting = FALSE;
    }
  tl_goals_view_update_actions (self);
  tl_goals_view_update_quick_add (self);
  g_signal_emit (self, signals[GOALS_SELECTED], 0);
}

static gboolean
is_selected (TlGoalsView *self,
             TlGoal      *goal)
{
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);

  return g_ptr_array_find (goals, goal, NULL);
}

/* What is selected elsewhere is selected here, too, and unfolded to. */
static void
navigator_selected_cb (TlGoalsView *self)
{
  TlEntity *selected = tl_navigator_get_selected (self->navigator);
  g_autoptr (GtkTreeListRow) row = NULL;

  g_assert (TL_IS_GOALS_VIEW (self));

  if (self->is_selecting || !gtk_widget_get_mapped (GTK_WIDGET (self)) || !TL_IS_GOAL (selected) ||
      is_selected (self, TL_GOAL (selected)))
    return;

  row = tl_goals_view_find_row_of (self, tl_outline_get_item (self->outline, tl_entity_get_id (selected)));
  if (row == NULL)
    return;

  self->is_selecting = TRUE;
  tl_goals_view_select_row (self, row, FALSE);
  self->is_selecting = FALSE;
}

static void
tl_goals_view_map (GtkWidget *widget)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);

  GTK_WIDGET_CLASS (tl_goals_view_parent_class)->map (widget);

  if (self->outline == NULL)
    return;

  if (self->is_stale)
    tl_goals_view_sync (self);
  tl_goals_view_apply_filter (self);
  navigator_selected_cb (self);
  tl_goals_view_update_quick_add (self);
}

static gboolean
tl_goals_view_grab_focus (GtkWidget *widget)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "empty") == 0)
    return gtk_widget_grab_focus (self->add_first);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
tl_goals_view_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  TlGoalsView *self = TL_GOALS_VIEW (object);

  /* The properties are numbered as the columns they show. */
  if (prop_id >= TL_OUTLINE_N_COLUMNS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else
    g_value_set_boolean (value, self->columns[prop_id] == NULL || self->is_wanted[prop_id]);
}

static void
tl_goals_view_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  TlGoalsView *self = TL_GOALS_VIEW (object);

  if (prop_id >= TL_OUTLINE_N_COLUMNS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  if (self->columns[prop_id] == NULL || self->is_wanted[prop_id] == g_value_get_boolean (value))
    return;

  tl_goals_view_want_column (self, prop_id, g_value_get_boolean (value));
  g_object_notify_by_pspec (object, pspec);
}

static void
tl_goals_view_dispose (GObject *object)
{
  TlGoalsView *self = TL_GOALS_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->columns_source, g_source_remove);
  g_clear_handle_id (&self->state_source, g_source_remove);
  if (self->pending_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->pending_tick);
  self->pending_tick = 0;
  if (self->list != NULL && self->outline != NULL)
    {
      tl_goals_view_save_state (self);
      gtk_column_view_set_model (self->list, NULL);
    }
  self->list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->outline);
  g_clear_object (&self->document);
  g_clear_object (&self->insight);
  g_clear_object (&self->navigator);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tl_goals_view_parent_class)->dispose (object);
}

static void
tl_goals_view_finalize (GObject *object)
{
  TlGoalsView *self = TL_GOALS_VIEW (object);

  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->expanded);
  g_clear_pointer (&self->unfiltered, g_hash_table_unref);
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  g_free (self->pending_id);
  g_free (self->new_id);

  G_OBJECT_CLASS (tl_goals_view_parent_class)->finalize (object);
}

static void
tl_goals_view_class_init (TlGoalsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_goals_view_get_property;
  object_class->set_property = tl_goals_view_set_property;
  object_class->dispose = tl_goals_view_dispose;
  object_class->finalize = tl_goals_view_finalize;
  widget_class->map = tl_goals_view_map;
  widget_class->grab_focus = tl_goals_view_grab_focus;

  tl_goals_view_class_add_columns (widget_class);
  tl_goals_view_class_add_actions (widget_class);
  /**
   * TlGoalsView::goals-selected:
   *
   * Other goals are selected than before, or more of them, or fewer.
   */
  signals[GOALS_SELECTED] = g_signal_new ("goals-selected", TL_TYPE_GOALS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);

  tl_goals_view_class_add_clip (widget_class);
  tl_goals_view_class_add_many (widget_class);
  tl_goals_view_class_add_menu (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-goals-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlGoalsView, pages);
  gtk_widget_class_bind_template_child (widget_class, TlGoalsView, list);
  gtk_widget_class_bind_template_child (widget_class, TlGoalsView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlGoalsView, count);
  gtk_widget_class_bind_template_child (widget_class, TlGoalsView, columns_button);
  gtk_widget_class_bind_template_child (widget_class, TlGoalsView, quick_add);
  gtk_widget_class_bind_template_child (widget_class, TlGoalsView, quick_bar);
  gtk_widget_class_bind_template_child (widget_class, TlGoalsView, add_first);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "goals-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_goals_view_init (TlGoalsView *self)
{
  self->cells = g_hash_table_new (NULL, NULL);
  self->expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->settings = g_settings_new ("io.github.throughline.Throughline");
  self->is_stale = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
create_models (TlGoalsView *self)
{
  self->outline = tl_outline_new (self->insight);
  self->tree = gtk_tree_list_model_new (g_object_ref (tl_outline_get_roots (self->outline)), FALSE, FALSE,
                                        create_children, self->outline, NULL);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
}

static void
connect_models (TlGoalsView *self)
{
  TlModel *model = tl_document_get_model (self->document);

  g_signal_connect_object (self->tree, "items-changed", G_CALLBACK (rows_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outline, "synced", G_CALLBACK (synced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->insight, "changed", G_CALLBACK (insight_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "notify::selected", G_CALLBACK (navigator_selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_goals_view_set_source:
 * @self: a view without a source
 * @document: what is edited
 * @insight: what is known of its model
 * @navigator: what the window is about
 *
 * Shows the goals of @document.
 */
void
tl_goals_view_set_source (TlGoalsView *self,
                          TlDocument  *document,
                          TlInsight   *insight,
                          TlNavigator *navigator)
{
  g_return_if_fail (TL_IS_GOALS_VIEW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->insight = g_object_ref (insight);
  self->navigator = g_object_ref (navigator);
  create_models (self);
  connect_models (self);
  tl_goals_view_add_columns (self);
  gtk_column_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  tl_goals_view_load_state (self);
  tl_goals_view_init_keys (self);
  tl_goals_view_init_menu (self);
  tl_goals_view_init_drag (self);
  tl_goals_view_init_quick_add (self);
  tl_goals_view_update_actions (self);
}
