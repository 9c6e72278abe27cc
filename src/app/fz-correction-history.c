/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-correction-history.h"

/* What was done to one page, and what of it was taken back. */
struct _FzCorrectionHistory {
  GPtrArray *done;   /* (element-type FzCorrectionAct) */
  GPtrArray *undone; /* (element-type FzCorrectionAct) */
};

/**
 * fz_correction_act_new:
 * @add: (transfer full): see the fields
 * @remove: (transfer full): likewise
 *
 * Returns: (transfer full): an act
 */
FzCorrectionAct *
fz_correction_act_new (GPtrArray *add, GPtrArray *remove)
{
  FzCorrectionAct *self = g_new0 (FzCorrectionAct, 1);

  self->add = add;
  self->remove = remove;
  return self;
}

/** fz_correction_act_free: */
void
fz_correction_act_free (FzCorrectionAct *self)
{
  g_ptr_array_unref (self->add);
  g_ptr_array_unref (self->remove);
  g_free (self);
}

/**
 * fz_correction_history_new:
 *
 * Returns: (transfer full): an empty one
 */
FzCorrectionHistory *
fz_correction_history_new (void)
{
  FzCorrectionHistory *self = g_new0 (FzCorrectionHistory, 1);

  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_correction_act_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_correction_act_free);
  return self;
}

/** fz_correction_history_free: */
void
fz_correction_history_free (FzCorrectionHistory *self)
{
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_free (self);
}

/**
 * fz_correction_history_take:
 * @move: undo or redo
 *
 * Returns: (transfer full) (nullable): the act that it is about; put in again with
 *   fz_correction_history_keep() when it has been done
 */
FzCorrectionAct *
fz_correction_history_take (FzCorrectionHistory *self, FzCorrectionMove move)
{
  GPtrArray *from = move == FZ_CORRECTION_UNDO ? self->done : self->undone;

  return fz_correction_history_can (self, move) ? g_ptr_array_steal_index (from, from->len - 1) : NULL;
}

/**
 * fz_correction_history_keep:
 * @move: what happened with it
 * @act: (transfer full): an act
 *
 * A new one makes what was taken back impossible to do again.
 */
void
fz_correction_history_keep (FzCorrectionHistory *self, FzCorrectionMove move, FzCorrectionAct *act)
{
  if (move == FZ_CORRECTION_DO)
    fz_correction_history_forget_redo (self);
  g_ptr_array_add (move == FZ_CORRECTION_UNDO ? self->undone : self->done, act);
}

/**
 * fz_correction_history_can:
 * @move: undo or redo
 *
 * Returns: whether there is something to take back, or to do again
 */
gboolean
fz_correction_history_can (const FzCorrectionHistory *self, FzCorrectionMove move)
{
  return (move == FZ_CORRECTION_UNDO ? self->done : self->undone)->len > 0;
}

/** fz_correction_history_forget_redo: */
void
fz_correction_history_forget_redo (FzCorrectionHistory *self)
{
  g_ptr_array_set_size (self->undone, 0);
}
