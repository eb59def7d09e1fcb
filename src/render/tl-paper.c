/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document for paper: put together block by block, laid out once, drawn page by page.
 *
 * It is the same for the printer, for the preview and for a PDF file: it knows the page and a cairo context, and nothing of
 * who asks.  Texts are measured without hinting, so every target breaks its lines and pages alike.
 *
 * What it is made of: blocks (tl-paper-text.c and its like) shape themselves into strips, a flow (tl-paper-flow.c) puts
 * these one beneath the other, tl-paper-pages.c decides where pages end, and this file draws what it decided.
 *
 * Rejected: HTML or a typesetting program, which would have to be installed, and a general box model, of which a
 * worksheet needs a tenth.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-paper-private.h"

/* From the lower end of what is printed to the line at the foot */
#define FOOT_GAP 14.0

struct _TlPaperDocument
{
  GObject        parent_instance;

  TlPageSetup    setup;
  char          *title;
  char          *author;
  PangoContext  *context;
  TlPaperFlow    flow;
  TlPaperFlow   *current;       /* what is added to: the flow, or a column of a block in it */
  guint          group;         /* of what is being added, or 0 */
  guint          n_groups;
  double         space;         /* asked for above the next block */
  gboolean       breaks;        /* whether the next block begins a page */
  char          *mark;          /* at the head of that page and those that follow */
  GHashTable    *marks;         /* block -> the mark that begins with it */

  GArray        *pieces;        /* NULL until it is laid out */
  GArray        *first_pieces;  /* of each page, and the end */
};

static void pages_iface_init (TlPagesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlPaperDocument, tl_paper_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGES, pages_iface_init))

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

static double
get_height (TlPaperDocument *self)
{
  return MAX (self->setup.height - self->setup.margin_top - self->setup.margin_bottom, TL_PAPER_LINE);
}

static const TlPaperPiece *
get_piece (TlPaperDocument *self,
           guint            piece)
{
  return &g_array_index (self->pieces, TlPaperPiece, piece);
}

static void
find_pages (TlPaperDocument *self)
{
  g_array_set_size (self->first_pieces, 0);
  for (guint i = 0; i < self->pieces->len; i++)
    if (get_piece (self, i)->page == self->first_pieces->len)
      g_array_append_val (self->first_pieces, i);
  g_array_append_val (self->first_pieces, self->pieces->len);
}

static void
place_strips (TlPaperDocument *self)
{
  tl_paper_flow_shape (&self->flow, self->context, tl_paper_document_get_width (self));
  g_clear_pointer (&self->pieces, g_array_unref);
  self->pieces = tl_paper_pages_place ((const TlPaperStrip *) (gpointer) self->flow.strips->data,
                                       self->flow.strips->len, get_height (self));
  find_pages (self);
}

static double
get_foot (TlPaperDocument *self,
          guint            page)
{
  guint end = g_array_index (self->first_pieces, guint, page + 1);
  const TlPaperPiece *last = get_piece (self, end - 1);

  return last->y + last->height;
}

/* Lines to write on that were asked to fill their page: as many more as there is room for beneath them. */
static gboolean
fill_up (TlPaperDocument *self)
{
  gboolean added = FALSE;

  for (guint page = 0; page + 1 < self->first_pieces->len; page++)
    {
      guint end = g_array_index (self->first_pieces, guint, page + 1);
      TlPaperBlock *block = g_array_index (self->flow.owners, TlPaperOwner, get_piece (self, end - 1)->strip).block;
      guint n_lines = tl_paper_ruled_get_room (block, get_height (self) - get_foot (self, page));

      if (n_lines > 0)
        tl_paper_ruled_add_lines (block, n_lines);
      added |= n_lines > 0;
    }

  return added;
}

/* Everything is laid out the first time somebody wants to know about pages. */
static void
ensure_pages (TlPaperDocument *self)
{
  if (self->pieces != NULL)
    return;

  place_strips (self);
  if (fill_up (self))
    place_strips (self);
}

static void
tl_paper_document_finalize (GObject *object)
{
  TlPaperDocument *self = TL_PAPER_DOCUMENT (object);

  tl_paper_flow_clear (&self->flow);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->first_pieces, g_array_unref);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->mark, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (tl_paper_document_parent_class)->finalize (object);
}

static void
tl_paper_document_class_init (TlPaperDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_paper_document_finalize;
}

static void
tl_paper_document_init (TlPaperDocument *self)
{
  self->context = create_context ();
  self->first_pieces = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marks = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  tl_paper_flow_init (&self->flow);
  self->current = &self->flow;
}

/**
 * tl_paper_document_new:
 * @setup: the page; copied
 *
 * Returns: (transfer full): a document without pages
 */
