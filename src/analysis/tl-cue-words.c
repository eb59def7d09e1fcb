/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A statement as words that can be compared with cues: folded, without their endings, in one spelling.
 *
 * Which endings a language has is said by the file of its cues, as rules of the form “ending>what takes its place”.
 * A stemmer of the trade was rejected: it would be one more package for each language, and nobody could see why two
 * words are taken for one.  Words need not come out as words of the language; they only have to come out alike.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <string.h>

#include "tl-cue-words.h"
#include "tl-text-fold.h"

/* What an ending leaves has at least so many letters: “sing” is not “s” and an ending. */
#define SHORTEST_STEM 3

/* A word that is longer is none; it is cut where it is shown. */
#define LONGEST_WORD 40

#define POSSESSIVE "'s"

typedef struct
{
  char *ending;
  char *instead;
} Rule;

struct _TlCueSpelling
{
  GHashTable *forms;            /* irregular form → plain form */
  GArray     *endings;          /* of Rule: the first that fits is applied */
  GArray     *spellings;        /* of Rule: each is applied, in their order */
};

static void
rule_clear (gpointer data)
{
  Rule *rule = data;

  g_free (rule->ending);
  g_free (rule->instead);
}

/* A rule without “>” takes its ending away. */
static GArray *
read_rules (const char * const *texts)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (Rule));

  g_array_set_clear_func (rules, rule_clear);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (texts[i], ">", 2);
      Rule rule = { NULL };

      if (sides[0] == NULL)
        continue;
      rule.ending = tl_text_fold (g_strstrip (sides[0]));
      rule.instead = tl_text_fold (sides[1] != NULL ? g_strstrip (sides[1]) : "");
      g_array_append_val (rules, rule);
    }

  return rules;
}

/**
 * tl_cue_spelling_new:
 * @forms: (array zero-terminated=1) (nullable): irregular forms, as in “won>win”
 * @endings: (array zero-terminated=1) (nullable): endings, as in “ies>y”; the first that fits is applied
 * @spellings: (array zero-terminated=1) (nullable): what makes spellings alike, as in “ys>yz”; each is applied
 *
 * Returns: (transfer full): how to take off the endings of words
 */
TlCueSpelling *
tl_cue_spelling_new (const char * const *forms,
                     const char * const *endings,
                     const char * const *spellings)
{
  TlCueSpelling *self = g_new0 (TlCueSpelling, 1);
  g_autoptr (GArray) pairs = read_rules (forms);

  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < pairs->len; i++)
    {
      Rule *pair = &g_array_index (pairs, Rule, i);

      g_hash_table_insert (self->forms, g_strdup (pair->ending), g_strdup (pair->instead));
    }
  self->endings = read_rules (endings);
  self->spellings = read_rules (spellings);
  return self;
}

/**
 * tl_cue_spelling_free:
 * @self: (transfer full) (nullable): how to take off the endings of words
 */
void
tl_cue_spelling_free (TlCueSpelling *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->forms);
  g_array_unref (self->endings);
  g_array_unref (self->spellings);
  g_free (self);
}

static gboolean
apply_rule (const Rule *rule,
            GString    *stem)
{
  gsize length = strlen (rule->ending);

  if (length == 0 || !g_str_has_suffix (stem->str, rule->ending)
      || g_utf8_strlen (stem->str, stem->len - length) < SHORTEST_STEM)
    return FALSE;

  g_string_truncate (stem, stem->len - length);
  g_string_append (stem, rule->instead);
  return TRUE;
}

static void
find_stem (const TlCueSpelling *self,
           TlCueWord           *word)
{
  const char *plain = g_hash_table_lookup (self->forms, word->folded);
  GString *stem = g_string_new (plain != NULL ? plain : word->folded);

  word->inflected = plain != NULL;
  for (guint i = 0; plain == NULL && i < self->endings->len; i++)
    {
      if (apply_rule (&g_array_index (self->endings, Rule, i), stem))
        {
          word->inflected = !g_str_equal (stem->str, word->folded);
          break;
        }
    }

  for (guint i = 0; i < self->spellings->len; i++)
    apply_rule (&g_array_index (self->spellings, Rule, i), stem);
  word->stem = g_string_free (stem, FALSE);
}

