/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what a query means to how it is answered.
 *
 * The index decides all that it has tokens of: texts, titles, authors, papers,
 * regions, figures.  Days that all hits must be of are a span of its keys.  What
 * the reader did — reading, stars, notes — is asked of each hit, and so are days
 * otherwise.
 *
 * A single Han character is the beginning of thousands of tokens, whose lists
 * FTS5 would first put together, seconds for one that stands in every article.
 * Where all hits must have it, it is kept apart, for who searches to choose. */

#include "config.h"

#include "fz-search-plan.h"

#include "fz-search-fts5.h"
#include "fz-search-row.h"

/* Of one of these the index knows nothing. */
static gboolean
is_condition (FzNodeKind kind)
{
  return kind == FZ_NODE_DATE || kind == FZ_NODE_UNREAD || kind == FZ_NODE_STARRED || kind == FZ_NODE_NOTE ||
         kind == FZ_NODE_TAG;
}

/**
 * fz_search_plan_knows_nothing:
 * @node: part of a query
 *
 * Returns: whether all of it is what the index does not know
 */
gboolean
fz_search_plan_knows_nothing (const FzNode *node)
{
  if (node->kind != FZ_NODE_AND && node->kind != FZ_NODE_OR && node->kind != FZ_NODE_NOT)
    return is_condition (node->kind);
  for (guint i = 0; i < node->children->len; i++)
    if (!fz_search_plan_knows_nothing (node->children->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * fz_search_plan_knows_all:
 * @node: part of a query
 *
 * Returns: whether the index decides all of it
 */
gboolean
fz_search_plan_knows_all (const FzNode *node)
{
  if (is_condition (node->kind))
    return FALSE;
  for (guint i = 0; i < node->children->len; i++)
    if (!fz_search_plan_knows_all (node->children->pdata[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_single (const FzNode *node)
{
  return node->kind == FZ_NODE_PHRASE && node->field == FZ_FIELD_NONE && node->phrase.atoms->list->len == 1 &&
         fz_atoms_get (node->phrase.atoms, 0)->kind == FZ_ATOM_HAN;
}

static void
narrow (FzSearchPlan *self,
        const FzNode *date)
{
  gint64 first, last;

  fz_search_plan_days (date, &first, &last);
  self->first = MAX (self->first, first);
  self->last = MIN (self->last, last);
}

/* Parts the conditions that must all hold into those of each kind. */
static void
sort_out (FzSearchPlan *self,
          FzNode       *node,
          GPtrArray    *rest)
{
  gboolean negative = node->kind == FZ_NODE_NOT;
  const FzNode *inner = negative ? node->children->pdata[0] : node;

  if (node->kind == FZ_NODE_AND)
    {
      for (guint i = 0; i < node->children->len; i++)
        sort_out (self, node->children->pdata[i], rest);
      return;
    }
  if (node->kind == FZ_NODE_DATE)
    narrow (self, node);
  else if (fz_search_plan_knows_nothing (node))
    g_ptr_array_add (self->conditions, node);
  else if (!fz_search_plan_knows_all (node))
    self->is_mixed = TRUE;
  else
    {
      FzCondition single = { inner, negative };

      g_ptr_array_add (self->of_index, node);
      if (is_single (inner))
        g_array_append_val (self->singles, single);
      else
        g_ptr_array_add (rest, node);
    }
}

static void
collect_marks (GPtrArray *marks,
               FzNode    *node)
{
  if (node->kind == FZ_NODE_NOT)
    return;
  if (node->kind == FZ_NODE_PHRASE && (node->field == FZ_FIELD_NONE || node->field == FZ_FIELD_TITLE))
    g_ptr_array_add (marks, node);
  for (guint i = 0; i < node->children->len; i++)
    collect_marks (marks, node->children->pdata[i]);
}

/**
 * fz_search_plan_days:
 * @date: a node of days
 * @first: (out): the least key of the articles of these days
 * @last: (out): the greatest
 */
void
fz_search_plan_days (const FzNode *date,
                     gint64       *first,
                     gint64       *last)
{
  /* Articles of no date are of no time. */
  *first = fz_search_key (G_MAXUINT32, date->since != NULL ? date->since : "0001-01-01");
  *last = date->until != NULL ? fz_search_key (0, date->until) : G_MAXINT64;
}

/**
 * fz_search_plan_new:
 * @query: what a person typed
 * @error: %FZ_LIBRARY_ERROR_QUERY
 *
 * Returns: (transfer full): how it is answered, or %NULL
 */
FzSearchPlan *
fz_search_plan_new (const char  *query,
                    GError     **error)
{
  g_autoptr (FzSearchPlan) self = g_new0 (FzSearchPlan, 1);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  self->last = G_MAXINT64;
  self->of_index = g_ptr_array_new ();
  self->conditions = g_ptr_array_new ();
  self->singles = g_array_new (FALSE, FALSE, sizeof (FzCondition));
  self->marks = g_ptr_array_new ();
  self->root = fz_node_parse (query, error);
  if (self->root == NULL)
    return NULL;
  sort_out (self, self->root, rest);
  self->match = fz_fts5_all ((FzNode **) self->of_index->pdata, self->of_index->len, NULL);
  self->match_rest = fz_fts5_all ((FzNode **) rest->pdata, rest->len, NULL);
  collect_marks (self->marks, self->root);
  return g_steal_pointer (&self);
}

/**
 * fz_search_plan_narrow:
 * @self: a plan
 * @region: a region
 *
 * Leaves of the articles those of @region and of what lies in it; of the country
 * those about no region of it, of %FZ_REGION_NONE those of none.
 */
void
fz_search_plan_narrow (FzSearchPlan *self,
                       FzRegion      region)
{
  self->is_narrowed = TRUE;
  self->within = region;
  fz_fts5_narrow (&self->match, region);
  fz_fts5_narrow (&self->match_rest, region);
}

/**
 * fz_search_plan_dup_match:
 * @self: a plan
 * @instead: (element-type FzNode utf8): FTS5's query for some of its phrases
 *
 * Returns: (transfer full): FTS5's query, with these in the place of those
 */
char *
fz_search_plan_dup_match (const FzSearchPlan *self,
                          GHashTable         *instead)
{
  char *match = fz_fts5_all ((FzNode **) self->of_index->pdata, self->of_index->len, instead);

  if (self->is_narrowed)
    fz_fts5_narrow (&match, self->within);
  return match;
}

/**
 * fz_search_plan_dup_within:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): FTS5's query for all articles of the region
 *   that it was narrowed to
 */
char *
fz_search_plan_dup_within (const FzSearchPlan *self)
{
  char *match = self->is_narrowed ? fz_fts5_all (NULL, 0, NULL) : NULL;

  if (match != NULL)
    fz_fts5_narrow (&match, self->within);
  return match;
}

/**
 * fz_search_plan_free:
 * @self: (nullable): a plan
 */
void
fz_search_plan_free (FzSearchPlan *self)
{
  if (self == NULL)
    return;
  fz_node_free (self->root);
  g_free (self->match);
  g_free (self->match_rest);
  g_ptr_array_unref (self->of_index);
  g_ptr_array_unref (self->conditions);
  g_array_unref (self->singles);
  g_ptr_array_unref (self->marks);
  g_free (self);
}
