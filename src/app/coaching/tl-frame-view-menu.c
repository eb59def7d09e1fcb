/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a right click or the menu key offers in the frame: everything that a key or a drag can do, by name. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-frame-view-private.h"
#include "tl-text.h"

/* Another statement is named by so many letters at most. */
#define NAME_LETTERS 36

/* How near a line one has to point, on the screen. */
#define LINE_REACH 8.0

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *accelerator)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accelerator != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accelerator);
  g_menu_append_item (menu, item);
}

static void
append_target (GMenu      *menu,
               const char *label,
               const char *action,
               const char *target,
               const char *accelerator)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  if (accelerator != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accelerator);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* A name in a menu, in which an underscore would be a key. */
static char *
name_statement (const char *title)
{
  g_autofree char *clean = tl_text_clean (title);
  g_auto (GStrv) parts = NULL;

  if (g_utf8_strlen (clean, -1) > NAME_LETTERS)
    {
      g_autofree char *head = g_utf8_substring (clean, 0, NAME_LETTERS - 1);

      g_free (clean);
      clean = g_strconcat (head, "…", NULL);
    }
  parts = g_strsplit (clean, "_", -1);

  return g_strjoinv ("__", parts);
}

static GMenu *
create_sort_menu (void)
{
  GMenu *menu = g_menu_new ();

  append_target (menu, _("_Work"), "frame.sort", "work", "<Alt>1");
  append_target (menu, _("_Impact"), "frame.sort", "impact", "<Alt>2");
  append_target (menu, _("_Result"), "frame.sort", "result", "<Alt>3");
  /* Translators: a Result that is about how somebody is seen, as "a trusted advisor" */
  append_target (menu, _("Result: a Re_putation"), "frame.sort", "reputation", NULL);
  /* Translators: a statement that is not part of the frame */
  append_target (menu, _("_Note"), "frame.sort", "note", "<Alt>4");

  return menu;
}

/* The links of the statement, each by what is at its other end. */
static GMenu *
create_disconnect_menu (TlScene    *scene,
                        const char *id)
{
  GMenu *menu = g_menu_new ();
  guint card = tl_scene_find_card (scene, id);

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      g_autofree char *name = NULL;

      if (edge->from != card && edge->to != card)
        continue;

      name = name_statement (tl_scene_get_card (scene, edge->from == card ? edge->to : edge->from)->title);
      append_target (menu, name, "frame.disconnect", edge->id, NULL);
    }

  return menu;
}

static GMenu *
create_statement_menu (TlFrameView *self,
                       const char  *id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) editing = g_menu_new ();
  g_autoptr (GMenu) moving = g_menu_new ();
  g_autoptr (GMenu) linking = g_menu_new ();
  g_autoptr (GMenu) removing = g_menu_new ();
  g_autoptr (GMenu) sorting = create_sort_menu ();
  g_autoptr (GMenu) links = create_disconnect_menu (tl_canvas_get_scene (self->canvas), id);

  append (editing, _("_Edit"), "frame.edit", "F2");
  append (editing, _("Who, What, _by When…"), "frame.details", "<Control>Return");
  g_menu_append_submenu (moving, _("_Sort As"), G_MENU_MODEL (sorting));
  append (moving, _("Move _Up"), "frame.move-up", "<Alt>Up");
  append (moving, _("Move _Down"), "frame.move-down", "<Alt>Down");
  append (moving, _("Move to the _Left"), "frame.move-left", "<Shift>Left");
  append (moving, _("Move to the _Right"), "frame.move-right", "<Shift>Right");
  append (linking, _("_Connect…"), "frame.connect", "c");
  /* Translators: a link from a Result back to the Impact that it lets one invest in again */
  append (linking, _("_Loop Back…"), "frame.loop", "l");
  if (g_menu_model_get_n_items (G_MENU_MODEL (links)) > 0)
    g_menu_append_submenu (linking, _("Disc_onnect"), G_MENU_MODEL (links));
  append (removing, _("Re_move"), "frame.remove", "Delete");

  append_section (menu, editing);
  append_section (menu, moving);
  append_section (menu, linking);
  append_section (menu, removing);

  return menu;
}

static void
append_line (TlFrameView *self,
             GMenu       *menu,
             double       x,
             double       y)
{
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  graphene_point_t point = tl_viewport_screen_to_world (viewport, x, y);
  guint edge = tl_scene_get_edge_at (scene, point.x, point.y, LINE_REACH / tl_viewport_get_zoom (viewport));

  if (edge != TL_SCENE_NONE)
    append_target (menu, _("_Remove Link"), "frame.disconnect", tl_scene_get_edge (scene, edge)->id, NULL);
}

/* Returns: (transfer full) (nullable): what can be done with a statement, or at a place without one */
GMenuModel *
tl_frame_view_create_menu (TlFrameView *self,
                           const char  *id,
                           double       x,
                           double       y)
{
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) viewing = g_menu_new ();

  if (id != NULL && tl_frame_view_can_edit (self))
    menu = create_statement_menu (self, id);
  else
    menu = g_menu_new ();
  if (id == NULL && tl_frame_view_can_edit (self))
    append_line (self, menu, x, y);

  append (viewing, _("_Fit the Width"), "frame.fit", "<Control>0");
  append (viewing, _("_Larger"), "frame.zoom-in", "<Control>plus");
  append (viewing, _("S_maller"), "frame.zoom-out", "<Control>minus");
  append_section (menu, viewing);

  return G_MENU_MODEL (g_steal_pointer (&menu));
}
