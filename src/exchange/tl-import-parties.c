/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of organisations, units and people. */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tl-enum-types.h"
#include "tl-import-private.h"

static gboolean
has_referrers (gpointer entity)
{
  const GPtrArray *referrers = tl_entity_peek_referrers (entity);

  return referrers != NULL && referrers->len > 0;
}

/* The only name in the column of organisations, when there is exactly one. */
static char *
find_only_organisation (TlImport       *self,
                        TlImportSource *source)
{
  g_autofree char *only = NULL;

  for (guint i = 0; i < tl_csv_table_get_n_rows (source->table); i++)
    {
      TlImportRow row = { self, source, i };
      g_autofree char *name = tl_csv_value_text (tl_import_row_peek (&row, TL_CSV_FIELD_ORGANISATION), TL_CSV_TEXT_LINE);

      if (only != NULL && *name != '\0' && !g_str_equal (only, name))
        return NULL;
      if (only == NULL && *name != '\0')
        only = g_steal_pointer (&name);
    }

  if (only != NULL && g_utf8_strlen (only, -1) > TL_IMPORT_MAX_NAME)
    return NULL;

  return g_steal_pointer (&only);
}

/**
 * tl_import_adopt_name:
 * @self: an import
 * @source: a file that may name organisations
 *
 * In a document in which nobody belongs to our own organisation yet, a file that speaks of one organisation only
 * speaks of ours: it gets the name, instead of standing empty beside a customer.
 */
void
tl_import_adopt_name (TlImport       *self,
                      TlImportSource *source)
{
  TlOrganisation *own = tl_model_get_organisation (tl_document_get_model (self->document));
  TlImportRow row = { self, source, 0 };
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  const char *old = tl_party_get_name (tl_import_view (self, own));

  if (source->columns->columns[TL_CSV_FIELD_ORGANISATION] < 0 || source->columns->kind == TL_IMPORT_ORGANISATIONS)
    return;
  if (self->added->len > 0 || self->shadowed->len > 0 || has_referrers (own))
    return;

  name = find_only_organisation (self, source);
  if (name == NULL || g_strcmp0 (name, old) == 0)
    return;

  key = tl_csv_value_key (name);
  if (tl_import_index_find (self->index, TL_IMPORT_BY_ORGANISATION_NAME, NULL, 0, key, NULL) != NULL)
    return;

  if (old != NULL && *old != '\0')
    tl_import_row_remark (&row, TL_CSV_FIELD_ORGANISATION,
                          _("The file speaks of one organisation only, “%s”. It was taken for our own, which was called “%s” and had nobody in it yet."),
                          name, old);
  tl_party_set_name (tl_import_edit (self, own), name);
  tl_import_index_add (self->index, TL_IMPORT_BY_ORGANISATION_NAME, NULL, 0, key, own);
}

/* There is only one organisation of our own; a file that gives it another name renames it. */
static TlOrganisation *
get_own_by_name (const TlImportRow *row,
                 const char        *name)
{
  TlImport *self = row->import;
  TlOrganisation *own = tl_model_get_organisation (tl_document_get_model (self->document));
  g_autofree char *key = tl_csv_value_key (name);
  TlOrganisation *same = tl_import_index_find (self->index, TL_IMPORT_BY_ORGANISATION_NAME, NULL, 0, key, NULL);

  if (same != NULL && same != own)
    {
      tl_import_row_skip (row, TL_CSV_FIELD_KIND,
                          _("“%s” is an organisation of another kind in this document; the kind was left as it is."), name);
      return same;
    }

  tl_party_set_name (tl_import_edit (self, own), name);
  tl_import_index_add (self->index, TL_IMPORT_BY_ORGANISATION_NAME, NULL, 0, key, own);
  return own;
}

/**
 * tl_import_read_organisation:
 * @row: a row of a file of organisations
 */
void
tl_import_read_organisation (const TlImportRow *row)
{
  TlOrganisation *own = tl_model_get_organisation (tl_document_get_model (row->import->document));
  g_autofree char *name = NULL;
  g_autofree char *notes = NULL;
  TlOrganisation *organisation;
  int kind = TL_ORGANISATION_KIND_CUSTOMER;
  gboolean too_long;

  name = tl_import_row_dup_name (row, TL_CSV_FIELD_ORGANISATION, &too_long);
  if (*name == '\0')
    {
      if (!too_long)
        tl_import_row_skip (row, TL_CSV_FIELD_ORGANISATION, _("The row has no name."));
      return;
    }

  if (tl_import_row_get_choice (row, TL_CSV_FIELD_KIND, TL_TYPE_ORGANISATION_KIND, &kind) &&
      kind == TL_ORGANISATION_KIND_OWN)
    organisation = get_own_by_name (row, name);
  else
    organisation = tl_import_find_organisation (row, name);

  if (organisation != own && kind != TL_ORGANISATION_KIND_OWN)
    tl_organisation_set_kind (tl_import_edit (row->import, organisation), kind);

  notes = tl_import_row_dup_block (row, TL_CSV_FIELD_NOTE);
  if (*notes != '\0')
    tl_organisation_set_notes (tl_import_edit (row->import, organisation), notes);
}

