/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What links a goal to another one: a contribution, up or down, or a tension.  The other goal leads there; how it
 * helps, or why the two pull against each other, is written right below it; weight and whether it is critical are
 * behind a button, and said when they are out of the ordinary.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-link-row.h"

#include <glib/gi18n-lib.h>

#include "tl-contribution.h"
#include "tl-details-parts.h"
#include "tl-field-row.h"
#include "tl-format.h"

struct _TlLinkRow
{
  GtkBox parent_instance;

  TlDocument *document;
  char       *id;               /* of the link */
  gboolean    is_tension;
  GtkWidget  *goal;
  GtkWidget  *more;
  GtkWidget  *special;          /* critical, or a weight of its own */
  GtkWidget  *reason;           /* NULL until it is known what it is */
  GtkWidget  *weight;           /* these two of a contribution only */
  GtkWidget  *critical;
  GtkWidget  *more_box;
};

G_DEFINE_FINAL_TYPE (TlLinkRow, tl_link_row, GTK_TYPE_BOX)

static void
remove_cb (TlLinkRow *self)
{
  g_assert (TL_IS_LINK_ROW (self));

  tl_details_remove (self->more, self->document, self->id,
                     self->is_tension ? _("Tension removed") : _("Goals disconnected"));
}

static void
tl_link_row_finalize (GObject *object)
{
  TlLinkRow *self = TL_LINK_ROW (object);

  g_clear_object (&self->document);
  g_free (self->id);

  G_OBJECT_CLASS (tl_link_row_parent_class)->finalize (object);
}

static void
tl_link_row_class_init (TlLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_link_row_finalize;
}

static void
tl_link_row_init (TlLinkRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "link");
  self->goal = tl_details_entity_link_new ();
  self->more = tl_details_more_button_new (_("Options of This Link"), &self->more_box);
  gtk_box_append (GTK_BOX (line), self->goal);
  gtk_box_append (GTK_BOX (line), self->more);
  gtk_box_append (GTK_BOX (self), line);

  self->special = tl_details_words_new (NULL);
  gtk_widget_add_css_class (self->special, "caption");
  gtk_widget_add_css_class (self->special, "indented");
  gtk_box_append (GTK_BOX (self), self->special);
}

/**
 * tl_link_row_new:
 * @document: an open document
 *
 * Returns: (transfer full): a row that shows no link yet
 */
GtkWidget *
tl_link_row_new (TlDocument *document)
{
  TlLinkRow *self = g_object_new (TL_TYPE_LINK_ROW, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

static GtkWidget *
add_field (TlLinkRow    *self,
           GtkWidget    *box,
           const char   *property,
           const char   *label,
           TlFieldFlags  flags)
{
  GtkWidget *field = tl_field_row_new (self->document, property, label, flags);

  gtk_box_append (GTK_BOX (box), field);
  return field;
}

static void
create_fields (TlLinkRow *self)
{
  GtkWidget *remove;

  self->reason = self->is_tension
                   ? add_field (self, GTK_WIDGET (self), "reason", _("Reason"), TL_FIELD_MULTILINE | TL_FIELD_NO_LABEL)
                   : add_field (self, GTK_WIDGET (self), "rationale", _("Rationale"),
                                TL_FIELD_MULTILINE | TL_FIELD_NO_LABEL);
  tl_field_row_set_placeholder (TL_FIELD_ROW (self->reason),
                                self->is_tension ? _("Why do they pull against each other?") : _("How does it help?"));
  gtk_widget_add_css_class (self->reason, "note");
  gtk_widget_add_css_class (self->reason, "indented");

  if (!self->is_tension)
    {
      self->weight = add_field (self, self->more_box, "weight", _("Weight"), TL_FIELD_DEFAULT);
      self->critical = add_field (self, self->more_box, "critical", _("Critical"), TL_FIELD_DEFAULT);
      gtk_box_append (GTK_BOX (self->more_box),
                      tl_details_words_new (_("Critical: the goal that is helped cannot be met without this one.")));
    }

  remove = tl_details_menu_item_new (self->is_tension ? _("Remove Tension") : _("Disconnect"));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->more_box), remove);
}

static char *
say_special (TlContribution *link)
{
  g_autofree char *weight = tl_format_number (tl_contribution_get_weight (link), TL_FORMAT_EXACT);
  gboolean is_weighted = tl_contribution_get_weight (link) != 1;

  if (tl_contribution_get_critical (link) && is_weighted)
    return g_strdup_printf (_("Critical · weight %s"), weight);
  if (tl_contribution_get_critical (link))
    return g_strdup (_("Critical: cannot be met without it"));

  return is_weighted ? g_strdup_printf (_("Weight %s"), weight) : NULL;
}

static TlGoal *
find_other (TlEntity *link,
            TlGoal   *seen_from)
{
  TlGoal *one = TL_IS_TENSION (link) ? tl_tension_get_first (TL_TENSION (link))
                                     : tl_contribution_get_from (TL_CONTRIBUTION (link));

  if (one != seen_from)
    return one;

  return TL_IS_TENSION (link) ? tl_tension_get_second (TL_TENSION (link)) : tl_contribution_get_to (TL_CONTRIBUTION (link));
}

/**
 * tl_link_row_show:
 * @self: a row
 * @link: a contribution or a tension; always the same of the two for one row
 * @seen_from: the goal whose details these are
 */
void
tl_link_row_show (TlLinkRow *self,
                  TlEntity  *link,
                  TlGoal    *seen_from)
{
  g_autofree char *special = NULL;

  g_return_if_fail (TL_IS_LINK_ROW (self));
  g_return_if_fail (TL_IS_CONTRIBUTION (link) || TL_IS_TENSION (link));

  g_free (self->id);
  self->id = g_strdup (tl_entity_get_id (link));
  self->is_tension = TL_IS_TENSION (link);
  if (self->reason == NULL)
    create_fields (self);

  tl_details_entity_link_set (self->goal, TL_ENTITY (find_other (link, seen_from)), NULL);
  tl_field_row_set_entity (TL_FIELD_ROW (self->reason), link);
  if (!self->is_tension)
    {
      tl_field_row_set_entity (TL_FIELD_ROW (self->weight), link);
      tl_field_row_set_entity (TL_FIELD_ROW (self->critical), link);
      special = say_special (TL_CONTRIBUTION (link));
    }
  gtk_label_set_label (GTK_LABEL (self->special), special != NULL ? special : "");
  gtk_widget_set_visible (self->special, special != NULL);
  gtk_widget_set_visible (self->more, !tl_document_get_read_only (self->document));
}
