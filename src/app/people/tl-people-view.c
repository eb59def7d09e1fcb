/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The organisations, their units and their people: the list at the left, the page of who is selected at the right.
 *
 * The navigator's selection is the list's; where it is a goal, the page is that of whoever owns it, so that coming
 * from another lens leads to a person.  While the lens is not looked at nothing is worked out; the list catches up
 * when it is shown.  What can be done here is in tl-people-edits.c.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-private.h"

#include <glib/gi18n-lib.h>

#include "tl-people-cell.h"

enum
{
  PROP_SHAPE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* By TlPeopleShape */
static const char *const shape_names[TL_N_PEOPLE_SHAPES] = { "units", "lines", "alphabet" };

G_DEFINE_FINAL_TYPE (TlPeopleView, tl_people_view, GTK_TYPE_WIDGET)

/* Who the page is about: whoever is selected, whoever owns the goal that is, or the subject. */
TlParty *
tl_people_view_get_shown (TlPeopleView *self)
{
  TlEntity *selected = tl_navigator_get_selected (self->navigator);

  if (selected == NULL)
    selected = tl_navigator_get_subject (self->navigator);
  if (TL_IS_GOAL (selected))
    return tl_goal_get_owner (TL_GOAL (selected));

  return TL_IS_PARTY (selected) ? TL_PARTY (selected) : NULL;
}

static void
show_page (TlPeopleView *self)
{
  TlParty *party = tl_people_view_get_shown (self);

  if (self->shows_cycles)
    {
      tl_cycles_page_refresh (self->cycles_page);
      gtk_stack_set_visible_child_name (self->pages, "cycles");
      return;
    }

  tl_party_page_show (self->party_page, party);
  gtk_stack_set_visible_child_name (self->pages, party != NULL ? "party" : "nothing");
}

/* Makes the list show whom the navigator has selected. */
static void
sync_selection (TlPeopleView *self)
{
  TlParty *party = tl_people_view_get_shown (self);
  guint position = TL_PEOPLE_TREE_NONE;

  self->is_syncing = TRUE;
  /* Beside the cycles nobody is selected, so that choosing anybody leads back. */
  if (party != NULL && !self->shows_cycles)
    position = tl_people_tree_reveal (self->tree, tl_entity_get_id (TL_ENTITY (party)));
  if (gtk_single_selection_get_selected (self->selection) != position)
    {
      gtk_single_selection_set_selected (self->selection,
                                         position == TL_PEOPLE_TREE_NONE ? GTK_INVALID_LIST_POSITION : position);
      if (position != TL_PEOPLE_TREE_NONE)
        gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
    }
  self->is_syncing = FALSE;
}

static void
update_list_page (TlPeopleView *self)
{
  GListModel *people = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_PERSON);
  gboolean has_filter = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';
  const char *page = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->tree)) == 0)
    page = has_filter ? "nobody-found" : "nobody";
  else if (g_list_model_get_n_items (people) == 0 && tl_people_tree_get_shape (self->tree) != TL_PEOPLE_UNITS)
    page = "nobody";

  gtk_stack_set_visible_child_name (self->list_stack, page);
}

/* Makes everything what the model is now. */
void
tl_people_view_refresh (TlPeopleView *self)
{
  if (self->document == NULL)
    return;

  self->is_stale = FALSE;
  self->is_syncing = TRUE;
  tl_people_tree_update (self->tree);
  self->is_syncing = FALSE;
  sync_selection (self);
  update_list_page (self);
  show_page (self);
  tl_people_view_update_edits (self);
}

static void
insight_changed_cb (TlPeopleView *self)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tl_people_view_refresh (self);
}

static void
navigator_changed_cb (TlPeopleView *self)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  self->is_stale = TRUE;
  if (self->is_syncing || tl_navigator_get_lens (self->navigator) != TL_LENS_PEOPLE)
    return;

  self->is_stale = FALSE;
  sync_selection (self);
  show_page (self);
  tl_people_view_update_edits (self);
}

