/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text without case and accents, to compare what people type with what people wrote.
 *
 * Folding is done for every goal of a document between two key presses, so each letter is folded by itself, and those of
 * European languages only once: that is many times faster than taking whole texts through Unicode's tables, and differs
 * from it only in the order of marks, which do not count here.
 */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <string.h>

#include "tl-text-fold.h"

/* Latin, Greek and Cyrillic, with the marks that combine with them */
#define N_KNOWN 0x0600

/* Letters that are letters of their own, and that people type as the plain one all the same. */
static const struct
{
  gunichar    letter;
  const char *plain;
} plain_letters[] = {
  { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" },
  { 0x0111, "d" }, { 0x0131, "i" }, { 0x0142, "l" }, { 0x0153, "oe" },
};

static void
append_plain (GString  *folded,
              gunichar  letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    {
      if (plain_letters[i].letter == letter)
        {
          g_string_append (folded, plain_letters[i].plain);
          return;
        }
    }

  g_string_append_unichar (folded, letter);
}

/* By the whole of Unicode's rules, for one letter */
static char *
fold_letter (gunichar letter)
{
  char text[7] = { 0, };
  g_autofree char *decomposed = NULL;
  g_autofree char *cased = NULL;
  GString *folded = g_string_new (NULL);

  g_unichar_to_utf8 (letter, text);
  decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  cased = decomposed != NULL ? g_utf8_casefold (decomposed, -1) : g_strdup ("");
  for (const char *p = cased; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_ismark (g_utf8_get_char (p)))
        append_plain (folded, g_utf8_get_char (p));
    }

  return g_string_free (folded, FALSE);
}

/* The letters of European languages are folded once. */
static const char *
get_folded (gunichar letter)
{
  static char *known[N_KNOWN];
  char *folded = g_atomic_pointer_get (&known[letter]);

  if (folded != NULL)
    return folded;

  folded = fold_letter (letter);
  if (!g_atomic_pointer_compare_and_exchange (&known[letter], NULL, folded))
    g_free (folded);

  return g_atomic_pointer_get (&known[letter]);
}

/**
 * tl_text_is_blank:
 * @text: (nullable): what somebody typed, or did not
 *
 * Returns: whether there is nothing in it but spaces and ends of lines
 */
gboolean
tl_text_is_blank (const char *text)
{
  while (text != NULL && g_ascii_isspace (*text))
    text++;

  return text == NULL || *text == '\0';
}

/**
 * tl_text_fold:
 * @text: (nullable): any text
 *
 * Returns: (transfer full): @text without case and accents, for comparing; empty when @text is no UTF-8
 */
char *
tl_text_fold (const char *text)
{
  GString *folded;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return g_strdup ("");

  folded = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (letter < 0x80)
        {
          g_string_append_c (folded, g_ascii_tolower (*p));
        }
      else if (letter < N_KNOWN)
        {
          g_string_append (folded, get_folded (letter));
        }
      else
        {
          g_autofree char *plain = fold_letter (letter);

          g_string_append (folded, plain);
        }
    }

  return g_string_free (folded, FALSE);
}

/**
 * tl_text_fold_words:
 * @text: (nullable): what somebody typed
 *
 * Returns: (transfer full) (array zero-terminated=1): its words, folded; none of them is empty
 */
char **
tl_text_fold_words (const char *text)
{
  g_autofree char *folded = tl_text_fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\r\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        g_strv_builder_add (words, parts[i]);
    }

  return g_strv_builder_end (words);
}

/**
 * tl_text_has_all_words:
 * @folded: a folded text
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether each of @words is somewhere in @folded
 */
gboolean
tl_text_has_all_words (const char         *folded,
                       const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (folded, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * tl_text_parts_have_all_words:
 * @parts: (array length=n_parts): texts, any of which may be %NULL
 * @n_parts: how many
 * @words: (array zero-terminated=1): folded words
 *
 * Returns: whether each of @words is somewhere in one of @parts
 */
gboolean
tl_text_parts_have_all_words (const char * const *parts,
                              guint               n_parts,
                              const char * const *words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  for (guint i = 0; i < n_parts; i++)
    {
      if (parts[i] == NULL)
        continue;

      g_string_append (text, parts[i]);
      g_string_append_c (text, '\n');
    }

  folded = tl_text_fold (text->str);
  return tl_text_has_all_words (folded, words);
}
