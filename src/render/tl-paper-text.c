/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text on paper: paragraphs, headings, bullets.
 *
 * Pango breaks and shapes; the lines then stand on a grid of our own, as on the canvas (tl-text.c), so that what stands
 * side by side has its baselines in common and a line of tall letters pushes nothing off the page.  Only scripts
 * that need more room than that get it, a quarter of a line at a time.  The texts of the canvas are not used
 * here: they are cut after four lines, and paper must not cut.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-drawn-text.h"
#include "tl-paper-private.h"

#define BULLET_INDENT 12.0
#define BULLET_X      3.0

/* A line may reach this much over its place on the grid: what lies there is mostly empty. */
#define TOLERANCE 1.4

/* Of more lines than this nobody sees that the last is short. */
#define MOST_BALANCED 6

typedef struct
{
  TlPaperBlock  block;
  TlPaperStyle  style;
  char         *string;
  TlPaperSpan  *spans;
  guint         n_spans;
  gboolean      bullet;
  double        bullet_x;      /* its middle: at the side where the text begins */
  double        text_x;
  TlPaperText   text;
} TextBlock;

static gboolean
is_dropped (gunichar letter)
{
  return letter == 0x200b || letter == 0xfeff || (letter >= 0x202a && letter <= 0x202e)
         || (letter >= 0xfff9 && letter <= 0xfffb) || (letter & 0xfffe) == 0xfffe
         || (letter >= 0xfdd0 && letter <= 0xfdef);
}

/**
 * tl_paper_clean:
 * @text: (nullable): what is to be printed
 *
 * Leaves out what cannot be printed and what would turn the direction of other text; the isolates that sentences of
 * ours put around names stay.  Unlike tl_text_clean() it keeps every space.
 *
 * Returns: (transfer full): valid UTF-8 without control characters, in one line
 */
char *
tl_paper_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (is_dropped (letter))
        continue;
      if (g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029)
        g_string_append_c (clean, ' ');
      else
        g_string_append_len (clean, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (clean, FALSE);
}

static void
add_attribute (PangoAttrList  *attributes,
               PangoAttribute *attribute,
               guint           start,
               guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static PangoAttrList *
create_attributes (const TlPaperType *type)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (type->tabular)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (type->spacing != 0.0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (type->spacing * PANGO_SCALE)));

  return attributes;
}

