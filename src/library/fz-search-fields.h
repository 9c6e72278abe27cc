/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-search-lexer.h"

G_BEGIN_DECLS

/* A query while it is read, for fz-search-parser.c. */
typedef struct {
  FzLexer lexer;
  guint   depth; /* of brackets in each other */
  guint   terms; /* until now */
} FzParser;

static inline gboolean
fz_lexeme_is_term (FzLexemeKind kind)
{
  return kind == FZ_LEXEME_WORD || kind == FZ_LEXEME_QUOTED;
}

FzNode *fz_parser_term  (FzParser *self, FzField field, GError **error);
FzNode *fz_parser_field (FzParser *self, GError **error);

G_END_DECLS
