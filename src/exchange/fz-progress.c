/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-progress.h"

struct _FzProgress {
  gatomicrefcount  refs;
  GMutex           lock;
  gboolean         waiting; /* a source that will tell is attached */
  gboolean         over;
  guint            done;
  guint            total;
  char            *path;
  GMainContext    *context;
  FzProgressFunc   func;
  gpointer         data;
  GDestroyNotify   destroy;
};

/**
 * fz_progress_unref:
 * @self: (transfer full): from any thread
 */
void
fz_progress_unref (FzProgress *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_clear (&self->lock);
  g_main_context_unref (self->context);
  g_free (self->path);
  g_free (self);
}

/**
 * fz_progress_new:
 * @func: (nullable): called in the main context that this is called in
 * @data: for @func
 * @destroy: (nullable): frees @data when the task has returned
 *
 * Returns: (transfer full): progress of a task
 */
FzProgress *
fz_progress_new (FzProgressFunc func, gpointer data, GDestroyNotify destroy)
{
  FzProgress *self = g_new0 (FzProgress, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  return self;
}

/* In the caller's context. */
static gboolean
tell (gpointer data)
{
  FzProgress *self = data;
  g_autofree char *path = NULL;
  guint done, total;

  g_mutex_lock (&self->lock);
  self->waiting = FALSE;
  done = self->done;
  total = self->total;
  path = g_steal_pointer (&self->path);
  g_mutex_unlock (&self->lock);
  if (!self->over)
    self->func (done, total, path, self->data);
  return G_SOURCE_REMOVE;
}

static void
attach_tell (FzProgress *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_atomic_ref_count_inc (&self->refs);
  g_source_set_callback (source, tell, self, (GDestroyNotify) fz_progress_unref);
  g_source_attach (source, self->context);
}

/* In the worker. */
static void
note (guint done, guint total, const char *path, gpointer user_data)
{
  FzProgress *self = user_data;
  gboolean attach;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  g_set_str (&self->path, path);
  attach = !self->waiting;
  self->waiting = TRUE;
  g_mutex_unlock (&self->lock);
  if (attach)
    attach_tell (self);
}

/**
 * fz_progress_func:
 * @self: the progress of a task
 *
 * Returns: (nullable): what the worker calls with @self; %NULL where nobody is told
 */
FzProgressFunc
fz_progress_func (FzProgress *self)
{
  return self->func != NULL ? note : NULL;
}

/**
 * fz_progress_end:
 * @self: the progress of a task that has returned, in the caller's context
 *
 * Nothing is told from now on.
 */
void
fz_progress_end (FzProgress *self)
{
  self->over = TRUE;
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->destroy = NULL;
}
