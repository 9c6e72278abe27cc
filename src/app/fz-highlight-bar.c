/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-highlight-bar.h"

#include "fz-highlight-swatches.h"

/* What can be done with a selection, floating near it.  All of it are actions
 * of the pane that it hangs in. */
struct _FzHighlightBar {
  GtkPopover parent_instance;
};

G_DEFINE_FINAL_TYPE (FzHighlightBar, fz_highlight_bar, GTK_TYPE_POPOVER)

static void
on_picked (GtkWidget *self, guint color)
{
  gtk_widget_activate_action (self, "annotation.highlight", "u", color);
}

static void
fz_highlight_bar_class_init (FzHighlightBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (FZ_TYPE_HIGHLIGHT_SWATCHES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/fangzhi/Fangzhi/fz-highlight-bar.ui");
  gtk_widget_class_bind_template_callback (widget_class, on_picked);
}

static void
fz_highlight_bar_init (FzHighlightBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * fz_highlight_bar_new:
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
fz_highlight_bar_new (void)
{
  return g_object_new (FZ_TYPE_HIGHLIGHT_BAR, NULL);
}
