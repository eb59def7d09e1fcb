/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The manners that all verbs share: whether anything may be changed, how a step ends, how a refusal is said.
 *
 * A verb looks before it leaps: it refuses before its group begins.  So nothing has to be taken back, and a verb can
 * be called within a group of the caller, which a cancelled inner group would take with it.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-edits-private.h"

/**
 * tl_edits_check_writable:
 * @document: a document
 * @error: return location for %TL_DOCUMENT_ERROR_READ_ONLY
 *
 * Returns: whether anything in @document may be changed
 */
gboolean
tl_edits_check_writable (TlDocument  *document,
                         GError     **error)
{
  g_autofree char *name = NULL;

  if (!tl_document_get_read_only (document))
    return TRUE;

  name = tl_document_dup_name (document);
  g_set_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_READ_ONLY,
               _("“%s” can only be read. Save a copy elsewhere to change it."), name);
  return FALSE;
}

/**
 * tl_edits_refuse:
 * @error: return location for %TL_DOCUMENT_ERROR_REFUSED
 * @format: the sentence that says why, translated
 *
 * Returns: always %FALSE
 */
gboolean
tl_edits_refuse (GError     **error,
                 const char  *format,
                 ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED, format, arguments);
  va_end (arguments);

  return FALSE;
}

/**
 * tl_edits_dup_clean_line:
 * @text: (nullable): something typed or pasted
 *
 * Returns: (transfer full): @text in one line, without blanks at its ends and with single ones within; may be empty
 */
char *
tl_edits_dup_clean_line (const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gboolean wants_blank = FALSE;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          wants_blank = line->len > 0;
          continue;
        }

      if (wants_blank)
        g_string_append_c (line, ' ');
      wants_blank = FALSE;
      g_string_append_unichar (line, c);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * tl_edits_dup_clean_text:
 * @text: (nullable): something typed or pasted, a line or several
 * @max_length: after how many characters it is cut off
 *
 * Returns: (transfer full): @text without blanks at its ends and without control characters but the ends of its lines; may
 *   be empty
 */
char *
tl_edits_dup_clean_text (const char *text,
                         guint       max_length)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  guint length = 0;

  for (const char *p = text != NULL ? text : ""; *p != '\0' && length < max_length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_blank = g_unichar_isspace (c);

      if ((is_blank && clean->len == 0) || (g_unichar_iscntrl (c) && c != '\n' && c != '\t'))
        continue;

      g_string_append_unichar (clean, c);
      length++;
    }

  return g_strchomp (g_string_free (g_steal_pointer (&clean), FALSE));
}

/**
 * tl_edits_remove_together:
 * @document: a document that can be written to
 * @entities: (element-type TlEntity): entities of it; those that are gone already are passed over
 * @label: what to call the step, translated
 *
 * Removes them in one step, each as tl_document_remove() does, after a backup when that is a lot.
 */
void
tl_edits_remove_together (TlDocument *document,
                          GPtrArray  *entities,
                          const char *label)
{
  TlModel *model = tl_document_get_model (document);

  tl_edits_backup_before_removal (document, entities);
  tl_document_begin_group (document, label);
  tl_model_begin_bulk (model);
  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);

      if (tl_entity_get_model (entity) == model)
        tl_document_remove (document, entity);
    }
  tl_model_end_bulk (model);
  tl_document_finish_group (document);
}

/**
 * tl_edits_copy_fields:
 * @from: an entity
 * @to: another one of the same class
 * @except: (nullable) (array zero-terminated=1): the properties that are not copied
 */
void
tl_edits_copy_fields (TlEntity           *from,
                      TlEntity           *to,
                      const char * const *except)
{
  guint n_fields;
  const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (from), &n_fields);

  g_assert (G_OBJECT_TYPE (from) == G_OBJECT_TYPE (to));

  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (except != NULL && g_strv_contains (except, fields[i].pspec->name))
        continue;

      g_object_get_property (G_OBJECT (from), fields[i].pspec->name, &value);
      g_object_set_property (G_OBJECT (to), fields[i].pspec->name, &value);
    }
}
