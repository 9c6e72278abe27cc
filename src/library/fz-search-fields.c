/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-fields.h"

#include <glib/gi18n.h>
#include <string.h>

#include "fz-region-names.h"
#include "fz-search-dates.h"

/* What a query is made of: the words that it looks for, and the fields that ask for
 * something else than words.  How they are put together is in fz-search-parser.c. */

#define MOST_TERMS 64

/* Takes the word that is next into a phrase.  GD* is the beginning of a word. */
static gboolean
take_phrase (FzParser  *self,
             FzNode    *node,
             GError   **error)
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

/**
 * fz_parser_term:
 * @self: a parser whose next lexeme is a term
 * @field: where the term is looked for
 * @error: %FZ_LIBRARY_ERROR_QUERY
 *
 * Returns: (transfer full): the phrase, or %NULL
 */
FzNode *
fz_parser_term (FzParser  *self,
                FzField    field,
                GError   **error)
{
  g_autoptr (FzNode) node = fz_node_new (FZ_NODE_PHRASE, self->lexer.next.column);

  node->field = field;
  return take_phrase (self, node, error) ? g_steal_pointer (&node) : NULL;
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
parse_state (FzParser  *self,
             guint      column,
             GError   **error)
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
parse_found (FzParser  *self,
             FzField    field,
             guint      column,
             GError   **error)
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
parse_mine (FzParser  *self,
            FzField    field,
            guint      column,
            gboolean   has_word,
            GError   **error)
{
  g_autoptr (FzNode) node = fz_node_new (field == FZ_FIELD_NOTE ? FZ_NODE_NOTE : FZ_NODE_TAG, column);

  return !has_word || take_phrase (self, node, error) ? g_steal_pointer (&node) : NULL;
}

/* starred: asks nothing of a word; who writes starred:yes means something else by it
 * than two conditions. */
static FzNode *
parse_bare (FzParser  *self,
            FzField    field,
            guint      column,
            gboolean   has_word,
            GError   **error)
{
  if (has_word)
    {
      fz_lexer_fail (error, self->lexer.next.column, _("“unread:” and “starred:” are followed by a space, not by “%s”"),
                     self->lexer.next.text);
      return NULL;
    }
  return fz_node_new (field == FZ_FIELD_UNREAD ? FZ_NODE_UNREAD : FZ_NODE_STARRED, column);
}

/**
 * fz_parser_field:
 * @self: a parser whose next lexeme is a field
 * @error: %FZ_LIBRARY_ERROR_QUERY
 *
 * Returns: (transfer full): what the field and the word behind it ask for, or %NULL
 */
FzNode *
fz_parser_field (FzParser  *self,
                 GError   **error)
{
  FzField field = self->lexer.next.field;
  guint column = self->lexer.next.column;
  gboolean has_word = *self->lexer.at != '\0' && !g_unichar_isspace (g_utf8_get_char (self->lexer.at));

  if (!fz_lexer_advance (&self->lexer, error))
    return NULL;
  has_word = has_word && fz_lexeme_is_term (self->lexer.next.kind);
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
  return fz_parser_term (self, field, error);
}
