/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding whom a row speaks of: organisations, units and people by what files call them.
 *
 * Who is named but nowhere listed is created, so that a file of goals alone is enough to begin with.  Where two
 * could be meant, nobody is picked: the cell is told of instead.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tl-import-private.h"

static gboolean
is_own_name (TlImport   *self,
             const char *key)
{
  TlOrganisation *own = tl_model_get_organisation (tl_document_get_model (self->document));
  const char *name = own != NULL ? tl_party_get_name (tl_import_view (self, own)) : NULL;
  g_autofree char *own_key = tl_csv_value_key (name != NULL ? name : "");

  return g_str_equal (own_key, key);
}

/**
 * tl_import_find_organisation:
 * @row: the row that names it
 * @name: its name, cleaned; empty for our own
 *
 * Finds an organisation, or makes a customer of a name that is not known yet.
 *
 * Returns: (transfer none): the organisation
 */
TlOrganisation *
tl_import_find_organisation (const TlImportRow *row,
                             const char        *name)
{
  TlImport *self = row->import;
  TlModel *model = tl_document_get_model (self->document);
  g_autofree char *key = tl_csv_value_key (name);
  TlOrganisation *organisation;

  if (*key == '\0' || is_own_name (self, key))
    return tl_model_get_organisation (model);

  organisation = tl_import_index_find (self->index, TL_IMPORT_BY_ORGANISATION_NAME, NULL, 0, key, NULL);
  if (organisation != NULL)
    return organisation;

  organisation = tl_import_create (self, TL_TYPE_ORGANISATION);
  tl_party_set_name (TL_PARTY (organisation), name);
  tl_organisation_set_kind (organisation, TL_ORGANISATION_KIND_CUSTOMER);
  tl_import_index_add (self->index, TL_IMPORT_BY_ORGANISATION_NAME, NULL, 0, key, organisation);
  if (row->source->columns->kind != TL_IMPORT_ORGANISATIONS)
    tl_import_row_remark (row, TL_CSV_FIELD_ORGANISATION,
                          _("The organisation “%s” was not known yet and is added as a customer."), name);
  return organisation;
}

/**
 * tl_import_get_row_organisation:
 * @row: a row
 *
 * Returns: (transfer none): the organisation named in the row; our own when none is
 */
TlOrganisation *
tl_import_get_row_organisation (const TlImportRow *row)
{
  g_autofree char *name = tl_import_row_dup_name (row, TL_CSV_FIELD_ORGANISATION, NULL);

  return tl_import_find_organisation (row, name);
}

/**
 * tl_import_index_unit:
 * @self: an import
 * @unit: a unit that is to be added
 */
void
tl_import_index_unit (TlImport *self,
                      TlUnit   *unit)
{
  g_autofree char *key = tl_csv_value_key (tl_party_get_name (TL_PARTY (unit)));

  tl_import_index_add (self->index, TL_IMPORT_BY_UNIT_NAME, tl_unit_get_organisation (unit), 0, key, unit);
  tl_import_index_add (self->index, TL_IMPORT_BY_UNIT_NAME, NULL, 0, key, unit);
}

/**
 * tl_import_find_unit:
 * @row: the row that names it
 * @organisation: the organisation it belongs to
 * @name: its name, cleaned
 * @kind: what it is, if it is not known yet
 * @is_said: whether the file says so, rather than that being a guess
 *
 * Finds a unit, or makes one.  When the row names no organisation, a unit of that name in the only other
 * organisation that has one will do.
 *
 * Returns: (transfer none): the unit
 */
TlUnit *
tl_import_find_unit (const TlImportRow *row,
                     TlOrganisation    *organisation,
                     const char        *name,
                     TlUnitKind         kind,
                     gboolean           is_said)
{
  TlImport *self = row->import;
  g_autofree char *key = tl_csv_value_key (name);
  TlUnit *unit;
  guint n_found;

  unit = tl_import_index_find (self->index, TL_IMPORT_BY_UNIT_NAME, organisation, 0, key, NULL);
  if (unit == NULL && !tl_import_row_has (row, TL_CSV_FIELD_ORGANISATION))
    {
      unit = tl_import_index_find (self->index, TL_IMPORT_BY_UNIT_NAME, NULL, 0, key, &n_found);
      if (n_found != 1)
        unit = NULL;
    }

  if (unit == NULL)
    {
      unit = tl_import_create (self, TL_TYPE_UNIT);
      tl_party_set_name (TL_PARTY (unit), name);
      tl_unit_set_organisation (unit, organisation);
      tl_unit_set_kind (unit, kind);
      tl_import_index_unit (self, unit);
      g_hash_table_add (self->provisional, unit);
    }

  if (is_said && g_hash_table_remove (self->provisional, unit))
    tl_unit_set_kind (unit, kind);

  return unit;
}

