/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything a document holds, in memory: one list of entities for each class, and a look-up by identity.
 *
 * The model keeps no opinion on what may be removed or connected (the document does) and knows nothing of where
 * entities are kept.  It tells of what happens to them by three signals, so that whoever follows it connects
 * three times and not once for each of 40,000 objects.
 */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-model.h"

#include <string.h>

#include "tl-check-in.h"
#include "tl-contribution.h"
#include "tl-entity-list.h"
#include "tl-reading.h"
#include "tl-statement-link.h"
#include "tl-tension.h"

#define N_TYPES 14

struct _TlModel
{
  GObject       parent_instance;

  TlEntityList *lists[N_TYPES];
  GHashTable   *by_id;           /* borrowed id -> borrowed entity */
  GHashTable   *former_ranks;    /* id of what has been removed -> its rank */
  guint64       next_rank;
};

enum
{
  ADDED,
  REMOVED,
  CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TlModel, tl_model, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* Eight letters at a time: an identity has 36 of them, and while a document is read each is looked up five times. */
static guint
hash_id (gconstpointer key)
{
  const char *id = key;
  gsize length = strlen (id);
  guint64 hash = length;

  while (length > 0)
    {
      gsize n_letters = MIN (length, sizeof (guint64));
      guint64 letters = 0;

      memcpy (&letters, id, n_letters);
      hash = (hash ^ letters) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      hash ^= hash >> 32;
      id += n_letters;
      length -= n_letters;
    }

  return (guint) hash;
}

static TlEntityList *
get_list_of_entity (TlModel  *self,
                    TlEntity *entity)
{
  return (TlEntityList *) tl_model_get_list (self, G_OBJECT_TYPE (entity));
}

static void
tl_model_dispose (GObject *object)
{
  TlModel *self = TL_MODEL (object);

  for (guint i = 0; i < N_TYPES && self->lists[i] != NULL; i++)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->lists[i]));

      for (guint j = 0; j < n_items; j++)
        {
          g_autoptr (TlEntity) entity = g_list_model_get_item (G_LIST_MODEL (self->lists[i]), j);

          tl_entity_abandon (entity);
        }
    }

  for (guint i = 0; i < N_TYPES; i++)
    g_clear_object (&self->lists[i]);

  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->former_ranks, g_hash_table_unref);

  G_OBJECT_CLASS (tl_model_parent_class)->dispose (object);
}

static void
tl_model_class_init (TlModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_model_dispose;

  /**
   * TlModel::added:
   * @self: the model
   * @entity: an entity that has just become part of it
   */
  signals[ADDED] = g_signal_new ("added", TL_TYPE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, TL_TYPE_ENTITY);

  /**
   * TlModel::removed:
   * @self: the model
   * @entity: an entity that is no longer part of it
   */
  signals[REMOVED] = g_signal_new ("removed", TL_TYPE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TL_TYPE_ENTITY);

  /**
   * TlModel::changed:
   * @self: the model
   * @entity: an entity of it
   * @pspec: the property of @entity that has changed
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, TL_TYPE_ENTITY, G_TYPE_PARAM);
}

static void
tl_model_init (TlModel *self)
{
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    self->lists[i] = tl_entity_list_new (types[i]);

  self->by_id = g_hash_table_new (hash_id, g_str_equal);
  self->former_ranks = g_hash_table_new_full (hash_id, g_str_equal, g_free, g_free);
  self->next_rank = 1;
}

/**
 * tl_model_new:
 *
 * Returns: (transfer full): a model without any entities
 */
TlModel *
tl_model_new (void)
{
  return g_object_new (TL_TYPE_MODEL, NULL);
}

/**
 * tl_model_get_types:
 * @n_types: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_types): the classes of entities; each refers only to itself and to
 *   those before it
 */
const GType *
tl_model_get_types (guint *n_types)
{
  static GType types[N_TYPES];

  if (g_once_init_enter (&types[0]))
    {
      types[1] = TL_TYPE_ORGANISATION;
      types[2] = TL_TYPE_UNIT;
      types[3] = TL_TYPE_PERSON;
      types[4] = TL_TYPE_CYCLE;
      types[5] = TL_TYPE_GOAL;
      types[6] = TL_TYPE_CONTRIBUTION;
      types[7] = TL_TYPE_TENSION;
      types[8] = TL_TYPE_MEASURE;
      types[9] = TL_TYPE_READING;
      types[10] = TL_TYPE_CHECK_IN;
      types[11] = TL_TYPE_CONVERSATION;
      types[12] = TL_TYPE_STATEMENT;
      types[13] = TL_TYPE_STATEMENT_LINK;
      g_once_init_leave (&types[0], TL_TYPE_SETTINGS);
    }

  *n_types = N_TYPES;
  return types;
}

/**
 * tl_model_get_list:
 * @self: a model
 * @type: a class of entities
 *
 * Returns: (transfer none) (element-type TlEntity): the entities of that class, in the order in which they came
 */
GListModel *
tl_model_get_list (TlModel *self,
                   GType    type)
{
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);

  g_return_val_if_fail (TL_IS_MODEL (self), NULL);

  for (guint i = 0; i < n_types; i++)
    {
      if (types[i] == type)
        return G_LIST_MODEL (self->lists[i]);
    }

  g_return_val_if_reached (NULL);
}