/* What the quotation mark at the beginning takes of the line. */
static double
measure_mark (PangoLayout *layout)
{
  const char *string = pango_layout_get_text (layout);
  g_autoptr (PangoLayout) probe = pango_layout_copy (layout);
  PangoRectangle logical;

  if (pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL)
    return 0.0;
  if (!g_str_has_prefix (string, "“") && !g_str_has_prefix (string, "„") && !g_str_has_prefix (string, "«"))
    return 0.0;

  pango_layout_set_width (probe, -1);
  pango_layout_set_text (probe, string, (int) (g_utf8_next_char (string) - string));
  pango_layout_get_extents (probe, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

static void
clear_line (gpointer data)
{
  g_clear_pointer (&((TlPaperLine *) data)->shaped, pango_layout_line_unref);
}

/* Pango finds a line by counting from the first; a text of a thousand lines would be drawn a million times over. */
static void
collect_lines (TlPaperText *self)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  double highest = 0.0;

  g_clear_pointer (&self->lines, g_array_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (TlPaperLine));
  g_array_set_clear_func (self->lines, clear_line);
  do
    {
      PangoRectangle logical;
      TlPaperLine line = { .shaped = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter)) };

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line.x = (double) logical.x / PANGO_SCALE;
      highest = MAX (highest, (double) logical.height / PANGO_SCALE);
      g_array_append_val (self->lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  if (highest > self->leading * TOLERANCE)
    self->leading = ceil (highest / TL_PAPER_QUARTER) * TL_PAPER_QUARTER;
}

/* What is set large has lines of about one length, rather than a single word on its last: the narrowest that takes no
 * more of them.
 */
static void
balance_lines (PangoLayout *layout,
               double       width)
{
  int n_lines = pango_layout_get_line_count (layout);
  double least = width / 2.0;
  double most = width;

  if (n_lines < 2 || n_lines > MOST_BALANCED)
    return;

  while (most - least > 1.0)
    {
      double middle = (least + most) / 2.0;

      pango_layout_set_width (layout, (int) (middle * PANGO_SCALE));
      if (pango_layout_get_line_count (layout) > n_lines)
        least = middle;
      else
        most = middle;
    }
  pango_layout_set_width (layout, (int) (most * PANGO_SCALE));
}

/**
 * tl_paper_text_set:
 * @self: a text, all zero or set before
 * @context: what to shape with
 * @style: what it is
 * @text: what to say: clean, one paragraph
 * @width: where lines are broken, in points
 *
 * Sets a text into lines.
 */
void
tl_paper_text_set (TlPaperText  *self,
                   PangoContext *context,
                   TlPaperStyle  style,
                   const char   *text,
                   double        width)
{
  const TlPaperType *type = tl_paper_get_type (style);
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  g_autoptr (PangoAttrList) attributes = create_attributes (type);

  tl_paper_text_clear (self);
  self->layout = pango_layout_new (context);
  pango_font_description_set_family (font, tl_paper_get_family ());
  pango_font_description_set_weight (font, type->weight);
  pango_font_description_set_absolute_size (font, type->size * PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (self->layout, text, -1);

  self->shift = style == TL_PAPER_STYLE_QUOTE ? measure_mark (self->layout) : 0.0;
  pango_layout_set_indent (self->layout, (int) (-self->shift * PANGO_SCALE));
  pango_layout_set_width (self->layout, (int) ((width + self->shift) * PANGO_SCALE));

  if (type->balanced && pango_layout_get_direction (self->layout, 0) != PANGO_DIRECTION_RTL)
    balance_lines (self->layout, width + self->shift);

  self->size = type->size;
  self->colour = type->colour;
  self->leading = type->leading;
  collect_lines (self);
}

static void
change_attributes (TlPaperText   *self,
                   PangoAttrList *attributes)
{
  pango_layout_set_attributes (self->layout, attributes);
  collect_lines (self);
}

/**
 * tl_paper_text_mark:
 * @self: a text that has been set
 * @spans: (array length=n_spans): the parts to set in bold
 * @n_spans: how many there are
 */
void
tl_paper_text_mark (TlPaperText       *self,
                    const TlPaperSpan *spans,
                    guint              n_spans)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (pango_layout_get_attributes (self->layout));

  for (guint i = 0; i < n_spans; i++)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), spans[i].start,
                   spans[i].start + spans[i].length);
  if (n_spans > 0)
    change_attributes (self, attributes);
}

/**
 * tl_paper_text_begin_left:
 * @self: a text that has been set
 *
 * Lets the cells of a column begin at one edge in all scripts, where a paragraph that is read from the right would begin at the other.
 */
void
tl_paper_text_begin_left (TlPaperText *self)
{
  /* Pango turns an alignment round for what is read from the right. */
  if (pango_layout_get_direction (self->layout, 0) != PANGO_DIRECTION_RTL)
    return;

  pango_layout_set_alignment (self->layout, PANGO_ALIGN_RIGHT);
  collect_lines (self);
}

/**
 * tl_paper_text_align_figures:
 * @self: a text that has been set
 *
 * Gives its figures one width, so that those in the rows of a column stand beneath each other.
 */
void
tl_paper_text_align_figures (TlPaperText *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (pango_layout_get_attributes (self->layout));

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  change_attributes (self, attributes);
}

/**
 * tl_paper_text_shorten:
 * @self: a text that has been set
 *
 * Makes it a single line, with an ellipsis for what does not fit.
 */
void
tl_paper_text_shorten (TlPaperText *self)
{
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  collect_lines (self);
}

/**
 * tl_paper_text_clear:
 * @self: a text
 */
void
tl_paper_text_clear (TlPaperText *self)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_object (&self->layout);
}

/**
 * tl_paper_text_get_n_lines:
 * @self: a text, set or not
 *
 * Returns: how many lines it takes
 */
guint
tl_paper_text_get_n_lines (const TlPaperText *self)
{
  return self->lines != NULL ? self->lines->len : 0;
}

