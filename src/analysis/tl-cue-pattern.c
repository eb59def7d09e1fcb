/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The little language of cues: words, slots and gaps.
 *
 *   win             the word, with any ending
 *   win/gain        one of these words
 *   (our)           the word may be there or not; also (our/my)
 *   <someone>       any of the words of a class of the file
 *   <someone>~      the same with an ending: “patients”, not “patient”
 *   *               up to three words, whichever
 *   #               a number in digits
 *   _               a word that no cue and no class of the file knows; _~ with an ending
 *   $               the end of the clause
 *   -ly             any word that ends so
 *   |               what comes after has to stand there, but is not part of what is found
 *
 * A pattern is looked for from a given word on, by trying and going back; a gap is kept as short as it can be.  What a
 * class finds at a word does not depend on who asks, so it is remembered: most patterns begin with one of a few classes.
 * Regular expressions were rejected: they know letters and not words, and nobody wants to write them in a translation.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-cue-pattern.h"
#include "tl-cues.h"

#define LONGEST_GAP 3

/* Gaps and what may be missing double and quadruple what can be tried.  What is sensible is found in a few steps. */
#define MAX_CHOICES 12
#define MAX_STEPS 400

/* As far as a class reaches, and how a look says that it has not asked yet */
#define MAX_CLASS_LENGTH 31
#define NOT_ASKED (1u << 31)

typedef enum
{
  PART_WORD,
  PART_CLASS,
  PART_GAP,
  PART_NUMBER,
  PART_ENDING,
  PART_UNKNOWN,
  PART_END,
  PART_MARK,
} PartKind;

typedef struct
{
  PartKind    kind;
  gboolean    optional;
  gboolean    inflected;
  char      **words;            /* stems; of an ending, the ending */
  char       *class_name;
  TlCueClass *klass;            /* once resolved; owned by whoever has the file */
} Part;

struct _TlCuePattern
{
  GArray *parts;                /* of Part */
};

struct _TlCueLook
{
  GPtrArray  *words;
  GHashTable *stems;            /* every word that the file knows */
  guint       n_classes;
  guint32    *lengths;          /* of each class at each word: the n-th bit is set when n words belong to it */
};

static void
part_clear (gpointer data)
{
  Part *part = data;

  g_strfreev (part->words);
  g_free (part->class_name);
}

static char *
dup_stem (const TlCueSpelling *spelling,
          const char          *text)
{
  g_autoptr (GPtrArray) words = tl_cue_words_new (spelling, text);

  return words->len == 1 ? g_strdup (((TlCueWord *) g_ptr_array_index (words, 0))->stem) : NULL;
}

static gboolean
refuse (GError     **error,
        const char  *piece)
{
  g_set_error (error, TL_CUES_ERROR, TL_CUES_ERROR_MALFORMED, _("“%s” is no cue."), piece);
  return FALSE;
}

static gboolean
add_class (TlCuePattern  *self,
           const char    *piece,
           GError       **error)
{
  const char *end = strchr (piece, '>');
  Part part = { PART_CLASS };

  if (end == NULL || end == piece + 1 || (end[1] != '\0' && !g_str_equal (end + 1, "~")))
    return refuse (error, piece);

  part.class_name = g_strndup (piece + 1, end - piece - 1);
  part.inflected = end[1] == '~';
  g_array_append_val (self->parts, part);
  return TRUE;
}

static gboolean
add_alternatives (TlCuePattern         *self,
                  const TlCueSpelling  *spelling,
                  const char           *piece,
                  GError              **error)
{
  g_auto (GStrv) alternatives = g_strsplit (piece, "/", -1);
  g_autoptr (GStrvBuilder) stems = g_strv_builder_new ();
  Part part = { PART_WORD };

  for (guint i = 0; alternatives[i] != NULL; i++)
    {
      g_autofree char *stem = dup_stem (spelling, alternatives[i]);

      if (stem == NULL)
        return refuse (error, piece);
      g_strv_builder_add (stems, stem);
    }

  part.words = g_strv_builder_end (stems);
  g_array_append_val (self->parts, part);
  return TRUE;
}

static gboolean
add_simple (TlCuePattern *self,
            PartKind      kind)
{
  Part part = { kind };

  g_array_append_val (self->parts, part);
  return TRUE;
}

