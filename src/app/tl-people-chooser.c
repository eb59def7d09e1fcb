/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the line of sight begins when it is nobody's yet: everybody who has goals, by unit and name. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-chooser.h"

#include <glib/gi18n-lib.h>

#include "tl-entity-row.h"

struct _TlPeopleChooser
{
  GtkWidget parent_instance;

  GListStore *people;           /* of TlPerson */

  GtkListBox *box;
};

G_DEFINE_FINAL_TYPE (TlPeopleChooser, tl_people_chooser, GTK_TYPE_WIDGET)

/* Beyond this a list is no way to find somebody; the search is. */
#define N_PEOPLE_MAX 200

static const char *
get_unit_name (TlPerson *person)
{
  TlUnit *unit = tl_person_get_unit (person);
  const char *name = unit != NULL ? tl_party_get_name (TL_PARTY (unit)) : NULL;

  return name != NULL ? name : "";
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  TlPerson *one = *(TlPerson **) a;
  TlPerson *other = *(TlPerson **) b;
  int order = g_utf8_collate (get_unit_name (one), get_unit_name (other));
  const char *name = tl_party_get_name (TL_PARTY (one));
  const char *other_name = tl_party_get_name (TL_PARTY (other));

  return order != 0 ? order : g_utf8_collate (name != NULL ? name : "", other_name != NULL ? other_name : "");
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  TlPeopleChooser *self = user_data;
  GListModel *people = G_LIST_MODEL (self->people);
  g_autoptr (TlPerson) person = g_list_model_get_item (people, gtk_list_box_row_get_index (row));
  g_autoptr (TlPerson) previous =
    before != NULL ? g_list_model_get_item (people, gtk_list_box_row_get_index (before)) : NULL;
  const char *unit = get_unit_name (person);
  GtkWidget *label;

  if (previous != NULL && g_str_equal (unit, get_unit_name (previous)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (*unit != '\0' ? unit : _("Without a unit"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "unit");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  return tl_entity_row_new (item, "win.turn-to", NULL);
}

static void
tl_people_chooser_dispose (GObject *object)
{
  TlPeopleChooser *self = TL_PEOPLE_CHOOSER (object);
  GtkWidget *child;

  /* The box lives a little longer than the people it asks about. */
  if (self->people != NULL)
    gtk_list_box_set_header_func (self->box, NULL, NULL, NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->people);

  G_OBJECT_CLASS (tl_people_chooser_parent_class)->dispose (object);
}

static void
tl_people_chooser_class_init (TlPeopleChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_people_chooser_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-people-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPeopleChooser, box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_people_chooser_init (TlPeopleChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->people = g_list_store_new (TL_TYPE_PERSON);
  gtk_list_box_bind_model (self->box, G_LIST_MODEL (self->people), create_row, self, NULL);
  gtk_list_box_set_header_func (self->box, update_header, self, NULL);
}

/**
 * tl_people_chooser_show:
 * @self: the chooser
 * @insight: what is known of the model
 *
 * Lists everybody who owns a goal.
 *
 * Returns: how many there are
 */
guint
tl_people_chooser_show (TlPeopleChooser *self,
                        TlInsight       *insight)
{
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *everybody;

  g_return_val_if_fail (TL_IS_PEOPLE_CHOOSER (self), 0);
  g_return_val_if_fail (TL_IS_INSIGHT (insight), 0);

  everybody = tl_model_get_list (tl_insight_get_model (insight), TL_TYPE_PERSON);
  for (guint i = 0; i < g_list_model_get_n_items (everybody); i++)
    {
      g_autoptr (TlParty) person = g_list_model_get_item (everybody, i);
      guint n_goals;

      tl_graph_get_goals_of (tl_insight_get_graph (insight), person, &n_goals);
      if (n_goals > 0)
        g_ptr_array_add (people, g_steal_pointer (&person));
    }

  g_ptr_array_sort (people, compare_people);
  g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)), people->pdata,
                       MIN (people->len, N_PEOPLE_MAX));
  return people->len;
}
