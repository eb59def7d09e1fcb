/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with a card, with several, or with the picture, at a right click, a long press or the menu key.
 *
 * Everything in it is a named action.  What cannot be done with any card now, as in a document that can only be read, is
 * dimmed; what is for other cards than this one, such as opening what is open, is left out.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-canvas-private.h"

/* One line of the menu.  A key beside it tells of it where the canvas itself takes the key; those that belong to the
 * window come with its actions.
 */
typedef struct
{
  const char *label;
  const char *action;
  const char *accel;
  gboolean    hides;
} Item;

static const Item focusing[] = {
  { N_("This _Goal and What Belongs to It"), "win.focus-goal", NULL, TRUE },
  { N_("What Its _Owner Does"), "win.focus-owner", NULL, TRUE },
  { N_("What Its _Unit Does"), "win.focus-unit", NULL, TRUE },
};

static const Item folding[] = {
  { N_("_Open What Is Beneath"), "win.open-beneath", "plus", TRUE },
  { N_("Close What _Is Beneath"), "win.close-beneath", "minus", TRUE },
  { N_("Open All Be_neath"), "win.open-all-beneath", "asterisk", TRUE },
};

static const Item editing[] = {
  { N_("_Edit"), "goal.edit", "Return", FALSE },
  { N_("Add Goal _Beneath"), "goal.add-beneath", NULL, FALSE },
  { N_("_Duplicate"), "goal.duplicate", NULL, FALSE },
};

static const Item editing_several[] = {
  { N_("_Duplicate"), "goal.duplicate", NULL, FALSE },
};

static const Item connecting[] = {
  { N_("Choose What I_t Helps…"), "goal.connect-with", "<Control>l", FALSE },
  { N_("_Connect in the Details…"), "goal.connect", NULL, FALSE },
};

static const Item connecting_several[] = {
  { N_("Choose What _They Help…"), "goal.connect-with", "<Control>l", FALSE },
};

static const Item removing[] = {
  { N_("_Remove"), "goal.remove", "Delete", FALSE },
};

static const Item selecting[] = {
  { N_("_Zoom to Selection"), "win.zoom-selection", NULL, FALSE },
  { N_("Select _All"), "win.select-all-cards", "<Control>a", FALSE },
};

static const Item selecting_all[] = {
  { N_("_Select All"), "win.select-all-cards", "<Control>a", FALSE },
};

static const Item showing[] = {
  { N_("Show the _Whole Cascade"), "win.whole-cascade", NULL, TRUE },
  { N_("Close All _That Was Opened"), "win.close-all", NULL, TRUE },
  { N_("Show _All of It"), "win.zoom-fit", NULL, FALSE },
  { N_("_Natural Size"), "win.zoom-natural", NULL, FALSE },
  { N_("F_ind in the Picture"), "win.find-in-picture", NULL, TRUE },
};

static const Item taking_away[] = {
  { N_("_Copy as Picture"), "win.copy-picture", NULL, TRUE },
  { N_("_Print…"), "win.print", NULL, TRUE },
  { N_("_Export the Picture…"), "win.export", NULL, FALSE },
};

static GMenu *
create_section (const Item *items,
                guint       n_items)
{
  GMenu *section = g_menu_new ();

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(items[i].label), items[i].action);

      if (items[i].accel != NULL)
        g_menu_item_set_attribute (item, "accel", "s", items[i].accel);
      if (items[i].hides)
        g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (section, item);
    }

  return section;
}

static void
append (GMenu      *menu,
        const Item *items,
        guint       n_items)
{
  g_autoptr (GMenu) section = create_section (items, n_items);

  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

#define append_items(menu, items) append (menu, items, G_N_ELEMENTS (items))

static void
append_looking (TlCanvas *self,
                GMenu    *menu,
                guint     card)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenu) focus_menu = create_section (focusing, G_N_ELEMENTS (focusing));
  g_autoptr (GMenuItem) item = g_menu_item_new (_("Show _Line of Sight"), NULL);

  g_menu_item_set_action_and_target (item, "win.turn-to", "s", tl_scene_get_card (self->scene, card)->id);
  g_menu_item_set_attribute (item, "accel", "s", "<Control>Return");
  g_menu_append_item (section, item);
  g_menu_append_submenu (section, _("_Show Only"), G_MENU_MODEL (focus_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_card (TlCanvas *self,
             GMenu    *menu,
             guint     card)
{
  append_looking (self, menu, card);
  append_items (menu, folding);
  append_items (menu, editing);
  append_items (menu, connecting);
  append_items (menu, removing);
  append_items (menu, selecting);
}

static void
append_several (GMenu *menu)
{
  append_items (menu, editing_several);
  append_items (menu, connecting_several);
  append_items (menu, removing);
  append_items (menu, selecting);
}

static void
append_ground (GMenu *menu)
{
  append_items (menu, selecting_all);
  append_items (menu, showing);
  append_items (menu, taking_away);
}

static GMenuModel *
create_menu (TlCanvas *self,
             guint     card)
{
  GMenu *menu = g_menu_new ();
  guint n_selected;

  tl_scene_get_selection (self->scene, &n_selected);
  if (card == TL_SCENE_NONE)
    append_ground (menu);
  else if (n_selected > 1)
    append_several (menu);
  else
    append_card (self, menu, card);

  return G_MENU_MODEL (menu);
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