/**
 * tl_model_lookup:
 * @self: a model
 * @id: the identity of an entity
 *
 * Returns: (transfer none) (nullable): the entity, when it is part of @self
 */
TlEntity *
tl_model_lookup (TlModel    *self,
                 const char *id)
{
  g_return_val_if_fail (TL_IS_MODEL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

static gpointer
get_first (TlModel *self,
           GType    type)
{
  g_autoptr (TlEntity) first = g_list_model_get_item (tl_model_get_list (self, type), 0);

  return first;
}

/**
 * tl_model_get_settings:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): the settings of the document; %NULL only in a model that no document
 *   has filled
 */
TlSettings *
tl_model_get_settings (TlModel *self)
{
  return get_first (self, TL_TYPE_SETTINGS);
}

/**
 * tl_model_get_organisation:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): our own organisation: the first one that is no customer's or partner's,
 *   else the first one
 */
TlOrganisation *
tl_model_get_organisation (TlModel *self)
{
  GListModel *organisations = tl_model_get_list (self, TL_TYPE_ORGANISATION);

  for (guint i = 0; i < g_list_model_get_n_items (organisations); i++)
    {
      g_autoptr (TlOrganisation) organisation = g_list_model_get_item (organisations, i);

      if (tl_organisation_get_kind (organisation) == TL_ORGANISATION_KIND_OWN)
        return organisation;
    }

  return get_first (self, TL_TYPE_ORGANISATION);
}

/* What was removed and comes back, by an undo for instance, comes back to where it was. */
static guint64
take_rank (TlModel  *self,
           TlEntity *entity)
{
  guint64 *former;
  guint64 rank;

  /* While a document is read nothing has been removed, and an identity takes a while to be hashed. */
  if (g_hash_table_size (self->former_ranks) == 0)
    return self->next_rank++;

  former = g_hash_table_lookup (self->former_ranks, tl_entity_get_id (entity));
  if (former == NULL)
    return self->next_rank++;

  rank = *former;
  g_hash_table_remove (self->former_ranks, tl_entity_get_id (entity));
  return rank;
}

static void
keep_rank (TlModel  *self,
           TlEntity *entity)
{
  guint64 rank = tl_entity_get_rank (entity);

  g_hash_table_insert (self->former_ranks, g_strdup (tl_entity_get_id (entity)), g_memdup2 (&rank, sizeof rank));
}

/**
 * tl_model_add:
 * @self: a model
 * @entity: an entity that is part of no model; what it refers to has to be part of this one
 *
 * Adds @entity after all others, or where it was when it has been removed before.
 */
void
tl_model_add (TlModel  *self,
              TlEntity *entity)
{
  g_return_if_fail (TL_IS_MODEL (self));
  g_return_if_fail (TL_IS_ENTITY (entity));
  g_return_if_fail (tl_entity_get_model (entity) == NULL);
  g_return_if_fail (tl_model_lookup (self, tl_entity_get_id (entity)) == NULL);

  tl_entity_attach (entity, self, take_rank (self, entity));
  g_hash_table_insert (self->by_id, (char *) tl_entity_get_id (entity), entity);
  tl_entity_list_add (get_list_of_entity (self, entity), entity);

  g_signal_emit (self, signals[ADDED], 0, entity);
}

/**
 * tl_model_remove:
 * @self: a model
 * @entity: an entity of it that no other entity refers to any longer
 */
void
tl_model_remove (TlModel  *self,
                 TlEntity *entity)
{
  g_autoptr (TlEntity) kept = NULL;

  g_return_if_fail (TL_IS_MODEL (self));
  g_return_if_fail (TL_IS_ENTITY (entity));
  g_return_if_fail (tl_entity_get_model (entity) == self);

  kept = g_object_ref (entity);
  keep_rank (self, entity);
  g_hash_table_remove (self->by_id, tl_entity_get_id (entity));
  tl_entity_detach (entity);
  tl_entity_list_remove (get_list_of_entity (self, entity), entity);

  g_signal_emit (self, signals[REMOVED], 0, entity);
}

/**
 * tl_model_begin_bulk:
 * @self: a model
 *
 * From here to tl_model_end_bulk() the lists keep quiet about what they gain and lose, and then tell of it as
 * one change each.  The main loop must not run in between.
 */
void
tl_model_begin_bulk (TlModel *self)
{
  g_return_if_fail (TL_IS_MODEL (self));

  for (guint i = 0; i < N_TYPES; i++)
    tl_entity_list_freeze (self->lists[i]);
}

/**
 * tl_model_end_bulk:
 * @self: a model after tl_model_begin_bulk()
 */
void
tl_model_end_bulk (TlModel *self)
{
  g_return_if_fail (TL_IS_MODEL (self));

  for (guint i = 0; i < N_TYPES; i++)
    tl_entity_list_thaw (self->lists[i]);
}

/**
 * tl_model_entity_changed:
 * @self: a model
 * @entity: an entity of it
 * @pspec: the property that has changed
 */
void
tl_model_entity_changed (TlModel    *self,
                         TlEntity   *entity,
                         GParamSpec *pspec)
{
  g_signal_emit (self, signals[CHANGED], 0, entity, pspec);
}
