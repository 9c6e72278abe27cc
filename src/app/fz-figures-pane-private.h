/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-fact-page.h"
#include "fz-figure-page.h"
#include "fz-figure-verdicts.h"
#include "fz-figures-pane.h"
#include "fz-note-page.h"

G_BEGIN_DECLS

struct _FzFiguresPane {
  GtkWidget           parent_instance;

  GtkWidget          *content;
  FzFigurePage       *figures;
  FzFactPage         *places;
  FzNotePage         *notes;
  GtkLabel           *length;
  GtkLabel           *paragraphs;
  GtkLabel           *count;
  FzReadingPane      *pane;
  FzFigureVerdicts   *verdicts; /* of the article that is shown */
  GPtrArray          *former;   /* FzFigureVerdicts of others, that are still on their way */
  guint               refusals; /* of the library, of what was said of figures */
  GSimpleActionGroup *actions;  /* the group "figure" */
  GCancellable       *cancellable;
  gint64              listed;    /* the article whose places are listed, 0 for none */
  gboolean            again;     /* they were before, and are only to be what they are now */
  GCancellable       *seeking;   /* places that are left open; (nullable) */
};

/* fz-figures-pane.c */
void fz_figures_pane_show_figures    (FzFiguresPane *self, const FzStored *stored);
void fz_figures_pane_tell_settled    (FzFiguresPane *self);

/* fz-figures-pane-kept.c */
void fz_figures_pane_begin_verdicts  (FzFiguresPane *self, const FzStored *stored);
void fz_figures_pane_drop_verdicts   (FzFiguresPane *self);

/* fz-figures-pane-verdicts.c */
void fz_figures_pane_install_actions (FzFiguresPane *self);
void fz_figures_pane_update_actions  (FzFiguresPane *self);

G_END_DECLS
