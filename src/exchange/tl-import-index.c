/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding entities by what files call them.
 *
 * One hash table for each way of looking up, filled from the document when it is first asked for, and kept up by
 * the importers for what they add.  Entities that share a key hang on one chain in the order they came, because
 * "the second reading of that day" has to find the second one again when a file is imported twice.  A chain remembers
 * how many hang on it and how far it has been claimed, as it can be as long as a file.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include "tl-import-private.h"
#include "tl-statement-link.h"

typedef struct _TlImportEntry TlImportEntry;

struct _TlImportEntry
{
  gconstpointer  scope;
  guint64        number;
  char          *text;
  gpointer       entity;
  TlImportEntry *next;

  /* Of the first of a chain only */
  TlImportEntry *last;
  TlImportEntry *claimed; /* the last of those at the beginning that are known to be claimed, or NULL */
  guint          round;   /* in which they were */
  guint          n;
};

struct _TlImportIndex
{
  TlModel    *model;
  guint       round;      /* goes up when claims are forgotten */
  GHashTable *tables[TL_N_IMPORT_SPACES];
};

static guint
entry_hash (gconstpointer data)
{
  const TlImportEntry *entry = data;
  guint hash = g_direct_hash (entry->scope) * 31 + g_int64_hash (&entry->number);

  return entry->text != NULL ? hash * 31 + g_str_hash (entry->text) : hash;
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const TlImportEntry *x = a;
  const TlImportEntry *y = b;

  return x->scope == y->scope && x->number == y->number && g_strcmp0 (x->text, y->text) == 0;
}

static void
entry_free (gpointer data)
{
  for (TlImportEntry *entry = data; entry != NULL;)
    {
      TlImportEntry *next = entry->next;

      g_free (entry->text);
      g_free (entry);
      entry = next;
    }
}

static char *
make_key (const char *text)
{
  g_autofree char *clean = text != NULL ? tl_csv_value_text (text, TL_CSV_TEXT_LINE) : g_strdup ("");

  return tl_csv_value_key (clean);
}

static void
add_text (TlImportIndex *self,
          TlImportSpace  space,
          gconstpointer  scope,
          const char    *text,
          gpointer       entity)
{
  g_autofree char *key = make_key (text);

  if (*key != '\0')
    tl_import_index_add (self, space, scope, 0, key, entity);
}

static void
add_party (TlImportIndex  *self,
           TlImportSpace   space,
           TlOrganisation *organisation,
           gpointer        party)
{
  const char *name = tl_party_get_name (party);

  add_text (self, space, organisation, name, party);
  add_text (self, space, NULL, name, party);
}

static void
add_reference (TlImportIndex *self,
               TlImportSpace  space,
               gconstpointer  scope,
               const char    *reference,
               gpointer       entity)
{
  if (reference != NULL && *reference != '\0')
    tl_import_index_add (self, space, scope, 0, reference, entity);
}

