/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of a conversation: where its cards and lines are, and what it looks like when there is little or much. */

#include <math.h>
#include <string.h>

#include "sample-frame.h"
#include "tl-export.h"
#include "tl-painter.h"
#include "tl-scene-private.h"

static void
set_up (SampleFrame   *frame,
        gconstpointer  data)
{
  sample_frame_init (frame);
}

static void
tear_down (SampleFrame   *frame,
           gconstpointer  data)
{
  sample_frame_clear (frame);
}

static const TlCard *
get_card (TlScene     *scene,
          TlStatement *statement)
{
  guint card = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (statement)));

  g_assert_cmpuint (card, !=, TL_SCENE_NONE);
  return tl_scene_get_card (scene, card);
}

static const TlColumn *
get_column (TlScene *scene,
            TlFacet  facet)
{
  guint n;
  const TlColumn *columns = tl_scene_get_columns (scene, &n);

  for (guint i = 0; i < n; i++)
    if (columns[i].facet == facet)
      return &columns[i];

  g_assert_not_reached ();
}

static gboolean
is_within (const TlRect *inner,
           const TlRect *outer)
{
  return inner->x >= outer->x && inner->y >= outer->y && inner->x + inner->width <= outer->x + outer->width &&
         inner->y + inner->height <= outer->y + outer->height;
}

static gboolean
overlap (const TlRect *one,
         const TlRect *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width &&
         one->y < other->y + other->height && other->y < one->y + one->height;
}

/* Whether any of the line is on the box, by sixteen points of each of its curves. */
static gboolean
passes_over (TlScene      *scene,
             const TlEdge *edge,
             const TlRect *box)
{
  for (guint c = 0; c < tl_edge_get_n_curves (edge); c++)
    {
      double p[8];

      tl_edge_get_curve (edge, tl_scene_get_direction (scene), c, p);
      for (int i = 0; i <= 16; i++)
        {
          double t = i / 16.0;
          double s = 1.0 - t;
          double x = s * s * s * p[0] + 3 * s * s * t * p[2] + 3 * s * t * t * p[4] + t * t * t * p[6];
          double y = s * s * s * p[1] + 3 * s * s * t * p[3] + 3 * s * t * t * p[5] + t * t * t * p[7];

          if (x > box->x && x < box->x + box->width && y > box->y && y < box->y + box->height)
            return TRUE;
        }
    }

  return FALSE;
}

/* What holds for every frame: cards in their columns, below the heading, apart from each other; lines that touch their
 * cards and run over none.
 */
static void
check_frame (TlScene *scene)
{
  TlRect bounds;

  tl_scene_get_bounds (scene, &bounds);
  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    {
      const TlCard *card = tl_scene_get_card (scene, i);
      const TlColumn *column = get_column (scene, card->facet);

      g_assert_true (is_within (&card->box, &column->box));
      g_assert_true (is_within (&card->box, &bounds));
      g_assert_cmpfloat (card->box.y, >=, column->box.y + TL_COLUMN_HEADING);
      g_assert_cmpfloat (tl_painter_measure_statement (tl_scene_get_texts (scene), card, card->box.width), <=,
                         card->box.height);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&card->box, &tl_scene_get_card (scene, j)->box));
    }

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);

      g_assert_cmpuint (tl_scene_get_card_at (scene, edge->points[0], edge->points[1]), ==, edge->from);
      g_assert_true (is_within (tl_scene_get_edge_bounds (scene, i), &bounds));
      for (guint j = 0; j < tl_scene_get_n_cards (scene); j++)
        g_assert_false (passes_over (scene, edge, &tl_scene_get_card (scene, j)->box));
    }
}

static const TlEdge *
find_edge (TlScene     *scene,
           TlStatement *from,
           TlStatement *to)
{
  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);

      if (g_str_equal (tl_scene_get_card (scene, edge->from)->id, tl_entity_get_id (TL_ENTITY (from))) &&
          g_str_equal (tl_scene_get_card (scene, edge->to)->id, tl_entity_get_id (TL_ENTITY (to))))
        return edge;
    }

  g_assert_not_reached ();
}

static void
test_empty (SampleFrame   *frame,
            gconstpointer  data)
{
  g_autoptr (TlScene) scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  TlRect bounds;
  guint n;

  tl_scene_get_columns (scene, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 0);
  for (TlFacet facet = TL_FACET_WORK; facet <= TL_FACET_RESULT; facet++)
    g_assert_cmpstr (get_column (scene, facet)->invitation, !=, "");

  tl_scene_get_bounds (scene, &bounds);
  g_assert_cmpfloat (bounds.width, ==, TL_FRAME_WIDTH);
  g_assert_cmpfloat (bounds.height, >, 200.0);
}

