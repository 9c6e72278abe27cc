/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-corrections.h"

G_BEGIN_DECLS

/**
 * FzCorrectionAct:
 * @add: (element-type FzCorrection): what is put in
 * @remove: (element-type FzCorrection): what is taken out for it
 *
 * What the reader does to a page at one time; taken back the other way round.
 */
typedef struct {
  GPtrArray *add;
  GPtrArray *remove;
} FzCorrectionAct;

FzCorrectionAct *fz_correction_act_new  (GPtrArray *add, GPtrArray *remove);
void             fz_correction_act_free (FzCorrectionAct *self);

typedef enum {
  FZ_CORRECTION_DO,
  FZ_CORRECTION_UNDO,
  FZ_CORRECTION_REDO,
} FzCorrectionMove;

typedef struct _FzCorrectionHistory FzCorrectionHistory;

FzCorrectionHistory *fz_correction_history_new         (void);
void                 fz_correction_history_free        (FzCorrectionHistory *self);
FzCorrectionAct     *fz_correction_history_take        (FzCorrectionHistory *self, FzCorrectionMove move);
void                 fz_correction_history_keep        (FzCorrectionHistory *self, FzCorrectionMove move,
                                                        FzCorrectionAct *act);
gboolean             fz_correction_history_can         (const FzCorrectionHistory *self, FzCorrectionMove move);
void                 fz_correction_history_forget_redo (FzCorrectionHistory *self);

G_END_DECLS
