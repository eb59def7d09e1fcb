/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolling as GtkScrollable means it: two adjustments that say what the viewport says, and the other way round.
 *
 * The viewport has the last word: what an adjustment asks for goes through it, and it holds it to what is there.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-private.h"

static void
configure_adjustment (TlCanvas      *self,
                      GtkAdjustment *adjustment,
                      gboolean       vertical)
{
  double page = tl_viewport_get_page (self->viewport, vertical);

  if (adjustment == NULL)
    return;

  gtk_adjustment_configure (adjustment, tl_viewport_get_scroll (self->viewport, vertical), 0,
                            tl_viewport_get_extent (self->viewport, vertical), page * 0.1, page * 0.9, page);
}

/* Tells the scrollbars what the viewport shows. */
void
tl_canvas_sync_adjustments (TlCanvas *self)
{
  if (self->is_syncing)
    return;

  self->is_syncing = TRUE;
  configure_adjustment (self, self->hadjustment, FALSE);
  configure_adjustment (self, self->vadjustment, TRUE);
  self->is_syncing = FALSE;
}

static void
adjustment_changed_cb (TlCanvas *self)
{
  g_assert (TL_IS_CANVAS (self));

  if (self->is_syncing || self->hadjustment == NULL || self->vadjustment == NULL)
    return;

  tl_viewport_set_scroll (self->viewport, gtk_adjustment_get_value (self->hadjustment),
                          gtk_adjustment_get_value (self->vadjustment));
}

static void
replace_adjustment (TlCanvas       *self,
                    GtkAdjustment **field,
                    GtkAdjustment  *adjustment)
{
  if (*field == adjustment && adjustment != NULL)
    return;

  if (*field != NULL)
    {
      g_signal_handlers_disconnect_by_func (*field, adjustment_changed_cb, self);
      g_clear_object (field);
    }

  *field = adjustment != NULL ? g_object_ref (adjustment) : g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_signal_connect_object (*field, "value-changed", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  tl_canvas_sync_adjustments (self);
}

/* Takes the adjustment of somebody who scrolls the canvas; of its own when there is none. */
void
tl_canvas_set_adjustment (TlCanvas      *self,
                          gboolean       vertical,
                          GtkAdjustment *adjustment)
{
  replace_adjustment (self, vertical ? &self->vadjustment : &self->hadjustment, adjustment);
  g_object_notify (G_OBJECT (self), vertical ? "vadjustment" : "hadjustment");
}
