/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-corrector.h"
#include "fz-figures-pane.h"
#include "fz-import-job.h"
#include "fz-page-view.h"
#include "fz-reading-pane.h"
#include "fz-refiler.h"
#include "fz-region-tree.h"
#include "fz-search-pane.h"
#include "fz-window.h"

G_BEGIN_DECLS

/* What a window is still waiting for; it is busy while there is any of it. */
typedef enum {
  FZ_WAIT_LIBRARY = 1 << 0,
  FZ_WAIT_COUNTS  = 1 << 1,
  FZ_WAIT_IMPORT  = 1 << 2,
  FZ_WAIT_ARTICLE = 1 << 3,
  FZ_WAIT_PAGE    = 1 << 4,
  FZ_WAIT_RESTORE = 1 << 5,
} FzWait;

/* Regions, article, its whole page, figures. */
#define FZ_WINDOW_COLUMNS 4

struct _FzWindow {
  AdwApplicationWindow    parent_instance;

  AdwToastOverlay        *toasts;
  GtkStack               *stack;
  AdwStatusPage          *failure;
  GtkWidget              *retry;
  GtkWidget              *restore;
  GtkWidget              *salvage;
  GtkWidget              *despite;
  AdwNavigationSplitView *split;
  AdwNavigationPage      *content_page;
  AdwToolbarView         *content_bars;
  AdwOverlaySplitView    *figures_split;
  GtkWidget              *figures_toggle;
  GtkToggleButton        *page_toggle;
  FzPageView             *page;
  GtkLabel               *title;
  GtkLabel               *subtitle;
  GtkStack               *content;
  GtkStack               *sidebar;
  GtkToggleButton        *search_toggle;
  FzSearchPane           *search;
  FzRegionTree           *tree;
  FzReadingPane          *reading;
  FzFiguresPane          *figures;

  FzSettings             *settings;
  FzLibrary              *library;     /* (nullable): until it is open */
  GCancellable           *opening;     /* (nullable): of the library that is being opened */
  GCancellable           *cancellable; /* of what the window asks the library */
  FzImportJob            *job;
  FzCorrector            *corrector;
  FzRefiler              *refiler;
  AdwToast               *filed;       /* (nullable): while it can be taken back; not ours */
  FzCorrection           *settling;    /* (nullable): a place, on its way into the library */
  AdwToast               *settled;     /* (nullable): while that can be taken back; not ours */
  gint64                  settled_source;
  guint64                 settling_act;  /* its number, as the corrector tells it */
  char                   *path;        /* of the library */
  GStrv                   waiting;     /* (nullable): to be imported when it is open */
  FzWait                  waits;
  GtkProgressBar         *restore_bar;
  AdwStatusPage          *restore_page;
  struct _FzRestore      *restoring;     /* (nullable): what is being put into the library's place; not ours */
  guint                   restore_tick;
  GCancellable           *reanalysing;   /* (nullable): of what was mended and is analysed anew */
  char                   *to_restore;    /* (nullable): a copy, as soon as all is written */
  gboolean                told_damage;   /* of the library that is open */
  gboolean                open_damaged;  /* whatever its mark says */
  gboolean                show_imported; /* as soon as they are in */
  gboolean                refresh;       /* the article, as soon as its page is made anew */
  gint64                  sought_article; /* 0 for none: that is opened since it was found */
  GArray                 *sought;       /* FzTextRange, in its text */
  char                   *sought_query;
  gboolean                narrow;
  guint                   columns;       /* that there is room for */
  gboolean                sidebar_shown;
  gboolean                figures_shown;
  gboolean                focused;     /* the article is all that is shown */
  gboolean                closing;     /* as soon as all is written */
  guint                   refusals;    /* when it was told to close */
  guint                   restore_refusals; /* how often nothing could be put into the library's place */
};

