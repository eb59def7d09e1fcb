/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The views of a document, each filled, changed and thrown away again. */

#include "config.h"

#include <adwaita.h>

#include "small-model.h"
#include "tl-fact.h"
#include "tl-late-menu.h"
#include "tl-menu-tooltip.h"
#include "tl-lens-view.h"
#include "tl-people-chooser.h"
#include "tl-sentences-view.h"
#include "tl-shortcuts.h"
#include "view-fixture.h"

static void
test_progress_can_be_opened (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (GListStore) facts = g_list_store_new (TL_TYPE_FACT);

  small_model_init (&small);
  insight = tl_insight_new (small.model);
  tl_facts_of_progress (facts, insight, small.objective);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (facts)), >, 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (facts)); i++)
    {
      g_autoptr (TlFact) fact = g_list_model_get_item (G_LIST_MODEL (facts), i);

      g_assert_nonnull (tl_fact_get_explanation (fact));
      g_assert_cmpstr (tl_fact_get_title (fact), ==, tl_goal_get_title (small.objective));
    }
  small_model_clear (&small);
}

static void
test_sentences (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (GtkWidget) view = NULL;

  small_model_init (&small);
  insight = tl_insight_new (small.model);
  view = g_object_ref_sink (g_object_new (TL_TYPE_SENTENCES_VIEW, NULL));

  g_assert_true (tl_sentences_view_is_empty (TL_SENTENCES_VIEW (view)));
  tl_sentences_view_show (TL_SENTENCES_VIEW (view), insight, TL_ENTITY (small.ines));
  g_assert_false (tl_sentences_view_is_empty (TL_SENTENCES_VIEW (view)));
  g_assert_nonnull (strstr (tl_sentences_view_get_text (TL_SENTENCES_VIEW (view)), "Grow revenue"));
  tl_sentences_view_show (TL_SENTENCES_VIEW (view), insight, NULL);
  g_assert_true (tl_sentences_view_is_empty (TL_SENTENCES_VIEW (view)));
  small_model_clear (&small);
}

static void
count_keys (GtkWidget *widget,
            guint     *n_keys)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    {
      const char *name = gtk_label_get_label (GTK_LABEL (widget));

      g_assert_true (strlen (name) == 1 || strchr (name, '_') == NULL);
      (*n_keys)++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    count_keys (child, n_keys);
}

/* Made for each who asks, and gone with the window it stands above. */
static void
test_shortcuts (void)
{
  GtkWidget *parent = gtk_window_new ();
  GListModel *windows = gtk_window_get_toplevels ();
  guint n_windows = g_list_model_get_n_items (windows);
  guint n_keys = 0;
  g_autoptr (GtkWidget) shortcuts = NULL;
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/io/github/throughline/Throughline/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  tl_shortcuts_show (GTK_WINDOW (parent));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows + 1);
  shortcuts = g_list_model_get_item (windows, n_windows);
  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (shortcuts));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (shortcuts)) == GTK_WINDOW (parent));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (shortcuts)), ==, "Keyboard Shortcuts");
  count_keys (shortcuts, &n_keys);
  g_assert_cmpuint (n_keys, >, 20);
  g_clear_object (&shortcuts);

  gtk_window_destroy (GTK_WINDOW (parent));
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n_windows - 1);
}

static gboolean
has_tooltip (GtkMenuButton *button)
{
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean is_told = FALSE;

  g_signal_emit_by_name (button, "query-tooltip", 1, 1, FALSE, tooltip, &is_told);
  g_object_unref (tooltip);
  return is_told;
}

