/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-facts.h"

/* An article of one paragraph on line 7. */
static inline FzArticle *
one_block (FzRole role, const char *text)
{
  FzArticle *article = fz_article_new ();
  FzPiece piece = { 7, 0 };

  fz_article_append_block (article, role, 0, text, -1, &piece, 1);
  return article;
}

static inline FzFacts *
facts_of (const char *text)
{
  g_autoptr (FzArticle) article = one_block (FZ_ROLE_BODY, text);

  return fz_facts_read (article, NULL);
}