/* Selects @party, or nobody, and shows the page of it. */
void
tl_people_view_show_party (TlPeopleView *self,
                           TlParty      *party)
{
  self->shows_cycles = FALSE;
  tl_navigator_set_selected (self->navigator, (TlEntity *) party);
  navigator_changed_cb (self);
}

static void
selection_changed_cb (TlPeopleView *self)
{
  TlPeopleRow *row;
  TlEntity *entity;

  g_assert (TL_IS_PEOPLE_VIEW (self));

  row = gtk_single_selection_get_selected_item (self->selection);
  if (self->is_syncing || row == NULL)
    return;

  entity = tl_model_lookup (tl_document_get_model (self->document), tl_people_row_get_id (row));
  if (!TL_IS_PARTY (entity))
    return;

  self->shows_cycles = FALSE;
  self->is_syncing = TRUE;
  tl_navigator_set_selected (self->navigator, entity);
  self->is_syncing = FALSE;
  show_page (self);
  tl_people_view_update_edits (self);
}

static void
search_changed_cb (TlPeopleView *self)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  if (self->tree == NULL)
    return;

  self->is_syncing = TRUE;
  tl_people_tree_set_filter (self->tree, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  self->is_syncing = FALSE;
  update_list_page (self);
  sync_selection (self);
}

/* Whoever types in the list goes on in the entry: a row that the words let go of takes the focus with it. */
static void
search_started_cb (TlPeopleView *self)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
stop_search_cb (TlPeopleView *self)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

/* From the words to what they have found, by Enter or by the arrow */
static void
enter_list_cb (TlPeopleView *self)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->tree)) == 0)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (TlPeopleRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);

      /* What the words have found has nothing below it, but for units that match by themselves. */
      if (tl_people_row_get_n_children (row) > 0)
        continue;

      gtk_single_selection_set_selected (self->selection, i);
      break;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
adder_activate_cb (TlPeopleView *self)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  tl_people_view_add (self);
}

static gboolean
adder_key_cb (TlPeopleView    *self,
              guint            keyval,
              guint            keycode,
              GdkModifierType  state)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  tl_people_view_stop_adding (self);
  return GDK_EVENT_STOP;
}

static void
fold (TlPeopleView *self,
      TlPeopleRow  *row,
      gboolean      is_expanded)
{
  self->is_syncing = TRUE;
  tl_people_tree_set_expanded (self->tree, tl_people_row_get_id (row), is_expanded);
  self->is_syncing = FALSE;
  tl_people_view_save_state (self);
}

/* Right opens, or goes on to the first below; Left closes, or goes back to what stands above. */
static void
walk_sideways (TlPeopleView *self,
               gboolean      inwards)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  TlPeopleRow *row = gtk_single_selection_get_selected_item (self->selection);
  guint next = position;

  if (row == NULL)
    return;

  if (inwards && tl_people_row_get_n_children (row) > 0)
    {
      if (tl_people_row_get_expanded (row))
        next = position + 1;
      else
        fold (self, row, TRUE);
    }
  else if (!inwards)
    {
      if (tl_people_row_get_expanded (row))
        fold (self, row, FALSE);
      else if (tl_people_tree_find_parent (self->tree, position) != TL_PEOPLE_TREE_NONE)
        next = tl_people_tree_find_parent (self->tree, position);
    }

  if (next == position)
    return;

  gtk_single_selection_set_selected (self->selection, next);
  gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", next);
}

static void
popup_menu (TlPeopleView *self,
            double        x,
            double        y)
{
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (self->menu);
}

