/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "odd-store.h"

#include <errno.h>
#include <sqlite3.h>

/* Before the file of the layer below, in the same memory. */
typedef struct {
  sqlite3_file  base;
  sqlite3_file *real;
} OddFile;

static sqlite3_vfs *below, layer;

static int     writes; /* atomic, as those below */
static int     last;   /* none succeeds behind it; -1 for all */
static int     was_full;

static GMutex   lock; /* of what follows */
static GCond    let_go;
static gboolean is_held;
static guint    n_waiting;

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((OddFile *) file)->real;
}

static void
wait_while_held (void)
{
  g_mutex_lock (&lock);
  n_waiting++;
  while (is_held)
    g_cond_wait (&let_go, &lock);
  n_waiting--;
  g_mutex_unlock (&lock);
}

static gboolean
has_room (void)
{
  int most = g_atomic_int_get (&last);

  if (most < 0 || g_atomic_int_add (&writes, 1) < most)
    return TRUE;
  g_atomic_int_set (&was_full, TRUE);
  return FALSE;
}

static int
odd_close (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
odd_read (sqlite3_file *file, void *to, int length, sqlite3_int64 offset)
{
  wait_while_held ();
  return real (file)->pMethods->xRead (real (file), to, length, offset);
}

/* As a disk is filled: a part of what was to be written may be there. */
static int
odd_write (sqlite3_file *file, const void *from, int length, sqlite3_int64 offset)
{
  wait_while_held ();
  if (has_room ())
    return real (file)->pMethods->xWrite (real (file), from, length, offset);
  real (file)->pMethods->xWrite (real (file), from, length / 2, offset);
  return SQLITE_FULL;
}

static int
odd_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return has_room () ? real (file)->pMethods->xTruncate (real (file), size) : SQLITE_IOERR_TRUNCATE;
}

static int
odd_sync (sqlite3_file *file, int flags)
{
  wait_while_held ();
  return has_room () ? real (file)->pMethods->xSync (real (file), flags) : SQLITE_IOERR_FSYNC;
}

static int
odd_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
odd_lock (sqlite3_file *file, int level)
{
  wait_while_held ();
  return real (file)->pMethods->xLock (real (file), level);
}

static int
odd_unlock (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
odd_check_reserved_lock (sqlite3_file *file, int *out_lock)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), out_lock);
}

static int
odd_file_control (sqlite3_file *file, int what, void *argument)
{
  return real (file)->pMethods->xFileControl (real (file), what, argument);
}

static int
odd_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
odd_characteristics (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static int
odd_shm_map (sqlite3_file *file, int page, int size, int grow, void volatile **out_memory)
{
  if (grow && !has_room ())
    return SQLITE_IOERR_SHMSIZE;
  return real (file)->pMethods->xShmMap (real (file), page, size, grow, out_memory);
}

static int
odd_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  wait_while_held ();
  return real (file)->pMethods->xShmLock (real (file), offset, n, flags);
}

static void
odd_shm_barrier (sqlite3_file *file)
{
  real (file)->pMethods->xShmBarrier (real (file));
}

static int
odd_shm_unmap (sqlite3_file *file, int remove)
{
  return real (file)->pMethods->xShmUnmap (real (file), remove);
}

static sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = odd_close,
  .xRead = odd_read,
  .xWrite = odd_write,
  .xTruncate = odd_truncate,
  .xSync = odd_sync,
  .xFileSize = odd_size,
  .xLock = odd_lock,
  .xUnlock = odd_unlock,
  .xCheckReservedLock = odd_check_reserved_lock,
  .xFileControl = odd_file_control,
  .xSectorSize = odd_sector_size,
  .xDeviceCharacteristics = odd_characteristics,
  .xShmMap = odd_shm_map,
  .xShmLock = odd_shm_lock,
  .xShmBarrier = odd_shm_barrier,
  .xShmUnmap = odd_shm_unmap,
};

static int
odd_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  OddFile *self = (OddFile *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  code = below->xOpen (below, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
  return code;
}

/* What SQLite asks for the cause of a failure. */
static int
odd_last_error (sqlite3_vfs *vfs, int length, char *message)
{
  return g_atomic_int_get (&was_full) ? ENOSPC : below->xGetLastError (below, length, message);
}

void
odd_store_install (void)
{
  below = sqlite3_vfs_find (NULL);
  layer = *below;
  layer.szOsFile += (int) sizeof (OddFile);
  layer.zName = "odd";
  layer.xOpen = odd_open;
  layer.xGetLastError = odd_last_error;
  odd_store_fill (0);
  g_assert_cmpint (sqlite3_vfs_register (&layer, TRUE), ==, SQLITE_OK);
}

void
odd_store_fill (guint nth)
{
  g_atomic_int_set (&last, -1);
  g_atomic_int_set (&writes, 0);
  g_atomic_int_set (&was_full, FALSE);
  g_atomic_int_set (&last, (int) nth - 1);
}

gboolean
odd_store_was_full (void)
{
  return g_atomic_int_get (&was_full);
}

void
odd_store_hold (void)
{
  g_mutex_lock (&lock);
  is_held = TRUE;
  g_mutex_unlock (&lock);
}

void
odd_store_let_go (void)
{
  g_mutex_lock (&lock);
  is_held = FALSE;
  g_cond_broadcast (&let_go);
  g_mutex_unlock (&lock);
}

gboolean
odd_store_is_held (void)
{
  gboolean waits;

  g_mutex_lock (&lock);
  waits = is_held && n_waiting > 0;
  g_mutex_unlock (&lock);
  return waits;
}
