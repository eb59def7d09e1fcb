/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cycles made, followed by the next one, closed and opened again.
 *
 * To close a cycle is to say that it has been looked back on, nothing else: its goals keep their state, because
 * whether a goal was met or missed is for a person to say, not for a date.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-cycle-edits.h"
#include "tl-edits-private.h"

/* A year is only taken for one from here to there, so that "Sprint 1200" has none. */
#define FIRST_YEAR 1900
#define LAST_YEAR  2199

static gboolean
check_span (TlDate   start,
            TlDate   end,
            GError **error)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (start > TL_DATE_LAST || end > TL_DATE_LAST)
    return tl_edits_refuse (error, _("A cycle cannot go on after the year 9999."));

  first = tl_date_format (start);
  last = tl_date_format (end);
  if (start == TL_DATE_NONE || end == TL_DATE_NONE || start <= end)
    return TRUE;

  return tl_edits_refuse (error, _("A cycle cannot end on %s, before it starts on %s."), last, first);
}

/**
 * tl_cycle_edits_add:
 * @document: a document
 * @name: what it is called
 * @start: its first day, or %TL_DATE_NONE
 * @end: its last day, or %TL_DATE_NONE
 * @error: return location for a #TlDocumentError
 *
 * Returns: (transfer none) (nullable): the cycle, or %NULL when it was refused
 */
TlCycle *
tl_cycle_edits_add (TlDocument  *document,
                    const char  *name,
                    TlDate       start,
                    TlDate       end,
                    GError     **error)
{
  g_autoptr (TlCycle) cycle = NULL;
  g_autofree char *line = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!tl_edits_check_writable (document, error) || !check_span (start, end, error))
    return NULL;

  line = tl_edits_dup_clean_line (name);
  if (*line == '\0')
    {
      tl_edits_refuse (error, _("Give the cycle a name, such as “2027 Q1”."));
      return NULL;
    }

  cycle = tl_cycle_new ();
  tl_cycle_set_name (cycle, line);
  tl_cycle_set_start (cycle, start);
  tl_cycle_set_end (cycle, end);
  tl_document_begin_group (document, _("Add Cycle"));
  tl_document_add (document, TL_ENTITY (cycle));
  tl_document_finish_group (document);
  return cycle;
}

/* How many whole months from @start to @end; 0 when it is no whole number of them */
static guint
count_months (TlDate start,
              TlDate end)
{
  GDate day;

  g_date_clear (&day, 1);
  for (guint months = 1; months <= 60; months++)
    {
      g_date_set_julian (&day, start);
      g_date_add_months (&day, months);
      if (g_date_get_julian (&day) == end + 1)
        return months;
      if (g_date_get_julian (&day) > end + 1)
        break;
    }

  return 0;
}

static TlDate
find_next_end (TlDate start,
               TlDate end)
{
  guint months = count_months (start, end);
  GDate day;

  if (months == 0)
    return end + (end - start) + 1;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, end + 1);
  g_date_add_months (&day, months);
  return g_date_get_julian (&day) - 1;
}

static int
read_year (const char *text)
{
  int year = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      year = year * 10 + (text[i] - '0');
    }

  return g_ascii_isdigit (text[4]) || year < FIRST_YEAR || year > LAST_YEAR ? 0 : year;
}

static gboolean
begins_number (const char *name,
               const char *p)
{
  return g_ascii_isdigit (*p) && (p == name || !g_ascii_isdigit (p[-1]));
}

/* Adds one to each year of @name, and to the second half of "2026/27". */
static char *
raise_years (const char *name)
{
  GString *raised = g_string_new (NULL);

  for (const char *p = name; *p != '\0';)
    {
      int year = begins_number (name, p) ? read_year (p) : 0;
      gboolean has_half = year != 0 && (p[4] == '/' || p[4] == '-') && g_ascii_isdigit (p[5]) &&
                          g_ascii_isdigit (p[6]) && !g_ascii_isdigit (p[7]);

      if (year == 0)
        {
          g_string_append_c (raised, *p++);
          continue;
        }

      g_string_append_printf (raised, "%d", year + 1);
      p += 4;
      if (has_half)
        {
          g_string_append_printf (raised, "%c%02d", *p, (atoi (p + 1) + 1) % 100);
          p += 3;
        }
    }

  return g_string_free (raised, FALSE);
}