/**
 * tl_import_index_person:
 * @self: an import
 * @person: a person who is to be added
 *
 * Call it for everything that becomes known of @person at once: only the name, the address and the reference that
 * @person has now will be found.
 */
void
tl_import_index_person (TlImport *self,
                        TlPerson *person)
{
  TlOrganisation *organisation = tl_person_get_organisation (person);
  const char *reference = tl_person_get_reference (person);
  const char *email = tl_person_get_email (person);
  g_autofree char *name = tl_csv_value_key (tl_party_get_name (TL_PARTY (person)));

  tl_import_index_add (self->index, TL_IMPORT_BY_PERSON_NAME, organisation, 0, name, person);
  tl_import_index_add (self->index, TL_IMPORT_BY_PERSON_NAME, NULL, 0, name, person);

  if (reference != NULL && *reference != '\0')
    {
      tl_import_index_add (self->index, TL_IMPORT_BY_PERSON_REFERENCE, organisation, 0, reference, person);
      tl_import_index_add (self->index, TL_IMPORT_BY_PERSON_REFERENCE, NULL, 0, reference, person);
    }

  if (email != NULL && *email != '\0')
    {
      g_autofree char *address = tl_csv_value_key (email);

      tl_import_index_add (self->index, TL_IMPORT_BY_PERSON_EMAIL, NULL, 0, address, person);
    }
}

static TlPerson *
find_person_within (TlImport       *self,
                    TlOrganisation *organisation,
                    const char     *text,
                    const char     *key,
                    guint          *n_found)
{
  TlPerson *person;

  person = tl_import_index_find (self->index, TL_IMPORT_BY_PERSON_REFERENCE, organisation, 0, text, n_found);
  if (person == NULL)
    person = tl_import_index_find (self->index, TL_IMPORT_BY_PERSON_NAME, organisation, 0, key, n_found);

  return person;
}

/**
 * tl_import_find_person:
 * @row: the row that names somebody
 * @field: where
 * @organisation: (nullable): where to look first
 * @text: a reference, an address or a name, cleaned
 *
 * Looks in @organisation first, then in the others.  When several people could be meant, that is told of.
 *
 * Returns: (transfer none) (nullable): the person
 */
TlPerson *
tl_import_find_person (const TlImportRow *row,
                       TlCsvField         field,
                       TlOrganisation    *organisation,
                       const char        *text)
{
  TlImport *self = row->import;
  g_autofree char *key = tl_csv_value_key (text);
  TlPerson *person = NULL;
  guint n_found = 0;

  if (strchr (text, '@') != NULL)
    person = tl_import_index_find (self->index, TL_IMPORT_BY_PERSON_EMAIL, NULL, 0, key, &n_found);
  if (person == NULL && organisation != NULL)
    person = find_person_within (self, organisation, text, key, &n_found);
  if (person == NULL)
    person = find_person_within (self, NULL, text, key, &n_found);

  if (n_found <= 1)
    return person;

  tl_import_row_skip (row, field, ngettext ("“%s” could be any of %u person. Use the e-mail address or the id.",
                                            "“%s” could be any of %u people. Use the e-mail address or the id.", n_found),
                      text, n_found);
  return NULL;
}

/* The owner of a goal: known, or made known now.  %NULL when it cannot be told which one is meant. */
static TlPerson *
get_owner_person (const TlImportRow *row,
                  TlOrganisation    *organisation,
                  TlUnit            *unit,
                  const char        *text)
{
  TlImport *self = row->import;
  guint n_skipped = self->skipped->len;
  TlPerson *person = tl_import_find_person (row, TL_CSV_FIELD_OWNER, organisation, text);

  if (person == NULL && self->skipped->len > n_skipped)
    return NULL;

  if (person == NULL)
    {
      person = tl_import_create (self, TL_TYPE_PERSON);
      tl_party_set_name (TL_PARTY (person), text);
      tl_person_set_organisation (person, organisation);
      if (strchr (text, '@') != NULL)
        tl_person_set_email (person, text);
      tl_import_index_person (self, person);
      g_hash_table_add (self->provisional, person);
    }

  if (unit != NULL && tl_import_is_new (self, person) && tl_person_get_unit (person) == NULL &&
      tl_unit_get_organisation (unit) == tl_person_get_organisation (person))
    tl_person_set_unit (person, unit);

  return person;
}

