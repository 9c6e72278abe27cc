/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of a query; marks may be of full width. */

#include "config.h"

#include "fz-search-lexer.h"

#include <glib/gi18n.h>
#include <string.h>

#include "fz-library.h"

static const struct {
  const char   *word;
  FzLexemeKind  kind;
} operators[] = {
  { "AND", FZ_LEXEME_AND }, { "与", FZ_LEXEME_AND }, { "與", FZ_LEXEME_AND },
  { "OR", FZ_LEXEME_OR }, { "或", FZ_LEXEME_OR },
  { "NOT", FZ_LEXEME_NOT }, { "非", FZ_LEXEME_NOT },
};

static const struct {
  const char *name;
  FzField     field;
} fields[] = {
  { "title", FZ_FIELD_TITLE }, { "标题", FZ_FIELD_TITLE }, { "標題", FZ_FIELD_TITLE },
  { "author", FZ_FIELD_AUTHOR }, { "作者", FZ_FIELD_AUTHOR },
  { "paper", FZ_FIELD_PAPER }, { "报纸", FZ_FIELD_PAPER }, { "報紙", FZ_FIELD_PAPER },
  { "region", FZ_FIELD_REGION }, { "地区", FZ_FIELD_REGION }, { "地區", FZ_FIELD_REGION },
  { "date", FZ_FIELD_DATE }, { "日期", FZ_FIELD_DATE },
  { "tag", FZ_FIELD_TAG }, { "标签", FZ_FIELD_TAG }, { "標籤", FZ_FIELD_TAG },
  { "note", FZ_FIELD_NOTE }, { "批注", FZ_FIELD_NOTE }, { "批註", FZ_FIELD_NOTE },
  { "has", FZ_FIELD_HAS }, { "含", FZ_FIELD_HAS },
  { "unread", FZ_FIELD_UNREAD }, { "未读", FZ_FIELD_UNREAD }, { "未讀", FZ_FIELD_UNREAD },
  { "starred", FZ_FIELD_STARRED }, { "星标", FZ_FIELD_STARRED }, { "星標", FZ_FIELD_STARRED },
  { "is", FZ_FIELD_IS },
};

/* What opens a quotation, and what closes it. */
static const struct {
  gunichar open;
  gunichar close;
} quotes[] = {
  { '"', '"' }, { 0x201c, 0x201d }, { 0x300c, 0x300d }, { 0x300e, 0x300f }, { 0xff02, 0xff02 },
};

/**
 * fz_lexer_fail:
 * @error: where to put it
 * @column: which character of the query is wrong, from 1
 * @format: what is wrong, one sentence
 *
 * Returns: %FALSE
 */
gboolean
fz_lexer_fail (GError     **error,
               guint        column,
               const char  *format,
               ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  /* Translators: where in what was typed, and what is wrong with it */
  g_set_error (error, FZ_LIBRARY_ERROR, FZ_LIBRARY_ERROR_QUERY, _("Character %u: %s"), column, reason);
  return FALSE;
}

static gunichar
peek (const FzLexer *self)
{
  return *self->at != '\0' ? g_utf8_get_char (self->at) : 0;
}

static gunichar
take (FzLexer *self)
{
  gunichar character = peek (self);

  self->at = g_utf8_next_char (self->at);
  self->column++;
  return character;
}

static gboolean
is_open (gunichar character)
{
  return character == '(' || character == 0xff08;
}

static gboolean
is_close (gunichar character)
{
  return character == ')' || character == 0xff09;
}

static gboolean
is_comma (gunichar character)
{
  return character == ',' || character == 0xff0c;
}

static gboolean
is_colon (gunichar character)
{
  return character == ':' || character == 0xff1a;
}

static int
find_quote (gunichar character)
{
  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    if (quotes[i].open == character)
      return (int) i;
  return -1;
}

static gboolean
ends_word (const FzLexer *self,
           gunichar       character)
{
  return character == 0 || g_unichar_isspace (character) || is_open (character) || is_close (character) ||
         find_quote (character) >= 0 || (self->in_near && is_comma (character));
}

