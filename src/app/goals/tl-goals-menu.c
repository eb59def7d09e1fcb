/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the selected goals, at a right click or the menu key. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-enum-types.h"
#include "tl-goals-view-private.h"
#include "tl-vocabulary.h"

static void
append_values (GMenu      *menu,
               const char *title,
               const char *action,
               GType       type)
{
  g_autoptr (GMenu) values = g_menu_new ();
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  for (guint i = 0; i < klass->n_values; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (tl_enum_to_label (type, klass->values[i].value), NULL);

      g_menu_item_set_action_and_target (item, action, "s", klass->values[i].value_nick);
      g_menu_append_item (values, item);
    }

  g_menu_append_submenu (menu, title, G_MENU_MODEL (values));
}

static void
append_cycles (TlGoalsView *self,
               GMenu       *menu)
{
  GListModel *cycles = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_CYCLE);
  g_autoptr (GMenu) values = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (TlCycle) cycle = g_list_model_get_item (cycles, i);
      g_autofree char *name = tl_entity_dup_display_name (TL_ENTITY (cycle));
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);

      g_menu_item_set_action_and_target (item, "goals.set-cycle", "s", tl_entity_get_id (TL_ENTITY (cycle)));
      g_menu_append_item (values, item);
    }

  if (g_list_model_get_n_items (cycles) > 0)
    g_menu_append_submenu (menu, _("_Cycle"), G_MENU_MODEL (values));
}

static GMenuModel *
create_set_menu (TlGoalsView *self)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("_Owner…"), "goals.set-owner");
  append_cycles (self, menu);
  append_values (menu, _("_State"), "goals.set-state", TL_TYPE_GOAL_STATE);
  append_values (menu, _("_Facet"), "goals.set-facet", TL_TYPE_FACET);
  return G_MENU_MODEL (menu);
}

/* A key beside an item tells of it; the list itself takes the key. */
static void
append (GMenu      *section,
        const char *label,
        const char *action,
        const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (section, item);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
create_menu (TlGoalsView *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) adding = g_menu_new ();
  g_autoptr (GMenu) editing = g_menu_new ();
  g_autoptr (GMenu) moving = g_menu_new ();
  g_autoptr (GMenu) copying = g_menu_new ();
  g_autoptr (GMenu) spreading = g_menu_new ();
  g_autoptr (GMenu) looking = g_menu_new ();
  g_autoptr (GMenuModel) values = create_set_menu (self);

  append (looking, _("Show _Line of Sight"), "goals.show-line", NULL);
  append (adding, _("Add a Goal _Under It"), "goals.add-under", "<Control>Return");
  append (adding, _("Add a Goal _Beside It"), "goals.add-beside", "<Control><Shift>Return");
  append (editing, _("_Rename"), "goals.rename", "F2");
  g_menu_append_submenu (editing, _("_Set"), values);
  append (moving, _("_Indent"), "goals.indent", "Tab");
  append (moving, _("_Outdent"), "goals.outdent", "<Shift>Tab");
  append (moving, _("Move U_p"), "goals.move-up", "<Alt>Up");
  append (moving, _("Move Dow_n"), "goals.move-down", "<Alt>Down");
  append (copying, _("_Copy"), "goals.copy", "<Control>c");
  append (copying, _("P_aste"), "goals.paste", "<Control>v");
  append (copying, _("_Duplicate"), "goals.duplicate", "<Control>d");
  append (copying, _("Re_move"), "goals.remove", "Delete");
  append (spreading, _("Cascade Do_wn…"), "goals.cascade-down", "<Control><Shift>d");
  append (spreading, _("Carry O_ver…"), "goals.carry-over", NULL);

  append_section (menu, looking);
  append_section (menu, adding);
  append_section (menu, editing);
  append_section (menu, moving);
  append_section (menu, copying);
  append_section (menu, spreading);
  return G_MENU_MODEL (menu);
}

static void
popup_menu (TlGoalsView *self,
            double       x,
            double       y)
{
  g_autoptr (GMenuModel) menu = create_menu (self);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Returns: (transfer none) (nullable): the title of the row at a point of the list */
TlOutlineCell *
tl_goals_view_pick (TlGoalsView *self,
                    double       x,
                    double       y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GHashTableIter iter;
  gpointer cell;

  for (; picked != NULL && picked != GTK_WIDGET (self->list); picked = gtk_widget_get_parent (picked))
    {
      if (!g_str_equal (gtk_widget_get_css_name (picked), "row"))
        continue;

      g_hash_table_iter_init (&iter, self->cells);
      while (g_hash_table_iter_next (&iter, &cell, NULL))
        {
          if (tl_outline_cell_get_column (cell) == TL_OUTLINE_TITLE && tl_outline_cell_get_line (cell) == picked)
            return cell;
        }
    }

  return NULL;
}

static void
right_click_cb (GtkGesture *gesture,
                int         n_presses,
                double      x,
                double      y,
                gpointer    user_data)
{
  TlGoalsView *self = user_data;
  TlOutlineCell *cell = tl_goals_view_pick (self, x, y);
  GtkTreeListRow *row = cell != NULL ? tl_outline_cell_get_row (cell) : NULL;
  double view_x, view_y;

  if (row == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), gtk_tree_list_row_get_position (row)))
    tl_goals_view_select_row (self, row, TRUE);

  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (self), x, y, &view_x, &view_y);
  popup_menu (self, view_x, view_y);
}

static void
menu_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  TlOutlineCell *cell = tl_goals_view_find_focus (self);
  double x = 0, y = 0;

  if (cell == NULL)
    return;

  gtk_widget_translate_coordinates (GTK_WIDGET (cell), widget, 48, gtk_widget_get_height (GTK_WIDGET (cell)), &x, &y);
  popup_menu (self, x, y);
}

/* Declares the action that the menu key has. */
void
tl_goals_view_class_add_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "goals.menu", NULL, menu_cb);
}

/* Shows the menu at a right click. */
void
tl_goals_view_init_menu (TlGoalsView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (right_click_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (click));
}
