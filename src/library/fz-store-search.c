/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page of hits.
 *
 * By date: the keys of the index are in the order of the dates, so FTS5 gives a
 * page without looking at the other hits.  By relevance all hits have to be
 * looked at, some microseconds each; what stands in more than MOST_RANKED
 * articles is given by date.  What is looked for is gone through once for both: of
 * a phrase of common words the hits are few, and finding them is what takes time.
 *
 * Single characters (see fz-search-plan.c) that stand in many articles are found
 * soonest by reading article after article, and that is tried first.  Where
 * fewer than one in RARE has it, the index is faster. */

#include "config.h"

#include "fz-store.h"

#include <string.h>

#include "fz-library.h"
#include "fz-search-conditions.h"
#include "fz-search-index.h"
#include "fz-search-row.h"
#include "fz-search-snippet.h"
#include "fz-search-walk.h"

#define MOST_RANKED 2000

/* Reading is given up after so many articles, or once it is known to be slow. */
#define MOST_READ 20000
#define SAMPLE    200
#define RARE      20

typedef struct {
  FzConnection          *reader;
  const FzSearchPlan    *plan;
  const FzSearchRequest *request;
  FzConditions          *conditions;
  GArray                *keys;   /* gint64: the page */
  gboolean               more;
} Search;

static gint64
last_key (const Search *self)
{
  const FzSearchAfter *after = &self->request->after;

  return after->is_set && after->by_date ? MIN (self->plan->last, after->key - 1) : self->plan->last;
}

/* Takes a hit into the page; answers whether there is room for another. */
static gboolean
take_key (Search *self,
          gint64  key)
{
  self->more = self->keys->len == self->request->limit;
  if (!self->more)
    g_array_append_val (self->keys, key);
  return !self->more;
}

/* Makes the page by date, of what a walk has still before it; what is in it
 * already stays. */
static gboolean
list_by_date (Search  *self,
              FzWalk  *walk,
              GError **error)
{
  FzWalkHit hit;
  gboolean is_hit = TRUE;

  while (is_hit && !self->more)
    {
      if (!fz_walk_next (walk, &hit, &is_hit, error))
        return FALSE;
      if (is_hit && hit.meets)
        take_key (self, hit.key);
    }
  return TRUE;
}

static FzStatement *
begin_reading (Search  *self,
               GError **error)
{
  FzStatement *rows = fz_connection_statement (self->reader, FZ_SQL_SEARCH_BY_DATE, error);

  if (rows == NULL)
    return NULL;
  fz_statement_bind_text (rows, self->plan->match_rest);
  fz_statement_bind_int (rows, self->plan->first);
  fz_statement_bind_int (rows, last_key (self));
  return rows;
}

/* Reads article after article.  @out_done is FALSE where that leads nowhere. */
static gboolean
list_by_reading (Search    *self,
                 gboolean  *out_done,
                 GError   **error)
{
  g_autoptr (FzStatement) rows = begin_reading (self, error);
  FzStep step = FZ_STEP_ERROR;
  gboolean fits;

  *out_done = FALSE;
  for (guint n = 1; rows != NULL && (step = fz_statement_step (rows, error)) == FZ_STEP_ROW; n++)
    {
      gint64 key = fz_statement_take_int (rows);

      if (n > MOST_READ || (n > SAMPLE && self->keys->len * RARE < n))
        return TRUE;
      if (!fz_conditions_hold (self->conditions, key, &fits, error) ||
          (fits && !fz_conditions_singles_hold (self->conditions, fz_search_article (key), &fits, error)))
        return FALSE;
      if (fits && !take_key (self, key))
        break;
    }
  *out_done = TRUE;
  return step != FZ_STEP_ERROR;
}

/* The best first, of equals the latest. */
static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const FzWalkHit *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank > second->rank ? -1 : 1;
  return (first->key < second->key) - (first->key > second->key);
}

static gboolean
is_behind (const FzSearchAfter *after,
           const FzWalkHit     *hit)
{
  FzWalkHit end = { after->key, after->rank, TRUE };

  return !after->is_set || compare_ranked (&end, hit) < 0;
}

/* Takes the hits, the latest first, as long as they are not more than @most, and
 * answers whether they are. */
static gboolean
rank_all (Search    *self,
          FzWalk    *walk,
          guint      most,
          GArray    *all,
          gboolean  *out_many,
          GError   **error)
{
  FzWalkHit hit;
  gboolean is_hit = TRUE;
  guint n = 0;

  while (is_hit && n <= most)
    {
      if (!fz_walk_next (walk, &hit, &is_hit, error))
        return FALSE;
      n += is_hit;
      if (is_hit && hit.meets)
        g_array_append_val (all, hit);
    }
  *out_many = n > most;
  return TRUE;
}

static void
empty_page (Search *self)
{
  g_array_set_size (self->keys, 0);
  self->more = FALSE;
}

static void
take_best (Search         *self,
           GArray         *all,
           FzSearchAfter  *after)
{
  g_array_sort (all, compare_ranked);
  for (guint i = 0; i < all->len; i++)
    {
      const FzWalkHit *hit = &g_array_index (all, FzWalkHit, i);

      if (is_behind (&self->request->after, hit))
        {
          if (!take_key (self, hit->key))
            break;
          after->rank = hit->rank;
        }
    }
}

/* The hits are gone through once: where they turn out to be more than are ranked,
 * those that were seen are the page by date, or its beginning. */
