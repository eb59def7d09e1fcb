/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A statement, and what becomes of it in the cascade. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-into-row.h"

#include <glib/gi18n-lib.h>

#include "tl-drop-down.h"
#include "tl-entity-chooser.h"
#include "tl-enum-types.h"
#include "tl-vocabulary.h"
#include "tl-words.h"

struct _TlIntoRow
{
  GtkBox parent_instance;

  TlDocument    *document;
  TlIntoChoice  *choice;        /* borrowed */

  GtkImage      *icon;
  GtkLabel      *kicker;
  GtkLabel      *text;
  GtkLabel      *facts;
  GtkDropDown   *into;
  GtkMenuButton *target;
  GtkLabel      *target_label;
  GtkButton     *suggestion;
  GtkLabel      *suggestion_label;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlIntoRow, tl_into_row, GTK_TYPE_BOX)

/* In the order of the list in the template */
static const TlInto offered[] = { TL_INTO_NEW_GOAL, TL_INTO_EXISTING, TL_INTO_STAYS };

static guint
find_offered (TlInto into)
{
  for (guint i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      if (offered[i] == into)
        return i;
    }

  g_assert_not_reached ();
}

static TlParty *
get_owner (TlIntoRow *self)
{
  if (self->choice->owner != NULL)
    return self->choice->owner;

  return TL_PARTY (tl_conversation_get_person (tl_statement_get_conversation (self->choice->statement)));
}

static char *
dup_target (TlIntoRow *self)
{
  g_autofree char *name = NULL;

  if (self->choice->into == TL_INTO_EXISTING)
    return self->choice->goal != NULL ? tl_entity_dup_display_name (TL_ENTITY (self->choice->goal))
                                      : g_strdup (_("Choose a Goal…"));

  name = tl_entity_dup_display_name (TL_ENTITY (get_owner (self)));
  /* Translators: whose a goal will be: a person, a unit or an organisation */
  return g_strdup_printf (_("Owned by \u2068%s\u2069"), name);
}

static void
update_target (TlIntoRow *self)
{
  g_autofree char *target = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->target), self->choice->into != TL_INTO_STAYS);
  if (self->choice->into == TL_INTO_STAYS)
    return;

  target = dup_target (self);
  gtk_label_set_label (self->target_label, target);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->target), target);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->target), GTK_ACCESSIBLE_PROPERTY_LABEL, target, -1);
}

static void
update_suggestion (TlIntoRow *self)
{
  TlGoal *similar = self->choice->similar;
  gboolean is_taken = self->choice->into == TL_INTO_EXISTING && self->choice->goal == similar;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->suggestion), similar != NULL && !is_taken);
  if (similar == NULL || is_taken)
    return;

  title = tl_entity_dup_display_name (TL_ENTITY (similar));
  /* Translators: a goal whose words are much like those of a statement; a button of two lines that takes it */
  label = g_strdup_printf (_("In similar words:\n“\u2068%s\u2069”"), title);
  gtk_label_set_label (self->suggestion_label, label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->suggestion), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->suggestion), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
