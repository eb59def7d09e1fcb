/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "small-model.h"
#include "tl-words.h"

static void
assert_words (char       *words,
              const char *expected)
{
  g_autofree char *kept = words;

  g_assert_cmpstr (kept, ==, expected);
}

static void
test_goals (void)
{
  SmallModel small;

  small_model_init (&small);
  assert_words (tl_words_of_goal (small.result), "Result · Sales");
  assert_words (tl_words_of_goal (small.other), "Goal · Sales");
  assert_words (tl_words_of_level (small.result), "Result · Function");
  assert_words (tl_words_of_level (small.work), "Work · Personal");
  assert_words (tl_words_of_level (small.objective), "Result · Objective");
  small_model_clear (&small);
}

static void
test_people (void)
{
  SmallModel small;

  small_model_init (&small);
  assert_words (tl_words_of_person (small.ines), "Account executive · Account team");
  assert_words (tl_words_of_person (small.bjorn), "Installer");
  assert_words (tl_words_of_owner (NULL), "No owner");
  small_model_clear (&small);
}

static void
test_places (void)
{
  SmallModel small;

  small_model_init (&small);
  assert_words (tl_words_of_place (TL_ENTITY (small.ines)), "Sales › Account team › ");
  assert_words (tl_words_of_place (TL_ENTITY (small.work)), "Sales › Account team › Inès Moreau › ");
  assert_words (tl_words_of_place (TL_ENTITY (small.result)), "Sales › ");
  assert_words (tl_words_of_place (TL_ENTITY (small.bjorn)), "");

  /* Units that are each other's parents are a mistake of a file, and no reason to hang. */
  tl_unit_set_parent (small.sales, small.team);
  g_free (tl_words_of_place (TL_ENTITY (small.ines)));
  small_model_clear (&small);
}

static void
test_standing (void)
{
  SmallModel small;
  TlGoalScore score = { .attainment = 0.81, .health = TL_HEALTH_ON_TRACK };

  small_model_init (&small);
  assert_words (tl_words_of_standing (small.result, &score), "Result · 81\u00a0% · On track");
  score.attainment = NAN;
  score.health = TL_HEALTH_NO_DATA;
  assert_words (tl_words_of_standing (small.result, &score), "Result · No data");
  assert_words (tl_words_of_work (small.ines, 1), "Account executive · 1 goal");
  small_model_clear (&small);
}

static void
test_periods (void)
{
  TlDate day = tl_date_new (2026, 3, 5);
  g_autofree char *text = tl_date_format (day);
  g_autofree char *from = g_strdup_printf ("from %s", text);
  g_autofree char *both = g_strdup_printf ("%s – %s", text, text);

  assert_words (tl_words_of_period (TL_DATE_NONE, TL_DATE_NONE), "");
  assert_words (tl_words_of_period (day, TL_DATE_NONE), from);
  assert_words (tl_words_of_period (day, day), both);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/goals", test_goals);
  g_test_add_func ("/words/people", test_people);
  g_test_add_func ("/words/places", test_places);
  g_test_add_func ("/words/standing", test_standing);
  g_test_add_func ("/words/periods", test_periods);

  return g_test_run ();
}
