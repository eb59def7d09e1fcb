/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People, units and organisations added, moved and removed.
 *
 * A unit is in the organisation of the unit above it, and a person in that of the unit: whoever moves the one moves
 * the others with it, so that nobody can be in two organisations at once.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-edits-private.h"
#include "tl-party-edits.h"

static char *
check_name (TlDocument  *document,
            const char  *name,
            GError     **error)
{
  g_autofree char *line = tl_edits_dup_clean_line (name);

  if (!tl_edits_check_writable (document, error))
    return NULL;

  if (*line == '\0')
    {
      tl_edits_refuse (error, _("A name is needed: goals and sentences are told by it."));
      return NULL;
    }

  return g_steal_pointer (&line);
}

static TlOrganisation *
choose_organisation (TlDocument     *document,
                     TlOrganisation *organisation,
                     TlUnit         *unit)
{
  if (unit != NULL && tl_unit_get_organisation (unit) != NULL)
    return tl_unit_get_organisation (unit);
  if (organisation != NULL)
    return organisation;

  return tl_model_get_organisation (tl_document_get_model (document));
}

static void
add_party (TlDocument *document,
           TlEntity   *party,
           const char *label)
{
  tl_document_begin_group (document, label);
  tl_document_add (document, party);
  tl_document_finish_group (document);
}

/**
 * tl_party_edits_add_person:
 * @document: a document
 * @name: what the person is called
 * @organisation: (nullable): where the person belongs; else that of @unit, else our own
 * @unit: (nullable): the unit in it
 * @error: return location for a #TlDocumentError
 *
 * Returns: (transfer none) (nullable): the person, or %NULL when it was refused
 */
TlPerson *
tl_party_edits_add_person (TlDocument      *document,
                           const char      *name,
                           TlOrganisation  *organisation,
                           TlUnit          *unit,
                           GError         **error)
{
  g_autoptr (TlPerson) person = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (organisation == NULL || TL_IS_ORGANISATION (organisation), NULL);
  g_return_val_if_fail (unit == NULL || TL_IS_UNIT (unit), NULL);

  line = check_name (document, name, error);
  if (line == NULL)
    return NULL;

  person = tl_person_new ();
  tl_party_set_name (TL_PARTY (person), line);
  tl_person_set_organisation (person, choose_organisation (document, organisation, unit));
  tl_person_set_unit (person, unit);
  add_party (document, TL_ENTITY (person), _("Add Person"));
  return person;
}

/**
 * tl_party_edits_add_unit:
 * @document: a document
 * @name: what the unit is called
 * @kind: what sort of unit it is
 * @organisation: (nullable): where it belongs; else that of @parent, else our own
 * @parent: (nullable): the unit it is part of
 * @error: return location for a #TlDocumentError
 *
 * Returns: (transfer none) (nullable): the unit, or %NULL when it was refused
 */
TlUnit *
tl_party_edits_add_unit (TlDocument      *document,
                         const char      *name,
                         TlUnitKind       kind,
                         TlOrganisation  *organisation,
                         TlUnit          *parent,
                         GError         **error)
{
  g_autoptr (TlUnit) unit = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (organisation == NULL || TL_IS_ORGANISATION (organisation), NULL);
  g_return_val_if_fail (parent == NULL || TL_IS_UNIT (parent), NULL);

  line = check_name (document, name, error);
  if (line == NULL)
    return NULL;

  unit = tl_unit_new ();
  tl_party_set_name (TL_PARTY (unit), line);
  tl_unit_set_kind (unit, kind);
  tl_unit_set_organisation (unit, choose_organisation (document, organisation, parent));
  tl_unit_set_parent (unit, parent);
  add_party (document, TL_ENTITY (unit), _("Add Unit"));
  return unit;
}

/**
 * tl_party_edits_add_organisation:
 * @document: a document
 * @name: what the organisation is called
 * @kind: ours, a customer's or a partner's
 * @error: return location for a #TlDocumentError
 *
 * Returns: (transfer none) (nullable): the organisation, or %NULL when it was refused
 */
