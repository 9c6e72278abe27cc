/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The object, its opening and closing; what is asked of it is in fz-library-call.c. */

#include "config.h"

#include "fz-closing.h"
#include "fz-library-private.h"
#include "fz-notice.h"

struct _FzLibrary {
  GObject   parent_instance;
  char     *path;
  FzPool   *pool;
  FzNotice *notice;
  FzNotice *damage; /* of a fault that was met while nobody asked for anything */
  GFileMonitor *monitor; /* (nullable): of the journal, into which every program writes */
  GHashTable *unmade; /* (element-type gint64): articles that could not be read as they were stored */
  gboolean  aside;  /* closed in a thread of its own: nobody whose windows it is shown in waits for it */
};

G_DEFINE_FINAL_TYPE (FzLibrary, fz_library, G_TYPE_OBJECT)
G_DEFINE_QUARK (fz-library-error-quark, fz_library_error)

static guint changed_signal, marked_signal, unmade_signal, damaged_signal;

static void
fz_library_dispose (GObject *object)
{
  FzLibrary *self = FZ_LIBRARY (object);

  if (self->aside && self->pool != NULL)
    fz_close_aside (g_steal_pointer (&self->pool), g_steal_pointer (&self->notice), g_steal_pointer (&self->damage));
  else
    fz_library_close (self);
  G_OBJECT_CLASS (fz_library_parent_class)->dispose (object);
}

static void
fz_library_finalize (GObject *object)
{
  FzLibrary *self = FZ_LIBRARY (object);

  g_clear_object (&self->monitor);
  g_hash_table_unref (self->unmade);
  fz_pool_free (self->pool);
  g_clear_pointer (&self->notice, fz_notice_unref);
  g_clear_pointer (&self->damage, fz_notice_unref);
  g_free (self->path);
  G_OBJECT_CLASS (fz_library_parent_class)->finalize (object);
}

