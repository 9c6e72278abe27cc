/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-pool.h"

#include <glib/gi18n.h>

#include "fz-damage.h"
#include "fz-library.h"
#include "fz-schema.h"
#include "fz-search-index.h"
#include "fz-store.h"

/* A list, its count and an article are asked for at once; more would wait for
 * the same disk. */
#define N_READERS 3
#define N_WORKERS (N_READERS + 1)

/* So long nobody must have written before the index is seen to. */
#define QUIET_US (300 * 1000)

typedef struct {
  FzJobKind     kind;
  FzWork        work;
  gpointer      data;
  GCancellable *cancellable;
  FzDoneFunc    done;
  gpointer      done_data;
} Job;

typedef struct {
  FzPool           *pool;
  FzConnectionKind  kind;
  GThread          *thread;
  FzConnection     *connection;
  gboolean          opened;
  gint64            data_version; /* tells whether another program has written; 0 before it was asked */
  gboolean          is_behind; /* the index may have something left to do */
} Worker;

struct _FzPool {
  char          *path;
  FzChangedFunc  changed;
  gpointer       changed_data;
  FzChangedFunc  damaged;
  gpointer       damaged_data;
  GMutex         lock;   /* of is_closed, so that no job comes behind the end */
  gboolean       is_closed;
  gboolean       was_damaged; /* as its mark said when it was opened */
  GAsyncQueue   *jobs[2]; /* by FzConnectionKind */
  Worker         workers[N_WORKERS];
};

static const FzTransaction transactions[] = {
  [FZ_JOB_OPEN] = FZ_TRANSACTION_READ,
  [FZ_JOB_READ] = FZ_TRANSACTION_READ,
  [FZ_JOB_WRITE] = FZ_TRANSACTION_WRITE,
  [FZ_JOB_WRITE_SYNCED] = FZ_TRANSACTION_WRITE_SYNCED,
  [FZ_JOB_WRITE_QUIET] = FZ_TRANSACTION_WRITE,
  [FZ_JOB_MARK] = FZ_TRANSACTION_WRITE_SYNCED,
};

/* Ends the thread that takes it out of its queue. */
static Job end_of_work;

static gboolean
ensure_connection (Worker        *worker,
                   GCancellable  *cancellable,
                   GError       **error)
{
  if (worker->connection == NULL && worker->kind == FZ_CONNECTION_WRITER)
    worker->connection = fz_schema_open (worker->pool->path, cancellable, error);
  else if (worker->connection == NULL)
    worker->connection = fz_connection_open (worker->pool->path, FZ_CONNECTION_READER, cancellable, error);
  return worker->connection != NULL;
}

/* SQLite has another number for each commit of another connection. */
static void
look_for_others (Worker *worker)
{
  gint64 before = worker->data_version;

  if (fz_connection_ask (worker->connection, "PRAGMA data_version", &worker->data_version, NULL) &&
      before != 0 && worker->data_version != before)
    worker->pool->changed (worker->pool->changed_data);
}

/* A library that cannot be written is open without the writer's connection; who
 * wants to write makes the writer try again, and is told why not. */
static gboolean
open_library (Worker        *worker,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GError) reason = NULL;

  if (worker->connection == NULL)
    g_atomic_int_set (&worker->pool->was_damaged, fz_damage_is_marked (worker->pool->path));
  if (ensure_connection (worker, cancellable, &reason))
    return TRUE;
  if (g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_READ_ONLY) &&
      fz_schema_is_readable (worker->pool->path, cancellable))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Without a connection of its own it cannot be asked whether there was a commit: who
 * only reads is told whenever the journal was written into, and does not do that
 * itself. */
static void
tell_reader (Worker *worker)
{
  if (worker->opened && worker->connection == NULL)
    worker->pool->changed (worker->pool->changed_data);
  worker->opened = TRUE;
}

/* A connection that would not see what another person writes serves once. */
static void
drop_still (Worker *worker)
{
  if (worker->connection != NULL && fz_connection_is_still (worker->connection))
    g_clear_pointer (&worker->connection, fz_connection_close);
}

