/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a person, a unit or an organisation: what is worth a thought about them, what is known of them, to be
 * edited in place, their goals, their line of sight, and who is below them.
 *
 * The three kinds share one page, because they share most of it; the fields are made once for each kind and then
 * bound to whoever is shown, which keeps the focus and what is being typed.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-party-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-attention-row.h"
#include "tl-enum-types.h"
#include "tl-goal-edits.h"
#include "tl-health-strip.h"
#include "tl-line-of-sight.h"
#include "tl-page-list.h"
#include "tl-party-fields.h"
#include "tl-picture.h"
#include "tl-sentences.h"
#include "tl-sight-picture.h"
#include "tl-vocabulary.h"
#include "tl-window.h"
#include "tl-words.h"

struct _TlPartyPage
{
  GtkWidget parent_instance;

  TlDocument        *document;
  TlInsight         *insight;
  TlNavigator       *navigator;
  TlParty           *party;             /* NULL while nobody is shown */
  TlPartyFields     *field_rows;
  GPtrArray         *findings;          /* of TlAttention, as shown */

  GtkScrolledWindow *scroller;
  GtkLabel          *kicker;
  GtkBox            *title_box;
  GtkWidget         *numbers;
  GtkLabel          *numbers_label;
  TlHealthStrip     *strip;
  GtkWidget         *attention_part;
  GtkListBox        *attention_box;
  GtkStack          *fields;
  GtkBox            *person_fields;
  GtkBox            *unit_fields;
  GtkBox            *organisation_fields;
  GtkBox            *person_notes;
  GtkBox            *organisation_notes;
  GtkLabel          *goals_title;
  GtkListBox        *goals_box;
  GtkEntry          *goal_entry;
  GtkWidget         *cascade_button;
  GtkWidget         *sight_part;
  GtkLabel          *sight_words;
  TlSightPicture    *sight_picture;
  GtkWidget         *people_part;
  GtkLabel          *people_title;
  GtkListBox        *people_box;
  GtkWidget         *units_part;
  GtkListBox        *units_box;
};

G_DEFINE_FINAL_TYPE (TlPartyPage, tl_party_page, GTK_TYPE_WIDGET)

static char *
say_kind (TlParty *party)
{
  TlOrganisation *organisation = NULL;
  const char *kind;
  g_autofree char *home = NULL;

  if (TL_IS_ORGANISATION (party))
    return g_strdup (tl_enum_to_label (TL_TYPE_ORGANISATION_KIND,
                                       tl_organisation_get_kind (TL_ORGANISATION (party))));

  if (TL_IS_UNIT (party))
    {
      kind = tl_enum_to_label (TL_TYPE_UNIT_KIND, tl_unit_get_kind (TL_UNIT (party)));
      organisation = tl_unit_get_organisation (TL_UNIT (party));
    }
  else
    {
      kind = _("Person");
      organisation = tl_person_get_organisation (TL_PERSON (party));
    }

  if (organisation == NULL)
    return g_strdup (kind);

  home = tl_entity_dup_display_name (TL_ENTITY (organisation));
  /* Translators: what somebody is, and the organisation they belong to */
  return g_strdup_printf (_("%s · %s"), kind, home);
}

/* Adds what belongs to @unit and to the units below it. */
static void
add_up_unit (TlPartyPage    *self,
             TlUnit         *unit,
             GHashTable     *seen,
             TlPartySummary *summary,
             guint          *n_people)
{
  TlScores *scores = tl_insight_get_scores (self->insight);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) units = NULL;

  if (!g_hash_table_add (seen, unit))
    return;

  tl_party_summary_add (summary, scores, TL_PARTY (unit));
  people = tl_entity_dup_referrers (TL_ENTITY (unit), TL_TYPE_PERSON, "unit");
  for (guint i = 0; i < people->len; i++)
    tl_party_summary_add (summary, scores, g_ptr_array_index (people, i));
  *n_people += people->len;

  units = tl_entity_dup_referrers (TL_ENTITY (unit), TL_TYPE_UNIT, "parent");
  for (guint i = 0; i < units->len; i++)
    add_up_unit (self, g_ptr_array_index (units, i), seen, summary, n_people);
}