TlPaperDocument *
tl_paper_document_new (const TlPageSetup *setup)
{
  g_return_val_if_fail (setup != NULL, NULL);

  TlPaperDocument *self = g_object_new (TL_TYPE_PAPER_DOCUMENT, NULL);

  self->setup = *setup;

  return self;
}

/**
 * tl_paper_document_get_setup:
 * @self: a document
 *
 * Returns: (transfer none): its page
 */
const TlPageSetup *
tl_paper_document_get_setup (TlPaperDocument *self)
{
  g_return_val_if_fail (TL_IS_PAPER_DOCUMENT (self), NULL);

  return &self->setup;
}

/**
 * tl_paper_document_get_width:
 * @self: a document
 *
 * Returns: how long its lines are, in points
 */
double
tl_paper_document_get_width (TlPaperDocument *self)
{
  g_return_val_if_fail (TL_IS_PAPER_DOCUMENT (self), 0.0);

  return MAX (self->setup.width - self->setup.margin_left - self->setup.margin_right, TL_PAPER_LINE);
}

/**
 * tl_paper_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what stands at the foot of its pages
 */
const char *
tl_paper_document_get_title (TlPaperDocument *self)
{
  g_return_val_if_fail (TL_IS_PAPER_DOCUMENT (self), NULL);

  return self->title;
}

/**
 * tl_paper_document_set_title:
 * @self: a document
 * @title: (nullable): what to say at the foot of each page, and about the file
 */
void
tl_paper_document_set_title (TlPaperDocument *self,
                             const char      *title)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));

  g_free (self->title);
  self->title = title != NULL ? tl_paper_clean (title) : NULL;
}

/**
 * tl_paper_document_set_author:
 * @self: a document
 * @author: (nullable): who it is by, for the file
 */
void
tl_paper_document_set_author (TlPaperDocument *self,
                              const char      *author)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));

  g_free (self->author);
  self->author = author != NULL ? tl_paper_clean (author) : NULL;
}

/*
 * tl_paper_document_add_block:
 * @self: a document
 * @klass: the kind of block
 *
 * Adds a block to what is being filled: the document, or a column.
 *
 * Returns: (transfer none): the block, to be filled by who asked for it
 */
gpointer
tl_paper_document_add_block (TlPaperDocument         *self,
                             const TlPaperBlockClass *klass)
{
  TlPaperBlock *block = g_malloc0 (klass->size);

  /* A document that has been laid out stays as it is. */
  g_assert (self->pieces == NULL);

  block->klass = klass;
  block->before = self->space;
  block->group = self->group;
  if (self->current == &self->flow)
    {
      block->breaks = self->breaks;
      self->breaks = FALSE;
      if (self->mark != NULL)
        g_hash_table_insert (self->marks, block, g_steal_pointer (&self->mark));
    }
  self->space = 0.0;
  g_ptr_array_add (self->current->blocks, block);

  return block;
}

TlPaperFlow *
tl_paper_document_get_flow (TlPaperDocument *self)
{
  return self->current;
}

gboolean
tl_paper_document_is_in_columns (TlPaperDocument *self)
{
  return self->current != &self->flow;
}

/* Into @flow goes what is added from now on; %NULL for the document itself. */
void
tl_paper_document_set_flow (TlPaperDocument *self,
                            TlPaperFlow     *flow)
{
  self->current = flow != NULL ? flow : &self->flow;
}

/**
 * tl_paper_document_begin_group:
 * @self: a document
 *
 * What is added from now on stays on one page, if it fits on one.  Groups do not nest.
 */
void
tl_paper_document_begin_group (TlPaperDocument *self)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));
  g_return_if_fail (self->group == 0);

  self->group = ++self->n_groups;
}

/**
 * tl_paper_document_end_group:
 * @self: a document
 */
void
tl_paper_document_end_group (TlPaperDocument *self)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));

  self->group = 0;
}

/**
 * tl_paper_document_add_space:
 * @self: a document
 * @height: how much there is to be above what comes next, in points; nothing at the head of a page
 */
void
tl_paper_document_add_space (TlPaperDocument *self,
                             double           height)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));

  self->space = MAX (self->space, height);
}

/**
 * tl_paper_document_break_page:
 * @self: a document
 * @mark: (nullable): what to say at the foot of that page and all that follow, beside its number
 *
 * What is added next begins a page.  Without anything after it there is no such page.
 */
void
tl_paper_document_break_page (TlPaperDocument *self,
                              const char      *mark)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));
  g_return_if_fail (self->current == &self->flow);

  self->breaks = TRUE;
  g_free (self->mark);
  self->mark = mark != NULL ? tl_paper_clean (mark) : NULL;
}

/**
 * tl_paper_document_get_n_pages:
 * @self: a document; nothing can be added to it any more
 *
 * Returns: how many pages it has: 0 when nothing was put into it
 */
