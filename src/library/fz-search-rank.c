/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How well an article answers a query: as BM25 has it for one word, without
 * how rare the words are in the library.  That would have to be counted over the
 * whole of it, for each query anew; and an article's place does not then change
 * when others come in. */

#include "config.h"

#include "fz-search-rank.h"

#include "fz-search-row.h"

/* Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), use
 * k1 = 1.2 and b = 0.75; the average article of a local paper has some 600
 * places. */
#define SATURATION     1.2
#define LENGTH_PART    0.75
#define AVERAGE_LENGTH 600.0
#define TITLE_WEIGHT   8.0
#define MOST_PHRASES   128

static double
weigh (double weighted,
       int    length)
{
  double norm = 1 - LENGTH_PART + LENGTH_PART * length / AVERAGE_LENGTH;

  return weighted / (weighted + SATURATION * norm);
}

/**
 * fz_search_rank:
 *
 * An auxiliary function of FTS5, see its documentation: the greater the better.
 */
void
fz_search_rank (const Fts5ExtensionApi *api,
                Fts5Context            *row,
                sqlite3_context        *context,
                int                     n_values,
                sqlite3_value         **values)
{
  double found[MOST_PHRASES] = { 0 }, rank = 0;
  int n_found = 0, length = 0;
  int code = api->xInstCount (row, &n_found);

  if (code == SQLITE_OK)
    code = api->xColumnSize (row, FZ_SEARCH_TEXT, &length);
  for (int i = 0; code == SQLITE_OK && i < n_found; i++)
    {
      int phrase, column, offset;

      code = api->xInst (row, i, &phrase, &column, &offset);
      if (code == SQLITE_OK && phrase < MOST_PHRASES && column <= FZ_SEARCH_TEXT)
        found[phrase] += column == FZ_SEARCH_TITLE ? TITLE_WEIGHT : 1;
    }
  for (guint i = 0; i < MOST_PHRASES; i++)
    if (found[i] > 0)
      rank += weigh (found[i], length);
  if (code == SQLITE_OK)
    sqlite3_result_double (context, rank);
  else
    sqlite3_result_error_code (context, code);
}