static gboolean
read_quoted (FzLexer   *self,
             gunichar   close,
             GError   **error)
{
  const char *start = self->at;

  while (peek (self) != 0 && peek (self) != close)
    take (self);
  if (peek (self) == 0)
    return fz_lexer_fail (error, self->next.column, _("this quotation mark is not closed"));
  self->next.kind = FZ_LEXEME_QUOTED;
  self->next.text = g_strndup (start, (gsize) (self->at - start));
  take (self);
  return TRUE;
}

static FzField
find_field (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_ascii_strcasecmp (fields[i].name, name) == 0)
      return fields[i].field;
  return FZ_FIELD_NONE;
}

static gboolean
is_latin (const char *word)
{
  for (; g_ascii_isalpha (*word); word++)
    ;
  return *word == '\0';
}

/* A word before a colon is a field; one of letters that is none is a slip. */
static gboolean
read_field (FzLexer     *self,
            const char  *name,
            GError     **error)
{
  self->next.field = find_field (name);
  if (self->next.field == FZ_FIELD_NONE && is_latin (name) && *name != '\0' && peek (self) == ':')
    return fz_lexer_fail (error, self->next.column,
                          _("there is no “%s:”; there are title:, author:, paper:, region:, date:, tag:, note:, has:, is:, starred: and unread:"),
                          name);
  if (self->next.field == FZ_FIELD_NONE)
    return TRUE;
  self->next.kind = FZ_LEXEME_FIELD;
  take (self);
  return TRUE;
}

static void
name_word (FzLexer *self)
{
  self->next.kind = FZ_LEXEME_WORD;
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_equal (operators[i].word, self->next.text))
      self->next.kind = operators[i].kind;
  if (g_str_equal (self->next.text, "NEAR") && is_open (peek (self)))
    {
      self->next.kind = FZ_LEXEME_NEAR;
      take (self);
    }
}

static gboolean
read_word (FzLexer  *self,
           GError  **error)
{
  const char *start = self->at;

  while (!ends_word (self, peek (self)))
    {
      if (is_colon (peek (self)))
        {
          g_autofree char *name = g_strndup (start, (gsize) (self->at - start));

          if (!read_field (self, name, error))
            return FALSE;
          if (self->next.kind == FZ_LEXEME_FIELD)
            return TRUE;
        }
      take (self);
    }
  self->next.text = g_strndup (start, (gsize) (self->at - start));
  name_word (self);
  return TRUE;
}

/**
 * fz_lexer_advance:
 * @self: a lexer
 * @error: %FZ_LIBRARY_ERROR_QUERY
 *
 * Reads the next lexeme.
 */
gboolean
fz_lexer_advance (FzLexer  *self,
                  GError  **error)
{
  gunichar character;
  int quote;

  fz_lexer_clear (self);
  while (g_unichar_isspace (peek (self)))
    take (self);
  self->next.column = self->column;
  character = peek (self);
  quote = find_quote (character);
  if (character == 0)
    return TRUE;
  if (quote < 0 && !ends_word (self, character))
    return read_word (self, error);
  take (self);
  if (quote >= 0)
    return read_quoted (self, quotes[quote].close, error);
  self->next.kind = is_open (character) ? FZ_LEXEME_OPEN : is_close (character) ? FZ_LEXEME_CLOSE : FZ_LEXEME_COMMA;
  return TRUE;
}

/**
 * fz_lexer_init:
 * @self: a lexer
 * @query: what is read; it stays until the end
 */
void
fz_lexer_init (FzLexer    *self,
               const char *query)
{
  *self = (FzLexer) { .at = query, .column = 1 };
}

/**
 * fz_lexer_clear:
 * @self: a lexer
 */
void
fz_lexer_clear (FzLexer *self)
{
  g_free (self->next.text);
  self->next = (FzLexeme) { .kind = FZ_LEXEME_END };
}
