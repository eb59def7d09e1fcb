/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A paragraph put together from whole sentences, which remembers where in it goals are named.
 *
 * A sentence is translated as a whole and has words in braces for what it is about, such as "That helps {owner}
 * with “{goal}”."  Braces and not printf(): a translation may move and repeat them, and where a title comes to
 * stand is known without searching for it, although the same title may stand there twice. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-telling-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * tl_telling_begin:
 * @self: (out caller-allocates): a paragraph in the making
 * @graph: where the titles of goals are from
 */
void
tl_telling_begin (TlTelling     *self,
                  const TlGraph *graph)
{
  self->graph = graph;
  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (TlTextSpan));
}

/* Embeddings and overrides of the writing direction would turn round whatever follows in the paragraph. */
static gboolean
turns_text (gunichar character)
{
  return (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
}

/* Titles come from files: a line break or a control character in one must not break the paragraph. */
static void
append_cleaned (GString    *text,
                const char *words)
{
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char_validated (at, -1);

      if (character == (gunichar) -1 || character == (gunichar) -2)
        return;
      if (!turns_text (character))
        g_string_append_unichar (text, g_unichar_iscntrl (character) ? ' ' : character);
    }
}

static void
append_goal (TlTelling *self,
             guint      goal)
{
  g_autofree char *title = tl_entity_dup_display_name (TL_ENTITY (tl_graph_get_goal (self->graph, goal)));
  TlTextSpan span = { self->text->len, 0, goal };

  append_cleaned (self->text, g_strstrip (title));
  span.length = self->text->len - span.start;
  g_array_append_val (self->spans, span);
}

static void fill_in (TlTelling            *self,
                     const char           *sentence,
                     const TlTellingSlots *slots);

static void
append_goals (TlTelling            *self,
              const TlTellingSlots *slots)
{
  for (guint i = 0; i < slots->n_goals; i++)
    {
      TlTellingSlots one = { .goal = slots->goals[i] };

      if (i > 0)
        /* Translators: what stands between the last two things in a list, and between the others */
        g_string_append (self->text, i + 1 == slots->n_goals ? C_("list", " and ") : C_("list", ", "));

      if (tl_graph_get_node (self->graph, one.goal)->organisation == 0)
        {
          /* Translators: the title of a goal in a list */
          fill_in (self, C_("list", "“{goal}”"), &one);
        }
      else
        {
          g_autofree char *owner = tl_telling_name_owner (self->graph, one.goal);

          one.owner = owner;
          /* Translators: the title of a goal of another organisation in a list */
          fill_in (self, C_("list", "“{goal}” of {owner}"), &one);
        }
    }
}

static void
append_slot (TlTelling            *self,
             const char           *key,
             gsize                 length,
             const TlTellingSlots *slots)
{
  g_autofree char *name = g_strndup (key, length);

  if (g_str_equal (name, "goal"))
    append_goal (self, slots->goal);
  else if (g_str_equal (name, "from"))
    append_goal (self, slots->from);
  else if (g_str_equal (name, "goals"))
    append_goals (self, slots);
  else if (g_str_equal (name, "count"))
    g_string_append_printf (self->text, "%u", slots->count);
  else if (g_str_equal (name, "owner"))
    append_cleaned (self->text, slots->owner != NULL ? slots->owner : "");
  else if (g_str_equal (name, "name"))
    append_cleaned (self->text, slots->name != NULL ? slots->name : "");
}

static void
fill_in (TlTelling            *self,
         const char           *sentence,
         const TlTellingSlots *slots)
{
  const char *at = sentence;

  while (*at != '\0')
    {
      const char *open = strchr (at, '{');
      const char *close = open != NULL ? strchr (open, '}') : NULL;

      if (close == NULL)
        break;

      g_string_append_len (self->text, at, open - at);
      append_slot (self, open + 1, close - open - 1, slots);
      at = close + 1;
    }

  g_string_append (self->text, at);
}

/**
 * tl_telling_say:
 * @self: a paragraph in the making
 * @sentence: a whole sentence, translated, with words in braces
 * @slots: what the words in braces stand for
 *
 * Adds a sentence.
 */
void
tl_telling_say (TlTelling            *self,
                const char           *sentence,
                const TlTellingSlots *slots)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');

  fill_in (self, sentence, slots);
}

static gboolean
ends_sentence (const char *words)
{
  static const char * const ends[] = { ".", "!", "?", "…", "。", ".”", "!”", "?”", ".)" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_suffix (words, ends[i]))
        return TRUE;
    }

  return FALSE;
}

/**
 * tl_telling_quote:
 * @self: a paragraph in the making
 * @words: (nullable): what somebody wrote; nothing is said when it is empty
 *
 * Adds the words of the people themselves as a sentence: with a capital at its beginning and a full stop at its
 * end.
 */
void
tl_telling_quote (TlTelling  *self,
                  const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));

  if (*stripped == '\0' || !g_utf8_validate (stripped, -1, NULL))
    return;

  g_string_append_c (self->text, ' ');
  g_string_append_unichar (self->text, g_unichar_totitle (g_utf8_get_char (stripped)));
  append_cleaned (self->text, g_utf8_next_char (stripped));
  if (!ends_sentence (stripped))
    g_string_append_c (self->text, '.');
}

/**
 * tl_telling_end:
 * @self: a paragraph in the making, done with hereby
 * @kind: what it is about
 *
 * Returns: (transfer full): the paragraph
 */
TlParagraph *
tl_telling_end (TlTelling       *self,
                TlParagraphKind  kind)
{
  TlParagraph *paragraph = g_new0 (TlParagraph, 1);

  paragraph->kind = kind;
  paragraph->text = g_string_free (g_steal_pointer (&self->text), FALSE);
  paragraph->n_spans = self->spans->len;
  paragraph->spans = (TlTextSpan *) g_array_free (g_steal_pointer (&self->spans), FALSE);

  return paragraph;
}

/**
 * tl_telling_name_owner:
 * @graph: a graph
 * @goal: the index of a goal
 *
 * Returns: (transfer full) (nullable): who owns @goal, with the organisation where it is not our own
 */
char *
tl_telling_name_owner (const TlGraph *graph,
                       guint          goal)
{
  TlParty *owner = tl_graph_get_owner (graph, goal);
  guint home = tl_graph_get_node (graph, goal)->organisation;
  g_autofree char *name = owner != NULL ? tl_entity_dup_display_name (TL_ENTITY (owner)) : NULL;
  g_autofree char *organisation = NULL;

  if (name == NULL || home == 0 || TL_IS_ORGANISATION (owner))
    return g_steal_pointer (&name);

  organisation = tl_entity_dup_display_name (TL_ENTITY (tl_graph_get_organisation (graph, home)));
  /* Translators: a person or a unit, and the other organisation it belongs to */
  return g_strdup_printf (C_("owner", "%1$s at %2$s"), name, organisation);
}

/**
 * tl_paragraph_free:
 * @self: (transfer full): a paragraph
 */
void
tl_paragraph_free (TlParagraph *self)
{
  g_free (self->text);
  g_free (self->spans);
  g_free (self);
}
