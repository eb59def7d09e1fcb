/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever is selected removed from the list, and what became of what belonged to them, in words.
 *
 * Nothing is asked before.  The toast says where the goals and the people went, and undoes it.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-private.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation.h"
#include "tl-party-edits.h"
#include "tl-undo-toast.h"

static guint
count (TlParty    *party,
       GType       type,
       const char *property)
{
  g_autoptr (GPtrArray) referrers = tl_entity_dup_referrers (TL_ENTITY (party), type, property);

  return referrers->len;
}

/* Adds a sentence, when there is one. */
static void
add_sentence (GString    *text,
              const char *sentence)
{
  if (sentence != NULL)
    g_string_append_printf (text, " %s", sentence);
}

/* Where the goals of somebody go when they are removed */
static char *
name_heir (TlParty *party)
{
  TlParty *heir = NULL;

  if (TL_IS_PERSON (party))
    heir = (TlParty *) tl_people_get_unit (party);
  else if (TL_IS_UNIT (party))
    heir = (TlParty *) tl_unit_get_parent (TL_UNIT (party));
  if (heir == NULL)
    heir = (TlParty *) tl_people_get_organisation (party);

  return heir != NULL ? tl_entity_dup_display_name (TL_ENTITY (heir)) : g_strdup ("");
}

/* The goals of an organisation are also those of its people and its units. */
static guint
count_goals_within (TlParty *organisation)
{
  g_autoptr (GPtrArray) members = tl_entity_dup_referrers (TL_ENTITY (organisation), TL_TYPE_PARTY, NULL);
  guint n_goals = count (organisation, TL_TYPE_GOAL, NULL);

  for (guint i = 0; i < members->len; i++)
    n_goals += count (g_ptr_array_index (members, i), TL_TYPE_GOAL, NULL);

  return n_goals;
}

static void
say_what_goes_too (TlParty *organisation,
                   GString *text)
{
  guint n_people = count (organisation, TL_TYPE_PERSON, "organisation");
  guint n_units = count (organisation, TL_TYPE_UNIT, "organisation");
  guint n_goals = count_goals_within (organisation);
  g_autofree char *people = NULL;
  g_autofree char *units = NULL;
  g_autofree char *goals = NULL;

  if (n_people > 0)
    people = g_strdup_printf (ngettext ("%'u person went with it.", "%'u people went with it.", n_people), n_people);
  if (n_units > 0)
    units = g_strdup_printf (ngettext ("%'u unit went with it.", "%'u units went with it.", n_units), n_units);
  if (n_goals > 0)
    goals = g_strdup_printf (ngettext ("%'u goal went with it.", "%'u goals went with it.", n_goals), n_goals);
  add_sentence (text, people);
  add_sentence (text, units);
  add_sentence (text, goals);
}

/* Those who reported to a person report to that person's manager then. */
static void
say_new_manager (TlPerson *person,
                 GString  *text)
{
  guint n = count (TL_PARTY (person), TL_TYPE_PERSON, "manager");
  TlPerson *manager = tl_person_get_manager (person);
  g_autofree char *name = manager != NULL ? tl_entity_dup_display_name (TL_ENTITY (manager)) : NULL;
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;

  if (name == NULL)
    sentence = g_strdup_printf (ngettext ("%'u person has no manager now.", "%'u people have no manager now.", n), n);
  else
    /* Translators: the name of a manager */
    sentence = g_strdup_printf (ngettext ("%'u person now reports to %s.", "%'u people now report to %s.", n), n, name);
  add_sentence (text, sentence);
}

/* What was said with somebody goes with them. */
static void
say_conversations (TlParty *person,
                   GString *text)
{
  guint n = count (person, TL_TYPE_CONVERSATION, "person");
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;

  sentence = g_strdup_printf (ngettext ("%'u conversation went too.", "%'u conversations went too.", n), n);
  add_sentence (text, sentence);
}

static void
say_who_moved_up (TlParty    *unit,
                  const char *above,
                  GString    *text)
{
  guint n_people = count (unit, TL_TYPE_PERSON, "unit");
  guint n_units = count (unit, TL_TYPE_UNIT, "parent");
  g_autofree char *people = NULL;
  g_autofree char *units = NULL;

  if (n_people > 0)
    /* Translators: the name of a unit or an organisation */
    people = g_strdup_printf (ngettext ("%'u person moved up to %s.", "%'u people moved up to %s.", n_people), n_people,
                              above);
  if (n_units > 0)
    /* Translators: the name of a unit or an organisation */
    units = g_strdup_printf (ngettext ("%'u unit moved up to %s.", "%'u units moved up to %s.", n_units), n_units,
                             above);
  add_sentence (text, people);
  add_sentence (text, units);
}

/* What becomes of what belonged to @party, in as many sentences as there is something to say. */
static char *
say_removal (TlParty *party)
{
  g_autofree char *name = tl_entity_dup_display_name (TL_ENTITY (party));
  g_autofree char *heir = name_heir (party);
  g_autofree char *goals = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_goals = count (party, TL_TYPE_GOAL, NULL);

  g_string_printf (text, _("“%s” was removed."), name);
  if (TL_IS_ORGANISATION (party))
    {
      say_what_goes_too (party, text);
      return g_string_free (g_steal_pointer (&text), FALSE);
    }

  if (n_goals > 0)
    /* Translators: the name of a unit or an organisation */
    goals = g_strdup_printf (ngettext ("%'u goal now belongs to %s.", "%'u goals now belong to %s.", n_goals), n_goals,
                             heir);
  add_sentence (text, goals);
  if (TL_IS_PERSON (party))
    {
      say_new_manager (TL_PERSON (party), text);
      say_conversations (party, text);
    }
  else
    say_who_moved_up (party, heir, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
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
  TlParty *party = tl_people_view_get_shown (self);
  guint position = party != NULL ? tl_people_tree_find (self->tree, tl_entity_get_id (TL_ENTITY (party)))
                                 : TL_PEOPLE_TREE_NONE;
  g_autofree char *neighbour = position != TL_PEOPLE_TREE_NONE ? find_neighbour (self, position) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) parties = NULL;
  g_autoptr (GError) error = NULL;

  if (party == NULL)
    return;

  text = say_removal (party);
  parties = tl_people_make_list (party);
  if (!tl_party_edits_remove (self->document, parties, &error))
    {
      tl_people_view_refuse (self, _("Nothing Was Removed"), error);
      return;
    }

  tl_people_view_show_party (self, tl_people_view_find_party (self, neighbour));
  tl_undo_toast_show (widget, self->document, text);
}

/* Declares the action of this file. */
void
tl_people_view_class_add_removing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.remove", NULL, remove_cb);
}
