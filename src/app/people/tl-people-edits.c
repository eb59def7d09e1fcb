/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done to the people in the list: adding, removing, moving, by the keyboard, the menus and by dragging.
 *
 * All of it is about whoever is selected.  Nothing is asked before: what cannot be done is refused by the verbs with
 * a sentence, and what was done can be undone, from the toast that says what became of the goals and the people.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-private.h"

#include <glib/gi18n-lib.h>

#include "tl-entity-chooser.h"
#include "tl-party-edits.h"
#include "tl-undo-toast.h"
#include "tl-window.h"

static TlParty *
get_selected (TlPeopleView *self)
{
  return tl_people_view_get_shown (self);
}

static TlParty *
find_party (TlPeopleView *self,
            const char   *id)
{
  TlEntity *entity = id != NULL ? tl_model_lookup (tl_document_get_model (self->document), id) : NULL;

  return TL_IS_PARTY (entity) ? TL_PARTY (entity) : NULL;
}

static GPtrArray *
make_list (gpointer entity)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (list, g_object_ref (entity));
  return list;
}

static gboolean
is_writable (TlPeopleView *self)
{
  return self->document != NULL && !tl_document_get_read_only (self->document);
}

static void
refuse (TlPeopleView *self,
        const char   *heading,
        const GError *error)
{
  tl_window_show_error (GTK_WIDGET (self), heading, error);
}

/* Adding */

static TlOrganisation *
get_organisation (TlParty *party)
{
  if (TL_IS_ORGANISATION (party))
    return TL_ORGANISATION (party);
  if (TL_IS_UNIT (party))
    return tl_unit_get_organisation (TL_UNIT (party));

  return party != NULL ? tl_person_get_organisation (TL_PERSON (party)) : NULL;
}

static TlUnit *
get_unit (TlParty *party)
{
  if (TL_IS_UNIT (party))
    return TL_UNIT (party);

  return TL_IS_PERSON (party) ? tl_person_get_unit (TL_PERSON (party)) : NULL;
}

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
  TlParty *place = self->added_type == TL_TYPE_ORGANISATION ? NULL : (TlParty *) get_unit (party);
  g_autofree char *name = NULL;

  if (self->added_type == TL_TYPE_ORGANISATION)
    return g_strdup (_("New Organisation"));

  if (place == NULL)
    place = (TlParty *) get_organisation (party);
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

static void
start_adding (TlPeopleView *self,
              GType         type)
{
  TlParty *party = get_selected (self);
  g_autofree char *where = NULL;

  self->added_type = type;
  g_free (self->added_below);
  self->added_below = party != NULL ? g_strdup (tl_entity_get_id (TL_ENTITY (party))) : NULL;
  where = say_where (self, party);
  gtk_label_set_label (self->adder_label, where);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->adder_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, where, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->adder_entry), "");
  gtk_widget_show (self->adder);
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
  person = tl_party_edits_add_person (self->document, name, get_organisation (below), get_unit (below), error);
  if (person != NULL && manager != NULL)
    {
      people = make_list (person);
      tl_party_edits_set_manager (self->document, people, manager, NULL);
    }
  /* What did not reach the disk is said by the window, and tried again. */
  tl_document_end_group (self->document, NULL);
  return (TlParty *) person;
}

/* Inside a function is a team, unless somebody says otherwise on its page. */
static TlParty *
add_unit (TlPeopleView  *self,
          const char    *name,
          TlParty       *below,
          GError       **error)
{
  TlUnit *parent = get_unit (below);

  return (TlParty *) tl_party_edits_add_unit (self->document, name,
                                              parent != NULL ? TL_UNIT_KIND_TEAM : TL_UNIT_KIND_FUNCTION,
                                              get_organisation (below), parent, error);
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
  TlParty *below = find_party (self, self->added_below);
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
      refuse (self, _("Nothing Was Added"), error);
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
  start_adding (TL_PEOPLE_VIEW (widget), TL_TYPE_PERSON);
}

static void
add_unit_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  start_adding (TL_PEOPLE_VIEW (widget), TL_TYPE_UNIT);
}

static void
add_organisation_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  start_adding (TL_PEOPLE_VIEW (widget), TL_TYPE_ORGANISATION);
}

/* Removing */

static guint
count (TlParty    *party,
       GType       type,
       const char *property)
{
  g_autoptr (GPtrArray) referrers = tl_entity_dup_referrers (TL_ENTITY (party), type, property);

  return referrers->len;
}

