/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-record.h"

G_BEGIN_DECLS

#define FZ_TYPE_ANNOTATION_ITEM (fz_annotation_item_get_type ())
G_DECLARE_FINAL_TYPE (FzAnnotationItem, fz_annotation_item, FZ, ANNOTATION_ITEM, GObject)

FzAnnotationItem   *fz_annotation_item_new       (const FzAnnotation *value, guint offset);
FzAnnotation       *fz_annotation_item_dup_kept  (FzAnnotationItem *self, const FzAnnotation *value);
const FzAnnotation *fz_annotation_item_get_value (FzAnnotationItem *self);
void                fz_annotation_item_set_value (FzAnnotationItem *self, const FzAnnotation *value);
void                fz_annotation_item_set_id    (FzAnnotationItem *self, gint64 id);
int                 fz_annotation_item_compare   (gconstpointer a, gconstpointer b, gpointer user_data);

G_END_DECLS
