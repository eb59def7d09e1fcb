/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A text that looks like text until it is touched: no frame, no box, as high as what stands in it.
 *
 * A line is a GtkText; what is wrapped is a GtkTextView, which knows its height only once it has been given a width.
 * So its height is measured here, with a layout of the same text: the pane then never jumps while it is filled.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-field-text.h"

struct _TlFieldText
{
  GtkWidget parent_instance;

  TlFieldTextShape  shape;
  GtkWidget        *text;               /* GtkText or GtkTextView */
  GtkWidget        *scroller;           /* around the GtkTextView when its height is limited, or NULL */
  GtkWidget        *hint;               /* of the GtkTextView; a GtkText has its own */
  GtkWidget        *suffix;
  GtkWidget        *buttons;
  guint             max_lines;          /* 0 for as many as there are */
  gboolean          is_setting;
};

enum
{
  TYPED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFieldText, tl_field_text, GTK_TYPE_WIDGET)

/* Narrower than this nothing can be read, or typed. */
#define MIN_WIDTH 40

/* Of the line after the last that there is room for this much is seen, which says that there is more. */
#define MORE_LINES 0.5

static gboolean
is_wrapped (TlFieldText *self)
{
  return self->shape != TL_FIELD_TEXT_LINE;
}

static GtkTextBuffer *
get_buffer (TlFieldText *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

static void
update_hint (TlFieldText *self)
{
  if (self->hint != NULL)
    gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (get_buffer (self)) == 0);
}

static void
typed_cb (TlFieldText *self)
{
  g_assert (TL_IS_FIELD_TEXT (self));

  update_hint (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (!self->is_setting)
    g_signal_emit (self, signals[TYPED], 0);
}

static void
entered_cb (TlFieldText *self)
{
  g_assert (TL_IS_FIELD_TEXT (self));

  g_signal_emit (self, signals[ENTERED], 0);
}

static gboolean
entered_idle_cb (gpointer user_data)
{
  entered_cb (user_data);
  return G_SOURCE_REMOVE;
}

/* Enter ends a title; it is taken here and not as a key, because an input method wants its own Enter first.  Line
 * breaks that are pasted become spaces. */
static void
insert_text_cb (TlFieldText   *self,
                GtkTextIter   *place,
                char          *text,
                int            length,
                GtkTextBuffer *buffer)
{
  g_autofree char *line = NULL;

  g_assert (TL_IS_FIELD_TEXT (self));

  if (self->shape != TL_FIELD_TEXT_WRAP || self->is_setting || memchr (text, '\n', length) == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (length == 1)
    {
      g_idle_add_full (G_PRIORITY_HIGH_IDLE, entered_idle_cb, g_object_ref (self), g_object_unref);
      return;
    }

  line = g_strndup (text, length);
  g_strdelimit (line, "\r\n", ' ');
  gtk_text_buffer_insert (buffer, place, line, -1);
}

static void
create_view (TlFieldText *self)
{
  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_widget_set_overflow (self->text, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (get_buffer (self), "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);

  self->hint = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_yalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->hint, "placeholder");
  gtk_widget_set_can_target (self->hint, FALSE);
}

static void
create_line (TlFieldText *self)
{
  /* A GtkText leaves what it is to the entry around it, and here there is none. */
  self->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_text_set_propagate_text_width (GTK_TEXT (self->text), FALSE);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
}

/* What takes the room of the text */
static GtkWidget *
get_body (TlFieldText *self)
{
  return self->scroller != NULL ? self->scroller : self->text;
}

/* The height of the text in the width it gets, as far as it may be seen at once */
static int
measure_height (TlFieldText *self,
                int          width)
{
  PangoRectangle first;

  g_autofree char *text = tl_field_text_dup_text (self);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->text, *text != '\0' ? text : " ");
  int height;

  if (width > 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (self->max_lines == 0 || pango_layout_get_line_count (layout) <= (int) self->max_lines)
    return height;

  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (layout, 0), NULL, &first);
  return first.height * (self->max_lines + MORE_LINES);
}

static int
measure_ends (TlFieldText *self)
{
  int suffix = 0;
  int buttons = 0;

  if (gtk_widget_get_visible (self->suffix))
    gtk_widget_measure (self->suffix, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &suffix, NULL, NULL);
  gtk_widget_measure (self->buttons, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &buttons, NULL, NULL);
  return suffix + buttons;
}

static GtkSizeRequestMode
tl_field_text_get_request_mode (GtkWidget *widget)
{
  return is_wrapped (TL_FIELD_TEXT (widget)) ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure_children_height (TlFieldText *self,
                         int          for_size,
                         int         *height)
{
  int ends = 0;

  if (is_wrapped (self))
    *height = measure_height (self, for_size > 0 ? MAX (1, for_size - measure_ends (self)) : -1);
  else
    gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, -1, NULL, height, NULL, NULL);

  gtk_widget_measure (self->buttons, GTK_ORIENTATION_VERTICAL, -1, NULL, &ends, NULL, NULL);
  *height = MAX (*height, ends);
}

static void
tl_field_text_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  TlFieldText *self = TL_FIELD_TEXT (widget);

  *minimum_baseline = -1;
  *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH + measure_ends (self);
      *natural = *minimum;
      return;
    }

  measure_children_height (self, for_size, minimum);
  *natural = *minimum;
}