static void
test_worked_example (SampleFrame   *frame,
                     gconstpointer  data)
{
  TlStatement **said = frame->statements;
  g_autoptr (TlScene) scene = NULL;
  const TlCard *bond, *understand, *advisor;

  sample_frame_fill (frame);
  tl_statement_set_detail (said[SAMPLE_BOND], "Their customers name a person when they are asked who helps them.");
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  check_frame (scene);
  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, SAMPLE_N_STATEMENTS);
  g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 6);

  understand = get_card (scene, said[SAMPLE_UNDERSTAND]);
  bond = get_card (scene, said[SAMPLE_BOND]);
  advisor = get_card (scene, said[SAMPLE_ADVISOR]);
  g_assert_cmpfloat (understand->box.x + understand->box.width, <, bond->box.x);
  g_assert_cmpfloat (bond->box.x + bond->box.width, <, advisor->box.x);
  g_assert_cmpstr (get_column (scene, TL_FACET_IMPACT)->invitation, ==, "");

  g_assert_cmpint (understand->mark, ==, TL_MARK_CHECK);
  g_assert_nonnull (strstr (understand->owner, "Ines Okafor"));
  g_assert_nonnull (strstr (understand->owner, "2026"));
  /* Nobody was named: the person does what is agreed, and the card of what is not says nothing of it. */
  g_assert_cmpstr (get_card (scene, said[SAMPLE_APPLY])->owner, ==, "");
  g_assert_cmpint (advisor->mark, ==, TL_MARK_SEEN);
  g_assert_cmpstr (advisor->kicker, !=, "");
  g_assert_cmpuint (bond->circle, ==, 4);
  g_assert_nonnull (strstr (bond->detail, "name a person"));
  g_assert_nonnull (strstr (bond->description, "when they are asked who helps them."));
  g_assert_nonnull (strstr (bond->description, "Be seen as a trusted advisor"));
  g_assert_nonnull (strstr (bond->description, "Apply knowledge of their industry"));
}

/* Links end just beside their cards, on the sides that face each other. */
static void
test_link_ends (SampleFrame   *frame,
                gconstpointer  data)
{
  g_autoptr (TlScene) scene = NULL;
  const TlEdge *edge;
  const TlRect *from, *to;
  const double *end;

  sample_frame_fill (frame);
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  edge = find_edge (scene, frame->statements[SAMPLE_UNDERSTAND], frame->statements[SAMPLE_BOND]);
  from = &tl_scene_get_card (scene, edge->from)->box;
  to = &tl_scene_get_card (scene, edge->to)->box;
  end = edge->points + 2 * (edge->n_points - 1);

  g_assert_cmpint (edge->kind, ==, TL_EDGE_LINK);
  g_assert_cmpfloat (edge->points[0], ==, from->x + from->width);
  g_assert_cmpfloat (edge->points[1], >, from->y);
  g_assert_cmpfloat (edge->points[1], <, from->y + from->height);
  g_assert_cmpfloat (fabs (end[0] - to->x), <=, 3.0);
  g_assert_cmpfloat (end[1], >, to->y);
  g_assert_cmpfloat (end[1], <, to->y + to->height);
}

/* The loop runs below all columns, says its word there, and stays within the picture. */
static void
test_loop_beneath (SampleFrame   *frame,
                   gconstpointer  data)
{
  g_autoptr (TlScene) scene = NULL;
  const TlEdge *loop;
  const TlRect *column;
  double lowest = 0.0;

  sample_frame_fill (frame);
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  loop = find_edge (scene, frame->statements[SAMPLE_CLIENT], frame->statements[SAMPLE_BOND]);
  column = &get_column (scene, TL_FACET_IMPACT)->box;
  for (guint i = 0; i < loop->n_points; i++)
    lowest = MAX (lowest, loop->points[2 * i + 1]);

  g_assert_cmpint (loop->kind, ==, TL_EDGE_LOOP);
  g_assert_cmpfloat (lowest, >, column->y + column->height);
  g_assert_cmpfloat (loop->label_y, ==, lowest);
  g_assert_cmpstr (loop->label, !=, "");
  g_assert_cmpfloat (loop->label_x, >, column->x + column->width / 2.0);
}

/* Every card above the last: the loop has to go around at both its ends. */
static void
test_loop_around (SampleFrame   *frame,
                  gconstpointer  data)
{
  g_autoptr (TlScene) scene = NULL;

  sample_frame_fill (frame);
  sample_frame_say (frame, TL_FACET_IMPACT, "Their customers wait less");
  sample_frame_say (frame, TL_FACET_RESULT, "Win projects that show what we can do");
  sample_frame_connect (frame, frame->statements[SAMPLE_REVENUE], frame->statements[SAMPLE_BOND], TRUE);
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  check_frame (scene);
}

