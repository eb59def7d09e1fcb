/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text that has been set (tl-text-cache.c): where its lines are, what they say, and what Pango makes of them.
 *
 * A pen that writes words asks what a line says, in the order it is read; one that draws letters asks for Pango's line.
 * Either is made when it is first asked for, since few texts are needed both ways.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-text-private.h"

/**
 * tl_text_get_font:
 * @self: a text
 *
 * Returns: the step of type it is set in
 */
TlFont
tl_text_get_font (TlText *self)
{
  g_return_val_if_fail (self != NULL, TL_FONT_BODY);

  return self->font;
}

/**
 * tl_text_get_width:
 * @self: a text
 *
 * Returns: how far its longest line reaches to the right
 */
double
tl_text_get_width (TlText *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->width;
}

/**
 * tl_text_get_height:
 * @self: a text
 *
 * Returns: the height of its lines together
 */
double
tl_text_get_height (TlText *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->n_lines * tl_font_get_line_height (self->font);
}

/**
 * tl_text_get_n_lines:
 * @self: a text
 *
 * Returns: how many lines it has; an empty text has one
 */
guint
tl_text_get_n_lines (TlText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_lines;
}

/**
 * tl_text_is_cut:
 * @self: a text
 *
 * Returns: whether it ends in an ellipsis because it did not fit
 */
gboolean
tl_text_is_cut (TlText *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->cut;
}

/**
 * tl_text_may_climb:
 * @self: a text
 *
 * Returns: whether its letters may have marks, or be of a script, that reach beyond their lines
 */
gboolean
tl_text_may_climb (TlText *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->plain;
}

/**
 * tl_text_get_line_origin:
 * @self: a text
 * @line: its number, from 0
 * @x: (out): its left end, from the left edge of the box of @self
 * @baseline: (out): its baseline, from the upper edge of that box
 */
void
tl_text_get_line_origin (TlText *self,
                         guint   line,
                         double *x,
                         double *baseline)
{
  g_return_if_fail (self != NULL && line < self->n_lines);

  *x = self->lines[line].x;
  *baseline = self->lines[line].baseline;
}

/**
 * tl_text_get_pango_line:
 * @self: a text
 * @line: its number, from 0
 *
 * Returns: (transfer none): what Pango made of the line
 */
PangoLayoutLine *
tl_text_get_pango_line (TlText *self,
                        guint   line)
{
  g_return_val_if_fail (self != NULL && line < self->n_lines, NULL);

  if (!self->plain)
    return pango_layout_get_line_readonly (self->layout, (int) line);

  if (self->line_layouts[line] == NULL)
    {
      self->line_layouts[line] = tl_text_cache_create_layout (self->cache, self->font);
      pango_layout_set_text (self->line_layouts[line], self->strings[line], -1);
    }

  return pango_layout_get_line_readonly (self->line_layouts[line], 0);
}

static gint
compare_items (gconstpointer a,
               gconstpointer b)
{
  const PangoLayoutRun *one = *(const PangoLayoutRun *const *) a;
  const PangoLayoutRun *other = *(const PangoLayoutRun *const *) b;

  return one->item->offset - other->item->offset;
}

/* The letters of a line in the order they are read, with the ellipsis where Pango put it. */
static char *
spell_line (TlText *text,
            guint   n)
{
  PangoLayoutLine *line = tl_text_get_pango_line (text, n);
  const char *letters = pango_layout_get_text (text->layout);
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();
  GString *spelled = g_string_new (NULL);

  for (GSList *l = line->runs; l != NULL; l = l->next)
    g_ptr_array_add (runs, l->data);
  g_ptr_array_sort (runs, compare_items);

  for (guint i = 0; i < runs->len; i++)
    {
      const PangoItem *item = ((PangoLayoutRun *) runs->pdata[i])->item;

      if (item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        g_string_append (spelled, "…");
      else
        g_string_append_len (spelled, letters + item->offset, item->length);
    }
  g_strchomp (spelled->str);

  return g_string_free (spelled, FALSE);
}

/**
 * tl_text_get_line:
 * @self: a text
 * @line: its number, from 0
 *
 * Returns: what the line says and where; the string belongs to @self
 */
TlTextLine
tl_text_get_line (TlText *self,
                  guint   line)
{
  static const TlTextLine none = { "", 0.0, 0.0, 0.0, FALSE };

  g_return_val_if_fail (self != NULL && line < self->n_lines, none);

  if (self->strings[line] == NULL)
    self->strings[line] = spell_line (self, line);
  self->lines[line].string = self->strings[line];

  return self->lines[line];
}