static void
allocate_child (GtkWidget *child,
                int        x,
                int        width,
                int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, width, height }, -1);
}

/* The unit stands right behind a number that is short, and at the end of the line otherwise. */
static int
get_line_width (TlFieldText *self,
                int          room)
{
  g_autofree char *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (is_wrapped (self) || !gtk_widget_get_visible (self->suffix))
    return room;

  text = tl_field_text_dup_text (self);
  layout = gtk_widget_create_pango_layout (self->text, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return CLAMP (width + 6, MIN (MIN_WIDTH, room), room);
}

static void
tl_field_text_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  TlFieldText *self = TL_FIELD_TEXT (widget);
  GtkWidget *body = get_body (self);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int buttons;
  int suffix = 0;
  int text;
  int minimum;

  gtk_widget_measure (self->buttons, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &buttons, NULL, NULL);
  if (gtk_widget_get_visible (self->suffix))
    gtk_widget_measure (self->suffix, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &suffix, NULL, NULL);
  text = get_line_width (self, MAX (0, width - buttons - suffix));

  /* GTK warns about what is allocated without having been measured, and about too little. */
  gtk_widget_measure (body, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_measure (body, GTK_ORIENTATION_VERTICAL, MAX (text, minimum), NULL, NULL, NULL, NULL);
  allocate_child (body, is_rtl ? width - text : 0, MAX (text, minimum), height);
  if (self->hint != NULL && gtk_widget_get_visible (self->hint))
    {
      gtk_widget_measure (self->hint, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      allocate_child (self->hint, is_rtl ? width - text : 0, MAX (text, minimum), height);
    }
  if (gtk_widget_get_visible (self->suffix))
    allocate_child (self->suffix, is_rtl ? width - text - suffix : text, suffix, height);
  allocate_child (self->buttons, is_rtl ? 0 : width - buttons, buttons, height);
}

static gboolean
tl_field_text_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_FIELD_TEXT (widget)->text);
}

static void
tl_field_text_dispose (GObject *object)
{
  TlFieldText *self = TL_FIELD_TEXT (object);

  if (self->scroller == NULL)
    g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->suffix, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_field_text_parent_class)->dispose (object);
}

static void
tl_field_text_class_init (TlFieldTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_field_text_dispose;
  widget_class->get_request_mode = tl_field_text_get_request_mode;
  widget_class->measure = tl_field_text_measure;
  widget_class->size_allocate = tl_field_text_size_allocate;
  widget_class->grab_focus = tl_field_text_grab_focus;

  /**
   * TlFieldText::typed:
   *
   * Somebody has changed the text.
   */
  signals[TYPED] =
    g_signal_new ("typed", TL_TYPE_FIELD_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * TlFieldText::entered:
   *
   * Somebody has pressed Enter, where it is no line break.
   */
  signals[ENTERED] =
    g_signal_new ("entered", TL_TYPE_FIELD_TEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "field-text");
}

static void
tl_field_text_init (TlFieldText *self)
{
  self->suffix = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->suffix, "dim-label");
  gtk_widget_set_can_target (self->suffix, FALSE);
  gtk_widget_set_visible (self->suffix, FALSE);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
}

/**
 * tl_field_text_new:
 * @shape: how much text to expect
 * @label: what it is called, for those who cannot see where it stands
 *
 * Returns: (transfer full): an empty text
 */
GtkWidget *
tl_field_text_new (TlFieldTextShape  shape,
                   const char       *label)
{
  TlFieldText *self = g_object_new (TL_TYPE_FIELD_TEXT, NULL);

  g_return_val_if_fail (label != NULL, NULL);

  self->shape = shape;
  if (is_wrapped (self))
    create_view (self);
  else
    create_line (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  if (self->hint != NULL)
    gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gtk_widget_set_parent (self->suffix, GTK_WIDGET (self));
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * tl_field_text_dup_text:
 * @self: a text
 *
 * Returns: (transfer full): what stands in it
 */
char *
tl_field_text_dup_text (TlFieldText *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (TL_IS_FIELD_TEXT (self), NULL);

  if (!is_wrapped (self))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

static void
forget_typing (TlFieldText *self)
{
  if (is_wrapped (self))
    {
      gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
      gtk_text_buffer_set_enable_undo (get_buffer (self), TRUE);
    }
  else
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), FALSE);
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->text), TRUE);
    }
}

/**
 * tl_field_text_set_text:
 * @self: a text
 * @text: what to show
 *
 * Shows @text, without #TlFieldText::typed.  The cursor stays where it is as far as it can, and what was typed before
 * is nothing that Ctrl+Z takes back here any more.
 */
