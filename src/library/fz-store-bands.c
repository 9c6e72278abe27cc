/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The minima of articles' signatures, by which others that share a sentence with
 * them are found.
 *
 * A minimum is as good as a number drawn by lot: each of the eight of an article
 * goes to another page of `band`, and these were more than half of the pages that
 * an import wrote.  So those of a source come as one row to the end of
 * `recent_band`, and when there are many all of them go into `band` in order, by
 * which a page is written once for many.  Whoever looks for minima looks into
 * both; of `recent_band` all rows are gone through, once for each source.
 *
 * A row of it is a list of pairs of a minimum, four bytes, and an article, eight,
 * both little-endian. */

#include "config.h"

#include "fz-store.h"

#include <string.h>

#include "fz-error.h"

#define PAIR_LENGTH 12

/* So many are put into `band` at once: some tenths of a second. */
#define MOST_RECENT 32768

/* Of a minimum its low bits, which nearly always tell that nobody looks for it. */
#define FILTER_BITS 16

typedef struct {
  guint8        bits[(1 << FILTER_BITS) / 8];
  const GArray *minima;
} Sought;

static guint
bit_of (guint32 minimum)
{
  return minimum & ((1 << FILTER_BITS) - 1);
}

static int
compare_minima (gconstpointer a,
                gconstpointer b)
{
  guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

  return (first > second) - (first < second);
}

/* By minimum, of each the latest article first. */
static int
compare_bands (gconstpointer a,
               gconstpointer b)
{
  const FzBand *first = a, *second = b;
  int order = compare_minima (&first->minimum, &second->minimum);

  return order != 0 ? order : (second->article > first->article) - (second->article < first->article);
}

static void
sought_init (Sought *self,
             GArray *minima)
{
  memset (self->bits, 0, sizeof self->bits);
  g_array_sort (minima, compare_minima);
  for (guint i = 0; i < minima->len; i++)
    {
      guint bit = bit_of (g_array_index (minima, guint32, i));

      self->bits[bit / 8] |= (guint8) (1 << bit % 8);
    }
  self->minima = minima;
}

static guint32
read_minimum (const guint8 *bytes)
{
  guint32 minimum;

  memcpy (&minimum, bytes, sizeof minimum);
  return GUINT32_FROM_LE (minimum);
}

static void
take_pair (const guint8 *bytes,
           GArray       *found)
{
  FzBand band = { .minimum = read_minimum (bytes) };

  memcpy (&band.article, bytes + sizeof band.minimum, sizeof band.article);
  band.article = GINT64_FROM_LE (band.article);
  g_array_append_val (found, band);
}

/* Some ten thousand pairs for each source that comes. */
static void
take_sought (const Sought *self,
             const guint8 *bytes,
             gsize         length,
             GArray       *found)
{
  for (const guint8 *at = bytes; at < bytes + length; at += PAIR_LENGTH)
    {
      guint32 minimum = read_minimum (at);
      guint bit = bit_of (minimum);

      if (G_UNLIKELY ((self->bits[bit / 8] & 1 << bit % 8) != 0) &&
          g_array_binary_search ((GArray *) self->minima, &minimum, compare_minima, NULL))
        take_pair (at, found);
    }
}

static void
append_pair (GByteArray   *bytes,
             const FzBand *band)
{
  guint32 minimum = GUINT32_TO_LE (band->minimum);
  gint64 article = GINT64_TO_LE (band->article);

  g_byte_array_append (bytes, (const guint8 *) &minimum, sizeof minimum);
  g_byte_array_append (bytes, (const guint8 *) &article, sizeof article);
}

