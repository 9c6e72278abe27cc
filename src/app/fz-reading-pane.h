/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "fz-annotation-item.h"
#include "fz-corrector.h"
#include "fz-library.h"

G_BEGIN_DECLS

#define FZ_TYPE_READING_PANE (fz_reading_pane_get_type ())
G_DECLARE_FINAL_TYPE (FzReadingPane, fz_reading_pane, FZ, READING_PANE, GtkWidget)

GtkWidget    *fz_reading_pane_new                    (void);
void          fz_reading_pane_set_library            (FzReadingPane *self, FzLibrary *library);
void          fz_reading_pane_show_article           (FzReadingPane *self, gint64 article);
FzStored     *fz_reading_pane_get_stored             (FzReadingPane *self);
void          fz_reading_pane_reveal                 (FzReadingPane *self, guint start, guint end);
void          fz_reading_pane_show_hits              (FzReadingPane *self, const char *query, const GArray *ranges);
void          fz_reading_pane_reveal_annotation      (FzReadingPane *self, FzAnnotationItem *item);
GListModel   *fz_reading_pane_get_annotations        (FzReadingPane *self);
gboolean      fz_reading_pane_is_writing             (FzReadingPane *self);
guint         fz_reading_pane_get_refusals           (FzReadingPane *self);
void          fz_reading_pane_finish_note            (FzReadingPane *self);
void          fz_reading_pane_remove_annotation      (FzReadingPane *self, FzAnnotationItem *item);
void          fz_reading_pane_set_corrector          (FzReadingPane *self, FzCorrector *corrector);
void          fz_reading_pane_keep_place             (FzReadingPane *self);
void          fz_reading_pane_set_focused            (FzReadingPane *self, gboolean focused);
GActionGroup *fz_reading_pane_get_annotation_actions (FzReadingPane *self);

G_END_DECLS