static gboolean
has_year (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    {
      if (begins_number (name, p) && read_year (p) != 0)
        return TRUE;
    }

  return FALSE;
}

/* How many of what the letter before a figure stands for make a year: quarters, thirds, halves; 0 for other letters */
static int
count_parts (const char *name,
             const char *letter)
{
  if (letter != name && g_ascii_isalnum (letter[-1]))
    return 0;
  if (!g_ascii_isdigit (letter[1]) || g_ascii_isdigit (letter[2]))
    return 0;

  switch (g_ascii_toupper (*letter))
    {
    case 'Q':
      return 4;
    case 'T':
      return 3;
    case 'H':
      return 2;
    default:
      return 0;
    }
}

/* "2026 Q3" -> "2026 Q4" -> "2027 Q1"; %NULL without such a part */
static char *
raise_part (const char *name)
{
  for (const char *p = name; *p != '\0'; p++)
    {
      int n_parts = count_parts (name, p);
      int part = n_parts > 0 ? p[1] - '0' : 0;
      g_autofree char *next = NULL;

      if (part < 1 || part > n_parts)
        continue;

      next = g_strdup (name);
      next[p - name + 1] = part < n_parts ? '1' + part : '1';
      return part < n_parts ? g_steal_pointer (&next) : raise_years (next);
    }

  return NULL;
}

static char *
raise_last_number (const char *name)
{
  const char *end = name + strlen (name);
  const char *start;
  g_autofree char *before = NULL;

  while (end > name && !g_ascii_isdigit (end[-1]))
    end--;
  start = end;
  while (start > name && g_ascii_isdigit (start[-1]) && end - start < 9)
    start--;

  if (start == end)
    return g_strdup_printf ("%s 2", name);

  before = g_strndup (name, start - name);
  return g_strdup_printf ("%s%0*d%s", before, (int) (end - start), atoi (start) + 1, end);
}

/**
 * tl_cycle_dup_next_name:
 * @name: what a cycle is called
 *
 * "2026 Q4" becomes "2027 Q1", "Year 2026" "Year 2027", "FY 2026/27" "FY 2027/28", "Sprint 12" "Sprint 13".
 *
 * Returns: (transfer full): what the one after it is called
 */
char *
tl_cycle_dup_next_name (const char *name)
{
  char *next;

  g_return_val_if_fail (name != NULL, NULL);

  next = raise_part (name);
  if (next != NULL)
    return next;

  return has_year (name) ? raise_years (name) : raise_last_number (name);
}

/* "November 2026" follows the calendar and not its figures; %NULL when @name does not say its month. */
static char *
name_by_month (const char *name,
               TlDate      start,
               TlDate      next_start)
{
  static const char * const formats[] = { "%B", "%b" };
  g_autoptr (GDate) day = tl_date_to_gdate (start);
  g_autoptr (GDate) next_day = tl_date_to_gdate (next_start);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      char month[64];
      char next_month[64];
      g_autoptr (GString) next = g_string_new (name);

      if (g_date_strftime (month, sizeof month, formats[i], day) == 0 ||
          g_date_strftime (next_month, sizeof next_month, formats[i], next_day) == 0 ||
          g_string_replace (next, month, next_month, 1) == 0)
        continue;

      if (g_date_get_year (day) == g_date_get_year (next_day))
        return g_string_free (g_steal_pointer (&next), FALSE);
      return raise_years (next->str);
    }

  return NULL;
}

static TlCycle *
find_by_span (TlModel *model,
              TlDate   start,
              TlDate   end)
{
  GListModel *cycles = tl_model_get_list (model, TL_TYPE_CYCLE);

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (TlCycle) cycle = g_list_model_get_item (cycles, i);

      if (tl_cycle_get_start (cycle) == start && tl_cycle_get_end (cycle) == end)
        return cycle;
    }

  return NULL;
}

/**
 * tl_cycle_edits_add_next:
 * @document: a document
 * @after: a cycle of it with both dates
 * @error: return location for a #TlDocumentError
 *
 * Adds the cycle that follows @after: as long, from the day after its last one, with the next name.  When there is one with
 * these dates already, that is it.
 *
 * Returns: (transfer none) (nullable): the cycle, or %NULL when it was refused
 */
