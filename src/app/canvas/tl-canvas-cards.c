/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The children of the canvas: one empty, focusable widget for each card on the screen, taken from a pool.
 *
 * They follow the viewport, so that the keyboard and assistive technology find what the eye finds, but not while it
 * moves: nobody reads a picture that rushes by, and hundreds of widgets would cost each frame more than its drawing.
 * Only the one with the focus keeps its place at the card.  It keeps its widget even out of sight, because losing it
 * would throw the focus out of the canvas.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-canvas-card.h"
#include "tl-canvas-private.h"
#include "tl-canvas-words.h"
#include "tl-scene-walk.h"

/* Beyond this nobody can read them; from far away the search field is the way to a goal. */
#define N_CARDS_MAX 300

/* So many, the nearest to the middle, stand for all of those then. */
#define N_CARDS_FAR 60

/* The picture has come to rest, in milliseconds. */
#define REST 120

/* What is asked of a card, and the action it stands for once the card is selected */
static const struct
{
  const char *asked;
  const char *action;
} acts[] = {
  { "card.edit", "goal.edit" },
  { "card.open-beneath", "win.open-beneath" },
  { "card.close-beneath", "win.close-beneath" },
  { "card.connect-with", "goal.connect-with" },
};

/* The number of the card that the child stands for, or TL_SCENE_NONE when it is gone */
static guint
find_number (TlCanvas     *self,
             TlCanvasCard *child)
{
  return self->scene != NULL ? tl_scene_find_card (self->scene, tl_canvas_card_get_id (child)) : TL_SCENE_NONE;
}

static void
ask_cb (TlCanvas     *self,
        const char   *asked,
        TlCanvasCard *child)
{
  guint number = find_number (self, child);

  g_assert (TL_IS_CANVAS (self));

  if (number == TL_SCENE_NONE)
    return;

  if (g_str_equal (asked, "card.open"))
    {
      tl_canvas_activate_card (self, number);
      return;
    }

  tl_canvas_choose (self, number);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (g_str_equal (asked, acts[i].asked))
        gtk_widget_activate_action (GTK_WIDGET (self), acts[i].action, NULL);
    }
}

/* Whoever comes to a card with the focus selects it; whoever extends the selection has done so already, and whoever
 * chooses what is helped only looks. */
