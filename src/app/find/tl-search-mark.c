/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text with the words that were looked for in bold.
 *
 * The words are found in the folded text, where letters can be fewer or more bytes than in the text itself; so each
 * letter is folded alone, and for every byte of the folded text it is kept which letter it came from.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <string.h>

#include "tl-search-mark.h"
#include "tl-text-fold.h"

/* How much of a note stands around the first word found in it, in letters */
#define N_BEFORE 30
#define N_AFTER  90

typedef struct
{
  GString *folded;
  GArray  *origins;             /* of guint: for each byte of folded, where in the text its letter begins */
} Folded;

static void
folded_clear (Folded *folded)
{
  g_string_free (folded->folded, TRUE);
  g_array_unref (folded->origins);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folded, folded_clear)

static Folded
fold_letters (const char *text)
{
  Folded folded = { g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint)) };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_strndup (p, g_utf8_next_char (p) - p);
      g_autofree char *plain = tl_text_fold (letter);
      guint origin = p - text;

      g_string_append (folded.folded, plain);
      for (gsize i = 0; i < strlen (plain); i++)
        g_array_append_val (folded.origins, origin);
    }

  return folded;
}

/* Which bytes of @text belong to a word that was found */
static guint8 *
find_marks (const char         *text,
            const char * const *words)
{
  g_auto (Folded) folded = fold_letters (text);
  guint8 *marks = g_new0 (guint8, strlen (text) + 1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      for (const char *p = strstr (folded.folded->str, words[i]); p != NULL && *words[i] != '\0';
            p = strstr (p + 1, words[i]))
        {
          for (gsize j = 0; j < strlen (words[i]); j++)
            marks[g_array_index (folded.origins, guint, p - folded.folded->str + j)] = TRUE;
        }
    }

  return marks;
}

static char *
write_markup (const char   *start,
              const char   *end,
              const guint8 *marks)
{
  GString *markup = g_string_new (NULL);
  gboolean is_bold = FALSE;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      g_autofree char *letter = g_markup_escape_text (p, g_utf8_next_char (p) - p);
      /* A mark that combines with a letter goes with it. */
      gboolean wants_bold = marks[p - start] || (is_bold && g_unichar_ismark (g_utf8_get_char (p)));

      if (wants_bold != is_bold)
        g_string_append (markup, wants_bold ? "<b>" : "</b>");
      is_bold = wants_bold;
      g_string_append (markup, g_ascii_isspace (*p) ? " " : letter);
    }

  if (is_bold)
    g_string_append (markup, "</b>");
  return g_string_free (markup, FALSE);
}

/**
 * tl_search_mark:
 * @text: a text of one line
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: (transfer full): @text as markup, with the parts of it that are one of @words in bold
 */
char *
tl_search_mark (const char         *text,
                const char * const *words)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree guint8 *marks = find_marks (valid, words);

  return write_markup (valid, valid + strlen (valid), marks);
}

static const char *
go_back (const char *text,
         const char *from,
         guint       n_letters)
{
  for (guint i = 0; i < n_letters && from > text; i++)
    from = g_utf8_prev_char (from);

  /* Begin with a whole word. */
  for (const char *p = from; from > text && *p != '\0' && p < from + N_BEFORE; p = g_utf8_next_char (p))
    {
      if (g_ascii_isspace (*p))
        return p + 1;
    }

  return from;
}

static const char *
go_on (const char *from,
       guint       n_letters)
{
  for (guint i = 0; i < n_letters && *from != '\0'; i++)
    from = g_utf8_next_char (from);

  return from;
}

/**
 * tl_search_mark_excerpt:
 * @text: a note of any length
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: (transfer full): what stands around the first of @words in @text, in one line of markup
 */
char *
tl_search_mark_excerpt (const char         *text,
                        const char * const *words)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree guint8 *marks = find_marks (valid, words);
  g_autofree char *markup = NULL;
  const char *first = valid;
  const char *start;
  const char *end;

  while (*first != '\0' && !marks[first - valid])
    first = g_utf8_next_char (first);
  if (*first == '\0')
    first = valid;

  start = go_back (valid, first, N_BEFORE);
  end = go_on (first, N_AFTER);
  markup = write_markup (start, end, marks + (start - valid));
  return g_strconcat (start > valid ? "…" : "", markup, *end != '\0' ? "…" : "", NULL);
}