/**
 * tl_paper_text_get_height:
 * @self: a text, set or not
 *
 * Returns: the height of all its lines, in points
 */
double
tl_paper_text_get_height (const TlPaperText *self)
{
  return tl_paper_text_get_n_lines (self) * self->leading;
}

/**
 * tl_paper_text_draw_line:
 * @self: a text that has been set
 * @cr: what to draw on
 * @line: which of its lines
 * @x: the left end of the text
 * @y: the upper end of the line
 */
void
tl_paper_text_draw_line (const TlPaperText *self,
                         cairo_t           *cr,
                         guint              line,
                         double             x,
                         double             y)
{
  const TlPaperLine *shaped = &g_array_index (self->lines, TlPaperLine, line);

  cairo_set_source_rgb (cr, self->colour.red, self->colour.green, self->colour.blue);
  /* Letters sit in the middle of their line, see tl-text.c. */
  cairo_move_to (cr, x - self->shift + shaped->x, y + self->leading / 2.0 + self->size * 0.35);
  pango_cairo_show_layout_line (cr, shaped->shaped);
  tl_drawn_text_add (cr, shaped->shaped);
}

/**
 * tl_paper_text_draw:
 * @self: a text, set or not
 * @cr: what to draw on
 * @x: its left end
 * @y: its upper end
 */
void
tl_paper_text_draw (const TlPaperText *self,
                    cairo_t           *cr,
                    double             x,
                    double             y)
{
  tl_paper_text_draw_part (self, cr, x, y, y, y + tl_paper_text_get_height (self));
}

/**
 * tl_paper_text_draw_part:
 * @self: a text, set or not
 * @cr: what to draw on
 * @x: its left end
 * @y: its upper end
 * @from: the upper end of the part to draw
 * @to: the lower end of the part to draw
 *
 * Draws the lines whose middle is between @from and @to.
 */
void
tl_paper_text_draw_part (const TlPaperText *self,
                         cairo_t           *cr,
                         double             x,
                         double             y,
                         double             from,
                         double             to)
{
  guint n_lines = tl_paper_text_get_n_lines (self);

  if (n_lines == 0)
    return;

  double first = floor ((from - y) / self->leading + 0.5);

  for (guint i = (guint) MAX (first, 0.0); i < n_lines && y + (i + 0.5) * self->leading < to; i++)
    tl_paper_text_draw_line (self, cr, i, x, y + i * self->leading);
}

/**
 * tl_paper_text_get_width:
 * @self: a text that has been set
 *
 * Returns: how long its longest line is, in points
 */
double
tl_paper_text_get_width (const TlPaperText *self)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

/* Two lines at the head and two at the foot stay together; a heading stays whole. */
static TlPaperBond
get_bond (const TextBlock *self,
          guint            line,
          guint            n_lines)
{
  if (line + 1 == n_lines)
    return TL_PAPER_BOND_NONE;

  return self->block.heads || line == 0 || line + 2 == n_lines ? TL_PAPER_BOND_CLOSE : TL_PAPER_BOND_NONE;
}

static void
place_bullet (TextBlock *self,
              double     width)
{
  gboolean from_right = pango_layout_get_direction (self->text.layout, 0) == PANGO_DIRECTION_RTL;

  self->bullet_x = from_right ? width - BULLET_X : BULLET_X;
  self->text_x = from_right ? 0.0 : BULLET_INDENT;
}

static void
shape_text (TlPaperBlock *block,
            PangoContext *context,
            double        width,
            GArray       *strips)
{
  TextBlock *self = (TextBlock *) block;

  tl_paper_text_set (&self->text, context, self->style, self->string, width - (self->bullet ? BULLET_INDENT : 0.0));
  tl_paper_text_mark (&self->text, self->spans, self->n_spans);
  if (self->bullet)
    place_bullet (self, width);

  guint n_lines = tl_paper_text_get_n_lines (&self->text);

  for (guint i = 0; i < n_lines; i++)
    {
      const TlPaperStrip strip = {
        .height = self->text.leading, .bond = get_bond (self, i, n_lines), .header = TL_PAPER_NO_HEADER,
      };

      g_array_append_val (strips, strip);
    }
}

