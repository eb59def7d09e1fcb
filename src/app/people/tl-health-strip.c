/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the goals of somebody stand, in the space of a word: the glyph of each health there is, and how many goals
 * stand so when it is more than one.
 *
 * Drawn and not put together from images: a list shows hundreds of them, and the glyphs are those of the cards.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-health-strip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tl-glyphs.h"
#include "tl-pen-cairo.h"

#define GLYPH_SIZE 12
#define GLYPH_GAP 3
#define PART_GAP 6

#define N_HEALTHS (TL_HEALTH_OFF_TRACK + 1)

/* In the order in which they are drawn */
static const TlHealth order[N_HEALTHS] = {
  TL_HEALTH_ON_TRACK, TL_HEALTH_AT_RISK, TL_HEALTH_OFF_TRACK, TL_HEALTH_NO_DATA,
};

struct _TlHealthStrip
{
  GtkWidget parent_instance;

  TlPartySummary  summary;
  PangoLayout    *counts[N_HEALTHS];      /* by TlHealth; NULL where there is no number */
};

G_DEFINE_FINAL_TYPE (TlHealthStrip, tl_health_strip, GTK_TYPE_WIDGET)

static void
update_counts (TlHealthStrip *self)
{
  for (guint i = 0; i < N_HEALTHS; i++)
    {
      g_autofree char *text = NULL;

      g_clear_object (&self->counts[i]);
      if (self->summary.n_health[i] < 2)
        continue;

      text = g_strdup_printf ("%'u", self->summary.n_health[i]);
      self->counts[i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
    }
}

static int
get_width (TlHealthStrip *self)
{
  int width = 0;

  for (guint i = 0; i < N_HEALTHS; i++)
    {
      int text = 0;

      if (self->summary.n_health[i] == 0)
        continue;

      if (self->counts[i] != NULL)
        pango_layout_get_pixel_size (self->counts[i], &text, NULL);
      width += (width > 0 ? PART_GAP : 0) + GLYPH_SIZE + (text > 0 ? GLYPH_GAP + text : 0);
    }

  return width;
}

static void
tl_health_strip_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TlHealthStrip *self = TL_HEALTH_STRIP (widget);
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = get_width (self);
      return;
    }

  *minimum = GLYPH_SIZE;
  for (guint i = 0; i < N_HEALTHS; i++)
    {
      if (self->counts[i] == NULL)
        continue;

      pango_layout_get_pixel_size (self->counts[i], NULL, &height);
      *minimum = MAX (*minimum, height);
    }
  *natural = *minimum;
}

static void
draw_glyph (GtkSnapshot *snapshot,
            TlHealth     health,
            double       x,
            double       y)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const TlPalette *palette =
    tl_palette_get (adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager));
  g_auto (TlPenCairo) pen;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 1, y - 1, GLYPH_SIZE + 2, GLYPH_SIZE + 2));

  tl_glyph_draw_health (tl_pen_cairo_init (&pen, cr), health, x, y, GLYPH_SIZE, &palette->healths[health]);
  cairo_destroy (cr);
}

/* Returns how wide the number is. */
static int
draw_count (TlHealthStrip *self,
            GtkSnapshot   *snapshot,
            PangoLayout   *count,
            double         x)
{
  GdkRGBA colour;
  int width, height;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  pango_layout_get_pixel_size (count, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2));
  gtk_snapshot_append_layout (snapshot, count, &colour);
  gtk_snapshot_restore (snapshot);
  return width;
}

static void
tl_health_strip_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  TlHealthStrip *self = TL_HEALTH_STRIP (widget);
  double y = (gtk_widget_get_height (widget) - GLYPH_SIZE) / 2;
  double x = 0;

  for (guint i = 0; i < N_HEALTHS; i++)
    {
      TlHealth health = order[i];

      if (self->summary.n_health[health] == 0)
        continue;

      draw_glyph (snapshot, health, x, y);
      x += GLYPH_SIZE;
      if (self->counts[health] != NULL)
        x += GLYPH_GAP + draw_count (self, snapshot, self->counts[health], x + GLYPH_GAP);
      x += PART_GAP;
    }
}

static void
tl_health_strip_css_changed (GtkWidget         *widget,
                             GtkCssStyleChange *change)
{
  TlHealthStrip *self = TL_HEALTH_STRIP (widget);

  GTK_WIDGET_CLASS (tl_health_strip_parent_class)->css_changed (widget, change);

  update_counts (self);
  gtk_widget_queue_resize (widget);
}

static void
tl_health_strip_dispose (GObject *object)
{
  TlHealthStrip *self = TL_HEALTH_STRIP (object);

  for (guint i = 0; i < N_HEALTHS; i++)
    g_clear_object (&self->counts[i]);

  G_OBJECT_CLASS (tl_health_strip_parent_class)->dispose (object);
}

static void
tl_health_strip_class_init (TlHealthStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_health_strip_dispose;
  widget_class->measure = tl_health_strip_measure;
  widget_class->snapshot = tl_health_strip_snapshot;
  widget_class->css_changed = tl_health_strip_css_changed;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_health_strip_init (TlHealthStrip *self)
{
}

/**
 * tl_health_strip_new:
 *
 * Returns: (transfer full): an empty strip
 */
GtkWidget *
tl_health_strip_new (void)
{
  return g_object_new (TL_TYPE_HEALTH_STRIP, NULL);
}

/**
 * tl_health_strip_set_summary:
 * @self: a strip
 * @summary: how many goals stand how
 *
 * Without active goals the strip is hidden.
 */
void
tl_health_strip_set_summary (TlHealthStrip        *self,
                             const TlPartySummary *summary)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TL_IS_HEALTH_STRIP (self));
  g_return_if_fail (summary != NULL);

  text = tl_party_summary_to_text (summary);
  gtk_widget_set_visible (GTK_WIDGET (self), summary->n_active > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (memcmp (&self->summary, summary, sizeof *summary) == 0)
    return;

  self->summary = *summary;
  update_counts (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
