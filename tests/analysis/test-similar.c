/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "tl-goal.h"
#include "tl-settings.h"
#include "tl-similar.h"

static TlModel *
make_model (void)
{
  static const char *const titles[] = {
    "Grow account revenue to 4.2 M",
    "Help clients know their customers",
    "Understand the strategy of each client",
    "Be the supplier of choice",
    "Hold a review with each plant",
    "Train the service engineers on the new platform",
    "Reduce the number of complaints",
    "Köln: Umsatz mit Bestandskunden steigern",
  };
  TlModel *model = tl_model_new ();

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (TlGoal) goal = tl_goal_new ();

      tl_goal_set_title (goal, titles[i]);
      tl_model_add (model, TL_ENTITY (goal));
    }

  return model;
}

static GPtrArray *
find_similar (TlModel    *model,
              const char *text,
              guint       max)
{
  g_autoptr (TlSimilar) similar = tl_similar_new (model);

  return tl_similar_find (similar, text, max);
}

static void
assert_best (const char *text,
             const char *title)
{
  g_autoptr (TlModel) model = make_model ();
  g_autoptr (GPtrArray) goals = find_similar (model, text, 3);

  g_test_message ("%s", text);
  g_assert_cmpuint (goals->len, <=, 3);
  g_assert_cmpstr (goals->len > 0 ? tl_goal_get_title (g_ptr_array_index (goals, 0)) : NULL, ==, title);
}

static void
test_best (void)
{
  assert_best ("grow account revenue", "Grow account revenue to 4.2 M");
  assert_best ("growing the revenue of the account", "Grow account revenue to 4.2 M");
  assert_best ("deeply understand the client's strategy", "Understand the strategy of each client");
  assert_best ("HELPING CLIENTS TO KNOW THEIR CUSTOMERS", "Help clients know their customers");
  assert_best ("training of service engineers on the platform", "Train the service engineers on the new platform");
  assert_best ("koln: umsatz mit bestandskunden steigern", "Köln: Umsatz mit Bestandskunden steigern");
  assert_best ("fewer complaints", NULL);
  assert_best ("plant a tree in the garden", NULL);
  assert_best ("the of to", NULL);
  assert_best ("", NULL);
  assert_best (NULL, NULL);
  assert_best ("🙂 … !!", NULL);
}

static void
test_dropped (void)
{
  g_autoptr (TlModel) model = make_model ();
  TlGoal *goal = g_list_model_get_item (tl_model_get_list (model, TL_TYPE_GOAL), 0);
  g_autoptr (GPtrArray) goals = NULL;

  tl_goal_set_state (goal, TL_GOAL_STATE_DROPPED);
  g_object_unref (goal);
  goals = find_similar (model, "grow account revenue", 3);
  g_assert_cmpuint (goals->len, ==, 0);
}

static void
test_nothing (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (GPtrArray) goals = find_similar (model, "grow account revenue", 3);
  g_autoptr (TlModel) full = make_model ();
  g_autoptr (GPtrArray) none = find_similar (full, "grow account revenue", 0);

  g_assert_cmpuint (goals->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

/* What is asked first takes nothing from what is asked next. */
static void
test_several (void)
{
  g_autoptr (TlModel) model = make_model ();
  g_autoptr (TlSimilar) similar = tl_similar_new (model);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) revenue = tl_similar_find (similar, "grow account revenue", 3);
      g_autoptr (GPtrArray) customers = tl_similar_find (similar, "help clients to know their customers", 3);

      g_assert_cmpstr (tl_goal_get_title (g_ptr_array_index (revenue, 0)), ==, "Grow account revenue to 4.2 M");
      g_assert_cmpstr (tl_goal_get_title (g_ptr_array_index (customers, 0)), ==, "Help clients know their customers");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/similar/best", test_best);
  g_test_add_func ("/analysis/similar/dropped", test_dropped);
  g_test_add_func ("/analysis/similar/nothing", test_nothing);
  g_test_add_func ("/analysis/similar/several", test_several);

  return g_test_run ();
}