static void
focus_cb (TlCanvas                *self,
          GtkEventControllerFocus *controller)
{
  TlCanvasCard *child = TL_CANVAS_CARD (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  guint number = find_number (self, child);

  if (number != TL_SCENE_NONE && tl_scene_get_selected (self->scene) != number && !tl_canvas_is_choosing (self))
    tl_canvas_choose (self, number);
}

static TlCanvasCard *
create_card (TlCanvas *self)
{
  GtkWidget *child = tl_canvas_card_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (child, "ask", G_CALLBACK (ask_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (child, focus);
  gtk_widget_set_parent (child, GTK_WIDGET (self));

  return TL_CANVAS_CARD (child);
}

/* The words are taken once for each picture. */
static void
describe (TlCanvas     *self,
          TlCanvasCard *child,
          guint         number)
{
  g_autofree char *description = NULL;

  tl_canvas_card_set_selected (child, tl_scene_is_selected (self->scene, number));
  tl_canvas_card_set_can_connect (child, self->can_connect);
  if (tl_canvas_card_get_serial (child) == self->scene_serial)
    return;

  description = tl_canvas_words_of_card (tl_scene_walker_get_map (tl_canvas_get_walker (self)), number);
  tl_canvas_card_set_card (child, tl_scene_get_card (self->scene, number), description);
  tl_canvas_card_set_serial (child, self->scene_serial);
}

static TlCanvasCard *
take_card (TlCanvas *self,
           guint     number)
{
  const TlCard *card = tl_scene_get_card (self->scene, number);
  TlCanvasCard *child = g_hash_table_lookup (self->cards, card->id);

  if (child == NULL)
    {
      child = self->spare_cards->len > 0
                ? g_ptr_array_steal_index (self->spare_cards, self->spare_cards->len - 1)
                : create_card (self);
      tl_canvas_card_set_serial (child, 0);
      describe (self, child, number);
      gtk_widget_set_visible (GTK_WIDGET (child), TRUE);
      g_hash_table_insert (self->cards, (gpointer) tl_canvas_card_get_id (child), child);
    }
  else
    {
      describe (self, child, number);
    }

  return child;
}

static void
release_card (TlCanvas     *self,
              TlCanvasCard *child)
{
  if (gtk_widget_has_focus (GTK_WIDGET (child)))
    gtk_widget_grab_focus (GTK_WIDGET (self));

  tl_canvas_card_set_card (child, NULL, NULL);
  tl_canvas_card_set_selected (child, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (child), FALSE);
  g_ptr_array_add (self->spare_cards, child);
}

static void
release_unseen (TlCanvas   *self,
                GHashTable *seen)
{
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    {
      guint number = find_number (self, child);

      if (number != TL_SCENE_NONE &&
          (g_hash_table_contains (seen, GUINT_TO_POINTER (number)) || gtk_widget_has_focus (child)))
        continue;

      g_hash_table_iter_remove (&iter);
      release_card (self, child);
    }
}

/* The order in which they are read: that of the rows */
static void
sort_children (TlCanvas *self,
               GArray   *numbers)
{
  GtkWidget *last = self->hint;

  for (guint i = 0; i < numbers->len; i++)
    {
      const TlCard *card = tl_scene_get_card (self->scene, g_array_index (numbers, guint, i));
      GtkWidget *child = g_hash_table_lookup (self->cards, card->id);

      if (gtk_widget_get_next_sibling (last) != child)
        gtk_widget_insert_after (child, GTK_WIDGET (self), last);
      last = child;
    }
}

static double
measure_to_middle (const TlCard     *card,
                   graphene_point_t *middle)
{
  double x = card->box.x + card->box.width / 2 - middle->x;
  double y = card->box.y + card->box.height / 2 - middle->y;

  return x * x + y * y;
}

typedef struct
{
  guint  number;
  guint  order;
  double distance;
} Candidate;

static int
compare_distances (gconstpointer a,
                   gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->distance != other->distance)
    return one->distance < other->distance ? -1 : 1;

  return one->order < other->order ? -1 : one->order > other->order;
}

static int
compare_orders (gconstpointer a,
                gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  return one->order < other->order ? -1 : one->order > other->order;
}

/* Of more than can be read, those that are nearest to the middle of the screen, in the order of the rows. */
static void
keep_nearest (TlCanvas *self,
              GArray   *numbers)
{
  g_autofree Candidate *candidates = g_new (Candidate, numbers->len);
  graphene_rect_t area = tl_viewport_get_visible (self->viewport);
  graphene_point_t middle;

  graphene_rect_get_center (&area, &middle);
  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);

      candidates[i] = (Candidate) { number, i, measure_to_middle (tl_scene_get_card (self->scene, number), &middle) };
    }

  qsort (candidates, numbers->len, sizeof (Candidate), compare_distances);
  qsort (candidates, N_CARDS_FAR, sizeof (Candidate), compare_orders);
  g_array_set_size (numbers, 0);
  for (guint i = 0; i < N_CARDS_FAR; i++)
    g_array_append_val (numbers, candidates[i].number);
}

static void
drop_nameless (TlCanvas *self,
               GArray   *numbers)
{
  for (guint i = numbers->len; i-- > 0;)
    {
      if (tl_scene_get_card (self->scene, g_array_index (numbers, guint, i))->id == NULL)
        g_array_remove_index (numbers, i);
    }
}

/* The cards on the screen that get a widget, and how many there are in all */
static GArray *
collect_seen (TlCanvas *self,
              guint    *n_visible)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  graphene_rect_t area = tl_viewport_get_visible (self->viewport);
  const TlRect rect = { area.origin.x, area.origin.y, area.size.width, area.size.height };

  *n_visible = 0;
  if (self->scene == NULL)
    return numbers;

  tl_scene_collect_cards (self->scene, &rect, numbers);
  *n_visible = numbers->len;
  if (numbers->len > N_CARDS_MAX)
    keep_nearest (self, numbers);
  drop_nameless (self, numbers);
  return numbers;
}