TlCycle *
tl_cycle_edits_add_next (TlDocument  *document,
                         TlCycle     *after,
                         GError     **error)
{
  TlDate start;
  TlDate end;
  TlCycle *existing;
  g_autofree char *old_name = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_CYCLE (after), NULL);

  old_name = tl_entity_dup_display_name (TL_ENTITY (after));
  start = tl_cycle_get_start (after);
  end = tl_cycle_get_end (after);
  if (start == TL_DATE_NONE || end == TL_DATE_NONE)
    {
      tl_edits_refuse (error, _("“%s” has no first or no last day. Give it both, then the next one can follow."), old_name);
      return NULL;
    }
  if (!check_span (start, end, error))
    return NULL;

  existing = find_by_span (tl_document_get_model (document), end + 1, find_next_end (start, end));
  if (existing != NULL)
    return existing;

  name = name_by_month (old_name, start, end + 1);
  if (name == NULL)
    name = tl_cycle_dup_next_name (old_name);
  return tl_cycle_edits_add (document, name, end + 1, find_next_end (start, end), error);
}

static void
set_closed (TlDocument *document,
            TlCycle    *cycle,
            gboolean    closed,
            const char *label)
{
  if (!tl_edits_check_writable (document, NULL))
    return;

  tl_document_begin_group (document, label);
  tl_cycle_set_closed (cycle, closed);
  tl_document_finish_group (document);
}

/**
 * tl_cycle_edits_close:
 * @document: a document
 * @cycle: a cycle of it
 *
 * Marks @cycle as over.  Its goals stay as they are: see tl_cycle_dup_unfinished().
 */
void
tl_cycle_edits_close (TlDocument *document,
                      TlCycle    *cycle)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_CYCLE (cycle));

  set_closed (document, cycle, TRUE, _("Close Cycle"));
}

/**
 * tl_cycle_edits_reopen:
 * @document: a document
 * @cycle: a cycle of it
 */
void
tl_cycle_edits_reopen (TlDocument *document,
                       TlCycle    *cycle)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_CYCLE (cycle));

  set_closed (document, cycle, FALSE, _("Open Cycle Again"));
}

/**
 * tl_cycle_dup_unfinished:
 * @cycle: a cycle of a model
 *
 * Returns: (transfer full) (element-type TlGoal): its goals that are a draft or active
 */
GPtrArray *
tl_cycle_dup_unfinished (TlCycle *cycle)
{
  g_autoptr (GPtrArray) goals = NULL;

  g_return_val_if_fail (TL_IS_CYCLE (cycle), NULL);

  goals = tl_entity_dup_referrers (TL_ENTITY (cycle), TL_TYPE_GOAL, "cycle");
  for (guint i = goals->len; i-- > 0;)
    {
      TlGoalState state = tl_goal_get_state (g_ptr_array_index (goals, i));

      if (state != TL_GOAL_STATE_DRAFT && state != TL_GOAL_STATE_ACTIVE)
        g_ptr_array_remove_index (goals, i);
    }

  return g_steal_pointer (&goals);
}

static gboolean
is_better_current (TlCycle *cycle,
                   TlCycle *best,
                   TlDate   day)
{
  gboolean covers = tl_cycle_get_start (cycle) <= day && day <= tl_cycle_get_end (cycle);
  TlDate length = tl_cycle_get_end (cycle) - tl_cycle_get_start (cycle);

  if (!covers || tl_cycle_get_closed (cycle) || tl_cycle_get_start (cycle) == TL_DATE_NONE)
    return FALSE;

  return best == NULL || length < tl_cycle_get_end (best) - tl_cycle_get_start (best);
}

/**
 * tl_cycle_find_current:
 * @model: a model
 * @day: a day, such as today
 *
 * Returns: (transfer none) (nullable): the cycle that @day falls into and that is not closed; of several the shortest, as
 *   what is planned for next is most often that
 */
TlCycle *
tl_cycle_find_current (TlModel *model,
                       TlDate   day)
{
  GListModel *cycles;
  TlCycle *best = NULL;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  cycles = tl_model_get_list (model, TL_TYPE_CYCLE);
  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (TlCycle) cycle = g_list_model_get_item (cycles, i);

      if (is_better_current (cycle, best, day))
        best = cycle;
    }

  return best;
}
