/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figure-verdicts.h"

/* What the reader says of the figures of one story, on its way to the library,
 * and the way back.  One thing is written after the other, for only when it is
 * written its number is known; until all is, the application does not end.
 * "changed" tells that the library holds something else now, "failed" why it
 * does not, and "settled" that nothing is on its way any more. */
struct _FzFigureVerdicts {
  GObject    parent_instance;

  FzLibrary *library;
  GPtrArray *done;   /* of Change, the last one last */
  GPtrArray *undone;
  GQueue     waiting; /* of Act; the first is on its way */
  GApplication *application; /* (nullable): held while there are any */
};

G_DEFINE_FINAL_TYPE (FzFigureVerdicts, fz_figure_verdicts, G_TYPE_OBJECT)

enum { CHANGED, FAILED, SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Without @before it was added. */
typedef struct {
  gint64    article;
  FzFigure *before;
  FzFigure *after;
} Change;

typedef enum { DO, UNDO, REDO } Direction;

typedef struct {
  Direction  direction;
  Change    *change; /* filled in when it begins, if it is not new */
} Act;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->before, fz_figure_free);
  fz_figure_free (change->after);
  g_free (change);
}

static void
act_free (gpointer data)
{
  Act *act = data;

  g_clear_pointer (&act->change, change_free);
  g_free (act);
}

/* What the library is to hold. */
static FzFigure *
dup_target (const Act *act)
{
  FzFigure *target;

  if (act->direction != UNDO)
    return fz_figure_copy (act->change->after);
  if (act->change->before != NULL)
    return fz_figure_copy (act->change->before);
  target = fz_figure_copy (act->change->after);
  target->verdict = FZ_VERDICT_AUTO;
  return target;
}

static void begin (FzFigureVerdicts *self);

/* Keeps the change where the way back is, under the number that it has now. */
static void
settle (FzFigureVerdicts *self, Act *act, guint ordinal)
{
  Change *change = g_steal_pointer (&act->change);

  if (change->before != NULL)
    change->before->ordinal = ordinal;
  change->after->ordinal = ordinal;
  if (act->direction == DO)
    g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (act->direction == UNDO ? self->undone : self->done, change);
}

/* What could not be undone or done again can still be. */
static void
give_back (FzFigureVerdicts *self, Act *act)
{
  if (act->direction != DO)
    g_ptr_array_add (act->direction == UNDO ? self->done : self->undone, g_steal_pointer (&act->change));
}

static void
on_judged (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzFigureVerdicts) self = user_data;
  Act *act = g_queue_pop_head (&self->waiting);
  g_autoptr (GError) error = NULL;
  guint ordinal;

  if (fz_library_judge_finish (FZ_LIBRARY (source), result, &ordinal, &error))
    {
      settle (self, act, ordinal);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  else
    {
      give_back (self, act);
      g_signal_emit (self, signals[FAILED], 0, error->message);
    }
  act_free (act);
  begin (self);
}

static void
let_go (FzFigureVerdicts *self)
{
  if (self->application != NULL)
    g_application_release (self->application);
  g_clear_object (&self->application);
}

/* What is to be undone is known only now. */
static gboolean
take_change (FzFigureVerdicts *self, Act *act)
{
  GPtrArray *from = act->direction == UNDO ? self->done : self->undone;

  if (act->direction == DO)
    return TRUE;
  if (from->len == 0)
    return FALSE;
  act->change = g_ptr_array_steal_index (from, from->len - 1);
  return TRUE;
}

static void
begin (FzFigureVerdicts *self)
{
  g_autoptr (FzFigure) target = NULL;
  Act *act;

  while ((act = g_queue_peek_head (&self->waiting)) != NULL && !take_change (self, act))
    act_free (g_queue_pop_head (&self->waiting));
  if (act == NULL)
    {
      let_go (self);
      g_signal_emit (self, signals[SETTLED], 0);
      return;
    }
  if (g_set_object (&self->application, g_application_get_default ()))
    g_application_hold (self->application);
  target = dup_target (act);
  fz_library_judge_async (self->library, act->change->article, target, NULL, on_judged, g_object_ref (self));
}

static void
ask (FzFigureVerdicts *self, Direction direction, Change *change)
{
  Act *act = g_new (Act, 1);

  *act = (Act) { direction, change };
  g_queue_push_tail (&self->waiting, act);
  if (self->waiting.length == 1)
    begin (self);
}

static void
fz_figure_verdicts_finalize (GObject *object)
{
  FzFigureVerdicts *self = FZ_FIGURE_VERDICTS (object);

  g_object_unref (self->library);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_queue_clear_full (&self->waiting, act_free);
  G_OBJECT_CLASS (fz_figure_verdicts_parent_class)->finalize (object);
}

static void
fz_figure_verdicts_class_init (FzFigureVerdictsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_figure_verdicts_finalize;
  signals[CHANGED] = g_signal_new ("changed", FZ_TYPE_FIGURE_VERDICTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /* With a sentence for the reader. */
  signals[FAILED] = g_signal_new ("failed", FZ_TYPE_FIGURE_VERDICTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SETTLED] = g_signal_new ("settled", FZ_TYPE_FIGURE_VERDICTS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
fz_figure_verdicts_init (FzFigureVerdicts *self)
{
  self->done = g_ptr_array_new_with_free_func (change_free);
  self->undone = g_ptr_array_new_with_free_func (change_free);
  g_queue_init (&self->waiting);
}

/**
 * fz_figure_verdicts_new:
 * @library: where the articles are
 *
 * Returns: (transfer full): verdicts of which none was given yet
 */
FzFigureVerdicts *
fz_figure_verdicts_new (FzLibrary *library)
{
  FzFigureVerdicts *self = g_object_new (FZ_TYPE_FIGURE_VERDICTS, NULL);

  self->library = g_object_ref (library);
  return self;
}

/**
 * fz_figure_verdicts_judge:
 * @article: id of the article that states it
 * @before: (nullable): the figure as it is; %NULL where it is added
 * @after: the same with another verdict, and what the reader says instead
 *
 * Keeps what the reader says.
 */
void
fz_figure_verdicts_judge (FzFigureVerdicts *self, gint64 article, const FzFigure *before, const FzFigure *after)
{
  Change *change;

  g_return_if_fail (FZ_IS_FIGURE_VERDICTS (self));

  change = g_new0 (Change, 1);
  change->article = article;
  change->before = before ? fz_figure_copy (before) : NULL;
  change->after = fz_figure_copy (after);
  ask (self, DO, change);
}

/** fz_figure_verdicts_undo: */
void
fz_figure_verdicts_undo (FzFigureVerdicts *self)
{
  g_return_if_fail (FZ_IS_FIGURE_VERDICTS (self));

  ask (self, UNDO, NULL);
}

/** fz_figure_verdicts_redo: */
void
fz_figure_verdicts_redo (FzFigureVerdicts *self)
{
  g_return_if_fail (FZ_IS_FIGURE_VERDICTS (self));

  ask (self, REDO, NULL);
}

gboolean
fz_figure_verdicts_can_undo (FzFigureVerdicts *self)
{
  return self->done->len > 0;
}

gboolean
fz_figure_verdicts_can_redo (FzFigureVerdicts *self)
{
  return self->undone->len > 0;
}

/**
 * fz_figure_verdicts_is_busy:
 *
 * Returns: whether something is on its way to the library
 */
gboolean
fz_figure_verdicts_is_busy (FzFigureVerdicts *self)
{
  g_return_val_if_fail (FZ_IS_FIGURE_VERDICTS (self), FALSE);

  return self->waiting.length > 0;
}
