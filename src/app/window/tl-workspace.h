/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-banner.h"
#include "tl-document.h"
#include "tl-filter.h"
#include "tl-insight.h"
#include "tl-lens-view.h"
#include "tl-navigator.h"
#include "tl-saved-mark.h"

G_BEGIN_DECLS

/**
 * TlBannerPlace:
 * @TL_BANNER_STORAGE: an edit that is not on the disk
 * @TL_BANNER_ACCESS: why the document can only be read
 * @TL_BANNER_HEALTH: what is wrong with the file
 *
 * The banners below the header, from the most urgent to the least.
 */
typedef enum
{
  TL_BANNER_STORAGE,
  TL_BANNER_ACCESS,
  TL_BANNER_HEALTH,
} TlBannerPlace;

#define TL_TYPE_WORKSPACE (tl_workspace_get_type ())

G_DECLARE_FINAL_TYPE (TlWorkspace, tl_workspace, TL, WORKSPACE, GtkWidget)

GtkWidget   *tl_workspace_new                    (TlDocument  *document,
                                                  TlNavigator *navigator,
                                                  GMenuModel  *menu);

TlInsight   *tl_workspace_get_insight            (TlWorkspace *self);
TlNavigator *tl_workspace_get_navigator          (TlWorkspace *self);
TlFilter    *tl_workspace_get_filter             (TlWorkspace *self);
TlLensView  *tl_workspace_get_lens_view          (TlWorkspace *self);
TlSavedMark *tl_workspace_get_saved_mark         (TlWorkspace *self);
TlBanner    *tl_workspace_get_banner             (TlWorkspace *self,
                                                  TlBannerPlace place);
void         tl_workspace_start_search           (TlWorkspace *self);
void         tl_workspace_start_filter           (TlWorkspace *self);
void         tl_workspace_start                  (TlWorkspace *self);
void         tl_workspace_begin                  (TlWorkspace *self,
                                                  TlLens       lens,
                                                  const char  *action);
void         tl_workspace_show_cycles            (TlWorkspace *self);
gboolean     tl_workspace_has_content_focus      (TlWorkspace *self);
void         tl_workspace_turn_to                (TlWorkspace *self,
                                                  const char  *id);
void         tl_workspace_focus_on               (TlWorkspace *self,
                                                  const char  *id);
void         tl_workspace_select                 (TlWorkspace *self,
                                                  const char  *id);
const char  *tl_workspace_get_text               (TlWorkspace *self);
gboolean     tl_workspace_has_side               (TlWorkspace *self);
void         tl_workspace_set_show_side          (TlWorkspace *self,
                                                  gboolean     is_shown);
void         tl_workspace_swap_side              (TlWorkspace *self);
void         tl_workspace_set_show_navigation    (TlWorkspace *self,
                                                  gboolean     show_navigation);
void         tl_workspace_set_narrow             (TlWorkspace *self,
                                                  gboolean     is_narrow);

G_END_DECLS