static void
wait_for_link (GArray            *links,
               const TlImportRow *row,
               TlCsvField         field,
               gpointer           from,
               char              *to)
{
  TlImportLink link = { *row, field, from, to, NULL, 1.0, -1, NULL };

  g_array_append_val (links, link);
}

/**
 * tl_import_read_unit:
 * @row: a row of a file of units
 */
void
tl_import_read_unit (const TlImportRow *row)
{
  TlOrganisation *organisation;
  g_autofree char *name = NULL;
  g_autofree char *parent = NULL;
  gboolean too_long;
  gboolean is_said;
  int kind = TL_UNIT_KIND_FUNCTION;
  TlUnit *unit;

  name = tl_import_row_dup_name (row, TL_CSV_FIELD_UNIT, &too_long);
  if (*name == '\0')
    {
      if (!too_long)
        tl_import_row_skip (row, TL_CSV_FIELD_UNIT, _("The row has no name."));
      return;
    }

  organisation = tl_import_get_row_organisation (row);
  is_said = tl_import_row_get_choice (row, TL_CSV_FIELD_KIND, TL_TYPE_UNIT_KIND, &kind);
  unit = tl_import_find_unit (row, organisation, name, kind, is_said);
  if (is_said)
    tl_unit_set_kind (tl_import_edit (row->import, unit), kind);
  else
    tl_import_edit (row->import, unit);

  parent = tl_import_row_dup_name (row, TL_CSV_FIELD_PARENT_UNIT, NULL);
  if (*parent != '\0')
    wait_for_link (row->import->unit_links, row, TL_CSV_FIELD_PARENT_UNIT, unit, g_steal_pointer (&parent));
}

/* Somebody with an id is only ever found by it, or by the e-mail address: names repeat, "N/D" most of all. */
static TlPerson *
match_person (const TlImportRow *row,
              TlOrganisation    *organisation,
              const char        *name,
              const char        *email,
              const char        *reference)
{
  TlImport *self = row->import;
  g_autofree char *name_key = tl_csv_value_key (name);
  g_autofree char *email_key = tl_csv_value_key (email);
  const char *known;
  TlPerson *person = NULL;

  if (*reference != '\0')
    person = tl_import_index_find (self->index, TL_IMPORT_BY_PERSON_REFERENCE, organisation, 0, reference, NULL);
  if (person == NULL && *email != '\0')
    person = tl_import_index_find (self->index, TL_IMPORT_BY_PERSON_EMAIL, NULL, 0, email_key, NULL);
  if (person != NULL)
    return person;

  person = tl_import_index_find_unclaimed (self->index, TL_IMPORT_BY_PERSON_NAME, organisation, 0, name_key, self->claimed);
  known = person != NULL ? tl_person_get_reference (tl_import_view (self, person)) : NULL;
  if (*reference != '\0' && known != NULL && *known != '\0')
    return NULL;
  known = person != NULL ? tl_person_get_email (tl_import_view (self, person)) : NULL;
  if (*email != '\0' && known != NULL && *known != '\0')
    return NULL;

  return person;
}

static void
set_person_details (const TlImportRow *row,
                    TlPerson          *person,
                    TlOrganisation    *organisation)
{
  g_autofree char *role = tl_import_row_dup_name (row, TL_CSV_FIELD_ROLE, NULL);
  g_autofree char *unit = tl_import_row_dup_name (row, TL_CSV_FIELD_UNIT, NULL);
  g_autofree char *notes = tl_import_row_dup_block (row, TL_CSV_FIELD_NOTE);
  g_autofree char *private_notes = tl_import_row_dup_block (row, TL_CSV_FIELD_PRIVATE_NOTES);
  double capacity;

  if (*role != '\0')
    tl_person_set_role (person, role);
  if (*unit != '\0')
    tl_person_set_unit (person, tl_import_find_unit (row, organisation, unit, TL_UNIT_KIND_FUNCTION, FALSE));
  if (*notes != '\0')
    tl_person_set_notes (person, notes);
  if (*private_notes != '\0')
    tl_person_set_private_notes (person, private_notes);
  if (tl_import_row_get_number (row, TL_CSV_FIELD_CAPACITY, &capacity, NULL, NULL))
    {
      if (capacity >= 0 && capacity <= 168)
        tl_person_set_capacity (person, capacity);
      else
        tl_import_row_skip (row, TL_CSV_FIELD_CAPACITY, _("A week has between 0 and 168 hours."));
    }
}