/* Work that leads straight to a Result goes through between the cards of the middle column. */
static void
test_over_the_middle (SampleFrame   *frame,
                      gconstpointer  data)
{
  g_autoptr (TlScene) scene = NULL;

  sample_frame_fill (frame);
  for (int i = 0; i < 4; i++)
    sample_frame_say (frame, TL_FACET_IMPACT, "Something else becomes better for them");
  for (int i = 0; i < SAMPLE_BOND; i++)
    sample_frame_connect (frame, frame->statements[i], frame->statements[SAMPLE_REVENUE], FALSE);
  sample_frame_connect (frame, frame->statements[SAMPLE_APPLY], frame->statements[SAMPLE_CLIENT], FALSE);
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  check_frame (scene);
}

static void
test_forty (SampleFrame   *frame,
            gconstpointer  data)
{
  TlStatement *said[40];

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("Statement %d, of which there are rather many today", i);

      said[i] = sample_frame_say (frame, TL_FACET_WORK + i % 3, text);
    }
  for (int i = 0; i + 7 < 40; i++)
    sample_frame_connect (frame, said[i], said[i + 7], i % 3 == 2);

  for (double width = TL_FRAME_WIDTH_LEAST; width < 1400.0; width += 400.0)
    {
      g_autoptr (TlScene) scene = tl_frame_scene_new (frame->conversation, NULL, width);

      g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 40);
      check_frame (scene);
    }
}

/* However long, however narrow: six lines, and the rest is an ellipsis. */
static void
test_long_statement (SampleFrame   *frame,
                     gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TlScene) scene = NULL;
  TlStatement *few, *many;

  for (int i = 0; i < 200; i++)
    g_string_append (text, "ten words ");
  few = sample_frame_say (frame, TL_FACET_WORK, "One line");
  many = sample_frame_say (frame, TL_FACET_IMPACT, text->str);
  scene = tl_frame_scene_new (frame->conversation, NULL, TL_FRAME_WIDTH_LEAST);
  check_frame (scene);

  g_assert_cmpfloat (get_card (scene, many)->box.height - get_card (scene, few)->box.height, ==,
                     (TL_TEXT_MAX_LINES - 1) * tl_font_get_line_height (TL_FONT_STATEMENT));
}

/* However much is said about a statement, its card has room for it at every width. */
static void
test_much_about_it (SampleFrame   *frame,
                    gconstpointer  data)
{
  sample_frame_fill (frame);
  for (guint i = 0; i < SAMPLE_N_STATEMENTS; i++)
    {
      tl_statement_set_who (frame->statements[i], "Everybody who shops in one of the six trial shops in the north");
      tl_statement_set_due (frame->statements[i], tl_date_new (2026, 12, 3));
      tl_statement_set_beneficiary (frame->statements[i], TL_BENEFICIARY_TEAM + i % 5);
      tl_statement_set_agreed (frame->statements[i], TRUE);
    }

  for (double width = TL_FRAME_WIDTH_LEAST; width < 1000.0; width += 60.0)
    {
      g_autoptr (TlScene) scene = tl_frame_scene_new (frame->conversation, NULL, width);

      check_frame (scene);
      g_assert_true (g_str_has_prefix (tl_scene_get_card (scene, 0)->owner, "By 3 Dec 2026"));
    }
}

static void
test_no_words (SampleFrame   *frame,
               gconstpointer  data)
{
  g_autoptr (TlScene) scene = NULL;

  sample_frame_say (frame, TL_FACET_WORK, NULL);
  sample_frame_say (frame, TL_FACET_RESULT, "مساعدة العملاء على النمو");
  sample_frame_say (frame, TL_FACET_UNSET, "A note stands beside the frame, not in it");
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  check_frame (scene);
  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 2);
}

static void
test_order (SampleFrame   *frame,
            gconstpointer  data)
{
  TlStatement *work[3], *impact[3];
  g_autoptr (TlScene) scene = NULL;

  for (int i = 0; i < 3; i++)
    {
      work[i] = sample_frame_say (frame, TL_FACET_WORK, "Work");
      impact[i] = sample_frame_say (frame, TL_FACET_IMPACT, "Impact");
    }
  for (int i = 0; i < 3; i++)
    sample_frame_connect (frame, work[i], impact[2 - i], FALSE);

  /* Nobody has put them in order, so no two lines cross. */
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  for (int i = 1; i < 3; i++)
    g_assert_cmpint (get_card (scene, work[i])->box.y > get_card (scene, work[0])->box.y, ==,
                     get_card (scene, impact[2 - i])->box.y > get_card (scene, impact[2])->box.y);

  /* Somebody has. */
  for (int i = 0; i < 3; i++)
    {
      tl_statement_set_position (work[i], i);
      tl_statement_set_position (impact[i], i);
    }
  g_clear_object (&scene);
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  check_frame (scene);
  for (int i = 1; i < 3; i++)
    {
      g_assert_cmpfloat (get_card (scene, work[i])->box.y, >, get_card (scene, work[i - 1])->box.y);
      g_assert_cmpfloat (get_card (scene, impact[i])->box.y, >, get_card (scene, impact[i - 1])->box.y);
    }
}

