/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of people: its shapes, what it shows, and what stays when the model changes. */

#include "config.h"

#include "small-model.h"
#include "tl-people-tree.h"

typedef struct
{
  SmallModel    small;
  TlPeopleTree *tree;
  guint         n_changes;
  guint         n_removed;
  guint         n_added;
} Fixture;

static void
items_changed_cb (Fixture *fixture,
                  guint    position,
                  guint    n_removed,
                  guint    n_added)
{
  fixture->n_changes++;
  fixture->n_removed += n_removed;
  fixture->n_added += n_added;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  small_model_init (&fixture->small);
  fixture->tree = tl_people_tree_new (fixture->small.model);
  g_signal_connect_swapped (fixture->tree, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->tree);
  small_model_clear (&fixture->small);
}

/* The list as text: a line for each row, with two spaces for each step down. */
static char *
draw (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->tree)); i++)
    {
      g_autoptr (TlPeopleRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->tree), i);
      TlEntity *entity = tl_model_lookup (fixture->small.model, tl_people_row_get_id (row));

      for (guint j = 0; j < tl_people_row_get_depth (row); j++)
        g_string_append (text, "  ");
      g_string_append_printf (text, "%s\n", tl_party_get_name (TL_PARTY (entity)));
    }

  return g_string_free (text, FALSE);
}

static void
assert_drawn (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *text = draw (fixture);

  g_assert_cmpstr (text, ==, expected);
}

static const char *
id_of (gpointer entity)
{
  return tl_entity_get_id (entity);
}

static TlPeopleRow *
row_of (Fixture  *fixture,
        gpointer  entity)
{
  guint position = tl_people_tree_find (fixture->tree, id_of (entity));
  g_autoptr (TlPeopleRow) row = g_list_model_get_item (G_LIST_MODEL (fixture->tree), position);

  return row;
}

static void
test_units (Fixture       *fixture,
            gconstpointer  data)
{
  TlOrganisation *partner = small_add (fixture->small.model, tl_organisation_new ());
  TlOrganisation *client = small_add (fixture->small.model, tl_organisation_new ());

  tl_party_set_name (TL_PARTY (partner), "Alder");
  tl_organisation_set_kind (partner, TL_ORGANISATION_KIND_PARTNER);
  tl_party_set_name (TL_PARTY (client), "Brook");
  tl_organisation_set_kind (client, TL_ORGANISATION_KIND_CUSTOMER);
  tl_people_tree_update (fixture->tree);

  /* Ours first, then the customers, then the partners. */
  assert_drawn (fixture,
                "Lumen\n  Bjørn Łaski\n  Sales\n    Account team\n      Inès Moreau\nBrook\nAlder\n");
  g_assert_cmpuint (tl_people_row_get_n_children (row_of (fixture, fixture->small.organisation)), ==, 2);
}

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  tl_person_set_manager (fixture->small.ines, fixture->small.bjorn);
  tl_people_tree_set_shape (fixture->tree, TL_PEOPLE_LINES);
  assert_drawn (fixture, "Bjørn Łaski\n  Inès Moreau\n");
}

static void
test_alphabet (Fixture       *fixture,
               gconstpointer  data)
{
  small_add_person (fixture->small.model, "Çelik Ada", NULL, NULL);
  tl_people_tree_set_shape (fixture->tree, TL_PEOPLE_ALPHABET);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->tree)), ==, 3);
  g_assert_cmpuint (tl_people_tree_find (fixture->tree, id_of (fixture->small.bjorn)), <,
                    tl_people_tree_find (fixture->tree, id_of (fixture->small.ines)));
}

