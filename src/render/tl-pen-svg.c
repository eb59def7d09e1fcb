/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pen for SVG, written directly.
 *
 * cairo's own SVG surface turns every letter into an outline: 25 MB and half a second for a large cascade, and
 * nothing in it can be searched, selected, read aloud or translated.  This one writes a <text> for each line that
 * Pango has broken, and a <g> with a title for each thing that has a name.
 *
 * A line that is read from right to left is anchored at its right end and says so, so that a viewer orders its
 * letters as Pango did.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <string.h>

#include "tl-pen-svg.h"
#include "tl-svg.h"

static GString *
get_out (TlPen *pen)
{
  return ((TlPenSvg *) pen)->out;
}

static void
append_rect (GString      *out,
             const TlRect *rect,
             double        radius)
{
  tl_svg_append_literal (out, "<rect");
  tl_svg_append_attribute (out, "x", rect->x);
  tl_svg_append_attribute (out, "y", rect->y);
  tl_svg_append_attribute (out, "width", MAX (rect->width, 0.0));
  tl_svg_append_attribute (out, "height", MAX (rect->height, 0.0));
  if (radius > 0.0)
    tl_svg_append_attribute (out, "rx", radius);
}

static void
append_stroke (GString        *out,
               const TlStroke *stroke)
{
  tl_svg_append_literal (out, " fill=\"none\"");
  tl_svg_append_colour (out, "stroke", &stroke->colour);
  if (stroke->width != 1.0)
    tl_svg_append_attribute (out, "stroke-width", stroke->width);
  if (stroke->round)
    tl_svg_append_literal (out, " stroke-linecap=\"round\"");
  if (stroke->dash > 0.0)
    {
      tl_svg_append_literal (out, " stroke-dasharray=\"");
      tl_svg_append_number (out, stroke->dash);
      g_string_append_c (out, ' ');
      tl_svg_append_number (out, stroke->space);
      g_string_append_c (out, '"');
    }
  tl_svg_append_literal (out, "/>\n");
}

static void
append_points (TlPen        *pen,
               char          command,
               const double *numbers,
               guint         n_numbers)
{
  TlPenSvg *self = (TlPenSvg *) pen;

  if (!self->path_open)
    tl_svg_append_literal (self->out, "<path d=\"");
  self->path_open = TRUE;
  g_string_append_c (self->out, command);
  for (guint i = 0; i < n_numbers; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, ' ');
      tl_svg_append_number (self->out, numbers[i]);
    }
}

static void
pen_begin_group (TlPen      *pen,
                 const char *id,
                 const char *title,
                 const char *description)
{
  GString *out = get_out (pen);

  tl_svg_append_literal (out, "<g");
  if (id != NULL && *id != '\0')
    tl_svg_append_id (out, id);
  g_string_append_c (out, '>');
  tl_svg_append_element (out, "title", title);
  tl_svg_append_element (out, "desc", description);
  g_string_append_c (out, '\n');
}

static void
pen_end_group (TlPen *pen)
{
  tl_svg_append_literal (get_out (pen), "</g>\n");
}

static void
append_use (TlPenSvg *self)
{
  tl_svg_append_literal (self->out, "<use xlink:href=\"#s");
  tl_svg_append_number (self->out, self->stamp);
  g_string_append_c (self->out, '"');
  tl_svg_append_attribute (self->out, "x", self->stamp_x);
  tl_svg_append_attribute (self->out, "y", self->stamp_y);
  tl_svg_append_literal (self->out, "/>\n");
}

static void
pen_use_stamps (TlPen           *pen,
                TlStamps        *stamps,
                const TlPalette *palette)
{
}

static void
pen_snap (TlPen  *pen,
          double *x,
          double *y)
{
}

/* The first of its kind is defined where it occurs; all, it included, refer to the definition. */
static gboolean
pen_begin_stamp (TlPen  *pen,
                 guint   key,
                 double  x,
                 double  y)
{
  TlPenSvg *self = (TlPenSvg *) pen;

  self->stamp = key;
  self->stamp_x = x;
  self->stamp_y = y;
  if (!g_hash_table_add (self->stamps, GUINT_TO_POINTER (key)))
    {
      append_use (self);
      return FALSE;
    }

  g_string_append_printf (self->out, "<defs><g id=\"s%u\">\n", key);

  return TRUE;
}

static void
pen_end_stamp (TlPen *pen)
{
  TlPenSvg *self = (TlPenSvg *) pen;

  tl_svg_append_literal (self->out, "</g></defs>\n");
  append_use (self);
}

