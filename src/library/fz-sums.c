/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sum of each page of a library's file, by which damage is noticed when a page
 * is read: SQLite itself sees no more than that a page has the form of one, and a
 * byte of a note, of a text or of the index may be another without that.
 *
 * The sum stands in the last eight bytes of a page, which SQLite leaves free where
 * byte 20 of the file says so ("Database File Format", 1.3.4); a file that does not
 * say so, of an earlier Fangzhi, has none and is read as it is.  A page is summed
 * when it is written into the file itself; in the journal, which has sums of its
 * own, the eight bytes mean nothing.  The sum is two numbers of 32 bits, over the
 * page before it as pairs of such numbers a and b, little-endian:
 *
 *   s = s + a + t; t = t + b + s
 *
 * Whoever writes into the file without this layer leaves pages that are taken for
 * damaged. */

#include "config.h"

#include "fz-sums.h"

#include <string.h>

#define SUM_LENGTH     8
#define HEAD_LENGTH    100
#define SIZE_OFFSET    16
#define RESERVE_OFFSET 20
#define SMALLEST_PAGE  512
#define LARGEST_PAGE   65536

/* Asks a file for the size of its pages, or tells it once and for all; 0 where they
 * have no sums. */
#define ASK_SUMS  0x467a01
#define TELL_SUMS 0x467a02

/* Before the file of the layer below, in the same memory. */
typedef struct {
  sqlite3_file  base;
  sqlite3_file *real;
  int           page_size; /* 0 before the head was read */
  gboolean      has_sums;
  gboolean      is_told;
} SumsFile;

static sqlite3_vfs *below, layer;

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((SumsFile *) file)->real;
}

static guint32
read_word (const guchar *bytes)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return GUINT32_FROM_LE (word);
}

static void
sum_page (const guchar *page,
          gsize         length,
          guchar        sum[SUM_LENGTH])
{
  guint32 s = 0, t = 0;

  for (gsize i = 0; i < length - SUM_LENGTH; i += SUM_LENGTH)
    {
      s += read_word (page + i) + t;
      t += read_word (page + i + sizeof s) + s;
    }
  s = GUINT32_TO_LE (s);
  t = GUINT32_TO_LE (t);
  memcpy (sum, &s, sizeof s);
  memcpy (sum + sizeof s, &t, sizeof t);
}

/* 65,536 is written as 1. */
static int
read_page_size (const guchar *head)
{
  int size = head[SIZE_OFFSET] << 8 | head[SIZE_OFFSET + 1];

  return size == 1 ? LARGEST_PAGE : size;
}

/* SQLite reads and writes the head before all else. */
static void
learn (SumsFile      *self,
       const guchar  *bytes,
       int            length,
       sqlite3_int64  offset)
{
  if (offset != 0 || length < HEAD_LENGTH)
    return;
  self->page_size = read_page_size (bytes);
  if (!self->is_told)
    self->has_sums = bytes[RESERVE_OFFSET] == SUM_LENGTH;
}

static gboolean
is_page (const SumsFile *self,
         int             length,
         sqlite3_int64   offset)
{
  return self->has_sums && length >= SMALLEST_PAGE && length == self->page_size && offset % length == 0;
}

/* Of a page that holds a long value SQLite reads no more than that.  The head is
 * read while others may write it. */
static gboolean
is_part (const SumsFile *self,
         int             length,
         sqlite3_int64   offset)
{
  int size = self->page_size;

  return self->has_sums && size >= SMALLEST_PAGE && offset >= size && length < size && offset % size + length <= size;
}

static gboolean
is_sound (const guchar *page,
          int           length)
{
  guchar sum[SUM_LENGTH];

  sum_page (page, (gsize) length, sum);
  return memcmp (page + length - SUM_LENGTH, sum, SUM_LENGTH) == 0;
}

static int
read_part (SumsFile *self, void *to, int length, sqlite3_int64 offset)
{
  guchar page[LARGEST_PAGE];
  int before = (int) (offset % self->page_size);
  int code = self->real->pMethods->xRead (self->real, page, self->page_size, offset - before);

  if (code != SQLITE_OK)
    return code == SQLITE_IOERR_SHORT_READ ? self->real->pMethods->xRead (self->real, to, length, offset) : code;
  if (!is_sound (page, self->page_size))
    return SQLITE_IOERR_DATA;
  memcpy (to, page + before, (gsize) length);
  return SQLITE_OK;
}

/* What a file that ends within a page lacks of it SQLite takes for zeros; behind
 * its end there is no page yet, which is no damage. */
static int
judge_short (SumsFile      *self,
             int            length,
             sqlite3_int64  offset)
{
  sqlite3_int64 size = 0;
  int code = self->real->pMethods->xFileSize (self->real, &size);

  if (code != SQLITE_OK)
    return code;
  return is_page (self, length, offset) && size > offset ? SQLITE_IOERR_DATA : SQLITE_IOERR_SHORT_READ;
}

static int
sums_read (sqlite3_file *file, void *to, int length, sqlite3_int64 offset)
{
  SumsFile *self = (SumsFile *) file;
  int code;

  if (is_part (self, length, offset))
    return read_part (self, to, length, offset);
  code = self->real->pMethods->xRead (self->real, to, length, offset);
  if (code == SQLITE_IOERR_SHORT_READ)
    return judge_short (self, length, offset);
  if (code != SQLITE_OK)
    return code;
  learn (self, to, length, offset);
  return is_page (self, length, offset) && !is_sound (to, length) ? SQLITE_IOERR_DATA : SQLITE_OK;
}