/* All that are sought, or all where @sought is %NULL, of the sources from @first to @last. */
static gboolean
read_recent (FzConnection  *writer,
             gint64         first,
             gint64         last,
             const Sought  *sought,
             GArray        *found,
             guint         *out_n,
             GError       **error)
{
  g_autoptr (FzStatement) rows = fz_connection_statement (writer, FZ_SQL_RECENT_BANDS, error);
  FzStep step;

  *out_n = 0;
  if (rows == NULL)
    return FALSE;
  fz_statement_bind_int (rows, first);
  fz_statement_bind_int (rows, last);
  while ((step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    {
      gsize length;
      const guint8 *bytes = fz_statement_take_blob (rows, &length);

      if (length % PAIR_LENGTH != 0)
        return fz_error_set (error, FZ_LIBRARY_ERROR_DAMAGED, "recent_band");
      *out_n += (guint) (length / PAIR_LENGTH);
      if (sought != NULL)
        take_sought (sought, bytes, length, found);
      else
        for (gsize at = 0; at < length; at += PAIR_LENGTH)
          take_pair (bytes + at, found);
    }
  g_array_sort (found, compare_bands);
  return step == FZ_STEP_DONE;
}

/**
 * fz_store_find_recent:
 * @writer: the connection that writes
 * @minima: (element-type guint32): what is looked for; is sorted
 * @found: (element-type FzBand): takes who has them of those that came last, by
 *   minimum, the latest first
 * @out_n: (out): how many were looked at, for fz_store_add_recent()
 * @error: a #FzLibraryError
 */
gboolean
fz_store_find_recent (FzConnection  *writer,
                      GArray        *minima,
                      GArray        *found,
                      guint         *out_n,
                      GError       **error)
{
  Sought sought;

  sought_init (&sought, minima);
  return read_recent (writer, 0, G_MAXINT64, &sought, found, out_n, error);
}

/**
 * fz_store_add_band:
 * @writer: the connection that writes
 * @band: a minimum of an article that has its signature
 * @error: a #FzLibraryError
 */
gboolean
fz_store_add_band (FzConnection  *writer,
                   const FzBand  *band,
                   GError       **error)
{
  g_autoptr (FzStatement) add = fz_connection_statement (writer, FZ_SQL_ADD_BAND, error);

  if (add == NULL)
    return FALSE;
  fz_statement_bind_int (add, band->minimum);
  fz_statement_bind_int (add, band->article);
  return fz_statement_run (add, error);
}

static gboolean
insert_all (FzConnection  *writer,
            const GArray  *bands,
            GError       **error)
{
  for (guint i = 0; i < bands->len; i++)
    if (!fz_store_add_band (writer, &g_array_index (bands, FzBand, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
settle (FzConnection  *writer,
        gint64         first,
        gint64         last,
        GError       **error)
{
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (FzBand));
  g_autoptr (FzStatement) drop = NULL;
  guint n;

  if (!read_recent (writer, first, last, NULL, bands, &n, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  drop = fz_connection_statement (writer, FZ_SQL_DROP_RECENT_BANDS, error);
  if (drop == NULL)
    return FALSE;
  fz_statement_bind_int (drop, first);
  fz_statement_bind_int (drop, last);
  return fz_statement_run (drop, error) && insert_all (writer, bands, error);
}

/**
 * fz_store_settle_bands:
 * @writer: the connection that writes
 * @source: id of a source
 * @error: a #FzLibraryError
 *
 * Puts its minima into `band`, where they are found by article as well.
 */
gboolean
fz_store_settle_bands (FzConnection  *writer,
                       gint64         source,
                       GError       **error)
{
  g_assert (fz_connection_is (writer, FZ_CONNECTION_WRITER));
  return settle (writer, source, source, error);
}

/**
 * fz_store_add_recent:
 * @writer: the connection that writes
 * @source: id of a source whose minima are not there yet
 * @bands: (element-type FzBand): its minima
 * @n: how many others of those that came last there are
 * @error: a #FzLibraryError
 */
gboolean
fz_store_add_recent (FzConnection  *writer,
                     gint64         source,
                     const GArray  *bands,
                     guint          n,
                     GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (FzStatement) add = NULL;

  if (bands->len == 0)
    return TRUE;
  add = fz_connection_statement (writer, FZ_SQL_ADD_RECENT_BANDS, error);
  if (add == NULL)
    return FALSE;
  for (guint i = 0; i < bands->len; i++)
    append_pair (bytes, &g_array_index (bands, FzBand, i));
  fz_statement_bind_int (add, source);
  fz_statement_bind_blob (add, bytes->data, bytes->len);
  return fz_statement_run (add, error) && (n + bands->len < MOST_RECENT || settle (writer, 0, G_MAXINT64, error));
}