/* Whoever is found stands below what they belong to, and accents do not matter. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  tl_people_tree_set_expanded (fixture->tree, id_of (fixture->small.sales), FALSE);
  tl_people_tree_set_filter (fixture->tree, "EXECUTIVE ines");
  assert_drawn (fixture, "Lumen\n  Sales\n    Account team\n      Inès Moreau\n");
  g_assert_cmpuint (tl_people_row_get_n_children (row_of (fixture, fixture->small.organisation)), ==, 1);

  tl_people_tree_set_filter (fixture->tree, "nobody");
  assert_drawn (fixture, "");
  tl_people_tree_set_filter (fixture->tree, "");
  assert_drawn (fixture, "Lumen\n  Bjørn Łaski\n  Sales\n");
}

static void
test_expanded (Fixture       *fixture,
               gconstpointer  data)
{
  tl_people_tree_set_expanded (fixture->tree, id_of (fixture->small.sales), FALSE);
  assert_drawn (fixture, "Lumen\n  Bjørn Łaski\n  Sales\n");
  g_assert_cmpuint (fixture->n_removed, ==, 2);
  g_assert_cmpuint (fixture->n_added, ==, 0);
  g_assert_false (tl_people_row_get_expanded (row_of (fixture, fixture->small.sales)));

  g_assert_cmpuint (tl_people_tree_reveal (fixture->tree, id_of (fixture->small.ines)), ==, 4);
  assert_drawn (fixture, "Lumen\n  Bjørn Łaski\n  Sales\n    Account team\n      Inès Moreau\n");
  g_assert_cmpuint (tl_people_tree_find_parent (fixture->tree, 4), ==, 3);
  g_assert_cmpuint (tl_people_tree_find_parent (fixture->tree, 0), ==, TL_PEOPLE_TREE_NONE);
}

/* What was opened and closed once is so in another tree, whatever else stands in what was kept. */
static void
test_folding (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TlPeopleTree) other = tl_people_tree_new (fixture->small.model);
  g_auto (GStrv) folding = NULL;
  char *nonsense[] = { (char *) "", (char *) "+", (char *) "sales", NULL };

  tl_people_tree_set_expanded (fixture->tree, id_of (fixture->small.sales), FALSE);
  folding = tl_people_tree_dup_folding (fixture->tree, TL_PEOPLE_UNITS);
  g_assert_cmpuint (g_strv_length (folding), ==, 1);
  g_assert_cmpint (folding[0][0], ==, '-');

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (other)), ==, 5);
  tl_people_tree_set_folding (other, TL_PEOPLE_UNITS, nonsense);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (other)), ==, 5);
  tl_people_tree_set_folding (other, TL_PEOPLE_UNITS, folding);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (other)), ==, 3);
}

/* Somebody who moves keeps the row, and with it the selection. */
static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  TlPeopleRow *row = row_of (fixture, fixture->small.bjorn);

  tl_person_set_unit (fixture->small.bjorn, fixture->small.team);
  tl_people_tree_update (fixture->tree);
  assert_drawn (fixture, "Lumen\n  Sales\n    Account team\n      Bjørn Łaski\n      Inès Moreau\n");
  g_assert_true (row_of (fixture, fixture->small.bjorn) == row);
  g_assert_cmpuint (tl_people_row_get_depth (row), ==, 3);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

/* What nobody can see changes nothing, and a new role is none of the list's business. */
static void
test_quiet (Fixture       *fixture,
            gconstpointer  data)
{
  tl_person_set_role (fixture->small.ines, "Head of accounts");
  tl_people_tree_update (fixture->tree);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

static void
test_rename (Fixture       *fixture,
             gconstpointer  data)
{
  tl_person_set_unit (fixture->small.bjorn, fixture->small.team);
  tl_people_tree_update (fixture->tree);
  tl_party_set_name (TL_PARTY (fixture->small.bjorn), "Zora Łaski");
  tl_people_tree_update (fixture->tree);
  assert_drawn (fixture, "Lumen\n  Sales\n    Account team\n      Inès Moreau\n      Zora Łaski\n");
}

/* A damaged document can have units that are part of each other, and people who manage each other. */
static void
test_circles (Fixture       *fixture,
              gconstpointer  data)
{
  tl_unit_set_parent (fixture->small.sales, fixture->small.team);
  tl_person_set_manager (fixture->small.ines, fixture->small.bjorn);
  tl_person_set_manager (fixture->small.bjorn, fixture->small.ines);
  tl_people_tree_update (fixture->tree);
  assert_drawn (fixture, "Lumen\n  Bjørn Łaski\n  Account team\n    Inès Moreau\n  Sales\n");
  tl_people_tree_set_shape (fixture->tree, TL_PEOPLE_LINES);
  assert_drawn (fixture, "Bjørn Łaski\nInès Moreau\n");
}

static void
test_nobody (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (TlPeopleTree) tree = tl_people_tree_new (model);

  for (TlPeopleShape shape = 0; shape < TL_N_PEOPLE_SHAPES; shape++)
    {
      tl_people_tree_set_shape (tree, shape);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tree)), ==, 0);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/people-tree/units", test_units);
  ADD ("/people-tree/lines", test_lines);
  ADD ("/people-tree/alphabet", test_alphabet);
  ADD ("/people-tree/filter", test_filter);
  ADD ("/people-tree/expanded", test_expanded);
  ADD ("/people-tree/folding", test_folding);
  ADD ("/people-tree/move", test_move);
  ADD ("/people-tree/quiet", test_quiet);
  ADD ("/people-tree/rename", test_rename);
  ADD ("/people-tree/circles", test_circles);
  g_test_add_func ("/people-tree/nobody", test_nobody);

  return g_test_run ();
}
