/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-highlight-swatches.h"

#include <glib/gi18n.h>

#include "fz-highlight.h"

/* The colours of a highlight, and what else it can be, as a row of round buttons; "picked" tells which. */
struct _FzHighlightSwatches {
  GtkBox     parent_instance;

  GtkWidget *buttons[FZ_HIGHLIGHT_STYLES];
};

G_DEFINE_FINAL_TYPE (FzHighlightSwatches, fz_highlight_swatches, GTK_TYPE_BOX)

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
on_clicked (FzHighlightSwatches *self, GtkWidget *button)
{
  for (guint i = 0; i < FZ_HIGHLIGHT_STYLES; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[PICKED], 0, i);
}

/* What is no colour is shown on a character. */
static void
show_plain (GtkButton *button, guint color)
{
  if (color < FZ_HIGHLIGHT_COLORS)
    gtk_button_set_icon_name (button, "");
  else
    gtk_button_set_label (button, "文");
}

static GtkWidget *
new_button (FzHighlightSwatches *self, guint color)
{
  g_autofree char *tooltip = g_strdup_printf (color < FZ_HIGHLIGHT_COLORS ? _("Highlight in %s (%u)") : _("Mark with %s (%u)"),
                                              fz_highlight_color_label (color), color + 1);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "highlight-swatch");
  gtk_widget_add_css_class (button, fz_highlight_color_name (color));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, fz_highlight_color_label (color), -1);
  show_plain (GTK_BUTTON (button), color);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);
  return button;
}

static void
fz_highlight_swatches_class_init (FzHighlightSwatchesClass *klass)
{
  signals[PICKED] = g_signal_new ("picked", FZ_TYPE_HIGHLIGHT_SWATCHES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "swatches");
}

static void
fz_highlight_swatches_init (FzHighlightSwatches *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  for (guint i = 0; i < FZ_HIGHLIGHT_STYLES; i++)
    {
      self->buttons[i] = new_button (self, i);
      gtk_box_append (GTK_BOX (self), self->buttons[i]);
    }
}

/**
 * fz_highlight_swatches_set_chosen:
 * @color: a colour or a #FzHighlightStyle, or -1 where none is in use
 */
void
fz_highlight_swatches_set_chosen (FzHighlightSwatches *self, int color)
{
  for (int i = 0; i < FZ_HIGHLIGHT_STYLES; i++)
    {
      GtkButton *button = GTK_BUTTON (self->buttons[i]);
      g_autofree char *chosen = g_strdup_printf (_("%s, in use"), fz_highlight_color_label (i));

      if (i == color)
        gtk_button_set_icon_name (button, "object-select-symbolic");
      else
        show_plain (button, i);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      i == color ? chosen : fz_highlight_color_label (i), -1);
    }
}
