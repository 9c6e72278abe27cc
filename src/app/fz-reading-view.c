/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

#include <glib/gi18n.h>

/* Where an article is read: a column of text that is composed as far as it is seen,
 * with what is marked in it, a caret and a selection.
 *
 * "released" and "menu" tell what the pointer did at a point, "moved" that the caret
 * or the selection is another. */

G_DEFINE_FINAL_TYPE_WITH_CODE (FzReadingView, fz_reading_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_TEXT, fz_reading_view_accessible_init))

enum { PROP_0, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HPOLICY, PROP_VPOLICY };

enum { RELEASED, MENU, MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const struct {
  FzBlockFlags  flag;
  const char   *sentence;
} doubts[] = {
  { FZ_BLOCK_FLAG_REPEATED,  N_("This passage is printed twice on the page.") },
  { FZ_BLOCK_FLAG_MISPLACED, N_("This passage stood elsewhere on the page.") },
  { FZ_BLOCK_FLAG_TRUNCATED, N_("This passage breaks off: its end is not on the page.") },
};

static gboolean
fz_reading_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  FzReadingView *self = FZ_READING_VIEW (widget);
  g_autoptr (GString) text = g_string_new (NULL);
  guint position = self->caret, flags;

  if (fz_reading_view_is_empty (self))
    return FALSE;
  if (!keyboard)
    fz_reading_view_position_at (self, x, y, &position);
  flags = fz_manuscript_get_passage (fz_flow_get_manuscript (self->flow),
                                     fz_manuscript_passage_at (fz_flow_get_manuscript (self->flow), position))->flags;
  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    if (flags & doubts[i].flag)
      g_string_append_printf (text, "%s%s", text->len ? "\n" : "", _(doubts[i].sentence));
  gtk_tooltip_set_text (tooltip, text->str);
  return text->len > 0;
}

static void
fz_reading_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  FzReadingView *self = FZ_READING_VIEW (widget);

  *minimum = 2 * MIN (self->margin, FZ_READING_MARGIN) + 4 * self->size;
  *natural = MAX (*minimum, (int) (self->measure * self->size) + 2 * self->margin);
}

static void
fz_reading_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  fz_reading_view_lay_out (FZ_READING_VIEW (widget));
}