static void
say_count (GString    *text,
           const char *one,
           const char *many,
           guint       n,
           const char *name)
{
  if (n == 0)
    return;

  g_string_append_c (text, ' ');
  /* The sentences are those below, each with a number and perhaps a name. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, one, many, n), n, name);
#pragma GCC diagnostic pop
}

/* Where the goals of somebody go when they are removed */
static char *
name_heir (TlParty *party)
{
  TlParty *heir = NULL;

  if (TL_IS_PERSON (party))
    heir = (TlParty *) get_unit (party);
  else if (TL_IS_UNIT (party))
    heir = (TlParty *) tl_unit_get_parent (TL_UNIT (party));
  if (heir == NULL)
    heir = (TlParty *) get_organisation (party);

  return heir != NULL ? tl_entity_dup_display_name (TL_ENTITY (heir)) : g_strdup ("");
}

/* What becomes of what belonged to @party, in as many sentences as there is something to say. */
static char *
say_removal (TlParty *party)
{
  g_autofree char *name = tl_entity_dup_display_name (TL_ENTITY (party));
  g_autofree char *heir = name_heir (party);
  GString *text = g_string_new (NULL);
  guint n_goals = count (party, TL_TYPE_GOAL, NULL);

  g_string_printf (text, _("“%s” was removed."), name);
  if (TL_IS_ORGANISATION (party))
    {
      say_count (text, N_("%u person went with it."), N_("%u people went with it."),
                 count (party, TL_TYPE_PERSON, "organisation"), NULL);
      say_count (text, N_("%u unit went with it."), N_("%u units went with it."),
                 count (party, TL_TYPE_UNIT, "organisation"), NULL);
      say_count (text, N_("%u goal went with it."), N_("%u goals went with it."), n_goals, NULL);
      return g_string_free (text, FALSE);
    }

  say_count (text, N_("%u goal now belongs to %s."), N_("%u goals now belong to %s."), n_goals, heir);
  if (TL_IS_PERSON (party))
    say_count (text, N_("%u person has no manager now."), N_("%u people have no manager now."),
               count (party, TL_TYPE_PERSON, "manager"), NULL);
  else
    {
      say_count (text, N_("%u person moved up to %s."), N_("%u people moved up to %s."),
                 count (party, TL_TYPE_PERSON, "unit"), heir);
      say_count (text, N_("%u unit moved up to %s."), N_("%u units moved up to %s."),
                 count (party, TL_TYPE_UNIT, "parent"), heir);
    }

  return g_string_free (text, FALSE);
}

/* Who is selected after @position is gone: the next beside it, else whoever stands before it. */
static char *
find_neighbour (TlPeopleView *self,
                guint         position)
{
  GListModel *rows = G_LIST_MODEL (self->tree);
  g_autoptr (TlPeopleRow) row = g_list_model_get_item (rows, position);
  g_autoptr (TlPeopleRow) before = position > 0 ? g_list_model_get_item (rows, position - 1) : NULL;

  for (guint i = position + 1; row != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TlPeopleRow) next = g_list_model_get_item (rows, i);

      if (tl_people_row_get_depth (next) < tl_people_row_get_depth (row))
        break;
      if (tl_people_row_get_depth (next) == tl_people_row_get_depth (row))
        return g_strdup (tl_people_row_get_id (next));
    }

  return before != NULL ? g_strdup (tl_people_row_get_id (before)) : NULL;
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  TlParty *party = get_selected (self);
  guint position = party != NULL ? tl_people_tree_find (self->tree, tl_entity_get_id (TL_ENTITY (party)))
                                 : TL_PEOPLE_TREE_NONE;
  g_autofree char *neighbour = position != TL_PEOPLE_TREE_NONE ? find_neighbour (self, position) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) parties = NULL;
  g_autoptr (GError) error = NULL;

  if (party == NULL)
    return;

  text = say_removal (party);
  parties = make_list (party);
  if (!tl_party_edits_remove (self->document, parties, &error))
    {
      refuse (self, _("Nothing Was Removed"), error);
      return;
    }

  tl_people_view_show_party (self, find_party (self, neighbour));
  tl_undo_toast_show (widget, self->document, text);
}

/* Moving */

static gboolean
move_person (TlPeopleView  *self,
             TlPerson      *person,
             TlParty       *to,
             GError       **error)
{
  g_autoptr (GPtrArray) people = make_list (person);

  if (tl_people_tree_get_shape (self->tree) == TL_PEOPLE_LINES)
    return tl_party_edits_set_manager (self->document, people, TL_IS_PERSON (to) ? TL_PERSON (to) : NULL, error);

  return tl_party_edits_set_unit (self->document, people, get_organisation (to), get_unit (to), error);
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
  from = find_party (self, from_id);
  to = find_party (self, to_id);
  if (from == NULL || to == NULL || !is_writable (self))
    return;

  if (TL_IS_PERSON (from))
    is_done = move_person (self, TL_PERSON (from), to, &error);
  else if (TL_IS_UNIT (from))
    is_done = tl_party_edits_move_unit (self->document, TL_UNIT (from), get_organisation (to), get_unit (to), &error);

  if (!is_done)
    refuse (self, _("Nothing Was Moved"), error);
  else
    tl_people_view_show_party (self, from);
}

