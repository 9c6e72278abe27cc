/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-library.h"

struct _FzLibrary { GObject parent_instance; char *path; };
G_DEFINE_FINAL_TYPE (FzLibrary, fz_library, G_TYPE_OBJECT)
G_DEFINE_QUARK (fz-library-error-quark, fz_library_error)

static void fz_library_init (FzLibrary *self) {}
static void fz_library_class_init (FzLibraryClass *klass)
{
  g_signal_new ("changed", FZ_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

#define FAIL(answer) { g_set_error_literal (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FAILED, "Not yet"); return answer; }
#define LATER(self) { g_task_report_new_error (self, callback, user_data, NULL, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_FAILED, "Not yet"); }
FzLibrary *fz_library_open (const char *path, GCancellable *c, GError **error) { FzLibrary *l = g_object_new (FZ_TYPE_LIBRARY, NULL); l->path = g_strdup (path); return l; }
void fz_library_open_async (const char *path, GCancellable *c, GAsyncReadyCallback callback, gpointer user_data)
{ GTask *t = g_task_new (NULL, c, callback, user_data); g_task_return_pointer (t, fz_library_open (path, c, NULL), g_object_unref); g_object_unref (t); }
FzLibrary *fz_library_open_finish (GAsyncResult *r, GError **error) { return g_task_propagate_pointer (G_TASK (r), error); }
const char *fz_library_get_path (FzLibrary *self) { return self->path; }
char *fz_library_default_path (void) { return g_build_filename (g_get_user_data_dir (), "fangzhi", "library.db", NULL); }
gboolean fz_library_add (FzLibrary *self, FzSource *source, gboolean *out_added, GCancellable *c, GError **error) FAIL (FALSE)
void fz_library_add_async (FzLibrary *self, FzSource *source, GCancellable *c, GAsyncReadyCallback callback, gpointer user_data) LATER (self)
gboolean fz_library_add_finish (FzLibrary *self, GAsyncResult *r, gboolean *out_added, GError **error) { return g_task_propagate_boolean (G_TASK (r), error); }
GPtrArray *fz_library_list (FzLibrary *self, const FzQuery *q, guint o, guint l, GCancellable *c, GError **error) { return g_ptr_array_new_with_free_func ((GDestroyNotify) fz_entry_free); }
void fz_library_list_async (FzLibrary *self, const FzQuery *q, guint o, guint l, GCancellable *c, GAsyncReadyCallback callback, gpointer user_data) LATER (self)
GPtrArray *fz_library_list_finish (FzLibrary *self, GAsyncResult *r, GError **error) { return g_task_propagate_pointer (G_TASK (r), error); }
gint64 fz_library_count (FzLibrary *self, const FzQuery *q, GCancellable *c, GError **error) { return 0; }
void fz_library_count_async (FzLibrary *self, const FzQuery *q, GCancellable *c, GAsyncReadyCallback callback, gpointer user_data) LATER (self)
gint64 fz_library_count_finish (FzLibrary *self, GAsyncResult *r, GError **error) { return g_task_propagate_int (G_TASK (r), error); }
GArray *fz_library_regions (FzLibrary *self, GCancellable *c, GError **error) { return g_array_new (FALSE, FALSE, sizeof (FzRegionCount)); }
void fz_library_regions_async (FzLibrary *self, GCancellable *c, GAsyncReadyCallback callback, gpointer user_data) LATER (self)
GArray *fz_library_regions_finish (FzLibrary *self, GAsyncResult *r, GError **error) { return g_task_propagate_pointer (G_TASK (r), error); }
FzStored *fz_library_load (FzLibrary *self, gint64 a, GCancellable *c, GError **error) FAIL (NULL)
void fz_library_load_async (FzLibrary *self, gint64 a, GCancellable *c, GAsyncReadyCallback callback, gpointer user_data) LATER (self)
FzStored *fz_library_load_finish (FzLibrary *self, GAsyncResult *r, GError **error) { return g_task_propagate_pointer (G_TASK (r), error); }
gboolean fz_library_figures (FzLibrary *self, const FzFigureQuery *q, FzFigureFunc f, gpointer d, GCancellable *c, GError **error) { return TRUE; }
GBytes *fz_library_source_bytes (FzLibrary *self, gint64 s, GCancellable *c, GError **error) FAIL (NULL)
void fz_library_set_read_async (FzLibrary *self, gint64 a, gboolean b, GCancellable *c, GAsyncReadyCallback callback, gpointer user_data) LATER (self)
gboolean fz_library_set_read_finish (FzLibrary *self, GAsyncResult *r, GError **error) { return g_task_propagate_boolean (G_TASK (r), error); }
gint64 fz_library_put_annotation (FzLibrary *self, const FzAnnotation *a, GCancellable *c, GError **error) FAIL (-1)
void fz_library_put_annotation_async (FzLibrary *self, const FzAnnotation *a, GCancellable *c, GAsyncReadyCallback callback, gpointer user_data) LATER (self)
gint64 fz_library_put_annotation_finish (FzLibrary *self, GAsyncResult *r, GError **error) { return g_task_propagate_int (G_TASK (r), error); }
gboolean fz_library_remove_annotation (FzLibrary *self, gint64 a, GCancellable *c, GError **error) FAIL (FALSE)
void fz_library_remove_annotation_async (FzLibrary *self, gint64 a, GCancellable *c, GAsyncReadyCallback callback, gpointer user_data) LATER (self)
gboolean fz_library_remove_annotation_finish (FzLibrary *self, GAsyncResult *r, GError **error) { return g_task_propagate_boolean (G_TASK (r), error); }
void fz_library_close (FzLibrary *self) {}
