/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Restoring and salvaging tell how far they are, from nothing to all, and can be
 * stopped wherever they tell it: the library is as it was then, and nothing is left
 * of what was begun. */

#include "config.h"

#include <string.h>

#include "fz-connection.h"
#include "killed.h"
#include "samples.h"

#define N_PAGES  40
#define N_NOTES  "SELECT count (*) FROM annotation WHERE note = '再问问'"

typedef struct {
  char         *folder;
  char         *path;
  char         *other;
  GCancellable *cancellable;
  guint         stop_at; /* the number of the telling at which it is stopped; 0 for never */
  guint         told;
  guint         last;
  guint         total;
  guint         n_steps; /* tellings of something new */
} Trial;

static void
set_up (Trial *self, gconstpointer unused)
{
  Fixture fixture = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FzAnnotation) note = fz_annotation_new (1, "一页写不完的事。", 2, 5, 1);

  self->folder = sample_folder ();
  self->path = g_build_filename (self->folder, "library.db", NULL);
  self->other = g_build_filename (self->folder, "other.db", NULL);
  self->cancellable = g_cancellable_new ();
  fixture.library = fz_library_open (self->path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_PAGES; i++)
    {
      FzSource *source = sample_large (30);
      g_autofree char *content = g_strdup_printf ("page %u", i);

      g_bytes_unref (source->bytes);
      source->bytes = g_bytes_new (content, strlen (content));
      g_assert_true (fixture_add (&fixture, source));
    }
  g_assert_true (fz_library_fill_index (fixture.library, NULL, NULL, NULL, NULL));
  g_assert_true (fz_library_backup (fixture.library, self->other, NULL, NULL, NULL, NULL));
  note->note = g_strdup ("再问问");
  g_assert_cmpint (fz_library_put_annotation (fixture.library, note, NULL, NULL), >, 0);
  g_assert_finalize_object (fixture.library);
}

static void
tear_down (Trial *self, gconstpointer unused)
{
  sample_folder_free (self->folder);
  g_free (self->path);
  g_free (self->other);
  g_object_unref (self->cancellable);
}

static void
tell (guint done, guint total, gpointer data)
{
  Trial *self = data;

  g_assert_cmpuint (done, >=, self->last);
  g_assert_cmpuint (done, <=, total);
  g_assert_true (self->total == 0 || self->total == total);
  self->n_steps += done > self->last;
  self->last = done;
  self->total = total;
  if (++self->told == self->stop_at)
    g_cancellable_cancel (self->cancellable);
}

static gboolean
restore (Trial *self, GError **error)
{
  return fz_library_restore (self->path, self->other, tell, self, NULL, self->cancellable, error);
}

static gboolean
mend (Trial *self, GError **error)
{
  gboolean all;

  return fz_library_mend (self->path, tell, self, &all, NULL, self->cancellable, error);
}

static gboolean
salvage (Trial *self, GError **error)
{
  g_autofree char *to = g_build_filename (self->folder, "salvaged.db", NULL);
  gboolean all;

  return fz_library_salvage (self->path, to, tell, self, &all, self->cancellable, error);
}

static gboolean
run (Trial *self, gconstpointer work, guint stop_at, GError **error)
{
  gboolean (*act) (Trial *self, GError **error) = work;

  self->stop_at = stop_at;
  self->told = self->last = self->total = self->n_steps = 0;
  g_cancellable_reset (self->cancellable);
  return act (self, error);
}

/* Without what belongs to one of them while it is read. */
static guint
count_files (Trial *self)
{
  g_autoptr (GDir) files = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  for (const char *name; (name = g_dir_read_name (files)) != NULL;)
    n += !g_str_has_suffix (name, "-wal") && !g_str_has_suffix (name, "-shm");
  return n;
}

static void
test_stopped (Trial *self, gconstpointer work)
{
  g_autoptr (GError) error = NULL;
  guint n_files = count_files (self);
  guint at;

  for (at = 1; !run (self, work, at, &error) && at < 1000; at += MAX (1, at / 4))
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
      g_assert_cmpuint (self->told, >=, at);
      g_assert_cmpuint (count_files (self), ==, n_files);
      g_assert_cmpint (killed_ask (self->path, N_NOTES), ==, 1);
      g_assert_cmpint (killed_ask (self->path, KILLED_N_FAULTS), ==, 0);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (at, >, 5);
  g_assert_cmpuint (count_files (self), >, n_files);
  g_assert_cmpuint (self->last, ==, self->total);
  g_assert_cmpuint (self->n_steps, >, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/stopped/restore", Trial, restore, set_up, test_stopped, tear_down);
  g_test_add ("/stopped/mend", Trial, mend, set_up, test_stopped, tear_down);
  g_test_add ("/stopped/salvage", Trial, salvage, set_up, test_stopped, tear_down);
  return g_test_run ();
}
