/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figure-line.h"

#include <glib/gi18n.h>

#include "fz-figure-labels.h"

/* A figure in the sidebar: how much, how exactly, which way, of when, and what
 * the reader says of it.  Its indicator stands above it.  "pointed" tells that
 * the pointer is over it, "menu" that its menu is wanted. */
struct _FzFigureLine {
  GtkWidget     parent_instance;

  GtkWidget    *content;
  GtkLabel     *value;
  GtkLabel     *badges;
  GtkLabel     *change;
  GtkImage     *verdict;
  GtkLabel     *context;
  GtkLabel     *period;
  GtkLabel     *against;
  GtkLabel     *region;
  FzFigureItem *item;
};

G_DEFINE_FINAL_TYPE (FzFigureLine, fz_figure_line, GTK_TYPE_WIDGET)

enum { POINTED, MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text);
}

/* The period as printed and, behind it, which days that is. */
static void
show_period (FzFigureLine *self, const FzFigure *figure)
{
  g_autofree char *days = fz_figure_dup_days (&figure->days);
  g_autofree char *text = NULL;

  if (figure->period == NULL || g_strcmp0 (figure->period, days) == 0 || *days == '\0')
    text = g_strdup (figure->period);
  else
    text = g_strdup_printf ("%s · %s", figure->period, days);
  show_text (self->period, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->period), text);
}

/* With what its change is compared, and of which other region it is. */
static void
show_relations (FzFigureLine *self, const FzFigure *figure)
{
  g_autofree char *against = fz_figure_dup_against (figure);
  g_autofree char *region = fz_figure_dup_region (figure);
  g_auto (GStrv) path = region != NULL ? fz_region_path (figure->region) : NULL;
  g_autofree char *whole = path != NULL ? g_strjoinv (" › ", path) : NULL;

  show_text (self->against, against);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->against), against);
  show_text (self->region, region);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->region), whole);
}

/* What is printed, where the value is told otherwise. */
static void
show_value (FzFigureLine *self, const FzFigure *figure)
{
  g_autofree char *readable = fz_figure_dup_readable (figure);
  g_autofree char *printed = NULL;

  if (!g_str_equal (readable, figure->surface))
    /* Translators: %s is a piece of a newspaper's text. */
    printed = g_strdup_printf (_("In print: %s"), figure->surface);
  gtk_label_set_text (self->value, readable);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->value), printed);
}

static void
show_verdict (FzFigureLine *self, FzVerdict verdict)
{
  const char *label = fz_figure_verdict_label (verdict);
  const char *icon = fz_figure_verdict_icon (verdict);

  gtk_widget_set_visible (GTK_WIDGET (self->verdict), icon != NULL);
  gtk_image_set_from_icon_name (self->verdict, icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->verdict), *label ? label : NULL);
  if (verdict == FZ_VERDICT_REJECTED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "rejected");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "rejected");
}

static void
on_enter (FzFigureLine *self)
{
  g_signal_emit (self, signals[POINTED], 0, TRUE);
}

static void
on_leave (FzFigureLine *self)
{
  g_signal_emit (self, signals[POINTED], 0, FALSE);
}

static void
on_secondary_pressed (FzFigureLine *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[MENU], 0, x, y);
}

static void
fz_figure_line_dispose (GObject *object)
{
  FzFigureLine *self = FZ_FIGURE_LINE (object);

  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_FIGURE_LINE);
  G_OBJECT_CLASS (fz_figure_line_parent_class)->dispose (object);
}

static void
fz_figure_line_class_init (FzFigureLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_figure_line_dispose;
  /* Whether the pointer came or went. */
  signals[POINTED] = g_signal_new ("pointed", FZ_TYPE_FIGURE_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /* With the point in the row. */
  signals[MENU] = g_signal_new ("menu", FZ_TYPE_FIGURE_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-figure-line.ui");
  gtk_widget_class_bind_template_child (widget_class, FzFigureLine, content);
  gtk_widget_class_bind_template_child (widget_class, FzFigureLine, value);
  gtk_widget_class_bind_template_child (widget_class, FzFigureLine, badges);
  gtk_widget_class_bind_template_child (widget_class, FzFigureLine, change);
  gtk_widget_class_bind_template_child (widget_class, FzFigureLine, verdict);
  gtk_widget_class_bind_template_child (widget_class, FzFigureLine, context);
  gtk_widget_class_bind_template_child (widget_class, FzFigureLine, period);
  gtk_widget_class_bind_template_child (widget_class, FzFigureLine, against);
  gtk_widget_class_bind_template_child (widget_class, FzFigureLine, region);
  gtk_widget_class_bind_template_callback (widget_class, on_enter);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_secondary_pressed);
}

static void
fz_figure_line_init (FzFigureLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fz_figure_line_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
fz_figure_line_new (void)
{
  return g_object_new (FZ_TYPE_FIGURE_LINE, NULL);
}

/**
 * fz_figure_line_set_item:
 * @item: (nullable): what it shows
 */
void
fz_figure_line_set_item (FzFigureLine *self, FzFigureItem *item)
{
  const FzFigure *figure;
  g_autofree char *badges = NULL;

  g_return_if_fail (FZ_IS_FIGURE_LINE (self));

  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  figure = fz_figure_item_get_figure (item);
  badges = fz_figure_dup_badges (figure->qualifiers);
  show_value (self, figure);
  show_text (self->badges, badges);
  show_text (self->change, fz_figure_change_arrow (figure->change));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->change), fz_figure_change_label (figure->change));
  show_text (self->context, figure->indicator ? NULL : fz_figure_item_get_context (item));
  show_period (self, figure);
  show_relations (self, figure);
  show_verdict (self, figure->verdict);
}
