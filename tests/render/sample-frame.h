/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-frame-scene.h"
#include "tl-model.h"
#include "tl-statement-link.h"

G_BEGIN_DECLS

/* The statements of the worked example, by their numbers. */
enum
{
  SAMPLE_UNDERSTAND,
  SAMPLE_APPLY,
  SAMPLE_BOND,
  SAMPLE_REVENUE,
  SAMPLE_ADVISOR,
  SAMPLE_CLIENT,
  SAMPLE_N_STATEMENTS,
};

/* A conversation in a model of its own. */
typedef struct
{
  TlModel        *model;
  TlConversation *conversation;
  TlStatement    *statements[SAMPLE_N_STATEMENTS];
} SampleFrame;

void             sample_frame_init    (SampleFrame *self);
void             sample_frame_fill    (SampleFrame *self);
void             sample_frame_clear   (SampleFrame *self);
TlStatement     *sample_frame_say     (SampleFrame *self,
                                       TlFacet      facet,
                                       const char  *text);
TlStatementLink *sample_frame_connect (SampleFrame *self,
                                       TlStatement *from,
                                       TlStatement *to,
                                       gboolean     loop);

G_END_DECLS
