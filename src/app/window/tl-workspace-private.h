/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-banner.h"
#include "tl-coaching-view.h"
#include "tl-details-pane.h"
#include "tl-filter-bar.h"
#include "tl-goal-actions.h"
#include "tl-goals-view.h"
#include "tl-people-view.h"
#include "tl-saved-mark.h"
#include "tl-search-field.h"
#include "tl-sentences-view.h"
#include "tl-undo-buttons.h"
#include "tl-workspace.h"

G_BEGIN_DECLS

struct _TlWorkspace
{
  GtkWidget parent_instance;

  TlDocument     *document;
  TlInsight      *insight;
  TlNavigator    *navigator;
  TlFilter       *filter;
  TlSearch       *search;
  TlGoalActions  *goal_actions;
  gboolean        is_narrow;
  gboolean        wants_side;
  gboolean        wants_details;        /* rather than the words, by somebody's own choice */
  gboolean        is_showing_side;      /* no choice of anybody's */

  GtkWidget      *navigation;
  GtkWidget      *navigation_edge;
  GtkLabel       *organisation;
  TlSavedMark    *saved_mark;
  GtkLabel       *sight_label;
  GtkLabel       *cascade_label;
  GtkLabel       *goals_label;
  GtkLabel       *people_label;
  GtkWidget      *coaching_button;
  GtkLabel       *coaching_label;
  GtkLabel       *coaching_count;
  GtkLabel       *place;
  GtkLabel       *subject;
  TlSearchField  *search_field;
  GtkMenuButton  *menu_button;
  TlUndoButtons  *undo_buttons;
  TlBanner       *storage_banner;
  TlBanner       *access_banner;
  TlBanner       *health_banner;
  GtkStack       *content;
  GtkWidget      *first_button;
  TlFilterBar    *filter_bar;
  GtkStack       *lenses;
  TlLensView     *lens_view;
  TlGoalsView    *goals_view;           /* NULL before somebody goes there, as the two that follow */
  TlPeopleView   *people_view;
  TlCoachingView *coaching_view;
  GtkWidget      *side;
  GtkWidget      *side_tabs;
  GtkStack       *side_stack;
  TlSentencesView *sentences;
  TlDetailsPane  *details;
};

/* tl-workspace.c */
void tl_workspace_update_subject (TlWorkspace *self);

/* tl-workspace-side.c */
void tl_workspace_show_side         (TlWorkspace *self,
                                     const char  *page);
void tl_workspace_show_chosen_side  (TlWorkspace *self);
void tl_workspace_side_changed_cb   (TlWorkspace *self);
void tl_workspace_update_side       (TlWorkspace *self);
void tl_workspace_update_words      (TlWorkspace *self);

/* tl-workspace-lenses.c */
void tl_workspace_show_lens        (TlWorkspace *self);
void tl_workspace_update_reminders (TlWorkspace *self);

/* tl-workspace-canvas.c */
void       tl_workspace_init_canvas (TlWorkspace *self);
GPtrArray *tl_workspace_dup_several (TlWorkspace *self);

/* tl-workspace-details.c */
void tl_workspace_init_details   (TlWorkspace *self);
void tl_workspace_update_details (TlWorkspace *self);

G_END_DECLS
