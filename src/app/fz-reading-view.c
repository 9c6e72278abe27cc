/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view.h"

#include <glib/gi18n.h>

/* The text view that an article is read in: it may be walked through by the
 * caret but not written into, shows in its margin which passages are doubtful,
 * and tells by "released" and "menu" what the pointer did at a position. */
struct _FzReadingView {
  GtkTextView  parent_instance;

  FzArticle   *article;
};

G_DEFINE_FINAL_TYPE (FzReadingView, fz_reading_view, GTK_TYPE_TEXT_VIEW)

enum { RELEASED, MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct {
  FzBlockFlags  flag;
  const char   *sentence;
} doubts[] = {
  { FZ_BLOCK_FLAG_REPEATED,  N_("This passage is printed twice on the page.") },
  { FZ_BLOCK_FLAG_MISPLACED, N_("This passage stood elsewhere on the page.") },
  { FZ_BLOCK_FLAG_TRUNCATED, N_("This passage breaks off: its end is not on the page.") },
};

#define BAR_WIDTH 3
#define BAR_DISTANCE 12

static GtkTextBuffer *
buffer_of (FzReadingView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
iter_at (FzReadingView *self, guint position, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), iter, position);
}

static void
snapshot_doubt (FzReadingView *self, GtkSnapshot *snapshot, const FzBlock *block, const GdkRectangle *visible)
{
  const GdkRGBA color = { 0.9f, 0.55f, 0.1f, 0.7f };
  const int left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self));
  GtkTextIter iter;
  int top, bottom, y, height;

  iter_at (self, block->start, &iter);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &top, &height);
  iter_at (self, block->end, &iter);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
  bottom = y + height;
  if (bottom < visible->y || top > visible->y + visible->height)
    return;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (left - BAR_DISTANCE, top, BAR_WIDTH, bottom - top));
}

static void
fz_reading_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  FzReadingView *self = FZ_READING_VIEW (view);
  GdkRectangle visible;

  if (self->article == NULL || layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;
  gtk_text_view_get_visible_rect (view, &visible);
  for (guint i = 0; i < self->article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (self->article, i);

      if (block->flags)
        snapshot_doubt (self, snapshot, block, &visible);
    }
}

static const FzBlock *
block_at (FzReadingView *self, guint position)
{
  for (guint i = 0; self->article && i < self->article->blocks->len; i++)
    {
      const FzBlock *block = fz_article_block (self->article, i);

      if (position <= block->end)
        return block;
    }
  return NULL;
}

static gboolean
fz_reading_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FzReadingView *self = FZ_READING_VIEW (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  guint position = fz_reading_view_get_caret (self);
  const FzBlock *block;

  if (!keyboard)
    fz_reading_view_position_at (self, x, y, &position);
  block = block_at (self, position);
  for (guint i = 0; block && i < G_N_ELEMENTS (doubts); i++)
    if (block->flags & doubts[i].flag)
      g_string_append_printf (text, "%s%s", text->len ? "\n" : "", _(doubts[i].sentence));
  gtk_tooltip_set_text (tooltip, text->str);
  return text->len > 0;
}

static gboolean
on_event (FzReadingView *self, GdkEvent *event, GtkEventController *controller)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  graphene_point_t at;
  double x, y, dx, dy;

  if (gdk_event_get_event_type (event) != GDK_BUTTON_RELEASE
      || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY
      || !gdk_event_get_position (event, &x, &y))
    return GDK_EVENT_PROPAGATE;
  /* Events count from the surface, whose corner is not the window's. */
  gtk_native_get_surface_transform (native, &dx, &dy);
  if (gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self),
                                &GRAPHENE_POINT_INIT (x - dx, y - dy), &at))
    g_signal_emit (self, signals[RELEASED], 0, (double) at.x, (double) at.y);
  return GDK_EVENT_PROPAGATE;
}

static void
on_secondary_pressed (FzReadingView *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  guint position, start, end;
  GtkTextIter iter;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (fz_reading_view_position_at (self, x, y, &position)
      && (!fz_reading_view_get_selection (self, &start, &end) || position < start || position >= end))
    {
      iter_at (self, position, &iter);
      gtk_text_buffer_place_cursor (buffer_of (self), &iter);
    }
  g_signal_emit (self, signals[MENU], 0, x, y);
}

/* Stands for GtkTextView's own menu, which is about writing. */
static void
popup_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingView *self = FZ_READING_VIEW (widget);
  guint caret = fz_reading_view_get_caret (self);
  GdkRectangle area = { 0 };

  fz_reading_view_get_area (self, caret, caret, widget, &area);
  g_signal_emit (self, signals[MENU], 0, (double) area.x, (double) area.y + area.height);
}

static void
fz_reading_view_dispose (GObject *object)
{
  g_clear_pointer (&FZ_READING_VIEW (object)->article, fz_article_unref);
  G_OBJECT_CLASS (fz_reading_view_parent_class)->dispose (object);
}