static gboolean
add_unknown (TlCuePattern *self,
             gboolean      inflected)
{
  add_simple (self, PART_UNKNOWN);
  g_array_index (self->parts, Part, self->parts->len - 1).inflected = inflected;
  return TRUE;
}

static gboolean
add_optional (TlCuePattern         *self,
              const TlCueSpelling  *spelling,
              const char           *piece,
              GError              **error)
{
  g_autofree char *inner = g_strndup (piece + 1, strlen (piece) - 2);

  if (g_str_equal (inner, "_"))
    add_unknown (self, FALSE);
  else if (!add_alternatives (self, spelling, inner, error))
    return FALSE;

  g_array_index (self->parts, Part, self->parts->len - 1).optional = TRUE;
  return TRUE;
}

/* One piece between spaces may be several words: “customers'”. */
static gboolean
add_words (TlCuePattern         *self,
           const TlCueSpelling  *spelling,
           const char           *piece,
           GError              **error)
{
  gboolean possessive = g_str_equal (piece, "'s");
  g_autoptr (GPtrArray) words = tl_cue_words_new (spelling, possessive ? "s's" : piece);

  if (words->len == 0)
    return refuse (error, piece);
  if (possessive)
    g_ptr_array_remove_index (words, 0);

  for (guint i = 0; i < words->len; i++)
    {
      TlCueWord *word = g_ptr_array_index (words, i);
      Part part = { PART_WORD };

      part.words = g_new0 (char *, 2);
      part.words[0] = g_strdup (word->stem);
      g_array_append_val (self->parts, part);
    }

  return TRUE;
}

static gboolean
add_ending (TlCuePattern *self,
            const char   *ending)
{
  Part part = { PART_ENDING };

  part.words = g_new0 (char *, 2);
  part.words[0] = g_utf8_strdown (ending, -1);
  g_array_append_val (self->parts, part);
  return TRUE;
}

static gboolean
add_piece (TlCuePattern         *self,
           const TlCueSpelling  *spelling,
           const char           *piece,
           GError              **error)
{
  if (g_str_equal (piece, "*"))
    return add_simple (self, PART_GAP);
  if (g_str_equal (piece, "#"))
    return add_simple (self, PART_NUMBER);
  if (g_str_equal (piece, "$"))
    return add_simple (self, PART_END);
  if (g_str_equal (piece, "_") || g_str_equal (piece, "_~"))
    return add_unknown (self, piece[1] == '~');
  if (g_str_equal (piece, "|"))
    return add_simple (self, PART_MARK);
  if (piece[0] == '<')
    return add_class (self, piece, error);
  if (piece[0] == '(' && g_str_has_suffix (piece, ")"))
    return add_optional (self, spelling, piece, error);
  if (piece[0] == '-' && piece[1] != '\0')
    return add_ending (self, piece + 1);
  if (strchr (piece, '/') != NULL)
    return add_alternatives (self, spelling, piece, error);

  return add_words (self, spelling, piece, error);
}

/* A pattern finds something: a gap, the end or what need not be there is not enough.  In a class nothing is left open. */
static gboolean
finds_something (const TlCuePattern *self,
                 gboolean            in_class)
{
  guint n_firm = 0;
  guint n_choices = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      gboolean open = part->optional || part->kind == PART_GAP;

      n_choices += open;
      n_firm += !open && part->kind != PART_END && part->kind != PART_MARK;
    }

  return n_firm > 0 && n_choices <= MAX_CHOICES && (!in_class || n_firm == self->parts->len);
}

/**
 * tl_cue_pattern_new:
 * @spelling: how to take off endings
 * @text: what the pattern looks for, in the language described above
 * @in_class: whether it is a word of a class, in which there are no gaps
 * @error: return location for a #TlCuesError
 *
 * Returns: (transfer full) (nullable): the pattern; its classes are to be resolved before it is looked for
 */
