/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-search-node.h"

G_BEGIN_DECLS

typedef enum {
  FZ_LEXEME_END,
  FZ_LEXEME_WORD,   /* @text */
  FZ_LEXEME_QUOTED, /* @text */
  FZ_LEXEME_FIELD,  /* @field, the colon taken */
  FZ_LEXEME_OPEN,
  FZ_LEXEME_CLOSE,
  FZ_LEXEME_COMMA,  /* within NEAR (…) only */
  FZ_LEXEME_NEAR,   /* the bracket taken */
  FZ_LEXEME_AND,
  FZ_LEXEME_OR,
  FZ_LEXEME_NOT,
} FzLexemeKind;

typedef struct {
  FzLexemeKind  kind;
  FzField       field;
  guint         column; /* from 1 */
  char         *text;
} FzLexeme;

typedef struct {
  const char *at;
  guint       column;
  gboolean    in_near;
  FzLexeme    next;
} FzLexer;

void     fz_lexer_init    (FzLexer *self, const char *query);
void     fz_lexer_clear   (FzLexer *self);
gboolean fz_lexer_advance (FzLexer *self, GError **error);
gboolean fz_lexer_fail    (GError **error, guint column, const char *format, ...) G_GNUC_PRINTF (3, 4);

G_END_DECLS
