/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a picture remembers of the ones before it, so that an edit changes only what it touches.
 *
 * People know their picture by where things are.  With every scene goes a memory of what was decided for it: on which
 * shelf and in which column each goal stands, and where in its part.  The next picture takes over what it can: its
 * decisions wherever a goal is still under the same one, and a whole part as it stood when nothing in it has changed.
 *
 * Memories reach back over a few pictures, so that opening a fold and closing it again, or undoing an edit, comes back
 * to the picture there was, and not to one with room where something has been.
 *
 * Goals are known again by a hash of their ids, 64 bits wide; a collision would put one card into an odd place.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <string.h>

#include "tl-diagram-private.h"

/* How many pictures back are remembered. */
#define MOST_MEMORIES 4
/* A picture that grows or shrinks by more than this, and by more than a few goals, is shaped anew. */
#define MOST_GROWTH   2
#define FEW_GOALS     8

#define FNV_START G_GUINT64_CONSTANT (14695981039346656037)
#define FNV_PRIME G_GUINT64_CONSTANT (1099511628211)

typedef struct
{
  guint64 id;
  guint   first_bend;
  guint   n_bends;
} LinkTrace;

typedef struct
{
  guint64 fingerprint;
  double  breadth;
} PartTrace;

struct _TlDiagramMemory
{
  guint64            fingerprint;   /* of the goals and the links among them */
  gboolean           down;
  guint              tallest;       /* list */
  guint              n_shelves;     /* without one of goals that nothing connects */
  guint              n_shaped;      /* how many goals there were when the shape was chosen */
  TlDiagramBreaking  breaking[TL_N_LEVELS];
  TlDiagramBreaking  loose_breaking;
  TlDiagramTrace    *goals;
  LinkTrace         *links;
  TlDiagramPoint    *bends;         /* across from where their part begins; along by rows of their shelf */
  GArray            *parts;         /* of PartTrace */
  GHashTable        *goal_by_id;    /* into goals */
  GHashTable        *link_by_id;    /* into links */
};

static void
memory_free (gpointer data)
{
  TlDiagramMemory *self = data;

  g_free (self->goals);
  g_free (self->links);
  g_free (self->bends);
  g_array_unref (self->parts);
  g_hash_table_unref (self->goal_by_id);
  g_hash_table_unref (self->link_by_id);
}

static void
memory_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, memory_free);
}

static guint64
mix (guint64 one,
     guint64 other)
{
  guint64 hash = one * FNV_PRIME ^ (other + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (one << 6) + (one >> 2));

  hash ^= hash >> 31;
  return hash * FNV_PRIME;
}

static guint64
hash_id (const char *id)
{
  guint64 hash = FNV_START;

  for (const char *c = id; *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * FNV_PRIME;

  return hash;
}

static guint64
hash_link (TlDiagram           *self,
           const TlDiagramLink *link)
{
  return mix (self->ids[link->from], self->ids[link->to]);
}

/* Of the goals and links, in whatever order they come. */
static guint64
take_fingerprint (TlDiagram *self)
{
  guint64 sum = 0;

  for (guint i = 0; i < self->n_goals; i++)
    sum += mix (self->ids[i], self->ranks[i]);
  for (guint i = 0; i < self->links->len; i++)
    sum += hash_link (self, &g_array_index (self->links, TlDiagramLink, i));

  return sum;
}

/* Of one part: what stands in it, in which rows and columns, and which lines run between. */
static guint64
take_part_fingerprint (TlDiagram           *self,
                       const TlDiagramPart *part,
                       GArray              *part_links)
{
  guint64 sum = 0;

  for (guint i = 0; i < part->n_members; i++)
    {
      guint place = part->members[i];
      guint64 where = mix (self->row_of[place] % self->n_rows,
                           mix (self->slots[place], mix (self->indents[place], self->listed[place])));

      sum += mix (mix (self->ids[place], self->ids[tl_diagram_get_top (self, place)]), where);
    }
  for (guint i = 0; i < part_links->len; i++)
    sum += hash_link (self, &g_array_index (self->links, TlDiagramLink, g_array_index (part_links, guint, i)));

  return sum;
}

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("tl-diagram-memories");
}

