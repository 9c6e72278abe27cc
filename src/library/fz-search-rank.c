/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How well an article answers a query: how often what is looked for stands in it,
 * as BM25 has it, more where it stands in the title; and how early, since news
 * says first what it is about.
 *
 * How rare the words are in the library is not asked: it would have to be counted
 * over the whole of it, for each query anew; nor how long the article is, which
 * is a row to be read for each hit. */

#include "config.h"

#include "fz-search-rank.h"

#include "fz-search-row.h"

/* k1 of Robertson and Zaragoza, The Probabilistic Relevance Framework (2009). */
#define SATURATION   1.2
#define TITLE_WEIGHT 8.0
/* In places of the index: half as much for what first stands a paragraph further
 * down. */
#define EARLY        100.0
#define EARLY_WEIGHT 0.5
#define MOST_PHRASES 128

typedef struct {
  double weight;
  int    first;
} Found;

static double
weigh (double weight,
       int    first)
{
  if (weight <= 0)
    return 0;
  return weight / (weight + SATURATION) + EARLY_WEIGHT * EARLY / (EARLY + first);
}

/**
 * fz_search_weigh:
 * @n_text: how often a phrase stands in the text of an article
 * @n_headline: and in its headline
 * @first: where first in the text, in places of the index
 *
 * Returns: what that adds to the article's rank
 */
double
fz_search_weigh (guint n_text,
                 guint n_headline,
                 guint first)
{
  return weigh (n_text + TITLE_WEIGHT * n_headline, (int) first);
}

static void
count (Found *found,
       int    column,
       int    offset)
{
  if (column == FZ_SEARCH_TEXT && (found->weight <= 0 || offset < found->first))
    found->first = offset;
  found->weight += column == FZ_SEARCH_TITLE ? TITLE_WEIGHT : 1;
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
  double rank = 0;
  int n = MIN (api->xPhraseCount (row), MOST_PHRASES), code = SQLITE_OK;

  for (int i = 0; code == SQLITE_OK && i < n; i++)
    {
      Fts5PhraseIter next;
      Found found = { 0 };
      int column, offset;

      for (code = api->xPhraseFirst (row, i, &next, &column, &offset); code == SQLITE_OK && column >= 0;
           api->xPhraseNext (row, &next, &column, &offset))
        if (column <= FZ_SEARCH_TITLE)
          count (&found, column, offset);
      rank += weigh (found.weight, found.first);
    }
  if (code == SQLITE_OK)
    sqlite3_result_double (context, rank);
  else
    sqlite3_result_error_code (context, code);
}
