/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "tl-check-in.h"
#include "tl-contribution.h"
#include "tl-enum-types.h"
#include "tl-measure.h"
#include "tl-model.h"
#include "tl-reading.h"
#include "tl-tension.h"
#include "tl-vocabulary.h"

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          guint      *count)
{
  *count += 1;
}

static void
set_sample_value (GObject    *object,
                  GParamSpec *pspec,
                  TlEntity   *reference)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GDate) date = g_date_new_dmy (21, 11, 2026);
  GType type = G_PARAM_SPEC_VALUE_TYPE (pspec);

  g_value_init (&value, type);
  if (type == G_TYPE_STRING)
    g_value_set_string (&value, "Grüße, 世界");
  else if (type == G_TYPE_DOUBLE)
    g_value_set_double (&value, 12.5);
  else if (type == G_TYPE_BOOLEAN)
    g_value_set_boolean (&value, TRUE);
  else if (type == G_TYPE_DATE)
    g_value_set_boxed (&value, date);
  else if (G_TYPE_IS_ENUM (type))
    g_value_set_enum (&value, G_PARAM_SPEC_ENUM (pspec)->default_value == 1 ? 0 : 1);
  else
    g_value_set_object (&value, reference);

  g_object_set_property (object, pspec->name, &value);
}

/* Every stored property of every class is kept, compared, and told of exactly when it changes. */
static void
test_properties (void)
{
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (TlEntity) entity = g_object_new (types[i], NULL);
      guint n_fields;
      const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (entity), &n_fields);

      g_assert_cmpuint (n_fields, >, 0);
      for (guint j = 0; j < n_fields; j++)
        {
          g_autoptr (TlEntity) reference = NULL;
          g_autofree char *detailed = g_strdup_printf ("notify::%s", fields[j].pspec->name);
          guint count = 0;
          g_auto (GValue) read = G_VALUE_INIT;

          g_test_message ("%s::%s", g_type_name (types[i]), fields[j].pspec->name);
          if (fields[j].type == TL_FIELD_REFERENCE)
            reference = g_object_new (G_PARAM_SPEC_VALUE_TYPE (fields[j].pspec), NULL);

          g_signal_connect (entity, detailed, G_CALLBACK (count_cb), &count);
          set_sample_value (G_OBJECT (entity), fields[j].pspec, reference);
          g_assert_cmpuint (count, ==, 1);
          set_sample_value (G_OBJECT (entity), fields[j].pspec, reference);
          g_assert_cmpuint (count, ==, 1);

          g_value_init (&read, G_PARAM_SPEC_VALUE_TYPE (fields[j].pspec));
          g_object_get_property (G_OBJECT (entity), fields[j].pspec->name, &read);
          if (fields[j].type == TL_FIELD_STRING)
            g_assert_cmpstr (g_value_get_string (&read), ==, "Grüße, 世界");
          else if (fields[j].type == TL_FIELD_DATE)
            g_assert_cmpuint (g_date_get_year (g_value_get_boxed (&read)), ==, 2026);
          else if (fields[j].type == TL_FIELD_REFERENCE)
            g_assert_true (g_value_get_object (&read) == reference);
          else if (fields[j].type == TL_FIELD_DOUBLE)
            g_assert_cmpfloat (g_value_get_double (&read), ==, 12.5);
        }
    }
}

static void
test_unknown_equals_itself (void)
{
  g_autoptr (TlReading) reading = tl_reading_new ();
  guint count = 0;

  g_signal_connect (reading, "notify::value", G_CALLBACK (count_cb), &count);
  g_assert_true (isnan (tl_reading_get_value (reading)));
  tl_reading_set_value (reading, NAN);
  g_assert_cmpuint (count, ==, 0);
  tl_reading_set_value (reading, 0);
  tl_reading_set_value (reading, NAN);
  g_assert_cmpuint (count, ==, 2);

  /* ... also as a property, which is how views clear a number */
  tl_reading_set_value (reading, 1);
  g_object_set (reading, "value", NAN, NULL);
  g_assert_true (isnan (tl_reading_get_value (reading)));
}

static void
test_identity (void)
{
  g_autoptr (TlGoal) one = tl_goal_new ();
  g_autoptr (TlGoal) two = tl_goal_new ();
  g_autoptr (TlGoal) loaded = tl_goal_new ();

  g_assert_true (g_uuid_string_is_valid (tl_entity_get_id (TL_ENTITY (one))));
  g_assert_cmpstr (tl_entity_get_id (TL_ENTITY (one)), ==, tl_entity_get_id (TL_ENTITY (one)));
  g_assert_cmpstr (tl_entity_get_id (TL_ENTITY (one)), !=, tl_entity_get_id (TL_ENTITY (two)));

  tl_entity_load_id (TL_ENTITY (loaded), "abc");
  g_assert_cmpstr (tl_entity_get_id (TL_ENTITY (loaded)), ==, "abc");
  g_assert_cmpstr (tl_entity_get_kind (TL_ENTITY (loaded)), ==, "goal");
}

