/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-view-private.h"

/* What the keys do to the caret; with Shift the selection goes with it. */

typedef enum {
  BY_CHARACTER,
  BY_WORD,
  BY_SENTENCE,
  BY_LINE,
  BY_LINE_END,
  BY_PARAGRAPH,
  BY_PAGE,
  BY_TEXT,
  N_UNITS,
} Unit;

static const struct {
  guint           keys[3];
  GdkModifierType modifiers;
  Unit            unit;
  int             direction;
} moves[] = {
  { { GDK_KEY_Left, GDK_KEY_KP_Left }, 0, BY_CHARACTER, -1 },
  { { GDK_KEY_Right, GDK_KEY_KP_Right }, 0, BY_CHARACTER, 1 },
  { { GDK_KEY_Left, GDK_KEY_KP_Left }, GDK_CONTROL_MASK, BY_WORD, -1 },
  { { GDK_KEY_Right, GDK_KEY_KP_Right }, GDK_CONTROL_MASK, BY_WORD, 1 },
  { { GDK_KEY_Left, GDK_KEY_KP_Left }, GDK_ALT_MASK, BY_SENTENCE, -1 },
  { { GDK_KEY_Right, GDK_KEY_KP_Right }, GDK_ALT_MASK, BY_SENTENCE, 1 },
  { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, BY_LINE, -1 },
  { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, BY_LINE, 1 },
  { { GDK_KEY_Up, GDK_KEY_KP_Up }, GDK_CONTROL_MASK, BY_PARAGRAPH, -1 },
  { { GDK_KEY_Down, GDK_KEY_KP_Down }, GDK_CONTROL_MASK, BY_PARAGRAPH, 1 },
  { { GDK_KEY_Home, GDK_KEY_KP_Home }, 0, BY_LINE_END, -1 },
  { { GDK_KEY_End, GDK_KEY_KP_End }, 0, BY_LINE_END, 1 },
  { { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0, BY_PAGE, -1 },
  { { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0, BY_PAGE, 1 },
  { { GDK_KEY_Home, GDK_KEY_KP_Home }, GDK_CONTROL_MASK, BY_TEXT, -1 },
  { { GDK_KEY_End, GDK_KEY_KP_End }, GDK_CONTROL_MASK, BY_TEXT, 1 },
};

/* In vertical text the arrows change places: Down is the next character and Left the
 * next line.  Alt and Up are another article, so that sentences stay with Left. */
static const struct {
  Unit unit;
  int  direction;
} turned[N_UNITS] = {
  [BY_CHARACTER] = { BY_LINE, -1 },
  [BY_WORD] = { BY_PARAGRAPH, -1 },
  [BY_SENTENCE] = { BY_SENTENCE, -1 },
  [BY_LINE] = { BY_CHARACTER, 1 },
  [BY_LINE_END] = { BY_LINE_END, 1 },
  [BY_PARAGRAPH] = { BY_WORD, 1 },
  [BY_PAGE] = { BY_PAGE, 1 },
  [BY_TEXT] = { BY_TEXT, 1 },
};

static FzManuscript *
text_of (FzReadingView *self)
{
  return fz_flow_get_manuscript (self->flow);
}

/* To the place in the column that is nearest to where walking through lines began. */
static void
move_to_y (FzReadingView *self, const FzFlowPlace *from, gint64 y, gboolean extend)
{
  double goal = self->goal >= 0 ? self->goal : from->x;
  FzFlowHit hit;

  fz_flow_hit (self->flow, goal, y, &hit);
  fz_reading_view_move (self, hit.caret, hit.back, extend);
  self->goal = goal;
}

static gint64
middle_of_line (FzReadingView *self, guint passage, guint line)
{
  FzFlowMetrics metrics;

  fz_flow_get_metrics (self->flow, passage, &metrics);
  return fz_flow_get_top (self->flow, passage) + metrics.above + (gint64) line * metrics.pitch + metrics.pitch / 2;
}

static guint
last_line (FzReadingView *self, guint passage)
{
  guint n = fz_flow_set_passage (self->flow, passage)->lines->len;

  return n > 0 ? n - 1 : 0;
}

static void
move_by_line (FzReadingView *self, int direction, gboolean extend)
{
  guint n = fz_manuscript_n_passages (text_of (self));
  FzFlowPlace place;

  fz_flow_locate (self->flow, self->caret, self->back, &place);
  if (direction > 0 && place.line < last_line (self, place.passage))
    move_to_y (self, &place, middle_of_line (self, place.passage, place.line + 1), extend);
  else if (direction > 0 && place.passage + 1 < n)
    move_to_y (self, &place, middle_of_line (self, place.passage + 1, 0), extend);
  else if (direction < 0 && place.line > 0)
    move_to_y (self, &place, middle_of_line (self, place.passage, place.line - 1), extend);
  else if (direction < 0 && place.passage > 0)
    {
      guint line = last_line (self, place.passage - 1);

      move_to_y (self, &place, middle_of_line (self, place.passage - 1, line), extend);
    }
}

static void
move_by_page (FzReadingView *self, int direction, gboolean extend)
{
  int page = MAX (1, fz_reading_view_get_page (self) - 2 * self->size);
  FzFlowPlace place;

  fz_flow_locate (self->flow, self->caret, self->back, &place);
  fz_reading_view_set_top (self, fz_reading_view_get_top (self) + direction * page);
  fz_flow_locate (self->flow, self->caret, self->back, &place);
  move_to_y (self, &place, place.y + place.height / 2 + direction * page, extend);
}

static void
move_to_line_end (FzReadingView *self, int direction, gboolean extend)
{
  FzFlowPlace place;
  guint start, end;

  fz_flow_locate (self->flow, self->caret, self->back, &place);
  fz_flow_line_bounds (self->flow, &place, &start, &end);
  fz_reading_view_move (self, direction < 0 ? start : end, direction > 0, extend);
}

/* Without Shift a selection is left at the end that one goes to. */
static void
move_by_segment (FzReadingView *self, FzSegmentKind kind, int direction, gboolean extend)
{
  guint start = MIN (self->caret, self->bound), end = MAX (self->caret, self->bound);

  if (kind == FZ_SEGMENT_CHARACTER && !extend && start < end)
    fz_reading_view_move (self, direction < 0 ? start : end, FALSE, FALSE);
  else
    fz_reading_view_move (self, fz_reading_step (text_of (self), kind, self->caret, direction > 0), FALSE, extend);
}

static void
move_by (FzReadingView *self, Unit unit, int direction, gboolean extend)
{
  switch (unit)
    {
    case BY_CHARACTER:
    case BY_WORD:
    case BY_SENTENCE:
      move_by_segment (self, FZ_SEGMENT_CHARACTER + (unit - BY_CHARACTER), direction, extend);
      break;
    case BY_LINE:
      move_by_line (self, direction, extend);
      break;
    case BY_LINE_END:
      move_to_line_end (self, direction, extend);
      break;
    case BY_PARAGRAPH:
      fz_reading_view_move (self, fz_reading_step_paragraph (text_of (self), self->caret, direction > 0), FALSE, extend);
      break;
    case BY_PAGE:
      move_by_page (self, direction, extend);
      break;
    case BY_TEXT:
      fz_reading_view_move (self, direction < 0 ? 0 : G_MAXUINT, FALSE, extend);
      break;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
on_move (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  FzReadingView *self = FZ_READING_VIEW (widget);
  int unit, direction;
  gboolean extend;

  g_variant_get (arguments, "(iib)", &unit, &direction, &extend);
  if (self->vertical)
    {
      direction *= turned[unit].direction;
      unit = turned[unit].unit;
    }
  if (fz_reading_view_is_empty (self))
    return GDK_EVENT_PROPAGATE;
  if (unit != BY_LINE && unit != BY_PAGE)
    self->goal = -1;
  move_by (self, unit, direction, extend);
  fz_reading_view_keep_seen (self);
  return GDK_EVENT_STOP;
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fz_reading_view_copy (FZ_READING_VIEW (widget));
}

static void
on_select_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  fz_reading_view_select (FZ_READING_VIEW (widget), 0, G_MAXUINT);
}

static void
on_deselect (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingView *self = FZ_READING_VIEW (widget);

  fz_reading_view_select (self, self->caret, self->caret);
}

static void
on_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingView *self = FZ_READING_VIEW (widget);
  GdkRectangle area = { 0 };

  fz_reading_view_get_area (self, self->caret, self->caret, widget, &area);
  fz_reading_view_tell_menu (self, area.x, area.y + area.height);
}

static void
add_moves (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    for (guint k = 0; moves[i].keys[k] != 0; k++)
      for (gboolean extend = FALSE; extend <= TRUE; extend++)
        gtk_widget_class_add_binding (klass, moves[i].keys[k], moves[i].modifiers | (extend ? GDK_SHIFT_MASK : 0),
                                      on_move, "(iib)", moves[i].unit, moves[i].direction, extend);
}

void
fz_reading_view_install_keys (GtkWidgetClass *klass)
{
  add_moves (klass);
  gtk_widget_class_install_action (klass, "text.copy", NULL, on_copy);
  gtk_widget_class_install_action (klass, "text.select-all", NULL, on_select_all);
  gtk_widget_class_install_action (klass, "text.deselect", NULL, on_deselect);
  gtk_widget_class_install_action (klass, "menu.popup", NULL, on_menu);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "text.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Insert, GDK_CONTROL_MASK, "text.copy", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK, "text.select-all", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_a, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "text.deselect", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup", NULL);
}
