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
#include <string.h>

#include "fz-region-names.h"
#include "fz-search-dates.h"
#include "fz-search-lexer.h"

/* No person types more; what comes from elsewhere shall not take long. */
#define MOST_CHARACTERS 1000
#define MOST_TERMS      64
#define MOST_DEPTH      16

#define NEAR_DISTANCE      20
#define MOST_NEAR_DISTANCE 1000

typedef struct {
  FzLexer lexer;
  guint   depth;
  guint   terms;
} Parser;

static FzNode *parse_or (Parser *self, GError **error);

static FzNode *
fail_node (FzNode *node)
{
  fz_node_free (node);
  return NULL;
}

static gboolean
is_term (FzLexemeKind kind)
{
  return kind == FZ_LEXEME_WORD || kind == FZ_LEXEME_QUOTED;
}

/* Takes the word that is next into a phrase.  GD* is the beginning of a word. */
static gboolean
take_phrase (Parser   *self,
             FzNode   *node,
             GError  **error)
{
  FzLexeme *next = &self->lexer.next;

  if (++self->terms > MOST_TERMS)
    return fz_lexer_fail (error, next->column, _("there are too many words"));
  node->text = g_steal_pointer (&next->text);
  node->phrase.atoms = fz_atoms_new (node->text, strlen (node->text));
  node->phrase.open = next->kind == FZ_LEXEME_WORD && g_str_has_suffix (node->text, "*") &&
                      node->phrase.atoms->list->len > 0 &&
                      fz_atoms_get (node->phrase.atoms, node->phrase.atoms->list->len - 1)->kind == FZ_ATOM_WORD;
  if (node->phrase.atoms->list->len == 0)
    return fz_lexer_fail (error, node->column, _("“%s” has nothing that can be looked for"), node->text);
  return fz_lexer_advance (&self->lexer, error);
}

static FzNode *
parse_term (Parser   *self,
            FzField   field,
            GError  **error)
{
  g_autoptr (FzNode) node = fz_node_new (FZ_NODE_PHRASE, self->lexer.next.column);

  node->field = field;
  return take_phrase (self, node, error) ? g_steal_pointer (&node) : NULL;
}

/* The number behind the comma of NEAR (…). */
static gboolean
parse_distance (Parser   *self,
                guint    *distance,
                GError  **error)
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
close_near (Parser   *self,
            FzNode   *node,
            GError  **error)
{
  if (self->lexer.next.kind != FZ_LEXEME_CLOSE)
    return fz_lexer_fail (error, self->lexer.next.column, _("NEAR holds words, and at the end a comma and a number: NEAR(水库 移民, 30)"));
  if (node->children->len < 2)
    return fz_lexer_fail (error, node->column, _("NEAR needs two words at least"));
  self->lexer.in_near = FALSE;
  return fz_lexer_advance (&self->lexer, error);
}

static FzNode *
parse_near (Parser  *self,
            GError **error)
{
  g_autoptr (FzNode) node = fz_node_new (FZ_NODE_NEAR, self->lexer.next.column);

  node->distance = NEAR_DISTANCE;
  self->lexer.in_near = TRUE;
  if (!fz_lexer_advance (&self->lexer, error))
    return NULL;
  while (is_term (self->lexer.next.kind))
    {
      FzNode *term = parse_term (self, FZ_FIELD_NONE, error);

      if (term == NULL)
        return NULL;
      g_ptr_array_add (node->children, term);
    }
  if (!parse_distance (self, &node->distance, error) || !close_near (self, node, error))
    return NULL;
  return g_steal_pointer (&node);
}

static gboolean
find_region (FzNode   *node,
             GError  **error)
{
  FzRegion code = fz_region_from_code (node->text);

  if (g_str_equal (node->text, "-"))
    node->regions = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  else if (code == FZ_REGION_NONE)
    node->regions = fz_region_called (node->text);
  else
    {
      node->regions = g_array_new (FALSE, FALSE, sizeof (FzRegion));
      g_array_append_val (node->regions, code);
    }
  if (node->regions->len == 0 && !g_str_equal (node->text, "-"))
    return fz_lexer_fail (error, node->column, _("there is no region “%s”"), node->text);
  return TRUE;
}

static gboolean
find_date (FzNode   *node,
           GError  **error)
{
  return fz_search_dates (node->text, &node->since, &node->until) ||
         fz_lexer_fail (error, node->column,
                        _("“%s” is no date; one is 2023, 2023-05 or 2023-05-06, and 2021..2023 a time"), node->text);
}

static gboolean
find_had (FzNode   *node,
          GError  **error)
{
  if (g_str_equal (node->text, "figures") || g_str_equal (node->text, "数字") || g_str_equal (node->text, "數字"))
    return TRUE;
  return fz_lexer_fail (error, node->column, _("“has:” is followed by “figures”, not by “%s”"), node->text);
}

/* is:read says the contrary of unread:. */
static const struct {
  const char *word;
  FzNodeKind  kind;
  gboolean    negative;
} states[] = {
  { "starred", FZ_NODE_STARRED, FALSE }, { "星标", FZ_NODE_STARRED, FALSE }, { "星標", FZ_NODE_STARRED, FALSE },
  { "unread", FZ_NODE_UNREAD, FALSE }, { "未读", FZ_NODE_UNREAD, FALSE }, { "未讀", FZ_NODE_UNREAD, FALSE },
  { "read", FZ_NODE_UNREAD, TRUE }, { "已读", FZ_NODE_UNREAD, TRUE }, { "已讀", FZ_NODE_UNREAD, TRUE },
};

