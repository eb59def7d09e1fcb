/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlLensView share. */

#pragma once

#include <adwaita.h>

#include "tl-find-bar.h"
#include "tl-finding.h"
#include "tl-folding.h"
#include "tl-lens-strip.h"
#include "tl-lens-view.h"
#include "tl-overview.h"
#include "tl-people-chooser.h"
#include "tl-zoom-bar.h"

G_BEGIN_DECLS

struct _TlLensView
{
  GtkWidget parent_instance;

  TlInsight          *insight;
  TlNavigator        *navigator;
  TlFilter           *filter;
  TlFolding          *folding;
  TlFinding          *finding;        /* while something is looked for in the picture */
  char               *shown;          /* lens and subject of the picture, to know a new place from a new revision */
  gboolean            is_whole;       /* what is shown is all of the cascade */
  char               *way_back;       /* the place in the whole cascade that one has left for a part of it */
  graphene_point_t    way_back_middle;
  double              way_back_zoom;
  gboolean            is_entering;    /* from another lens or another subject */
  gboolean            show_rest;      /* around a line of sight */
  gboolean            dims_rest;      /* around the chain of what is selected in the whole cascade */
  gboolean            is_turning;     /* to another picture of what one looks at, which stays where it is */
  GHashTable         *chosen_depths;  /* id of a focus, or "" -> TlDiagramDepth chosen there */
  TlDiagramDepth      depth;
  gboolean            is_whole_level; /* exactly down to the depth, nothing opened or closed besides */
  TlPictureDirection  direction;

  GtkStack           *stack;
  TlCanvas           *canvas;
  TlPeopleChooser    *chooser;
  AdwStatusPage      *message;
  GtkWidget          *choose_button;
  GtkWidget          *whole_button;
  AdwStatusPage      *filtered;
  GtkWidget          *deeper_button;
  TlLensStrip        *strip;
  TlZoomBar          *zoom_bar;
  TlOverview         *overview;
  TlFindBar          *find_bar;
};

/* tl-lens-view.c */
gboolean  tl_lens_view_is_filtered     (TlLensView *self);
GArray   *tl_lens_view_collect_focused (TlLensView *self);
void      tl_lens_view_refresh         (TlLensView *self);

/* tl-lens-view-scene.c */
GArray   *tl_lens_view_collect_wanted  (TlLensView *self);
char     *tl_lens_view_name_place      (TlLensView *self,
                                        TlEntity   *subject);
TlScene  *tl_lens_view_create_scene    (TlLensView *self,
                                        TlEntity   *subject);

/* tl-lens-view-fold.c */
guint     tl_lens_view_count_folded    (TlLensView    *self,
                                        TlScene       *scene,
                                        TlDiagramFold  fold);

/* tl-lens-view-words.c */
char     *tl_lens_view_summarise       (TlLensView *self,
                                        TlScene    *scene);
void      tl_lens_view_show_message    (TlLensView *self,
                                        TlEntity   *about);
void      tl_lens_view_show_filtered   (TlLensView *self);

/* tl-lens-view-find.c */
void      tl_lens_view_init_find       (TlLensView *self);
void      tl_lens_view_update_find     (TlLensView *self);
void      tl_lens_view_show_found      (TlLensView *self);

G_END_DECLS
