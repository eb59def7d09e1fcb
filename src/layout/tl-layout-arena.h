/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One arena holds everything a layout needs while it is computed: dozens of arrays that are born one after the
 * other and die together.  It comes in chunks that grow, so that small layouts do not take more than they need and
 * large ones do not ask often.
 *
 * Chunks grow so fast that the last is larger than all before it: then the C library, which gives memory back to the
 * system when more of it is free than twice the largest piece it has seen, keeps it for the next layout.  To get as
 * much anew, page by page, takes a quarter of the time that a layout after an edit does. */

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

#define TL_ARENA_LEAST_CHUNK (64 * 1024)
#define TL_ARENA_GROWTH_BITS 2
#define TL_ARENA_GROWTHS 3

typedef struct
{
  GPtrArray *chunks;
  guint8 *next;
  gsize left;
} TlArena;

static inline void
tl_arena_init (TlArena *arena)
{
  arena->chunks = g_ptr_array_new_with_free_func (g_free);
  arena->next = NULL;
  arena->left = 0;
}

static inline void
tl_arena_clear (TlArena *arena)
{
  g_clear_pointer (&arena->chunks, g_ptr_array_unref);
}

/* Memory with whatever was in it before */
static inline gpointer
tl_arena_take (TlArena *arena,
               gsize    n_elements,
               gsize    element_size)
{
  g_assert (element_size == 0 || n_elements <= G_MAXSIZE / 4 / element_size);

  gsize size = (n_elements * element_size + 15) & ~(gsize) 15;

  if (size > arena->left || arena->next == NULL)
    {
      arena->left = MAX (size, (gsize) TL_ARENA_LEAST_CHUNK
                               << (TL_ARENA_GROWTH_BITS * MIN (arena->chunks->len, TL_ARENA_GROWTHS)));
      arena->next = g_malloc (arena->left);
      g_ptr_array_add (arena->chunks, arena->next);
    }

  gpointer memory = arena->next;

  arena->next += size;
  arena->left -= size;

  return memory;
}

static inline gpointer
tl_arena_take_zeroed (TlArena *arena,
                      gsize    n_elements,
                      gsize    element_size)
{
  return memset (tl_arena_take (arena, n_elements, element_size), 0, n_elements * element_size);
}

#define tl_arena_new(arena, type, n) ((type *) tl_arena_take_zeroed ((arena), (n), sizeof (type)))

/* For what is written before it is read */
#define tl_arena_new_raw(arena, type, n) ((type *) tl_arena_take ((arena), (n), sizeof (type)))

G_END_DECLS