static gboolean
list_by_rank (Search         *self,
              FzWalk         *walk,
              FzSearchAfter  *after,
              GError        **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (FzWalkHit));
  gboolean goes_on = self->request->after.is_set;

  if (!rank_all (self, walk, goes_on ? G_MAXUINT : MOST_RANKED, all, &after->by_date, error))
    return FALSE;
  if (!after->by_date)
    {
      take_best (self, all, after);
      return TRUE;
    }
  for (guint i = 0; i < all->len && take_key (self, g_array_index (all, FzWalkHit, i).key); i++)
    ;
  return self->more || list_by_date (self, walk, error);
}

/* Whether a single character may stand in so many articles that reading pays. */
static gboolean
should_read (Search   *self,
             gboolean *out_should,
             GError  **error)
{
  FzIndexState state;
  const FzSearchAfter *after = &self->request->after;

  *out_should = FALSE;
  if (self->plan->is_mixed || self->plan->singles->len == 0 || (after->is_set && !after->by_date))
    return TRUE;
  if (!fz_search_index_state (self->reader, &state, error))
    return FALSE;
  *out_should = state.total > MOST_RANKED;
  return TRUE;
}

/* What is mixed comes by date, whatever was asked for: there is no rank of a day. */
static gboolean
is_by_date (const Search *self)
{
  const FzSearchRequest *request = self->request;

  return self->plan->is_mixed || request->order == FZ_SEARCH_BY_DATE || (request->after.is_set && request->after.by_date);
}

static gboolean
list (Search         *self,
      FzSearchAfter  *after,
      GError        **error)
{
  g_autoptr (FzWalk) walk = fz_walk_new (self->reader, self->plan, self->conditions, !is_by_date (self), last_key (self));
  gboolean done;

  if (!should_read (self, &done, error) || (done && !list_by_reading (self, &done, error)))
    return FALSE;
  after->by_date = done || is_by_date (self);
  if (done)
    return TRUE;
  empty_page (self);
  return after->by_date ? list_by_date (self, walk, error) : list_by_rank (self, walk, after, error);
}

/* Where the body of an article begins, in its text; 0 where it has none. */
static gboolean
find_body (Search      *self,
           gint64       article,
           const char  *text,
           guint       *out_body,
           GError     **error)
{
  g_autoptr (FzStatement) ask = fz_connection_statement (self->reader, FZ_SQL_BODY_OF, error);

  if (ask == NULL)
    return FALSE;
  fz_statement_bind_int (ask, article);
  if (fz_statement_step (ask, error) != FZ_STEP_ROW)
    return FALSE;
  *out_body = fz_statement_take_uint (ask);
  if (*out_body > g_utf8_strlen (text, -1))
    *out_body = 0;
  return TRUE;
}

/* One that cannot be read is found all the same, and shown by how it begins. */
static char *
get_text (Search         *self,
          const FzEntry  *entry,
          GError        **error)
{
  g_autoptr (GError) reason = NULL;
  char *text = fz_store_get_text (self->reader, entry->id, &reason);

  if (g_error_matches (reason, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_UNREADABLE))
    return g_strdup (entry->opening);
  if (text == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return text;
}

static FzHit *
make_hit (Search   *self,
          gint64    key,
          GError  **error)
{
  g_autoptr (FzHit) hit = fz_hit_new ();
  g_autofree char *text = NULL;
  g_autoptr (FzAtoms) atoms = NULL;
  guint body;

  hit->entry = fz_store_get_entry (self->reader, fz_search_article (key), error);
  if (hit->entry == NULL ||
      (self->request->stories && !fz_store_get_story_of (self->reader, hit->entry->id, &hit->story, &hit->reprints, error)) ||
      (text = get_text (self, hit->entry, error)) == NULL ||
      !find_body (self, hit->entry->id, text, &body, error))
    return NULL;
  atoms = fz_atoms_new (text, strlen (text));
  fz_search_fill_hit (hit, self->plan, text, body, atoms);
  return g_steal_pointer (&hit);
}

static gboolean
make_hits (Search   *self,
           FzHits   *hits,
           GError  **error)
{
  FzIndexState state;

  for (guint i = 0; i < self->keys->len; i++)
    {
      FzHit *hit = make_hit (self, g_array_index (self->keys, gint64, i), error);

      if (hit == NULL)
        return FALSE;
      g_ptr_array_add (hits->rows, hit);
    }
  if (!fz_search_index_state (self->reader, &state, error))
    return FALSE;
  hits->more = self->more;
  hits->by_date = hits->after.by_date;
  hits->after.is_set = self->keys->len > 0;
  hits->after.key = self->keys->len > 0 ? g_array_index (self->keys, gint64, self->keys->len - 1) : 0;
  hits->whole = state.whole;
  return TRUE;
}

static void
search_clear (Search *self)
{
  g_clear_pointer (&self->conditions, fz_conditions_free);
  g_clear_pointer (&self->keys, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/**
 * fz_store_search:
 * @reader: a connection
 * @request: what is looked for, and which page
 * @error: %FZ_LIBRARY_ERROR_QUERY and others
 *
 * Returns: (transfer full): the page, or %NULL
 */
FzHits *
fz_store_search (FzConnection           *reader,
                 const FzSearchRequest  *request,
                 GError                **error)
{
  g_autoptr (FzSearchPlan) plan = fz_search_plan_new (request->query, error);
  g_autoptr (FzHits) hits = fz_hits_new ();
  g_auto (Search) self = { .reader = reader, .plan = plan, .request = request };

  g_assert (fz_connection_is (reader, FZ_CONNECTION_READER));
  self.keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (plan != NULL && request->narrowed)
    fz_search_plan_narrow (plan, request->region);
  if (plan == NULL ||
      (self.conditions = fz_conditions_new (reader, plan, error)) == NULL ||
      !list (&self, &hits->after, error) ||
      !make_hits (&self, hits, error))
    return NULL;
  return g_steal_pointer (&hits);
}
