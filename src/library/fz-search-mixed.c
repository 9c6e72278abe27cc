/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A query like 水库 OR date:2023, which the index alone cannot answer, nor a question
 * asked of each of its hits.
 *
 * It is a tree of streams, each of which answers what the greatest key is that is
 * not beyond a given one and that it has: FTS5 gives the keys of what it can
 * decide, or of all articles, one after the other; AND goes from the one to the
 * other until they agree, OR takes the greater one.  So the hits come by date, none
 * twice, and who wants a page looks at no more than it needs. */

#include "config.h"

#include "fz-search-mixed.h"

#include <string.h>

#include "fz-search-fts5.h"

/* What is much further on is sooner asked for anew than gone to step by step. */
#define MOST_STEPS 64

#define NO_KEY (-1)

typedef struct {
  gboolean     is_any;   /* one of @parts, else all of them */
  char        *match;    /* (nullable): FTS5's query */
  FzStatement *rows;     /* of it */
  gint64       key;      /* where @rows stands, NO_KEY at the end */
  gint64       first;    /* the least key that is wanted */
  gint64       last;     /* the greatest */
  GPtrArray   *parts;    /* (element-type Stream) */
  GPtrArray   *without;  /* (element-type Stream): what must not have the key */
  GPtrArray   *filters;  /* (element-type FzNode): what the index does not know */
} Stream;

struct _FzMixed {
  FzConnection *reader;
  FzConditions *conditions;
  Stream       *top;
};

static void
stream_free (gpointer data)
{
  Stream *self = data;

  g_clear_pointer (&self->rows, fz_connection_discard);
  g_free (self->match);
  g_ptr_array_unref (self->parts);
  g_ptr_array_unref (self->without);
  g_ptr_array_unref (self->filters);
  g_free (self);
}

static Stream *
stream_new (void)
{
  Stream *self = g_new0 (Stream, 1);

  self->key = self->last = G_MAXINT64;
  self->parts = g_ptr_array_new_with_free_func (stream_free);
  self->without = g_ptr_array_new_with_free_func (stream_free);
  self->filters = g_ptr_array_new ();
  return self;
}

static Stream *stream_of (const FzNode *node);

static void
add_filter (Stream *self,
            FzNode *node)
{
  gint64 first, last;

  if (node->kind == FZ_NODE_DATE)
    {
      fz_search_plan_days (node, &first, &last);
      self->first = MAX (self->first, first);
      self->last = MIN (self->last, last);
    }
  else
    g_ptr_array_add (self->filters, node);
}

/* Into what FTS5 decides, what is asked of each, and what has to be put together. */
static void
add_parts (Stream        *self,
           FzNode *const *nodes,
           guint          n)
{
  g_autoptr (GPtrArray) of_index = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      FzNode *node = nodes[i];

      if (fz_search_plan_knows_all (node))
        g_ptr_array_add (of_index, node);
      else if (fz_search_plan_knows_nothing (node))
        add_filter (self, node);
      else if (node->kind == FZ_NODE_NOT)
        g_ptr_array_add (self->without, stream_of (node->children->pdata[0]));
      else
        g_ptr_array_add (self->parts, stream_of (node));
    }
  if (of_index->len > 0 || self->parts->len == 0)
    self->match = fz_fts5_all ((FzNode **) of_index->pdata, of_index->len, NULL);
}

static Stream *
stream_of (const FzNode *node)
{
  Stream *self = stream_new ();
  FzNode *only = (FzNode *) node;

  self->is_any = node->kind == FZ_NODE_OR && !fz_search_plan_knows_all (node) && !fz_search_plan_knows_nothing (node);
  if (self->is_any)
    for (guint i = 0; i < node->children->len; i++)
      g_ptr_array_add (self->parts, stream_of (node->children->pdata[i]));
  else if (node->kind == FZ_NODE_AND)
    add_parts (self, (FzNode **) node->children->pdata, node->children->len);
  else
    add_parts (self, &only, 1);
  return self;
}

static gboolean
begin (FzMixed  *self,
       Stream   *stream,
       gint64    last,
       GError  **error)
{
  if (stream->rows == NULL)
    stream->rows = fz_connection_prepare (self->reader, FZ_SQL_SEARCH_BY_DATE, error);
  if (stream->rows == NULL)
    return FALSE;
  fz_statement_release (stream->rows);
  fz_statement_bind_text (stream->rows, stream->match);
  fz_statement_bind_int (stream->rows, stream->first);
  fz_statement_bind_int (stream->rows, MIN (last, stream->last));
  return TRUE;
}