static void
fz_reading_view_class_init (FzReadingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_reading_view_dispose;
  widget_class->query_tooltip = fz_reading_view_query_tooltip;
  GTK_TEXT_VIEW_CLASS (klass)->snapshot_layer = fz_reading_view_snapshot_layer;
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, popup_menu);

  /* Both with the point in the view. */
  signals[RELEASED] = g_signal_new ("released", FZ_TYPE_READING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[MENU] = g_signal_new ("menu", FZ_TYPE_READING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
fz_reading_view_init (FzReadingView *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  /* The text view claims the pointer for its selection, so that a click
   * gesture would not see the button go up. */
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

/**
 * fz_reading_view_set_article:
 * @article: (nullable): whose text the buffer holds
 */
void
fz_reading_view_set_article (FzReadingView *self, FzArticle *article)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  g_clear_pointer (&self->article, fz_article_unref);
  self->article = article ? fz_article_ref (article) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * fz_reading_view_scroll_to:
 * @position: a code point of the text
 *
 * Puts the caret there and brings it into the upper third of the view, now or
 * as soon as the text above it has been laid out.
 */
void
fz_reading_view_scroll_to (FzReadingView *self, guint position)
{
  GtkTextIter iter;

  g_return_if_fail (FZ_IS_READING_VIEW (self));

  iter_at (self, position, &iter);
  gtk_text_buffer_place_cursor (buffer_of (self), &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer_of (self)),
                                0, TRUE, 0, 0.3);
}

/**
 * fz_reading_view_scroll_to_top:
 *
 * Puts the caret and the view at the beginning of a text.
 */
void
fz_reading_view_scroll_to_top (FzReadingView *self)
{
  GtkTextIter iter;

  g_return_if_fail (FZ_IS_READING_VIEW (self));

  iter_at (self, 0, &iter);
  gtk_text_buffer_place_cursor (buffer_of (self), &iter);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)), 0);
}

/**
 * fz_reading_view_get_selection:
 *
 * Returns: whether something is selected; line ends alone are nothing
 */
gboolean
fz_reading_view_get_selection (FzReadingView *self, guint *start, guint *end)
{
  GtkTextIter from, to;

  if (!gtk_text_buffer_get_selection_bounds (buffer_of (self), &from, &to))
    return FALSE;
  while (gtk_text_iter_get_char (&from) == '\n' && gtk_text_iter_compare (&from, &to) < 0)
    gtk_text_iter_forward_char (&from);
  while (gtk_text_iter_starts_line (&to) && gtk_text_iter_compare (&from, &to) < 0)
    gtk_text_iter_backward_char (&to);
  *start = gtk_text_iter_get_offset (&from);
  *end = gtk_text_iter_get_offset (&to);
  return *start < *end;
}

/** fz_reading_view_get_caret: */
guint
fz_reading_view_get_caret (FzReadingView *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer_of (self), &iter, gtk_text_buffer_get_insert (buffer_of (self)));
  return gtk_text_iter_get_offset (&iter);
}

/**
 * fz_reading_view_position_at:
 * @x: in the view
 * @y: in the view
 * @position: (out): the code point nearest to it
 *
 * Returns: whether the point lies on text
 */
gboolean
fz_reading_view_position_at (FzReadingView *self, double x, double y, guint *position)
{
  GtkTextIter iter;
  int bx, by;
  gboolean on_text;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &bx, &by);
  on_text = gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, bx, by);
  *position = gtk_text_iter_get_offset (&iter);
  return on_text;
}

static void
area_of (FzReadingView *self, guint position, GdkRectangle *area)
{
  GtkTextIter iter;

  iter_at (self, position, &iter);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, area);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET,
                                         area->x, area->y, &area->x, &area->y);
  area->width = MAX (area->width, 1);
}

/**
 * fz_reading_view_get_area:
 * @start: first code point
 * @end: one past the last
 * @other: the widget whose coordinates are wanted
 * @area: (out): where they stand, cut to what can be seen
 *
 * Returns: whether any of it can be seen
 */
gboolean
fz_reading_view_get_area (FzReadingView *self, guint start, guint end, GtkWidget *other, GdkRectangle *area)
{
  GdkRectangle first, last, seen = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                     gtk_widget_get_height (GTK_WIDGET (self)) };
  graphene_point_t at;

  area_of (self, start, &first);
  area_of (self, end > start ? end - 1 : end, &last);
  gdk_rectangle_union (&first, &last, area);
  if (!gdk_rectangle_intersect (area, &seen, area))
    return FALSE;
  if (!gtk_widget_compute_point (GTK_WIDGET (self), other, &GRAPHENE_POINT_INIT (area->x, area->y), &at))
    return FALSE;
  area->x = at.x;
  area->y = at.y;
  return TRUE;
}
