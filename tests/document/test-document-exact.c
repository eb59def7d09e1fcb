/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo is exact and complete, across everything: whatever is done to whichever kind of entity, all of it can be undone
 * and done again, and each state on the way is the one that was there before, on the disk as in memory. */

#include <math.h>

#include "tl-date.h"
#include "tl-document-fixture.h"

#define N_ACTIONS 1000

typedef struct
{
  GHashTable *digests;     /* state -> what the disk says */
  GHashTable *texts;       /* state -> what the memory says */
} Seen;

static TlEntity *
pick (TlModel *model,
      GType    type)
{
  GListModel *list = tl_model_get_list (model, type);
  guint n_items = g_list_model_get_n_items (list);
  g_autoptr (TlEntity) entity = NULL;

  if (n_items == 0)
    return NULL;

  entity = g_list_model_get_item (list, g_test_rand_int_range (0, n_items));
  return entity;
}

static char *
make_text (void)
{
  static const char *words[] = { "", "Grow", "Zoë علي 李", "\"quoted\"; DROP", "line\nline", "x" };
  guint word = g_test_rand_int_range (0, G_N_ELEMENTS (words) + 1);

  return word == G_N_ELEMENTS (words) ? NULL : g_strdup_printf ("%s %d", words[word], g_test_rand_int_range (0, 9));
}

static void
set_random_enum (GParamSpec *pspec,
                 GValue     *value)
{
  GEnumClass *klass = G_PARAM_SPEC_ENUM (pspec)->enum_class;

  g_value_set_enum (value, klass->values[g_test_rand_int_range (0, klass->n_values)].value);
}

/* What keeps a goal's owner and the shape of the trees is left to the verbs. */
static gboolean
is_free (TlEntity      *entity,
         const TlField *field)
{
  static const char *bound[] = { "parent", "manager", "carried-from", "from", "to" };

  if (TL_IS_GOAL (entity) && field->type == TL_FIELD_REFERENCE)
    return g_str_equal (field->pspec->name, "cycle");

  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    {
      if (g_str_equal (field->pspec->name, bound[i]))
        return FALSE;
    }

  return TRUE;
}

static void
set_random (TlModel       *model,
            TlEntity      *entity,
            const TlField *field)
{
  GType type = G_PARAM_SPEC_VALUE_TYPE (field->pspec);
  g_auto (GValue) value = G_VALUE_INIT;
  TlEntity *other;

  g_value_init (&value, type);
  switch (field->type)
    {
    case TL_FIELD_STRING:
      g_value_take_string (&value, make_text ());
      break;
    case TL_FIELD_DOUBLE:
      /* Only what begins as unknown can be unknown. */
      g_value_set_double (&value,
                          isnan (G_PARAM_SPEC_DOUBLE (field->pspec)->default_value) && g_test_rand_bit ()
                          ? NAN : g_test_rand_double_range (-10, 1000));
      break;
    case TL_FIELD_BOOLEAN:
      g_value_set_boolean (&value, g_test_rand_bit ());
      break;
    case TL_FIELD_ENUM:
      set_random_enum (field->pspec, &value);
      break;
    case TL_FIELD_REFERENCE:
      other = pick (model, type == TL_TYPE_PARTY ? TL_TYPE_UNIT : type);
      if (other == NULL && field->required)
        return;
      g_value_set_object (&value, other);
      break;
    case TL_FIELD_DATE:
      if (g_test_rand_bit ())
        g_value_take_boxed (&value, tl_date_to_gdate (tl_date_new (2026, g_test_rand_int_range (1, 13), 5)));
      break;
    case TL_FIELD_INT:
      g_value_set_int (&value, g_test_rand_int_range (0, 100));
      break;
    default:
      g_assert_not_reached ();
    }

  g_param_value_validate (field->pspec, &value);
  g_object_set_property (G_OBJECT (entity), field->pspec->name, &value);
}

static GType
pick_type (void)
{
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);

  return types[g_test_rand_int_range (0, n_types)];
}

static void
change_at_random (Fixture *fixture)
{
  TlEntity *entity = pick (fixture->model, pick_type ());
  guint n_fields;
  const TlField *fields;
  const TlField *field;

  if (entity == NULL)
    return;

  fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (entity), &n_fields);
  field = &fields[g_test_rand_int_range (0, n_fields)];
  if (TL_IS_GOAL (entity) && g_test_rand_int_range (0, 8) == 0)
    tl_goal_set_owner (TL_GOAL (entity), TL_PARTY (pick (fixture->model, TL_TYPE_ORGANISATION)));
  else if (is_free (entity, field))
    set_random (fixture->model, entity, field);
}

/* All that an entity needs is there, or it is not added. */
static gboolean
fill_in (Fixture  *fixture,
         TlEntity *entity)
{
  guint n_fields;
  const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (entity), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].required || g_test_rand_bit ())
        {
          /* Of what is new nothing can go round. */
          if (!TL_IS_GOAL (entity) || is_free (entity, &fields[i]))
            set_random (fixture->model, entity, &fields[i]);
        }
      if (fields[i].required && tl_entity_peek_slots (entity)[i].reference == NULL)
        return FALSE;
    }

  if (TL_IS_GOAL (entity))
    tl_goal_set_owner (TL_GOAL (entity), TL_PARTY (pick (fixture->model, TL_TYPE_ORGANISATION)));
  return TRUE;
}

