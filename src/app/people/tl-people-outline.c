/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which lines the list of people has: the model put into a tree, sorted, and the tree put into lines.
 *
 * Made anew at every change, from the plain lists of the model: one pass hangs 10,000 people below what they belong
 * to, and only what is shown is sorted.  The keys they are sorted and found by are kept from one time to the next,
 * since making 10,000 of them takes fifty times as long as the rest.  A tree of list models, each following its
 * own part of the model, was rejected: moving a person changes two of them at different times, and the selection and
 * the focus fall through the gap.
 *
 * A damaged document can hold units that are part of each other, and people who manage each other.  Whoever is in
 * such a circle stands at the top of their organisation: nobody is ever left out.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-outline.h"

#include <string.h>

#include "tl-person.h"
#include "tl-text-fold.h"

/* What somebody is sorted and found by, for as long as it is true. */
typedef struct
{
  char *name;
  char *role;
  char *order;                  /* the name, as a key of the user's alphabet */
  char *folded;                 /* the name and the role, for finding */
} Key;

struct _TlPeopleOutline
{
  TlModel    *model;
  GHashTable *keys;             /* identity -> Key */
};

/* One making. */
typedef struct
{
  TlPeopleOutline      *outline;
  TlPeopleShape         shape;
  char                **words;      /* NULL without a filter */
  GHashTable           *children;   /* borrowed TlParty -> GPtrArray of borrowed TlParty */
  GPtrArray            *tops;
  TlPeopleExpandedFunc  is_expanded;
  gpointer              user_data;
  GArray               *lines;
} Making;

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->name);
  g_free (key->role);
  g_free (key->order);
  g_free (key->folded);
  g_free (key);
}

static const Key *
get_key (TlPeopleOutline *self,
         TlParty         *party)
{
  const char *id = tl_entity_get_id (TL_ENTITY (party));
  const char *name = tl_party_get_name (party);
  const char *role = TL_IS_PERSON (party) ? tl_person_get_role (TL_PERSON (party)) : NULL;
  Key *key = g_hash_table_lookup (self->keys, id);
  g_autofree char *text = NULL;

  if (key != NULL && g_strcmp0 (key->name, name) == 0 && g_strcmp0 (key->role, role) == 0)
    return key;

  text = g_strdup_printf ("%s %s", name != NULL ? name : "", role != NULL ? role : "");
  key = g_new0 (Key, 1);
  key->name = g_strdup (name);
  key->role = g_strdup (role);
  key->order = g_utf8_collate_key (name != NULL && g_utf8_validate (name, -1, NULL) ? name : "", -1);
  key->folded = tl_text_fold (text);
  g_hash_table_replace (self->keys, g_strdup (id), key);
  return key;
}

/* People before the units beside them: whoever leads a unit stands right below its name. */
static int
get_rank (TlParty *party)
{
  if (TL_IS_ORGANISATION (party))
    return tl_organisation_get_kind (TL_ORGANISATION (party));

  return TL_IS_PERSON (party) ? 0 : 1;
}

typedef struct
{
  TlParty    *party;
  int         rank;
  const char *order;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;
  int difference = one->rank - other->rank;

  if (difference == 0)
    difference = strcmp (one->order, other->order);
  if (difference == 0)
    difference = strcmp (tl_entity_get_id (TL_ENTITY (one->party)), tl_entity_get_id (TL_ENTITY (other->party)));

  return difference;
}

static void
sort (TlPeopleOutline *self,
      GPtrArray       *parties)
{
  g_autofree Place *places = NULL;

  if (parties->len == 0)
    return;

  places = g_new (Place, parties->len);
  for (guint i = 0; i < parties->len; i++)
    {
      TlParty *party = g_ptr_array_index (parties, i);

      places[i] = (Place) { party, get_rank (party), get_key (self, party)->order };
    }

  qsort (places, parties->len, sizeof (Place), compare_places);
  for (guint i = 0; i < parties->len; i++)
    parties->pdata[i] = places[i].party;
}

