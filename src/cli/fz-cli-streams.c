/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

/* Where a standard stream was closed, the next file that is opened would take
 * its number, and the answer would be written into it: into the library, or
 * into a pipe of GLib's own.  So the number is taken by what fails as a closed
 * stream does: /dev/null opened the wrong way round. */
static void
fill (int fd, int flags)
{
  if (fcntl (fd, F_GETFD) < 0 && errno == EBADF)
    open ("/dev/null", flags);
}

/**
 * fz_cli_keep_streams:
 *
 * To be called before any file is opened.  From now on a stream that is closed,
 * a reader that went away and a file that may not grow further are errors that
 * writing answers, not the end of the program.
 */
void
fz_cli_keep_streams (void)
{
  fill (STDIN_FILENO, O_WRONLY);
  fill (STDOUT_FILENO, O_RDONLY);
  fill (STDERR_FILENO, O_RDONLY);
  signal (SIGPIPE, SIG_IGN);
  signal (SIGXFSZ, SIG_IGN);
}

/* Whoever shares a stream with the program may have told it not to wait. */
static gboolean
may_go_on (int fd)
{
  struct pollfd wait = { .fd = fd, .events = POLLOUT };

  if (errno == EAGAIN)
    poll (&wait, 1, -1);
  return errno == EAGAIN || errno == EINTR;
}

/**
 * fz_cli_write_all:
 *
 * Returns: whether all was written; errno says why not
 */
gboolean
fz_cli_write_all (int fd, const char *text, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, text, length);

      if (n < 0 && !may_go_on (fd))
        return FALSE;
      text += MAX (n, 0);
      length -= MAX (n, 0);
    }
  return TRUE;
}
