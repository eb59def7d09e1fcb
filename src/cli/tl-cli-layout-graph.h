/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <jansson.h>

#include "tl-layered.h"

G_BEGIN_DECLS

/* No card and no gap is larger. */
#define TL_CLI_EXTENT_MOST 1e6

/* A new node is in no list of nodes, and an id is never empty. */
#define TL_NO_NODE G_MAXUINT

typedef struct
{
  char *name;               /* of the file, for people */
  json_t *root;
  GPtrArray *ids;           /* (element-type utf8): owned by root or texts */
  GPtrArray *texts;         /* (element-type utf8): ids that are numbers, as text */
  GHashTable *index;        /* (element-type utf8 guint): index into ids, plus one */
  GArray *nodes;            /* (element-type TlLayoutNode) */
  GArray *edges;            /* (element-type TlLayoutEdge) */
} TlGraphFile;

typedef struct
{
  TlLayoutPlace *places;    /* of each node */
  TlLayoutWay *ways;        /* of each edge */
  GPtrArray *bends;         /* (element-type GArray): what the ways point into */
} TlPlacesFile;

json_t      *tl_graph_file_load     (const char         *path,
                                     const char         *name,
                                     GError            **error);
json_t      *tl_graph_file_get_list (json_t             *root,
                                     const char         *key,
                                     const char         *name,
                                     GError            **error);

TlGraphFile *tl_graph_file_read     (const char         *path,
                                     GError            **error);
void         tl_graph_file_free     (TlGraphFile        *self);
const char  *tl_graph_file_read_id  (TlGraphFile        *self,
                                     json_t             *id);
guint        tl_graph_file_find     (const TlGraphFile  *self,
                                     const char         *id);
gboolean     tl_graph_file_write    (const TlGraphFile  *graph,
                                     const TlLayout     *layout,
                                     double              layout_ms,
                                     const char         *path,
                                     GError            **error);

gboolean     tl_places_file_read    (TlPlacesFile       *previous,
                                     TlGraphFile        *graph,
                                     const char         *path,
                                     GError            **error);
void         tl_places_file_clear   (TlPlacesFile       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGraphFile, tl_graph_file_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlPlacesFile, tl_places_file_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (json_t, json_decref)

G_END_DECLS
