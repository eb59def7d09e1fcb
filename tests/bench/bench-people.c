/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The people's lens with 10,000 people in 400 units: how long it takes to open, to answer a key in the entry that
 * finds, and to follow an edit while it is shown.  Needs a display.  Fails when an edit is slower than is promised. */

#include "config.h"

#include <adwaita.h>

#include "bench-times.h"
#include "bench-view.h"
#include "tl-people-tree.h"
#include "tl-people-view.h"
#include "tl-person.h"

#define N_PEOPLE 10000
#define N_FUNCTIONS 20
#define N_TEAMS 380
#define N_TIMES 20
#define PROMISED_MS 16.0

typedef struct
{
  GtkWidget   *window;
  GtkWidget   *view;
  TlDocument  *document;
  TlInsight   *insight;
  TlNavigator *navigator;
  gboolean     has_painted;
  guint        n_renamed;
  double       told;            /* when the insight began to tell that it has changed */
  double       followed;        /* how long the lens took to follow, added up */
} Bench;

static GPtrArray *
add_units (TlDocument *document)
{
  TlOrganisation *ours = tl_model_get_organisation (tl_document_get_model (document));
  GPtrArray *units = g_ptr_array_new ();

  for (guint i = 0; i < N_FUNCTIONS + N_TEAMS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Unit %u", i);
      TlUnit *unit = tl_unit_new ();

      tl_party_set_name (TL_PARTY (unit), name);
      tl_unit_set_organisation (unit, ours);
      if (i >= N_FUNCTIONS)
        tl_unit_set_parent (unit, g_ptr_array_index (units, i % N_FUNCTIONS));
      g_ptr_array_add (units, bench_document_add (document, unit));
    }

  return units;
}

static void
add_people (TlDocument *document)
{
  static const char *const names[] = { "Inès Moreau", "Ada Okafor", "Søren Kjær", "Zofia Krajnik", "Hamid Rostamzad" };
  TlOrganisation *ours = tl_model_get_organisation (tl_document_get_model (document));
  g_autoptr (GPtrArray) units = add_units (document);
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s %u", names[i % G_N_ELEMENTS (names)], i);
      TlPerson *person = tl_person_new ();
      TlGoal *goal = tl_goal_new ();

      tl_party_set_name (TL_PARTY (person), name);
      tl_person_set_role (person, i % 3 == 0 ? "Account executive" : "Engineer");
      tl_person_set_organisation (person, ours);
      tl_person_set_unit (person, g_ptr_array_index (units, i % units->len));
      if (i > 0)
        tl_person_set_manager (person, g_ptr_array_index (people, (i - 1) / 8));
      g_ptr_array_add (people, bench_document_add (document, person));
      tl_goal_set_title (goal, "Understand what customers need next year");
      tl_goal_set_person (goal, person);
      tl_goal_set_state (goal, TL_GOAL_STATE_ACTIVE);
      bench_document_add (document, goal);
    }
}

static void
after_paint_cb (Bench *bench)
{
  bench->has_painted = TRUE;
}

static void
told_cb (Bench *bench)
{
  bench->told = bench_get_work ();
}

static void
followed_cb (Bench *bench)
{
  bench->followed += bench_get_work () - bench->told;
}

static void
wait_for_paint (Bench *bench)
{
  bench->has_painted = FALSE;
  gtk_widget_queue_draw (bench->view);
  while (!bench->has_painted)
    g_main_context_iteration (NULL, TRUE);
}

static void
settle (void)
{
  for (gint64 end = g_get_monotonic_time () + 300000; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
}

static void
open_view (Bench *bench)
{
  bench->window = gtk_window_new ();
  bench->view = g_object_new (TL_TYPE_PEOPLE_VIEW, NULL);
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1400, 950);
  gtk_window_set_child (GTK_WINDOW (bench->window), bench->view);
  tl_people_view_set_source (TL_PEOPLE_VIEW (bench->view), bench->document, bench->insight, bench->navigator);
  gtk_window_present (GTK_WINDOW (bench->window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (bench->window), "after-paint", G_CALLBACK (after_paint_cb),
                            bench);
  wait_for_paint (bench);
}

/* Without the widgets: what the list is made of for one more letter.  The first has every name folded. */
static double
time_filter (Bench  *bench,
             double *first)
{
  static const char *const typed[] = { "a", "ad", "ada", "ada 5", "ada 55", "" };
  g_autoptr (TlPeopleTree) tree = tl_people_tree_new (tl_document_get_model (bench->document));
  double worst = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      double start = bench_get_work ();

      tl_people_tree_set_filter (tree, typed[i]);
      if (i == 0)
        *first = bench_get_work () - start;
      else
        worst = MAX (worst, bench_get_work () - start);
    }

  return worst;
}