guint
tl_paper_document_get_n_pages (TlPaperDocument *self)
{
  g_return_val_if_fail (TL_IS_PAPER_DOCUMENT (self), 0);

  ensure_pages (self);

  return self->first_pieces->len - 1;
}

/**
 * tl_paper_document_get_fill:
 * @self: a document; nothing can be added to it any more
 * @page: the number of a page, from 0
 *
 * Returns: how much of the page is taken, 0..1
 */
double
tl_paper_document_get_fill (TlPaperDocument *self,
                            guint            page)
{
  g_return_val_if_fail (page < tl_paper_document_get_n_pages (self), 0.0);

  return get_foot (self, page) / get_height (self);
}

static void
draw_piece (TlPaperDocument    *self,
            cairo_t            *cr,
            const TlPaperPiece *piece)
{
  const TlPaperStrip *strip = &g_array_index (self->flow.strips, TlPaperStrip, piece->strip);

  cairo_save (cr);
  cairo_translate (cr, self->setup.margin_left, self->setup.margin_top + piece->y);
  if (piece->height < strip->height)
    {
      cairo_rectangle (cr, -self->setup.margin_left, 0.0, self->setup.width, piece->height);
      cairo_clip (cr);
      cairo_translate (cr, 0.0, -piece->from);
    }
  tl_paper_flow_draw (&self->flow, cr, piece->strip);
  cairo_restore (cr);
}

/* What was said of this page when the last mark began. */
static const char *
find_mark (TlPaperDocument *self,
           guint            page)
{
  guint end = g_array_index (self->first_pieces, guint, page + 1);
  const char *mark = NULL;

  for (guint i = 0; i < end; i++)
    {
      const TlPaperOwner *owner = &g_array_index (self->flow.owners, TlPaperOwner, get_piece (self, i)->strip);
      const char *begun = g_hash_table_lookup (self->marks, owner->block);

      mark = begun != NULL ? begun : mark;
    }

  return mark;
}

/* The title on the left in as much room as the page number leaves, shortened if need be. */
static void
draw_foot (TlPaperDocument *self,
           cairo_t         *cr,
           guint            page)
{
  const char *mark = find_mark (self, page);
  double left = self->setup.margin_left;
  double width = tl_paper_document_get_width (self);
  double y = self->setup.height - self->setup.margin_bottom + FOOT_GAP;
  /* Translators: at the foot of a printed page: the number of the page, and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), page + 1, tl_paper_document_get_n_pages (self));
  g_autofree char *right = mark != NULL ? g_strconcat (mark, " · ", number, NULL) : g_strdup (number);
  TlPaperText text = { 0 };

  tl_paper_text_set (&text, self->context, TL_PAPER_STYLE_CAPTION, right, width);

  double taken = tl_paper_text_get_width (&text);

  /* Where its own line stands, which begins at the right when it is read from there, does not matter here. */
  tl_paper_text_draw_line (&text, cr, 0, left + width - taken - g_array_index (text.lines, TlPaperLine, 0).x, y);
  if (self->title != NULL && width - taken > TL_PAPER_GUTTER)
    {
      tl_paper_text_set (&text, self->context, TL_PAPER_STYLE_CAPTION, self->title, width - taken - TL_PAPER_GUTTER);
      tl_paper_text_shorten (&text);
      tl_paper_text_draw_line (&text, cr, 0, left, y);
    }
  tl_paper_text_clear (&text);
}

static void
draw_page (TlPages *pages,
           cairo_t *cr,
           guint    page)
{
  TlPaperDocument *self = TL_PAPER_DOCUMENT (pages);
  guint end = g_array_index (self->first_pieces, guint, page + 1);

  cairo_save (cr);
  for (guint i = g_array_index (self->first_pieces, guint, page); i < end; i++)
    draw_piece (self, cr, get_piece (self, i));
  draw_foot (self, cr, page);
  cairo_restore (cr);
}

static const TlPageSetup *
get_setup (TlPages *pages)
{
  return &TL_PAPER_DOCUMENT (pages)->setup;
}

static guint
get_n_pages (TlPages *pages)
{
  return tl_paper_document_get_n_pages (TL_PAPER_DOCUMENT (pages));
}

static const char *
get_title (TlPages *pages)
{
  return TL_PAPER_DOCUMENT (pages)->title;
}

static const char *
get_author (TlPages *pages)
{
  return TL_PAPER_DOCUMENT (pages)->author;
}

static const char *
get_kind (TlPages *pages)
{
  /* Translators: what the queue of a printer calls a page from a coaching conversation */
  return _("Worksheet");
}

static void
pages_iface_init (TlPagesInterface *iface)
{
  iface->get_setup = get_setup;
  iface->get_n_pages = get_n_pages;
  iface->draw_page = draw_page;
  iface->get_title = get_title;
  iface->get_author = get_author;
  iface->get_kind = get_kind;
}
