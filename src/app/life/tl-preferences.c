/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The preferences: those of the document, which are edits like any other and can be undone, and those of the
 * program, which are kept by the desktop.  Everything takes effect at once; there is no OK.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-preferences.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _TlPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings     *settings;
  TlDocument    *document;
  gboolean       is_updating;           /* the rows follow the document */

  AdwPreferencesPage *document_page;
  GtkEditable   *document_name;
  GtkEditable   *organisation_name;
  GtkEditable   *currency;
  GtkSpinButton *on_track;
  GtkSpinButton *at_risk;
  AdwComboRow   *scheme;
  GtkScale      *text_size;
  GtkAdjustment *text_size_adjustment;
  GtkSwitch     *hide_notes;
  GtkSpinButton *backups_kept;
};

G_DEFINE_FINAL_TYPE (TlPreferences, tl_preferences, ADW_TYPE_PREFERENCES_WINDOW)

static TlSettings *
get_settings (TlPreferences *self)
{
  return tl_model_get_settings (tl_document_get_model (self->document));
}

static TlParty *
get_organisation (TlPreferences *self)
{
  return TL_PARTY (tl_model_get_organisation (tl_document_get_model (self->document)));
}

static int
to_points (double share)
{
  return (int) round (share * 100);
}

/* What the row said when it followed the document last, as data of the row */
#define SHOWN "tl-shown"

/* A row that somebody is typing in keeps what they have typed; one that only has the focus follows. */
static gboolean
is_typed_in (GtkEditable *row)
{
  const char *shown = g_object_get_data (G_OBJECT (row), SHOWN);

  return gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN &&
         shown != NULL && !g_str_equal (gtk_editable_get_text (row), shown);
}

/* The button to apply it goes when the text is set while the row has none. */
static void
show_text (GtkEditable *row,
           const char  *text)
{
  g_object_set_data_full (G_OBJECT (row), SHOWN, g_strdup (text != NULL ? text : ""), g_free);
  if (g_str_equal (gtk_editable_get_text (row), text != NULL ? text : ""))
    return;

  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), FALSE);
  gtk_editable_set_text (row, text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
}

static void
update_text (GtkEditable *row,
             const char  *text)
{
  if (!is_typed_in (row))
    show_text (row, text);
}

static void
update_rows (TlPreferences *self)
{
  TlSettings *settings = get_settings (self);
  TlParty *organisation = get_organisation (self);

  g_assert (TL_IS_PREFERENCES (self));

  if (settings == NULL || organisation == NULL)
    return;

  self->is_updating = TRUE;
  update_text (self->document_name, tl_settings_get_name (settings));
  update_text (self->organisation_name, tl_party_get_name (organisation));
  update_text (self->currency, tl_settings_get_currency (settings));
  gtk_spin_button_set_value (self->on_track, to_points (tl_settings_get_on_track_margin (settings)));
  gtk_spin_button_set_value (self->at_risk, to_points (tl_settings_get_at_risk_margin (settings)));
  self->is_updating = FALSE;
}

/* What has no letters in it is no name: the row goes back to the name there is. */
static gboolean
has_text (GtkEditable *row)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));

  return *text != '\0';
}

static void
document_name_cb (TlPreferences *self)
{
  g_assert (TL_IS_PREFERENCES (self));

  if (has_text (self->document_name))
    tl_settings_set_name (get_settings (self), gtk_editable_get_text (self->document_name));
  tl_document_flush (self->document, NULL);
  show_text (self->document_name, tl_settings_get_name (get_settings (self)));
}

static void
organisation_name_cb (TlPreferences *self)
{
  g_assert (TL_IS_PREFERENCES (self));

  if (has_text (self->organisation_name))
    tl_party_set_name (get_organisation (self), gtk_editable_get_text (self->organisation_name));
  tl_document_flush (self->document, NULL);
  show_text (self->organisation_name, tl_party_get_name (get_organisation (self)));
}

/* ISO 4217: three Latin letters */
static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]) && g_ascii_isalpha (text[2]);
}

static void
currency_changed_cb (TlPreferences *self)
{
  g_assert (TL_IS_PREFERENCES (self));

  if (is_currency (gtk_editable_get_text (self->currency)))
    gtk_widget_remove_css_class (GTK_WIDGET (self->currency), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->currency), "error");
}

static void
currency_cb (TlPreferences *self)
{
  g_autofree char *code = g_ascii_strup (gtk_editable_get_text (self->currency), -1);

  g_assert (TL_IS_PREFERENCES (self));

  if (!is_currency (code))
    return;

  tl_settings_set_currency (get_settings (self), code);
  tl_document_flush (self->document, NULL);
  show_text (self->currency, code);
}