/* How many are on the screen when not all of them can be read out */
static void
describe_all (TlCanvas *self,
              guint     n_visible)
{
  g_autofree char *text = NULL;

  if (n_visible > N_CARDS_MAX)
    /* Translators: for who cannot see them; the first number is never below 300 */
    text = g_strdup_printf (_("%'u are in view. Listed are the %u nearest to the middle; zoom in to reach the others."),
                            n_visible, N_CARDS_FAR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

void
tl_canvas_init_cards (TlCanvas *self)
{
  self->cards = g_hash_table_new (g_str_hash, g_str_equal);
  self->spare_cards = g_ptr_array_new ();
  self->scene_serial = 1;
}

/* Gives every card on the screen its widget, and takes it from those that have left it. */
void
tl_canvas_sync_cards (TlCanvas *self)
{
  guint n_visible;
  g_autoptr (GArray) numbers = collect_seen (self, &n_visible);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_hash_table_add (seen, GUINT_TO_POINTER (g_array_index (numbers, guint, i)));

  release_unseen (self, seen);
  for (guint i = 0; i < numbers->len; i++)
    take_card (self, g_array_index (numbers, guint, i));
  sort_children (self, numbers);

  if (MAX (n_visible, self->n_described) > N_CARDS_MAX && n_visible != self->n_described)
    describe_all (self, n_visible);
  self->n_described = n_visible;
}

static gboolean
sync_cb (gpointer data)
{
  TlCanvas *self = data;

  self->sync_id = 0;
  self->synced_serial = self->scene_serial;
  tl_canvas_sync_cards (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Children cannot come and go while they are given their places, and need not while one scrolls: they do when the
 * picture has come to rest, or at once when it is another one.
 */
void
tl_canvas_queue_sync_cards (TlCanvas *self)
{
  g_clear_handle_id (&self->sync_id, g_source_remove);
  self->sync_id = self->synced_serial != self->scene_serial ? g_idle_add (sync_cb, self)
                                                            : g_timeout_add (REST, sync_cb, self);
}

/* Tells assistive technology which cards are selected now. */
void
tl_canvas_update_selected_cards (TlCanvas *self)
{
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    {
      guint number = find_number (self, child);

      tl_canvas_card_set_selected (child, number != TL_SCENE_NONE && tl_scene_is_selected (self->scene, number));
    }
}

static void
place_card (TlCanvas     *self,
            TlCanvasCard *child)
{
  guint number = find_number (self, child);
  const TlRect *box;
  graphene_rect_t rect;

  /* Out of the picture since a moment ago, or about to get its place. */
  if (number == TL_SCENE_NONE || (self->sync_id != 0 && !gtk_widget_has_focus (GTK_WIDGET (child))))
    {
      tl_canvas_card_allocate (child, NULL);
      return;
    }

  box = &tl_scene_get_card (self->scene, number)->box;
  rect = tl_viewport_rect_to_screen (self->viewport, &GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height));
  tl_canvas_card_allocate (child, &(GtkAllocation) {
    rect.origin.x, rect.origin.y, MAX (1, rect.size.width), MAX (1, rect.size.height),
  });
}

/* Puts the widgets where their cards are drawn. */
void
tl_canvas_allocate_cards (TlCanvas *self)
{
  GHashTableIter iter;
  gpointer child;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    place_card (self, child);

  tl_canvas_allocate_hint (self);
}

/* There is another picture: the numbers mean other cards from now on, and the words may be others. */
void
tl_canvas_drop_cards (TlCanvas *self)
{
  self->scene_serial++;
  tl_canvas_queue_sync_cards (self);
}

/* Brings the card into view and gives it the focus. */
void
tl_canvas_focus_card (TlCanvas *self,
                      guint     card)
{
  tl_canvas_reveal_card (self, card);
  if (tl_scene_get_card (self->scene, card)->id == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (take_card (self, card)));
}

/* The card that has the focus, or TL_SCENE_NONE when the canvas as a whole or something outside of it has it */
guint
tl_canvas_get_focused_card (TlCanvas *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (!TL_IS_CANVAS_CARD (focus) || !gtk_widget_has_focus (focus))
    return TL_SCENE_NONE;

  return find_number (self, TL_CANVAS_CARD (focus));
}

/* Whether the focus is on a card, and not on the canvas as a whole or outside of it. */
gboolean
tl_canvas_has_card_focus (TlCanvas *self)
{
  return tl_canvas_get_focused_card (self) != TL_SCENE_NONE;
}