static void
add_up_organisation (TlPartyPage    *self,
                     TlOrganisation *organisation,
                     TlPartySummary *summary,
                     guint          *n_people)
{
  TlScores *scores = tl_insight_get_scores (self->insight);
  g_autoptr (GPtrArray) people = tl_entity_dup_referrers (TL_ENTITY (organisation), TL_TYPE_PERSON, "organisation");
  g_autoptr (GPtrArray) units = tl_entity_dup_referrers (TL_ENTITY (organisation), TL_TYPE_UNIT, "organisation");

  tl_party_summary_add (summary, scores, TL_PARTY (organisation));
  for (guint i = 0; i < people->len; i++)
    tl_party_summary_add (summary, scores, g_ptr_array_index (people, i));
  for (guint i = 0; i < units->len; i++)
    tl_party_summary_add (summary, scores, g_ptr_array_index (units, i));
  *n_people += people->len;
}

static void
show_numbers (TlPartyPage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  TlPartySummary summary = { 0 };
  guint n_people = 0;
  g_autofree char *people = NULL;
  g_autofree char *goals = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->numbers, !TL_IS_PERSON (self->party));
  if (TL_IS_PERSON (self->party))
    return;

  if (TL_IS_UNIT (self->party))
    add_up_unit (self, TL_UNIT (self->party), seen, &summary, &n_people);
  else
    add_up_organisation (self, TL_ORGANISATION (self->party), &summary, &n_people);

  people = g_strdup_printf (ngettext ("%'u person", "%'u people", n_people), n_people);
  goals = g_strdup_printf (ngettext ("%'u active goal", "%'u active goals", summary.n_active), summary.n_active);
  text = g_strdup_printf ("%s · %s", people, goals);
  gtk_label_set_label (self->numbers_label, text);
  tl_health_strip_set_summary (self->strip, &summary);
}

static gboolean
are_same (GPtrArray *some,
          GPtrArray *others)
{
  if (some == NULL || others == NULL || some->len != others->len)
    return FALSE;

  for (guint i = 0; i < some->len; i++)
    {
      const TlAttention *one = g_ptr_array_index (some, i);
      const TlAttention *other = g_ptr_array_index (others, i);

      if (one->entity != other->entity || !g_str_equal (one->text, other->text))
        return FALSE;
    }

  return TRUE;
}

static void
show_attention (TlPartyPage *self)
{
  gboolean is_read_only = tl_document_get_read_only (self->document);
  g_autoptr (GPtrArray) findings = NULL;
  GtkListBoxRow *row;

  if (TL_IS_PERSON (self->party))
    findings = tl_attention_of_person (tl_insight_get_graph (self->insight), tl_insight_get_scores (self->insight),
                                       TL_PERSON (self->party));

  gtk_widget_set_visible (self->attention_part, findings != NULL && findings->len > 0);
  if (findings == NULL || are_same (findings, self->findings))
    return;

  while ((row = gtk_list_box_get_row_at_index (self->attention_box, 0)) != NULL)
    gtk_list_box_remove (self->attention_box, GTK_WIDGET (row));
  for (guint i = 0; i < findings->len; i++)
    gtk_list_box_append (self->attention_box,
                         tl_attention_row_new (g_ptr_array_index (findings, i), is_read_only));

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_steal_pointer (&findings);
}