/* The button can be used from the beginning; there is no menu before somebody opens it, and then it stays. */
static void
test_late_menu (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkPopover *popover;

  g_menu_append (menu, "First", "app.first");
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), "What it opens");
  tl_late_menu_set (button, G_MENU_MODEL (menu));
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (button));
  gtk_window_present (GTK_WINDOW (window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (button)) > 0);
  g_assert_true (gtk_widget_is_sensitive (gtk_widget_get_first_child (GTK_WIDGET (button))));
  g_assert_null (gtk_menu_button_get_popover (button));
  g_assert_true (has_tooltip (button));

  gtk_menu_button_popup (button);
  popover = gtk_menu_button_get_popover (button);
  g_assert_true (gtk_menu_button_get_menu_model (button) == G_MENU_MODEL (menu));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  g_assert_false (has_tooltip (button));
  gtk_menu_button_popdown (button);
  gtk_menu_button_popup (button);
  g_assert_true (gtk_menu_button_get_popover (button) == popover);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));

  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_row (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = GTK_IS_LIST_BOX_ROW (child) ? child : find_row (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* An edit that the sentences do not tell of leaves their rows, and with them the focus, where they are. */
static void
test_sentences_stay (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (GtkWidget) view = NULL;
  GtkWidget *row;

  small_model_init (&small);
  insight = tl_insight_new (small.model);
  view = g_object_ref_sink (g_object_new (TL_TYPE_SENTENCES_VIEW, NULL));
  tl_sentences_view_show (TL_SENTENCES_VIEW (view), insight, TL_ENTITY (small.ines));
  row = find_row (view);
  g_assert_nonnull (row);
  g_object_add_weak_pointer (G_OBJECT (row), (gpointer *) &row);

  tl_goal_set_description (small.work, "Nothing that is said there");
  tl_sentences_view_show (TL_SENTENCES_VIEW (view), insight, TL_ENTITY (small.ines));
  g_assert_true (row != NULL && find_row (view) == row);

  tl_party_set_name (TL_PARTY (small.ines), "Somebody Else");
  tl_goal_set_title (small.work, "Another title");
  tl_sentences_view_show (TL_SENTENCES_VIEW (view), insight, TL_ENTITY (small.ines));
  g_assert_nonnull (strstr (tl_sentences_view_get_text (TL_SENTENCES_VIEW (view)), "Another title"));
  tl_sentences_view_show (TL_SENTENCES_VIEW (view), insight, NULL);
  g_assert_null (row);
  small_model_clear (&small);
}

/* Titles and identities come from files: what looks like markup is only text. */
static void
test_sentences_escape (void)
{
  TlGoal *hostile = tl_goal_new ();
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (GtkWidget) view = NULL;

  small_model_init (&small);
  tl_goal_set_title (small.work, "<b>R&D</b> & <a href=\"x\">more");
  tl_entity_load_id (TL_ENTITY (hostile), "\"><b>&");
  tl_goal_set_title (hostile, "Anything");
  tl_goal_set_owner (hostile, TL_PARTY (small.ines));
  small_add (small.model, hostile);
  insight = tl_insight_new (small.model);
  view = g_object_ref_sink (g_object_new (TL_TYPE_SENTENCES_VIEW, NULL));
  tl_sentences_view_show (TL_SENTENCES_VIEW (view), insight, TL_ENTITY (small.ines));
  g_assert_nonnull (strstr (tl_sentences_view_get_text (TL_SENTENCES_VIEW (view)), "<b>R&D</b>"));
  small_model_clear (&small);
}

/* A title of one long word is broken: it does not make the window wider than the screen. */
static void
test_sentences_width (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (GtkWidget) view = NULL;
  g_autofree char *title = g_strnfill (300, 'x');
  int minimum;

  small_model_init (&small);
  tl_goal_set_title (small.work, title);
  insight = tl_insight_new (small.model);
  view = g_object_ref_sink (g_object_new (TL_TYPE_SENTENCES_VIEW, NULL));
  tl_sentences_view_show (TL_SENTENCES_VIEW (view), insight, TL_ENTITY (small.ines));
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 340);
  small_model_clear (&small);
}

/* A document without a subject begins with the focus where the keyboard can go on from. */
static void
test_lens_view_takes_focus (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (TlNavigator) navigator = NULL;
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) search = g_simple_action_new ("search", NULL);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = g_object_new (TL_TYPE_LENS_VIEW, NULL);

  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (search));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (actions));
  small_model_init (&small);
  insight = tl_insight_new (small.model);
  navigator = tl_navigator_new (small.model);
  gtk_window_set_child (GTK_WINDOW (window), view);
  tl_lens_view_set_source (TL_LENS_VIEW (view), insight, navigator);

  g_assert_true (gtk_widget_grab_focus (view));
  g_assert_true (GTK_IS_BUTTON (gtk_window_get_focus (GTK_WINDOW (window))));

  tl_navigator_set_subject (navigator, TL_ENTITY (small.ines));
  g_assert_true (gtk_widget_grab_focus (view));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) ==
                 GTK_WIDGET (tl_lens_view_get_canvas (TL_LENS_VIEW (view))));
  gtk_window_destroy (GTK_WINDOW (window));
  small_model_clear (&small);
}

static void
test_people (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (GtkWidget) chooser = NULL;

  small_model_init (&small);
  insight = tl_insight_new (small.model);
  chooser = g_object_ref_sink (g_object_new (TL_TYPE_PEOPLE_CHOOSER, NULL));
  g_assert_cmpuint (tl_people_chooser_show (TL_PEOPLE_CHOOSER (chooser), insight), ==, 1);
  small_model_clear (&small);
}

/* Documents begin empty: how far down a large cascade is shown is settled when it has come in. */
static void
test_depth_follows_import (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (TlNavigator) navigator = NULL;
  g_autoptr (GtkWidget) view = NULL;

  small_model_init (&small);
  insight = tl_insight_new (small.model);
  navigator = tl_navigator_new (small.model);
  view = g_object_ref_sink (g_object_new (TL_TYPE_LENS_VIEW, NULL));
  tl_lens_view_set_source (TL_LENS_VIEW (view), insight, navigator);
  g_assert_cmpint (tl_lens_view_get_depth (TL_LENS_VIEW (view)), ==, TL_DIAGRAM_WHOLE);

  for (guint i = 0; i < 200; i++)
    small_add_goal (small.model, "One of many", small.ines, TL_FACET_WORK);
  wait_for_change (insight);
  g_assert_cmpint (tl_lens_view_get_depth (TL_LENS_VIEW (view)), ==, TL_DIAGRAM_FUNCTIONS);

  tl_lens_view_set_depth (TL_LENS_VIEW (view), TL_DIAGRAM_WHOLE);
  small_add_goal (small.model, "One more", small.ines, TL_FACET_WORK);
  wait_for_change (insight);
  g_assert_cmpint (tl_lens_view_get_depth (TL_LENS_VIEW (view)), ==, TL_DIAGRAM_WHOLE);
  small_model_clear (&small);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/views/progress-can-be-opened", test_progress_can_be_opened);
  g_test_add_func ("/views/sentences", test_sentences);
  g_test_add_func ("/views/sentences-stay", test_sentences_stay);
  g_test_add_func ("/views/sentences-escape", test_sentences_escape);
  g_test_add_func ("/views/sentences-width", test_sentences_width);
  g_test_add_func ("/views/lens-view-takes-focus", test_lens_view_takes_focus);
  g_test_add_func ("/views/shortcuts", test_shortcuts);
  tl_menu_tooltip_init ();
  g_test_add_func ("/views/late-menu", test_late_menu);
  g_test_add_func ("/views/people", test_people);
  g_test_add_func ("/views/depth-follows-import", test_depth_follows_import);

  return g_test_run ();
}