static void
word_free (gpointer data)
{
  TlCueWord *word = data;

  g_free (word->between);
  g_free (word->text);
  g_free (word->folded);
  g_free (word->stem);
  g_free (word);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

/* Marks of direction, soft hyphens, joiners: inside a word they are not there. */
static gboolean
is_unseen (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_FORMAT;
}

static gboolean
is_symbol (gunichar c)
{
  return c == '%' || c == '&' || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

static TlCueBreak
get_break (gunichar c)
{
  if (c == ',')
    return TL_CUE_BREAK_COMMA;

  switch (c)
    {
    case '.': case '!': case '?': case ';': case ':': case '(': case ')': case '\n': case 0x2013: case 0x2014: case 0x2026:
      return TL_CUE_BREAK_STOP;
    default:
      return TL_CUE_BREAK_NONE;
    }
}

typedef struct
{
  const TlCueSpelling *spelling;
  GPtrArray           *words;
  TlCueBreak           before;  /* of the word that comes next */
  GString             *between; /* what was read since the last word */
} Reading;

static void
read_between (Reading  *reading,
              gunichar  c)
{
  gboolean space = g_unichar_isspace (c) || g_unichar_iscntrl (c);

  if (is_unseen (c) || (space && g_str_has_suffix (reading->between->str, " ")))
    return;

  g_string_append_unichar (reading->between, space ? ' ' : c);
}

/* @written is how it is quoted, when that is not how it is compared. */
static void
take_word (Reading    *reading,
           GString    *text,
           const char *written,
           gboolean    is_number)
{
  TlCueWord *word;

  if (text->len == 0 || reading->words->len >= TL_CUE_MAX_WORDS)
    {
      g_string_truncate (text, 0);
      return;
    }

  if (g_utf8_strlen (text->str, text->len) > LONGEST_WORD)
    {
      g_string_truncate (text, g_utf8_offset_to_pointer (text->str, LONGEST_WORD) - text->str);
      g_string_append (text, "…");
    }

  word = g_new0 (TlCueWord, 1);
  word->between = g_strdup (reading->words->len > 0 ? reading->between->str : "");
  word->text = g_strdup (written != NULL ? written : text->str);
  word->folded = tl_text_fold (text->str);
  word->is_number = is_number;
  word->before = reading->before;
  find_stem (reading->spelling, word);
  g_ptr_array_add (reading->words, word);
  reading->before = TL_CUE_BREAK_NONE;
  g_string_truncate (reading->between, 0);
  g_string_truncate (text, 0);
}

/* Returns what follows the letters that @p begins with. */
static const char *
read_letters (Reading    *reading,
              const char *p,
              GString    *text)
{
  while (is_letter (g_utf8_get_char (p)) || is_unseen (g_utf8_get_char (p)))
    {
      if (!is_unseen (g_utf8_get_char (p)))
        g_string_append_unichar (text, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  take_word (reading, text, NULL, FALSE);
  return p;
}

static const char *
read_digits (Reading    *reading,
             const char *p,
             GString    *text)
{
  for (;;)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside = (c == '.' || c == ',') && g_ascii_isdigit (p[1]);

      if (!g_unichar_isdigit (c) && !inside)
        break;
      g_string_append_unichar (text, c);
      p = g_utf8_next_char (p);
    }
  take_word (reading, text, NULL, TRUE);
  return p;
}

/* What makes an owner of the word before it: 's, or an apostrophe after the s of a plural */
static const char *
read_possessive (Reading    *reading,
                 const char *p,
                 const char *start,
                 GString    *text)
{
  const char *next = g_utf8_next_char (p);
  gboolean after_s = p > start && (p[-1] == 's' || p[-1] == 'S') && !is_letter (g_utf8_get_char (next));
  gboolean with_s = p > start && is_letter (g_utf8_get_char (g_utf8_find_prev_char (start, p)))
                    && (*next == 's' || *next == 'S') && !is_letter (g_utf8_get_char (next + 1));
  g_autofree char *written = NULL;

  if (!after_s && !with_s)
    {
      read_between (reading, g_utf8_get_char (p));
      return next;
    }

  if (with_s)
    next++;
  written = g_strndup (p, next - p);
  g_string_append (text, POSSESSIVE);
  take_word (reading, text, written, FALSE);
  return next;
}

/**
 * tl_cue_words_new:
 * @spelling: how to take off endings
 * @text: any text; what is no UTF-8 in it counts for nothing
 *
 * Hyphens part words; a possessive is a word of its own, written 's; of a longer text only the first
 * %TL_CUE_MAX_WORDS words are read.
 *
 * Returns: (transfer full) (element-type TlCueWord): its words
 */
GPtrArray *
tl_cue_words_new (const TlCueSpelling *spelling,
                  const char          *text)
{
  g_autofree char *valid = NULL;
  g_autoptr (GString) word = g_string_new (NULL);
  g_autoptr (GString) between = g_string_new (NULL);
  Reading reading = { spelling, NULL, TL_CUE_BREAK_STOP, between };

  g_return_val_if_fail (spelling != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  reading.words = g_ptr_array_new_with_free_func (word_free);
  for (const char *p = valid; *p != '\0' && reading.words->len < TL_CUE_MAX_WORDS;)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_letter (c))
        {
          p = read_letters (&reading, p, word);
        }
      else if (g_unichar_isdigit (c))
        {
          p = read_digits (&reading, p, word);
        }
      else if (is_apostrophe (c))
        {
          p = read_possessive (&reading, p, valid, word);
        }
      else
        {
          if (is_symbol (c))
            {
              g_string_append_unichar (word, c);
              take_word (&reading, word, NULL, FALSE);
            }
          else
            {
              read_between (&reading, c);
            }
          reading.before = MAX (reading.before, get_break (c));
          p = g_utf8_next_char (p);
        }
    }

  return reading.words;
}
