/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which lines lead up from each card, and which come to it from below: the lines of a scene, in the order of the cards
 * at their one end.  Made when somebody asks, in time proportional to cards and lines, and dropped with the index.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-scene-private.h"

static guint
get_end (TlScene  *self,
         guint     edge,
         gboolean  upwards)
{
  const TlEdge *line = &g_array_index (self->edges, TlEdge, edge);

  return upwards ? line->from : line->to;
}

static void
sort_links (TlScene      *self,
            TlSceneLinks *links,
            gboolean      upwards)
{
  guint n_cards = self->cards->len;
  g_autofree guint *next = g_new0 (guint, n_cards + 1);

  links->first = g_new0 (guint, n_cards + 1);
  links->edges = g_new (guint, self->edges->len + 1);
  for (guint i = 0; i < self->edges->len; i++)
    links->first[get_end (self, i, upwards) + 1]++;
  for (guint i = 0; i < n_cards; i++)
    next[i + 1] = links->first[i + 1] += links->first[i];
  for (guint i = 0; i < self->edges->len; i++)
    links->edges[next[get_end (self, i, upwards)]++] = i;
}

static const guint *
get_links (TlScene      *self,
           TlSceneLinks *links,
           gboolean      upwards,
           guint         card,
           guint        *n_edges)
{
  /* What adds to the scene drops them together with the index, if there is one. */
  tl_scene_ensure_index (self);
  if (links->first == NULL)
    sort_links (self, links, upwards);

  *n_edges = links->first[card + 1] - links->first[card];

  return links->edges + links->first[card];
}

/* The lines to what the card helps, ascending. */
const guint *
tl_scene_get_links_up (TlScene *self,
                       guint    card,
                       guint   *n_edges)
{
  return get_links (self, &self->upwards, TRUE, card, n_edges);
}

/* The lines from what helps the card, ascending. */
const guint *
tl_scene_get_links_down (TlScene *self,
                         guint    card,
                         guint   *n_edges)
{
  return get_links (self, &self->downwards, FALSE, card, n_edges);
}

void
tl_scene_drop_links (TlScene *self)
{
  g_clear_pointer (&self->upwards.first, g_free);
  g_clear_pointer (&self->upwards.edges, g_free);
  g_clear_pointer (&self->downwards.first, g_free);
  g_clear_pointer (&self->downwards.edges, g_free);
}
