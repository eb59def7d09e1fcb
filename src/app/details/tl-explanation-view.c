/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows how a number came about: its formula with the numbers in it, what went in, and from when that is. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-explanation-view.h"

struct _TlExplanationView
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *number;
  GtkLabel *formula;
  GtkLabel *note;
  GtkGrid  *inputs;
};

G_DEFINE_FINAL_TYPE (TlExplanationView, tl_explanation_view, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
attach (TlExplanationView *self,
        const char        *text,
        int                column,
        int                row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), column == 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 28 : -1);
  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, column == 1 ? "numeric" : column == 2 ? "dim-label" : "input");
  gtk_grid_attach (self->inputs, label, column, row, 1, 1);
}

/* A table of three columns, which no list widget of this platform lays out in line. */
static void
show_inputs (TlExplanationView *self,
             GPtrArray         *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    {
      const TlExplanationInput *input = g_ptr_array_index (inputs, i);
      g_autofree char *date = input->date != TL_DATE_NONE ? tl_date_format (input->date) : NULL;

      attach (self, input->label, 0, i);
      attach (self, input->value, 1, i);
      if (date != NULL)
        attach (self, date, 2, i);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->inputs), inputs->len > 0);
}

static void
tl_explanation_view_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_explanation_view_parent_class)->dispose (object);
}

static void
tl_explanation_view_class_init (TlExplanationViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_explanation_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-explanation-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlExplanationView, title);
  gtk_widget_class_bind_template_child (widget_class, TlExplanationView, number);
  gtk_widget_class_bind_template_child (widget_class, TlExplanationView, formula);
  gtk_widget_class_bind_template_child (widget_class, TlExplanationView, note);
  gtk_widget_class_bind_template_child (widget_class, TlExplanationView, inputs);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_explanation_view_init (TlExplanationView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_explanation_view_new:
 * @explanation: a number and how it came about
 * @title: (nullable): whose number it is
 *
 * Returns: (transfer full): a widget that shows it
 */
GtkWidget *
tl_explanation_view_new (const TlExplanation *explanation,
                         const char          *title)
{
  g_autofree char *number = NULL;
  TlExplanationView *self;

  g_return_val_if_fail (explanation != NULL, NULL);

  self = g_object_new (TL_TYPE_EXPLANATION_VIEW, NULL);
  number = g_strdup_printf ("%s: %s", explanation->label, explanation->value);
  set_text (self->title, title);
  set_text (self->number, number);
  set_text (self->formula, explanation->formula);
  set_text (self->note, explanation->note);
  show_inputs (self, explanation->inputs);
  return GTK_WIDGET (self);
}