/* "Result · 81 % · On track · due 31 December" */
static char *
describe_goal (TlPartyPage *self,
               guint        goal)
{
  TlGraph *graph = tl_insight_get_graph (self->insight);
  const TlGraphNode *node = tl_graph_get_node (graph, goal);
  g_autofree char *standing = NULL;
  g_autofree char *due = NULL;

  if (node->state != TL_GOAL_STATE_ACTIVE)
    return g_strdup_printf ("%s · %s", tl_enum_to_label (TL_TYPE_FACET, node->facet),
                            tl_enum_to_label (TL_TYPE_GOAL_STATE, node->state));

  standing = tl_words_of_standing (tl_graph_get_goal (graph, goal),
                                   tl_scores_get_goal (tl_insight_get_scores (self->insight), goal));
  if (node->due == TL_DATE_NONE)
    return g_steal_pointer (&standing);

  due = tl_date_format (node->due);
  /* Translators: how a goal stands, and the date until which it is to be met */
  return g_strdup_printf (_("%s · due %s"), standing, due);
}

static void
show_goals (TlPartyPage *self)
{
  TlGraph *graph = tl_insight_get_graph (self->insight);
  g_auto (TlPageList) list;
  guint n_goals;
  const guint *goals = tl_graph_get_goals_of (graph, self->party, &n_goals);

  tl_page_list_init (&list);
  for (guint i = 0; i < n_goals; i++)
    tl_page_list_add (&list, TL_ENTITY (tl_graph_get_goal (graph, goals[i])), describe_goal (self, goals[i]));

  tl_page_list_show (&list, self->goals_box, "people.open-goal");
  gtk_label_set_label (self->goals_title, TL_IS_ORGANISATION (self->party) ? _("Objectives") : _("Goals"));
  gtk_widget_set_visible (GTK_WIDGET (self->goal_entry), !tl_document_get_read_only (self->document));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->cascade_button), "s",
                                    tl_entity_get_id (TL_ENTITY (self->party)));
}

static void
show_sight (TlPartyPage *self)
{
  g_autoptr (TlLineOfSight) line = NULL;
  g_autoptr (GPtrArray) paragraphs = NULL;
  g_autoptr (TlScene) scene = NULL;

  if (TL_IS_PERSON (self->party))
    {
      line = tl_line_of_sight_new_for_owner (tl_insight_get_graph (self->insight), self->party);
      paragraphs = tl_sentences_new (line);
    }

  gtk_widget_set_visible (self->sight_part, paragraphs != NULL && paragraphs->len > 0);
  if (paragraphs == NULL || paragraphs->len == 0)
    return;

  scene = tl_picture_new (self->insight, &(TlPictureOptions) {
    .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (self->party),
  });
  tl_sight_picture_set_scene (self->sight_picture, scene);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->sight_picture)),
                          scene != NULL && tl_scene_get_n_cards (scene) > 0);
  gtk_label_set_label (self->sight_words, ((TlParagraph *) g_ptr_array_index (paragraphs, 0))->text);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *one = tl_party_get_name (*(TlParty *const *) a);
  const char *other = tl_party_get_name (*(TlParty *const *) b);

  return g_utf8_collate (one != NULL ? one : "", other != NULL ? other : "");
}

/* People right below an organisation are those without a unit; with one they are on its page. */
static gboolean
is_without_unit (gpointer person)
{
  return tl_person_get_unit (person) == NULL;
}

static gboolean
is_without_parent (gpointer unit)
{
  return tl_unit_get_parent (unit) == NULL;
}

static guint
show_members (TlPartyPage  *self,
              GtkListBox   *box,
              GType         type,
              const char   *property,
              gboolean    (*belongs) (gpointer))
{
  g_autoptr (GPtrArray) members = tl_entity_dup_referrers (TL_ENTITY (self->party), type, property);
  g_auto (TlPageList) list;

  tl_page_list_init (&list);
  g_ptr_array_sort (members, compare_names);
  for (guint i = 0; i < members->len; i++)
    {
      gpointer member = g_ptr_array_index (members, i);
      TlPartySummary summary = { 0 };

      if (belongs != NULL && !belongs (member))
        continue;

      tl_party_summary_add (&summary, tl_insight_get_scores (self->insight), member);
      tl_page_list_add (&list, member,
                        TL_IS_PERSON (member)
                        ? tl_words_of_work (member, summary.n_goals)
                        : g_strdup (tl_enum_to_label (TL_TYPE_UNIT_KIND, tl_unit_get_kind (member))));
    }

  return tl_page_list_show (&list, box, "people.select");
}

