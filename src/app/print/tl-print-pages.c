/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a document, below each other.
 *
 * Scrollable, so that a GtkScrolledWindow around it brings scrollbars, wheel and fling; the arithmetic is
 * TlPrintColumn's, and keys and wheel are in tl-print-pages-input.c.  Each page is a widget, so that it can have the focus
 * and say what it is; only those in the view are drawn, and what was drawn of the others is let go.  Rejected: a
 * GtkListView, which guesses heights that are known, and has no zoom.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-print-pages-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-print-page.h"

struct _TlPrintPages
{
  GtkWidget parent_instance;

  GtkAdjustment       *adjustments[2];        /* across, down */
  GtkScrollablePolicy  policies[2];
  GPtrArray           *pages;                 /* of TlPrintPage, owned by the widget */
  TlPrintColumn        column;
  guint                page;                  /* the one that was told of last */
  gboolean             is_syncing;
};

enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TlPrintPages, tl_print_pages, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static double
get_scroll (TlPrintPages   *self,
            GtkOrientation  orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static void
configure_adjustment (TlPrintPages   *self,
                      GtkOrientation  orientation,
                      double          value,
                      double          all,
                      double          view)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, CLAMP (value, 0, MAX (0, all - view)), 0, all, TL_PRINT_PAGES_LINE, view * 0.9, view);
}

