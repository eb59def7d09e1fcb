/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-model.h"
#include "tl-vocabulary.h"
#include "tl-enum-types.h"

/* Every value of every enumeration that is stored has a nick that comes back as the same value, and a label. */
static void
test_every_value (void)
{
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);
  guint n_checked = 0;

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (TlEntityClass) klass = g_type_class_ref (types[i]);
      guint n_fields;
      const TlField *fields = tl_entity_class_get_fields (klass, &n_fields);

      for (guint j = 0; j < n_fields; j++)
        {
          GType type = G_PARAM_SPEC_VALUE_TYPE (fields[j].pspec);
          GEnumClass *values;

          if (fields[j].type != TL_FIELD_ENUM)
            continue;

          values = G_PARAM_SPEC_ENUM (fields[j].pspec)->enum_class;
          for (guint k = 0; k < values->n_values; k++)
            {
              int value = -1;

              g_assert_true (tl_enum_from_nick (type, tl_enum_to_nick (type, values->values[k].value), &value));
              g_assert_cmpint (value, ==, values->values[k].value);
              g_assert_cmpstr (tl_enum_to_label (type, value), !=, "");
              n_checked++;
            }
        }
    }

  g_assert_cmpuint (n_checked, >, 30);
}

static void
test_nicks_are_exact (void)
{
  int value = 77;

  g_assert_false (tl_enum_from_nick (TL_TYPE_FACET, "Work", &value));
  g_assert_false (tl_enum_from_nick (TL_TYPE_FACET, "", &value));
  g_assert_false (tl_enum_from_nick (TL_TYPE_FACET, NULL, &value));
  g_assert_cmpint (value, ==, 77);
  g_assert_cmpstr (tl_enum_to_nick (TL_TYPE_BENEFICIARY, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS), ==,
                   "customers-customers");
}

static void
test_categories (void)
{
  g_assert_cmpuint (g_strv_length ((char **) tl_categories_get ()), ==, 12);
  g_assert_cmpstr (tl_category_to_label ("customer-perception"), ==, "Customer perception");
  g_assert_cmpstr (tl_category_to_label ("Fun"), ==, "Fun");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vocabulary/every-value", test_every_value);
  g_test_add_func ("/vocabulary/nicks-are-exact", test_nicks_are_exact);
  g_test_add_func ("/vocabulary/categories", test_categories);
  return g_test_run ();
}
