/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-closing.h"

#include "fz-library.h"

/* The end of libraries for which nobody waits but the end of the program. */

/* What is closed aside, see fz_library_wait_closed(). */
static GMutex closing_lock;
static GPtrArray *closing; /* (element-type GThread) */

typedef struct {
  FzPool   *pool;
  FzNotice *notice;
  FzNotice *damage;
} Closing;

static gpointer
close_pool (gpointer data)
{
  Closing *self = data;

  fz_pool_free (self->pool);
  fz_notice_unref (self->notice);
  fz_notice_unref (self->damage);
  g_free (self);
  return NULL;
}

/**
 * fz_close_aside:
 * @pool: (transfer full): of a library
 * @notice: (transfer full): what @pool tells of its commits
 * @damage: (transfer full): and of faults
 *
 * Closes them in a thread of their own.  The last commits go into the file there, which
 * may take as long as the disk does.
 */
void
fz_close_aside (FzPool   *pool,
                FzNotice *notice,
                FzNotice *damage)
{
  Closing *data = g_new0 (Closing, 1);

  *data = (Closing) { pool, notice, damage };
  g_mutex_lock (&closing_lock);
  if (closing == NULL)
    closing = g_ptr_array_new ();
  g_ptr_array_add (closing, g_thread_new ("fz-closing", close_pool, data));
  g_mutex_unlock (&closing_lock);
}

/**
 * fz_library_wait_closed:
 *
 * Waits until every library that was opened by [func@Library.open_async] and let go
 * of is closed.  Called where a program ends, when its windows are gone.
 */
void
fz_library_wait_closed (void)
{
  g_autoptr (GPtrArray) threads = NULL;

  g_mutex_lock (&closing_lock);
  threads = g_steal_pointer (&closing);
  g_mutex_unlock (&closing_lock);
  for (guint i = 0; threads != NULL && i < threads->len; i++)
    g_thread_join (threads->pdata[i]);
}
