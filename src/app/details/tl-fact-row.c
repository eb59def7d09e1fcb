/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the details: the name of a number at the left, the number at the right, on a button that opens it. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-fact-row.h"

#include <glib/gi18n-lib.h>

#include "tl-explanation-view.h"

struct _TlFactRow
{
  GtkListBoxRow parent_instance;

  TlFact        *fact;

  GtkLabel      *label;
  GtkMenuButton *number;
  GtkLabel      *number_label;
  GtkPopover    *popover;
};

G_DEFINE_FINAL_TYPE (TlFactRow, tl_fact_row, GTK_TYPE_LIST_BOX_ROW)

/* What is in the popover is made when it is opened for the first time: a page of details has many of them. */
static void
popover_shown_cb (TlFactRow *self)
{
  g_assert (TL_IS_FACT_ROW (self));

  if (gtk_popover_get_child (self->popover) == NULL)
    gtk_popover_set_child (self->popover,
                           tl_explanation_view_new (tl_fact_get_explanation (self->fact),
                                                    tl_fact_get_title (self->fact)));
}

static void
show_fact (TlFactRow *self)
{
  const char *label = tl_fact_get_label (self->fact);
  const char *value = tl_fact_get_value (self->fact);
  /* Translators: the button that opens a number: its name, and its value */
  g_autofree char *button = g_strdup_printf (_("%s: %s, show how"), label, value);
  g_autofree char *name = g_strdup_printf ("%s: %s", label, value);

  gtk_label_set_label (self->label, label);
  gtk_label_set_label (self->number_label, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL, button, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
tl_fact_row_dispose (GObject *object)
{
  TlFactRow *self = TL_FACT_ROW (object);

  g_clear_object (&self->fact);

  G_OBJECT_CLASS (tl_fact_row_parent_class)->dispose (object);
}

static void
tl_fact_row_class_init (TlFactRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_fact_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-fact-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFactRow, label);
  gtk_widget_class_bind_template_child (widget_class, TlFactRow, number);
  gtk_widget_class_bind_template_child (widget_class, TlFactRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, TlFactRow, popover);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
tl_fact_row_init (TlFactRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_fact_row_new:
 * @fact: a fact
 *
 * Returns: (transfer full): a row that shows @fact
 */
GtkWidget *
tl_fact_row_new (TlFact *fact)
{
  TlFactRow *self;

  g_return_val_if_fail (TL_IS_FACT (fact), NULL);

  self = g_object_new (TL_TYPE_FACT_ROW, NULL);
  self->fact = g_object_ref (fact);
  show_fact (self);
  return GTK_WIDGET (self);
}
