/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-sql.h"

G_BEGIN_DECLS

/* What an FzEntry is made of, in its order; @second is whether a list has it for
 * a second region. */
#define ENTRY_OF(second) \
  "SELECT article.id, article.source, article.number, article.kind, article.region, article.title, " \
  "       article.opening, source.name, source.newspaper, source.date, source.edition, source.section, " \
  "       article.length, article.n_figures, EXISTS (SELECT 1 FROM reading WHERE reading.article = article.id), " \
  "       EXISTS (SELECT 1 FROM star WHERE star.article = article.id), " \
  "       EXISTS (SELECT 1 FROM bin WHERE bin.article = article.id), " second " "
#define ENTRY ENTRY_OF ("0")

#define FROM_BOTH "FROM article JOIN source ON source.id = article.source "

/* ?3 is whether what was read is left out, ?2 the last article of those that are
 * asked for, 0 for all. */
#define UNREAD(id) \
  "(?3 = 0 OR NOT EXISTS (SELECT 1 FROM reading WHERE reading.article = " id ")) AND (?2 = 0 OR " id " <= ?2) "

/* What lies in the bin is in no list.  Whether anything lies there is asked once,
 * not for each row. */
#define KEPT(id) \
  "(NOT EXISTS (SELECT 1 FROM bin) OR NOT EXISTS (SELECT 1 FROM bin WHERE bin.article = " id ")) "
#define FROM_BIN "FROM bin CROSS JOIN article ON article.id = bin.article "

/* fz-sql-lists.c, fz-sql-said.c, fz-sql-search.c */
const char *fz_sql_list_text   (FzSql sql);
const char *fz_sql_said_text   (FzSql sql);
const char *fz_sql_search_text (FzSql sql);

G_END_DECLS