void     fz_window_install_actions   (GtkWidgetClass *klass);
void     fz_window_wait              (FzWindow *self, FzWait what);
void     fz_window_done              (FzWindow *self, FzWait what);
gboolean fz_window_remembers_article (FzWindow *self);
void     fz_window_tree_updated      (FzWindow *self);
void     fz_window_tree_failed       (FzRegionTree *tree, GError *error, FzWindow *self);
void     fz_window_show_content      (FzWindow *self, const char *name);
void     fz_window_settle_focus      (FzWindow *self);
void     fz_window_update_sidebar    (FzWindow *self);
void     fz_window_update_columns    (FzWindow *self);
GtkWidget *fz_window_get_main_pane   (FzWindow *self);
void     fz_window_set_narrow        (FzWindow *self, gboolean narrow);
void     fz_window_set_figures_shown (FzWindow *self, gboolean shown);
void     fz_window_figures_shown     (FzWindow *self);
void     fz_window_figures_collapsed (FzWindow *self);
gboolean fz_window_close_later       (FzWindow *self);
gboolean fz_window_restore_later     (FzWindow *self);
void     fz_window_forget_restore    (FzWindow *self);
void     fz_window_let_go            (FzWindow *self);
void     fz_window_file_init         (FzWindow *self);
void     fz_window_ask_region        (FzWindow *self, gint64 article);
void     fz_window_file_article      (FzWindow *self, gint64 article, FzRegion region);
void     fz_window_file_dropped      (FzRegionTree *tree, gint64 article, guint64 region, FzWindow *self);
void     fz_window_settle_init       (FzWindow *self);
void     fz_window_forget_settled    (FzWindow *self);
void     fz_window_settle_place      (FzWindow *self, gint64 source, guint line, const char *value);
void     fz_window_import_init       (FzWindow *self);
void     fz_window_import_waiting    (FzWindow *self);

void     fz_window_open_article      (FzWindow *self, gint64 article);

/* fz-window-focus.c */
void     fz_window_install_focus     (GtkWidgetClass *klass);
void     fz_window_focus_possible    (FzWindow *self, gboolean possible);

/* fz-window-search.c */
void     fz_window_show_sidebar      (FzWindow *self);
void     fz_window_open_search       (FzWindow *self);
gboolean fz_window_is_searching      (FzWindow *self);
void     fz_window_search_toggled    (FzWindow *self);
void     fz_window_search_closed     (FzWindow *self);
void     fz_window_hit_activated     (FzSearchPane *search, FzArticleItem *item, FzWindow *self);
void     fz_window_show_title        (FzWindow *self, const FzEntry *entry);
void     fz_window_reveal_sought     (FzWindow *self, gint64 article);
void     fz_window_forget_sought     (FzWindow *self);

/* fz-window-marks.c */
void     fz_window_tell              (FzWindow *self, const char *text);
void     fz_window_install_marks     (GtkWidgetClass *klass);

/* fz-window-removal.c */
void     fz_window_install_removal   (GtkWidgetClass *klass);

/* fz-window-restore.c */
void     fz_window_install_restore   (GtkWidgetClass *klass);
void     fz_window_go_on_mending     (FzWindow *self);
void     fz_window_end_restoring     (FzWindow *self);
void     fz_window_restore_written   (FzWindow *self);
gboolean fz_window_is_restoring      (FzWindow *self);

/* fz-window-saved.c */
void     fz_window_search_activated  (FzRegionTree *tree, FzRegionNode *node, FzWindow *self);
void     fz_window_install_saved     (GtkWidgetClass *klass);

/* fz-window-page.c */
void     fz_window_page_init         (FzWindow *self);
void     fz_window_page_toggled      (FzWindow *self);
void     fz_window_page_loaded       (FzWindow *self);
void     fz_window_show_reading      (FzWindow *self);
void     fz_window_follow_article    (FzWindow *self);
void     fz_window_open_details      (FzWindow *self);

G_END_DECLS