TlCuePattern *
tl_cue_pattern_new (const TlCueSpelling  *spelling,
                    const char           *text,
                    gboolean              in_class,
                    GError              **error)
{
  g_autoptr (TlCuePattern) self = g_new0 (TlCuePattern, 1);
  g_auto (GStrv) pieces = g_strsplit_set (text, " \t\n", -1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      if (*pieces[i] != '\0' && !add_piece (self, spelling, pieces[i], error))
        return NULL;
    }

  if (!finds_something (self, in_class))
    {
      refuse (error, text);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * tl_cue_pattern_free:
 * @self: (transfer full) (nullable): a pattern
 */
void
tl_cue_pattern_free (TlCuePattern *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->parts);
  g_free (self);
}

/**
 * tl_cue_pattern_resolve:
 * @self: a pattern
 * @classes: (element-type utf8 TlCueClass): the classes of the file, which live longer than @self
 * @error: return location for a #TlCuesError
 *
 * Returns: whether each class that @self names is there
 */
gboolean
tl_cue_pattern_resolve (TlCuePattern  *self,
                        GHashTable    *classes,
                        GError       **error)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      Part *part = &g_array_index (self->parts, Part, i);

      if (part->kind != PART_CLASS)
        continue;

      part->klass = g_hash_table_lookup (classes, part->class_name);
      if (part->klass == NULL)
        {
          g_set_error (error, TL_CUES_ERROR, TL_CUES_ERROR_MALFORMED,
                       _("A cue names “%s”, but the file has no group “Class %s”."), part->class_name, part->class_name);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * tl_cue_pattern_add_stems:
 * @self: a pattern
 * @stems: (element-type utf8 utf8): a set, which the words of @self join
 */
void
tl_cue_pattern_add_stems (TlCuePattern *self,
                          GHashTable   *stems)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      for (guint j = 0; part->kind == PART_WORD && part->words[j] != NULL; j++)
        g_hash_table_add (stems, g_strdup (part->words[j]));
    }
}

/**
 * tl_cue_look_new:
 * @words: (element-type TlCueWord): a statement, which lives longer than the look
 * @stems: (element-type utf8 utf8): a set of every word that the file knows; lives longer than the look
 * @n_classes: how many classes the file has
 *
 * Returns: (transfer full): a look at @words
 */
