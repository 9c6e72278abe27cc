/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a query means.
 *
 *   query  = all { OR all }
 *   all    = one { [AND] one }
 *   one    = NOT one | ( query ) | NEAR ( term { term } [, number] ) | term
 *            | field: term
 *   term   = word | “several words that follow each other”
 *
 * 与, 或 and 非 stand for AND, OR and NOT.  A word is one up to the next blank:
 * 城乡居民 is looked for as it stands, 城乡 居民 is two words, both of which must
 * be there. */

#include "config.h"

#include <glib/gi18n.h>

#include "fz-search-fields.h"

/* No person types more; what comes from elsewhere shall not take long. */
#define MOST_CHARACTERS 1000
#define MOST_DEPTH      16

#define NEAR_DISTANCE      20
#define MOST_NEAR_DISTANCE 1000

static FzNode *parse_or (FzParser *self, GError **error);

static FzNode *
fail_node (FzNode *node)
{
  fz_node_free (node);
  return NULL;
}

/* The number behind the comma of NEAR (…). */
static gboolean
parse_distance (FzParser  *self,
                guint     *distance,
                GError   **error)
{
  FzLexeme *next = &self->lexer.next;
  guint64 number = 0;

  if (next->kind != FZ_LEXEME_COMMA)
    return TRUE;
  if (!fz_lexer_advance (&self->lexer, error))
    return FALSE;
  if (next->kind != FZ_LEXEME_WORD ||
      !g_ascii_string_to_unsigned (next->text, 10, 1, MOST_NEAR_DISTANCE, &number, NULL))
    return fz_lexer_fail (error, next->column, _("behind the comma stands how far apart, 1 to %d"), MOST_NEAR_DISTANCE);
  *distance = (guint) number;
  return fz_lexer_advance (&self->lexer, error);
}

static gboolean
close_near (FzParser  *self,
            FzNode    *node,
            GError   **error)
{
  if (self->lexer.next.kind != FZ_LEXEME_CLOSE)
    return fz_lexer_fail (error, self->lexer.next.column, _("NEAR holds words, and at the end a comma and a number: NEAR(水库 移民, 30)"));
  if (node->children->len < 2)
    return fz_lexer_fail (error, node->column, _("NEAR needs two words at least"));
  self->lexer.in_near = FALSE;
  return fz_lexer_advance (&self->lexer, error);
}

static FzNode *
parse_near (FzParser  *self,
            GError   **error)
{
  g_autoptr (FzNode) node = fz_node_new (FZ_NODE_NEAR, self->lexer.next.column);

  node->distance = NEAR_DISTANCE;
  self->lexer.in_near = TRUE;
  if (!fz_lexer_advance (&self->lexer, error))
    return NULL;
  while (fz_lexeme_is_term (self->lexer.next.kind))
    {
      FzNode *term = fz_parser_term (self, FZ_FIELD_NONE, error);

      if (term == NULL)
        return NULL;
      g_ptr_array_add (node->children, term);
    }
  if (!parse_distance (self, &node->distance, error) || !close_near (self, node, error))
    return NULL;
  return g_steal_pointer (&node);
}

static FzNode *
parse_brackets (FzParser  *self,
                GError   **error)
{
  guint column = self->lexer.next.column;
  g_autoptr (FzNode) node = NULL;

  if (!fz_lexer_advance (&self->lexer, error) || (node = parse_or (self, error)) == NULL)
    return NULL;
  if (self->lexer.next.kind != FZ_LEXEME_CLOSE)
    {
      fz_lexer_fail (error, column, _("this bracket is not closed"));
      return NULL;
    }
  return fz_lexer_advance (&self->lexer, error) ? g_steal_pointer (&node) : NULL;
}

static FzNode *parse_one (FzParser *self, GError **error);

static FzNode *
parse_not (FzParser  *self,
           GError   **error)
{
  g_autoptr (FzNode) node = fz_node_new (FZ_NODE_NOT, self->lexer.next.column);
  FzNode *child;

  if (!fz_lexer_advance (&self->lexer, error) || (child = parse_one (self, error)) == NULL)
    return NULL;
  g_ptr_array_add (node->children, child);
  return g_steal_pointer (&node);
}