static void
add_entity (TlImportIndex *self,
            TlImportSpace  space,
            gpointer       entity)
{
  switch (space)
    {
    case TL_IMPORT_BY_ORGANISATION_NAME:
      add_text (self, space, NULL, tl_party_get_name (entity), entity);
      break;
    case TL_IMPORT_BY_UNIT_NAME:
      add_party (self, space, tl_unit_get_organisation (entity), entity);
      break;
    case TL_IMPORT_BY_PERSON_REFERENCE:
      add_reference (self, space, tl_person_get_organisation (entity), tl_person_get_reference (entity), entity);
      add_reference (self, space, NULL, tl_person_get_reference (entity), entity);
      break;
    case TL_IMPORT_BY_PERSON_EMAIL:
      add_text (self, space, NULL, tl_person_get_email (entity), entity);
      break;
    case TL_IMPORT_BY_PERSON_NAME:
      add_party (self, space, tl_person_get_organisation (entity), entity);
      break;
    case TL_IMPORT_BY_CYCLE_NAME:
      add_text (self, space, NULL, tl_cycle_get_name (entity), entity);
      break;
    case TL_IMPORT_BY_GOAL_REFERENCE:
      add_reference (self, space, NULL, tl_goal_get_reference (entity), entity);
      break;
    case TL_IMPORT_BY_GOAL_TITLE:
      add_text (self, space, tl_goal_get_owner (entity), tl_goal_get_title (entity), entity);
      break;
    case TL_IMPORT_BY_MEASURE_NAME:
      add_text (self, space, tl_measure_get_goal (entity), tl_measure_get_name (entity), entity);
      break;
    case TL_IMPORT_BY_READING_DATE:
      tl_import_index_add (self, space, tl_reading_get_measure (entity), tl_reading_get_date (entity), NULL, entity);
      break;
    case TL_IMPORT_BY_CONTRIBUTION:
      tl_import_index_add (self, space, tl_contribution_get_from (entity),
                           GPOINTER_TO_SIZE (tl_contribution_get_to (entity)), NULL, entity);
      break;
    case TL_IMPORT_BY_TENSION:
      tl_import_index_add (self, space, tl_tension_get_first (entity),
                           GPOINTER_TO_SIZE (tl_tension_get_second (entity)), NULL, entity);
      break;
    case TL_IMPORT_BY_CHECK_IN_DATE:
      tl_import_index_add (self, space, tl_check_in_get_goal (entity), tl_check_in_get_date (entity), NULL, entity);
      break;
    case TL_IMPORT_BY_CONVERSATION_ID:
    case TL_IMPORT_BY_STATEMENT_ID:
      add_reference (self, space, NULL, tl_entity_get_id (entity), entity);
      break;
    case TL_IMPORT_BY_CONVERSATION_DATE:
      tl_import_index_add (self, space, tl_conversation_get_person (entity), tl_conversation_get_date (entity), NULL,
                           entity);
      break;
    case TL_IMPORT_BY_STATEMENT_TEXT:
      add_text (self, space, tl_statement_get_conversation (entity), tl_statement_get_text (entity), entity);
      break;
    case TL_IMPORT_BY_STATEMENT_LINK:
      tl_import_index_add (self, space, tl_statement_link_get_from (entity),
                           GPOINTER_TO_SIZE (tl_statement_link_get_to (entity)),
                           tl_statement_link_get_loop (entity) ? "loop" : NULL, entity);
      break;
    case TL_N_IMPORT_SPACES:
    default:
      g_assert_not_reached ();
    }
}

static GType
get_type_of_space (TlImportSpace space)
{
  const GType types[TL_N_IMPORT_SPACES] = {
    TL_TYPE_ORGANISATION, TL_TYPE_UNIT, TL_TYPE_PERSON, TL_TYPE_PERSON, TL_TYPE_PERSON, TL_TYPE_CYCLE,
    TL_TYPE_GOAL, TL_TYPE_GOAL, TL_TYPE_MEASURE, TL_TYPE_READING, TL_TYPE_CONTRIBUTION, TL_TYPE_TENSION,
    TL_TYPE_CHECK_IN, TL_TYPE_CONVERSATION, TL_TYPE_CONVERSATION, TL_TYPE_STATEMENT, TL_TYPE_STATEMENT,
    TL_TYPE_STATEMENT_LINK,
  };

  return types[space];
}

static GHashTable *
get_table (TlImportIndex *self,
           TlImportSpace  space)
{
  GListModel *entities;

  if (self->tables[space] != NULL)
    return self->tables[space];

  self->tables[space] = g_hash_table_new_full (entry_hash, entry_equal, NULL, entry_free);
  entities = tl_model_get_list (self->model, get_type_of_space (space));
  for (guint i = 0; i < g_list_model_get_n_items (entities); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (entities, i);

      add_entity (self, space, entity);
    }

  return self->tables[space];
}

/**
 * tl_import_index_new:
 * @model: the model of the document
 *
 * Returns: (transfer full): an index of what is in @model
 */
