/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-annotation-item.h"

G_BEGIN_DECLS

/**
 * FzAnnotationChange:
 * @item: what is changed
 * @before: (nullable): its value before; %NULL when it was not there
 * @after: (nullable): its value behind; %NULL when it is gone
 */
typedef struct {
  FzAnnotationItem *item;
  FzAnnotation     *before;
  FzAnnotation     *after;
} FzAnnotationChange;

FzAnnotationChange *fz_annotation_change_new  (FzAnnotationItem   *item,
                                               const FzAnnotation *before,
                                               const FzAnnotation *after);
void                fz_annotation_change_free (FzAnnotationChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzAnnotationChange, fz_annotation_change_free)

typedef struct _FzAnnotationHistory FzAnnotationHistory;

FzAnnotationHistory *fz_annotation_history_new      (void);
void                 fz_annotation_history_free     (FzAnnotationHistory *self);
void                 fz_annotation_history_push     (FzAnnotationHistory *self, FzAnnotationChange *change);
FzAnnotationChange  *fz_annotation_history_undo     (FzAnnotationHistory *self);
FzAnnotationChange  *fz_annotation_history_redo     (FzAnnotationHistory *self);
gboolean             fz_annotation_history_can_undo (FzAnnotationHistory *self);
gboolean             fz_annotation_history_can_redo (FzAnnotationHistory *self);
void                 fz_annotation_history_forget   (FzAnnotationHistory *self, FzAnnotationItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzAnnotationHistory, fz_annotation_history_free)

G_END_DECLS