static void
show_people (TlPartyPage *self)
{
  guint n_people;
  guint n_units = 0;

  if (TL_IS_PERSON (self->party))
    {
      n_people = show_members (self, self->people_box, TL_TYPE_PERSON, "manager", NULL);
      gtk_label_set_label (self->people_title, _("Reports to Them"));
    }
  else if (TL_IS_UNIT (self->party))
    {
      n_people = show_members (self, self->people_box, TL_TYPE_PERSON, "unit", NULL);
      n_units = show_members (self, self->units_box, TL_TYPE_UNIT, "parent", NULL);
      gtk_label_set_label (self->people_title, _("People"));
    }
  else
    {
      n_people = show_members (self, self->people_box, TL_TYPE_PERSON, "organisation", is_without_unit);
      n_units = show_members (self, self->units_box, TL_TYPE_UNIT, "organisation", is_without_parent);
      gtk_label_set_label (self->people_title, n_units > 0 ? _("People without a Unit") : _("People"));
    }

  gtk_widget_set_visible (self->people_part, n_people > 0);
  gtk_widget_set_visible (self->units_part, n_units > 0);
}

static void
goal_activate_cb (TlPartyPage *self)
{
  const char *line = gtk_editable_get_text (GTK_EDITABLE (self->goal_entry));
  g_autoptr (GError) error = NULL;

  g_assert (TL_IS_PARTY_PAGE (self));

  if (self->party == NULL || *line == '\0')
    return;

  if (tl_goal_edits_quick_add (self->document, NULL, self->party, line, &error) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->goal_entry), "");
  else
    tl_window_show_error (GTK_WIDGET (self), _("The Goal Was Not Added"), error);
}

static gboolean
goal_key_cb (TlPartyPage     *self,
             guint            keyval,
             guint            keycode,
             GdkModifierType  state)
{
  g_assert (TL_IS_PARTY_PAGE (self));

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (self->goal_entry), "");
  return GDK_EVENT_STOP;
}

static void
tl_party_page_dispose (GObject *object)
{
  TlPartyPage *self = TL_PARTY_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->field_rows, tl_party_fields_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->party);
  g_clear_object (&self->navigator);
  g_clear_object (&self->insight);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_party_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, kicker);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, title_box);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, numbers);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, numbers_label);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, strip);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, attention_part);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, attention_box);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, fields);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, person_fields);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, unit_fields);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, organisation_fields);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, person_notes);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, organisation_notes);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, goals_title);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, goals_box);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, goal_entry);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, cascade_button);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, sight_part);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, sight_words);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, sight_picture);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, people_part);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, people_title);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, people_box);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, units_part);
  gtk_widget_class_bind_template_child (widget_class, TlPartyPage, units_box);
  gtk_widget_class_bind_template_callback (widget_class, goal_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_key_cb);
}

