/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-sheet.h"

G_BEGIN_DECLS

#define FZ_TYPE_CORRECTION_ITEM (fz_correction_item_get_type ())
G_DECLARE_FINAL_TYPE (FzCorrectionItem, fz_correction_item, FZ, CORRECTION_ITEM, GObject)

FzCorrectionItem   *fz_correction_item_new        (const FzCorrection *value, const FzSheet *sheet);
FzCorrectionItem   *fz_correction_item_new_orphan (const FzAnnotation *mark);
const FzCorrection *fz_correction_item_get_value  (FzCorrectionItem *self);
const char         *fz_correction_item_get_what   (FzCorrectionItem *self);
const char         *fz_correction_item_get_words  (FzCorrectionItem *self);
const char         *fz_correction_item_get_note   (FzCorrectionItem *self);
char               *fz_correction_item_dup_spoken (FzCorrectionItem *self);

G_END_DECLS