static FzNode *
fail_here (FzParser  *self,
           GError   **error)
{
  static const char * const missing[] = {
    [FZ_LEXEME_END] = N_("a word is missing at the end"),
    [FZ_LEXEME_CLOSE] = N_("a word is missing before this bracket"),
    [FZ_LEXEME_COMMA] = N_("a word is missing before this comma"),
    [FZ_LEXEME_AND] = N_("a word is missing before AND"),
    [FZ_LEXEME_OR] = N_("a word is missing before OR"),
  };

  fz_lexer_fail (error, self->lexer.next.column, "%s", _(missing[self->lexer.next.kind]));
  return NULL;
}

static FzNode *
parse_primary (FzParser  *self,
               GError   **error)
{
  switch (self->lexer.next.kind)
    {
    case FZ_LEXEME_WORD:
    case FZ_LEXEME_QUOTED:
      return fz_parser_term (self, FZ_FIELD_NONE, error);
    case FZ_LEXEME_FIELD:
      return fz_parser_field (self, error);
    case FZ_LEXEME_OPEN:
      return parse_brackets (self, error);
    case FZ_LEXEME_NEAR:
      return parse_near (self, error);
    case FZ_LEXEME_NOT:
      return parse_not (self, error);
    case FZ_LEXEME_END:
    case FZ_LEXEME_CLOSE:
    case FZ_LEXEME_COMMA:
    case FZ_LEXEME_AND:
    case FZ_LEXEME_OR:
    default:
      return fail_here (self, error);
    }
}

static FzNode *
parse_one (FzParser  *self,
           GError   **error)
{
  FzNode *node;

  if (++self->depth > MOST_DEPTH)
    {
      fz_lexer_fail (error, self->lexer.next.column, _("there are too many brackets in each other"));
      return NULL;
    }
  node = parse_primary (self, error);
  self->depth--;
  return node;
}

static gboolean
begins_one (FzLexemeKind kind)
{
  return kind != FZ_LEXEME_END && kind != FZ_LEXEME_CLOSE && kind != FZ_LEXEME_OR && kind != FZ_LEXEME_COMMA;
}

static FzNode *
parse_and (FzParser  *self,
           GError   **error)
{
  FzNode *node = parse_one (self, error);

  while (node != NULL && begins_one (self->lexer.next.kind))
    {
      FzNode *next;

      if (self->lexer.next.kind == FZ_LEXEME_AND && !fz_lexer_advance (&self->lexer, error))
        return fail_node (node);
      if ((next = parse_one (self, error)) == NULL)
        return fail_node (node);
      node = fz_node_join (FZ_NODE_AND, node, next);
    }
  return node;
}

static FzNode *
parse_or (FzParser  *self,
          GError   **error)
{
  FzNode *node = parse_and (self, error);

  while (node != NULL && self->lexer.next.kind == FZ_LEXEME_OR)
    {
      FzNode *next;

      if (!fz_lexer_advance (&self->lexer, error) || (next = parse_and (self, error)) == NULL)
        return fail_node (node);
      node = fz_node_join (FZ_NODE_OR, node, next);
    }
  return node;
}

static FzNode *
parse_whole (FzParser  *self,
             GError   **error)
{
  g_autoptr (FzNode) node = NULL;

  if (!fz_lexer_advance (&self->lexer, error) || (node = parse_or (self, error)) == NULL)
    return NULL;
  if (self->lexer.next.kind == FZ_LEXEME_END)
    return g_steal_pointer (&node);
  fz_lexer_fail (error, self->lexer.next.column, _("this bracket was not opened"));
  return NULL;
}

/**
 * fz_node_parse:
 * @query: what a person typed, UTF-8
 * @error: %FZ_LIBRARY_ERROR_QUERY, with what is wrong and where
 *
 * Returns: (transfer full): what it means, or %NULL
 */
FzNode *
fz_node_parse (const char  *query,
               GError     **error)
{
  FzParser parser = { 0 };
  FzNode *node;

  if (!g_utf8_validate (query, -1, NULL) || g_utf8_strlen (query, -1) > MOST_CHARACTERS)
    {
      fz_lexer_fail (error, 1, _("this is too long, or no text"));
      return NULL;
    }
  fz_lexer_init (&parser.lexer, query);
  node = parse_whole (&parser, error);
  fz_lexer_clear (&parser.lexer);
  return node;
}