static gboolean
list_key_cb (TlPeopleView    *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean is_plain = (state & gtk_accelerator_get_default_mod_mask ()) == 0;
  double x, y;

  g_assert (TL_IS_PEOPLE_VIEW (self));

  if (is_plain && (keyval == GDK_KEY_Right || keyval == GDK_KEY_Left))
    {
      walk_sideways (self, (keyval == GDK_KEY_Right) != is_rtl);
      return GDK_EVENT_STOP;
    }

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

      if (focus == NULL || !gtk_widget_translate_coordinates (focus, GTK_WIDGET (self), 48, 24, &x, &y))
        return GDK_EVENT_PROPAGATE;

      popup_menu (self, x, y);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* The menu is about whoever it was opened over. */
static void
list_pressed_cb (TlPeopleView    *self,
                 int              n_presses,
                 double           x,
                 double           y,
                 GtkGestureClick *gesture)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = NULL;
  double menu_x, menu_y;

  g_assert (TL_IS_PEOPLE_VIEW (self));

  if (picked != NULL)
    cell = gtk_widget_get_ancestor (picked, TL_TYPE_PEOPLE_CELL);
  /* Beside the cell is the padding of its row. */
  if (cell == NULL && picked != NULL && TL_IS_PEOPLE_CELL (gtk_widget_get_first_child (picked)))
    cell = gtk_widget_get_first_child (picked);
  if (cell != NULL)
    gtk_single_selection_set_selected (self->selection,
                                       tl_people_tree_find (self->tree,
                                                            tl_people_row_get_id (tl_people_cell_get_row (TL_PEOPLE_CELL (cell)))));

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->list_view), GTK_WIDGET (self), x, y, &menu_x, &menu_y))
    popup_menu (self, menu_x, menu_y);
}

static void
row_activated_cb (TlPeopleView *self)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  if (gtk_stack_get_visible_child (self->pages) == GTK_WIDGET (self->party_page))
    gtk_widget_child_focus (GTK_WIDGET (self->party_page), GTK_DIR_TAB_FORWARD);
}

static void
setup_cell_cb (TlPeopleView *self,
               GtkListItem  *item)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  gtk_list_item_set_child (item, tl_people_cell_new (self->insight));
}

static void
bind_cell_cb (TlPeopleView *self,
              GtkListItem  *item)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  tl_people_cell_set_row (TL_PEOPLE_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cell_cb (TlPeopleView *self,
                GtkListItem  *item)
{
  g_assert (TL_IS_PEOPLE_VIEW (self));

  tl_people_cell_set_row (TL_PEOPLE_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
toggle_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  guint position = tl_people_tree_find (self->tree, g_variant_get_string (parameter, NULL));
  g_autoptr (TlPeopleRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);

  if (row != NULL)
    fold (self, row, !tl_people_row_get_expanded (row));
}

static void
show_cycles_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  tl_people_view_show_cycles (TL_PEOPLE_VIEW (widget));
}

static void
find_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TL_PEOPLE_VIEW (widget)->search));
}

static void
set_shape (TlPeopleView *self,
           const char   *name)
{
  if (self->tree == NULL)
    return;

  for (TlPeopleShape i = 0; i < TL_N_PEOPLE_SHAPES; i++)
    {
      if (g_strcmp0 (shape_names[i], name) != 0 || i == tl_people_tree_get_shape (self->tree))
        continue;

      self->is_syncing = TRUE;
      tl_people_tree_set_shape (self->tree, i);
      self->is_syncing = FALSE;
      sync_selection (self);
      update_list_page (self);
      tl_people_view_update_edits (self);
      tl_people_view_save_state (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHAPE]);
    }
}

static void
tl_people_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SHAPE:
      g_value_set_static_string (value, shape_names[self->tree != NULL ? tl_people_tree_get_shape (self->tree) : 0]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_people_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHAPE:
      set_shape (TL_PEOPLE_VIEW (object), g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
tl_people_view_grab_focus (GtkWidget *widget)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->list_stack), "list"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->list_view));

  /* Not the next child by GTK's choice: when that finds none it comes back here. */
  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* A list that has not been laid out yet does not scroll: the first frame lays it out, the second scrolls. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (++self->n_frames < 2)
    return G_SOURCE_CONTINUE;

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
  return G_SOURCE_REMOVE;
}

