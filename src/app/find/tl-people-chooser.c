/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the line of sight begins when it is nobody's yet: everybody who has goals, by unit and name, our own first.
 * While nobody has any, it says so, and offers what there is to do. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-entity-row.h"
#include "tl-words.h"

struct _TlPeopleChooser
{
  GtkWidget parent_instance;

  TlInsight  *insight;
  GListStore *people;           /* of TlPerson */

  GtkListBox *box;
  GtkWidget  *find_button;
  GtkLabel   *explanation;
  GtkWidget  *ways_on;
  GtkWidget  *add_button;
  GtkWidget  *people_button;
};

G_DEFINE_FINAL_TYPE (TlPeopleChooser, tl_people_chooser, GTK_TYPE_WIDGET)

/* Beyond this a list is no way to find somebody; the search is. */
#define N_PEOPLE_MAX 200

/* A damaged document may have units that are part of one another. */
#define N_UNITS_MAX 16

/* Somebody's place: the units from the outermost inwards, or the organisation for whoever stands above them all.
 * Whose organisation it is goes without saying when it is ours. */
static char *
name_place (TlPerson *person)
{
  TlOrganisation *organisation = tl_person_get_organisation (person);
  g_autofree char *whose = tl_entity_dup_display_name (TL_ENTITY (organisation));
  GString *place = g_string_new (NULL);
  guint n_units = 0;

  for (TlUnit *unit = tl_person_get_unit (person); unit != NULL && n_units < N_UNITS_MAX;
       unit = tl_unit_get_parent (unit), n_units++)
    {
      g_autofree char *name = tl_entity_dup_display_name (TL_ENTITY (unit));

      if (n_units > 0)
        g_string_prepend (place, " › ");
      g_string_prepend (place, name);
    }

  if (n_units == 0)
    g_string_append (place, whose);
  else if (tl_organisation_get_kind (organisation) != TL_ORGANISATION_KIND_OWN)
    g_string_prepend (g_string_prepend (place, " › "), whose);

  return g_string_free (place, FALSE);
}

/* Somebody with what they are sorted by; telling places apart anew at each comparison would take most of the time. */
typedef struct
{
  TlPerson *person;             /* not owned: the model has them while they are sorted */
  int       kind;               /* of the organisation: our own first */
  gboolean  has_unit;           /* whoever stands above the units comes before them */
  char     *place;              /* as a key of the user's alphabet */
  char     *name;
} Candidate;

static void
candidate_clear (gpointer data)
{
  Candidate *candidate = data;

  g_free (candidate->place);
  g_free (candidate->name);
}

static Candidate
make_candidate (TlPerson *person)
{
  g_autofree char *place = name_place (person);
  g_autofree char *name = tl_entity_dup_display_name (TL_ENTITY (person));

  return (Candidate) {
    person,
    tl_organisation_get_kind (tl_person_get_organisation (person)),
    tl_person_get_unit (person) != NULL,
    g_utf8_collate_key (place, -1),
    g_utf8_collate_key (name, -1),
  };
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;
  int order = one->kind - other->kind;

  if (order == 0)
    order = one->has_unit - other->has_unit;
  if (order == 0)
    order = strcmp (one->place, other->place);

  return order != 0 ? order : strcmp (one->name, other->name);
}

