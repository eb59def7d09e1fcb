/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One's own cues: words that tell this person where a statement belongs.  What is typed under “Try a Statement” is sorted
 * as it stands, so that one sees at once what a cue changes.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-own-cues-dialog.h"

#include <glib/gi18n-lib.h>

#include "tl-coaching-data.h"
#include "tl-enum-types.h"
#include "tl-vocabulary.h"

/* What a cue can point to, in the order of the list */
static const struct
{
  TlFacet  facet;
  gboolean reputation;
} choices[] = {
  { TL_FACET_WORK, FALSE },
  { TL_FACET_IMPACT, FALSE },
  { TL_FACET_RESULT, FALSE },
  { TL_FACET_RESULT, TRUE },
};

struct _TlOwnCuesDialog
{
  AdwWindow parent_instance;

  GPtrArray       *cues;        /* of TlOwnCue, the oldest first */
  GtkStringList   *phrases;     /* of the same, the newest first, which the list shows */

  AdwToastOverlay *toasts;
  GtkEditable     *phrase;
  AdwComboRow     *facet;
  GtkLabel        *trouble;
  GtkListBox      *list;
  GtkWidget       *list_group;
  GtkEditable     *statement;
  GtkLabel        *suggestion;
};

G_DEFINE_FINAL_TYPE (TlOwnCuesDialog, tl_own_cues_dialog, ADW_TYPE_WINDOW)

static const char *
get_label (TlFacet  facet,
           gboolean reputation)
{
  /* Translators: a Result that is about how we are seen */
  return reputation ? _("Result, a reputation") : tl_enum_to_label (TL_TYPE_FACET, facet);
}

static const TlOwnCue *
find_cue (TlOwnCuesDialog *self,
          const char      *phrase)
{
  for (guint i = 0; i < self->cues->len; i++)
    {
      const TlOwnCue *cue = g_ptr_array_index (self->cues, i);

      if (g_str_equal (cue->phrase, phrase))
        return cue;
    }

  return NULL;
}

static GtkWidget *
make_remove_button (const char *phrase)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: the words of a cue */
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), phrase);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove This Cue"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "cues.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", phrase);
  return button;
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  TlOwnCuesDialog *self = user_data;
  const char *phrase = gtk_string_object_get_string (item);
  const TlOwnCue *cue = find_cue (self, phrase);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (phrase, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (cue != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_label (cue->facet, cue->reputation));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_remove_button (phrase));
  return row;
}

/* What the statement that is tried comes out as, with the cues there are now */
static void
show_suggestion (TlOwnCuesDialog *self)
{
  const char *text = gtk_editable_get_text (self->statement);
  g_autoptr (TlSorting) sorting = tl_cues_sort (tl_coaching_data_get_cues (), text);
  g_autofree char *label = NULL;

  if (sorting->facet == TL_FACET_UNSET)
    label = g_strdup (sorting->reason);
  else
    /* Translators: where a statement belongs (Work, Impact, Result), and why */
    label = g_strdup_printf (_("%s. %s"), get_label (sorting->facet, sorting->reputation), sorting->reason);
  gtk_label_set_label (self->suggestion, *text != '\0' ? label : _("Where it belongs, and why, will be said here."));
}

static void
show_trouble (TlOwnCuesDialog *self,
              const GError    *error)
{
  gtk_label_set_label (self->trouble, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), error != NULL);
}

static void
refresh (TlOwnCuesDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) phrases = NULL;

  g_clear_pointer (&self->cues, g_ptr_array_unref);
  self->cues = tl_coaching_data_dup_own_cues ();
  for (guint i = self->cues->len; i-- > 0;)
    g_strv_builder_add (builder, ((TlOwnCue *) g_ptr_array_index (self->cues, i))->phrase);
  phrases = g_strv_builder_end (builder);

  gtk_string_list_splice (self->phrases, 0, g_list_model_get_n_items (G_LIST_MODEL (self->phrases)),
                          (const char * const *) phrases);
  gtk_widget_set_visible (self->list_group, self->cues->len > 0);
  show_suggestion (self);
}

static gboolean
has_words (TlOwnCuesDialog *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->phrase)));

  return *text != '\0';
}