static void
test_slots (SampleFrame   *frame,
            gconstpointer  data)
{
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (GPtrArray) column = NULL;
  const TlCard *first, *second;
  TlFrameSlot slot;
  double x;

  sample_frame_fill (frame);
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  column = tl_frame_scene_dup_column (scene, TL_FACET_WORK);
  g_assert_cmpuint (column->len, ==, 2);
  first = tl_scene_get_card (scene, tl_scene_find_card (scene, g_ptr_array_index (column, 0)));
  second = tl_scene_get_card (scene, tl_scene_find_card (scene, g_ptr_array_index (column, 1)));
  g_assert_cmpfloat (first->box.y, <, second->box.y);
  x = first->box.x + 20.0;

  g_assert_true (tl_frame_scene_find_slot (scene, NULL, x, -400.0, &slot));
  g_assert_cmpint (slot.column, ==, TL_FACET_WORK);
  g_assert_cmpuint (slot.index, ==, 0);
  g_assert_true (tl_frame_scene_find_slot (scene, NULL, x, second->box.y, &slot));
  g_assert_cmpuint (slot.index, ==, 1);
  g_assert_cmpfloat (slot.line.y, >, first->box.y + first->box.height);
  g_assert_cmpfloat (slot.line.y, <, second->box.y);
  g_assert_true (tl_frame_scene_find_slot (scene, NULL, x, 4000.0, &slot));
  g_assert_cmpuint (slot.index, ==, 2);

  /* What is being moved is not there any more. */
  g_assert_true (tl_frame_scene_find_slot (scene, first->id, x, 4000.0, &slot));
  g_assert_cmpuint (slot.index, ==, 1);
  g_assert_false (tl_frame_scene_find_slot (scene, NULL, -50.0, 100.0, &slot));
}

/* The same picture goes into a file: its words are words there, and no sign of goals is explained. */
static void
test_svg (SampleFrame   *frame,
          gconstpointer  data)
{
  g_autoptr (TlScene) scene = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  sample_frame_fill (frame);
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);
  svg = tl_export_to_svg (scene, tl_palette_get (FALSE, FALSE), NULL, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

  for (const char **word = (const char *[]) { "Impact", "Grow account revenue", "A reputation", "lets them invest again",
                                              "3 Dec 2026", "The customer’s customers", NULL }; *word != NULL; word++)
    g_assert_nonnull (strstr (text, *word));
  g_assert_null (strstr (text, "On track"));
}

/* One that skips the middle column keeps away from its cards, or else it looks like their border. */
static void
test_skipping_links (SampleFrame   *frame,
                     gconstpointer  data)
{
  TlStatement **said = frame->statements;
  g_autoptr (TlScene) scene = NULL;

  sample_frame_fill (frame);
  for (guint i = 0; i < 4; i++)
    sample_frame_connect (frame, said[i % 2 == 0 ? SAMPLE_UNDERSTAND : SAMPLE_APPLY],
                          said[i < 2 ? SAMPLE_REVENUE : SAMPLE_CLIENT], FALSE);
  scene = tl_frame_scene_new (frame->conversation, NULL, 0.0);

  const TlRect *card = &get_card (scene, said[SAMPLE_BOND])->box;
  guint n_found = 0;

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);

      if (edge->kind != TL_EDGE_LINK || edge->n_points != 4 || edge->curve != TL_CURVE_LED)
        continue;

      g_assert_cmpfloat (edge->points[3], >=, card->y + card->height + 4.0);
      g_assert_cmpfloat (edge->points[5], ==, edge->points[3]);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 4);
}

#define ADD(name, function) g_test_add ("/frame-scene/" name, SampleFrame, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("skipping-links", test_skipping_links);
  ADD ("empty", test_empty);
  ADD ("worked-example", test_worked_example);
  ADD ("link-ends", test_link_ends);
  ADD ("loop-beneath", test_loop_beneath);
  ADD ("loop-around", test_loop_around);
  ADD ("over-the-middle", test_over_the_middle);
  ADD ("forty", test_forty);
  ADD ("long-statement", test_long_statement);
  ADD ("much-about-it", test_much_about_it);
  ADD ("no-words", test_no_words);
  ADD ("order", test_order);
  ADD ("slots", test_slots);
  ADD ("svg", test_svg);

  return g_test_run ();
}