static TlParty *
get_above (TlPeopleShape  shape,
           TlParty       *party)
{
  if (TL_IS_UNIT (party))
    return TL_PARTY (tl_unit_get_parent (TL_UNIT (party)));
  if (!TL_IS_PERSON (party))
    return NULL;
  if (shape == TL_PEOPLE_LINES)
    return TL_PARTY (tl_person_get_manager (TL_PERSON (party)));

  return TL_PARTY (tl_person_get_unit (TL_PERSON (party)));
}

/* Brent's way of finding a circle: a marker is put down after 1, 2, 4, 8... steps, and whoever goes round comes by
 * it again.  Whoever only stands below a circle comes by the marker, and never by themselves. */
static gboolean
is_in_circle (TlPeopleShape  shape,
              TlParty       *party)
{
  TlParty *marker = party;
  guint until = 1;
  guint n_steps = 0;

  for (TlParty *above = get_above (shape, party); above != NULL; above = get_above (shape, above))
    {
      if (above == party)
        return TRUE;
      if (above == marker)
        return FALSE;

      if (++n_steps == until)
        {
          marker = above;
          until *= 2;
        }
    }

  return FALSE;
}

static TlParty *
get_home (TlParty *party)
{
  if (TL_IS_UNIT (party))
    return TL_PARTY (tl_unit_get_organisation (TL_UNIT (party)));
  if (TL_IS_PERSON (party))
    return TL_PARTY (tl_person_get_organisation (TL_PERSON (party)));

  return NULL;
}

/**
 * tl_people_outline_get_parent:
 * @self: an outline
 * @shape: a shape of the list
 * @party: somebody of the model
 *
 * Returns: (transfer none) (nullable): whose line @party stands below in that shape
 */
TlParty *
tl_people_outline_get_parent (TlPeopleOutline *self,
                              TlPeopleShape    shape,
                              TlParty         *party)
{
  TlParty *above;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (TL_IS_PARTY (party), NULL);

  if (shape == TL_PEOPLE_ALPHABET)
    return NULL;

  above = get_above (shape, party);
  return above != NULL && !is_in_circle (shape, party) ? above : get_home (party);
}

static void
hang (Making  *making,
      TlParty *parent,
      TlParty *party)
{
  GPtrArray *below;

  if (parent == NULL)
    {
      g_ptr_array_add (making->tops, party);
      return;
    }

  below = g_hash_table_lookup (making->children, parent);
  if (below == NULL)
    {
      below = g_ptr_array_new ();
      g_hash_table_insert (making->children, parent, below);
    }
  g_ptr_array_add (below, party);
}

static void
hang_all (Making *making,
          GType   type)
{
  GListModel *list = tl_model_get_list (making->outline->model, type);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlParty) party = g_list_model_get_item (list, i);

      hang (making, tl_people_outline_get_parent (making->outline, making->shape, party), party);
    }
}

/* Reporting lines need no organisation above them as long as only one has people. */
static void
hang_organisations (Making *making)
{
  GListModel *list = tl_model_get_list (making->outline->model, TL_TYPE_ORGANISATION);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlParty) organisation = g_list_model_get_item (list, i);

      if (making->shape == TL_PEOPLE_UNITS || g_hash_table_contains (making->children, organisation))
        g_ptr_array_add (making->tops, organisation);
    }

  if (making->shape == TL_PEOPLE_LINES && making->tops->len == 1)
    {
      g_autoptr (GPtrArray) only = making->tops;
      GPtrArray *below = g_hash_table_lookup (making->children, g_ptr_array_index (only, 0));

      making->tops = g_ptr_array_copy (below, NULL, NULL);
    }
}