static void
scroll_to (TlPrintPages *self,
           double        x,
           double        y)
{
  self->is_syncing = TRUE;
  configure_adjustment (self, GTK_ORIENTATION_HORIZONTAL, x, tl_print_column_get_width (&self->column),
                        self->column.view_width);
  configure_adjustment (self, GTK_ORIENTATION_VERTICAL, y, tl_print_column_get_height (&self->column),
                        self->column.view_height);
  self->is_syncing = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* What was in the middle of the view is there again when the column has become another. */
static void
change_column (TlPrintPages        *self,
               const TlPrintColumn *column)
{
  TlPrintColumn before = self->column;
  double growth = tl_print_column_get_width (column) / tl_print_column_get_width (&before);
  double x = (get_scroll (self, GTK_ORIENTATION_HORIZONTAL) + before.view_width / 2) * growth - column->view_width / 2;
  double y = get_scroll (self, GTK_ORIENTATION_VERTICAL);

  self->column = *column;
  /* A view that has not been seen has no middle. */
  scroll_to (self, x, before.view_height > 0 && y > 0 ? tl_print_column_keep (&before, column, y) : 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
scrolled_cb (TlPrintPages *self)
{
  g_assert (TL_IS_PRINT_PAGES (self));

  if (self->is_syncing)
    return;

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (self->page == tl_print_pages_get_page (self))
    return;

  self->page = tl_print_pages_get_page (self);
  /* The focus goes along, so that whoever hears the pages hears which it is. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (g_ptr_array_index (self->pages, self->page));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_adjustment (TlPrintPages   *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment **field = &self->adjustments[orientation];

  if (*field != NULL)
    g_signal_handlers_disconnect_by_func (*field, scrolled_cb, self);

  g_set_object (field, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
is_seen (TlPrintPages *self,
         guint         page)
{
  double scroll = get_scroll (self, GTK_ORIENTATION_VERTICAL);
  double top = tl_print_column_get_top (&self->column, page);
  double height = self->column.page_height * tl_print_column_get_zoom (&self->column);

  return top + height > scroll && top < scroll + self->column.view_height;
}

/* Scrolls by so many pixels, and no further down than the last page asks for. */
void
tl_print_pages_scroll_by (TlPrintPages *self,
                          double        x,
                          double        y)
{
  double down = tl_print_column_clamp (&self->column, get_scroll (self, GTK_ORIENTATION_VERTICAL) + y);

  scroll_to (self, get_scroll (self, GTK_ORIENTATION_HORIZONTAL) + x, down);
  scrolled_cb (self);
}

/* Whoever goes from page to page with Tab sees the page that has the focus. */
static void
tl_print_pages_set_focus_child (GtkWidget *widget,
                                GtkWidget *child)
{
  TlPrintPages *self = TL_PRINT_PAGES (widget);
  guint page;

  GTK_WIDGET_CLASS (tl_print_pages_parent_class)->set_focus_child (widget, child);

  if (child != NULL && g_ptr_array_find (self->pages, child, &page) && !is_seen (self, page))
    tl_print_pages_go_to (self, page);
}

/* The view decides; this is what the pages need to be of use. */
static void
tl_print_pages_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 180;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 720;
}

static void
place_page (TlPrintPages *self,
            guint         page)
{
  double zoom = tl_print_column_get_zoom (&self->column);
  double x = tl_print_column_get_left (&self->column) - get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  double y = tl_print_column_get_top (&self->column, page) - get_scroll (self, GTK_ORIENTATION_VERTICAL);
  graphene_point_t place = GRAPHENE_POINT_INIT ((float) round (x), (float) round (y));
  GtkWidget *widget = g_ptr_array_index (self->pages, page);

  if (!is_seen (self, page))
    gtk_widget_queue_draw (widget);
  gtk_widget_allocate (widget, (int) round (self->column.page_width * zoom),
                       (int) round (self->column.page_height * zoom), -1, gsk_transform_translate (NULL, &place));
}

static void
tl_print_pages_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TlPrintPages *self = TL_PRINT_PAGES (widget);
  TlPrintColumn column = self->column;

  column.view_width = width;
  column.view_height = height;
  if (width != self->column.view_width || height != self->column.view_height)
    change_column (self, &column);

  for (guint i = 0; i < self->pages->len; i++)
    place_page (self, i);
}

static void
tl_print_pages_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  TlPrintPages *self = TL_PRINT_PAGES (widget);

  for (guint i = 0; i < self->pages->len; i++)
    {
      if (is_seen (self, i))
        gtk_widget_snapshot_child (widget, g_ptr_array_index (self->pages, i), snapshot);
    }
}

static void
tl_print_pages_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  TlPrintPages *self = TL_PRINT_PAGES (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_print_pages_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  TlPrintPages *self = TL_PRINT_PAGES (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_print_pages_dispose (GObject *object)
{
  TlPrintPages *self = TL_PRINT_PAGES (object);

  g_ptr_array_set_size (self->pages, 0);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);

  G_OBJECT_CLASS (tl_print_pages_parent_class)->dispose (object);
}

static void
tl_print_pages_finalize (GObject *object)
{
  TlPrintPages *self = TL_PRINT_PAGES (object);

  g_ptr_array_unref (self->pages);

  G_OBJECT_CLASS (tl_print_pages_parent_class)->finalize (object);
}

static void
tl_print_pages_class_init (TlPrintPagesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_print_pages_get_property;
  object_class->set_property = tl_print_pages_set_property;
  object_class->dispose = tl_print_pages_dispose;
  object_class->finalize = tl_print_pages_finalize;

  widget_class->measure = tl_print_pages_measure;
  widget_class->size_allocate = tl_print_pages_size_allocate;
  widget_class->snapshot = tl_print_pages_snapshot;
  widget_class->set_focus_child = tl_print_pages_set_focus_child;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * TlPrintPages::changed:
   * @self: the pages
   *
   * They are shown larger or smaller, or another page is looked at.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_PRINT_PAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);

  tl_print_pages_class_add_input (widget_class);
  gtk_widget_class_set_css_name (widget_class, "print-pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_print_pages_init (TlPrintPages *self)
{
  tl_print_pages_init_input (self);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->column.fit = TL_PRINT_FIT_WIDTH;
  self->column.page_width = 1;
  self->column.page_height = 1;
  self->column.zoom = TL_PRINT_NATURAL;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
}

/**
 * tl_print_pages_set_source:
 * @self: the pages
 * @source: what has the pages to show
 *
 * What was looked at stays in view as far as the new pages have it.
 */
void
tl_print_pages_set_source (TlPrintPages *self,
                           TlPages      *source)
{
  const TlPageSetup *setup;
  TlPrintColumn column;
  gboolean had_focus;

  g_return_if_fail (TL_IS_PRINT_PAGES (self));

  setup = tl_pages_get_setup (source);
  column = self->column;
  column.n_pages = tl_pages_get_n_pages (source);
  column.page_width = setup->width;
  column.page_height = setup->height;
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  g_ptr_array_set_size (self->pages, 0);
  for (guint i = 0; i < column.n_pages; i++)
    {
      GtkWidget *page = tl_print_page_new (source, i);

      gtk_widget_set_parent (page, GTK_WIDGET (self));
      g_ptr_array_add (self->pages, page);
    }

  change_column (self, &column);
  self->page = tl_print_pages_get_page (self);
  if (had_focus && self->page < self->pages->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->pages, self->page));
}

/**
 * tl_print_pages_get_column:
 * @self: the pages
 *
 * Returns: (transfer none): where the pages are
 */
const TlPrintColumn *
tl_print_pages_get_column (TlPrintPages *self)
{
  g_return_val_if_fail (TL_IS_PRINT_PAGES (self), NULL);

  return &self->column;
}

/**
 * tl_print_pages_set_fit:
 * @self: the pages
 * @fit: how large to show them, also when the view becomes larger or smaller
 */
void
tl_print_pages_set_fit (TlPrintPages *self,
                        TlPrintFit    fit)
{
  TlPrintColumn column;

  g_return_if_fail (TL_IS_PRINT_PAGES (self));

  column = self->column;
  column.zoom = tl_print_column_get_zoom (&self->column);
  column.fit = fit;
  change_column (self, &column);
}

/**
 * tl_print_pages_set_zoom:
 * @self: the pages
 * @zoom: how many pixels for a point
 */
void
tl_print_pages_set_zoom (TlPrintPages *self,
                         double        zoom)
{
  TlPrintColumn column;

  g_return_if_fail (TL_IS_PRINT_PAGES (self));
  g_return_if_fail (zoom > 0);

  column = self->column;
  column.zoom = zoom;
  column.fit = TL_PRINT_FIT_NOTHING;
  change_column (self, &column);
}

/**
 * tl_print_pages_get_page:
 * @self: the pages
 *
 * Returns: which page is looked at, from 0: the one in the middle of the view
 */
guint
tl_print_pages_get_page (TlPrintPages *self)
{
  g_return_val_if_fail (TL_IS_PRINT_PAGES (self), 0);

  return tl_print_column_find_page (&self->column,
                                    get_scroll (self, GTK_ORIENTATION_VERTICAL) + self->column.view_height / 2);
}

/**
 * tl_print_pages_go_to:
 * @self: the pages
 * @page: which page to look at, from 0; the last when there are not so many
 */
void
tl_print_pages_go_to (TlPrintPages *self,
                      guint         page)
{
  double top;

  g_return_if_fail (TL_IS_PRINT_PAGES (self));

  if (self->pages->len == 0)
    return;

  page = MIN (page, self->pages->len - 1);
  top = tl_print_column_get_top (&self->column, page) - tl_print_column_get_top (&self->column, 0);
  tl_print_pages_scroll_by (self, 0, top - get_scroll (self, GTK_ORIENTATION_VERTICAL));
}

/**
 * tl_print_pages_read_on:
 * @self: the pages
 * @direction: 1 to read on, -1 to go back
 *
 * Scrolls by a view, but not past the beginning of a page.
 */
void
tl_print_pages_read_on (TlPrintPages *self,
                        int           direction)
{
  double scroll;

  g_return_if_fail (TL_IS_PRINT_PAGES (self));

  scroll = get_scroll (self, GTK_ORIENTATION_VERTICAL);
  tl_print_pages_scroll_by (self, 0, tl_print_column_read_on (&self->column, scroll, direction) - scroll);
}
