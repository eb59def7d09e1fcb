/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-cue-words.h"
#include "tl-enums.h"

G_BEGIN_DECLS

typedef struct _TlCuePattern TlCuePattern;

/**
 * TlCueClass:
 * @name: what patterns call it, as in “<someone>”
 * @index: which of the classes it is
 * @beneficiary: the circle of people that its words belong to, or %TL_BENEFICIARY_UNSET
 * @patterns: (element-type TlCuePattern): its words
 */
typedef struct
{
  char          *name;
  guint          index;
  TlBeneficiary  beneficiary;
  GPtrArray     *patterns;
} TlCueClass;

typedef struct _TlCueLook TlCueLook;

TlCuePattern *tl_cue_pattern_new         (const TlCueSpelling *spelling,
                                          const char          *text,
                                          gboolean             in_class,
                                          GError             **error);
void          tl_cue_pattern_free        (TlCuePattern        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCuePattern, tl_cue_pattern_free)

gboolean      tl_cue_pattern_resolve     (TlCuePattern        *self,
                                          GHashTable          *classes,
                                          GError             **error);
void          tl_cue_pattern_add_stems   (TlCuePattern        *self,
                                          GHashTable          *stems);

TlCueLook    *tl_cue_look_new            (GPtrArray           *words,
                                          GHashTable          *stems,
                                          guint                n_classes);
void          tl_cue_look_free           (TlCueLook           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCueLook, tl_cue_look_free)

gboolean      tl_cue_look_find           (TlCueLook           *self,
                                          const TlCuePattern  *pattern,
                                          guint                start,
                                          guint                limit,
                                          guint               *end,
                                          gboolean            *marks);
guint         tl_cue_look_measure_class  (TlCueLook           *self,
                                          const TlCueClass    *klass,
                                          guint                start,
                                          guint                limit);

G_END_DECLS