static void
draw_text (TlPaperBlock *block,
           cairo_t      *cr,
           guint         strip)
{
  TextBlock *self = (TextBlock *) block;

  if (self->bullet && strip == 0)
    {
      const TlColour *accent = tl_paper_get_accent ();

      cairo_set_source_rgb (cr, accent->red, accent->green, accent->blue);
      cairo_new_path (cr);
      cairo_arc (cr, self->bullet_x, self->text.leading / 2.0, 1.6, 0.0, 2.0 * G_PI);
      cairo_fill (cr);
    }
  tl_paper_text_draw_line (&self->text, cr, strip, self->text_x, 0.0);
}

static void
clear_text (TlPaperBlock *block)
{
  TextBlock *self = (TextBlock *) block;

  tl_paper_text_clear (&self->text);
  g_clear_pointer (&self->string, g_free);
  g_clear_pointer (&self->spans, g_free);
}

static const TlPaperBlockClass text_class = { sizeof (TextBlock), shape_text, draw_text, clear_text };

static TextBlock *
add_paragraph (TlPaperDocument *self,
               TlPaperStyle     style,
               const char      *text)
{
  const TlPaperType *type = tl_paper_get_type (style);
  TextBlock *block = tl_paper_document_add_block (self, &text_class);

  block->style = style;
  block->string = tl_paper_clean (text);
  block->block.before = type->before;
  block->block.after = type->after;
  block->block.heads = type->heads;

  return block;
}

/**
 * tl_paper_document_add_text:
 * @self: a document
 * @style: what it is
 * @text: (nullable): what it says; each line of it becomes a paragraph, and empty lines nothing
 *
 * Adds paragraphs, however long: they are never cut.
 */
void
tl_paper_document_add_text (TlPaperDocument *self,
                            TlPaperStyle     style,
                            const char      *text)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));
  g_return_if_fail (style < TL_PAPER_N_STYLES);

  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (GStrv) lines = g_strsplit_set (valid, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      add_paragraph (self, style, lines[i]);
}

static void
append_clean (GString    *to,
              const char *from,
              gsize       length)
{
  g_autofree char *part = g_strndup (from, length);
  g_autofree char *clean = tl_paper_clean (part);

  g_string_append (to, clean);
}

/**
 * tl_paper_document_add_marked:
 * @self: a document
 * @style: what it is
 * @text: one paragraph
 * @spans: (array length=n_spans): the parts of it to set in bold, from the first to the last, not overlapping
 * @n_spans: how many there are
 */
void
tl_paper_document_add_marked (TlPaperDocument   *self,
                              TlPaperStyle       style,
                              const char        *text,
                              const TlPaperSpan *spans,
                              guint              n_spans)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));
  g_return_if_fail (text != NULL && g_utf8_validate (text, -1, NULL));

  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree TlPaperSpan *moved = g_new0 (TlPaperSpan, n_spans);
  gsize done = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      append_clean (clean, text + done, spans[i].start - done);
      moved[i].start = (guint) clean->len;
      append_clean (clean, text + spans[i].start, spans[i].length);
      moved[i].length = (guint) clean->len - moved[i].start;
      done = spans[i].start + spans[i].length;
    }
  append_clean (clean, text + done, strlen (text + done));

  TextBlock *block = add_paragraph (self, style, clean->str);

  block->spans = g_steal_pointer (&moved);
  block->n_spans = n_spans;
}

/**
 * tl_paper_document_add_bullet:
 * @self: a document
 * @text: (nullable): one point of a list
 *
 * Adds a point, however long; without text, nothing.
 */
void
tl_paper_document_add_bullet (TlPaperDocument *self,
                              const char      *text)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));

  g_autofree char *clean = tl_paper_clean (text);

  if (*g_strstrip (clean) == '\0')
    return;

  TextBlock *block = add_paragraph (self, TL_PAPER_STYLE_BODY, clean);

  block->bullet = TRUE;
  /* Side by side the lines of all columns stand level, so that a page can end beneath any of them. */
  block->block.after = tl_paper_document_is_in_columns (self) ? 0.0 : TL_PAPER_QUARTER;
}
