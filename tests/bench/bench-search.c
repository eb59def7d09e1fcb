/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a key press in the search field, and a change of the filter, takes in a large document: 10,000 goals, 10,000
 * people, 60,000 readings, a tenth of them with a note. */

#include "config.h"

#include <stdio.h>

#include "bench-times.h"
#include "tl-check-in.h"
#include "tl-filter.h"
#include "tl-reading.h"
#include "tl-search.h"

#define N_GOALS    10000
#define N_PEOPLE   10000
#define N_READINGS 60000
#define N_RUNS     40

static const char * const words[] = {
  "grow", "customers", "service", "reliable", "Köln", "quarter", "contracts", "trust", "delivery", "learn", "Łódź", "visit",
};

static char *
make_text (guint seed,
           guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[(seed * 7 + i * i * 3 + i) % G_N_ELEMENTS (words)]);
  g_string_append_printf (text, " %u", seed);
  return g_string_free (text, FALSE);
}

static TlModel *
make_model (void)
{
  TlModel *model = tl_model_new ();
  g_autoptr (TlOrganisation) own = tl_organisation_new ();
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();

  tl_model_begin_bulk (model);
  tl_party_set_name (TL_PARTY (own), "Own");
  tl_model_add (model, TL_ENTITY (own));
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (TlPerson) person = tl_person_new ();
      g_autofree char *name = make_text (i, 2);

      tl_party_set_name (TL_PARTY (person), name);
      tl_person_set_role (person, "Account executive");
      tl_person_set_organisation (person, own);
      tl_model_add (model, TL_ENTITY (person));
      g_ptr_array_add (people, person);
    }

  for (guint i = 0; i < N_GOALS; i++)
    {
      g_autoptr (TlGoal) goal = tl_goal_new ();
      g_autoptr (TlMeasure) measure = tl_measure_new ();
      g_autofree char *title = make_text (i, 7);
      g_autofree char *description = make_text (i + 3, 25);

      tl_goal_set_title (goal, title);
      tl_goal_set_description (goal, description);
      tl_goal_set_owner (goal, g_ptr_array_index (people, i));
      tl_model_add (model, TL_ENTITY (goal));
      tl_measure_set_goal (measure, goal);
      tl_model_add (model, TL_ENTITY (measure));
      g_ptr_array_add (measures, measure);
    }

  for (guint i = 0; i < N_READINGS; i++)
    {
      g_autoptr (TlReading) reading = tl_reading_new ();
      g_autofree char *note = i % 10 == 0 ? make_text (i, 8) : NULL;

      tl_reading_set_measure (reading, g_ptr_array_index (measures, i % N_GOALS));
      tl_reading_set_note (reading, note);
      tl_model_add (model, TL_ENTITY (reading));
    }

  tl_model_end_bulk (model);
  return model;
}

static void
report (const char *what,
        double     *times,
        guint       n)
{
  printf ("%-46s median %6.1f ms, 95th percentile %6.1f ms\n", what, bench_take_median (times, n), bench_take_share (times, n, 0.95));
}

static void
bench_key_presses (TlSearch *search)
{
  static const char * const texts[] = { "g", "gr", "gro", "grow c", "grow customers 99", "koln", "nothing", "e" };
  double times[N_RUNS * G_N_ELEMENTS (texts)];
  guint n = 0;

  for (guint run = 0; run < N_RUNS; run++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          double start = bench_get_work ();

          g_ptr_array_unref (tl_search_find (search, texts[i], 12));
          times[n++] = bench_get_work () - start;
        }
    }

  report ("a key press", times, n);
}

static void
bench_reading (TlSearch *search)
{
  double times[N_RUNS];

  for (guint run = 0; run < N_RUNS; run++)
    {
      double start = bench_get_work ();

      tl_search_invalidate (search);
      tl_search_prepare (search);
      times[run] = bench_get_work () - start;
    }

  report ("reading the model, as the field gets the focus", times, N_RUNS);
}

static void
bench_filter (TlModel *model)
{
  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlScores) scores = tl_scores_new (graph, tl_date_new (2026, 7, 1), NULL);
  g_autoptr (TlFilter) filter = tl_filter_new (model);
  double times[N_RUNS];

  tl_filter_set_text (filter, "koln grow");
  for (guint run = 0; run < N_RUNS; run++)
    {
      double start = bench_get_work ();

      g_free (tl_filter_match_all (filter, graph, scores, NULL));
      times[run] = bench_get_work () - start;
    }

  report ("filtering all goals by words", times, N_RUNS);
}

int
main (void)
{
  g_autoptr (TlModel) model = make_model ();
  g_autoptr (TlSearch) search = tl_search_new (model);

  bench_reading (search);
  bench_key_presses (search);
  bench_filter (model);
  return 0;
}
