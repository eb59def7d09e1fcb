/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of TlConversationPage share: its parts, and what stands at the side. */

#pragma once

#include "tl-closing-view.h"
#include "tl-conversation-page.h"
#include "tl-conversation-stage.h"
#include "tl-findings-pane.h"
#include "tl-frame-view.h"
#include "tl-question-view.h"
#include "tl-statement-pane.h"

G_BEGIN_DECLS

/* What stands at the side */
typedef enum
{
  TL_SIDE_NOTHING,
  TL_SIDE_STATEMENT,
  TL_SIDE_FINDINGS,
  TL_SIDE_NOTES,
} TlSide;

struct _TlConversationPage
{
  GtkWidget parent_instance;

  TlDocument  *document;
  GSettings   *settings;
  char        *conversation;    /* the identity, or NULL while none is shown */
  char        *statement;       /* the identity of what is selected in the frame, or NULL */
  TlSide       side;

  GtkLabel    *title;
  GtkWidget   *notes_button;
  GtkStack    *talk;
  TlQuestionView *question;
  TlClosingView *closing;
  TlFrameView *frame;
  TlConversationStage *stage;
  GtkWidget   *finish_button;
  GtkWidget   *side_box;
  GtkLabel    *side_title;
  GtkStack    *side_stack;
  TlStatementPane *statement_pane;
  TlFindingsPane *findings_pane;
  GtkBox      *notes_box;
  GtkWidget   *notes;           /* TlFieldRow */
};

/* tl-conversation-page.c */
TlConversation *tl_conversation_page_get_conversation (TlConversationPage *self);

/* tl-conversation-page-side.c */
void tl_conversation_page_class_add_side (GtkWidgetClass     *widget_class);
void tl_conversation_page_create_side    (TlConversationPage *self);
void tl_conversation_page_show_side      (TlConversationPage *self,
                                          TlSide              side);
void tl_conversation_page_update_side    (TlConversationPage *self);
void tl_conversation_page_close_notes    (TlConversationPage *self);
void tl_conversation_page_toggle_side    (TlConversationPage *self,
                                          TlSide              side,
                                          gboolean            is_shown);
void tl_conversation_page_select         (TlConversationPage *self,
                                          const char         *statement);

G_END_DECLS
