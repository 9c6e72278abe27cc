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

#include <string.h>

#include "fz-search-row.h"
#include "fz-tokenizer.h"
#include "fz-tokens.h"

#define ALL "filed : \"" FZ_SEARCH_FILED_ALL "\""

/* Where a phrase is looked for. */
static const char * const columns[] = {
  [FZ_FIELD_NONE] = "{title text}",
  [FZ_FIELD_TITLE] = "title",
  [FZ_FIELD_AUTHOR] = "author",
  [FZ_FIELD_PAPER] = "paper",
};

/* What is written, and what in the place of some phrases. */
typedef struct {
  GString    *out;
  GHashTable *instead; /* (nullable) (element-type FzNode utf8) */
} Writing;

static void write_node (const Writing *self, const FzNode *node);

static void
write_string (const FzNode *node,
              const char   *before,
              GString      *out)
{
  g_string_append_printf (out, "\"%s", before);
  for (const char *at = node->text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append (out, node->phrase.open || fz_tokens_are_open (node->phrase.atoms) ? "\" *" : "\"");
}

static void
write_phrase (const Writing *self,
              const FzNode  *node)
{
  GString *out = self->out;
  const char *instead = self->instead != NULL ? g_hash_table_lookup (self->instead, node) : NULL;

  if (instead != NULL)
    {
      g_string_append_printf (out, "%s : (%s)", columns[node->field], instead);
      return;
    }
  g_string_append_printf (out, "%s : (", columns[node->field]);
  write_string (node, "", out);
  if (fz_tokens_have_other_way (node->phrase.atoms))
    {
      g_string_append (out, " OR ");
      write_string (node, FZ_TOKENIZER_OTHER_WAY, out);
    }
  g_string_append_c (out, ')');
}

static void
write_near (const FzNode *node,
            GString      *out)
{
  g_string_append_printf (out, "%s : NEAR (", columns[FZ_FIELD_NONE]);
  for (guint i = 0; i < node->children->len; i++)
    {
      write_string (node->children->pdata[i], "", out);
      g_string_append_c (out, ' ');
    }
  g_string_append_printf (out, ", %u)", node->distance);
}

static void
write_regions (const FzNode *node,
               GString      *out)
{
  g_string_append (out, "filed : (");
  for (guint i = 0; i < node->regions->len; i++)
    g_string_append_printf (out, "%s\"%" G_GUINT64_FORMAT "\"", i > 0 ? " OR " : "",
                            (guint64) g_array_index (node->regions, FzRegion, i));
  if (node->regions->len == 0)
    g_string_append (out, "\"" FZ_SEARCH_FILED_NOWHERE "\"");
  g_string_append_c (out, ')');
}

static void
write_or (const Writing *self,
          const FzNode  *node)
{
  GString *out = self->out;

  g_string_append_c (out, '(');
  for (guint i = 0; i < node->children->len; i++)
    {
      if (i > 0)
        g_string_append (out, " OR ");
      write_node (self, node->children->pdata[i]);
    }
  g_string_append_c (out, ')');
}

static gboolean
is_negative (const FzNode *node)
{
  return node->kind == FZ_NODE_NOT;
}

/* FTS5 knows no NOT but the one between two: what must be there comes first. */
static void
write_all (const Writing   *self,
           FzNode  * const *nodes,
           guint            n)
{
  GString *out = self->out;
  guint written = 0;

  g_string_append_c (out, '(');
  for (guint i = 0; i < n; i++)
    if (!is_negative (nodes[i]))
      {
        g_string_append (out, written++ > 0 ? " AND " : "(");
        write_node (self, nodes[i]);
      }
  g_string_append (out, written > 0 ? ")" : ALL);
  for (guint i = 0; i < n; i++)
    if (is_negative (nodes[i]))
      {
        g_string_append (out, " NOT ");
        write_node (self, nodes[i]->children->pdata[0]);
      }
  g_string_append_c (out, ')');
}

static void
write_node (const Writing *self,
            const FzNode  *node)
{
  GString *out = self->out;
  FzNode *only = (FzNode *) node;

  switch (node->kind)
    {
    case FZ_NODE_PHRASE:
      write_phrase (self, node);
      break;
    case FZ_NODE_NEAR:
      write_near (node, out);
      break;
    case FZ_NODE_AND:
      write_all (self, (FzNode **) node->children->pdata, node->children->len);
      break;
    case FZ_NODE_OR:
      write_or (self, node);
      break;
    case FZ_NODE_NOT:
      write_all (self, &only, 1);
      break;
    case FZ_NODE_REGION:
      write_regions (node, out);
      break;
    case FZ_NODE_FIGURES:
      g_string_append (out, "filed : \"" FZ_SEARCH_FILED_FIGURES "\"");
      break;
    case FZ_NODE_DATE:
    case FZ_NODE_UNREAD:
    case FZ_NODE_STARRED:
    case FZ_NODE_NOTE:
    case FZ_NODE_TAG:
    default:
      g_assert_not_reached ();
    }
}

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

static char *
dup_match (const GPtrArray *nodes,
           GHashTable      *instead)
{
  g_autoptr (GString) match = g_string_new (NULL);
  Writing writing = { match, instead };

  write_all (&writing, (FzNode **) nodes->pdata, nodes->len);
  return g_string_free_and_steal (g_steal_pointer (&match));
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
  self->match = dup_match (self->of_index, NULL);
  self->match_rest = dup_match (rest, NULL);
  collect_marks (self->marks, self->root);
  return g_steal_pointer (&self);
}

/* The regions that lie right in the country, or articles of any. */
static void
write_within_country (GString *out)
{
  g_autoptr (GArray) provinces = fz_region_children (FZ_REGION_CHINA);

  g_string_append (out, "filed : (\"" FZ_SEARCH_FILED_NOWHERE "\"");
  for (guint i = 0; i < provinces->len; i++)
    g_string_append_printf (out, " OR \"%" G_GUINT64_FORMAT "\"", (guint64) g_array_index (provinces, FzRegion, i));
  g_string_append_c (out, ')');
}

static void
narrow_match (char     **match,
              FzRegion   region)
{
  g_autoptr (GString) narrowed = g_string_new (NULL);

  if (region == FZ_REGION_NONE)
    g_string_append_printf (narrowed, "(%s AND filed : \"" FZ_SEARCH_FILED_NOWHERE "\")", *match);
  else
    g_string_append_printf (narrowed, "(%s AND filed : \"%" G_GUINT64_FORMAT "\")", *match, (guint64) region);
  if (region == FZ_REGION_CHINA)
    {
      g_string_prepend_c (narrowed, '(');
      g_string_append (narrowed, " NOT ");
      write_within_country (narrowed);
      g_string_append_c (narrowed, ')');
    }
  g_free (*match);
  *match = g_string_free_and_steal (g_steal_pointer (&narrowed));
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
  narrow_match (&self->match, region);
  narrow_match (&self->match_rest, region);
}

/**
 * fz_search_plan_match_all:
 * @nodes: (array length=n): parts of a query of which the index knows all
 * @n: how many; none for all articles
 *
 * Returns: (transfer full): FTS5's query for what has all of them
 */
char *
fz_search_plan_match_all (FzNode *const *nodes,
                          guint          n)
{
  g_autoptr (GString) match = g_string_new (NULL);
  Writing writing = { match, NULL };

  write_all (&writing, nodes, n);
  return g_string_free_and_steal (g_steal_pointer (&match));
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
  char *match = dup_match (self->of_index, instead);

  if (self->is_narrowed)
    narrow_match (&match, self->within);
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
  char *match = self->is_narrowed ? fz_search_plan_match_all (NULL, 0) : NULL;

  if (match != NULL)
    narrow_match (&match, self->within);
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
