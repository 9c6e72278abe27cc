/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a query means, as FTS5 asks it. */

#include "config.h"

#include "fz-search-fts5.h"

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

/**
 * fz_fts5_all:
 * @nodes: (array length=n): parts of a query of which the index knows all
 * @n: how many; none for all articles
 * @instead: (nullable) (element-type FzNode utf8): FTS5's query for some of the phrases
 *
 * Returns: (transfer full): FTS5's query for what has all of them
 */
char *
fz_fts5_all (FzNode *const *nodes,
             guint          n,
             GHashTable    *instead)
{
  g_autoptr (GString) match = g_string_new (NULL);
  Writing writing = { match, instead };

  write_all (&writing, nodes, n);
  return g_string_free_and_steal (g_steal_pointer (&match));
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

/**
 * fz_fts5_narrow:
 * @match: (inout): FTS5's query
 * @region: a region
 *
 * Leaves of its hits those of @region and of what lies in it; of the country those
 * about no region of it, of %FZ_REGION_NONE those of none.
 */
void
fz_fts5_narrow (char     **match,
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