static void
tl_people_view_map (GtkWidget *widget)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);

  if (self->is_stale)
    tl_people_view_refresh (self);

  GTK_WIDGET_CLASS (tl_people_view_parent_class)->map (widget);

  self->n_frames = 0;
  if (self->document != NULL)
    gtk_widget_add_tick_callback (widget, scroll_cb, NULL, NULL);
}

static void
tl_people_view_dispose (GObject *object)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_pointer (&self->added_below, g_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->document);
  g_clear_object (&self->insight);
  g_clear_object (&self->navigator);

  G_OBJECT_CLASS (tl_people_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, list_pane);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, list_stack);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, list_view);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, search);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, add_button);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, adder);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, adder_label);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, adder_entry);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, menu);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, pages);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, party_page);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleView, cycles_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, enter_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, adder_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, adder_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cell_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cell_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cell_cb);
}

static void
tl_people_view_class_init (TlPeopleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_people_view_get_property;
  object_class->set_property = tl_people_view_set_property;
  object_class->dispose = tl_people_view_dispose;
  widget_class->grab_focus = tl_people_view_grab_focus;
  widget_class->map = tl_people_view_map;

  /**
   * TlPeopleView:shape:
   *
   * By what the list is put in order: "units", "lines" or "alphabet".
   */
  properties[PROP_SHAPE] =
    g_param_spec_string ("shape", NULL, NULL, "units",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TL_TYPE_CYCLES_PAGE);
  g_type_ensure (TL_TYPE_PARTY_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-people-view.ui");
  bind_children (widget_class);
  gtk_widget_class_install_property_action (widget_class, "people.shape", "shape");
  gtk_widget_class_install_action (widget_class, "people.toggle", "s", toggle_cb);
  gtk_widget_class_install_action (widget_class, "people.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "people.cycles", NULL, show_cycles_cb);
  tl_people_view_class_add_edits (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "people");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_people_view_init (TlPeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People"), -1);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self->list_view));
}

/**
 * tl_people_view_set_source:
 * @self: a view without a source
 * @document: what is edited
 * @insight: what is known of its model
 * @navigator: what the window is about
 *
 * Shows the people of @document.
 */
void
tl_people_view_set_source (TlPeopleView *self,
                           TlDocument   *document,
                           TlInsight    *insight,
                           TlNavigator  *navigator)
{
  g_return_if_fail (TL_IS_PEOPLE_VIEW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->insight = g_object_ref (insight);
  self->navigator = g_object_ref (navigator);
  self->tree = tl_people_tree_new (tl_document_get_model (document));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->tree)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
  tl_party_page_set_source (self->party_page, document, insight, navigator);
  tl_cycles_page_set_source (self->cycles_page, document);

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (insight, "changed", G_CALLBACK (insight_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "moved", G_CALLBACK (navigator_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::selected", G_CALLBACK (navigator_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::read-only", G_CALLBACK (tl_people_view_refresh), self, G_CONNECT_SWAPPED);
  self->is_stale = TRUE;
  tl_people_view_load_state (self);
  tl_people_view_update_edits (self);
}

/**
 * tl_people_view_show_cycles:
 * @self: a view with a source
 *
 * Shows the page of the cycles instead of somebody's, and moves the focus there.
 */
void
tl_people_view_show_cycles (TlPeopleView *self)
{
  g_return_if_fail (TL_IS_PEOPLE_VIEW (self));
  g_return_if_fail (self->document != NULL);

  self->shows_cycles = TRUE;
  sync_selection (self);
  show_page (self);
  gtk_widget_child_focus (GTK_WIDGET (self->cycles_page), GTK_DIR_TAB_FORWARD);
}
