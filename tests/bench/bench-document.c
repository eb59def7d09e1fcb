/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document of 10,000 goals and 10,000 people: how long it takes to open into objects and how much memory that needs,
 * to work out all numbers, to commit one edited property with its undo step, and to undo it all at once.  Medians, one
 * to a line; of single edits, of which each waits for the disk, the 95th percentile too. */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "bench-times.h"
#include "tl-document.h"
#include "tl-measure.h"
#include "tl-reading.h"
#include "tl-scores.h"
#include "tl-test-folder.h"

#define N_GOALS 10000
#define N_PEOPLE 10000
#define N_UNITS 300
#define N_RUNS 15
#define N_EDITS 200

static double
milliseconds (gint64 since)
{
  return (g_get_monotonic_time () - since) / 1000.0;
}

/* Processor time of this process; on a machine that others use too, it is steadier than the clock. */
static double
get_cpu_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1e6;
}

/* Resident memory in MiB */
static double
get_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) ||
      (line = strstr (status, "VmRSS:")) == NULL)
    return 0;

  return g_ascii_strtoull (line + 6, NULL, 10) / 1024.0;
}

static void
add_measure (TlDocument *document,
             TlGoal     *goal,
             GRand      *rand)
{
  g_autoptr (TlMeasure) measure = tl_measure_new ();
  g_autoptr (TlReading) reading = tl_reading_new ();

  tl_measure_set_goal (measure, goal);
  tl_measure_set_name (measure, "Interviews held");
  tl_measure_set_baseline (measure, 0);
  tl_measure_set_target (measure, 100);
  tl_document_add (document, TL_ENTITY (measure));

  tl_reading_set_measure (reading, measure);
  tl_reading_set_date (reading, tl_date_new (2026, 6, 1));
  tl_reading_set_value (reading, g_rand_int_range (rand, 0, 120));
  tl_document_add (document, TL_ENTITY (reading));
}

static void
fill (TlDocument *document)
{
  TlOrganisation *organisation = tl_model_get_organisation (tl_document_get_model (document));
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) goals = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  tl_document_begin_group (document, "Fill");
  for (guint i = 0; i < N_UNITS; i++)
    {
      TlUnit *unit = tl_unit_new ();
      g_autofree char *name = g_strdup_printf ("Team %u", i);

      tl_party_set_name (TL_PARTY (unit), name);
      tl_unit_set_organisation (unit, organisation);
      tl_unit_set_kind (unit, i < 10 ? TL_UNIT_KIND_FUNCTION : TL_UNIT_KIND_TEAM);
      tl_unit_set_parent (unit, i < 10 ? NULL : g_ptr_array_index (units, i % 10));
      tl_document_add (document, TL_ENTITY (unit));
      g_ptr_array_add (units, unit);
    }

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      TlPerson *person = tl_person_new ();
      g_autofree char *name = g_strdup_printf ("Given%u Family%u", i % 997, i);
      g_autofree char *email = g_strdup_printf ("person%u@lumen.example", i);

      tl_party_set_name (TL_PARTY (person), name);
      tl_person_set_role (person, "Account executive");
      tl_person_set_email (person, email);
      tl_person_set_organisation (person, organisation);
      tl_person_set_unit (person, g_ptr_array_index (units, g_rand_int_range (rand, 0, N_UNITS)));
      tl_person_set_manager (person, i > 0 ? g_ptr_array_index (people, i / 8) : NULL);
      tl_document_add (document, TL_ENTITY (person));
      g_ptr_array_add (people, person);
    }

  for (guint i = 0; i < N_GOALS; i++)
    {
      TlGoal *goal = tl_goal_new ();
      g_autofree char *title = g_strdup_printf ("Help %u customers understand their own customers better", i);

      tl_goal_set_title (goal, title);
      tl_goal_set_start (goal, tl_date_new (2026, 1, 1));
      tl_goal_set_due (goal, tl_date_new (2026, 12, 31));
      tl_goal_set_owner (goal, i < 8 ? TL_PARTY (organisation)
                               : i < 400 ? g_ptr_array_index (units, g_rand_int_range (rand, 0, N_UNITS))
                               : g_ptr_array_index (people, g_rand_int_range (rand, 0, N_PEOPLE)));
      tl_document_add (document, TL_ENTITY (goal));
      g_ptr_array_add (goals, goal);

      for (guint j = 0; i >= 8 && j < (i % 6 == 0 ? 2 : 1); j++)
        {
          g_autoptr (TlContribution) link = tl_contribution_new ();
          guint target = i < 400 ? g_rand_int_range (rand, 0, 8) : g_rand_int_range (rand, 8, i);

          tl_contribution_set_from (link, goal);
          tl_contribution_set_to (link, g_ptr_array_index (goals, target));
          tl_document_add (document, TL_ENTITY (link));
        }

      add_measure (document, goal, rand);
    }

  g_assert_true (tl_document_end_group (document, NULL));
}