TlImportIndex *
tl_import_index_new (TlModel *model)
{
  TlImportIndex *self = g_new0 (TlImportIndex, 1);

  self->model = model;
  return self;
}

/**
 * tl_import_index_free:
 * @self: an index
 */
void
tl_import_index_free (TlImportIndex *self)
{
  for (guint i = 0; i < TL_N_IMPORT_SPACES; i++)
    g_clear_pointer (&self->tables[i], g_hash_table_unref);

  g_free (self);
}

static TlImportEntry *
find_entry (TlImportIndex *self,
            TlImportSpace  space,
            gconstpointer  scope,
            guint64        number,
            const char    *text)
{
  TlImportEntry key = { .scope = scope, .number = number, .text = (char *) text };

  return g_hash_table_lookup (get_table (self, space), &key);
}

/**
 * tl_import_index_add:
 * @self: an index
 * @space: what to look up by
 * @scope: (nullable): within what
 * @number: a number, or a pointer as one
 * @text: (nullable): a text
 * @entity: what is found by these
 */
void
tl_import_index_add (TlImportIndex *self,
                     TlImportSpace  space,
                     gconstpointer  scope,
                     guint64        number,
                     const char    *text,
                     gpointer       entity)
{
  TlImportEntry *entry = find_entry (self, space, scope, number, text);
  TlImportEntry *added = g_new0 (TlImportEntry, 1);

  added->entity = entity;
  if (entry == NULL)
    {
      added->scope = scope;
      added->number = number;
      added->text = g_strdup (text);
      added->last = added;
      added->n = 1;
      g_hash_table_insert (self->tables[space], added, added);
      return;
    }

  entry->last->next = added;
  entry->last = added;
  entry->n++;
}

/**
 * tl_import_index_find:
 * @self: an index
 * @space: what to look up by
 * @scope: (nullable): within what
 * @number: a number, or a pointer as one
 * @text: (nullable): a text
 * @n_found: (out) (optional): how many there are
 *
 * Returns: (transfer none) (nullable): the first entity with that key
 */
gpointer
tl_import_index_find (TlImportIndex *self,
                      TlImportSpace  space,
                      gconstpointer  scope,
                      guint64        number,
                      const char    *text,
                      guint         *n_found)
{
  TlImportEntry *first = find_entry (self, space, scope, number, text);

  if (n_found != NULL)
    *n_found = first != NULL ? first->n : 0;

  return first != NULL ? first->entity : NULL;
}

/**
 * tl_import_index_find_unclaimed:
 * @self: an index
 * @space: what to look up by
 * @scope: (nullable): within what
 * @number: a number, or a pointer as one
 * @text: (nullable): a text
 * @claimed: a set of entities to pass over, to which entities may be added from one call to the next, and none
 *   taken away without tl_import_index_start_over()
 *
 * Returns: (transfer none) (nullable): the first entity with that key that is not in @claimed
 */
gpointer
tl_import_index_find_unclaimed (TlImportIndex *self,
                                TlImportSpace  space,
                                gconstpointer  scope,
                                guint64        number,
                                const char    *text,
                                GHashTable    *claimed)
{
  TlImportEntry *first = find_entry (self, space, scope, number, text);
  TlImportEntry *entry;

  if (first == NULL)
    return NULL;

  if (first->round != self->round)
    {
      first->round = self->round;
      first->claimed = NULL;
    }

  entry = first->claimed != NULL ? first->claimed->next : first;
  for (; entry != NULL && g_hash_table_contains (claimed, entry->entity); entry = entry->next)
    first->claimed = entry;

  return entry != NULL ? entry->entity : NULL;
}

/**
 * tl_import_index_start_over:
 * @self: an index
 *
 * To be called when entities have been taken out of the set that tl_import_index_find_unclaimed() is given.
 */
void
tl_import_index_start_over (TlImportIndex *self)
{
  self->round++;
}
