/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-annotation-history.h"
#include "fz-library.h"

G_BEGIN_DECLS

#define FZ_TYPE_ANNOTATION_WRITER (fz_annotation_writer_get_type ())
G_DECLARE_FINAL_TYPE (FzAnnotationWriter, fz_annotation_writer, FZ, ANNOTATION_WRITER, GObject)

FzAnnotationWriter *fz_annotation_writer_new     (FzLibrary *library);
void                fz_annotation_writer_push    (FzAnnotationWriter *self, const FzAnnotationChange *change);
gboolean            fz_annotation_writer_is_busy (FzAnnotationWriter *self);

G_END_DECLS
