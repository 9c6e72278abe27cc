/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The hits of a query one after the other, in the order of the keys of the index,
 * which is that of the dates.
 *
 * What has the rarest parts of a long phrase is often few, and is read, see
 * fz-search-rare.c.  Where it is more than MOST_JUDGED the index is faster. */

#include "config.h"

#include "fz-search-walk.h"

#include "fz-search-mixed.h"
#include "fz-search-rare.h"
#include "fz-search-row.h"

#define MOST_JUDGED 400

struct _FzWalk {
  FzConnection       *reader;
  const FzSearchPlan *plan;
  FzConditions       *conditions;
  gboolean            ranked;
  gint64              last;     /* the greatest key that is still wanted */
  FzMixed            *mixed;    /* (nullable): the hits of a query that is mixed */
  GArray             *few;      /* (nullable) (element-type gint64): the keys that are left to be judged, the next one last */
  FzStatement        *rows;     /* (nullable): of the index, once they were asked for */
};

/**
 * fz_walk_new:
 * @reader: a connection
 * @plan: how a query is answered
 * @conditions: of the plan
 * @ranked: whether ranks are wanted; those of a mixed query are all 0
 * @last: the greatest key that is wanted
 *
 * Only one walk of a connection can be under way.
 *
 * Returns: (transfer full): the hits
 */
FzWalk *
fz_walk_new (FzConnection        *reader,
             const FzSearchPlan  *plan,
             FzConditions        *conditions,
             gboolean             ranked,
             gint64               last)
{
  FzWalk *self = g_new0 (FzWalk, 1);

  self->reader = reader;
  self->plan = plan;
  self->conditions = conditions;
  self->ranked = ranked;
  /* Of a mixed query the streams stand at G_MAXINT64 before they begin. */
  self->last = MIN (MIN (last, plan->last), G_MAXINT64 - 1);
  self->mixed = plan->is_mixed ? fz_mixed_new (reader, plan, conditions) : NULL;
  return self;
}

/**
 * fz_walk_free:
 * @self: (nullable): a walk
 */
void
fz_walk_free (FzWalk *self)
{
  if (self == NULL)
    return;
  fz_statement_release (self->rows);
  fz_mixed_free (self->mixed);
  g_clear_pointer (&self->few, g_array_unref);
  g_free (self);
}

static FzStatement *
ask_index (FzWalk      *self,
           FzSql        sql,
           const char  *match,
           GError     **error)
{
  FzStatement *rows = fz_connection_statement (self->reader, sql, error);

  if (rows == NULL)
    return NULL;
  fz_statement_bind_text (rows, match);
  fz_statement_bind_int (rows, self->plan->first);
  fz_statement_bind_int (rows, self->last);
  return rows;
}

static void
turn_around (GArray *keys)
{
  for (guint i = 0; i < keys->len / 2; i++)
    {
      gint64 *first = &g_array_index (keys, gint64, i), *last = &g_array_index (keys, gint64, keys->len - 1 - i);
      gint64 key = *first;

      *first = *last;
      *last = key;
    }
}

/* What is not wanted anyway is not read. */
static gboolean
add_wanted (FzWalk  *self,
            GArray  *keys,
            gint64   key,
            GError **error)
{
  gboolean meets;

  if (!fz_conditions_hold (self->conditions, key, &meets, error))
    return FALSE;
  if (meets)
    g_array_append_val (keys, key);
  return TRUE;
}

/* Finds what has the rarest parts, if that is few. */
static gboolean
find_few (FzWalk      *self,
          const char  *match,
          GError     **error)
{
  g_autoptr (FzStatement) rows = ask_index (self, FZ_SQL_SEARCH_BY_DATE, match, error);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  FzStep step = FZ_STEP_ERROR;

  while (rows != NULL && keys->len <= MOST_JUDGED && (step = fz_statement_step (rows, error)) == FZ_STEP_ROW)
    if (!add_wanted (self, keys, fz_statement_take_int (rows), error))
      return FALSE;
  turn_around (keys);
  if (step == FZ_STEP_DONE)
    self->few = g_steal_pointer (&keys);
  return step != FZ_STEP_ERROR;
}

static gboolean
begin (FzWalk  *self,
       GError **error)
{
  g_autofree char *rare = NULL;

  if (!fz_search_rare_match (self->reader, self->plan, &rare, error) ||
      (rare != NULL && !find_few (self, rare, error)))
    return FALSE;
  if (self->few == NULL)
    self->rows = ask_index (self, self->ranked ? FZ_SQL_SEARCH_RANKED : FZ_SQL_SEARCH_BY_DATE, self->plan->match, error);
  return self->few != NULL || self->rows != NULL;
}

static gboolean
next_of_mixed (FzWalk     *self,
               FzWalkHit  *out,
               gboolean   *out_is_hit,
               GError    **error)
{
  if (!fz_mixed_next (self->mixed, self->last, &out->key, error))
    return FALSE;
  out->meets = *out_is_hit = out->key >= 0;
  self->last = out->key - 1;
  return TRUE;
}

static gboolean
next_of_few (FzWalk     *self,
             FzWalkHit  *out,
             gboolean   *out_is_hit,
             GError    **error)
{
  while (!*out_is_hit && self->few->len > 0)
    {
      out->key = g_array_index (self->few, gint64, self->few->len - 1);
      out->meets = TRUE;
      g_array_set_size (self->few, self->few->len - 1);
      if (!fz_search_rare_judge (self->reader, self->plan, fz_search_article (out->key), out_is_hit, &out->rank, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
next_of_index (FzWalk     *self,
               FzWalkHit  *out,
               gboolean   *out_is_hit,
               GError    **error)
{
  FzStep step = fz_statement_step (self->rows, error);

  if (step != FZ_STEP_ROW)
    return step == FZ_STEP_DONE;
  *out_is_hit = TRUE;
  out->key = fz_statement_take_int (self->rows);
  out->rank = self->ranked ? fz_statement_take_real (self->rows) : 0;
  return fz_conditions_hold (self->conditions, out->key, &out->meets, error);
}

/**
 * fz_walk_next:
 * @self: a walk
 * @out: (out): the next hit
 * @out_is_hit: (out): whether there was one
 * @error: a #FzLibraryError
 */
gboolean
fz_walk_next (FzWalk     *self,
              FzWalkHit  *out,
              gboolean   *out_is_hit,
              GError    **error)
{
  *out = (FzWalkHit) { 0 };
  *out_is_hit = FALSE;
  if (self->mixed != NULL)
    return next_of_mixed (self, out, out_is_hit, error);
  if (self->few == NULL && self->rows == NULL && !begin (self, error))
    return FALSE;
  return self->few != NULL ? next_of_few (self, out, out_is_hit, error) : next_of_index (self, out, out_is_hit, error);
}
