/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Setting text: breaking it into lines and shortening it, once, for every pen alike.  What comes of it see tl-text.c.
 *
 * What people type may hold anything: text from right to left, Chinese, emoji, ten thousand characters.  It is
 * cleaned before it is set (tl-text-clean.c), and lines stand on a fixed grid rather than on the height Pango measures,
 * so that a tall script cannot push a title out of its card.
 *
 * Texts in plain Latin letters are broken by tl-text-plain.c, and shaped line by line only when a pen asks Pango
 * for them; all others are Pango's from the beginning.
 *
 * Shaping a text takes 20-30 us, drawing it a tenth of that, so texts are kept, by what they say and how, and
 * shared: a name that stands on fifty cards is set once.  The cache drops what has not been used for longest
 * when it grows past a fixed number of texts.  Metrics are never hinted, so a picture breaks its lines alike at
 * every zoom and in every file.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <string.h>

#include "tl-text-plain.h"
#include "tl-text-private.h"

/* A screen shows 88 cards with four texts each; a 4K screen zoomed out some 700.  A text takes about 3 KB. */
#define CACHE_LIMIT   6000
#define LETTERS_LIMIT 240
/* In letters meant to be read from afar, what has no more lines than these is a title, whose words stay whole; what has
 * more is a statement, all of which is to be read.
 */
#define FEW_LINES 3

typedef struct
{
  double      size;
  double      line_height;
  PangoWeight weight;
  gboolean    tabular;
} FontStep;

static const FontStep font_steps[TL_N_FONTS] = {
  [TL_FONT_CAPTION] = { 11.0, 14.0, PANGO_WEIGHT_NORMAL, TRUE },
  [TL_FONT_CAPTION_STRONG] = { 11.0, 14.0, PANGO_WEIGHT_BOLD, TRUE },
  [TL_FONT_BODY] = { 13.0, 18.0, PANGO_WEIGHT_NORMAL, TRUE },
  [TL_FONT_CARD_TITLE] = { 13.0, 16.0, PANGO_WEIGHT_BOLD, FALSE },
  [TL_FONT_HEADING] = { 14.0, 20.0, PANGO_WEIGHT_BOLD, FALSE },
  [TL_FONT_TITLE] = { 22.0, 28.0, PANGO_WEIGHT_BOLD, FALSE },
  [TL_FONT_FAR] = { 20.0, 23.0, PANGO_WEIGHT_BOLD, FALSE },
  [TL_FONT_SIGN] = { 40.0, 48.0, PANGO_WEIGHT_BOLD, FALSE },
  [TL_FONT_STATEMENT] = { 14.0, 19.0, PANGO_WEIGHT_MEDIUM, FALSE },
};

typedef struct
{
  TlTextCache *cache;
  TlFont       font;
} MeterData;

struct _TlTextCache
{
  char                 *family;
  PangoContext         *context;
  PangoFontDescription *descriptions[TL_N_FONTS];
  PangoAttrList        *tabular;
  TlPlainMeter          meters[TL_N_FONTS];
  MeterData             meter_data[TL_N_FONTS];
  GHashTable           *texts;
  GQueue                by_use;
};

/**
 * tl_font_get_size:
 * @font: a step of type
 *
 * Returns: the size of its em square, in units of the picture
 */
double
tl_font_get_size (TlFont font)
{
  g_return_val_if_fail (font < TL_N_FONTS, 0.0);

  return font_steps[font].size;
}

/**
 * tl_font_get_weight:
 * @font: a step of type
 *
 * Returns: its weight, 100 to 900
 */
int
tl_font_get_weight (TlFont font)
{
  g_return_val_if_fail (font < TL_N_FONTS, 0);

  return font_steps[font].weight;
}

/**
 * tl_font_get_line_height:
 * @font: a step of type
 *
 * Returns: the distance from one line to the next, in units of the picture
 */
double
tl_font_get_line_height (TlFont font)
{
  g_return_val_if_fail (font < TL_N_FONTS, 0.0);

  return font_steps[font].line_height;
}

static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

static void
text_free (TlText *text)
{
  g_clear_object (&text->layout);
  for (guint i = 0; i < TL_TEXT_MAX_LINES; i++)
    {
      g_clear_object (&text->line_layouts[i]);
      g_clear_pointer (&text->strings[i], g_free);
    }
  g_clear_pointer (&text->key, g_free);
  g_free (text);
}

