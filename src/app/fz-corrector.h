/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

#define FZ_TYPE_CORRECTOR (fz_corrector_get_type ())
G_DECLARE_FINAL_TYPE (FzCorrector, fz_corrector, FZ, CORRECTOR, GObject)

FzCorrector *fz_corrector_new         (void);
void         fz_corrector_set_library (FzCorrector *self, FzLibrary *library);
FzLibrary   *fz_corrector_get_library (FzCorrector *self);
void         fz_corrector_set_source  (FzCorrector *self, gint64 source);
void         fz_corrector_do          (FzCorrector *self, GPtrArray *add, GPtrArray *remove);
void         fz_corrector_undo        (FzCorrector *self);
guint64      fz_corrector_do_to      (FzCorrector *self, gint64 source, GPtrArray *add, GPtrArray *remove);
void         fz_corrector_undo_of    (FzCorrector *self, gint64 source);
void         fz_corrector_redo        (FzCorrector *self);
gboolean     fz_corrector_can_undo    (FzCorrector *self);
gboolean     fz_corrector_can_redo    (FzCorrector *self);
void         fz_corrector_forget_redo (FzCorrector *self);
gboolean     fz_corrector_is_busy     (FzCorrector *self);
guint        fz_corrector_get_refusals (FzCorrector *self);

G_END_DECLS
