/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People and units moved: to another unit, to another manager, by dragging, by the menu and by the keyboard.
 *
 * What cannot be done, such as a circle of managers, is refused by the verbs with a sentence.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-private.h"

#include <glib/gi18n-lib.h>

#include "tl-entity-chooser.h"
#include "tl-party-edits.h"

static gboolean
move_person (TlPeopleView  *self,
             TlPerson      *person,
             TlParty       *to,
             GError       **error)
{
  g_autoptr (GPtrArray) people = tl_people_make_list (person);

  if (tl_people_tree_get_shape (self->tree) == TL_PEOPLE_LINES)
    return tl_party_edits_set_manager (self->document, people, TL_IS_PERSON (to) ? TL_PERSON (to) : NULL, error);

  return tl_party_edits_set_unit (self->document, people, tl_people_get_organisation (to), tl_people_get_unit (to), error);
}

static void
drop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  const char *from_id, *to_id;
  TlParty *from, *to;
  gboolean is_done = TRUE;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(&s&s)", &from_id, &to_id);
  from = tl_people_view_find_party (self, from_id);
  to = tl_people_view_find_party (self, to_id);
  if (from == NULL || to == NULL || !tl_people_view_is_writable (self))
    return;

  if (TL_IS_PERSON (from))
    is_done = move_person (self, TL_PERSON (from), to, &error);
  else if (TL_IS_UNIT (from))
    is_done = tl_party_edits_move_unit (self->document, TL_UNIT (from), tl_people_get_organisation (to),
                                        tl_people_get_unit (to), &error);

  if (!is_done)
    tl_people_view_refuse (self, _("Nothing Was Moved"), error);
  else
    tl_people_view_show_party (self, from);
}

static void
unit_chosen_cb (TlPeopleView *self,
                TlEntity     *unit)
{
  TlParty *party = tl_people_view_get_shown (self);
  gboolean is_done = TRUE;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (TL_IS_PEOPLE_VIEW (self));

  if (TL_IS_UNIT (party))
    is_done = tl_party_edits_move_unit (self->document, TL_UNIT (party), NULL, (TlUnit *) unit, &error);
  else if (TL_IS_PERSON (party))
    {
      people = tl_people_make_list (party);
      is_done = tl_party_edits_set_unit (self->document, people, NULL, (TlUnit *) unit, &error);
    }

  if (!is_done)
    tl_people_view_refuse (self, _("Nothing Was Moved"), error);
}

static void
manager_chosen_cb (TlPeopleView *self,
                   TlEntity     *manager)
{
  TlParty *party = tl_people_view_get_shown (self);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (TL_IS_PEOPLE_VIEW (self));

  if (!TL_IS_PERSON (party))
    return;

  people = tl_people_make_list (party);
  if (!tl_party_edits_set_manager (self->document, people, (TlPerson *) manager, &error))
    tl_people_view_refuse (self, _("The Manager Was Not Changed"), error);
}

static gboolean
is_not_selected (TlEntity *entity,
                 gpointer  user_data)
{
  return entity != (TlEntity *) tl_people_view_get_shown (user_data);
}

/* The chooser stands below the top of the list, beside the page that shows who it is about. */
static void
choose (TlPeopleView *self,
        GType         type,
        const char   *none,
        GCallback     chosen)
{
  GtkWidget *chooser = tl_entity_chooser_new (self->document, type);

  tl_entity_chooser_set_none (TL_ENTITY_CHOOSER (chooser), none);
  tl_entity_chooser_set_filter (TL_ENTITY_CHOOSER (chooser), is_not_selected, self, NULL);
  g_signal_connect_object (chooser, "chosen", chosen, self, G_CONNECT_SWAPPED);
  tl_people_view_popup_chooser (self, chooser, 0, gtk_widget_get_width (self->list_pane));
}

static void
move_to_unit_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  choose (TL_PEOPLE_VIEW (widget), TL_TYPE_UNIT, _("No Unit"), G_CALLBACK (unit_chosen_cb));
}

static void
change_manager_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  choose (TL_PEOPLE_VIEW (widget), TL_TYPE_PERSON, _("Nobody"), G_CALLBACK (manager_chosen_cb));
}

/* Declares the actions of this file. */
void
tl_people_view_class_add_moving (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.drop", "(ss)", drop_cb);
  gtk_widget_class_install_action (widget_class, "people.move-to-unit", NULL, move_to_unit_cb);
  gtk_widget_class_install_action (widget_class, "people.change-manager", NULL, change_manager_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "people.move-to-unit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "people.change-manager", NULL);
}
