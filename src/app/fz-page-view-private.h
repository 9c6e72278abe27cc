/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-corrections-dialog.h"
#include "fz-details-dialog.h"
#include "fz-page-view.h"
#include "fz-sheet-model.h"

G_BEGIN_DECLS

struct _FzPageView {
  GtkWidget           parent_instance;

  GtkStack           *stack;
  AdwStatusPage      *error;
  GtkLabel           *summary;
  GtkWidget          *doubt;
  GtkLabel           *encoding;
  GtkWidget          *spinner;
  GtkListView        *list;
  GMenuModel         *line_menu;
  GtkWidget          *menu;

  FzSheetModel       *model;
  GtkMultiSelection  *selection;
  FzLibrary          *library;     /* (nullable) */
  FzCorrector        *corrector;   /* (nullable) */
  gint64              source;      /* that is to be shown, 0 for none */
  gint64              article;     /* that is open */
  gboolean            wanted;      /* somebody sees it */
  gboolean            details;     /* are to be opened as soon as it is loaded */
  GCancellable       *cancellable; /* (nullable): of the page that is on its way */
  guint               tick;        /* that brings the open article into view */
  gboolean            reveal_end;  /* with its last line first */
  FzDetailsDialog    *details_dialog;     /* (weak) */
  FzCorrectionsDialog *corrections_dialog; /* (weak) */
  AdwDialog          *encoding_dialog;    /* (weak) */
};

/* fz-page-view-actions.c */
void fz_page_view_install_actions (GtkWidgetClass *klass);
void fz_page_view_add_keys        (FzPageView *self);
void fz_page_view_update_actions  (FzPageView *self);
void fz_page_view_show_menu       (FzPageView *self, double x, double y);

/* fz-page-view-load.c */
void     fz_page_view_stop           (FzPageView *self);
void     fz_page_view_load_if_wanted (FzPageView *self);
gboolean fz_page_view_holds_page     (FzPageView *self);
void     fz_page_view_reveal_article (FzPageView *self);
void     fz_page_view_update_spinner (FzPageView *self);

/* fz-page-view.c */
void fz_page_view_tell_loaded     (FzPageView *self);
void fz_page_view_tell            (FzPageView *self, const char *message);

G_END_DECLS