static void
fz_library_class_init (FzLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = fz_library_dispose;
  object_class->finalize = fz_library_finalize;

  /**
   * FzLibrary::changed:
   *
   * Something was committed through this object, or by another program where the
   * library was opened by [func@Library.open_async].  Emitted in the main context
   * in which the library was opened, once for all commits since the last time.
   */
  changed_signal = g_signal_new ("changed", FZ_TYPE_LIBRARY, G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * FzLibrary::marked:
   * @articles: (element-type gint64): those that are marked now, or no longer
   * @mark: the #FzMark
   * @on: whether they have it
   * @counts: (element-type FzRegionCount): how many of them there are of each region
   *
   * The reader marked a few articles as read or with a star, and nothing else has
   * changed: emitted in the place of [signal@Library::changed], where the answer to
   * [method@Library.mark_async] or [method@Library.set_read_async] is taken.
   */
  marked_signal = g_signal_new ("marked", FZ_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 4, G_TYPE_ARRAY, G_TYPE_UINT, G_TYPE_BOOLEAN, G_TYPE_ARRAY);

  /**
   * FzLibrary::damaged:
   *
   * A fault was met while the index or the signatures were seen to, of which no answer
   * tells.  Emitted in the main context in which the library was opened; it is marked
   * by then.
   */
  damaged_signal = g_signal_new ("damaged", FZ_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * FzLibrary::unmade:
   * @article: id of an article
   *
   * An article could not be read as it was stored, and its page is to be analysed anew:
   * emitted once for each where [method@Library.load_async] met it.
   */
  unmade_signal = g_signal_new ("unmade", FZ_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
fz_library_init (FzLibrary *self)
{
  self->unmade = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static FzLibrary *
library_new (const char *path)
{
  FzLibrary *self = g_object_new (FZ_TYPE_LIBRARY, NULL);

  self->path = g_canonicalize_filename (path, NULL);
  self->notice = fz_notice_new (G_OBJECT (self), changed_signal);
  self->damage = fz_notice_new (G_OBJECT (self), damaged_signal);
  self->pool = fz_pool_new (self->path, fz_notice_send, self->notice, fz_notice_send, self->damage);
  return self;
}

/**
 * fz_library_get_pool:
 * @self: a library
 *
 * Returns: (transfer none): who answers what is asked of it
 */
FzPool *
fz_library_get_pool (FzLibrary *self)
{
  return self->pool;
}

/**
 * fz_library_tell_marked:
 * @self: a library
 * @call: what was marked, answered
 *
 * Emits [signal@Library::marked] where it is to tell of it.
 */
void
fz_library_tell_marked (FzLibrary    *self,
                        const FzCall *call)
{
  if (call->told && call->array->len > 0)
    g_signal_emit (self, marked_signal, 0, call->array, call->mark, call->on, call->counts);
}

static gboolean
work_unmake (FzConnection  *writer,
             gpointer       data,
             GError       **error)
{
  const FzCall *call = data;

  return fz_store_unmake (writer, call->id, error);
}

static void
on_unmade (GObject      *object,
           GAsyncResult *result,
           gpointer      unused)
{
  const FzCall *call = fz_library_call_finish (FZ_LIBRARY (object), result, fz_library_unmake, NULL);

  if (call != NULL)
    g_signal_emit (object, unmade_signal, 0, call->id);
}

/**
 * fz_library_unmake:
 * @self: a library
 * @article: id of an article that cannot be read as it was stored
 *
 * Has its page analysed anew by who hears of it, once: what cannot be read even then
 * is not tried again and again.  Where the library cannot be written it stays.
 */
void
fz_library_unmake (FzLibrary *self,
                   gint64     article)
{
  FzCall call = { .id = article };

  if (g_hash_table_add (self->unmade, g_memdup2 (&article, sizeof article)))
    fz_library_call_async (self, FZ_JOB_WRITE_QUIET, work_unmake, &call, fz_library_unmake, NULL, on_unmade, NULL);
}

/**
 * fz_library_unmake_now:
 * @cancellable: (nullable): stops it
 *
 * As [method@Library.unmake], for who waits; nobody is told.
 */
void
fz_library_unmake_now (FzLibrary    *self,
                       gint64        article,
                       GCancellable *cancellable)
{
  FzCall call = { .id = article };

  fz_library_call (self, FZ_JOB_WRITE_QUIET, work_unmake, &call, cancellable, NULL);
}

/**
 * fz_library_open:
 * @path: the file
 * @cancellable: (nullable): stops it
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Opens a library; makes the file and its folder where they are missing.  What
 * is no library, and a library of a later version, is refused and not touched.
 * One that cannot be written is open for reading; what would change it is refused
 * with %FZ_LIBRARY_ERROR_READ_ONLY.
 *
 * Returns: (transfer full): the library, or %NULL
 */
FzLibrary *
fz_library_open (const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (FzLibrary) self = library_new (path);

  if (!fz_library_call (self, FZ_JOB_OPEN, NULL, NULL, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

static void
ignore_answer (GError   *error,
               gpointer  data)
{
  g_clear_error (&error);
}

/* Somebody has written, perhaps this library itself: the writer knows. */
static void
on_journal_changed (FzLibrary *self)
{
  fz_pool_push (self->pool, FZ_JOB_OPEN, NULL, NULL, NULL, ignore_answer, NULL);
}

/* Only who has a main loop is told; without it the file is not watched. */
static void
watch (FzLibrary *self)
{
  g_autofree char *path = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GFile) journal = g_file_new_for_path (path);

  self->monitor = g_file_monitor_file (journal, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (on_journal_changed), self, G_CONNECT_SWAPPED);
}

/**
 * fz_library_open_async:
 * @path: the file
 * @cancellable: (nullable): stops it
 * @callback: called in the caller's main context
 * @user_data: for @callback
 */
void
fz_library_open_async (const char          *path,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  FzLibrary *self = library_new (path);

  watch (self);
  self->aside = TRUE;
  g_task_set_source_tag (task, fz_library_open_async);
  g_task_set_task_data (task, self, g_object_unref);
  fz_library_push_task (self, FZ_JOB_OPEN, NULL, task);
}

/**
 * fz_library_open_finish:
 * @result: what the callback was given
 * @error: a #FzLibraryError, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): the library, or %NULL
 */
FzLibrary *
fz_library_open_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, fz_library_open_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_object_ref (g_task_get_task_data (G_TASK (result)));
}

/**
 * fz_library_get_path:
 * @self: a library
 *
 * Returns: (transfer none): its file, as an absolute path
 */
const char *
fz_library_get_path (FzLibrary *self)
{
  g_return_val_if_fail (FZ_IS_LIBRARY (self), NULL);
  return self->path;
}

/**
 * fz_library_was_damaged:
 * @self: a library
 *
 * A library that somebody finds damaged is marked, until [method@Library.check]
 * finds all of it sound or another one takes its place.
 *
 * Returns: whether it was marked when it was opened
 */
gboolean
fz_library_was_damaged (FzLibrary *self)
{
  g_return_val_if_fail (FZ_IS_LIBRARY (self), FALSE);
  return self->pool != NULL && fz_pool_was_damaged (self->pool);
}

/**
 * fz_library_default_path:
 *
 * Returns: (transfer full): where a person's library is unless they say otherwise
 */
char *
fz_library_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "fangzhi", "library.db", NULL);
}

/**
 * fz_library_close:
 * @self: a library
 *
 * Waits for what was begun and closes the file; what is asked of it afterwards
 * is an error.  Also done by the last unref, which does not wait where the library
 * was opened by [func@Library.open_async].
 */
void
fz_library_close (FzLibrary *self)
{
  g_return_if_fail (FZ_IS_LIBRARY (self));
  if (self->pool != NULL)
    fz_pool_close (self->pool);
}