static gboolean
do_job (Worker     *worker,
        const Job  *job,
        GError    **error)
{
  gint64 before;

  if (job->kind == FZ_JOB_OPEN ? !open_library (worker, job->cancellable, error)
                               : !ensure_connection (worker, job->cancellable, error))
    return FALSE;
  worker->is_behind = worker->kind == FZ_CONNECTION_WRITER && worker->connection != NULL;
  if (worker->is_behind)
    look_for_others (worker);
  if (job->kind == FZ_JOB_OPEN)
    {
      tell_reader (worker);
      return TRUE;
    }
  before = fz_connection_changes (worker->connection);
  if (!fz_connection_run (worker->connection, transactions[job->kind], job->work, job->data, job->cancellable, error))
    return FALSE;
  if (job->kind != FZ_JOB_WRITE_QUIET && job->kind != FZ_JOB_MARK && fz_connection_changes (worker->connection) > before)
    worker->pool->changed (worker->pool->changed_data);
  return TRUE;
}

static void
job_free (Job *job)
{
  g_clear_object (&job->cancellable);
  g_free (job);
}

static gboolean
work_index (FzConnection  *writer,
            gpointer       data,
            GError       **error)
{
  FzIndexStep *step = data;

  if (!fz_search_index_step (writer, step, error))
    return FALSE;
  return *step != FZ_INDEX_NOTHING || fz_store_step_signatures (writer, step, error);
}

/* Nobody asked for it who could be told the reason. */
static void
note_damage (const Worker *worker,
             const GError *error)
{
  if (!g_error_matches (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED))
    return;
  fz_damage_mark (worker->pool->path);
  worker->pool->damaged (worker->pool->damaged_data);
}

/* One step for the index, or for the signatures.  One that fails, because the disk is full or another
 * program writes, is taken again behind the next job; who searches is told then
 * that the index is not whole. */
static void
see_to_index (Worker *worker)
{
  FzIndexStep step = FZ_INDEX_NOTHING;
  g_autoptr (GError) error = NULL;

  worker->is_behind = fz_connection_run (worker->connection, FZ_TRANSACTION_WRITE, work_index, &step, NULL, &error) &&
                      step != FZ_INDEX_NOTHING;
  note_damage (worker, error);
  if (step == FZ_INDEX_WHOLE)
    worker->pool->changed (worker->pool->changed_data);
}

/* While nobody asks for anything the writer sees to the index, one short step
 * after another. */
static Job *
wait_for_job (Worker *worker)
{
  GAsyncQueue *queue = worker->pool->jobs[worker->kind];
  Job *job = worker->is_behind ? g_async_queue_timeout_pop (queue, QUIET_US) : NULL;

  while (job == NULL && worker->is_behind)
    {
      see_to_index (worker);
      job = g_async_queue_try_pop (queue);
    }
  return job != NULL ? job : g_async_queue_pop (queue);
}

static gpointer
work_to_the_end (gpointer data)
{
  Worker *worker = data;
  Job *job;

  while ((job = wait_for_job (worker)) != &end_of_work)
    {
      GError *error = NULL;

      do_job (worker, job, &error);
      /* One that cannot even be opened says so each time, and stays untouched. */
      if (job->kind != FZ_JOB_OPEN && g_error_matches (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_DAMAGED))
        fz_damage_mark (worker->pool->path);
      drop_still (worker);
      job->done (error, job->done_data);
      job_free (job);
    }
  fz_connection_close (worker->connection);
  return NULL;
}

/**
 * fz_pool_new:
 * @path: the library's file
 * @changed: called in the writing thread after a commit that changed something
 * @changed_data: for @changed
 * @damaged: called in the writing thread where a fault is met that no job asked for
 * @damaged_data: for @damaged
 *
 * Starts the threads.  The file is not touched before the first job, which
 * must be %FZ_JOB_OPEN.
 *
 * Returns: (transfer full): the pool
 */
FzPool *
fz_pool_new (const char    *path,
             FzChangedFunc  changed,
             gpointer       changed_data,
             FzChangedFunc  damaged,
             gpointer       damaged_data)
{
  FzPool *self = g_new0 (FzPool, 1);

  self->path = g_strdup (path);
  self->changed = changed;
  self->changed_data = changed_data;
  self->damaged = damaged;
  self->damaged_data = damaged_data;
  g_mutex_init (&self->lock);
  self->jobs[FZ_CONNECTION_READER] = g_async_queue_new ();
  self->jobs[FZ_CONNECTION_WRITER] = g_async_queue_new ();
  for (guint i = 0; i < N_WORKERS; i++)
    {
      Worker *worker = &self->workers[i];

      worker->pool = self;
      worker->kind = i < N_READERS ? FZ_CONNECTION_READER : FZ_CONNECTION_WRITER;
      worker->thread = g_thread_new (i < N_READERS ? "fz-reader" : "fz-writer", work_to_the_end, worker);
    }
  return self;
}