/* Nothing can be on track and off track: one threshold takes the other along, in the same step. */
static void
set_margins (TlPreferences *self,
             double         on_track,
             double         at_risk)
{
  TlSettings *settings = get_settings (self);
  gboolean moves_both = to_points (tl_settings_get_on_track_margin (settings)) != to_points (on_track) &&
                        to_points (tl_settings_get_at_risk_margin (settings)) != to_points (at_risk);

  if (moves_both)
    tl_document_begin_group (self->document, _("Change Health Thresholds"));
  if (to_points (tl_settings_get_on_track_margin (settings)) != to_points (on_track))
    tl_settings_set_on_track_margin (settings, on_track);
  if (to_points (tl_settings_get_at_risk_margin (settings)) != to_points (at_risk))
    tl_settings_set_at_risk_margin (settings, at_risk);
  if (moves_both)
    tl_document_finish_group (self->document);
}

static void
on_track_cb (TlPreferences *self)
{
  double on_track = gtk_spin_button_get_value_as_int (self->on_track) / 100.0;

  g_assert (TL_IS_PREFERENCES (self));

  if (!self->is_updating)
    set_margins (self, on_track, MAX (on_track, tl_settings_get_at_risk_margin (get_settings (self))));
}

static void
at_risk_cb (TlPreferences *self)
{
  double at_risk = gtk_spin_button_get_value_as_int (self->at_risk) / 100.0;

  g_assert (TL_IS_PREFERENCES (self));

  if (!self->is_updating)
    set_margins (self, MIN (at_risk, tl_settings_get_on_track_margin (get_settings (self))), at_risk);
}

static char *
format_percent (GtkScale *scale,
                double    value,
                gpointer  user_data)
{
  /* Translators: a size in percent */
  return g_strdup_printf (_("%.0f %%"), value * 100);
}

static gboolean
choice_to_row (GValue   *value,
               GVariant *variant,
               gpointer  user_data)
{
  const char *const *nicks = user_data;

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      if (g_str_equal (nicks[i], g_variant_get_string (variant, NULL)))
        {
          g_value_set_uint (value, i);
          return TRUE;
        }
    }

  return FALSE;
}

static GVariant *
row_to_choice (const GValue       *value,
               const GVariantType *type,
               gpointer            user_data)
{
  const char *const *nicks = user_data;

  return g_variant_new_string (nicks[g_value_get_uint (value)]);
}

static void
tl_preferences_dispose (GObject *object)
{
  TlPreferences *self = TL_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_preferences_parent_class)->dispose (object);
}

static void
tl_preferences_class_init (TlPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, document_page);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, document_name);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, organisation_name);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, currency);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, on_track);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, at_risk);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, scheme);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, text_size);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, text_size_adjustment);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, hide_notes);
  gtk_widget_class_bind_template_child (widget_class, TlPreferences, backups_kept);
  gtk_widget_class_bind_template_callback (widget_class, document_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, organisation_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_cb);
  gtk_widget_class_bind_template_callback (widget_class, currency_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_track_cb);
  gtk_widget_class_bind_template_callback (widget_class, at_risk_cb);
}

static void
tl_preferences_init (TlPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_scale_set_format_value_func (self->text_size, format_percent, NULL, NULL);
}

static void
bind_settings (TlPreferences *self)
{
  static const char *const schemes[] = { "system", "light", "dark", NULL };

  g_settings_bind_with_mapping (self->settings, "color-scheme", self->scheme, "selected", G_SETTINGS_BIND_DEFAULT,
                                choice_to_row, row_to_choice, (gpointer) schemes, NULL);
  g_settings_bind (self->settings, "canvas-text-size", self->text_size_adjustment, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "hide-private-notes", self->hide_notes, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "backups-kept", gtk_spin_button_get_adjustment (self->backups_kept), "value",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
show_document (TlPreferences *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->document_page), !tl_document_get_read_only (self->document));
  g_signal_connect_object (self->document, "changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  update_rows (self);
}

/**
 * tl_preferences_new:
 * @settings: the settings of the program
 * @document: (nullable): the document whose preferences are shown too
 *
 * Returns: (transfer full): the window with the preferences
 */
GtkWidget *
tl_preferences_new (GSettings  *settings,
                    TlDocument *document)
{
  TlPreferences *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (document == NULL || TL_IS_DOCUMENT (document), NULL);

  self = g_object_new (TL_TYPE_PREFERENCES, NULL);
  self->settings = g_object_ref (settings);
  bind_settings (self);
  if (document != NULL)
    {
      self->document = g_object_ref (document);
      show_document (self);
    }
  else
    {
      adw_preferences_window_remove (ADW_PREFERENCES_WINDOW (self), self->document_page);
    }

  return GTK_WIDGET (self);
}
