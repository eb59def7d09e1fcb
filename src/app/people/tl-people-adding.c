/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People, units and organisations added to the list, by a line that stays for the next one.
 *
 * What is added goes to where the selection stood when the line was opened, by identity: several are added to the same
 * place one after the other, though each is selected as it comes.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-private.h"

#include <glib/gi18n-lib.h>

#include "tl-party-edits.h"

/* In reporting lines somebody new below a person reports to them. */
static TlPerson *
get_new_manager (TlPeopleView *self,
                 TlParty      *party)
{
  if (tl_people_tree_get_shape (self->tree) != TL_PEOPLE_LINES || !TL_IS_PERSON (party))
    return NULL;

  return TL_PERSON (party);
}

static char *
say_where (TlPeopleView *self,
           TlParty      *party)
{
  TlParty *place = self->added_type == TL_TYPE_ORGANISATION ? NULL : (TlParty *) tl_people_get_unit (party);
  g_autofree char *name = NULL;

  if (self->added_type == TL_TYPE_ORGANISATION)
    return g_strdup (_("New Organisation"));

  if (place == NULL)
    place = (TlParty *) tl_people_get_organisation (party);
  if (place == NULL)
    place = (TlParty *) tl_model_get_organisation (tl_document_get_model (self->document));
  if (self->added_type == TL_TYPE_PERSON && get_new_manager (self, party) != NULL)
    {
      name = tl_entity_dup_display_name (TL_ENTITY (party));
      /* Translators: the name of a manager */
      return g_strdup_printf (_("New Person Who Reports to %s"), name);
    }
  if (place == NULL)
    return g_strdup (self->added_type == TL_TYPE_PERSON ? _("New Person") : _("New Unit"));

  name = tl_entity_dup_display_name (TL_ENTITY (place));
  return g_strdup_printf (self->added_type == TL_TYPE_PERSON
                          /* Translators: the name of a unit or an organisation */
                          ? _("New Person in %s")
                          : _("New Unit in %s"), name);
}

/* Shows the line for adding below @party; below the selected one when it is NULL. */
void
tl_people_view_start_adding (TlPeopleView *self,
                             GType         type,
                             TlParty      *party)
{
  g_autofree char *where = NULL;

  if (party == NULL)
    party = tl_people_view_get_shown (self);
  self->added_type = type;
  g_free (self->added_below);
  self->added_below = party != NULL ? g_strdup (tl_entity_get_id (TL_ENTITY (party))) : NULL;
  where = say_where (self, party);
  gtk_label_set_label (self->adder_label, where);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->adder_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, where, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->adder_entry), "");
  gtk_widget_show (self->adder);
  if (gtk_widget_get_mapped (self->adder))
    gtk_widget_grab_focus (GTK_WIDGET (self->adder_entry));
}

void
tl_people_view_stop_adding (TlPeopleView *self)
{
  gtk_widget_hide (self->adder);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static TlParty *
add_person (TlPeopleView  *self,
            const char    *name,
            TlParty       *below,
            GError       **error)
{
  TlPerson *manager = get_new_manager (self, below);
  TlPerson *person;
  g_autoptr (GPtrArray) people = NULL;

  tl_document_begin_group (self->document, _("Add Person"));
  person = tl_party_edits_add_person (self->document, name, tl_people_get_organisation (below), tl_people_get_unit (below), error);
  if (person != NULL && manager != NULL)
    {
      people = tl_people_make_list (person);
      tl_party_edits_set_manager (self->document, people, manager, NULL);
    }
  /* What did not reach the disk is said by the window, and tried again. */
  tl_document_finish_group (self->document);
  return (TlParty *) person;
}

/* Inside a function is a team, unless somebody says otherwise on its page. */
static TlParty *
add_unit (TlPeopleView  *self,
          const char    *name,
          TlParty       *below,
          GError       **error)
{
  TlUnit *parent = tl_people_get_unit (below);

  return (TlParty *) tl_party_edits_add_unit (self->document, name,
                                              parent != NULL ? TL_UNIT_KIND_TEAM : TL_UNIT_KIND_FUNCTION,
                                              tl_people_get_organisation (below), parent, error);
}

/* The first one is ours; the next are those we work for. */
static TlParty *
add_organisation (TlPeopleView  *self,
                  const char    *name,
                  GError       **error)
{
  gboolean has_own = tl_model_get_organisation (tl_document_get_model (self->document)) != NULL;

  return (TlParty *) tl_party_edits_add_organisation (self->document, name,
                                                      has_own ? TL_ORGANISATION_KIND_CUSTOMER
                                                              : TL_ORGANISATION_KIND_OWN, error);
}

/* Adds what the line says.  The line stays for the next one, at the same place. */
void
tl_people_view_add (TlPeopleView *self)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->adder_entry));
  TlParty *below = tl_people_view_find_party (self, self->added_below);
  TlParty *added;
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    {
      tl_people_view_stop_adding (self);
      return;
    }

  if (self->added_type == TL_TYPE_PERSON)
    added = add_person (self, name, below, &error);
  else if (self->added_type == TL_TYPE_UNIT)
    added = add_unit (self, name, below, &error);
  else
    added = add_organisation (self, name, &error);

  if (added == NULL)
    {
      tl_people_view_refuse (self, _("Nothing Was Added"), error);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_editable_set_text (GTK_EDITABLE (self->adder_entry), "");
  tl_people_view_show_party (self, added);
}

static void
add_person_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tl_people_view_start_adding (TL_PEOPLE_VIEW (widget), TL_TYPE_PERSON, NULL);
}

static void
add_unit_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tl_people_view_start_adding (TL_PEOPLE_VIEW (widget), TL_TYPE_UNIT, NULL);
}

static void
add_organisation_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  tl_people_view_start_adding (TL_PEOPLE_VIEW (widget), TL_TYPE_ORGANISATION, NULL);
}

/* Declares the actions of this file. */
void
tl_people_view_class_add_adding (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.add-person", NULL, add_person_cb);
  gtk_widget_class_install_action (widget_class, "people.add-unit", NULL, add_unit_cb);
  gtk_widget_class_install_action (widget_class, "people.add-organisation", NULL, add_organisation_cb);
}
