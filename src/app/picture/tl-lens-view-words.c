/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said above a picture, and where there can be none: how much of the cascade is shown, and why the rest is not. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-focus.h"
#include "tl-lens-view-private.h"
#include "tl-line-of-sight.h"
#include "tl-words.h"

/* While there is a filter */
static guint
count_matching (TlLensView *self)
{
  g_autoptr (GArray) wanted = tl_lens_view_collect_wanted (self);

  return wanted->len;
}

/* "8 goals on the way · 2 objectives reached" */
static char *
summarise_line (TlLensView *self,
                TlPerson   *person)
{
  g_autoptr (TlLineOfSight) line =
    tl_line_of_sight_new_for_owner (tl_insight_get_graph (self->insight), TL_PARTY (person));
  g_autofree char *goals = NULL;
  g_autofree char *objectives = NULL;
  guint n_goals, n_objectives;

  tl_line_of_sight_get_goals (line, &n_goals);
  tl_line_of_sight_get_objectives (line, &n_objectives);
  goals = g_strdup_printf (ngettext ("%u goal on the way", "%u goals on the way", n_goals), n_goals);
  if (n_objectives == 0)
    return g_strdup_printf (_("%s · no objective reached yet"), goals);

  objectives = g_strdup_printf (ngettext ("%u objective reached", "%u objectives reached", n_objectives), n_objectives);
  return g_strdup_printf ("%s · %s", goals, objectives);
}

/* The filter hides some goals, and the level down to which the cascade is shown hides others. */
static char *
summarise_filtered (TlLensView *self,
                    guint       n_cards)
{
  guint n_matching = count_matching (self);
  g_autofree char *shown =
    g_strdup_printf (ngettext ("%'u goal matches", "%'u goals match", n_cards), n_cards);
  g_autofree char *rest = NULL;

  if (n_cards >= n_matching)
    return g_steal_pointer (&shown);

  /* Translators: how many goals match a filter, but stand below the level down to which the cascade is shown */
  rest = g_strdup_printf (ngettext ("%'u more matches below this level", "%'u more match below this level",
                                    n_matching - n_cards), n_matching - n_cards);
  return g_strdup_printf ("%s · %s", shown, rest);
}

/* "18 of 1,000 goals · 3 opened by hand", so that the level that is chosen is not taken for all there is to say */
static char *
add_folds (TlLensView *self,
           TlScene    *scene,
           const char *counted)
{
  guint n_opened = tl_lens_view_count_folded (self, scene, TL_DIAGRAM_FOLD_OPENED);
  guint n_closed = tl_lens_view_count_folded (self, scene, TL_DIAGRAM_FOLD_CLOSED);
  g_autoptr (GString) summary = g_string_new (counted);

  if (n_opened > 0)
    /* Translators: follows how many goals are shown: beneath so many of them somebody has opened what helps them */
    g_string_append_printf (summary, ngettext (" · %'u opened by hand", " · %'u opened by hand", n_opened), n_opened);
  if (n_closed > 0)
    /* Translators: follows how many goals are shown: beneath so many of them somebody has folded the rest away */
    g_string_append_printf (summary, ngettext (" · %'u closed by hand", " · %'u closed by hand", n_closed), n_closed);

  return g_string_free (g_steal_pointer (&summary), FALSE);
}

/* What stands above a picture. */
char *
tl_lens_view_summarise (TlLensView *self,
                        TlScene    *scene)
{
  guint n_cards = tl_scene_get_n_cards (scene);
  gboolean is_cascade = tl_navigator_get_lens (self->navigator) == TL_LENS_CASCADE;
  TlEntity *subject = tl_navigator_get_subject (self->navigator);
  g_autofree char *counted = NULL;
  guint n_goals;

  if (TL_IS_PERSON (subject) && !is_cascade)
    return summarise_line (self, TL_PERSON (subject));
  if (is_cascade && tl_lens_view_is_filtered (self))
    return summarise_filtered (self, n_cards);

  n_goals = is_cascade ? tl_graph_get_n_goals (tl_insight_get_graph (self->insight)) : n_cards;
  counted = tl_words_of_shown (n_cards, n_goals);

  return is_cascade ? add_folds (self, scene, counted) : g_steal_pointer (&counted);
}

/* There is nothing to draw for somebody or something. */
void
tl_lens_view_show_message (TlLensView *self,
                           TlEntity   *about)
{
  gboolean is_focus = tl_focus_get (self->navigator) != NULL;
  g_autofree char *name = tl_entity_dup_display_name (about);
  g_autofree char *title = g_strdup_printf (_("%s has no goals yet"), name);

  adw_status_page_set_icon_name (self->message, is_focus ? "tl-cascade-symbolic" : "tl-line-of-sight-symbolic");
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message,
                                   is_focus ? _("What belongs to it will be drawn here, with everything it helps, as soon "
                                                "as there are goals.")
                                            : _("A line of sight begins with a goal. Import goals that name this person "
                                                "as their owner, or choose somebody else."));
  gtk_widget_set_visible (self->whole_button, is_focus);
  gtk_widget_set_visible (self->choose_button, !is_focus);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

/* Nothing is shown: because nothing matches, or because what does stands lower than the cascade is shown. */
void
tl_lens_view_show_filtered (TlLensView *self)
{
  guint n_below = tl_navigator_get_lens (self->navigator) == TL_LENS_CASCADE ? count_matching (self) : 0;
  g_autofree char *below = NULL;

  if (n_below > 0)
    {
      below = g_strdup_printf (ngettext ("%'u goal matches further down.", "%'u goals match further down.", n_below),
                               n_below);
      adw_status_page_set_title (self->filtered, _("No goal down to this level matches the filter"));
    }
  else
    {
      below = g_strdup (_("Take a part of the filter off, or clear it to see all goals again."));
      adw_status_page_set_title (self->filtered, _("No goal matches the filter"));
    }

  adw_status_page_set_description (self->filtered, below);
  gtk_widget_set_visible (self->deeper_button, n_below > 0);
  gtk_stack_set_visible_child_name (self->stack, "filtered");
}