/* A chooser at the row of whoever is selected; it goes when it closes. */
static GtkWidget *
open_chooser (TlPeopleView *self,
              GType         type,
              const char   *none,
              GCallback     chosen)
{
  GtkWidget *chooser = tl_entity_chooser_new (self->document, type);
  int width = gtk_widget_get_width (self->list_pane);

  tl_entity_chooser_set_none (TL_ENTITY_CHOOSER (chooser), none);
  gtk_widget_set_parent (chooser, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (chooser), &(GdkRectangle) { 0, 84, width, 1 });
  g_signal_connect_object (chooser, "chosen", chosen, self, G_CONNECT_SWAPPED);
  return chooser;
}

static gboolean
unparent_cb (gpointer widget)
{
  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_unparent (widget);

  return G_SOURCE_REMOVE;
}

/* Not at once: the chooser is still in the middle of telling what was chosen. */
static void
chooser_closed_cb (GtkWidget *chooser)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (chooser), g_object_unref);
}

static void
popup_chooser (GtkWidget *chooser)
{
  g_signal_connect (chooser, "closed", G_CALLBACK (chooser_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (chooser));
}

static void
unit_chosen_cb (TlPeopleView *self,
                TlEntity     *unit)
{
  TlParty *party = get_selected (self);
  gboolean is_done = TRUE;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (TL_IS_PEOPLE_VIEW (self));

  if (TL_IS_UNIT (party))
    is_done = tl_party_edits_move_unit (self->document, TL_UNIT (party), NULL, (TlUnit *) unit, &error);
  else if (TL_IS_PERSON (party))
    {
      people = make_list (party);
      is_done = tl_party_edits_set_unit (self->document, people, NULL, (TlUnit *) unit, &error);
    }

  if (!is_done)
    refuse (self, _("Nothing Was Moved"), error);
}

static void
manager_chosen_cb (TlPeopleView *self,
                   TlEntity     *manager)
{
  TlParty *party = get_selected (self);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  g_assert (TL_IS_PEOPLE_VIEW (self));

  if (!TL_IS_PERSON (party))
    return;

  people = make_list (party);
  if (!tl_party_edits_set_manager (self->document, people, (TlPerson *) manager, &error))
    refuse (self, _("The Manager Was Not Changed"), error);
}

static gboolean
is_not_selected (TlEntity *entity,
                 gpointer  user_data)
{
  return entity != (TlEntity *) get_selected (user_data);
}

static void
move_to_unit_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  GtkWidget *chooser = open_chooser (self, TL_TYPE_UNIT, _("No Unit"), G_CALLBACK (unit_chosen_cb));

  tl_entity_chooser_set_filter (TL_ENTITY_CHOOSER (chooser), is_not_selected, self, NULL);
  popup_chooser (chooser);
}

static void
change_manager_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  GtkWidget *chooser = open_chooser (self, TL_TYPE_PERSON, _("Nobody"), G_CALLBACK (manager_chosen_cb));

  tl_entity_chooser_set_filter (TL_ENTITY_CHOOSER (chooser), is_not_selected, self, NULL);
  popup_chooser (chooser);
}

static void
connect_chosen_cb (TlPeopleView *self,
                   TlEntity     *to,
                   GtkWidget    *chooser)
{
  const char *id = g_object_get_data (G_OBJECT (chooser), "tl-goal");
  TlEntity *from = tl_model_lookup (tl_document_get_model (self->document), id);
  g_autoptr (GError) error = NULL;

  if (!TL_IS_GOAL (from) || !TL_IS_GOAL (to))
    return;

  if (tl_document_connect (self->document, TL_GOAL (from), TL_GOAL (to), &error) == NULL)
    refuse (self, _("The Goals Were Not Connected"), error);
}

static gboolean
is_not_that_goal (TlEntity *entity,
                  gpointer  user_data)
{
  return !g_str_equal (tl_entity_get_id (entity), user_data);
}

