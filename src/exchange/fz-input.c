/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "fz-exchange.h"
#include "fz-input.h"

#define CHUNK (64 * 1024)

/* What the person did, rather than what the call answered. */
static const struct {
  int         code;
  const char *sentence;
} failures[] = {
  { ENOENT, N_("There is no such file") },
  { ENOTDIR, N_("There is no such file") },
  { EACCES, N_("You have no permission to read it") },
  { EPERM, N_("You have no permission to read it") },
  { ELOOP, N_("Its links lead in a circle") },
  { ENAMETOOLONG, N_("Its name is too long") },
  { EISDIR, N_("It is a folder, not a file") },
  { EBADF, N_("It is closed") }, /* of standard input */
};

/**
 * fz_input_set_error:
 *
 * Makes of the @code of a call on a file one sentence for a person.
 */
void
fz_input_set_error (GError **error, int code)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    if (failures[i].code == code)
      {
        g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), _(failures[i].sentence));
        return;
      }
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("It cannot be read: %s"), g_strerror (code));
}

static gboolean
check_kind (mode_t mode, GError **error)
{
  if (S_ISREG (mode) || S_ISFIFO (mode))
    return TRUE;
  if (S_ISDIR (mode))
    fz_input_set_error (error, EISDIR);
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("It is a device, not a file"));
  return FALSE;
}

/* Not blocking, because open() would wait for a pipe's writer where no
 * cancelling reaches it; read_some() waits where it does. */
static int
open_file (const char *path, GError **error)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);

  if (fd < 0 || fstat (fd, &status) != 0)
    fz_input_set_error (error, errno);
  else if (check_kind (status.st_mode, error))
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

static gboolean
check_size (gsize size, GError **error)
{
  if (size <= FZ_PAGE_MAX_BYTES)
    return TRUE;
  g_set_error (error, FZ_TEXT_ERROR, FZ_TEXT_ERROR_TOO_LARGE,
               _("It is larger than a page can be (%d MB)"), FZ_PAGE_MAX_BYTES / (1024 * 1024));
  return FALSE;
}

/* Waits until there is something to read, or @cancellable is cancelled. */
static gssize
read_some (int fd, guint8 *bytes, gsize length, GCancellable *cancellable, GError **error)
{
  GPollFD fds[2] = { { .fd = fd, .events = G_IO_IN } };
  gboolean asked = g_cancellable_make_pollfd (cancellable, &fds[1]);
  gssize n;

  do
    {
      g_poll (fds, asked ? 2 : 1, -1);
      n = g_cancellable_is_cancelled (cancellable) ? 0 : read (fd, bytes, length);
    }
  while (n < 0 && (errno == EINTR || errno == EAGAIN));
  if (n < 0)
    fz_input_set_error (error, errno);
  else if (g_cancellable_set_error_if_cancelled (cancellable, error))
    n = -1;
  if (asked)
    g_cancellable_release_fd (cancellable);
  return n;
}

/* The size that a file claims is not asked: it may be none (/proc), grow, or
 * not be there (a pipe). */
static GBytes *
read_all (int fd, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize n;

  do
    {
      gsize old = bytes->len;

      g_byte_array_set_size (bytes, old + CHUNK);
      n = read_some (fd, bytes->data + old, CHUNK, cancellable, error);
      if (n < 0)
        return NULL;
      g_byte_array_set_size (bytes, old + n);
      if (!check_size (bytes->len, error))
        return NULL;
    }
  while (n > 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * fz_input_read:
 * @path: a file's path, or "-" for standard input
 *
 * Reads what a person named, whole.  Pipes are read to their end; folders and
 * devices are refused, and so is whatever exceeds %FZ_PAGE_MAX_BYTES, once that
 * many bytes were read.
 *
 * Returns: (transfer full): the bytes, or %NULL with an error whose message is
 *   one sentence about the file
 */
GBytes *
fz_input_read (const char *path, GCancellable *cancellable, GError **error)
{
  gboolean standard = g_str_equal (path, "-");
  int fd = standard ? STDIN_FILENO : open_file (path, error);
  GBytes *bytes;

  if (fd < 0)
    return NULL;
  bytes = read_all (fd, cancellable, error);
  if (!standard)
    close (fd);
  return bytes;
}