static void
bench_open (GFile *file)
{
  double times[N_RUNS], cpu_times[N_RUNS];
  double before = get_memory (), memory = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      double cpu_start = get_cpu_milliseconds ();
      g_autoptr (TlDocument) document = tl_document_open (file, NULL, NULL);

      times[i] = milliseconds (start);
      cpu_times[i] = get_cpu_milliseconds () - cpu_start;
      if (i == 0)
        memory = get_memory () - before;
    }

  printf ("open_ms %.1f (processor %.1f)\n", bench_take_median (times, N_RUNS), bench_take_median (cpu_times, N_RUNS));
  printf ("open_memory_mib %.1f (whole process %.1f)\n", memory, get_memory ());
}

static void
bench_scores (TlDocument *document)
{
  double compile[N_RUNS], compute[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (TlGraph) graph = tl_graph_new (tl_document_get_model (document));
      g_autoptr (TlScores) scores = NULL;

      compile[i] = milliseconds (start);
      scores = tl_scores_new (graph, tl_date_new (2026, 7, 1), tl_graph_get_thresholds (graph));
      start = g_get_monotonic_time ();
      tl_scores_recompute (scores, tl_date_new (2026, 7, 2));
      compute[i] = milliseconds (start);
    }

  printf ("compile_graph_ms %.2f\n", bench_take_median (compile, N_RUNS));
  printf ("recompute_scores_ms %.2f\n", bench_take_median (compute, N_RUNS));
}

static void
print_percentiles (const char *name,
                   double     *values)
{
  printf ("%s_ms %.2f (95 %% under %.2f)\n", name, bench_take_median (values, N_EDITS), bench_take_share (values, N_EDITS, 0.95));
}

static void
bench_edit (TlDocument *document)
{
  GListModel *goals = tl_model_get_list (tl_document_get_model (document), TL_TYPE_GOAL);
  double commit[N_EDITS], undo[N_EDITS];

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (goals, i * (N_GOALS / N_EDITS));
      gint64 start = g_get_monotonic_time ();

      tl_goal_set_title (goal, "Edited");
      g_assert_true (tl_document_flush (document, NULL));
      commit[i] = milliseconds (start);
    }

  for (guint i = 0; i < N_EDITS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      g_assert_true (tl_document_undo (document, NULL));
      undo[i] = milliseconds (start);
    }

  print_percentiles ("commit_edit", commit);
  print_percentiles ("undo_edit", undo);
}

/* Everything that a large import brought, taken back and done again as one step */
static void
bench_large_step (TlDocument *document)
{
  gint64 start = g_get_monotonic_time ();
  double cpu_start = get_cpu_milliseconds ();

  g_assert_true (tl_document_undo (document, NULL));
  printf ("undo_fill_ms %.0f (processor %.0f)\n", milliseconds (start), get_cpu_milliseconds () - cpu_start);

  start = g_get_monotonic_time ();
  cpu_start = get_cpu_milliseconds ();
  g_assert_true (tl_document_redo (document, NULL));
  printf ("redo_fill_ms %.0f (processor %.0f)\n", milliseconds (start), get_cpu_milliseconds () - cpu_start);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "large.throughline", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.throughline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) copy_file = g_file_new_for_path (copy);
  g_autoptr (TlDocument) document = NULL;
  gint64 start;

  /* A process of its own makes the document, so that memory freed here is not mistaken for memory not needed. */
  if (argc == 3 && g_str_equal (argv[1], "--make"))
    {
      g_autoptr (GFile) target = g_file_new_for_path (argv[2]);
      g_autoptr (TlDocument) made = tl_document_create (target, "Lumen", NULL);

      start = g_get_monotonic_time ();
      fill (made);
      printf ("fill_and_commit_ms %.0f\n", milliseconds (start));
      bench_large_step (made);
      return 0;
    }

  {
    const char *arguments[] = { argv[0], "--make", path, NULL };

    g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, NULL));
  }

  bench_open (file);
  document = tl_document_open (file, NULL, NULL);
  bench_scores (document);
  bench_edit (document);

  start = g_get_monotonic_time ();
  g_assert_true (tl_document_save_copy (document, copy_file, NULL));
  printf ("save_copy_ms %.0f\n", milliseconds (start));
  return 0;
}
