/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a card, or with the picture, at a right click or the menu key. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-canvas-private.h"

/* An action that is for other cards than this one is no help here. */
static void
append_if_possible (GMenu      *menu,
                    const char *label,
                    const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GMenuModel *
create_focus_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_if_possible (menu, _("This _Goal and What Belongs to It"), "win.focus-goal");
  append_if_possible (menu, _("What Its _Owner Does"), "win.focus-owner");
  append_if_possible (menu, _("What Its _Unit Does"), "win.focus-unit");
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GMenuModel *
create_menu (TlCanvas *self,
             guint     card)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) of_card = g_menu_new ();
  g_autoptr (GMenu) edits = g_menu_new ();
  g_autoptr (GMenu) of_picture = g_menu_new ();

  if (card != TL_SCENE_NONE)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_("Show _Line of Sight"), NULL);
      g_autoptr (GMenuModel) focus_menu = create_focus_menu ();

      g_menu_item_set_action_and_target (item, "win.turn-to", "s", tl_scene_get_card (self->scene, card)->id);
      g_menu_append_item (of_card, item);
      g_menu_append_submenu (of_card, _("_Show Only"), focus_menu);
      append_if_possible (of_card, _("_Open What Is Beneath"), "win.open-beneath");
      append_if_possible (of_card, _("Close What _Is Beneath"), "win.close-beneath");
      append_if_possible (of_card, _("Open _All Beneath"), "win.open-all-beneath");
      g_menu_append (edits, _("_Edit"), "goal.edit");
      g_menu_append (edits, _("Add Goal _Beneath"), "goal.add-beneath");
      g_menu_append (edits, _("_Connect…"), "goal.connect");
      g_menu_append (edits, _("_Duplicate"), "goal.duplicate");
      g_menu_append (edits, _("_Remove"), "goal.remove");
    }

  append_if_possible (of_picture, _("Show the _Whole Cascade"), "win.whole-cascade");
  append_if_possible (of_picture, _("Close All _That Was Opened"), "win.close-all");
  g_menu_append (of_picture, _("Show _All of It"), "win.zoom-fit");
  g_menu_append (of_picture, _("_Natural Size"), "win.zoom-natural");
  g_menu_append (of_picture, _("_Export What Is Shown…"), "win.export");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (of_card));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edits));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (of_picture));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* Shows the menu for the card, or for the picture when there is none, at a point of the screen. */
void
tl_canvas_popup_menu (TlCanvas *self,
                      guint     card,
                      double    x,
                      double    y)
{
  g_autoptr (GMenuModel) menu = NULL;

  if (self->scene == NULL)
    return;

  menu = tl_canvas_ask_for_menu (self, card, x, y);
  if (menu == NULL)
    menu = create_menu (self, card);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}
