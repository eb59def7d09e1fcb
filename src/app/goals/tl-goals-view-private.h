/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlGoalsView share. */

#pragma once

#include "tl-goals-view.h"
#include "tl-outline-cell.h"
#include "tl-outline.h"

G_BEGIN_DECLS

struct _TlGoalsView
{
  GtkWidget parent_instance;

  TlDocument          *document;
  TlInsight           *insight;
  TlNavigator         *navigator;
  GSettings           *settings;
  TlFilter            *filter;

  TlOutline           *outline;
  GtkTreeListModel    *tree;           /* of TlOutlineItem */
  GtkMultiSelection   *selection;      /* of GtkTreeListRow */
  GHashTable          *cells;          /* those that show a row now */
  GHashTable          *expanded;       /* what is unfolded: "above/goal", by identity */
  GHashTable          *unfiltered;     /* while there is a filter, what was unfolded without it */
  GtkSorter           *sorters[TL_OUTLINE_N_COLUMNS];
  GtkColumnViewColumn *columns[TL_OUTLINE_N_COLUMNS];
  gboolean             is_wanted[TL_OUTLINE_N_COLUMNS];
  double               room;           /* the width that the columns were chosen for */
  guint                columns_source;
  guint                state_source;   /* until what is unfolded is kept */

  gboolean             is_stale;       /* something has changed while nobody looked */
  gboolean             is_filter_stale;
  gboolean             is_syncing;
  gboolean             is_selecting;
  gboolean             is_probing;     /* asking the header what it sorts by */
  guint                first_changed;  /* of the rows, while syncing */
  guint                last_changed;

  char                *pending_id;     /* the goal whose cell is to be edited as soon as it is on the screen */
  TlOutlineColumn      pending_column;
  guint                pending_tries;
  guint                pending_tick;
  char                *new_id;         /* a goal made a moment ago that has no title of its own yet */
  guint64              new_revision;   /* of the document, right after it was made */

  GPtrArray           *dragged;        /* of GtkTreeListRow, while they are dragged */
  GtkWidget           *drop_line;      /* the row that is dragged over */

  GtkStack            *pages;
  GtkColumnView       *list;
  GtkScrolledWindow   *scroller;
  GtkLabel            *count;
  GtkMenuButton       *columns_button;
  GtkEntry            *quick_add;
  GtkWidget           *quick_bar;
  GtkWidget           *add_first;
  GtkWidget           *menu;
};

/* tl-goals-rows.c */
char           *tl_goals_row_dup_key             (GtkTreeListRow  *row);
TlOutlineItem  *tl_goals_row_dup_item_above      (GtkTreeListRow  *row);
TlGoal         *tl_goals_view_get_goal           (TlGoalsView     *self,
                                                  GtkTreeListRow  *row);
TlGoal         *tl_goals_view_get_goal_above     (TlGoalsView     *self,
                                                  GtkTreeListRow  *row);
GPtrArray      *tl_goals_view_dup_selected_rows  (TlGoalsView     *self);
GPtrArray      *tl_goals_view_dup_goals_under    (TlGoalsView     *self,
                                                  TlGoal          *above);
GtkTreeListRow *tl_goals_view_find_row           (TlGoalsView     *self,
                                                  TlOutlineItem   *above,
                                                  TlOutlineItem   *item,
                                                  gboolean         may_expand);
GtkTreeListRow *tl_goals_view_find_row_of        (TlGoalsView     *self,
                                                  TlOutlineItem   *item);
TlOutlineCell  *tl_goals_view_find_cell          (TlGoalsView     *self,
                                                  GtkTreeListRow  *row,
                                                  TlOutlineColumn  column);
TlOutlineCell  *tl_goals_view_find_focus         (TlGoalsView     *self);
void            tl_goals_view_set_expanded       (TlGoalsView     *self,
                                                  GtkTreeListRow  *row,
                                                  gboolean         is_expanded);
void            tl_goals_view_expand_remembered  (TlGoalsView     *self,
                                                  guint            first,
                                                  guint            last);
void            tl_goals_view_expand_all         (TlGoalsView     *self);
void            tl_goals_view_collapse_all       (TlGoalsView     *self);
void            tl_goals_view_select_row         (TlGoalsView     *self,
                                                  GtkTreeListRow  *row,
                                                  gboolean         may_focus);
void            tl_goals_view_select_goals       (TlGoalsView     *self,
                                                  GPtrArray       *goals,
                                                  GtkTreeListRow  *above);
void            tl_goals_view_sync               (TlGoalsView     *self);

/* tl-goals-edit.c */
void            tl_goals_view_watch_cell         (TlGoalsView     *self,
                                                  TlOutlineCell   *cell);
void            tl_goals_view_edit               (TlGoalsView     *self,
                                                  TlGoal          *goal,
                                                  TlOutlineColumn  column);
void            tl_goals_view_edit_new           (TlGoalsView     *self,
                                                  TlGoal          *goal,
                                                  GtkTreeListRow  *above);
void            tl_goals_view_init_quick_add     (TlGoalsView     *self);
void            tl_goals_view_update_quick_add   (TlGoalsView     *self);

/* tl-goals-actions.c */
void            tl_goals_view_class_add_actions  (GtkWidgetClass  *widget_class);
void            tl_goals_view_update_actions     (TlGoalsView     *self);
void            tl_goals_view_init_keys          (TlGoalsView     *self);
void            tl_goals_view_refuse             (TlGoalsView     *self,
                                                  const char      *heading,
                                                  const GError    *error);

/* tl-goals-clip.c */
void            tl_goals_view_class_add_clip     (GtkWidgetClass  *widget_class);

/* tl-goals-drag.c */
void            tl_goals_view_init_drag          (TlGoalsView     *self);

/* tl-goals-many.c */
void            tl_goals_view_class_add_many     (GtkWidgetClass  *widget_class);

/* tl-goals-menu.c */
TlOutlineCell  *tl_goals_view_pick               (TlGoalsView     *self,
                                                  double           x,
                                                  double           y);
void            tl_goals_view_class_add_menu     (GtkWidgetClass  *widget_class);
void            tl_goals_view_init_menu          (TlGoalsView     *self);

/* tl-goals-state.c */
void            tl_goals_view_load_state         (TlGoalsView     *self);
void            tl_goals_view_save_state         (TlGoalsView     *self);
void            tl_goals_view_save_state_later   (TlGoalsView     *self);
void            tl_goals_view_apply_filter       (TlGoalsView     *self);

/* tl-goals-columns.c */
void            tl_goals_view_class_add_columns  (GtkWidgetClass  *widget_class);
void            tl_goals_view_add_columns        (TlGoalsView     *self);
void            tl_goals_view_want_column        (TlGoalsView     *self,
                                                  TlOutlineColumn  column,
                                                  gboolean         is_wanted);

G_END_DECLS
