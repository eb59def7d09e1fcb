/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small things that the parts of the details are made of: quiet buttons, a popover for what is seldom changed,
 * a link to another goal, and removing with a way back.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-details-parts.h"

#include "tl-undo-toast.h"
#include "tl-words.h"

/**
 * tl_details_icon_button_new:
 * @icon_name: what stands on it
 * @label: what it does, in header capitals
 *
 * Returns: (transfer full): a flat button
 */
GtkWidget *
tl_details_icon_button_new (const char *icon_name,
                            const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/**
 * tl_details_more_button_new:
 * @label: what it opens, in header capitals
 * @box: (out) (transfer none): where to put what it opens
 *
 * Returns: (transfer full): a flat button that opens what is seldom changed
 */
GtkWidget *
tl_details_more_button_new (const char  *label,
                            GtkWidget  **box)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), *box);
  gtk_widget_set_size_request (*box, 240, -1);
  gtk_widget_add_css_class (popover, "more");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/**
 * tl_details_menu_item_new:
 * @label: what it does, in header capitals
 *
 * Returns: (transfer full): a button for a popover of tl_details_more_button_new()
 */
GtkWidget *
tl_details_menu_item_new (const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "menu-item");
  return button;
}

/**
 * tl_details_words_new:
 * @words: (nullable): a sentence
 *
 * Returns: (transfer full): a label for a dimmed sentence
 */
GtkWidget *
tl_details_words_new (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static GtkWidget *
append_line (GtkBox *box)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_box_append (box, label);
  return label;
}

/**
 * tl_details_entity_link_new:
 *
 * Returns: (transfer full): a button that leads to an entity, to be told to which
 */
GtkWidget *
tl_details_entity_link_new (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new ();

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  append_line (GTK_BOX (lines));
  gtk_widget_add_css_class (append_line (GTK_BOX (lines)), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (lines), "dim-label");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), lines);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "entity");
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

/**
 * tl_details_entity_link_set:
 * @link: a button of tl_details_entity_link_new()
 * @entity: a goal or a person
 * @subtitle: (nullable): what to say of it, when not the usual words
 */
void
tl_details_entity_link_set (GtkWidget  *link,
                            TlEntity   *entity,
                            const char *subtitle)
{
  GtkWidget *icon = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (link)));
  GtkWidget *lines = gtk_widget_get_next_sibling (icon);
  const char *classes[] = { NULL, NULL };
  g_autofree char *title = tl_entity_dup_display_name (entity);
  g_autofree char *usual = NULL;
  g_autofree char *name = NULL;

  if (subtitle == NULL)
    subtitle = usual = TL_IS_PERSON (entity) ? tl_words_of_person (TL_PERSON (entity)) : tl_words_of_goal (TL_GOAL (entity));
  if (TL_IS_GOAL (entity))
    classes[0] = tl_style_of_facet (tl_goal_get_facet (TL_GOAL (entity)));
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), tl_icon_of_entity (entity));
  gtk_widget_set_css_classes (icon, classes);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (lines)), title);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (lines)), subtitle);
  gtk_widget_set_visible (gtk_widget_get_last_child (lines), *subtitle != '\0');

  gtk_actionable_set_action_target (GTK_ACTIONABLE (link), "s", tl_entity_get_id (entity));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (link), "win.select");
  name = *subtitle != '\0' ? g_strdup_printf ("%s, %s", title, subtitle) : g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tl_details_popdown:
 * @inside: something in a popover
 *
 * Closes the popover around it, if there is one.
 */
void
tl_details_popdown (GtkWidget *inside)
{
  GtkWidget *popover = gtk_widget_get_ancestor (inside, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/**
 * tl_details_remove:
 * @from: where it was asked for
 * @document: the document
 * @id: (nullable): the identity of what to remove
 * @words: what to say afterwards, such as "Measure removed"
 *
 * Removes it and says so, with a way back.  Does nothing when it is gone already.
 */
void
tl_details_remove (GtkWidget  *from,
                   TlDocument *document,
                   const char *id,
                   const char *words)
{
  TlEntity *entity = id != NULL ? tl_model_lookup (tl_document_get_model (document), id) : NULL;

  tl_details_popdown (from);
  if (entity == NULL || tl_document_get_read_only (document))
    return;

  tl_document_remove (document, entity);
  tl_undo_toast_show (from, document, words);
}