typedef void (*Edit) (Bench *bench, guint number);

static void
rename_person (Bench *bench,
               guint  number)
{
  GListModel *people = tl_model_get_list (tl_document_get_model (bench->document), TL_TYPE_PERSON);
  g_autoptr (TlPerson) person = g_list_model_get_item (people, number);
  g_autofree char *name = g_strdup_printf ("Renamed %u", ++bench->n_renamed);

  tl_party_set_name (TL_PARTY (person), name);
}

static void
retitle_goal (Bench *bench,
              guint  number)
{
  GListModel *goals = tl_model_get_list (tl_document_get_model (bench->document), TL_TYPE_GOAL);
  g_autoptr (TlGoal) goal = g_list_model_get_item (goals, number);
  g_autofree char *title = g_strdup_printf ("Renamed %u", number);

  tl_goal_set_title (goal, title);
}

/* Until the frame that shows it is painted; and what the lens does when the numbers are there, a moment later, which
 * includes compiling the graph. */
static double
time_edit (Bench  *bench,
           Edit    edit,
           double *followed)
{
  double times[N_TIMES];

  bench->followed = 0;

  for (guint i = 0; i < N_TIMES; i++)
    {
      double start;

      start = bench_get_work ();
      edit (bench, i);
      wait_for_paint (bench);
      times[i] = bench_get_work () - start;
      settle ();
    }

  *followed = bench->followed / N_TIMES;
  return bench_take_median (times, N_TIMES);
}

static double
time_update (Bench         *bench,
             TlPeopleShape  shape)
{
  g_autoptr (TlPeopleTree) tree = tl_people_tree_new (tl_document_get_model (bench->document));
  double times[N_TIMES];

  tl_people_tree_set_shape (tree, shape);
  for (guint i = 0; i < N_TIMES; i++)
    {
      double start;

      rename_person (bench, i);
      start = bench_get_work ();
      tl_people_tree_update (tree);
      times[i] = bench_get_work () - start;
    }

  return bench_take_median (times, N_TIMES);
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { 0 };
  double first = 0;
  double open, filter, units, lines, alphabet, goal, goal_later, person, person_later, start;

  adw_init ();
  bench.document = bench_document_new (add_people);
  bench.insight = tl_insight_new (tl_document_get_model (bench.document));
  bench.navigator = tl_navigator_new (tl_document_get_model (bench.document));
  tl_navigator_set_lens (bench.navigator, TL_LENS_PEOPLE);

  g_signal_connect_swapped (bench.insight, "changed", G_CALLBACK (told_cb), &bench);
  g_signal_connect_data (bench.insight, "changed", G_CALLBACK (followed_cb), &bench, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  start = bench_get_work ();
  open_view (&bench);
  open = bench_get_work () - start;
  settle ();
  units = time_update (&bench, TL_PEOPLE_UNITS);
  lines = time_update (&bench, TL_PEOPLE_LINES);
  alphabet = time_update (&bench, TL_PEOPLE_ALPHABET);
  filter = time_filter (&bench, &first);
  goal = time_edit (&bench, retitle_goal, &goal_later);
  person = time_edit (&bench, rename_person, &person_later);

  g_print ("%u people in %u units, in processor time\n", N_PEOPLE, N_FUNCTIONS + N_TEAMS);
  g_print ("open the lens: %.0f ms\n", open);
  g_print ("make the list again: %.1f ms by units, %.1f ms by reporting lines, %.1f ms by the alphabet\n", units, lines,
           alphabet);
  g_print ("the list for the first letter: %.1f ms, for one more at most %.1f ms\n", first, filter);
  g_print ("from an edited goal to the screen: %.1f ms (promised: under %.0f ms), and %.1f ms a moment later\n", goal,
           PROMISED_MS, goal_later);
  g_print ("from an edited person to the screen: %.1f ms, and %.1f ms a moment later\n", person, person_later);

  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_clear_object (&bench.navigator);
  g_clear_object (&bench.insight);
  bench_document_discard (bench.document);
  return goal < PROMISED_MS ? 0 : 1;
}
