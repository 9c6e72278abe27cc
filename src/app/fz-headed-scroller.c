/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-headed-scroller.h"

/* Scrolls a list that has headings.
 *
 * A GtkListView keeps its place by a row, and where that is its first one, as
 * in a list that was just filled, it lays the row out along the upper edge: the
 * heading over it is out of sight.  Once the list has done so in a layout it is
 * taken to its beginning in the same, before anything is drawn.
 *
 * To show a row, a GtkListView scrolls no farther than it must, and so may leave
 * half a heading at the upper edge.  In the layout after that it goes on the same
 * way: up to all of the heading, or down to the row under it. */
struct _FzHeadedScroller {
  GtkWidget          parent_instance;

  GtkScrolledWindow *scroller;
  gboolean           showing; /* a row, since the last layout */
  double             from;    /* where the list was before that */
};

G_DEFINE_FINAL_TYPE (FzHeadedScroller, fz_headed_scroller, GTK_TYPE_WIDGET)

static GtkAdjustment *
adjustment_of (FzHeadedScroller *self)
{
  return gtk_scrolled_window_get_vadjustment (self->scroller);
}

/* Whether the list is at its first row, all of the heading over it hidden and no
 * more. */
static gboolean
hides_first_heading (FzHeadedScroller *self)
{
  GtkWidget *list = gtk_scrolled_window_get_child (self->scroller);
  GtkWidget *heading = gtk_widget_get_first_child (list);
  double value = gtk_adjustment_get_value (adjustment_of (self));
  graphene_rect_t bounds;

  return value > 0 && heading != NULL && gtk_widget_compute_bounds (heading, list, &bounds)
         && ABS (value - bounds.size.height) < 1 && ABS (value + bounds.origin.y) < 1;
}

/* The heading that the upper edge cuts, or that the row at the edge stands under. */
static gboolean
heading_at_edge (FzHeadedScroller *self, graphene_rect_t *bounds)
{
  GtkWidget *list = gtk_scrolled_window_get_child (self->scroller);

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (g_str_equal (gtk_widget_get_css_name (child), "header") && gtk_widget_compute_bounds (child, list, bounds)
        && bounds->origin.y < -1 && bounds->origin.y + bounds->size.height > -1)
      return TRUE;
  return FALSE;
}

/* Returns: whether the list must be laid out again. */
static gboolean
leaves_half_heading (FzHeadedScroller *self)
{
  double value = gtk_adjustment_get_value (adjustment_of (self));
  graphene_rect_t bounds;

  if (!self->showing)
    return FALSE;
  self->showing = FALSE;
  if (value == self->from || !heading_at_edge (self, &bounds))
    return FALSE;
  value += value < self->from ? bounds.origin.y : bounds.origin.y + bounds.size.height;
  gtk_adjustment_set_value (adjustment_of (self), value);
  return TRUE;
}

static void
fz_headed_scroller_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (FZ_HEADED_SCROLLER (widget)->scroller), orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

static void
fz_headed_scroller_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  FzHeadedScroller *self = FZ_HEADED_SCROLLER (widget);

  gtk_widget_allocate (GTK_WIDGET (self->scroller), width, height, baseline, NULL);
  if (hides_first_heading (self))
    gtk_adjustment_set_value (adjustment_of (self), 0);
  else if (!leaves_half_heading (self))
    return;
  gtk_widget_allocate (GTK_WIDGET (self->scroller), width, height, baseline, NULL);
}

static void
fz_headed_scroller_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FzHeadedScroller *self = FZ_HEADED_SCROLLER (object);

  gtk_scrolled_window_set_child (self->scroller, g_value_get_object (value));
}

static void
fz_headed_scroller_dispose (GObject *object)
{
  FzHeadedScroller *self = FZ_HEADED_SCROLLER (object);

  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scroller));
  self->scroller = NULL;
  G_OBJECT_CLASS (fz_headed_scroller_parent_class)->dispose (object);
}

static void
fz_headed_scroller_class_init (FzHeadedScrollerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = fz_headed_scroller_set_property;
  object_class->dispose = fz_headed_scroller_dispose;
  widget_class->measure = fz_headed_scroller_measure;
  widget_class->size_allocate = fz_headed_scroller_size_allocate;
  g_object_class_install_property (object_class, 1,
                                   g_param_spec_object ("list", NULL, NULL, GTK_TYPE_LIST_VIEW,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
fz_headed_scroller_init (FzHeadedScroller *self)
{
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));
}

/**
 * fz_headed_scroller_begin:
 *
 * Goes to the beginning of the list, its heading included.
 */
void
fz_headed_scroller_begin (FzHeadedScroller *self)
{
  g_return_if_fail (FZ_IS_HEADED_SCROLLER (self));

  gtk_adjustment_set_value (adjustment_of (self), 0);
}

/**
 * fz_headed_scroller_show:
 * @position: of a row of the list
 *
 * Brings the row into view, with no half of a heading over it.
 */
void
fz_headed_scroller_show (FzHeadedScroller *self, guint position)
{
  g_return_if_fail (FZ_IS_HEADED_SCROLLER (self));

  self->showing = TRUE;
  self->from = gtk_adjustment_get_value (adjustment_of (self));
  gtk_list_view_scroll_to (GTK_LIST_VIEW (gtk_scrolled_window_get_child (self->scroller)), position,
                           GTK_LIST_SCROLL_NONE, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