/* The top of an organisation reports to nobody, and files have several ways to say so. */
static gboolean
is_nobody (const char *text)
{
  static const char * const nobody[] = { "xx", "none", "n/a", "na", "-", "–", "nobody", NULL };
  g_autofree char *key = tl_csv_value_key (text);

  return *key == '\0' || g_strv_contains (nobody, key);
}

static TlPerson *
make_person (TlImport       *self,
             TlOrganisation *organisation,
             const char     *name,
             const char     *email,
             const char     *reference)
{
  TlPerson *person = tl_import_create (self, TL_TYPE_PERSON);

  tl_party_set_name (TL_PARTY (person), name);
  tl_person_set_organisation (person, organisation);
  if (*email != '\0')
    tl_person_set_email (person, email);
  if (*reference != '\0')
    tl_person_set_reference (person, reference);
  tl_import_index_person (self, person);
  return person;
}

/* What a row adds to somebody who was known by less has to be found from now on, too. */
static void
complete_person (TlImport   *self,
                 TlPerson   *person,
                 const char *name,
                 const char *email,
                 const char *reference)
{
  TlPerson *edited = tl_import_edit (self, person);
  TlOrganisation *organisation = tl_person_get_organisation (person);
  g_autofree char *key = tl_csv_value_key (email);

  tl_party_set_name (TL_PARTY (edited), name);
  if (*email != '\0' && g_strcmp0 (tl_person_get_email (edited), email) != 0)
    {
      tl_person_set_email (edited, email);
      tl_import_index_add (self->index, TL_IMPORT_BY_PERSON_EMAIL, NULL, 0, key, person);
    }
  if (*reference != '\0' && g_strcmp0 (tl_person_get_reference (edited), reference) != 0)
    {
      tl_person_set_reference (edited, reference);
      tl_import_index_add (self->index, TL_IMPORT_BY_PERSON_REFERENCE, organisation, 0, reference, person);
      tl_import_index_add (self->index, TL_IMPORT_BY_PERSON_REFERENCE, NULL, 0, reference, person);
    }
}

static gboolean
has_surname (const char *name,
             const char *surname)
{
  g_autofree char *last = g_strconcat (" ", surname, NULL);
  g_autofree char *first = g_strconcat (surname, ",", NULL);

  return g_str_equal (name, surname) || g_str_has_suffix (name, last) || g_str_has_prefix (name, first);
}

/* Many programs keep the last name in a column of its own, some beside a column with the whole name. */
static char *
dup_full_name (const TlImportRow *row,
               gboolean          *too_long)
{
  g_autofree char *name = tl_import_row_dup_name (row, TL_CSV_FIELD_NAME, too_long);
  g_autofree char *surname = NULL;

  if (*too_long)
    return g_steal_pointer (&name);

  surname = tl_import_row_dup_name (row, TL_CSV_FIELD_SURNAME, too_long);
  if (*surname == '\0' || has_surname (name, surname))
    return g_steal_pointer (&name);

  return *name != '\0' ? g_strdup_printf ("%s %s", name, surname) : g_steal_pointer (&surname);
}

/**
 * tl_import_read_person:
 * @row: a row of a file of people
 */
void
tl_import_read_person (const TlImportRow *row)
{
  TlImport *self = row->import;
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *manager = NULL;
  TlOrganisation *organisation;
  TlPerson *person;
  gboolean too_long;

  name = dup_full_name (row, &too_long);
  if (too_long || *name == '\0')
    {
      if (!too_long)
        tl_import_row_skip (row, TL_CSV_FIELD_NAME, _("The row has no name."));
      return;
    }

  organisation = tl_import_get_row_organisation (row);
  email = tl_import_row_dup_name (row, TL_CSV_FIELD_EMAIL, NULL);
  reference = tl_import_row_dup_name (row, TL_CSV_FIELD_PERSON_ID, NULL);
  person = match_person (row, organisation, name, email, reference);

  if (person != NULL && g_hash_table_contains (self->claimed, person))
    {
      tl_import_row_skip (row, *reference != '\0' ? TL_CSV_FIELD_PERSON_ID : TL_CSV_FIELD_EMAIL,
                          _("An earlier row of the file is about the same person; this one was left out."));
      return;
    }

  if (person == NULL)
    person = make_person (self, organisation, name, email, reference);
  else
    complete_person (self, person, name, email, reference);

  g_hash_table_add (self->claimed, person);
  g_hash_table_remove (self->provisional, person);
  set_person_details (row, tl_import_edit (self, person), tl_person_get_organisation (person));

  manager = tl_import_row_dup_name (row, TL_CSV_FIELD_MANAGER, NULL);
  if (!is_nobody (manager))
    wait_for_link (self->manager_links, row, TL_CSV_FIELD_MANAGER, person, g_steal_pointer (&manager));
}

