/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-corrector.h"

#include "fz-correction-history.h"
#include "fz-exchange.h"

/* What the reader corrects, applied to the library and remembered, to be taken
 * back and done again.
 *
 * An act puts corrections in and takes others out, in one transaction; to take
 * it back is the same the other way round.  Acts are applied one after another,
 * because the next one may take out what the one before gave an id to: while one
 * is on its way the others wait, also undo and redo.  When the library refuses
 * one, those that wait were built on it and are dropped.  Each page has a
 * history of its own; that of the page that is open is meant. */

typedef struct {
  guint64          number;
  FzCorrectionMove move;
  gint64           source;
  FzCorrectionAct *act; /* (nullable): taken from the history when it is its turn */
} Step;

struct _FzCorrector {
  GObject       parent_instance;

  FzLibrary    *library;
  gint64        source;    /* that is open; 0 for none */
  GHashTable   *histories; /* source to its FzCorrectionHistory */
  GQueue        waiting;   /* of Step */
  Step         *current;   /* (nullable): on its way */
  guint         refusals;
  guint64       n_steps;
  GApplication *application; /* (nullable): held while there is a current step */
};

G_DEFINE_FINAL_TYPE (FzCorrector, fz_corrector, G_TYPE_OBJECT)

enum { CORRECTED, FAILED, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void start_next (FzCorrector *self);

static void
step_free (gpointer data)
{
  Step *self = data;

  g_clear_pointer (&self->act, fz_correction_act_free);
  g_free (self);
}

static FzCorrectionHistory *
history_of (FzCorrector *self, gint64 source)
{
  FzCorrectionHistory *history = g_hash_table_lookup (self->histories, &source);

  if (history != NULL)
    return history;
  history = fz_correction_history_new ();
  g_hash_table_insert (self->histories, g_memdup2 (&source, sizeof source), history);
  return history;
}

static GArray *
ids_of (const GPtrArray *corrections)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < corrections->len; i++)
    g_array_append_val (ids, ((const FzCorrection *) corrections->pdata[i])->id);
  return ids;
}

static void
tell_changed (FzCorrector *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Somebody else may have taken out what an undo was to take out: what was built
 * on it is gone too. */
static void
forget (FzCorrector *self, const Step *step)
{
  if (step->move != FZ_CORRECTION_DO)
    g_hash_table_remove (self->histories, &step->source);
  g_queue_clear_full (&self->waiting, step_free);
}

static void
keep (FzCorrector *self, Step *step, GPtrArray *added)
{
  if (step->move == FZ_CORRECTION_DO)
    {
      g_ptr_array_unref (step->act->add);
      step->act->add = g_ptr_array_ref (added);
    }
  fz_correction_history_keep (history_of (self, step->source), step->move, g_steal_pointer (&step->act));
}

static void
refuse (FzCorrector *self, const GError *error)
{
  self->refusals++;
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
end_step (FzCorrector *self)
{
  if (self->application != NULL)
    g_application_release (self->application);
  g_clear_object (&self->application);
  g_clear_pointer (&self->current, step_free);
}

/* The library may be another one by now, with a history of its own. */
static void
on_applied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzCorrector) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) added = fz_correct_finish (FZ_LIBRARY (source), result, &error);
  gboolean open = FZ_LIBRARY (source) == self->library;
  gint64 corrected = self->current->source;
  guint64 number = self->current->number;

  if (open && added != NULL)
    keep (self, self->current, added);
  else if (open)
    forget (self, self->current);
  end_step (self);
  if (added == NULL)
    refuse (self, error);
  else if (open)
    g_signal_emit (self, signals[CORRECTED], 0, corrected, number);
  start_next (self);
  tell_changed (self);
}

static void
apply (FzCorrector *self, Step *step)
{
  gboolean back = step->move == FZ_CORRECTION_UNDO;
  g_autoptr (GArray) remove = ids_of (back ? step->act->add : step->act->remove);

  self->current = step;
  if (g_set_object (&self->application, g_application_get_default ()))
    g_application_hold (self->application);
  fz_correct_async (self->library, step->source, back ? step->act->remove : step->act->add, remove,
                    NULL, on_applied, g_object_ref (self));
}

static void
start_next (FzCorrector *self)
{
  Step *step;

  while (self->current == NULL && self->library != NULL && (step = g_queue_pop_head (&self->waiting)) != NULL)
    {
      if (step->move != FZ_CORRECTION_DO)
        step->act = fz_correction_history_take (history_of (self, step->source), step->move);
      if (step->act != NULL)
        apply (self, step);
      else
        step_free (step);
    }
}

static guint64
push (FzCorrector *self, FzCorrectionMove move, gint64 source, FzCorrectionAct *act)
{
  Step *step = g_new0 (Step, 1);
  guint64 number = ++self->n_steps;

  step->number = number;
  step->move = move;
  step->source = source;
  step->act = act;
  g_queue_push_tail (&self->waiting, step);
  start_next (self);
  tell_changed (self);
  return number;
}

static void
fz_corrector_finalize (GObject *object)
{
  FzCorrector *self = FZ_CORRECTOR (object);

  g_queue_clear_full (&self->waiting, step_free);
  g_hash_table_unref (self->histories);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (fz_corrector_parent_class)->finalize (object);
}