TlCueLook *
tl_cue_look_new (GPtrArray  *words,
                 GHashTable *stems,
                 guint       n_classes)
{
  TlCueLook *self = g_new0 (TlCueLook, 1);
  gsize n = (gsize) words->len * n_classes;

  self->words = words;
  self->stems = stems;
  self->n_classes = n_classes;
  self->lengths = g_new (guint32, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    self->lengths[i] = NOT_ASKED;
  return self;
}

/**
 * tl_cue_look_free:
 * @self: (transfer full) (nullable): a look
 */
void
tl_cue_look_free (TlCueLook *self)
{
  if (self == NULL)
    return;

  g_free (self->lengths);
  g_free (self);
}

static guint32 get_lengths (TlCueLook        *self,
                            const TlCueClass *klass,
                            guint             at);

static gboolean
fits_word (const TlCueLook *self,
           const Part      *part,
           const TlCueWord *word)
{
  switch (part->kind)
    {
    case PART_UNKNOWN:
      return !word->is_number && (word->inflected || !part->inflected)
             && !g_hash_table_contains (self->stems, word->stem);
    case PART_NUMBER:
      return word->is_number;
    case PART_ENDING:
      return g_str_has_suffix (word->folded, part->words[0]) && !g_str_equal (word->folded, part->words[0]);
    case PART_WORD:
      return g_strv_contains ((const char * const *) part->words, word->stem);
    case PART_CLASS:
    case PART_GAP:
    case PART_END:
    case PART_MARK:
    default:
      return FALSE;
    }
}

/* How many words from @at on a part may take: a set of lengths */
static guint32
get_part_lengths (TlCueLook  *self,
                  const Part *part,
                  guint       at)
{
  if (at >= self->words->len)
    return 0;
  if (part->kind == PART_CLASS)
    return get_lengths (self, part->klass, at);

  return fits_word (self, part, g_ptr_array_index (self->words, at)) ? 1u << 1 : 0;
}

/* From each place that the parts so far reach, the places that the next one reaches */
static guint32
get_sequence_lengths (TlCueLook          *self,
                      const TlCuePattern *pattern,
                      guint               at)
{
  guint32 reached = 1;

  for (guint i = 0; i < pattern->parts->len && reached != 0; i++)
    {
      guint32 next = 0;

      for (guint from = 0; from < MAX_CLASS_LENGTH; from++)
        {
          if (reached & (1u << from))
            next |= get_part_lengths (self, &g_array_index (pattern->parts, Part, i), at + from) << from;
        }
      reached = next & ~NOT_ASKED;
    }

  return reached;
}

/* A class that is asked for while it is asked for, because it names itself, finds nothing. */
static guint32
get_lengths (TlCueLook        *self,
             const TlCueClass *klass,
             guint             at)
{
  guint32 *known = &self->lengths[(gsize) klass->index * self->words->len + at];
  guint32 lengths = 0;

  if (*known != NOT_ASKED)
    return *known;

  *known = 0;
  for (guint i = 0; i < klass->patterns->len; i++)
    lengths |= get_sequence_lengths (self, g_ptr_array_index (klass->patterns, i), at);
  *known = lengths;
  return lengths;
}

typedef struct
{
  TlCueLook          *look;
  const TlCuePattern *pattern;
  guint               limit;
  guint              *end;
  gboolean           *marks;
  guint               n_steps;
} Search;

static gboolean search_from (Search *search,
                             guint   part,
                             guint   at);

static gboolean
search_gap (Search *search,
            guint   part,
            guint   at)
{
  for (guint length = 0; length <= LONGEST_GAP && at + length <= search->limit; length++)
    {
      if (search_from (search, part + 1, at + length))
        return TRUE;
    }

  return FALSE;
}

static gboolean
search_class (Search     *search,
              const Part *part,
              guint       index,
              guint       at)
{
  guint32 lengths = at < search->limit ? get_lengths (search->look, part->klass, at) : 0;

  for (guint length = MAX_CLASS_LENGTH - 1; length > 0; length--)
    {
      TlCueWord *last;

      if ((lengths & (1u << length)) == 0 || at + length > search->limit)
        continue;
      last = g_ptr_array_index (search->look->words, at + length - 1);
      if ((part->inflected && !last->inflected) || !search_from (search, index + 1, at + length))
        continue;

      for (guint i = 0; i < length; i++)
        search->marks[at + i] = TRUE;
      return TRUE;
    }

  return FALSE;
}

static gboolean
search_from (Search *search,
             guint   index,
             guint   at)
{
  const Part *part;

  if (search->n_steps++ > MAX_STEPS)
    return FALSE;
  if (index == search->pattern->parts->len)
    {
      *search->end = at;
      return TRUE;
    }

  part = &g_array_index (search->pattern->parts, Part, index);
  if (part->kind == PART_GAP)
    return search_gap (search, index, at);
  if (part->kind == PART_END)
    return at == search->limit && search_from (search, index + 1, at);
  if (part->kind == PART_MARK)
    {
      if (!search_from (search, index + 1, at))
        return FALSE;
      *search->end = at;
      return TRUE;
    }
  if (part->kind == PART_CLASS)
    return search_class (search, part, index, at);

  if (at < search->limit && fits_word (search->look, part, g_ptr_array_index (search->look->words, at))
      && search_from (search, index + 1, at + 1))
    {
      search->marks[at] = TRUE;
      return TRUE;
    }

  return part->optional && search_from (search, index + 1, at);
}

/**
 * tl_cue_look_find:
 * @self: a look at a statement
 * @pattern: a pattern
 * @start: the word that it begins with
 * @limit: the end of the clause
 * @end: (out): the word after the last one found
 * @marks: (inout) (array): for each word of the statement, set where the pattern says what stands there; left alone
 *   when it is not found
 *
 * Returns: whether @pattern is there
 */
gboolean
tl_cue_look_find (TlCueLook          *self,
                  const TlCuePattern *pattern,
                  guint               start,
                  guint               limit,
                  guint              *end,
                  gboolean           *marks)
{
  Search search = { self, pattern, limit, end, marks };

  return search_from (&search, 0, start);
}

/**
 * tl_cue_look_measure_class:
 * @self: a look at a statement
 * @klass: a class
 * @start: a word of the statement
 * @limit: the end of the clause
 *
 * Returns: how many words from @start on belong to @klass, at most; 0 when none do
 */
guint
tl_cue_look_measure_class (TlCueLook        *self,
                           const TlCueClass *klass,
                           guint             start,
                           guint             limit)
{
  guint32 lengths = start < limit ? get_lengths (self, klass, start) : 0;

  for (guint length = MAX_CLASS_LENGTH - 1; length > 0; length--)
    {
      if ((lengths & (1u << length)) != 0 && start + length <= limit)
        return length;
    }

  return 0;
}