static void
add_at_random (Fixture *fixture)
{
  GType type = g_test_rand_int_range (0, 3) == 0 ? TL_TYPE_GOAL : pick_type ();
  g_autoptr (TlEntity) entity = NULL;

  if (type == TL_TYPE_SETTINGS)
    return;

  if (type == TL_TYPE_CONTRIBUTION)
    {
      TlEntity *from = pick (fixture->model, TL_TYPE_GOAL);
      TlEntity *to = pick (fixture->model, TL_TYPE_GOAL);

      if (from != NULL)
        tl_document_connect (fixture->document, TL_GOAL (from), TL_GOAL (to), NULL);
      return;
    }

  entity = g_object_new (type, NULL);
  if (fill_in (fixture, entity))
    tl_document_add (fixture->document, entity);
}

static void
act_once (Fixture *fixture)
{
  TlEntity *entity;

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
    case 1:
    case 2:
    case 3:
      add_at_random (fixture);
      break;
    case 4:
      entity = pick (fixture->model, pick_type ());
      if (entity != NULL && (!TL_IS_ORGANISATION (entity) || g_test_rand_int_range (0, 10) == 0))
        tl_document_remove (fixture->document, entity);
      break;
    default:
      change_at_random (fixture);
      break;
    }
}

static void
act (Fixture *fixture)
{
  guint n_parts = g_test_rand_int_range (1, 6);
  g_autoptr (GError) error = NULL;

  if (g_test_rand_int_range (0, 6) > 0)
    {
      act_once (fixture);
      flush (fixture);
      return;
    }

  tl_document_begin_group (fixture->document, "Several Things");
  while (n_parts-- > 0)
    act_once (fixture);
  if (g_test_rand_int_range (0, 3) == 0)
    tl_document_cancel_group (fixture->document);
  else
    g_assert_true (tl_document_end_group (fixture->document, &error));
  g_assert_no_error (error);
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_close (fixture->document, &error));
  g_clear_object (&fixture->document);
  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  fixture->model = tl_document_get_model (fixture->document);
  keep_all_steps (fixture);
}

static const char *
get_state (Fixture *fixture)
{
  return tl_store_get_state (fixture->document->store);
}

/* What is typed on in the same field would go on with the step, and undo would not stop here. */
static void
remember (Fixture *fixture,
          Seen    *seen)
{
  tl_document_end_typing (fixture->document);
  if (g_hash_table_contains (seen->digests, get_state (fixture)))
    return;

  g_hash_table_insert (seen->digests, g_strdup (get_state (fixture)), dup_disk_digest (fixture));
  g_hash_table_insert (seen->texts, g_strdup (get_state (fixture)), dup_memory_text (fixture->model));
}

/* Returns 1 when the state is one that was remembered. */
static guint
compare (Fixture *fixture,
         Seen    *seen)
{
  const char *digest = g_hash_table_lookup (seen->digests, get_state (fixture));
  g_autofree char *digest_now = NULL;
  g_autofree char *text_now = NULL;

  if (digest == NULL)
    return 0;

  digest_now = dup_disk_digest (fixture);
  text_now = dup_memory_text (fixture->model);
  g_assert_cmpstr (digest_now, ==, digest);
  g_assert_cmpstr (text_now, ==, g_hash_table_lookup (seen->texts, get_state (fixture)));
  return 1;
}

static void
assert_well (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_store_check (fixture->document->store, problems, NULL, &error));
  g_assert_no_error (error);
}

static void
test_exact (Fixture       *fixture,
            gconstpointer  data)
{
  const gboolean *closes = data;
  Seen seen = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  guint n_seen, n_steps = 0, n_compared = 0;

  keep_all_steps (fixture);
  remember (fixture, &seen);
  for (guint i = 1; i <= N_ACTIONS; i++)
    {
      act (fixture);
      if (i % 50 == 0)
        remember (fixture, &seen);
      if (*closes && i % 250 == 0)
        reopen (fixture);
    }
  assert_well (fixture);
  n_seen = g_hash_table_size (seen.digests);
  g_assert_cmpuint (n_seen, >, 15);

  for (; tl_document_can_undo (fixture->document); n_steps++)
    {
      undo (fixture);
      n_compared += compare (fixture, &seen);
      if (*closes && n_steps % 150 == 100)
        reopen (fixture);
    }
  g_test_message ("%u steps, %u states compared", n_steps, n_compared);
  g_assert_cmpuint (n_steps, >, 400);
  g_assert_cmpuint (n_compared, >=, n_seen - 1);

  for (n_compared = 0; tl_document_can_redo (fixture->document); n_steps--)
    {
      redo (fixture);
      n_compared += compare (fixture, &seen);
      if (*closes && n_steps % 150 == 100)
        reopen (fixture);
    }
  g_assert_cmpuint (n_steps, ==, 0);
  g_assert_cmpuint (n_compared, >=, n_seen - 1);

  g_hash_table_unref (seen.digests);
  g_hash_table_unref (seen.texts);
}

int
main (int   argc,
      char *argv[])
{
  static const gboolean yes = TRUE, no = FALSE;

  use_own_data_folder ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/document/exact", Fixture, &no, set_up, test_exact, tear_down);
  g_test_add ("/document/exact-across-sessions", Fixture, &yes, set_up, test_exact, tear_down);
  return g_test_run ();
}
