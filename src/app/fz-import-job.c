/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-import-job.h"

#include "fz-closures.h"

/* The import that a window has under way.  What is asked for meanwhile waits
 * and follows; cancelling drops what waits too. */

typedef struct {
  FzLibrary *library;
  GStrv      paths;
} Request;

struct _FzImportJob {
  GObject       parent_instance;

  GCancellable *cancellable; /* (nullable): of what is under way */
  GQueue       *waiting;     /* (element-type Request) */
  guint         done;
  guint         total;
};

G_DEFINE_FINAL_TYPE (FzImportJob, fz_import_job, G_TYPE_OBJECT)

enum { PROP_0, PROP_RUNNING, PROP_FRACTION, PROP_TEXT, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void begin (FzImportJob *self, Request *request);

static Request *
request_new (FzLibrary *library, GStrv paths)
{
  Request *self = g_new0 (Request, 1);

  self->library = g_object_ref (library);
  self->paths = g_strdupv (paths);
  return self;
}

static void
request_free (Request *self)
{
  g_object_unref (self->library);
  g_strfreev (self->paths);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
notify_progress (FzImportJob *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
on_progress (guint done, guint total, const char *path, gpointer user_data)
{
  FzImportJob *self = FZ_IMPORT_JOB (user_data);

  self->done = done;
  self->total = total;
  notify_progress (self);
}

static void
begin_next (FzImportJob *self)
{
  g_autoptr (Request) request = g_queue_pop_head (self->waiting);

  g_clear_object (&self->cancellable);
  if (request)
    begin (self, request);
  else
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzImportJob) self = user_data;
  g_autoptr (FzImportSummary) summary = fz_import_finish (result, NULL);

  self->done = self->total;
  notify_progress (self);
  begin_next (self);
  g_signal_emit (self, signals[FINISHED], 0, source, summary);
}

static void
begin (FzImportJob *self, Request *request)
{
  FzImportOptions options = { NULL };

  self->cancellable = g_cancellable_new ();
  self->done = self->total = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  notify_progress (self);
  fz_import_async (request->library, (const char * const *) request->paths, &options,
                   on_progress, g_object_ref (self), g_object_unref,
                   self->cancellable, on_imported, g_object_ref (self));
}

static double
fraction (FzImportJob *self)
{
  return self->total > 0 ? MIN (1.0, (double) self->done / self->total) : 0;
}

static void
fz_import_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzImportJob *self = FZ_IMPORT_JOB (object);

  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, fraction (self));
      break;
    case PROP_TEXT:
      g_value_take_string (value, fz_import_progress_text (self->done, self->total));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_import_job_finalize (GObject *object)
{
  FzImportJob *self = FZ_IMPORT_JOB (object);

  g_queue_free_full (self->waiting, (GDestroyNotify) request_free);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (fz_import_job_parent_class)->finalize (object);
}

static void
fz_import_job_class_init (FzImportJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fz_import_job_get_property;
  object_class->finalize = fz_import_job_finalize;
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[FINISHED] = g_signal_new ("finished", FZ_TYPE_IMPORT_JOB, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, FZ_TYPE_LIBRARY, G_TYPE_POINTER);
}

static void
fz_import_job_init (FzImportJob *self)
{
  self->waiting = g_queue_new ();
}

/**
 * fz_import_job_new:
 *
 * The signal `finished` hands out, for each import that was started, the library
 * and its [struct@ImportSummary]; both are the job's own.
 *
 * Returns: (transfer full): a job with nothing to do
 */
FzImportJob *
fz_import_job_new (void)
{
  return g_object_new (FZ_TYPE_IMPORT_JOB, NULL);
}

/**
 * fz_import_job_start:
 * @self: a job
 * @library: where to
 * @paths: files and folders
 *
 * Imports @paths, after what is under way.
 */
void
fz_import_job_start (FzImportJob *self, FzLibrary *library, GStrv paths)
{
  g_return_if_fail (FZ_IS_IMPORT_JOB (self));

  g_queue_push_tail (self->waiting, request_new (library, paths));
  if (!self->cancellable)
    begin_next (self);
}

/**
 * fz_import_job_cancel:
 * @self: a job
 *
 * Stops what is under way; the files that were done stay in the library.
 */
void
fz_import_job_cancel (FzImportJob *self)
{
  g_return_if_fail (FZ_IS_IMPORT_JOB (self));

  g_queue_clear_full (self->waiting, (GDestroyNotify) request_free);
  g_cancellable_cancel (self->cancellable);
}

/**
 * fz_import_job_get_running:
 * @self: a job
 *
 * Returns: whether an import is under way
 */
gboolean
fz_import_job_get_running (FzImportJob *self)
{
  return self->cancellable != NULL;
}