/* Everybody who owns a goal, in the order of the list. */
static GArray *
collect_candidates (TlInsight *insight)
{
  GListModel *everybody = tl_model_get_list (tl_insight_get_model (insight), TL_TYPE_PERSON);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  g_array_set_clear_func (candidates, candidate_clear);
  for (guint i = 0; i < g_list_model_get_n_items (everybody); i++)
    {
      g_autoptr (TlPerson) person = g_list_model_get_item (everybody, i);
      Candidate candidate;
      guint n_goals;

      tl_graph_get_goals_of (tl_insight_get_graph (insight), TL_PARTY (person), &n_goals);
      if (n_goals == 0)
        continue;

      candidate = make_candidate (person);
      g_array_append_val (candidates, candidate);
    }

  g_array_sort (candidates, compare_candidates);
  return candidates;
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
  g_autofree char *place = name_place (person);
  g_autofree char *previous_place = previous != NULL ? name_place (previous) : NULL;
  GtkWidget *label;

  if (g_strcmp0 (place, previous_place) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (place);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "unit");
  gtk_list_box_row_set_header (row, label);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  TlPeopleChooser *self = user_data;
  g_autofree char *subtitle = NULL;
  guint n_goals;

  tl_graph_get_goals_of (tl_insight_get_graph (self->insight), item, &n_goals);
  subtitle = tl_words_of_work (item, n_goals);
  return tl_entity_row_new (item, "win.turn-to", subtitle, NULL);
}

/* Goals without people, or people without goals: neither leads anywhere from here. */
static void
update_ways_on (TlPeopleChooser *self,
                gboolean         has_candidates)
{
  GListModel *everybody = tl_model_get_list (tl_insight_get_model (self->insight), TL_TYPE_PERSON);
  gboolean has_people = g_list_model_get_n_items (everybody) > 0;
  const char *text;

  if (has_candidates)
    text = _("Choose somebody to see how their work reaches the objectives of the organisation: "
             "every goal on the way, drawn and in words.");
  else if (has_people)
    text = _("Nobody has a goal of their own yet. A line of sight begins with one: choose somebody, and give them one.");
  else
    text = _("There is nobody in this document yet. A line of sight begins with a person and a goal of theirs, "
             "and leads to the objectives of the organisation.");

  gtk_label_set_label (self->explanation, text);
  gtk_widget_set_visible (self->find_button, has_candidates);
  gtk_widget_set_visible (GTK_WIDGET (self->box), has_candidates);
  gtk_widget_set_visible (self->ways_on, !has_candidates);
  gtk_widget_set_visible (self->add_button, !has_people);
  gtk_widget_set_visible (self->people_button, has_people);
}

static gboolean
tl_people_chooser_grab_focus (GtkWidget *widget)
{
  TlPeopleChooser *self = TL_PEOPLE_CHOOSER (widget);

  if (gtk_widget_get_visible (self->find_button))
    return gtk_widget_grab_focus (self->find_button);

  if (gtk_widget_get_visible (self->add_button) && gtk_widget_grab_focus (self->add_button))
    return TRUE;
  if (gtk_widget_get_visible (self->people_button) && gtk_widget_grab_focus (self->people_button))
    return TRUE;

  /* Nobody can be added to a document that can only be read. */
  return gtk_widget_child_focus (self->ways_on, GTK_DIR_TAB_FORWARD);
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
  g_clear_object (&self->insight);

  G_OBJECT_CLASS (tl_people_chooser_parent_class)->dispose (object);
}

static void
tl_people_chooser_class_init (TlPeopleChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_people_chooser_dispose;
  widget_class->grab_focus = tl_people_chooser_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-people-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPeopleChooser, box);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleChooser, find_button);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleChooser, explanation);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleChooser, ways_on);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleChooser, add_button);
  gtk_widget_class_bind_template_child (widget_class, TlPeopleChooser, people_button);
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
 * Lists everybody who owns a goal, or says what can be done while nobody does.
 *
 * Returns: how many there are
 */
guint
tl_people_chooser_show (TlPeopleChooser *self,
                        TlInsight       *insight)
{
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GPtrArray) people = g_ptr_array_new ();

  g_return_val_if_fail (TL_IS_PEOPLE_CHOOSER (self), 0);
  g_return_val_if_fail (TL_IS_INSIGHT (insight), 0);

  g_set_object (&self->insight, insight);
  candidates = collect_candidates (insight);
  for (guint i = 0; i < MIN (candidates->len, N_PEOPLE_MAX); i++)
    g_ptr_array_add (people, g_array_index (candidates, Candidate, i).person);

  g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)), people->pdata,
                       people->len);
  update_ways_on (self, candidates->len > 0);
  return candidates->len;
}
