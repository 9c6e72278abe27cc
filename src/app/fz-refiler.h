/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-corrector.h"

G_BEGIN_DECLS

#define FZ_TYPE_REFILER (fz_refiler_get_type ())
G_DECLARE_FINAL_TYPE (FzRefiler, fz_refiler, FZ, REFILER, GObject)

FzRefiler *fz_refiler_new  (FzCorrector *corrector);
void       fz_refiler_file (FzRefiler *self, FzLibrary *library, gint64 article, FzRegion region);
void       fz_refiler_undo (FzRefiler *self);

G_END_DECLS
