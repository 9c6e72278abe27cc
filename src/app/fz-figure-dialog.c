/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figure-dialog.h"

#include <glib/gi18n.h>

/* What a figure says, to be put right by the reader; "applied" gives the figure
 * as the reader has it, a pointer that holds during the signal. */
struct _FzFigureDialog {
  AdwDialog    parent_instance;

  GtkLabel    *context;
  AdwEntryRow *number;
  AdwEntryRow *unit;
  AdwEntryRow *indicator;
  AdwEntryRow *period;
  FzFigure    *figure;
};

G_DEFINE_FINAL_TYPE (FzFigureDialog, fz_figure_dialog, ADW_TYPE_DIALOG)

enum { APPLIED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
dup_entry (AdwEntryRow *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

/* Nothing written is nothing said. */
static void
take_words (char **field, AdwEntryRow *row)
{
  g_autofree char *words = dup_entry (row);

  g_set_str (field, *words ? words : NULL);
}

/* Returns: whether what is written is a number; then it is in @figure. */
static gboolean
read_entries (FzFigureDialog *self, FzFigure *figure)
{
  g_autofree char *number = dup_entry (self->number);
  g_autofree char *unit = dup_entry (self->unit);

  if (!fz_figure_read_words (figure, number, unit))
    return FALSE;
  take_words (&figure->indicator, self->indicator);
  take_words (&figure->period, self->period);
  return TRUE;
}

/* While nothing can be read of it the number says so, and cannot be applied. */
static void
on_changed (FzFigureDialog *self)
{
  g_autoptr (FzFigure) trial = fz_figure_copy (self->figure);
  gboolean good = read_entries (self, trial);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "figure-dialog.apply", good);
  if (good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->number), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->number), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
apply (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzFigureDialog *self = FZ_FIGURE_DIALOG (widget);
  g_autoptr (FzFigure) figure = fz_figure_copy (self->figure);

  if (!read_entries (self, figure))
    return;
  g_signal_emit (self, signals[APPLIED], 0, figure);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
on_entry_activated (FzFigureDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "figure-dialog.apply", NULL);
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
fz_figure_dialog_dispose (GObject *object)
{
  g_clear_pointer (&FZ_FIGURE_DIALOG (object)->figure, fz_figure_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), FZ_TYPE_FIGURE_DIALOG);
  G_OBJECT_CLASS (fz_figure_dialog_parent_class)->dispose (object);
}

static void
fz_figure_dialog_class_init (FzFigureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_figure_dialog_dispose;
  signals[APPLIED] = g_signal_new ("applied", FZ_TYPE_FIGURE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_install_action (widget_class, "figure-dialog.apply", NULL, apply);
  gtk_widget_class_install_action (widget_class, "figure-dialog.cancel", NULL, cancel);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-figure-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, FzFigureDialog, context);
  gtk_widget_class_bind_template_child (widget_class, FzFigureDialog, number);
  gtk_widget_class_bind_template_child (widget_class, FzFigureDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, FzFigureDialog, indicator);
  gtk_widget_class_bind_template_child (widget_class, FzFigureDialog, period);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
}

static void
fz_figure_dialog_init (FzFigureDialog *self)
{
  self->figure = g_new0 (FzFigure, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
}

/**
 * fz_figure_dialog_new:
 * @figure: what is known of it
 * @context: the words that it stands in
 *
 * Returns: (transfer floating): a dialog to correct it, or to add it where its
 *   verdict is %FZ_VERDICT_ADDED
 */
AdwDialog *
fz_figure_dialog_new (const FzFigure *figure, const char *context)
{
  FzFigureDialog *self = g_object_new (FZ_TYPE_FIGURE_DIALOG, NULL);
  g_autofree char *number = NULL;
  g_autofree char *unit = NULL;

  fz_figure_free (self->figure);
  self->figure = fz_figure_copy (figure);
  fz_figure_split_words (figure->words ? figure->words : figure->surface, &number, &unit);
  adw_dialog_set_title (ADW_DIALOG (self),
                        figure->verdict == FZ_VERDICT_ADDED ? _("A Figure of Your Own") : _("Correct the Figure"));
  gtk_label_set_text (self->context, context);
  fill (self->number, number);
  fill (self->unit, unit);
  fill (self->indicator, figure->indicator);
  fill (self->period, figure->period);
  on_changed (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->number));
  return ADW_DIALOG (self);
}