/* Something to set one paragraph with. */
PangoLayout *
tl_text_cache_create_layout (TlTextCache *self,
                             TlFont       font)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->descriptions[font]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (font_steps[font].tabular)
    pango_layout_set_attributes (layout, self->tabular);

  return layout;
}

/* The advance of a letter, for TlPlainMeter. */
static double
measure_letter (gunichar letter,
                gpointer data)
{
  const MeterData *meter = data;
  g_autoptr (PangoLayout) layout = tl_text_cache_create_layout (meter->cache, meter->font);
  char string[8] = { 0 };
  PangoRectangle logical;

  g_unichar_to_utf8 (letter, string);
  pango_layout_set_text (layout, string, -1);
  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.width / PANGO_SCALE;
}

/**
 * tl_text_cache_new:
 * @family: (nullable): the family of the desktop's font, or a list separated by commas
 *
 * Returns: (transfer full): a cache, to be used in one thread only
 */
TlTextCache *
tl_text_cache_new (const char *family)
{
  TlTextCache *self = g_new0 (TlTextCache, 1);

  self->family = g_strdup (family != NULL ? family : "Cantarell, Noto Sans, DejaVu Sans, sans-serif");
  self->context = create_context ();
  self->tabular = pango_attr_list_new ();
  pango_attr_list_insert (self->tabular, pango_attr_font_features_new ("tnum=1"));
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) text_free);

  for (guint i = 0; i < TL_N_FONTS; i++)
    {
      self->descriptions[i] = pango_font_description_new ();
      pango_font_description_set_family (self->descriptions[i], self->family);
      pango_font_description_set_weight (self->descriptions[i], font_steps[i].weight);
      pango_font_description_set_absolute_size (self->descriptions[i], font_steps[i].size * PANGO_SCALE);
      self->meter_data[i] = (MeterData) { self, i };
      tl_plain_meter_init (&self->meters[i], measure_letter, &self->meter_data[i]);
    }

  return self;
}

/**
 * tl_text_cache_free:
 * @self: (transfer full): a cache
 */
void
tl_text_cache_free (TlTextCache *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->texts, g_hash_table_unref);
  for (guint i = 0; i < TL_N_FONTS; i++)
    g_clear_pointer (&self->descriptions[i], pango_font_description_free);
  g_clear_pointer (&self->tabular, pango_attr_list_unref);
  g_clear_object (&self->context);
  g_clear_pointer (&self->family, g_free);
  g_free (self);
}

/**
 * tl_text_cache_get_family:
 * @self: a cache
 *
 * Returns: (transfer none): the families its texts are set in, separated by commas
 */
const char *
tl_text_cache_get_family (TlTextCache *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->family;
}

/**
 * tl_text_cache_get_n_set:
 * @self: a cache
 *
 * Returns: how many texts it holds
 */
guint
tl_text_cache_get_n_set (TlTextCache *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->texts);
}

/* Letters sit in the middle of their line: about 0.35 em above the baseline is the middle of what is read. */
static double
find_baseline (TlFont font,
               guint  line)
{
  const FontStep *step = &font_steps[font];

  return step->line_height * (line + 0.5) + step->size * 0.35;
}