static void
pen_begin_scaled (TlPen  *pen,
                  double  x,
                  double  y,
                  double  factor)
{
  GString *out = get_out (pen);

  tl_svg_append_literal (out, "<g transform=\"translate(");
  tl_svg_append_number (out, x);
  g_string_append_c (out, ' ');
  tl_svg_append_number (out, y);
  tl_svg_append_literal (out, ") scale(");
  tl_svg_append_number (out, factor);
  tl_svg_append_literal (out, ")\">\n");
}

static void
pen_begin_clip (TlPen        *pen,
                const TlRect *rect,
                double        radius)
{
  TlPenSvg *self = (TlPenSvg *) pen;

  self->n_clips++;
  g_string_append_printf (self->out, "<clipPath id=\"clip%u\">", self->n_clips);
  append_rect (self->out, rect, radius);
  g_string_append_printf (self->out, "/></clipPath><g clip-path=\"url(#clip%u)\">\n", self->n_clips);
}

static void
pen_end_clip (TlPen *pen)
{
  tl_svg_append_literal (get_out (pen), "</g>\n");
}

static void
pen_fill_rect (TlPen          *pen,
               const TlRect   *rect,
               double          radius,
               const TlColour *colour)
{
  GString *out = get_out (pen);

  append_rect (out, rect, radius);
  tl_svg_append_colour (out, "fill", colour);
  tl_svg_append_literal (out, "/>\n");
}

static void
pen_stroke_rect (TlPen          *pen,
                 const TlRect   *rect,
                 double          radius,
                 const TlStroke *stroke)
{
  append_rect (get_out (pen), rect, radius);
  append_stroke (get_out (pen), stroke);
}

static void
pen_move_to (TlPen  *pen,
             double  x,
             double  y)
{
  const double numbers[] = { x, y };

  append_points (pen, 'M', numbers, 2);
}

static void
pen_line_to (TlPen  *pen,
             double  x,
             double  y)
{
  const double numbers[] = { x, y };

  append_points (pen, 'L', numbers, 2);
}

static void
pen_curve_to (TlPen  *pen,
              double  x1,
              double  y1,
              double  x2,
              double  y2,
              double  x3,
              double  y3)
{
  const double numbers[] = { x1, y1, x2, y2, x3, y3 };

  append_points (pen, 'C', numbers, 6);
}

static void
pen_close_path (TlPen *pen)
{
  append_points (pen, 'Z', NULL, 0);
}

static void
pen_fill (TlPen          *pen,
          const TlColour *colour)
{
  TlPenSvg *self = (TlPenSvg *) pen;

  g_return_if_fail (self->path_open);

  g_string_append_c (self->out, '"');
  tl_svg_append_colour (self->out, "fill", colour);
  tl_svg_append_literal (self->out, "/>\n");
  self->path_open = FALSE;
}

static void
pen_stroke (TlPen          *pen,
            const TlStroke *stroke)
{
  TlPenSvg *self = (TlPenSvg *) pen;

  g_return_if_fail (self->path_open);

  g_string_append_c (self->out, '"');
  append_stroke (self->out, stroke);
  self->path_open = FALSE;
}

static void
pen_begin_hairlines (TlPen *pen)
{
}

static void
pen_draw_hairline (TlPen             *pen,
                   const TlThinPoint *points,
                   guint              n_points,
                   const TlColour    *colour)
{
  GString *out = get_out (pen);
  TlColour faded = tl_colour_with_alpha (*colour, tl_thin_points_get_mean (points, n_points));

  pen_move_to (pen, points[0].x, points[0].y);
  for (guint i = 1; i < n_points; i++)
    pen_line_to (pen, points[i].x, points[i].y);
  tl_svg_append_literal (out, "\" fill=\"none\"");
  tl_svg_append_colour (out, "stroke", &faded);
  tl_svg_append_literal (out, " vector-effect=\"non-scaling-stroke\"/>\n");
  ((TlPenSvg *) pen)->path_open = FALSE;
}

static void
pen_end_hairlines (TlPen *pen)
{
}

static void
pen_draw_text (TlPen          *pen,
               TlText         *text,
               double          x,
               double          y,
               const TlColour *colour)
{
  GString *out = get_out (pen);

  for (guint i = 0; i < tl_text_get_n_lines (text); i++)
    {
      TlTextLine line = tl_text_get_line (text, i);

      if (*line.string == '\0')
        continue;

      tl_svg_append_literal (out, "<text class=\"f");
      tl_svg_append_number (out, tl_text_get_font (text));
      g_string_append_c (out, '"');
      tl_svg_append_attribute (out, "x", x + line.x + (line.rtl ? line.width : 0.0));
      tl_svg_append_attribute (out, "y", y + line.baseline);
      tl_svg_append_colour (out, "fill", colour);
      if (line.rtl)
        tl_svg_append_literal (out, " direction=\"rtl\"");
      g_string_append_c (out, '>');
      tl_svg_append_escaped (out, line.string);
      tl_svg_append_literal (out, "</text>\n");
    }
}

