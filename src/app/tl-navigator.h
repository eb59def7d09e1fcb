/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-entity.h"
#include "tl-model.h"

G_BEGIN_DECLS

/* The ways of looking that there are. */
typedef enum
{
  TL_LENS_LINE_OF_SIGHT,
  TL_LENS_CASCADE,
  TL_LENS_GOALS,
  TL_LENS_PEOPLE,
  TL_LENS_COACHING,
} TlLens;

#define TL_N_LENSES 5

#define TL_TYPE_NAVIGATOR (tl_navigator_get_type ())

G_DECLARE_FINAL_TYPE (TlNavigator, tl_navigator, TL, NAVIGATOR, GObject)

TlNavigator *tl_navigator_new            (TlModel     *model);

TlLens       tl_navigator_get_lens       (TlNavigator *self);
void         tl_navigator_set_lens       (TlNavigator *self,
                                          TlLens       lens);
TlEntity    *tl_navigator_get_subject    (TlNavigator *self);
void         tl_navigator_set_subject    (TlNavigator *self,
                                          TlEntity    *subject);
TlEntity    *tl_navigator_get_selected   (TlNavigator *self);
void         tl_navigator_set_selected   (TlNavigator *self,
                                          TlEntity    *selected);
TlEntity    *tl_navigator_get_page       (TlNavigator *self);
void         tl_navigator_open_page      (TlNavigator *self,
                                          TlLens       lens,
                                          TlEntity    *subject,
                                          TlEntity    *page);
TlEntity    *tl_navigator_get_last_page  (TlNavigator *self,
                                          TlLens       lens);
void         tl_navigator_close_page     (TlNavigator *self);
gboolean     tl_navigator_get_can_back   (TlNavigator *self);
gboolean     tl_navigator_get_can_forward (TlNavigator *self);
void         tl_navigator_back           (TlNavigator *self);
void         tl_navigator_forward        (TlNavigator *self);

G_END_DECLS