TlOrganisation *
tl_party_edits_add_organisation (TlDocument          *document,
                                 const char          *name,
                                 TlOrganisationKind   kind,
                                 GError             **error)
{
  g_autoptr (TlOrganisation) organisation = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  line = check_name (document, name, error);
  if (line == NULL)
    return NULL;

  organisation = tl_organisation_new ();
  tl_party_set_name (TL_PARTY (organisation), line);
  tl_organisation_set_kind (organisation, kind);
  add_party (document, TL_ENTITY (organisation), _("Add Organisation"));
  return organisation;
}

/* What is above @entity by a property that leads upwards, from itself on to @target; %NULL when @target is not.  A
 * damaged document can have a circle already, which ends the way. */
static GPtrArray *
find_way_up (TlEntity   *entity,
             TlEntity   *target,
             const char *property)
{
  g_autoptr (GPtrArray) way = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TlEntity) above = g_object_ref (entity);

  while (above != NULL && !g_ptr_array_find (way, above, NULL))
    {
      TlEntity *next = NULL;

      g_ptr_array_add (way, g_object_ref (above));
      if (above == target)
        return g_steal_pointer (&way);

      g_object_get (above, property, &next, NULL);
      g_set_object (&above, next);
      g_clear_object (&next);
    }

  return NULL;
}

static char *
name_circle (GPtrArray *way)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i <= way->len; i++)
    {
      g_autofree char *name = tl_entity_dup_display_name (g_ptr_array_index (way, i % way->len));

      g_string_append_printf (names, i > 0 ? " → “%s”" : "“%s”", name);
    }

  return g_string_free (names, FALSE);
}

/* The units below @unit and the people in all of them go where it goes. */
static void
follow_organisation (TlUnit         *unit,
                     TlOrganisation *organisation)
{
  g_autoptr (GPtrArray) people = tl_entity_dup_referrers (TL_ENTITY (unit), TL_TYPE_PERSON, "unit");
  g_autoptr (GPtrArray) units = tl_entity_dup_referrers (TL_ENTITY (unit), TL_TYPE_UNIT, "parent");

  tl_unit_set_organisation (unit, organisation);
  for (guint i = 0; i < people->len; i++)
    tl_person_set_organisation (g_ptr_array_index (people, i), organisation);
  for (guint i = 0; i < units->len; i++)
    {
      if (tl_unit_get_organisation (g_ptr_array_index (units, i)) != organisation)
        follow_organisation (g_ptr_array_index (units, i), organisation);
    }
}

/**
 * tl_party_edits_move_unit:
 * @document: a document
 * @unit: a unit of it
 * @organisation: (nullable): where it is to belong; else that of @parent, else where it is
 * @parent: (nullable): the unit it is to be part of; %NULL for the top of the organisation
 * @error: return location for a #TlDocumentError, which names the circle
 *
 * Moves a unit with the units below it and with its people.
 *
 * Returns: whether it was done
 */
gboolean
tl_party_edits_move_unit (TlDocument      *document,
                          TlUnit          *unit,
                          TlOrganisation  *organisation,
                          TlUnit          *parent,
                          GError         **error)
{
  g_autoptr (GPtrArray) way = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (TL_IS_UNIT (unit), FALSE);
  g_return_val_if_fail (organisation == NULL || TL_IS_ORGANISATION (organisation), FALSE);
  g_return_val_if_fail (parent == NULL || TL_IS_UNIT (parent), FALSE);

  if (!tl_edits_check_writable (document, error))
    return FALSE;

  way = parent != NULL ? find_way_up (TL_ENTITY (parent), TL_ENTITY (unit), "parent") : NULL;
  if (way != NULL)
    {
      g_autofree char *circle = name_circle (way);

      /* Translators: the circle is a list of units joined by arrows that ends where it began */
      return tl_edits_refuse (error, _("A unit cannot be part of itself: %s."), circle);
    }

  if (organisation == NULL && parent == NULL)
    organisation = tl_unit_get_organisation (unit);

  tl_document_begin_group (document, _("Move Unit"));
  tl_unit_set_parent (unit, parent);
  if (choose_organisation (document, organisation, parent) != tl_unit_get_organisation (unit))
    follow_organisation (unit, choose_organisation (document, organisation, parent));
  tl_document_finish_group (document);

  return TRUE;
}

/**
 * tl_party_edits_set_manager:
 * @document: a document
 * @people: (element-type TlPerson): people of it
 * @manager: (nullable): who is to lead all of them; %NULL for nobody
 * @error: return location for a #TlDocumentError, which names the circle
 *
 * Returns: whether it was done; when not, for nobody
 */