static const TlPenClass svg_pen_class = {
  .begin_group = pen_begin_group,
  .end_group = pen_end_group,
  .use_stamps = pen_use_stamps,
  .snap = pen_snap,
  .begin_stamp = pen_begin_stamp,
  .end_stamp = pen_end_stamp,
  .begin_scaled = pen_begin_scaled,
  .end_scaled = pen_end_group,
  .begin_clip = pen_begin_clip,
  .end_clip = pen_end_clip,
  .fill_rect = pen_fill_rect,
  .stroke_rect = pen_stroke_rect,
  .move_to = pen_move_to,
  .line_to = pen_line_to,
  .curve_to = pen_curve_to,
  .close_path = pen_close_path,
  .fill = pen_fill,
  .stroke = pen_stroke,
  .begin_hairlines = pen_begin_hairlines,
  .draw_hairline = pen_draw_hairline,
  .end_hairlines = pen_end_hairlines,
  .draw_text = pen_draw_text,
};

/* CSS wants a family with a space or a digit in quotes; generic names must have none. */
static void
append_families (GString    *out,
                 const char *families)
{
  g_auto (GStrv) names = g_strsplit (families, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *clean = tl_text_clean (names[i]);

      if (*clean == '\0' || strpbrk (clean, "'\"\\{};<>&") != NULL || g_str_equal (clean, "sans-serif"))
        continue;
      g_string_append_printf (out, "'%s',", clean);
    }
  tl_svg_append_literal (out, "sans-serif");
}

static void
append_style (GString    *out,
              const char *families)
{
  tl_svg_append_literal (out, "<style>text{font-family:");
  append_families (out, families);
  tl_svg_append_literal (out, ";font-variant-numeric:tabular-nums}");
  for (int i = 0; i < TL_N_FONTS; i++)
    {
      g_string_append_printf (out, ".f%d{font-size:", i);
      tl_svg_append_number (out, tl_font_get_size (i));
      g_string_append_printf (out, "px;font-weight:%d}", tl_font_get_weight (i));
    }
  tl_svg_append_literal (out, "</style>\n");
}

/**
 * tl_pen_svg_init:
 * @self: (out caller-allocates): a pen, usually on the stack
 * @title: (nullable): what the picture is called
 * @family: the families text is set in, separated by commas
 * @width: of the picture
 * @height: of the picture
 *
 * Begins an SVG document, which tl_pen_svg_finish() ends.
 *
 * Returns: (transfer none): @self as a pen
 */
TlPen *
tl_pen_svg_init (TlPenSvg   *self,
                 const char *title,
                 const char *family,
                 double      width,
                 double      height)
{
  g_return_val_if_fail (self != NULL && family != NULL, NULL);

  self->pen.klass = &svg_pen_class;
  self->out = g_string_sized_new (64 * 1024);
  self->path_open = FALSE;
  self->n_clips = 0;
  self->stamps = g_hash_table_new (NULL, NULL);

  g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                              "xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
  tl_svg_append_attribute (self->out, "width", width);
  tl_svg_append_attribute (self->out, "height", height);
  tl_svg_append_literal (self->out, " viewBox=\"0 0 ");
  tl_svg_append_number (self->out, width);
  g_string_append_c (self->out, ' ');
  tl_svg_append_number (self->out, height);
  tl_svg_append_literal (self->out, "\">\n");
  tl_svg_append_element (self->out, "title", title);
  g_string_append_c (self->out, '\n');
  append_style (self->out, family);

  return &self->pen;
}

/**
 * tl_pen_svg_begin_offset:
 * @self: a pen
 * @x: how far to the right
 * @y: how far down
 *
 * Moves everything drawn until the matching tl_pen_end_group().
 */
void
tl_pen_svg_begin_offset (TlPenSvg *self,
                         double    x,
                         double    y)
{
  g_return_if_fail (self != NULL);

  tl_svg_append_literal (self->out, "<g transform=\"translate(");
  tl_svg_append_number (self->out, x);
  g_string_append_c (self->out, ' ');
  tl_svg_append_number (self->out, y);
  tl_svg_append_literal (self->out, ")\">\n");
}

/**
 * tl_pen_svg_finish:
 * @self: a pen, all of whose groups and clips have ended
 *
 * Ends the document; the pen must not be used again before it is begun anew.
 *
 * Returns: (transfer full): the document, UTF-8
 */
GBytes *
tl_pen_svg_finish (TlPenSvg *self)
{
  g_return_val_if_fail (self != NULL && self->out != NULL, NULL);

  tl_svg_append_literal (self->out, "</svg>\n");
  g_clear_pointer (&self->stamps, g_hash_table_unref);

  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}