static FzNode *
state_node (const char *word,
            guint       column)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].word, word))
      {
        FzNode *node = fz_node_new (states[i].kind, column);
        FzNode *not = states[i].negative ? fz_node_new (FZ_NODE_NOT, column) : NULL;

        if (not == NULL)
          return node;
        g_ptr_array_add (not->children, node);
        return not;
      }
  return NULL;
}

static FzNode *
parse_state (Parser  *self,
             guint    column,
             GError **error)
{
  const FzLexeme *next = &self->lexer.next;
  g_autoptr (FzNode) node = state_node (next->text, column);

  if (node == NULL)
    {
      fz_lexer_fail (error, next->column, _("“is:” is followed by “starred”, “unread” or “read”, not by “%s”"), next->text);
      return NULL;
    }
  return fz_lexer_advance (&self->lexer, error) ? g_steal_pointer (&node) : NULL;
}

typedef gboolean (*FindFunc) (FzNode *node, GError **error);

/* Fields whose word is no text of the article. */
static const struct {
  FzNodeKind kind;
  FindFunc   find;
} finders[] = {
  [FZ_FIELD_REGION] = { FZ_NODE_REGION, find_region },
  [FZ_FIELD_DATE] = { FZ_NODE_DATE, find_date },
  [FZ_FIELD_HAS] = { FZ_NODE_FIGURES, find_had },
};

static FzNode *
parse_found (Parser   *self,
             FzField   field,
             guint     column,
             GError  **error)
{
  g_autoptr (FzNode) node = fz_node_new (finders[field].kind, column);

  node->text = g_steal_pointer (&self->lexer.next.text);
  node->column = self->lexer.next.column;
  if (!finders[field].find (node, error))
    return NULL;
  node->column = column;
  return fz_lexer_advance (&self->lexer, error) ? g_steal_pointer (&node) : NULL;
}

/* What the reader wrote beside the article; note: alone is any note. */
static FzNode *
parse_mine (Parser   *self,
            FzField   field,
            guint     column,
            gboolean  has_word,
            GError  **error)
{
  g_autoptr (FzNode) node = fz_node_new (field == FZ_FIELD_NOTE ? FZ_NODE_NOTE : FZ_NODE_TAG, column);

  return !has_word || take_phrase (self, node, error) ? g_steal_pointer (&node) : NULL;
}

/* starred: asks nothing of a word; who writes starred:yes means something else by it
 * than two conditions. */
static FzNode *
parse_bare (Parser   *self,
            FzField   field,
            guint     column,
            gboolean  has_word,
            GError  **error)
{
  if (has_word)
    {
      fz_lexer_fail (error, self->lexer.next.column, _("“unread:” and “starred:” are followed by a space, not by “%s”"),
                     self->lexer.next.text);
      return NULL;
    }
  return fz_node_new (field == FZ_FIELD_UNREAD ? FZ_NODE_UNREAD : FZ_NODE_STARRED, column);
}

static FzNode *
parse_field (Parser  *self,
             GError **error)
{
  FzField field = self->lexer.next.field;
  guint column = self->lexer.next.column;
  gboolean has_word = *self->lexer.at != '\0' && !g_unichar_isspace (g_utf8_get_char (self->lexer.at));

  if (!fz_lexer_advance (&self->lexer, error))
    return NULL;
  has_word = has_word && is_term (self->lexer.next.kind);
  if (field == FZ_FIELD_UNREAD || field == FZ_FIELD_STARRED)
    return parse_bare (self, field, column, has_word, error);
  if (!has_word && field != FZ_FIELD_NOTE)
    {
      fz_lexer_fail (error, column, _("a word is missing behind the colon"));
      return NULL;
    }
  if (field == FZ_FIELD_IS)
    return parse_state (self, column, error);
  if (field == FZ_FIELD_NOTE || field == FZ_FIELD_TAG)
    return parse_mine (self, field, column, has_word, error);
  if (field < G_N_ELEMENTS (finders) && finders[field].find != NULL)
    return parse_found (self, field, column, error);
  return parse_term (self, field, error);
}

static FzNode *
parse_brackets (Parser  *self,
                GError **error)
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

static FzNode *parse_one (Parser *self, GError **error);

static FzNode *
parse_not (Parser  *self,
           GError **error)
{
  g_autoptr (FzNode) node = fz_node_new (FZ_NODE_NOT, self->lexer.next.column);
  FzNode *child;

  if (!fz_lexer_advance (&self->lexer, error) || (child = parse_one (self, error)) == NULL)
    return NULL;
  g_ptr_array_add (node->children, child);
  return g_steal_pointer (&node);
}

static FzNode *
fail_here (Parser  *self,
           GError **error)
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
parse_primary (Parser  *self,
               GError **error)
{
  switch (self->lexer.next.kind)
    {
    case FZ_LEXEME_WORD:
    case FZ_LEXEME_QUOTED:
      return parse_term (self, FZ_FIELD_NONE, error);
    case FZ_LEXEME_FIELD:
      return parse_field (self, error);
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
parse_one (Parser  *self,
           GError **error)
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
parse_and (Parser  *self,
           GError **error)
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
parse_or (Parser  *self,
          GError **error)
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
parse_whole (Parser  *self,
             GError **error)
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
  Parser parser = { 0 };
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
