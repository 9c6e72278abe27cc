/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-pane.h"

struct _FzFiguresPane {
  GtkWidget      parent_instance;

  FzReadingPane *pane;
};

G_DEFINE_FINAL_TYPE (FzFiguresPane, fz_figures_pane, GTK_TYPE_WIDGET)

static void
fz_figures_pane_dispose (GObject *object)
{
  FzFiguresPane *self = FZ_FIGURES_PANE (object);

  g_clear_object (&self->pane);
  G_OBJECT_CLASS (fz_figures_pane_parent_class)->dispose (object);
}

static void
fz_figures_pane_class_init (FzFiguresPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = fz_figures_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fz_figures_pane_init (FzFiguresPane *self)
{
}

GtkWidget *
fz_figures_pane_new (void)
{
  return g_object_new (FZ_TYPE_FIGURES_PANE, NULL);
}

void
fz_figures_pane_set_pane (FzFiguresPane *self, FzReadingPane *pane)
{
  g_set_object (&self->pane, pane);
}
