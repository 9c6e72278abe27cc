/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "fz-annotation-list.h"
#include "fz-corrector.h"
#include "fz-reading-view.h"

G_BEGIN_DECLS

#define FZ_TYPE_ANNOTATION_CONTROLLER (fz_annotation_controller_get_type ())
G_DECLARE_FINAL_TYPE (FzAnnotationController, fz_annotation_controller, FZ, ANNOTATION_CONTROLLER, GObject)

FzAnnotationController *fz_annotation_controller_new         (GtkWidget *host, FzReadingView *view,
                                                              AdwToastOverlay *toasts);
void                    fz_annotation_controller_shut        (FzAnnotationController *self);
void                    fz_annotation_controller_finish      (FzAnnotationController *self);
void                    fz_annotation_controller_set_list    (FzAnnotationController *self, FzAnnotationList *list);
void                    fz_annotation_controller_set_corrector (FzAnnotationController *self, FzCorrector *corrector);
GActionGroup           *fz_annotation_controller_get_actions (FzAnnotationController *self);
void                    fz_annotation_controller_remove      (FzAnnotationController *self, FzAnnotationItem *item);
void                    fz_annotation_controller_paint       (FzAnnotationController *self);
void                    fz_annotation_controller_scrolled    (FzAnnotationController *self);

G_END_DECLS