/* The picture this one starts from: one of the last with the same goals and links, else the last if it is not too
 * different.
 */
static TlDiagramMemory *
choose_base (TlDiagram *self,
             guint64    fingerprint)
{
  TlDiagramMemory *last = NULL;

  for (guint i = self->memories->len; i-- > 0;)
    {
      TlDiagramMemory *memory = self->memories->pdata[i];

      if (memory->down != self->down)
        continue;
      if (memory->fingerprint == fingerprint)
        return memory;
      if (last == NULL)
        last = memory;
    }

  if (last == NULL || self->n_goals > MOST_GROWTH * last->n_shaped + FEW_GOALS
      || MOST_GROWTH * self->n_goals + FEW_GOALS < last->n_shaped)
    return NULL;

  return last;
}

/* Finds what is remembered of the pictures before; links and ranks are known. */
void
tl_diagram_recall (TlDiagram *self)
{
  GPtrArray *memories = NULL;

  self->ids = g_new (guint64, MAX (self->n_goals, 1));
  for (guint i = 0; i < self->n_goals; i++)
    self->ids[i] = hash_id (tl_entity_get_id (TL_ENTITY (tl_graph_get_goal (self->graph, self->goals[i]))));

  if (self->options->previous != NULL)
    memories = g_object_get_qdata (G_OBJECT (self->options->previous), get_quark ());
  self->memories = g_ptr_array_new_with_free_func (memory_unref);
  for (guint i = 0; memories != NULL && i < memories->len; i++)
    g_ptr_array_add (self->memories, g_atomic_rc_box_acquire (memories->pdata[i]));

  self->fingerprint = take_fingerprint (self);
  self->base = choose_base (self, self->fingerprint);
  if (self->base == NULL)
    return;

  self->tallest = self->base->tallest;
  self->n_shelves = self->base->n_shelves;
  self->n_shaped = self->base->n_shaped;
  self->loose_breaking = self->base->loose_breaking;
  memcpy (self->breaking, self->base->breaking, sizeof self->breaking);
}

/* What is remembered of a goal; NULL when it is new. */
const TlDiagramTrace *
tl_diagram_get_trace (TlDiagram *self,
                      guint      place)
{
  return self->base != NULL ? g_hash_table_lookup (self->base->goal_by_id, &self->ids[place]) : NULL;
}

/* The way a line took, across from where its part begins. */
const TlDiagramPoint *
tl_diagram_get_way (TlDiagram           *self,
                    const TlDiagramLink *link,
                    guint               *n_bends)
{
  guint64 id = hash_link (self, link);
  const LinkTrace *trace = self->base != NULL ? g_hash_table_lookup (self->base->link_by_id, &id) : NULL;

  *n_bends = trace != NULL ? trace->n_bends : 0;

  return trace != NULL ? self->base->bends + trace->first_bend : NULL;
}

/* What a goal helps, in whatever order. */
guint64 *
tl_diagram_sum_helped (TlDiagram *self)
{
  guint64 *helped = g_new0 (guint64, MAX (self->n_goals, 1));

  for (guint i = 0; i < self->links->len; i++)
    {
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, i);

      helped[link->from] += self->ids[link->to];
    }

  return helped;
}

static void
recall_link (TlDiagram             *self,
             const TlDiagramMemory *memory,
             const TlDiagramPart   *part,
             TlDiagramLink         *link)
{
  guint64 id = hash_link (self, link);
  const LinkTrace *trace = g_hash_table_lookup (memory->link_by_id, &id);

  link->first_bend = self->bends->len;
  link->n_bends = trace->n_bends;
  for (guint i = 0; i < trace->n_bends; i++)
    {
      TlDiagramPoint bend = memory->bends[trace->first_bend + i];

      bend.across += part->start;
      bend.along += 2.0 * part->shelf * self->n_rows;
      g_array_append_val (self->bends, bend);
    }
}