/* Goes to the greatest key of the index that is not beyond @last. */
static gboolean
go_to (FzMixed  *self,
       Stream   *stream,
       gint64    last,
       GError  **error)
{
  for (guint n = 0; stream->key > last; n++)
    {
      FzStep step;

      if (n % MOST_STEPS == 0 && (stream->rows == NULL || n > 0) && !begin (self, stream, last, error))
        return FALSE;
      step = fz_statement_step (stream->rows, error);
      if (step == FZ_STEP_ERROR)
        return FALSE;
      stream->key = step == FZ_STEP_ROW ? fz_statement_take_int (stream->rows) : NO_KEY;
    }
  return TRUE;
}

static gboolean next_of (FzMixed *self, Stream *stream, gint64 last, gint64 *out_key, GError **error);

static gboolean
next_of_any (FzMixed  *self,
             Stream   *stream,
             gint64    last,
             gint64   *out_key,
             GError  **error)
{
  *out_key = NO_KEY;
  for (guint i = 0; i < stream->parts->len; i++)
    {
      gint64 key;

      if (!next_of (self, stream->parts->pdata[i], last, &key, error))
        return FALSE;
      *out_key = MAX (*out_key, key);
    }
  return TRUE;
}

/* What the index and all parts have; NO_KEY where there is none. */
static gboolean
agree (FzMixed  *self,
       Stream   *stream,
       gint64    last,
       gint64   *out_key,
       GError  **error)
{
  gint64 before;

  *out_key = MIN (last, stream->last);
  do
    {
      before = *out_key;
      if (stream->match != NULL)
        {
          if (!go_to (self, stream, *out_key, error))
            return FALSE;
          *out_key = stream->key;
        }
      for (guint i = 0; *out_key != NO_KEY && i < stream->parts->len; i++)
        if (!next_of (self, stream->parts->pdata[i], *out_key, out_key, error))
          return FALSE;
    }
  while (*out_key != before && *out_key != NO_KEY && stream->parts->len > 0);
  if (*out_key < stream->first)
    *out_key = NO_KEY;
  return TRUE;
}

static gboolean
holds (FzMixed   *self,
       Stream    *stream,
       gint64     key,
       gboolean  *out_holds,
       GError   **error)
{
  *out_holds = TRUE;
  for (guint i = 0; *out_holds && i < stream->filters->len; i++)
    if (!fz_conditions_node_holds (self->conditions, stream->filters->pdata[i], key, out_holds, error))
      return FALSE;
  for (guint i = 0; *out_holds && i < stream->without->len; i++)
    {
      gint64 other;

      if (!next_of (self, stream->without->pdata[i], key, &other, error))
        return FALSE;
      *out_holds = other != key;
    }
  return TRUE;
}

static gboolean
next_of (FzMixed  *self,
         Stream   *stream,
         gint64    last,
         gint64   *out_key,
         GError  **error)
{
  gboolean fits = FALSE;

  if (stream->is_any)
    return next_of_any (self, stream, last, out_key, error);
  for (;; last = *out_key - 1)
    {
      if (!agree (self, stream, last, out_key, error))
        return FALSE;
      if (*out_key == NO_KEY)
        return TRUE;
      if (!holds (self, stream, *out_key, &fits, error))
        return FALSE;
      if (fits)
        return TRUE;
    }
}

/**
 * fz_mixed_next:
 * @self: the hits of a query
 * @last: the greatest key that is wanted, never greater than before
 * @out_key: (out): the greatest key of a hit that is not beyond it, or -1
 * @error: a #FzLibraryError
 */
gboolean
fz_mixed_next (FzMixed  *self,
               gint64    last,
               gint64   *out_key,
               GError  **error)
{
  return next_of (self, self->top, last, out_key, error);
}

/**
 * fz_mixed_new:
 * @reader: a connection
 * @plan: how a query is answered, one that is mixed
 * @conditions: of the plan
 *
 * Returns: (transfer full): its hits
 */
FzMixed *
fz_mixed_new (FzConnection        *reader,
              const FzSearchPlan  *plan,
              FzConditions        *conditions)
{
  FzMixed *self = g_new0 (FzMixed, 1);

  self->reader = reader;
  self->conditions = conditions;
  self->top = stream_new ();
  self->top->match = fz_search_plan_dup_within (plan);
  g_ptr_array_add (self->top->parts, stream_of (plan->root));
  return self;
}

/**
 * fz_mixed_free:
 * @self: (nullable): the hits of a query
 */
void
fz_mixed_free (FzMixed *self)
{
  if (self == NULL)
    return;
  stream_free (self->top);
  g_free (self);
}
