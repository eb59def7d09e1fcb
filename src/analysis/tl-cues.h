/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-enums.h"

G_BEGIN_DECLS

#define TL_CUES_ERROR (tl_cues_error_quark ())

/**
 * TlCuesError:
 * @TL_CUES_ERROR_MALFORMED: a file of cues or a cue cannot be read; the message says what is wrong with it
 */
typedef enum
{
  TL_CUES_ERROR_MALFORMED,
} TlCuesError;

/**
 * TlSorting:
 * @facet: where a statement belongs; %TL_FACET_UNSET when nothing tells
 * @reputation: whether it is about how we are seen: always a Result
 * @beneficiary: whose life it makes better, as far as it says so
 * @certainty: how sure that is, from 0 to 1
 * @reason: why, in one line, with the words it went by; there always is one
 */
typedef struct
{
  TlFacet        facet;
  gboolean       reputation;
  TlBeneficiary  beneficiary;
  double         certainty;
  char          *reason;
} TlSorting;

typedef struct _TlCues TlCues;

GQuark     tl_cues_error_quark (void);

TlCues    *tl_cues_new         (const char    *data,
                                gsize          length,
                                GError       **error);
TlCues    *tl_cues_new_empty   (const char    *reason);
void       tl_cues_free        (TlCues        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCues, tl_cues_free)

gboolean   tl_cues_add         (TlCues        *self,
                                const char    *phrase,
                                TlFacet        facet,
                                gboolean       reputation);
TlSorting *tl_cues_sort        (TlCues        *self,
                                const char    *text);
gboolean   tl_cues_mentions    (TlCues        *self,
                                const char    *class_name,
                                const char    *text);

TlBeneficiary
           tl_cues_find_named  (TlCues        *self,
                                const char    *text);

guint      tl_cues_count_telling (TlCues      *self,
                                  const char  *text);

void       tl_sorting_free     (TlSorting     *sorting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSorting, tl_sorting_free)

G_END_DECLS
