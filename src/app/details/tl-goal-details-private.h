/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-details-section.h"
#include "tl-fact.h"
#include "tl-field-row.h"
#include "tl-goal-details.h"

G_BEGIN_DECLS

/* The sections that list something */
typedef enum
{
  PART_MEASURES,
  PART_HELPED,                  /* contributions from the goal */
  PART_HELPERS,                 /* contributions to the goal */
  PART_TENSIONS,
  PART_CHECK_INS,
  N_PARTS
} TlGoalPart;

#define N_GOAL_FACTS    9
#define GOAL_FACT_START 4
#define GOAL_FACT_DUE   5

struct _TlGoalDetails
{
  GtkBox parent_instance;

  TlDocument *document;
  TlInsight  *insight;
  GSettings  *settings;
  TlGoal     *goal;
  GListStore *progress;         /* of TlFact */
  char       *wanted;           /* the identity of a row that is to get the focus */
  TlGoalPart  wanted_part;

  GtkWidget  *icon;
  GtkWidget  *kicker;
  GtkWidget  *title;
  GtkWidget  *description;
  GtkWidget  *origins;
  GtkWidget  *turn_to;
  GtkWidget  *facts[N_GOAL_FACTS];
  GtkWidget  *rollup;
  GtkWidget  *rollup_words;
  GtkWidget  *private_section;
  GtkWidget  *private_notes;
  GtkWidget  *sections[N_PARTS];
  GtkWidget  *buttons[N_PARTS];
  GtkWidget  *rows[N_PARTS];
  GtkWidget  *words[N_PARTS];   /* what stands there instead of rows */
  GtkWidget  *problems[N_PARTS];
  GtkWidget  *more[N_PARTS];    /* shows more rows, while there are any */
  guint       n_shown[N_PARTS];
};

/* tl-goal-details.c */
const char *tl_goal_details_get_fact     (guint           fact,
                                          const char    **label,
                                          const char    **none);

void        tl_goal_details_show_more    (TlGoalDetails  *self,
                                          GtkWidget      *more);

/* tl-goal-details-parts.c */
void        tl_goal_details_create_parts (TlGoalDetails  *self);

G_END_DECLS