static void
measure_lines (TlText *text)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);

  do
    {
      PangoRectangle logical;
      TlTextLine *line = &text->lines[text->n_lines];

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      line->x = (double) logical.x / PANGO_SCALE;
      line->width = (double) logical.width / PANGO_SCALE;
      line->baseline = find_baseline (text->font, text->n_lines);
      line->rtl = pango_layout_iter_get_line_readonly (iter)->resolved_dir == PANGO_DIRECTION_RTL;
      text->width = MAX (text->width, line->x + line->width);
      text->n_lines++;
    }
  while (text->n_lines < TL_TEXT_MAX_LINES && pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

/* No more letters than could ever be seen are set: a title of 10,000 would take Pango a hundred times as long. */
static void
set_letters (PangoLayout *layout,
             const char  *clean,
             int          n_lines)
{
  glong limit = (glong) LETTERS_LIMIT * n_lines;

  if (g_utf8_strlen (clean, -1) <= limit)
    {
      pango_layout_set_text (layout, clean, -1);
      return;
    }

  g_autofree char *head = g_utf8_substring (clean, 0, limit);
  g_autofree char *shortened = g_strconcat (head, "…", NULL);

  pango_layout_set_text (layout, shortened, -1);
}

static void
set_shaped (TlTextCache *self,
            TlText      *text,
            const char  *clean,
            double       width,
            int          n_lines)
{
  text->layout = tl_text_cache_create_layout (self, text->font);
  if (width > 0.0)
    {
      pango_layout_set_width (text->layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (text->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (text->layout, -n_lines);
    }

  set_letters (text->layout, clean, n_lines);
  measure_lines (text);
  text->cut = width > 0.0 && pango_layout_is_ellipsized (text->layout);
}

static void
set_plain (TlTextCache *self,
           TlText      *text,
           const char  *clean,
           double       width,
           int          n_lines)
{
  TlPlainLine lines[TL_TEXT_MAX_LINES];

  text->plain = TRUE;
  text->n_lines = tl_plain_break (&self->meters[text->font], clean, width, n_lines,
                                  text->font == TL_FONT_FAR && n_lines <= FEW_LINES, lines);

  for (guint i = 0; i < text->n_lines; i++)
    {
      const char *start = clean + lines[i].start;

      text->strings[i] = lines[i].cut ? g_strdup_printf ("%.*s…", (int) lines[i].length, start)
                                      : g_strndup (start, lines[i].length);
      text->lines[i] = (TlTextLine) { .width = lines[i].width, .baseline = find_baseline (text->font, i) };
      text->width = MAX (text->width, lines[i].width);
      text->cut |= lines[i].cut;
    }
}

static TlText *
set_text (TlTextCache *self,
          const char  *string,
          TlFont       font,
          double       width,
          int          n_lines)
{
  TlText *text = g_new0 (TlText, 1);
  g_autofree char *cleaned = tl_text_is_clean (string) ? NULL : tl_text_clean (string);
  const char *clean = cleaned != NULL ? cleaned : string;

  text->cache = self;
  text->font = font;
  if (tl_plain_check (clean))
    set_plain (self, text, clean, width, n_lines);
  else
    set_shaped (self, text, clean, width, n_lines);

  return text;
}

static void
drop_oldest (TlTextCache *self)
{
  GList *oldest = g_queue_pop_tail_link (&self->by_use);
  TlText *text = oldest->data;

  g_hash_table_remove (self->texts, text->key);
}

/**
 * tl_text_cache_get:
 * @self: a cache
 * @string: (nullable): what to say; cleaned by tl_text_clean()
 * @font: the step of type
 * @width: where lines are broken, in units of the picture; 0 for a single line of any length
 * @n_lines: how many lines at most (1 to %TL_TEXT_MAX_LINES); what does not fit ends in an ellipsis
 *
 * Returns: (transfer none): the text, set; it lives at least until thousands of others have been asked for
 */
TlText *
tl_text_cache_get (TlTextCache *self,
                   const char  *string,
                   TlFont       font,
                   double       width,
                   int          n_lines)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (font < TL_N_FONTS, NULL);
  g_return_val_if_fail (n_lines >= 1 && n_lines <= TL_TEXT_MAX_LINES, NULL);

  if (string == NULL)
    string = "";

  /* Four letters for how, and then what: printf takes longer than the search. */
  gsize length = strlen (string);
  char stack[512];
  g_autofree char *heap = NULL;
  char *key = length + 5 <= sizeof stack ? stack : (heap = g_malloc (length + 5));
  guint units = (guint) MAX (width, 0.0);

  key[0] = (char) (1 + font * TL_TEXT_MAX_LINES + n_lines - 1);
  key[1] = (char) (1 + units % 127);
  key[2] = (char) (1 + units / 127 % 127);
  key[3] = (char) (1 + MIN (units / (127 * 127), 126u));
  memcpy (key + 4, string, length + 1);

  TlText *text = g_hash_table_lookup (self->texts, key);

  if (text != NULL)
    {
      g_queue_unlink (&self->by_use, &text->link);
      g_queue_push_head_link (&self->by_use, &text->link);
      return text;
    }

  if (g_hash_table_size (self->texts) >= CACHE_LIMIT)
    drop_oldest (self);

  text = set_text (self, string, font, width, n_lines);
  text->key = g_strdup (key);
  text->link.data = text;
  g_queue_push_head_link (&self->by_use, &text->link);
  g_hash_table_insert (self->texts, text->key, text);

  return text;
}