/**
 * fz_pool_push:
 * @self: a pool
 * @kind: what kind of job
 * @work: (nullable): what is done, in a transaction; nothing for %FZ_JOB_OPEN
 * @data: for @work
 * @cancellable: (nullable): stops it
 * @done: called in the working thread when it is done
 * @done_data: for @done
 */
void
fz_pool_push (FzPool       *self,
              FzJobKind     kind,
              FzWork        work,
              gpointer      data,
              GCancellable *cancellable,
              FzDoneFunc    done,
              gpointer      done_data)
{
  FzConnectionKind who = kind == FZ_JOB_READ ? FZ_CONNECTION_READER : FZ_CONNECTION_WRITER;
  Job job = { kind, work, data, cancellable, done, done_data };
  gboolean is_closed;

  g_mutex_lock (&self->lock);
  is_closed = self->is_closed;
  if (!is_closed)
    {
      if (cancellable != NULL)
        g_object_ref (cancellable);
      g_async_queue_push (self->jobs[who], g_memdup2 (&job, sizeof job));
    }
  g_mutex_unlock (&self->lock);
  if (is_closed)
    done (g_error_new_literal (FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FAILED, _("The library was closed")), done_data);
}

typedef struct {
  GMutex    lock;
  GCond     cond;
  gboolean  is_done;
  GError   *error;
} Wait;

static void
end_wait (GError   *error,
          gpointer  data)
{
  Wait *wait = data;

  g_mutex_lock (&wait->lock);
  wait->error = error;
  wait->is_done = TRUE;
  g_cond_signal (&wait->cond);
  g_mutex_unlock (&wait->lock);
}

/**
 * fz_pool_run:
 * @self: a pool
 * @kind: what kind of job
 * @work: (nullable): what is done, in a transaction
 * @data: for @work
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Waits until the job is done.
 */
gboolean
fz_pool_run (FzPool        *self,
             FzJobKind      kind,
             FzWork         work,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Wait wait = { .is_done = FALSE };

  g_mutex_init (&wait.lock);
  g_cond_init (&wait.cond);
  fz_pool_push (self, kind, work, data, cancellable, end_wait, &wait);
  g_mutex_lock (&wait.lock);
  while (!wait.is_done)
    g_cond_wait (&wait.cond, &wait.lock);
  g_mutex_unlock (&wait.lock);
  g_mutex_clear (&wait.lock);
  g_cond_clear (&wait.cond);
  if (wait.error == NULL)
    return TRUE;
  g_propagate_error (error, wait.error);
  return FALSE;
}

/**
 * fz_pool_was_damaged:
 * @self: a pool whose first job is done
 *
 * Returns: whether the library was found damaged before it was opened
 */
gboolean
fz_pool_was_damaged (FzPool *self)
{
  return g_atomic_int_get (&self->was_damaged);
}

/**
 * fz_pool_close:
 * @self: a pool
 *
 * Waits for all jobs, ends the threads and closes the file.  The writer comes
 * last: who closes last folds the journal into the file, and a reader may not.
 */
void
fz_pool_close (FzPool *self)
{
  gboolean was_closed;

  g_mutex_lock (&self->lock);
  was_closed = self->is_closed;
  self->is_closed = TRUE;
  g_mutex_unlock (&self->lock);
  if (was_closed)
    return;
  for (guint i = 0; i < N_READERS; i++)
    g_async_queue_push (self->jobs[FZ_CONNECTION_READER], &end_of_work);
  for (guint i = 0; i < N_READERS; i++)
    g_thread_join (self->workers[i].thread);
  g_async_queue_push (self->jobs[FZ_CONNECTION_WRITER], &end_of_work);
  g_thread_join (self->workers[N_READERS].thread);
}

/**
 * fz_pool_free:
 *
 * Closes the pool, as [method@Pool.close], and frees it.
 */
void
fz_pool_free (FzPool *self)
{
  if (self == NULL)
    return;
  fz_pool_close (self);
  g_async_queue_unref (self->jobs[FZ_CONNECTION_READER]);
  g_async_queue_unref (self->jobs[FZ_CONNECTION_WRITER]);
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}