static void
fz_corrector_class_init (FzCorrectorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_corrector_finalize;

  /* The page with this id was made anew, by the act of this number. */
  signals[CORRECTED] = g_signal_new ("corrected", FZ_TYPE_CORRECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT64);
  /* An act was refused, with one sentence why; everything is as it was. */
  signals[FAILED] = g_signal_new ("failed", FZ_TYPE_CORRECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  /* What can be undone and redone, or whether it is busy, may be other now. */
  signals[CHANGED] = g_signal_new ("changed", FZ_TYPE_CORRECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
fz_corrector_init (FzCorrector *self)
{
  self->histories = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                           (GDestroyNotify) fz_correction_history_free);
  g_queue_init (&self->waiting);
}

/**
 * fz_corrector_new:
 *
 * Returns: (transfer full): one without a library
 */
FzCorrector *
fz_corrector_new (void)
{
  return g_object_new (FZ_TYPE_CORRECTOR, NULL);
}

/**
 * fz_corrector_set_library:
 * @library: (nullable): where the pages are
 *
 * What was done in another one is forgotten; what is on its way there goes on.
 */
void
fz_corrector_set_library (FzCorrector *self, FzLibrary *library)
{
  g_return_if_fail (FZ_IS_CORRECTOR (self));

  if (!g_set_object (&self->library, library))
    return;
  g_queue_clear_full (&self->waiting, step_free);
  g_hash_table_remove_all (self->histories);
  fz_corrector_set_source (self, 0);
}

/**
 * fz_corrector_get_library:
 *
 * Returns: (transfer none) (nullable): where the pages are
 */
FzLibrary *
fz_corrector_get_library (FzCorrector *self)
{
  g_return_val_if_fail (FZ_IS_CORRECTOR (self), NULL);

  return self->library;
}

/**
 * fz_corrector_set_source:
 * @source: id of the page that is open, or 0
 */
void
fz_corrector_set_source (FzCorrector *self, gint64 source)
{
  g_return_if_fail (FZ_IS_CORRECTOR (self));

  self->source = source;
  tell_changed (self);
}

/**
 * fz_corrector_do:
 * @add: (transfer full) (element-type FzCorrection): what the reader says
 * @remove: (transfer full) (element-type FzCorrection): what is taken out for it
 *
 * Applies one act to the page that is open.
 */
void
fz_corrector_do (FzCorrector *self, GPtrArray *add, GPtrArray *remove)
{
  g_return_if_fail (FZ_IS_CORRECTOR (self));

  fz_corrector_do_to (self, self->source, add, remove);
}

/**
 * fz_corrector_undo:
 *
 * Takes back what was done last to the page that is open.
 */
void
fz_corrector_undo (FzCorrector *self)
{
  g_return_if_fail (FZ_IS_CORRECTOR (self));

  fz_corrector_undo_of (self, self->source);
}

/**
 * fz_corrector_do_to:
 * @source: id of a page, whether it is open or not
 * @add: (transfer full) (element-type FzCorrection): what the reader says
 * @remove: (transfer full) (element-type FzCorrection): what is taken out for it
 *
 * Applies one act to that page.
 *
 * Returns: the number of the act, that "corrected" tells when it was applied
 */
guint64
fz_corrector_do_to (FzCorrector *self, gint64 source, GPtrArray *add, GPtrArray *remove)
{
  g_return_val_if_fail (FZ_IS_CORRECTOR (self), 0);

  return push (self, FZ_CORRECTION_DO, source, fz_correction_act_new (add, remove));
}

/**
 * fz_corrector_undo_of:
 * @source: id of a page, whether it is open or not
 *
 * Takes back what was done last to that page.
 */
void
fz_corrector_undo_of (FzCorrector *self, gint64 source)
{
  g_return_if_fail (FZ_IS_CORRECTOR (self));

  push (self, FZ_CORRECTION_UNDO, source, NULL);
}

/**
 * fz_corrector_redo:
 *
 * Does again what was taken back last.
 */
void
fz_corrector_redo (FzCorrector *self)
{
  g_return_if_fail (FZ_IS_CORRECTOR (self));

  push (self, FZ_CORRECTION_REDO, self->source, NULL);
}

/** fz_corrector_can_undo: */
gboolean
fz_corrector_can_undo (FzCorrector *self)
{
  return self->source != 0 && (self->current != NULL || fz_correction_history_can (history_of (self, self->source), FZ_CORRECTION_UNDO));
}

/** fz_corrector_can_redo: */
gboolean
fz_corrector_can_redo (FzCorrector *self)
{
  return self->source != 0 && fz_correction_history_can (history_of (self, self->source), FZ_CORRECTION_REDO);
}

/**
 * fz_corrector_forget_redo:
 *
 * Something else was done: what was taken back can no longer be done again.
 */
void
fz_corrector_forget_redo (FzCorrector *self)
{
  g_return_if_fail (FZ_IS_CORRECTOR (self));

  if (self->source != 0)
    fz_correction_history_forget_redo (history_of (self, self->source));
  tell_changed (self);
}

/**
 * fz_corrector_is_busy:
 *
 * Returns: whether the library has not yet answered to all that was done
 */
gboolean
fz_corrector_is_busy (FzCorrector *self)
{
  g_return_val_if_fail (FZ_IS_CORRECTOR (self), FALSE);

  return self->current != NULL;
}

/**
 * fz_corrector_get_refusals:
 *
 * Returns: how many acts were refused so far
 */
guint
fz_corrector_get_refusals (FzCorrector *self)
{
  g_return_val_if_fail (FZ_IS_CORRECTOR (self), 0);

  return self->refusals;
}
