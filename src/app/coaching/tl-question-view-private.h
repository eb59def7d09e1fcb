/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of TlQuestionView share: the question that is asked, and what is being answered. */

#pragma once

#include "tl-cues.h"
#include "tl-field-text.h"
#include "tl-question-flow.h"
#include "tl-question-view.h"

G_BEGIN_DECLS

/* How the draft of an answer is called, before the key of the question */
#define TL_QUESTION_DRAFT "answer/"

struct _TlQuestionView
{
  GtkWidget parent_instance;

  TlDocument  *document;
  char        *conversation;    /* the identity, or NULL while none is shown */
  TlQuestion  *question;        /* NULL when nothing is left to ask */
  GPtrArray   *asked;           /* keys, the last that was left at the end */
  char        *wanted;          /* the key that somebody went to, or NULL for what comes next */
  guint64      revision;        /* of the document, when it was looked what to ask */
  gboolean     is_read_only;    /* the document was, then */
  TlSorting   *sorting;         /* of what stands in the answer, or NULL */
  TlFacet      facet;           /* what the answer is: UNSET is a note */
  gboolean     is_sorted;       /* what it is can be told: by its words, the question, or somebody */
  gboolean     has_chosen;      /* somebody decided so, and not the suggestion */
  TlActionState outcome;        /* of an open action */
  TlBeneficiary circle;         /* of the Impact whose who is asked for */
  gboolean     has_chosen_circle;
  guint        sort_id;
  gboolean     is_showing;

  GtkStack    *stack;
  GtkLabel    *text;
  GtkLabel    *hint;
  GtkLabel    *so_far;
  GtkBox      *answer_box;
  GtkWidget   *answer;          /* TlFieldText */
  GtkWidget   *suggestion;
  GtkImage    *suggestion_icon;
  GtkLabel    *suggestion_words;
  GtkLabel    *problem;
  GtkWidget   *sorts;
  GtkWidget   *outcomes;
  GtkWidget   *circles;
  GtkWidget   *choices;
  GtkButton   *back;
  GtkButton   *skip;
  GtkButton   *keep;
  GtkMenuButton *threads;
  GtkLabel    *threads_label;
  GtkPopover  *threads_popover;
  GtkListBox  *threads_list;
};

/* tl-question-view.c */
TlConversation *tl_question_view_get_conversation (TlQuestionView *self);
TlQuestionFlow *tl_question_view_create_flow      (TlQuestionView *self);
void            tl_question_view_refresh          (TlQuestionView *self);
char           *tl_question_view_dup_answer       (TlQuestionView *self);
void            tl_question_view_say              (TlQuestionView *self,
                                                   const char     *problem);

/* tl-question-view-sort.c */
void            tl_question_view_class_add_sorts  (GtkWidgetClass *widget_class);
void            tl_question_view_start_sorting    (TlQuestionView *self);
void            tl_question_view_finish_sorting   (TlQuestionView *self);
void            tl_question_view_forget_sorting   (TlQuestionView *self);
const char     *tl_question_view_name_sort        (TlQuestionView *self);
void            tl_question_view_choose_sort      (TlQuestionView *self,
                                                   const char     *name);
const char     *tl_question_view_name_outcome     (TlQuestionView *self);
void            tl_question_view_choose_outcome   (TlQuestionView *self,
                                                   const char     *name);

/* tl-question-view-answer.c */
void            tl_question_view_class_add_answers (GtkWidgetClass *widget_class);
void            tl_question_view_keep              (TlQuestionView *self);

/* tl-question-view-choices.c */
void            tl_question_view_class_add_choices (GtkWidgetClass *widget_class);
void            tl_question_view_show_choices      (TlQuestionView *self);

/* tl-question-view-circles.c */
void            tl_question_view_class_add_circles (GtkWidgetClass *widget_class);
gboolean        tl_question_view_asks_circle       (TlQuestionView *self);
const char     *tl_question_view_name_circle       (TlQuestionView *self);
void            tl_question_view_choose_circle     (TlQuestionView *self,
                                                    const char     *name);
void            tl_question_view_suggest_circle    (TlQuestionView *self,
                                                    const char     *text);
void            tl_question_view_forget_circle     (TlQuestionView *self);

/* tl-question-view-threads.c */
GPtrArray      *tl_question_view_list              (TlQuestionView *self);
void            tl_question_view_update_threads    (TlQuestionView *self,
                                                    TlQuestionFlow *flow);
void            tl_question_view_fill_threads      (TlQuestionView *self);
void            tl_question_view_class_add_threads (GtkWidgetClass *widget_class);

G_END_DECLS
