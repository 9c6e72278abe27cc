/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The mark of a library that was found damaged: an empty file beside it,
 * library.db.damaged.  In the library itself it could not be relied upon.  Who
 * meets a fault leaves it; it goes when the whole library was found sound, or
 * another one has taken its place. */

#include "config.h"

#include "fz-damage.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static char *
mark_of (const char *path)
{
  return g_strconcat (path, ".damaged", NULL);
}

/**
 * fz_damage_mark:
 * @path: a library that was found damaged
 *
 * Where the folder cannot be written there is no mark; who opens the library is
 * told when the damage is met again.
 */
void
fz_damage_mark (const char *path)
{
  g_autofree char *mark = mark_of (path);
  int fd = g_open (mark, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);

  if (fd >= 0)
    close (fd);
}

/**
 * fz_damage_clear:
 * @path: a library that is sound now
 */
void
fz_damage_clear (const char *path)
{
  g_autofree char *mark = mark_of (path);

  g_unlink (mark);
}

/**
 * fz_damage_is_marked:
 * @path: a library
 *
 * Returns: whether it was found damaged
 */
gboolean
fz_damage_is_marked (const char *path)
{
  g_autofree char *mark = mark_of (path);

  return g_file_test (mark, G_FILE_TEST_EXISTS);
}