static void
add_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TlOwnCuesDialog *self = TL_OWN_CUES_DIALOG (widget);
  guint selected = MIN (adw_combo_row_get_selected (self->facet), G_N_ELEMENTS (choices) - 1);
  g_autoptr (GError) error = NULL;

  if (!tl_coaching_data_add_own_cue (gtk_editable_get_text (self->phrase), choices[selected].facet,
                                     choices[selected].reputation, &error))
    {
      show_trouble (self, error);
      return;
    }

  show_trouble (self, NULL);
  gtk_editable_set_text (self->phrase, "");
  refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->phrase));
}

/* What is needed to put the cue back: its facet, whether it is a reputation, its words */
static void
offer_undo (TlOwnCuesDialog *self,
            const TlOwnCue  *cue)
{
  /* Translators: the words of a cue */
  g_autofree char *text = g_strdup_printf (_("“%s” removed"), cue->phrase);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "cues.put-back");
  adw_toast_set_action_target_value (toast, g_variant_new ("(ubs)", (guint) cue->facet, cue->reputation, cue->phrase));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlOwnCuesDialog *self = TL_OWN_CUES_DIALOG (widget);
  const TlOwnCue *cue = find_cue (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GError) error = NULL;

  if (cue == NULL)
    return;

  if (!tl_coaching_data_remove_own_cue (cue->phrase, &error))
    {
      show_trouble (self, error);
      return;
    }

  show_trouble (self, NULL);
  offer_undo (self, cue);
  gtk_widget_grab_focus (GTK_WIDGET (self->phrase));
  refresh (self);
}

static void
put_back_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlOwnCuesDialog *self = TL_OWN_CUES_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  const char *phrase;
  gboolean reputation;
  guint facet;

  g_variant_get (parameter, "(ub&s)", &facet, &reputation, &phrase);
  tl_coaching_data_add_own_cue (phrase, facet, reputation, &error);
  show_trouble (self, error);
  refresh (self);
}

static void
phrase_changed_cb (TlOwnCuesDialog *self)
{
  g_assert (TL_IS_OWN_CUES_DIALOG (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cues.add", has_words (self));
  show_trouble (self, NULL);
}

static void
phrase_activate_cb (TlOwnCuesDialog *self)
{
  g_assert (TL_IS_OWN_CUES_DIALOG (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "cues.add", NULL);
}

static void
statement_changed_cb (TlOwnCuesDialog *self)
{
  g_assert (TL_IS_OWN_CUES_DIALOG (self));

  show_suggestion (self);
}

static void
tl_own_cues_dialog_dispose (GObject *object)
{
  TlOwnCuesDialog *self = TL_OWN_CUES_DIALOG (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  g_clear_object (&self->phrases);
  g_clear_pointer (&self->cues, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_own_cues_dialog_parent_class)->dispose (object);
}

static void
tl_own_cues_dialog_class_init (TlOwnCuesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_own_cues_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-own-cues-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOwnCuesDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, TlOwnCuesDialog, phrase);
  gtk_widget_class_bind_template_child (widget_class, TlOwnCuesDialog, facet);
  gtk_widget_class_bind_template_child (widget_class, TlOwnCuesDialog, trouble);
  gtk_widget_class_bind_template_child (widget_class, TlOwnCuesDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TlOwnCuesDialog, list_group);
  gtk_widget_class_bind_template_child (widget_class, TlOwnCuesDialog, statement);
  gtk_widget_class_bind_template_child (widget_class, TlOwnCuesDialog, suggestion);
  gtk_widget_class_bind_template_callback (widget_class, phrase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, phrase_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, statement_changed_cb);
  gtk_widget_class_install_action (widget_class, "cues.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "cues.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "cues.put-back", "(ubs)", put_back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_own_cues_dialog_init (TlOwnCuesDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_string_list_append (labels, get_label (choices[i].facet, choices[i].reputation));
  adw_combo_row_set_model (self->facet, G_LIST_MODEL (labels));

  self->phrases = gtk_string_list_new (NULL);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->phrases), make_row, self, NULL);
  refresh (self);
  phrase_changed_cb (self);
}

/**
 * tl_own_cues_dialog_present:
 * @from: a widget of the window that asks
 *
 * Shows one's own cues, to add to and to take from.
 *
 * Returns: (transfer none): the window
 */
TlOwnCuesDialog *
tl_own_cues_dialog_present (GtkWidget *from)
{
  TlOwnCuesDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (from), NULL);

  self = g_object_new (TL_TYPE_OWN_CUES_DIALOG, "transient-for", gtk_widget_get_root (from), NULL);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->phrase));
  return self;
}