static int
sums_write (sqlite3_file *file, const void *from, int length, sqlite3_int64 offset)
{
  SumsFile *self = (SumsFile *) file;
  guchar page[LARGEST_PAGE];

  learn (self, from, length, offset);
  if (!is_page (self, length, offset))
    return self->real->pMethods->xWrite (self->real, from, length, offset);
  memcpy (page, from, (gsize) length);
  sum_page (page, (gsize) length, page + length - SUM_LENGTH);
  return self->real->pMethods->xWrite (self->real, page, length, offset);
}

static int
sums_control (sqlite3_file *file, int what, void *argument)
{
  SumsFile *self = (SumsFile *) file;

  switch (what)
    {
    case ASK_SUMS:
      *(int *) argument = self->has_sums ? self->page_size : 0;
      return SQLITE_OK;
    case TELL_SUMS:
      self->has_sums = *(const int *) argument != 0;
      self->page_size = self->has_sums ? *(const int *) argument : self->page_size;
      self->is_told = TRUE;
      return SQLITE_OK;
    default:
      return self->real->pMethods->xFileControl (self->real, what, argument);
    }
}

/* A part of a page has no sum. */
static int
sums_characteristics (sqlite3_file *file)
{
  int found = real (file)->pMethods->xDeviceCharacteristics (real (file));

#ifdef SQLITE_IOCAP_SUBPAGE_READ
  found &= ~SQLITE_IOCAP_SUBPAGE_READ;
#endif
  return found;
}

static int
sums_close (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
sums_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return real (file)->pMethods->xTruncate (real (file), size);
}

static int
sums_sync (sqlite3_file *file, int flags)
{
  return real (file)->pMethods->xSync (real (file), flags);
}

static int
sums_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
sums_lock (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xLock (real (file), level);
}

static int
sums_unlock (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
sums_check_reserved_lock (sqlite3_file *file, int *out_lock)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), out_lock);
}

static int
sums_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
sums_shm_map (sqlite3_file *file, int page, int size, int grow, void volatile **out_memory)
{
  return real (file)->pMethods->xShmMap (real (file), page, size, grow, out_memory);
}

static int
sums_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return real (file)->pMethods->xShmLock (real (file), offset, n, flags);
}

static void
sums_shm_barrier (sqlite3_file *file)
{
  real (file)->pMethods->xShmBarrier (real (file));
}

static int
sums_shm_unmap (sqlite3_file *file, int remove)
{
  return real (file)->pMethods->xShmUnmap (real (file), remove);
}

/* Without the methods by which SQLite would map the file past this layer. */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = sums_close,
  .xRead = sums_read,
  .xWrite = sums_write,
  .xTruncate = sums_truncate,
  .xSync = sums_sync,
  .xFileSize = sums_size,
  .xLock = sums_lock,
  .xUnlock = sums_unlock,
  .xCheckReservedLock = sums_check_reserved_lock,
  .xFileControl = sums_control,
  .xSectorSize = sums_sector_size,
  .xDeviceCharacteristics = sums_characteristics,
  .xShmMap = sums_shm_map,
  .xShmLock = sums_shm_lock,
  .xShmBarrier = sums_shm_barrier,
  .xShmUnmap = sums_shm_unmap,
};

/* Journals and temporary files are those of the layer below. */
static int
sums_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  SumsFile *self = (SumsFile *) file;
  int code;

  if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
    return below->xOpen (below, name, file, flags, out_flags);
  *self = (SumsFile) { .real = (sqlite3_file *) (self + 1) };
  code = below->xOpen (below, name, self->real, flags, out_flags);
  self->base.pMethods = self->real->pMethods != NULL ? &methods : NULL;
  return code;
}

/**
 * fz_sums_vfs:
 *
 * Returns: (transfer none): the name of the layer that a library's file is opened with
 */
const char *
fz_sums_vfs (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      below = sqlite3_vfs_find (NULL);
      layer = *below;
      layer.szOsFile += (int) sizeof (SumsFile);
      layer.zName = "fangzhi";
      layer.xOpen = sums_open;
      g_once_init_leave (&done, sqlite3_vfs_register (&layer, FALSE) == SQLITE_OK ? 1 : 2);
    }
  return layer.zName;
}

/**
 * fz_sums_begin:
 * @db: a file that was just opened for writing
 *
 * Where the file is still empty its pages will have sums.
 */
void
fz_sums_begin (sqlite3 *db)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 1;
  int reserve = SUM_LENGTH;

  if (sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK && file->pMethods != NULL &&
      file->pMethods->xFileSize (file, &size) == SQLITE_OK && size == 0)
    sqlite3_file_control (db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
}

/**
 * fz_sums_copy:
 * @from: a file that was read from
 * @to: the one that its pages will be copied to, in which nothing stands yet
 *
 * The copy has sums where what is copied has them.
 */
void
fz_sums_copy (sqlite3 *from,
              sqlite3 *to)
{
  int page_size = 0;

  if (sqlite3_file_control (from, "main", ASK_SUMS, &page_size) == SQLITE_OK)
    sqlite3_file_control (to, "main", TELL_SUMS, &page_size);
}
