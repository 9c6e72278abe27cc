/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The articles that one that comes may be the same story as, by the minima of their
 * signatures; which of them it is fz-store-reprints.c says. */

#include "config.h"

#include "fz-store.h"

/* Articles that have the same minimum, the latest, as FZ_SQL_FIND_BAND. */
#define MOST_ON_BAND 32

static gboolean
find_on_band (FzConnection  *writer,
              guint32        minimum,
              GArray        *found,
              GError       **error)
{
  g_autoptr (FzStatement) find = fz_connection_statement (writer, FZ_SQL_FIND_BAND, error);
  FzStep step;

  if (find == NULL)
    return FALSE;
  fz_statement_bind_int (find, minimum);
  while ((step = fz_statement_step (find, error)) == FZ_STEP_ROW)
    {
      FzCandidate candidate = { fz_statement_take_int (find), 1 };

      g_array_append_val (found, candidate);
    }
  return step == FZ_STEP_DONE;
}

static int
compare_articles (gconstpointer a,
                  gconstpointer b)
{
  const FzCandidate *first = a, *second = b;

  return (second->article > first->article) - (second->article < first->article);
}

static int
compare_shared (gconstpointer a,
                gconstpointer b)
{
  const FzCandidate *first = a, *second = b;

  return first->n_shared != second->n_shared ? (int) second->n_shared - (int) first->n_shared : compare_articles (a, b);
}

/* Each candidate once, those that share most first, of these the latest. */
static void
rank_candidates (GArray *found)
{
  guint n = 0;

  g_array_sort (found, compare_articles);
  for (guint i = 0; i < found->len; i++)
    {
      const FzCandidate *next = &g_array_index (found, FzCandidate, i);

      if (n > 0 && g_array_index (found, FzCandidate, n - 1).article == next->article)
        g_array_index (found, FzCandidate, n - 1).n_shared++;
      else
        g_array_index (found, FzCandidate, n++) = *next;
    }
  g_array_set_size (found, n);
  g_array_sort (found, compare_shared);
}

/* Of those that came last, as many as of `band`. */
static void
find_in_recent (const GArray *recent,
                guint32       minimum,
                GArray       *found)
{
  guint low = 0, high = recent->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (recent, FzBand, middle).minimum < minimum)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint n = 0; n < MOST_ON_BAND && low < recent->len && g_array_index (recent, FzBand, low).minimum == minimum; n++, low++)
    {
      FzCandidate candidate = { g_array_index (recent, FzBand, low).article, 1 };

      g_array_append_val (found, candidate);
    }
}

/**
 * fz_store_find_candidates:
 * @writer: the connection that writes
 * @signature: of an article that comes
 * @recent: (element-type FzBand): of [func@store_find_recent], in order
 * @error: a #FzLibraryError
 *
 * Returns: (transfer full) (element-type FzCandidate): who shares minima with it, those
 *   that share most first, or %NULL
 */
GArray *
fz_store_find_candidates (FzConnection       *writer,
                          const FzSignature  *signature,
                          const GArray       *recent,
                          GError            **error)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (FzCandidate));

  for (guint i = 0; i < FZ_SIGNATURE_BINS; i++)
    {
      guint32 minimum = signature->minima[i];

      if (minimum == FZ_SIGNATURE_NONE)
        continue;
      find_in_recent (recent, minimum, found);
      if (!find_on_band (writer, minimum, found, error))
        return NULL;
    }
  rank_candidates (found);
  return g_steal_pointer (&found);
}