/* Places the nodes and bends of a part as they stood when it was just the same.  Returns whether it ever was. */
gboolean
tl_diagram_recall_part (TlDiagram     *self,
                        TlDiagramPart *part,
                        GArray        *part_links)
{
  part->fingerprint = take_part_fingerprint (self, part, part_links);
  for (guint m = self->memories->len; m-- > 0;)
    {
      const TlDiagramMemory *memory = self->memories->pdata[m];

      for (guint p = 0; memory->down == self->down && p < memory->parts->len; p++)
        {
          const PartTrace *trace = &g_array_index (memory->parts, PartTrace, p);

          if (trace->fingerprint != part->fingerprint)
            continue;

          part->end = part->start + trace->breadth;
          for (guint i = 0; i < part->n_members; i++)
            {
              const TlDiagramTrace *goal = g_hash_table_lookup (memory->goal_by_id, &self->ids[part->members[i]]);

              self->node_centres[part->members[i]] = goal->centre;
            }
          for (guint i = 0; i < part_links->len; i++)
            recall_link (self, memory, part,
                         &g_array_index (self->links, TlDiagramLink, g_array_index (part_links, guint, i)));

          return TRUE;
        }
    }

  return FALSE;
}

static void
remember_goals (TlDiagram       *self,
                TlDiagramMemory *memory)
{
  g_autofree guint64 *helped = tl_diagram_sum_helped (self);

  memory->goals = g_new (TlDiagramTrace, MAX (self->n_goals, 1));
  memory->goal_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->n_goals; i++)
    {
      memory->goals[i] = (TlDiagramTrace) {
        .id = self->ids[i], .top = self->ids[tl_diagram_get_top (self, i)], .helped = helped[i],
        .parent = self->parents[i] != TL_GRAPH_NONE ? self->ids[self->parents[i]] : 0,
        .shelf = tl_diagram_get_row (self, self->row_of[i])->shelf, .slot = self->slots[i],
        .stacked = self->stack_of[i] != TL_GRAPH_NONE, .centre = self->node_centres[i],
      };
      g_hash_table_insert (memory->goal_by_id, &memory->goals[i].id, &memory->goals[i]);
    }
}

static void
remember_links (TlDiagram       *self,
                TlDiagramMemory *memory)
{
  memory->links = g_new (LinkTrace, MAX (self->links->len, 1));
  memory->link_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  memory->bends = g_memdup2 (self->bends->data, self->bends->len * sizeof (TlDiagramPoint));
  for (guint i = 0; i < self->links->len; i++)
    {
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, i);
      const TlDiagramPart *part = tl_diagram_get_part (self, self->part_of[link->from]);

      memory->links[i] = (LinkTrace) { hash_link (self, link), link->first_bend, link->n_bends };
      g_hash_table_insert (memory->link_by_id, &memory->links[i].id, &memory->links[i]);
      for (guint b = link->first_bend; b < link->first_bend + link->n_bends; b++)
        {
          memory->bends[b].across -= part->start;
          memory->bends[b].along -= 2.0 * part->shelf * self->n_rows;
        }
    }
}

/* Keeps what was decided, before bends are given their final places. */
void
tl_diagram_remember (TlDiagram *self)
{
  TlDiagramMemory *memory = g_atomic_rc_box_new0 (TlDiagramMemory);

  memory->fingerprint = self->fingerprint;
  memory->down = self->down;
  memory->tallest = self->tallest;
  memory->n_shelves = self->n_shelves;
  memory->n_shaped = self->n_shaped;
  memory->loose_breaking = self->loose_breaking;
  memcpy (memory->breaking, self->breaking, sizeof memory->breaking);
  memory->parts = g_array_new (FALSE, FALSE, sizeof (PartTrace));
  for (guint p = 0; p < self->parts->len; p++)
    {
      const TlDiagramPart *part = tl_diagram_get_part (self, p);

      g_array_append_val (memory->parts, ((PartTrace) { part->fingerprint, part->end - part->start }));
    }
  remember_goals (self, memory);
  remember_links (self, memory);

  g_ptr_array_add (self->memories, memory);
  if (self->memories->len > MOST_MEMORIES)
    g_ptr_array_remove_range (self->memories, 0, self->memories->len - MOST_MEMORIES);
}

/* Gives the memories to the picture. */
void
tl_diagram_hand_over (TlDiagram *self,
                      TlScene   *scene)
{
  g_object_set_qdata_full (G_OBJECT (scene), get_quark (), g_steal_pointer (&self->memories),
                           (GDestroyNotify) g_ptr_array_unref);
}
