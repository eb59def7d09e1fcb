/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cascades that nobody draws on purpose and somebody has: nothing, one goal, thousands under one, a chain, goals that
 * nothing connects, two organisations, and titles that are long, empty or run the other way. */

#pragma once

#include "tl-contribution.h"
#include "tl-goal.h"
#include "tl-model.h"
#include "tl-person.h"

#define ODD_N_WIDE 5000
#define ODD_N_DEEP 60
#define ODD_N_LOOSE 400
#define ODD_N_LONG_CHARS 300

typedef struct
{
  const char *name;
  void      (*fill)    (TlModel *model);
  guint       n_goals;
} OddCascade;

/* What somebody may write as a title; an empty one, and none but space */
static const char *const odd_titles[] = {
  "",
  "   ",
  "تنمية الإيرادات من العملاء الحاليين إلى ٤٫٢ مليون يورو",
  "להגדיל את ההכנסות (Revenue 2026) ב־15%",
  "既存のお客様からの売上高を四千二百万ユーロまで伸ばし、信頼される相談相手になる",
  "高度なサービスを통해 고객의 신뢰를 얻는다",
  "🚀 Launch 👩🏽‍💻👨‍👩‍👧‍👦 for every 🇪🇺 customer ❤️‍🔥",
  "Grow <b>revenue</b> & \"trust\" in 100 % of <accounts>",
  "Z̶̢̛a̸͓͝l̷̰̈́g̴̱̈́ȏ̵̺ and Việt Nam, Ærøskøbing, ﷽",
  "First line\nsecond line\tand a tab",
  "x",
};

static inline gpointer
odd_add (TlModel  *model,
         gpointer  entity)
{
  tl_model_add (model, entity);
  g_object_unref (entity);
  return entity;
}

static inline TlGoal *
odd_add_goal (TlModel    *model,
              const char *title,
              gpointer    owner)
{
  TlGoal *goal = tl_goal_new ();

  tl_goal_set_title (goal, title);
  tl_goal_set_owner (goal, owner);
  tl_goal_set_state (goal, TL_GOAL_STATE_ACTIVE);
  return odd_add (model, goal);
}

static inline void
odd_connect (TlModel *model,
             TlGoal  *from,
             TlGoal  *to)
{
  TlContribution *link = tl_contribution_new ();

  tl_contribution_set_from (link, from);
  tl_contribution_set_to (link, to);
  odd_add (model, link);
}

static inline TlPerson *
odd_add_person (TlModel    *model,
                const char *name)
{
  TlPerson *person = tl_person_new ();

  tl_party_set_name (TL_PARTY (person), name);
  tl_person_set_organisation (person, tl_model_get_organisation (model));
  return odd_add (model, person);
}

static inline void
odd_fill_empty (TlModel *model)
{
}

static inline void
odd_fill_one (TlModel *model)
{
  odd_add_goal (model, "Grow revenue", tl_model_get_organisation (model));
}

static inline void
odd_fill_wide (TlModel *model)
{
  TlPerson *person = odd_add_person (model, "Ines Moreau");
  TlGoal *top = odd_add_goal (model, "Grow revenue", tl_model_get_organisation (model));

  for (guint i = 1; i < ODD_N_WIDE + 1; i++)
    {
      g_autofree char *title = g_strdup_printf ("Win customer number %u", i);

      odd_connect (model, odd_add_goal (model, title, person), top);
    }
}

static inline void
odd_fill_deep (TlModel *model)
{
  TlPerson *person = odd_add_person (model, "Ines Moreau");
  TlGoal *above = odd_add_goal (model, "Step 0", tl_model_get_organisation (model));

  for (guint i = 1; i < ODD_N_DEEP; i++)
    {
      g_autofree char *title = g_strdup_printf ("Step %u", i);
      TlGoal *goal = odd_add_goal (model, title, person);

      odd_connect (model, goal, above);
      above = goal;
    }
}

static inline void
odd_fill_loose (TlModel *model)
{
  TlPerson *person = odd_add_person (model, "Ines Moreau");

  for (guint i = 0; i < ODD_N_LOOSE; i++)
    {
      g_autofree char *title = g_strdup_printf ("Something of its own %u", i);

      odd_add_goal (model, title, i % 4 == 0 ? (gpointer) tl_model_get_organisation (model) : person);
    }
}

/* Ours helps theirs, and one of theirs helps ours; each has goals of its own. */
static inline void
odd_fill_two (TlModel *model)
{
  TlOrganisation *ours = tl_model_get_organisation (model);
  TlOrganisation *theirs = tl_organisation_new ();
  TlGoal *tops[2], *middles[2];

  tl_party_set_name (TL_PARTY (theirs), "Brightwater");
  tl_organisation_set_kind (theirs, TL_ORGANISATION_KIND_CUSTOMER);
  odd_add (model, theirs);
  for (guint i = 0; i < 2; i++)
    {
      TlOrganisation *organisation = i == 0 ? ours : theirs;

      tops[i] = odd_add_goal (model, i == 0 ? "Grow revenue" : "Client grows revenue", organisation);
      middles[i] = odd_add_goal (model, i == 0 ? "Be trusted" : "Client is known", organisation);
      odd_connect (model, middles[i], tops[i]);
      for (guint j = 0; j < 5; j++)
        {
          g_autofree char *title = g_strdup_printf (i == 0 ? "Ours %u" : "Theirs %u", j);

          odd_connect (model, odd_add_goal (model, title, organisation), middles[i]);
        }
    }
  odd_connect (model, tops[0], middles[1]);
}

/* Every title stands on a goal and as the name of its owner; the last two are long, one without a place to break. */
static inline void
odd_fill_titles (TlModel *model)
{
  TlGoal *top = odd_add_goal (model, "Grow revenue", tl_model_get_organisation (model));
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) word = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (odd_titles); i++)
    odd_connect (model, odd_add_goal (model, odd_titles[i], odd_add_person (model, odd_titles[i])), top);

  while (words->len + 12 < ODD_N_LONG_CHARS)
    g_string_append (words, "all of what ");
  while (words->len < ODD_N_LONG_CHARS)
    g_string_append_c (words, 'm');
  while (word->len < ODD_N_LONG_CHARS)
    g_string_append_c (word, 'W');
  odd_connect (model, odd_add_goal (model, words->str, odd_add_person (model, words->str)), top);
  odd_connect (model, odd_add_goal (model, word->str, odd_add_person (model, word->str)), top);
}

static const OddCascade odd_cascades[] = {
  { "empty", odd_fill_empty, 0 },
  { "one", odd_fill_one, 1 },
  { "wide", odd_fill_wide, ODD_N_WIDE + 1 },
  { "deep", odd_fill_deep, ODD_N_DEEP },
  { "loose", odd_fill_loose, ODD_N_LOOSE },
  { "two", odd_fill_two, 14 },
  { "titles", odd_fill_titles, G_N_ELEMENTS (odd_titles) + 3 },
};