static gboolean
matches (Making  *making,
         TlParty *party)
{
  const char *folded = get_key (making->outline, party)->folded;

  for (guint i = 0; making->words[i] != NULL; i++)
    {
      if (strstr (folded, making->words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Returns whether anything below @parties, or one of them, is in the list. */
static gboolean
put_into_lines (Making    *making,
                GPtrArray *parties,
                guint      depth)
{
  gboolean has_any = FALSE;

  sort (making->outline, parties);
  for (guint i = 0; i < parties->len; i++)
    {
      TlParty *party = g_ptr_array_index (parties, i);
      GPtrArray *below = g_hash_table_lookup (making->children, party);
      gboolean is_match = making->words == NULL || matches (making, party);
      TlPeopleLine line = { party, depth, below != NULL ? below->len : 0, FALSE };
      guint position = making->lines->len;
      gboolean has_below = FALSE;

      /* What a filter has found is shown with all that leads to it. */
      if (making->words != NULL)
        line.is_expanded = below != NULL;
      else if (below != NULL)
        line.is_expanded = making->is_expanded (party, depth, making->user_data);

      g_array_append_val (making->lines, line);
      if (line.is_expanded)
        has_below = put_into_lines (making, below, depth + 1);
      if (!is_match && !has_below)
        g_array_set_size (making->lines, position);
      else
        has_any = TRUE;
    }

  return has_any;
}

/* With a filter, those who do not match are not counted either. */
static void
count_children (GArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      TlPeopleLine *line = &g_array_index (lines, TlPeopleLine, i);

      line->n_children = 0;
      for (guint j = i + 1; j < lines->len && g_array_index (lines, TlPeopleLine, j).depth > line->depth; j++)
        line->n_children += g_array_index (lines, TlPeopleLine, j).depth == line->depth + 1;
      line->is_expanded = line->n_children > 0;
    }
}

/**
 * tl_people_outline_make:
 * @self: an outline
 * @shape: the shape of the list
 * @filter: (nullable): words that a name or a role has to hold, each somewhere, in any case and without accents
 * @is_expanded: (scope call): which lines have those below them shown; not asked when there is a filter
 * @user_data: passed to @is_expanded
 *
 * Returns: (transfer full) (element-type TlPeopleLine): the lines of the list from its top
 */
GArray *
tl_people_outline_make (TlPeopleOutline      *self,
                        TlPeopleShape         shape,
                        const char           *filter,
                        TlPeopleExpandedFunc  is_expanded,
                        gpointer              user_data)
{
  g_autofree char *folded = tl_text_fold (filter);
  g_auto (GStrv) words = *g_strstrip (folded) != '\0' ? g_strsplit (folded, " ", -1) : NULL;
  g_autoptr (GHashTable) children =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  Making making = { self, shape, words, children, g_ptr_array_new (), is_expanded, user_data, NULL };

  g_return_val_if_fail (self != NULL, NULL);

  making.lines = g_array_new (FALSE, FALSE, sizeof (TlPeopleLine));
  if (shape == TL_PEOPLE_UNITS)
    hang_all (&making, TL_TYPE_UNIT);
  hang_all (&making, TL_TYPE_PERSON);
  if (shape != TL_PEOPLE_ALPHABET)
    hang_organisations (&making);

  put_into_lines (&making, making.tops, 0);
  if (words != NULL)
    count_children (making.lines);
  g_ptr_array_unref (making.tops);
  return making.lines;
}

/**
 * tl_people_outline_new:
 * @model: a model
 *
 * Returns: (transfer full): what puts its people into lines
 */
TlPeopleOutline *
tl_people_outline_new (TlModel *model)
{
  TlPeopleOutline *self = g_new0 (TlPeopleOutline, 1);

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  self->model = g_object_ref (model);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, key_free);
  return self;
}

/**
 * tl_people_outline_free:
 * @self: (transfer full): an outline
 */
void
tl_people_outline_free (TlPeopleOutline *self)
{
  g_hash_table_unref (self->keys);
  g_object_unref (self->model);
  g_free (self);
}