/* What the Level column says; a person when it says nothing but an owner is named. */
static TlLevel
get_level (const TlImportRow *row,
           gboolean           has_owner,
           gboolean           has_unit,
           gboolean          *is_said)
{
  g_autofree char *text = tl_csv_value_text (tl_import_row_peek (row, TL_CSV_FIELD_LEVEL), TL_CSV_TEXT_LINE);
  TlLevel level = TL_LEVEL_ORGANISATION;

  *is_said = *text != '\0' && tl_import_find_level (text, &level);
  if (*is_said)
    return level;

  if (*text != '\0')
    tl_import_row_skip (row, TL_CSV_FIELD_LEVEL,
                        _("“%s” is not a level. Use organisation, function, team or person, or a number from 0 to 3."),
                        tl_import_quote (row->import, text));
  if (has_owner)
    return TL_LEVEL_PERSON;

  return has_unit ? TL_LEVEL_FUNCTION : TL_LEVEL_ORGANISATION;
}

/* Only people own goals beside their own name: above them it is the organisation or the unit that does. */
static void
tell_of_owner (const TlImportRow *row,
               const char        *owner,
               TlParty           *party)
{
  const char *name = tl_party_get_name (tl_import_view (row->import, party));

  if (*owner != '\0' && g_strcmp0 (owner, name) != 0)
    tl_import_row_remark (row, TL_CSV_FIELD_OWNER, _("The goal belongs to “%s” by its level; “%s” is not kept with it."), name,
                          tl_import_quote (row->import, owner));
}

/**
 * tl_import_find_owner:
 * @row: a row of a file of goals
 *
 * Finds who owns the goal, by its level, organisation, unit and owner; whoever is not known yet is made known.
 *
 * Returns: (transfer none): the owner
 */
TlParty *
tl_import_find_owner (const TlImportRow *row)
{
  TlOrganisation *organisation = tl_import_get_row_organisation (row);
  g_autofree char *unit_name = tl_import_row_dup_name (row, TL_CSV_FIELD_UNIT, NULL);
  g_autofree char *owner = tl_import_row_dup_name (row, TL_CSV_FIELD_OWNER, NULL);
  gboolean is_said;
  TlLevel level = get_level (row, *owner != '\0', *unit_name != '\0', &is_said);
  TlUnit *unit = NULL;
  TlPerson *person = NULL;

  if (level == TL_LEVEL_ORGANISATION)
    {
      tell_of_owner (row, owner, TL_PARTY (organisation));
      return TL_PARTY (organisation);
    }

  if (level != TL_LEVEL_PERSON)
    {
      const char *name = *unit_name != '\0' ? unit_name : owner;
      TlUnitKind kind = level == TL_LEVEL_TEAM ? TL_UNIT_KIND_TEAM : TL_UNIT_KIND_FUNCTION;

      if (*name != '\0')
        unit = tl_import_find_unit (row, organisation, name, kind, is_said);
      if (unit != NULL)
        {
          tell_of_owner (row, owner, TL_PARTY (unit));
          return TL_PARTY (unit);
        }
    }

  if (*unit_name != '\0')
    unit = tl_import_find_unit (row, organisation, unit_name, TL_UNIT_KIND_FUNCTION, FALSE);
  if (*owner != '\0')
    person = get_owner_person (row, organisation, unit, owner);
  if (person != NULL)
    return TL_PARTY (person);

  if (is_said)
    tl_import_row_remark (row, TL_CSV_FIELD_LEVEL,
                          _("The row names nobody of this level, so the goal belongs to “%s”."),
                          tl_party_get_name (tl_import_view (row->import, unit != NULL ? (gpointer) unit : organisation)));

  return unit != NULL ? TL_PARTY (unit) : TL_PARTY (organisation);
}
