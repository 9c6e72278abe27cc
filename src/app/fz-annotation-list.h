/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-annotation-item.h"
#include "fz-library.h"
#include "fz-story.h"

G_BEGIN_DECLS

#define FZ_TYPE_ANNOTATION_LIST (fz_annotation_list_get_type ())
G_DECLARE_FINAL_TYPE (FzAnnotationList, fz_annotation_list, FZ, ANNOTATION_LIST, GObject)

FzAnnotationList *fz_annotation_list_new       (FzLibrary *library, const FzStored *stored, FzStory *story);
gboolean          fz_annotation_list_is_of     (FzAnnotationList *self, gint64 article);
GListModel       *fz_annotation_list_get_model (FzAnnotationList *self);
FzAnnotationItem *fz_annotation_list_at        (FzAnnotationList *self, guint position);
void              fz_annotation_list_add       (FzAnnotationList *self, guint start, guint end,
                                                guint color, const char *note);
void              fz_annotation_list_set_color (FzAnnotationList *self, FzAnnotationItem *item, guint color);
void              fz_annotation_list_set_note  (FzAnnotationList *self, FzAnnotationItem *item, const char *note);
void              fz_annotation_list_remove    (FzAnnotationList *self, FzAnnotationItem *item);
void              fz_annotation_list_retry     (FzAnnotationList *self);
gboolean          fz_annotation_list_is_writing (FzAnnotationList *self);
gboolean          fz_annotation_list_can_undo  (FzAnnotationList *self);
gboolean          fz_annotation_list_can_redo  (FzAnnotationList *self);
gboolean          fz_annotation_list_undo      (FzAnnotationList *self);
gboolean          fz_annotation_list_redo      (FzAnnotationList *self);

G_END_DECLS