static void
test_display_name (void)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();
  g_autoptr (TlPerson) person = tl_person_new ();
  g_autofree char *untitled = tl_entity_dup_display_name (TL_ENTITY (goal));
  g_autofree char *blank = NULL;
  g_autofree char *titled = NULL;
  g_autofree char *named = NULL;

  g_assert_cmpstr (untitled, ==, "goal");
  tl_goal_set_title (goal, "Grow");
  titled = tl_entity_dup_display_name (TL_ENTITY (goal));
  tl_goal_set_title (goal, " \n");
  blank = tl_entity_dup_display_name (TL_ENTITY (goal));
  g_assert_cmpstr (blank, ==, untitled);
  g_assert_cmpstr (titled, ==, "Grow");
  tl_party_set_name (TL_PARTY (person), "Ines");
  named = tl_entity_dup_display_name (TL_ENTITY (person));
  g_assert_cmpstr (named, ==, "Ines");
}

static void
test_referrers (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (TlGoal) goal = tl_goal_new ();
  g_autoptr (TlGoal) other = tl_goal_new ();
  g_autoptr (TlMeasure) measure = tl_measure_new ();
  g_autoptr (TlContribution) link = tl_contribution_new ();
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GPtrArray) from = NULL;
  g_autoptr (GPtrArray) to = NULL;
  g_autoptr (GPtrArray) any = NULL;
  g_autoptr (GPtrArray) after = NULL;

  tl_model_add (model, TL_ENTITY (goal));
  tl_model_add (model, TL_ENTITY (other));
  tl_measure_set_goal (measure, goal);
  g_assert_null (tl_entity_peek_referrers (TL_ENTITY (goal)));  /* not part of the model yet */
  tl_model_add (model, TL_ENTITY (measure));
  tl_contribution_set_from (link, goal);
  tl_contribution_set_to (link, other);
  tl_model_add (model, TL_ENTITY (link));

  measures = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_MEASURE, NULL);
  from = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "from");
  to = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "to");
  any = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_ENTITY, NULL);
  g_assert_cmpuint (measures->len, ==, 1);
  g_assert_cmpuint (from->len, ==, 1);
  g_assert_cmpuint (to->len, ==, 0);
  g_assert_cmpuint (any->len, ==, 2);

  tl_measure_set_goal (measure, other);
  tl_model_remove (model, TL_ENTITY (link));
  after = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_ENTITY, NULL);
  g_assert_cmpuint (after->len, ==, 0);
}

/* Two references of one entity to the same other one */
static void
test_referrer_twice (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (TlGoal) goal = tl_goal_new ();
  g_autoptr (TlTension) tension = tl_tension_new ();
  g_autoptr (GPtrArray) any = NULL;

  tl_model_add (model, TL_ENTITY (goal));
  tl_tension_set_first (tension, goal);
  tl_tension_set_second (tension, goal);
  tl_model_add (model, TL_ENTITY (tension));
  any = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_ENTITY, NULL);
  g_assert_cmpuint (any->len, ==, 1);
  tl_tension_set_second (tension, NULL);
  tl_model_remove (model, TL_ENTITY (tension));
  g_assert_cmpuint (tl_entity_peek_referrers (TL_ENTITY (goal))->len, ==, 0);
}

/* The file takes no other weight, so a setter leaves the old one. */
static void
test_weight (void)
{
  g_autoptr (TlMeasure) measure = tl_measure_new ();
  g_autoptr (TlContribution) link = tl_contribution_new ();

  tl_measure_set_weight (measure, 2.5);
  tl_contribution_set_weight (link, 3);
  tl_measure_set_weight (measure, NAN);
  tl_measure_set_weight (measure, 0);
  tl_contribution_set_weight (link, -1);
  g_object_set (link, "weight", NAN, NULL);
  tl_contribution_set_weight (link, INFINITY);
  g_assert_cmpfloat (tl_measure_get_weight (measure), ==, 2.5);
  g_assert_cmpfloat (tl_contribution_get_weight (link), ==, 3);

  tl_measure_set_target (measure, -5);
  g_assert_cmpfloat (tl_measure_get_target (measure), ==, -5);
  tl_measure_set_target (measure, NAN);
  g_assert_true (isnan (tl_measure_get_target (measure)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entity/properties", test_properties);
  g_test_add_func ("/entity/unknown-equals-itself", test_unknown_equals_itself);
  g_test_add_func ("/entity/weight", test_weight);
  g_test_add_func ("/entity/identity", test_identity);
  g_test_add_func ("/entity/display-name", test_display_name);
  g_test_add_func ("/entity/referrers", test_referrers);
  g_test_add_func ("/entity/referrer-twice", test_referrer_twice);
  return g_test_run ();
}