static void
fz_reading_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzReadingView *self = FZ_READING_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HPOLICY:
      g_value_set_enum (value, self->hpolicy);
      break;
    case PROP_VPOLICY:
      g_value_set_enum (value, self->vpolicy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_reading_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FzReadingView *self = FZ_READING_VIEW (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      fz_reading_view_set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      fz_reading_view_set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HPOLICY:
      self->hpolicy = g_value_get_enum (value);
      break;
    case PROP_VPOLICY:
      self->vpolicy = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_reading_view_dispose (GObject *object)
{
  FzReadingView *self = FZ_READING_VIEW (object);

  fz_reading_view_stop_settling (self);
  if (self->drag_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag_tick);
  self->drag_tick = 0;
  fz_reading_view_set_adjustment (self, &self->hadjustment, NULL);
  fz_reading_view_set_adjustment (self, &self->vadjustment, NULL);
  g_clear_pointer (&self->flow, fz_flow_free);
  g_clear_pointer (&self->beside, fz_flow_free);
  g_clear_pointer (&self->printed, g_array_unref);
  g_clear_pointer (&self->text, fz_manuscript_unref);
  for (guint i = 0; i < FZ_N_LAYERS; i++)
    g_clear_pointer (&self->layers[i], fz_ranges_free);
  G_OBJECT_CLASS (fz_reading_view_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  /* Both with the point in the view. */
  signals[RELEASED] = g_signal_new ("released", FZ_TYPE_READING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[MENU] = g_signal_new ("menu", FZ_TYPE_READING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[MOVED] = g_signal_new ("moved", FZ_TYPE_READING_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
fz_reading_view_class_init (FzReadingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fz_reading_view_get_property;
  object_class->set_property = fz_reading_view_set_property;
  object_class->dispose = fz_reading_view_dispose;
  widget_class->measure = fz_reading_view_measure;
  widget_class->size_allocate = fz_reading_view_size_allocate;
  widget_class->snapshot = fz_reading_view_snapshot;
  widget_class->query_tooltip = fz_reading_view_query_tooltip;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HPOLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VPOLICY, "vscroll-policy");
  install_signals ();
  fz_reading_view_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "readingview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
fz_reading_view_init (FzReadingView *self)
{
  guint n_styles;
  const FzFlowStyle *styles = fz_reading_styles (&n_styles);

  self->flow = fz_flow_new (pango_context_get_font_map (gtk_widget_get_pango_context (GTK_WIDGET (self))), styles, n_styles);
  self->beside = fz_reading_view_new_beside (pango_context_get_font_map (gtk_widget_get_pango_context (GTK_WIDGET (self))));
  self->size = 18;
  self->measure = FZ_READING_MEASURE;
  self->margin = FZ_READING_MARGIN;
  self->goal = -1;
  self->grid = fz_reading_styles_pitch (self->size);
  self->columns = self->n_columns = self->step = 1;
  self->starts[1] = G_MAXINT64 / 2;
  self->pending = self->held = self->hit = FZ_NOWHERE;
  for (guint i = 0; i < FZ_N_LAYERS; i++)
    self->layers[i] = fz_ranges_new ();
  fz_palette_load (&self->palette, FZ_PAPER_SYSTEM, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE, -1);
  fz_reading_view_add_pointer (self);
}

/* Whether there is nothing to read. */
gboolean
fz_reading_view_is_empty (FzReadingView *self)
{
  FzManuscript *text = self->flow != NULL ? fz_flow_get_manuscript (self->flow) : NULL;

  return text == NULL || fz_manuscript_n_passages (text) == 0;
}

void
fz_reading_view_tell_released (FzReadingView *self, double x, double y)
{
  g_signal_emit (self, signals[RELEASED], 0, x, y);
}

void
fz_reading_view_tell_menu (FzReadingView *self, double x, double y)
{
  g_signal_emit (self, signals[MENU], 0, x, y);
}

void
fz_reading_view_tell_moved (FzReadingView *self)
{
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * fz_reading_view_set_text:
 * @text: (nullable): what is to be read, with the roles of blocks for its styles and
 *   their flags; the caret and the view go to its beginning, and all layers are empty
 */
void
fz_reading_view_set_text (FzReadingView *self, FzManuscript *text)
{
  FzManuscript *old;
  guint length;

  g_return_if_fail (FZ_IS_READING_VIEW (self));

  old = fz_flow_get_manuscript (self->flow);
  length = old != NULL ? fz_manuscript_get_length (old) : 0;
  fz_reading_view_stop_settling (self);
  if (length > 0)
    gtk_accessible_text_update_contents (GTK_ACCESSIBLE_TEXT (self), GTK_ACCESSIBLE_TEXT_CONTENT_CHANGE_REMOVE, 0, length);
  for (guint i = 0; i < FZ_N_LAYERS; i++)
    fz_ranges_clear (self->layers[i]);
  fz_reading_view_set_printed (self, NULL, NULL);
  self->anchor = self->caret = self->bound = 0;
  self->offset = -FZ_READING_TOP;
  self->pending = self->held = FZ_NOWHERE;
  self->goal = -1;
  self->back = FALSE;
  fz_flow_set_manuscript (self->flow, text);
  g_clear_pointer (&self->text, fz_manuscript_unref);
  self->text = text != NULL ? fz_manuscript_ref (text) : NULL;
  if (text != NULL)
    gtk_accessible_text_update_contents (GTK_ACCESSIBLE_TEXT (self), GTK_ACCESSIBLE_TEXT_CONTENT_CHANGE_INSERT, 0,
                                         fz_manuscript_get_length (text));
  fz_reading_view_lay_out (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  fz_reading_view_tell_moved (self);
}

/**
 * fz_reading_view_get_text:
 *
 * Returns: (transfer none) (nullable): what is read
 */
FzManuscript *
fz_reading_view_get_text (FzReadingView *self)
{
  g_return_val_if_fail (FZ_IS_READING_VIEW (self), NULL);

  return self->text;
}

/**
 * fz_reading_view_get_shown:
 *
 * Returns: (transfer none) (nullable): the same text as it is shown
 */
FzManuscript *
fz_reading_view_get_shown (FzReadingView *self)
{
  g_return_val_if_fail (FZ_IS_READING_VIEW (self), NULL);

  return fz_flow_get_manuscript (self->flow);
}

/* Whether each position means the same in both. */
static gboolean
are_parallel (const FzManuscript *a, const FzManuscript *b)
{
  guint n = fz_manuscript_n_passages (a);

  if (fz_manuscript_n_passages (b) != n || fz_manuscript_get_length (b) != fz_manuscript_get_length (a))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (fz_manuscript_get_passage (a, i)->end != fz_manuscript_get_passage (b, i)->end)
      return FALSE;
  return TRUE;
}

/**
 * fz_reading_view_show_as:
 * @shown: the text in another script, code point for code point
 *
 * Shows it so; what is copied, found and read out stays the text itself.  Caret,
 * selection, marks and the place at the top of the view stay.
 */
void
fz_reading_view_show_as (FzReadingView *self, FzManuscript *shown)
{
  guint place = fz_reading_view_get_place (self), caret = self->caret, bound = self->bound;

  g_return_if_fail (FZ_IS_READING_VIEW (self));

  if (self->text == NULL || !are_parallel (self->text, shown))
    return;
  fz_reading_view_stop_settling (self);
  self->anchor = 0;
  self->offset = -FZ_READING_TOP;
  fz_flow_set_manuscript (self->flow, shown);
  fz_reading_view_lay_out (self);
  fz_reading_view_put_place (self, place);
  fz_reading_view_select (self, bound, caret);
}

/**
 * fz_reading_view_set_palette:
 * @palette: copied
 */
void
fz_reading_view_set_palette (FzReadingView *self, const FzPalette *palette)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  self->palette = *palette;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * fz_reading_view_get_layer:
 *
 * Returns: (transfer none): what is marked; whoever changes it says so by
 *   fz_reading_view_layer_changed()
 */
FzRanges *
fz_reading_view_get_layer (FzReadingView *self, FzReadingLayer layer)
{
  g_return_val_if_fail (FZ_IS_READING_VIEW (self), NULL);

  return self->layers[layer];
}

/** fz_reading_view_layer_changed: */
void
fz_reading_view_layer_changed (FzReadingView *self, FzReadingLayer layer)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * fz_reading_view_mark:
 * @start: first code point
 * @end: one past the last; @start takes the mark away
 *
 * Draws the one mark that says "here", and leaves the view where it is.
 */
void
fz_reading_view_mark (FzReadingView *self, guint start, guint end)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  fz_ranges_clear (self->layers[FZ_LAYER_MARK]);
  fz_ranges_add (self->layers[FZ_LAYER_MARK], start, end, 0);
  fz_reading_view_layer_changed (self, FZ_LAYER_MARK);
}

/**
 * fz_reading_view_set_hit:
 * @hit: index of the hit that is looked at; any other number for none
 *
 * The hits are others now, or another of them is looked at.
 */
void
fz_reading_view_set_hit (FzReadingView *self, guint hit)
{
  g_return_if_fail (FZ_IS_READING_VIEW (self));

  self->hit = hit;
  fz_reading_view_layer_changed (self, FZ_LAYER_HIT);
}

/**
 * fz_reading_view_position_at:
 * @x: in the view
 * @y: in the view
 * @position: (out): the code point there, or nearest to it
 *
 * Returns: whether the point lies on text
 */
gboolean
fz_reading_view_position_at (FzReadingView *self, double x, double y, guint *position)
{
  double column_x;
  gint64 column_y;
  FzFlowHit hit;

  g_return_val_if_fail (FZ_IS_READING_VIEW (self), FALSE);

  *position = 0;
  if (fz_reading_view_is_empty (self))
    return FALSE;
  fz_reading_view_to_column (self, x, y, &column_x, &column_y);
  fz_flow_hit (self->flow, column_x, column_y, &hit);
  *position = hit.position;
  return hit.inside;
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
  GdkRectangle seen = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)) };
  graphene_rect_t rect;
  graphene_point_t at;

  g_return_val_if_fail (FZ_IS_READING_VIEW (self), FALSE);

  if (fz_reading_view_is_empty (self))
    return FALSE;
  rect = fz_reading_view_rect_between (self, start, end);
  *area = (GdkRectangle) { rect.origin.x, rect.origin.y, MAX (1, rect.size.width), MAX (1, rect.size.height) };
  if (!gdk_rectangle_intersect (area, &seen, area))
    return FALSE;
  if (!gtk_widget_compute_point (GTK_WIDGET (self), other, &GRAPHENE_POINT_INIT (area->x, area->y), &at))
    return FALSE;
  area->x = at.x;
  area->y = at.y;
  return TRUE;
}