/* A graph of what the document has, without the links that the files replace. */
static TlLinkGraph *
collect_links (TlImport   *self,
               GType       type,
               const char *property,
               GArray     *replaced)
{
  GListModel *list = tl_model_get_list (tl_document_get_model (self->document), type);
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  TlLinkGraph *graph = tl_link_graph_new ();

  for (guint i = 0; i < replaced->len; i++)
    g_hash_table_add (set, g_array_index (replaced, TlImportLink, i).from);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);
      g_autoptr (TlEntity) target = NULL;

      g_object_get (entity, property, &target, NULL);
      if (target != NULL && !g_hash_table_contains (set, entity))
        tl_link_graph_add (graph, entity, target);
    }

  return graph;
}

/* When a new link is refused the old one stays, unless other new links have made that one close a loop as well. */
static void
keep_old_link (TlImport    *self,
               TlLinkGraph *graph,
               gpointer     entity,
               const char  *property)
{
  g_autoptr (TlEntity) target = NULL;
  g_autoptr (GPtrArray) loop = NULL;

  g_object_get (tl_import_view (self, entity), property, &target, NULL);
  if (target == NULL)
    return;

  loop = tl_link_graph_find_loop (graph, entity, target);
  if (loop == NULL)
    tl_link_graph_add (graph, entity, target);
  else
    g_object_set (tl_import_edit (self, entity), property, NULL, NULL);
}

static void
set_link (TlImport      *self,
          TlLinkGraph   *graph,
          TlImportLink  *link,
          TlEntity      *target,
          const char    *property)
{
  g_autoptr (GPtrArray) loop = NULL;
  g_autofree char *names = NULL;

  loop = target != NULL ? tl_link_graph_find_loop (graph, link->from, target) : NULL;
  if (target == NULL || loop != NULL)
    {
      if (loop != NULL)
        {
          names = tl_link_graph_name_loop (loop);
          tl_import_row_skip (&link->row, link->field, _("This link would close the loop %s, and was left out."), names);
        }
      keep_old_link (self, graph, link->from, property);
      return;
    }

  tl_link_graph_add (graph, link->from, target);
  g_object_set (tl_import_edit (self, link->from), property, target, NULL);
}

/**
 * tl_import_link_units:
 * @self: an import whose files of units have been read
 *
 * Puts units under the units above them.
 */
void
tl_import_link_units (TlImport *self)
{
  g_autoptr (TlLinkGraph) graph = collect_links (self, TL_TYPE_UNIT, "parent", self->unit_links);

  for (guint i = 0; i < self->unit_links->len && !tl_import_is_cancelled (self, i); i++)
    {
      TlImportLink *link = &g_array_index (self->unit_links, TlImportLink, i);
      TlOrganisation *organisation = tl_unit_get_organisation (link->from);
      g_autofree char *key = tl_csv_value_key (link->to);
      TlUnit *parent = tl_import_index_find (self->index, TL_IMPORT_BY_UNIT_NAME, organisation, 0, key, NULL);

      if (parent == NULL)
        tl_import_row_skip (&link->row, link->field,
                            _("There is no unit “%s” in this organisation. The unit came in without one above it."),
                            tl_import_quote (self, link->to));
      set_link (self, graph, link, (TlEntity *) parent, "parent");
    }
}

/**
 * tl_import_link_managers:
 * @self: an import whose files of people have been read
 *
 * Puts people under their managers.
 */
void
tl_import_link_managers (TlImport *self)
{
  g_autoptr (TlLinkGraph) graph = collect_links (self, TL_TYPE_PERSON, "manager", self->manager_links);

  for (guint i = 0; i < self->manager_links->len && !tl_import_is_cancelled (self, i); i++)
    {
      TlImportLink *link = &g_array_index (self->manager_links, TlImportLink, i);
      guint n_skipped = self->skipped->len;
      TlPerson *manager = tl_import_find_person (&link->row, link->field, tl_person_get_organisation (link->from), link->to);

      if (manager == NULL && self->skipped->len == n_skipped)
        tl_import_row_skip (&link->row, link->field,
                            _("There is nobody called “%s”. The person came in without a manager."),
                            tl_import_quote (self, link->to));
      set_link (self, graph, link, (TlEntity *) manager, "manager");
    }
}