/* Chooses what a goal of somebody helps. */
static void
connect_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  GtkWidget *chooser = tl_entity_chooser_new (self->document, TL_TYPE_GOAL);
  int edge = gtk_widget_get_width (self->list_pane);

  g_object_set_data_full (G_OBJECT (chooser), "tl-goal", g_strdup (id), g_free);
  tl_entity_chooser_set_filter (TL_ENTITY_CHOOSER (chooser), is_not_that_goal, g_strdup (id), g_free);
  gtk_widget_set_parent (chooser, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (chooser),
                               &(GdkRectangle) { edge, 84, gtk_widget_get_width (widget) - edge, 1 });
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (connect_chosen_cb), self, G_CONNECT_SWAPPED);
  popup_chooser (chooser);
}

static void
rename_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  tl_party_page_start_renaming (TL_PEOPLE_VIEW (widget)->party_page);
}

static void
add_goal_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tl_party_page_start_goal (TL_PEOPLE_VIEW (widget)->party_page, "");
}

static void
add_work_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tl_party_page_start_goal (TL_PEOPLE_VIEW (widget)->party_page, " #work");
}

static void
go_to_goals_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  tl_party_page_go_to_goals (TL_PEOPLE_VIEW (widget)->party_page);
}

static void
open_goal_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  TlEntity *goal = tl_model_lookup (tl_document_get_model (self->document), g_variant_get_string (parameter, NULL));

  if (!TL_IS_GOAL (goal))
    return;

  tl_navigator_set_lens (self->navigator, TL_LENS_GOALS);
  tl_navigator_set_selected (self->navigator, goal);
}

static void
show_line_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tl_navigator_set_lens (TL_PEOPLE_VIEW (widget)->navigator, TL_LENS_LINE_OF_SIGHT);
}

static void
select_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  TlParty *party = find_party (self, g_variant_get_string (parameter, NULL));

  if (party != NULL)
    tl_people_view_show_party (self, party);
}

/* Declares what can be done; what of it can be done now is told by tl_people_view_update_edits(). */
void
tl_people_view_class_add_edits (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.add-person", NULL, add_person_cb);
  gtk_widget_class_install_action (widget_class, "people.add-unit", NULL, add_unit_cb);
  gtk_widget_class_install_action (widget_class, "people.add-organisation", NULL, add_organisation_cb);
  gtk_widget_class_install_action (widget_class, "people.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "people.drop", "(ss)", drop_cb);
  gtk_widget_class_install_action (widget_class, "people.move-to-unit", NULL, move_to_unit_cb);
  gtk_widget_class_install_action (widget_class, "people.change-manager", NULL, change_manager_cb);
  gtk_widget_class_install_action (widget_class, "people.connect", "s", connect_cb);
  gtk_widget_class_install_action (widget_class, "people.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "people.add-goal", NULL, add_goal_cb);
  gtk_widget_class_install_action (widget_class, "people.add-work", NULL, add_work_cb);
  gtk_widget_class_install_action (widget_class, "people.go-to-goals", NULL, go_to_goals_cb);
  gtk_widget_class_install_action (widget_class, "people.open-goal", "s", open_goal_cb);
  gtk_widget_class_install_action (widget_class, "people.show-line", NULL, show_line_cb);
  gtk_widget_class_install_action (widget_class, "people.select", "s", select_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "people.move-to-unit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "people.change-manager", NULL);
}

/* Says which actions make sense for whoever is selected. */
void
tl_people_view_update_edits (TlPeopleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TlParty *party = self->document != NULL ? get_selected (self) : NULL;
  gboolean can_write = is_writable (self);
  gboolean can_remove = can_write && party != NULL && tl_document_can_remove (self->document, TL_ENTITY (party));
  gboolean can_add = can_write && tl_model_get_organisation (tl_document_get_model (self->document)) != NULL;

  gtk_widget_action_set_enabled (widget, "people.add-person", can_add);
  gtk_widget_action_set_enabled (widget, "people.add-unit", can_add);
  gtk_widget_action_set_enabled (widget, "people.add-organisation", can_write);
  gtk_widget_action_set_enabled (widget, "people.remove", can_remove);
  gtk_widget_action_set_enabled (widget, "people.drop", can_write);
  gtk_widget_action_set_enabled (widget, "people.move-to-unit", can_write && (TL_IS_PERSON (party) || TL_IS_UNIT (party)));
  gtk_widget_action_set_enabled (widget, "people.change-manager", can_write && TL_IS_PERSON (party));
  gtk_widget_action_set_enabled (widget, "people.connect", can_write);
  gtk_widget_action_set_enabled (widget, "people.rename", can_write && party != NULL);
  gtk_widget_action_set_enabled (widget, "people.add-goal", can_write && party != NULL);
  gtk_widget_action_set_enabled (widget, "people.add-work", can_write && party != NULL);
  gtk_widget_action_set_enabled (widget, "people.show-line", TL_IS_PERSON (party));
}