static void
tl_party_page_class_init (TlPartyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_party_page_dispose;

  g_type_ensure (TL_TYPE_HEALTH_STRIP);
  g_type_ensure (TL_TYPE_SIGHT_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-party-page.ui");
  bind_children (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "party");
}

static void
tl_party_page_init (TlPartyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_party_page_set_source:
 * @self: a page without a source
 * @document: what is edited
 * @insight: what is known of its model
 * @navigator: what the window is about
 */
void
tl_party_page_set_source (TlPartyPage *self,
                          TlDocument  *document,
                          TlInsight   *insight,
                          TlNavigator *navigator)
{
  g_return_if_fail (TL_IS_PARTY_PAGE (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->insight = g_object_ref (insight);
  self->navigator = g_object_ref (navigator);
  self->field_rows = tl_party_fields_new (document);
  tl_party_fields_put (self->field_rows, TL_PARTY_FIELDS_TITLE, self->title_box);
  tl_party_fields_put (self->field_rows, TL_PARTY_FIELDS_PERSON, self->person_fields);
  tl_party_fields_put (self->field_rows, TL_PARTY_FIELDS_UNIT, self->unit_fields);
  tl_party_fields_put (self->field_rows, TL_PARTY_FIELDS_ORGANISATION, self->organisation_fields);
  tl_party_fields_put (self->field_rows, TL_PARTY_FIELDS_PERSON_NOTES, self->person_notes);
  tl_party_fields_put (self->field_rows, TL_PARTY_FIELDS_ORGANISATION_NOTES, self->organisation_notes);
}

static void
show_fields (TlPartyPage *self)
{
  const char *page = "organisation";

  if (TL_IS_PERSON (self->party))
    page = "person";
  else if (TL_IS_UNIT (self->party))
    page = "unit";

  gtk_stack_set_visible_child_name (self->fields, page);
  gtk_widget_set_visible (GTK_WIDGET (self->person_notes), TL_IS_PERSON (self->party));
  gtk_widget_set_visible (GTK_WIDGET (self->organisation_notes), TL_IS_ORGANISATION (self->party));
}

/**
 * tl_party_page_show:
 * @self: a page with a source
 * @party: (nullable): a person, a unit or an organisation of the model
 *
 * Shows what is known of @party as it is now, from the top when it is another one than before.
 */
void
tl_party_page_show (TlPartyPage *self,
                    TlParty     *party)
{
  gboolean is_other;
  g_autofree char *kind = NULL;

  g_return_if_fail (TL_IS_PARTY_PAGE (self));
  g_return_if_fail (self->document != NULL);
  g_return_if_fail (party == NULL || TL_IS_PARTY (party));

  is_other = party == NULL || self->party == NULL ||
             !g_str_equal (tl_entity_get_id (TL_ENTITY (party)), tl_entity_get_id (TL_ENTITY (self->party)));
  if (g_set_object (&self->party, party))
    tl_party_fields_bind (self->field_rows, party);
  if (is_other)
    gtk_editable_set_text (GTK_EDITABLE (self->goal_entry), "");
  if (party == NULL)
    return;

  kind = say_kind (party);
  gtk_label_set_label (self->kicker, kind);
  show_fields (self);
  show_numbers (self);
  show_attention (self);
  show_goals (self);
  show_sight (self);
  show_people (self);
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * tl_party_page_start_renaming:
 * @self: a page
 *
 * Moves the focus into the name.
 */
void
tl_party_page_start_renaming (TlPartyPage *self)
{
  g_return_if_fail (TL_IS_PARTY_PAGE (self));

  tl_party_fields_start_name (self->field_rows);
}

/**
 * tl_party_page_start_goal:
 * @self: a page
 * @end: what the line is to end with, such as " #work"
 *
 * Moves the focus to the line that adds a goal.
 */
void
tl_party_page_start_goal (TlPartyPage *self,
                          const char  *end)
{
  g_return_if_fail (TL_IS_PARTY_PAGE (self));
  g_return_if_fail (end != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->goal_entry), end);
  gtk_entry_grab_focus_without_selecting (self->goal_entry);
  gtk_editable_set_position (GTK_EDITABLE (self->goal_entry), 0);
}

/**
 * tl_party_page_go_to_goals:
 * @self: a page
 *
 * Moves the focus to the first goal.
 */
void
tl_party_page_go_to_goals (TlPartyPage *self)
{
  g_return_if_fail (TL_IS_PARTY_PAGE (self));

  gtk_widget_child_focus (GTK_WIDGET (self->goals_box), GTK_DIR_TAB_FORWARD);
}