gboolean
tl_party_edits_set_manager (TlDocument  *document,
                            GPtrArray   *people,
                            TlPerson    *manager,
                            GError     **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (people != NULL, FALSE);
  g_return_val_if_fail (manager == NULL || TL_IS_PERSON (manager), FALSE);

  if (!tl_edits_check_writable (document, error))
    return FALSE;

  for (guint i = 0; manager != NULL && i < people->len; i++)
    {
      g_autoptr (GPtrArray) way = find_way_up (TL_ENTITY (manager), g_ptr_array_index (people, i), "manager");
      g_autofree char *circle = way != NULL ? name_circle (way) : NULL;

      /* Translators: the circle is a list of people joined by arrows that ends where it began */
      if (circle != NULL)
        return tl_edits_refuse (error, _("Nobody can lead themselves, not even through others: %s."), circle);
    }

  tl_document_begin_group (document, _("Change Manager"));
  for (guint i = 0; i < people->len; i++)
    tl_person_set_manager (g_ptr_array_index (people, i), manager);
  tl_document_finish_group (document);

  return TRUE;
}

/**
 * tl_party_edits_set_unit:
 * @document: a document
 * @people: (element-type TlPerson): people of it
 * @organisation: (nullable): where they are to belong; else that of @unit, else where each is
 * @unit: (nullable): the unit in it; %NULL for none
 * @error: return location for a #TlDocumentError
 *
 * Returns: whether it was done
 */
gboolean
tl_party_edits_set_unit (TlDocument      *document,
                         GPtrArray       *people,
                         TlOrganisation  *organisation,
                         TlUnit          *unit,
                         GError         **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (people != NULL, FALSE);
  g_return_val_if_fail (organisation == NULL || TL_IS_ORGANISATION (organisation), FALSE);
  g_return_val_if_fail (unit == NULL || TL_IS_UNIT (unit), FALSE);

  if (!tl_edits_check_writable (document, error))
    return FALSE;

  tl_document_begin_group (document, people->len == 1 ? _("Move Person") : _("Move People"));
  for (guint i = 0; i < people->len; i++)
    {
      TlPerson *person = g_ptr_array_index (people, i);

      tl_person_set_unit (person, unit);
      if (unit != NULL || organisation != NULL)
        tl_person_set_organisation (person, choose_organisation (document, organisation, unit));
    }
  tl_document_finish_group (document);

  return TRUE;
}

/* Whether at least one organisation stays: a document is about one. */
static gboolean
leaves_organisation (TlDocument *document,
                     GPtrArray  *parties)
{
  GListModel *organisations = tl_model_get_list (tl_document_get_model (document), TL_TYPE_ORGANISATION);
  guint n_left = g_list_model_get_n_items (organisations);

  for (guint i = 0; i < parties->len; i++)
    {
      if (TL_IS_ORGANISATION (g_ptr_array_index (parties, i)) && n_left > 0)
        n_left--;
    }

  return n_left > 0;
}

static const char *
get_removal_label (GPtrArray *parties)
{
  if (parties->len == 1 && TL_IS_PERSON (g_ptr_array_index (parties, 0)))
    return _("Remove Person");
  if (parties->len == 1 && TL_IS_UNIT (g_ptr_array_index (parties, 0)))
    return _("Remove Unit");
  if (parties->len == 1)
    return _("Remove Organisation");

  return _("Remove People and Units");
}

/**
 * tl_party_edits_remove:
 * @document: a document
 * @parties: (element-type TlParty): people, units and organisations of it; those that are gone already are passed over
 * @error: return location for a #TlDocumentError
 *
 * Removes them in one step, each as tl_document_remove() does, after a backup when that is a lot.
 *
 * Returns: whether it was done
 */
gboolean
tl_party_edits_remove (TlDocument  *document,
                       GPtrArray   *parties,
                       GError     **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (parties != NULL, FALSE);

  if (!tl_edits_check_writable (document, error))
    return FALSE;
  if (!leaves_organisation (document, parties))
    return tl_edits_refuse (error, _("A document is about an organisation, so one has to stay. Rename it instead."));

  tl_edits_remove_together (document, parties, get_removal_label (parties));

  return TRUE;
}