changed (TlIntoRow *self)
{
  update_target (self);
  update_suggestion (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
into_changed_cb (TlIntoRow *self)
{
  guint selected = gtk_drop_down_get_selected (self->into);

  g_assert (TL_IS_INTO_ROW (self));

  if (self->choice == NULL || selected >= G_N_ELEMENTS (offered) || self->choice->into == offered[selected])
    return;

  self->choice->into = offered[selected];
  if (self->choice->into == TL_INTO_EXISTING && self->choice->goal == NULL)
    g_set_object (&self->choice->goal, self->choice->similar);
  changed (self);
}

static void
suggestion_cb (TlIntoRow *self)
{
  g_assert (TL_IS_INTO_ROW (self));

  /* It hides itself, and would take the focus with it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->into));
  self->choice->into = TL_INTO_EXISTING;
  g_set_object (&self->choice->goal, self->choice->similar);
  gtk_drop_down_set_selected (self->into, find_offered (TL_INTO_EXISTING));
  changed (self);
}

static void
chosen_cb (TlIntoRow *self,
           TlEntity  *entity)
{
  g_assert (TL_IS_INTO_ROW (self));

  if (TL_IS_GOAL (entity))
    g_set_object (&self->choice->goal, TL_GOAL (entity));
  else if (TL_IS_PARTY (entity))
    g_set_object (&self->choice->owner, TL_PARTY (entity));
  changed (self);
}

/* Goals or owners, by what becomes of the statement now; made when it is opened, for there may be forty rows. */
static void
create_chooser_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  TlIntoRow *self = user_data;
  GType type = self->choice->into == TL_INTO_EXISTING ? TL_TYPE_GOAL : TL_TYPE_PARTY;
  GtkWidget *chooser = tl_entity_chooser_new (self->document, type);

  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, chooser);
}

static char *
dup_kicker (TlStatement *statement)
{
  TlFacet facet = tl_statement_get_facet (statement);
  const char *column = facet != TL_FACET_UNSET ? tl_enum_to_label (TL_TYPE_FACET, facet) : _("Note");

  if (tl_statement_get_beneficiary (statement) == TL_BENEFICIARY_UNSET)
    return g_strdup (column);

  return g_strdup_printf ("%s · %s", column,
                          tl_enum_to_label (TL_TYPE_BENEFICIARY, tl_statement_get_beneficiary (statement)));
}

static char *
dup_facts (TlStatement *statement)
{
  g_autofree char *due = tl_date_format (tl_statement_get_due (statement));
  gboolean is_agreed = tl_statement_get_agreed (statement);

  if (*due == '\0')
    return g_strdup (is_agreed ? _("Agreed") : "");

  /* Translators: work that was agreed, and the date by when */
  return g_strdup_printf (is_agreed ? _("Agreed, by %s") : _("By %s"), due);
}

static void
show_statement (TlIntoRow *self)
{
  TlStatement *statement = self->choice->statement;
  const char *style = tl_style_of_facet (tl_statement_get_facet (statement));
  const char *of_icon[] = { style, NULL };
  const char *of_kicker[] = { "caption-heading", style, NULL };
  g_autofree char *kicker = dup_kicker (statement);
  const char *text = tl_statement_get_text (statement) != NULL ? tl_statement_get_text (statement) : "";
  g_autofree char *facts = dup_facts (statement);
  g_autofree char *question = g_strdup_printf (_("What becomes of “%s”"), text);

  gtk_image_set_from_icon_name (self->icon, tl_icon_of_facet (tl_statement_get_facet (statement)));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), of_icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->kicker), of_kicker);
  gtk_label_set_label (self->kicker, kicker);
  gtk_label_set_label (self->text, text);
  gtk_label_set_label (self->facts, facts);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), *facts != '\0');
  tl_drop_down_set_name (self->into, question);
}

static gboolean
tl_into_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_INTO_ROW (widget)->into));
}

static void
tl_into_row_dispose (GObject *object)
{
  TlIntoRow *self = TL_INTO_ROW (object);

  self->choice = NULL;
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_into_row_parent_class)->dispose (object);
}

static void
tl_into_row_class_init (TlIntoRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_into_row_dispose;
  widget_class->grab_focus = tl_into_row_grab_focus;

  /**
   * TlIntoRow::changed:
   *
   * The choice has become another one.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_INTO_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "into-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-into-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlIntoRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TlIntoRow, kicker);
  gtk_widget_class_bind_template_child (widget_class, TlIntoRow, text);
  gtk_widget_class_bind_template_child (widget_class, TlIntoRow, facts);
  gtk_widget_class_bind_template_child (widget_class, TlIntoRow, into);
  gtk_widget_class_bind_template_child (widget_class, TlIntoRow, target);
  gtk_widget_class_bind_template_child (widget_class, TlIntoRow, target_label);
  gtk_widget_class_bind_template_child (widget_class, TlIntoRow, suggestion);
  gtk_widget_class_bind_template_child (widget_class, TlIntoRow, suggestion_label);
  gtk_widget_class_bind_template_callback (widget_class, into_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, suggestion_cb);
}

static void
tl_into_row_init (TlIntoRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button keeps its child and the arrow together in the middle otherwise. */
  gtk_widget_set_halign (gtk_widget_get_parent (GTK_WIDGET (self->target_label)), GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (self->target, create_chooser_cb, self, NULL);
}

/**
 * tl_into_row_new:
 * @document: an open document
 * @choice: what becomes of a statement of it; is changed by the row, and has to outlive it
 *
 * Returns: (transfer full): a row that shows @choice and changes it
 */
GtkWidget *
tl_into_row_new (TlDocument   *document,
                 TlIntoChoice *choice)
{
  TlIntoRow *self;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (choice != NULL, NULL);

  self = g_object_new (TL_TYPE_INTO_ROW, NULL);
  self->document = g_object_ref (document);
  self->choice = choice;
  gtk_drop_down_set_selected (self->into, find_offered (choice->into));
  show_statement (self);
  update_target (self);
  update_suggestion (self);
  return GTK_WIDGET (self);
}
