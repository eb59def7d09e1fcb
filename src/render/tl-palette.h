/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-attainment.h"
#include "tl-colour.h"

G_BEGIN_DECLS

#define TL_N_FACETS    4
#define TL_N_HEALTHS 4

/* Every colour of a picture.  All are opaque but the shadow. */
typedef struct
{
  gboolean dark;
  gboolean high_contrast;
  TlColour background;             /* what the picture lies on */
  TlColour stripe;                 /* every second band */
  TlColour band_text;              /* the names of the bands */
  TlColour region;                 /* the border of an organisation */
  TlColour region_text;
  TlColour card;
  TlColour card_border;
  TlColour shadow;
  TlColour text;                   /* titles */
  TlColour dim_text;               /* owners, numbers */
  TlColour gap;                    /* the dashed edge where something is missing */
  TlColour track;                  /* the empty part of an attainment bar */
  TlColour tick;                   /* where attainment was expected to be */
  TlColour edge;
  TlColour critical;               /* the dot of a critical link */
  TlColour accent;                 /* selection and the highlighted chain */
  TlColour found;                  /* the halo of what a search has found */
  TlColour tension;
  TlColour facets[TL_N_FACETS];    /* by TlFacet; readable as text on a card */
  TlColour healths[TL_N_HEALTHS];   /* by TlHealth */
} TlPalette;

const TlPalette *tl_palette_get (gboolean is_dark,
                                 gboolean high_contrast);

G_END_DECLS
