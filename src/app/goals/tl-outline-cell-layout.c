/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the parts of a title stand: the arrow, the sign of the facet, the title, and after it where else the goal is.
 *
 * The note is a number of one or two figures that follows the title closely, and is never cut; the title has the rest.
 * A box would put the note at the far end, or share a lack of room among both.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-outline-cell-private.h"

/* How far each level stands in, in pixels */
#define INDENT 18
#define SPACING 6
#define ARROW_WIDTH 20
#define SIGN_WIDTH 16
#define TEXT_WIDTH_MIN 48

static int
get_text_start (TlOutlineCell *self)
{
  if (self->is_heading)
    return SPACING;

  return (int) self->depth * INDENT + ARROW_WIDTH + SIGN_WIDTH + 2 * SPACING;
}

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Writing from right to left begins at the other side. */
static void
place (TlOutlineCell *self,
       GtkWidget     *part,
       int            x,
       int            width,
       int            height)
{
  GtkAllocation box = { x, 0, width, height };

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    box.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;

  gtk_widget_size_allocate (part, &box, -1);
}

/* Allocates @part if its minimum fits; the platform warns of less. */
static int
place_text (TlOutlineCell *self,
            GtkWidget     *part,
            int            x,
            int            wanted,
            int            height)
{
  int minimum;

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  place (self, part, x, MAX (wanted, minimum), height);
  return MAX (wanted, minimum);
}

/**
 * tl_outline_cell_measure_title:
 * @self: the cell of a title
 * @orientation: which way
 * @minimum: (out): the least it needs
 * @natural: (out): what it would like
 */
void
tl_outline_cell_measure_title (TlOutlineCell  *self,
                               GtkOrientation  orientation,
                               int            *minimum,
                               int            *natural)
{
  *minimum = *natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_text_start (self) + TEXT_WIDTH_MIN;
      *natural = get_text_start (self) + get_natural_width (self->label);
      *natural = MAX (*natural, *minimum);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/**
 * tl_outline_cell_allocate_title:
 * @self: the cell of a title
 * @width: what it has got
 * @height: what it has got
 */
void
tl_outline_cell_allocate_title (TlOutlineCell *self,
                                int            width,
                                int            height)
{
  GtkWidget *text = self->editor != NULL ? self->editor : self->label;
  int x = get_text_start (self);
  int rest = MAX (width - x, TEXT_WIDTH_MIN);
  int note_width = 0;

  if (!self->is_heading)
    place_text (self, self->arrow, (int) self->depth * INDENT, ARROW_WIDTH, height);
  if (!self->is_heading)
    place_text (self, self->sign, (int) self->depth * INDENT + ARROW_WIDTH + SPACING, SIGN_WIDTH, height);

  if (self->editor != NULL)
    {
      gtk_widget_set_child_visible (self->note, FALSE);
      place_text (self, text, x, rest, height);
      return;
    }

  if (gtk_widget_get_visible (self->note))
    note_width = get_natural_width (self->note) + SPACING;

  /* Where even the number has no room the row's description says it. */
  gtk_widget_set_child_visible (self->note, note_width > 0 && rest - note_width >= TEXT_WIDTH_MIN);
  if (!gtk_widget_get_child_visible (self->note))
    note_width = 0;
  x += place_text (self, text, x, MIN (get_natural_width (text), rest - note_width), height) + SPACING;
  if (note_width > 0)
    place_text (self, self->note, x, note_width - SPACING, height);
}
