/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a goal of the outline stands under: the goals it helps, and, at the top, its organisation. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-outline-sort.h"

/**
 * tl_outline_dup_parents:
 * @self: an outline
 * @item: one of its items
 *
 * Returns: (transfer full) (element-type TlOutlineItem): the goals it helps, in the order of the model
 */
GPtrArray *
tl_outline_dup_parents (TlOutline     *self,
                        TlOutlineItem *item)
{
  GPtrArray *parents = g_ptr_array_new ();
  guint goal = tl_outline_get_index (self, item);
  TlGraph *graph = tl_insight_get_graph (tl_outline_get_insight (self));
  const TlGraphLink *links;
  const guint *helped;
  guint n_links, n_helped;

  if (goal == TL_GRAPH_NONE)
    return parents;

  links = tl_graph_get_links (graph, &n_links);
  helped = tl_graph_get_helped (graph, goal, &n_helped);
  for (guint i = 0; i < n_helped; i++)
    {
      TlGoal *parent = tl_graph_get_goal (graph, links[helped[i]].to);

      g_ptr_array_add (parents, tl_outline_get_item (self, tl_entity_get_id (TL_ENTITY (parent))));
    }

  return parents;
}

/**
 * tl_outline_count_parents:
 * @self: an outline
 * @item: one of its items
 *
 * Returns: how many goals it helps
 */
guint
tl_outline_count_parents (TlOutline     *self,
                          TlOutlineItem *item)
{
  guint goal = tl_outline_get_index (self, item);
  guint n_helped = 0;

  if (goal != TL_GRAPH_NONE)
    tl_graph_get_helped (tl_insight_get_graph (tl_outline_get_insight (self)), goal, &n_helped);

  return n_helped;
}

/**
 * tl_outline_get_organisation:
 * @self: an outline
 * @item: one of its items
 *
 * Returns: (transfer none) (nullable): the organisation whose heading @item is; %NULL when it stands for a goal
 */
TlOrganisation *
tl_outline_get_organisation (TlOutline     *self,
                             TlOutlineItem *item)
{
  TlEntity *entity;

  g_return_val_if_fail (TL_IS_OUTLINE (self), NULL);

  entity = tl_model_lookup (tl_insight_get_model (tl_outline_get_insight (self)), tl_outline_item_get_id (item));
  return TL_IS_ORGANISATION (entity) ? TL_ORGANISATION (entity) : NULL;
}

/* Returns: (transfer none) (nullable): what stands above goals of @group */
static TlOutlineItem *
get_heading (TlOutline *self,
             guint      group)
{
  TlInsight *insight = tl_outline_get_insight (self);
  TlOrganisation *organisation = group == 0 ? tl_model_get_organisation (tl_insight_get_model (insight))
                                            : tl_graph_get_organisation (tl_insight_get_graph (insight), group - 1);

  return organisation != NULL ? tl_outline_get_item (self, tl_entity_get_id (TL_ENTITY (organisation))) : NULL;
}

/**
 * tl_outline_add_headings:
 * @self: an outline
 * @entries: (element-type TlOutlineEntry): the goals at the top, sorted
 * @items: (element-type TlOutlineItem): the same as items, which is added to
 *
 * Puts the name of each organisation above its goals, unless all of them are ours.
 */
void
tl_outline_add_headings (TlOutline *self,
                         GArray    *entries,
                         GPtrArray *items)
{
  guint n_headings = 0;

  g_return_if_fail (items->len == entries->len);

  if (entries->len == 0 || g_array_index (entries, TlOutlineEntry, entries->len - 1).group == 0)
    return;

  for (guint i = 0; i < entries->len; i++)
    {
      guint group = g_array_index (entries, TlOutlineEntry, i).group;
      TlOutlineItem *heading;

      if (i > 0 && g_array_index (entries, TlOutlineEntry, i - 1).group == group)
        continue;

      heading = get_heading (self, group);
      if (heading != NULL)
        g_ptr_array_insert (items, i + n_headings++, heading);
    }
}
