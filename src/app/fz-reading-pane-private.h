/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-annotation-controller.h"
#include "fz-reading-pane.h"
#include "fz-reading-settings.h"
#include "fz-reading-view.h"
#include "fz-reprints-bar.h"
#include "fz-story.h"

G_BEGIN_DECLS

/* In percent. */
#define FZ_READING_ZOOM_MIN 50
#define FZ_READING_ZOOM_MAX 300

struct _FzReadingPane {
  GtkWidget               parent_instance;

  AdwToastOverlay        *toasts;
  GtkStack               *stack;
  AdwStatusPage          *error;
  AdwClamp               *folio_clamp;
  GtkLabel               *folio;
  GtkLabel               *progress;
  GtkMenuButton          *look_button;
  GtkMenuButton          *outline_button;
  GtkListView            *outline;
  GtkSingleSelection     *outline_model;
  GtkWidget              *leave_button;
  FzReprintsBar          *reprints;
  GtkSearchBar           *find_bar;
  GtkSearchEntry         *find_entry;
  GtkLabel               *find_count;
  GtkScrolledWindow      *scroller;
  FzReadingView          *view;

  FzReadingSettings      *settings;
  FzAnnotationController *controller;
  FzAnnotationList       *annotations;
  GPtrArray              *writing; /* lists with changes on their way */
  FzLibrary              *library;
  FzStored               *stored;
  FzStory                *story;      /* what is shown of it, with its other parts */
  gint64                  article;
  gboolean                printed;    /* the lines of the page stand beside the text */
  GArray                 *headings;   /* FzPassage, as the outline lists them */
  char                   *link;       /* (nullable): where the menu was opened last */
  FzScript                script;     /* that it is shown in */
  FzManuscript           *shown_text; /* the text that this was settled for; not ours */
  char                   *language; /* of what is shown, as fonts know it */
  GCancellable           *cancellable;
  guint                   generation;
  gboolean                asking;     /* for an article */
  gint64                  place;      /* that is kept of what is shown, or -1 */
  guint                   stayed;     /* the source that keeps it */
  guint                   keeping;    /* places on their way into the library */
  gboolean                place_told; /* that they are not kept; once is enough */
  guint                   late; /* the source that brings the spinner */
  guint                   refusals; /* of the library, of changes to annotations */
  guint                   hit; /* that of what was found which is looked at */
  gboolean                sought; /* the hits are those of a search of the library */
  guint                   told;   /* what a screen reader was last told the caret is in */
  guint                   zoom;
  guint                   zoom_before; /* the pinch that is under way */
};

/* fz-reading-pane-actions.c */
void fz_reading_pane_install_actions (GtkWidgetClass *klass);
void fz_reading_pane_add_keys        (FzReadingPane *self);
void fz_reading_pane_add_zoom_gestures (FzReadingPane *self);
void fz_reading_pane_add_turning     (FzReadingPane *self);
char *fz_reading_pane_quote          (guint position, const char *text, gpointer user_data);
void fz_reading_pane_measure         (FzReadingPane *self);
void fz_reading_pane_color           (FzReadingPane *self);
void fz_reading_pane_set_zoom        (FzReadingPane *self, guint zoom);

/* fz-reading-pane-article.c */
void fz_reading_pane_ask             (FzReadingPane *self);
void fz_reading_pane_stop            (FzReadingPane *self);
void fz_reading_pane_show_nothing    (FzReadingPane *self);
void fz_reading_pane_set_annotations (FzReadingPane *self, FzAnnotationList *list);
void fz_reading_pane_show_printed    (FzReadingPane *self);
void fz_reading_pane_show_facts      (FzReadingPane *self);

/* fz-reading-pane-find.c */
void fz_reading_pane_install_find    (GtkWidgetClass *klass);
void fz_reading_pane_set_up_find     (FzReadingPane *self);
void fz_reading_pane_find            (FzReadingPane *self);

/* fz-reading-pane-link.c */
void fz_reading_pane_install_link    (GtkWidgetClass *klass);
void fz_reading_pane_find_link       (FzReadingPane *self, double x, double y);

/* fz-reading-pane-outline.c */
void fz_reading_pane_install_outline (GtkWidgetClass *klass);
void fz_reading_pane_show_outline    (FzReadingPane *self);

/* fz-reading-pane-place.c */
void fz_reading_pane_show_progress   (FzReadingPane *self);
void fz_reading_pane_place_moved     (FzReadingPane *self);
void fz_reading_pane_resume          (FzReadingPane *self, gint64 place);

/* fz-reading-pane-script.c */
void fz_reading_pane_show_script     (FzReadingPane *self);
void fz_reading_pane_set_language    (FzReadingPane *self, const char *language);

/* fz-reading-pane.c */
void fz_reading_pane_tell_loaded     (FzReadingPane *self);
void fz_reading_pane_tell_revealed   (FzReadingPane *self);
void fz_reading_pane_tell_writing    (FzReadingPane *self);
void fz_reading_pane_tell_zoom       (FzReadingPane *self);

G_END_DECLS