void
tl_field_text_set_text (TlFieldText *self,
                        const char  *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (TL_IS_FIELD_TEXT (self));
  g_return_if_fail (text != NULL);

  shown = tl_field_text_dup_text (self);
  self->is_setting = TRUE;
  if (!g_str_equal (shown, text) && is_wrapped (self))
    {
      gtk_text_buffer_set_text (get_buffer (self), text, -1);
    }
  else if (!g_str_equal (shown, text))
    {
      int position = gtk_editable_get_position (GTK_EDITABLE (self->text));

      gtk_editable_set_text (GTK_EDITABLE (self->text), text);
      gtk_editable_set_position (GTK_EDITABLE (self->text), position);
    }
  self->is_setting = FALSE;
  forget_typing (self);
  update_hint (self);
}

/**
 * tl_field_text_set_placeholder:
 * @self: a text
 * @placeholder: (nullable): what stands there while there is no text
 */
void
tl_field_text_set_placeholder (TlFieldText *self,
                               const char  *placeholder)
{
  g_return_if_fail (TL_IS_FIELD_TEXT (self));

  if (is_wrapped (self))
    gtk_label_set_label (GTK_LABEL (self->hint), placeholder != NULL ? placeholder : "");
  else
    gtk_text_set_placeholder_text (GTK_TEXT (self->text), placeholder);
}

/**
 * tl_field_text_set_suffix:
 * @self: a line
 * @suffix: (nullable): what stands behind it, such as a unit
 */
void
tl_field_text_set_suffix (TlFieldText *self,
                          const char  *suffix)
{
  g_return_if_fail (TL_IS_FIELD_TEXT (self));

  gtk_label_set_label (GTK_LABEL (self->suffix), suffix != NULL ? suffix : "");
  gtk_widget_set_visible (self->suffix, suffix != NULL && *suffix != '\0');
}

/**
 * tl_field_text_set_editable:
 * @self: a text
 * @is_editable: whether it can be changed; it can be selected and copied all the same
 */
void
tl_field_text_set_editable (TlFieldText *self,
                            gboolean     is_editable)
{
  g_return_if_fail (TL_IS_FIELD_TEXT (self));

  if (is_wrapped (self))
    {
      gtk_text_view_set_editable (GTK_TEXT_VIEW (self->text), is_editable);
      gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->text), is_editable);
    }
  else
    {
      gtk_editable_set_editable (GTK_EDITABLE (self->text), is_editable);
    }
  gtk_widget_set_visible (self->buttons, is_editable);
}

/**
 * tl_field_text_set_problem:
 * @self: a text
 * @has_problem: whether it could not be understood
 */
void
tl_field_text_set_problem (TlFieldText *self,
                           gboolean     has_problem)
{
  g_return_if_fail (TL_IS_FIELD_TEXT (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               has_problem ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (has_problem)
    gtk_widget_add_css_class (GTK_WIDGET (self), "problem");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "problem");
}

/**
 * tl_field_text_set_max_lines:
 * @self: a text that is wrapped, whose height has not been limited yet
 * @max_lines: how many lines are seen at once, at least 1
 *
 * Limits the height; what is longer is scrolled, and follows the cursor.
 */
void
tl_field_text_set_max_lines (TlFieldText *self,
                             guint        max_lines)
{
  g_return_if_fail (TL_IS_FIELD_TEXT (self));
  g_return_if_fail (is_wrapped (self));
  g_return_if_fail (self->scroller == NULL);
  g_return_if_fail (max_lines > 0);

  self->max_lines = max_lines;
  self->scroller = gtk_scrolled_window_new ();

  /* A bar would ask for more height than one line has. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  g_object_ref (self->text);
  gtk_widget_unparent (self->text);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->text);
  g_object_unref (self->text);
  gtk_widget_insert_after (self->scroller, GTK_WIDGET (self), NULL);
}

/**
 * tl_field_text_describe:
 * @self: a text
 * @description: what belongs to its name, for those who cannot see where it stands
 */
void
tl_field_text_describe (TlFieldText *self,
                        const char  *description)
{
  g_return_if_fail (TL_IS_FIELD_TEXT (self));
  g_return_if_fail (description != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * tl_field_text_add:
 * @self: a line
 * @button: what helps to fill it, shown at its end
 */
void
tl_field_text_add (TlFieldText *self,
                   GtkWidget   *button)
{
  g_return_if_fail (TL_IS_FIELD_TEXT (self));
  g_return_if_fail (GTK_IS_WIDGET (button));

  gtk_box_append (GTK_BOX (self->buttons), button);
}

/**
 * tl_field_text_select_all:
 * @self: a text
 *
 * Selects the whole text, so that typing replaces it.
 */
void
tl_field_text_select_all (TlFieldText *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (TL_IS_FIELD_TEXT (self));

  if (!is_wrapped (self))
    {
      gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
      return;
    }

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_select_range (get_buffer (self), &start, &end);
}
