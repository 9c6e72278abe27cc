/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "fz-exchange.h"
#include "temp-folder.h"

static void
assert_refused (const char *path, GQuark domain, int code, const char *sentence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fz_input_read (path, NULL, &error);

  g_assert_null (bytes);
  g_assert_error (error, domain, code);
  g_assert_cmpstr (error->message, ==, sentence);
}

static void
assert_reads (const char *path, const char *content, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = fz_input_read (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), content, length);
}

static void
test_file (TempFolder *temp, gconstpointer data)
{
  g_autofree char *empty = temp_folder_write (temp, "empty.txt", "", 0);
  g_autofree char *page = temp_folder_write (temp, "page.txt", "竹林\0镇", 10);

  assert_reads (empty, "", 0);
  assert_reads (page, "竹林\0镇", 10);
}

/* Such a file says that it has no bytes and has some. */
static void
test_proc (TempFolder *temp, gconstpointer data)
{
  g_autoptr (GBytes) bytes = fz_input_read ("/proc/self/stat", NULL, NULL);

  g_assert_nonnull (bytes);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 10);
}

static void
test_refused (TempFolder *temp, gconstpointer data)
{
  g_autofree char *missing = temp_folder_path (temp, "missing.txt");
  g_autofree char *below = temp_folder_path (temp, "page.txt/missing.txt");
  g_autofree char *page = temp_folder_write (temp, "page.txt", "a", 1);
  g_autofree char *loop = temp_folder_path (temp, "loop.txt");

  g_assert_cmpint (symlink ("loop.txt", loop), ==, 0);
  assert_refused (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such file");
  assert_refused (below, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY, "There is no such file");
  assert_refused (temp->path, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, "It is a folder, not a file");
  assert_refused (loop, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS, "Its links lead in a circle");
  assert_refused ("/dev/zero", G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "It is a device, not a file");
  assert_refused ("", G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "There is no such file");
  /* A regular file whose every byte fails to be read. */
  assert_refused ("/proc/self/mem", G_IO_ERROR, G_IO_ERROR_FAILED, "It cannot be read: Input/output error");
}

static void
test_size (TempFolder *temp, gconstpointer data)
{
  g_autofree char *path = temp_folder_path (temp, "large.txt");
  g_autoptr (GBytes) bytes = NULL;
  int fd = open (path, O_CREAT | O_WRONLY, 0600);

  g_assert_cmpint (ftruncate (fd, FZ_PAGE_MAX_BYTES), ==, 0);
  bytes = fz_input_read (path, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, FZ_PAGE_MAX_BYTES);
  g_assert_cmpint (ftruncate (fd, FZ_PAGE_MAX_BYTES + 1), ==, 0);
  close (fd);
  assert_refused (path, FZ_TEXT_ERROR, FZ_TEXT_ERROR_TOO_LARGE, "It is larger than a page can be (32 MB)");
}

static gpointer
write_slowly (gpointer data)
{
  int fd = GPOINTER_TO_INT (data);

  g_assert_cmpint (write (fd, "竹", 3), ==, 3);
  g_usleep (20000);
  g_assert_cmpint (write (fd, "林", 3), ==, 3);
  close (fd);
  return NULL;
}

static void
test_pipe (TempFolder *temp, gconstpointer data)
{
  g_autofree char *path = temp_folder_path (temp, "pipe");
  GThread *writer;
  int fd;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  fd = open (path, O_RDWR);
  writer = g_thread_new ("writer", write_slowly, GINT_TO_POINTER (fd));
  assert_reads (path, "竹林", 6);
  g_thread_join (writer);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (20000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* Nobody ever writes to the pipe; opening it must not hold the program where
 * no cancelling reaches it. */
static void
test_cancel (TempFolder *temp, gconstpointer data)
{
  g_autofree char *path = temp_folder_path (temp, "pipe");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (fz_input_read (path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

#define ADD(name, func) g_test_add ("/exchange/input/" name, TempFolder, NULL, temp_folder_init, func, temp_folder_clear)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("file", test_file);
  ADD ("proc", test_proc);
  ADD ("refused", test_refused);
  ADD ("size", test_size);
  ADD ("pipe", test_pipe);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
