/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is printed while a library is read.
 *
 * Who reads a library in one state holds its journal, which grows with all that is
 * written meanwhile; and who is printed to may be a pager, that takes no more until a
 * person turns the page.  So what is written here does not wait: it goes to the end of
 * a file without a name, and a thread of its own carries it from there to standard
 * output.  The library is read as fast as it can be, however slowly that is read. */

#include "config.h"

#include "fz-cli-spool.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define BYTES_AT_A_TIME 65536

struct _FzCliSpool {
  FzCli   *cli;
  int      fd;
  GThread *thread;
  GMutex   lock;    /* of what follows */
  GCond    changed;
  goffset  written;
  gboolean ended;   /* nothing more is written */
  gboolean closed;  /* nothing more is taken */
};

static int
open_nameless (void)
{
  g_autofree char *name = NULL;
  int fd = g_file_open_tmp ("fangzhi-XXXXXX", &name, NULL);

  if (fd >= 0)
    g_unlink (name);
  return fd;
}

/* How much there is behind what was taken; 0 at the end. */
static goffset
wait_for_more (FzCliSpool *self, goffset taken)
{
  goffset more;

  g_mutex_lock (&self->lock);
  while (self->written == taken && !self->ended)
    g_cond_wait (&self->changed, &self->lock);
  more = self->written - taken;
  g_mutex_unlock (&self->lock);
  return more;
}

static void
close_off (FzCliSpool *self)
{
  g_mutex_lock (&self->lock);
  self->closed = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

static gboolean
read_part (FzCliSpool *self, goffset at, goffset length, GString *part)
{
  gssize n;

  g_string_set_size (part, (gsize) MIN (length, BYTES_AT_A_TIME));
  n = pread (self->fd, part->str, part->len, at);
  if (n <= 0)
    fz_cli_fail (self->cli, _("standard output"), g_strerror (n < 0 ? errno : EIO));
  g_string_set_size (part, (gsize) MAX (n, 0));
  return n > 0;
}

static gpointer
carry (gpointer data)
{
  FzCliSpool *self = data;
  g_autoptr (GString) part = g_string_new (NULL);
  goffset taken = 0, more;
  gboolean going = TRUE;

  while (going && (more = wait_for_more (self, taken)) > 0)
    {
      going = read_part (self, taken, more, part);
      taken += (goffset) part->len;
      going = fz_cli_write (self->cli, part) && going;
    }
  close_off (self);
  return NULL;
}

/**
 * fz_cli_spool_new:
 * @cli: whose standard output it goes to; it alone writes there until it has ended
 *
 * Returns: (transfer full): a spool, to be given up by fz_cli_spool_end()
 */
FzCliSpool *
fz_cli_spool_new (FzCli *cli)
{
  FzCliSpool *self = g_new0 (FzCliSpool, 1);

  self->cli = cli;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->fd = open_nameless ();
  if (self->fd >= 0)
    self->thread = g_thread_new ("spool", carry, self);
  return self;
}

static gboolean
append (FzCliSpool *self, const GString *out)
{
  gsize done = 0;

  while (done < out->len)
    {
      gssize n = pwrite (self->fd, out->str + done, out->len - done, self->written + (goffset) done);

      if (n < 0 && errno != EINTR)
        return FALSE;
      done += (gsize) MAX (n, 0);
    }
  return TRUE;
}

/**
 * fz_cli_spool_write:
 * @self: a spool
 * @out: what is printed; empty afterwards
 *
 * Of one thread at a time.  Where there is no file to be had it waits, as
 * fz_cli_write() does.
 *
 * Returns: whether there is use in writing more
 */
gboolean
fz_cli_spool_write (FzCliSpool *self, GString *out)
{
  gboolean closed;

  if (self->thread == NULL)
    return fz_cli_write (self->cli, out);
  if (!append (self, out))
    {
      fz_cli_fail (self->cli, g_get_tmp_dir (), g_strerror (errno));
      return FALSE;
    }
  g_mutex_lock (&self->lock);
  self->written += (goffset) out->len;
  closed = self->closed;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  g_string_truncate (out, 0);
  return !closed;
}

static void
on_cancelled (GCancellable *cancellable, FzCliSpool *self)
{
  g_mutex_lock (&self->lock);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

/* Whether all was taken that ever will be; who is cancelled waits for nobody. */
static gboolean
wait_for_end (FzCliSpool *self)
{
  GCancellable *cancellable = self->cli->cancellable;
  gulong handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), self, NULL);
  gboolean closed;

  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  g_cond_broadcast (&self->changed);
  while (!self->closed && !g_cancellable_is_cancelled (cancellable))
    g_cond_wait (&self->changed, &self->lock);
  closed = self->closed;
  g_mutex_unlock (&self->lock);
  g_cancellable_disconnect (cancellable, handler);
  return closed;
}

/**
 * fz_cli_spool_end:
 * @self: (transfer full): a spool
 *
 * Waits until all is printed, or the program is told to end: then the thread is left
 * to end with it.
 */
void
fz_cli_spool_end (FzCliSpool *self)
{
  if (self->thread != NULL && !wait_for_end (self))
    return;
  g_clear_pointer (&self->thread, g_thread_join);
  if (self->fd >= 0)
    close (self->fd);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}
