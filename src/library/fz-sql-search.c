/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements for looking for articles: the index, the signatures by which
 * reprints are found, searching itself. */

#include "config.h"

#include "fz-sql-private.h"

/* What a row of the index is made of, see fz-search-index-rows.c. */
#define INDEX_ROW \
  "SELECT article.id, source.date, article.title, article.kicker, article.subtitle, article_text.text, " \
  "       (SELECT group_concat (name, char (10)) FROM author WHERE author.article = article.id), " \
  "       source.newspaper, article.n_figures, article.region, " \
  "       (SELECT group_concat (region, ' ') FROM second_region WHERE second_region.article = article.id) " \
  "FROM article CROSS JOIN source ON source.id = article.source " \
  "CROSS JOIN article_text ON article_text.article = article.id "

/* Of each story the earliest article first. */
#define OF_STORY(story) \
  ENTRY "FROM signature CROSS JOIN article ON article.id = signature.article JOIN source ON source.id = article.source " \
  "WHERE signature.story = " story " AND " KEPT ("signature.article")
#define BY_DAY "ORDER BY source.date, source.id, article.number"

static const char * const statements[FZ_N_SQL] = {
  [FZ_SQL_INDEX_STATE] =
    "SELECT filled IS NULL, filled, (SELECT max (id) FROM article) FROM index_state",
  [FZ_SQL_SET_INDEX_FILLED] =
    "UPDATE index_state SET filled = nullif (?, -1)",
  [FZ_SQL_INDEX_ROWS_OF_SOURCE] = INDEX_ROW "WHERE article.source = ? AND " KEPT ("article.id") "ORDER BY article.number DESC",
  [FZ_SQL_INDEX_ROWS_AFTER] = INDEX_ROW
    "WHERE article.id > ? AND NOT EXISTS (SELECT 1 FROM indexed WHERE indexed.article = article.id) "
    "AND " KEPT ("article.id") "ORDER BY article.id",
  [FZ_SQL_INDEX_ROW_OF_ARTICLE] = INDEX_ROW "WHERE article.id = ? AND " KEPT ("article.id"),
  [FZ_SQL_ADD_INDEX_ROW] =
    "INSERT INTO search (rowid, title, text, author, paper, filed) VALUES (?, ?, ?, ?, ?, ?)",
  [FZ_SQL_ADD_INDEXED] =
    "INSERT INTO indexed (article, key) VALUES (?, ?)",
  [FZ_SQL_INDEXED_OF_SOURCE] =
    "SELECT indexed.article, indexed.key FROM article CROSS JOIN indexed ON indexed.article = article.id "
    "WHERE article.source = ?",
  [FZ_SQL_INDEXED_OF_ARTICLE] =
    "SELECT article, key FROM indexed WHERE article = ?",
  [FZ_SQL_REMOVE_INDEX_ROW] =
    "DELETE FROM search WHERE rowid = ?",
  [FZ_SQL_REMOVE_INDEXED] =
    "DELETE FROM indexed WHERE article = ?",
  [FZ_SQL_MERGE_INDEX] =
    "INSERT INTO search (search, rank) VALUES ('merge', ?)",

  [FZ_SQL_ADD_SIGNATURE] =
    "INSERT INTO signature (article, story) VALUES (?, nullif (?, 0))",
  [FZ_SQL_ADD_BAND] =
    "INSERT OR IGNORE INTO band (minimum, article) SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM signature WHERE article = ?2)",
  [FZ_SQL_FIND_BAND] =
    "SELECT article FROM band WHERE minimum = ? ORDER BY article DESC LIMIT 32",
  [FZ_SQL_RECENT_BANDS] =
    "SELECT bands FROM recent_band WHERE source BETWEEN ? AND ?",
  [FZ_SQL_ADD_RECENT_BANDS] =
    "INSERT INTO recent_band (source, bands) VALUES (?, ?)",
  [FZ_SQL_DROP_RECENT_BANDS] =
    "DELETE FROM recent_band WHERE source BETWEEN ? AND ?",
  [FZ_SQL_FORGET_RECENT_BANDS] =
    "DELETE FROM recent_band WHERE source = ?",
  [FZ_SQL_STANDING_OF_ARTICLE] =
    "SELECT source, story FROM signature CROSS JOIN article ON article.id = signature.article "
    "WHERE signature.article = ?",
  [FZ_SQL_NEXT_STORY] =
    "SELECT coalesce (max (story), 0) + 1 FROM signature WHERE story IS NOT NULL",
  [FZ_SQL_SET_STORY] =
    "UPDATE signature SET story = nullif (?, 0) WHERE article = ?",
  [FZ_SQL_IS_PARTED] =
    "SELECT EXISTS (SELECT 1 FROM parted LEFT JOIN signature ON signature.article = parted.other "
    "WHERE parted.article = ?1 AND (parted.other = ?2 OR signature.story = ?3))",
  [FZ_SQL_PART] =
    "INSERT INTO parted (article, other) VALUES (?1, ?2), (?2, ?1) ON CONFLICT DO NOTHING",
  [FZ_SQL_JOIN_AGAIN] =
    "DELETE FROM parted WHERE (article, other) IN (VALUES (?1, ?2), (?2, ?1))",
  [FZ_SQL_STORIES_OF_SOURCE] =
    "SELECT signature.article, story, minimum FROM article CROSS JOIN signature ON signature.article = article.id "
    "CROSS JOIN band ON band.article = article.id "
    "WHERE article.source = ? AND story IS NOT NULL ORDER BY article.number, minimum",
  [FZ_SQL_MINIMA_OF_ARTICLE] =
    "SELECT minimum FROM band WHERE article = ? ORDER BY minimum",
  [FZ_SQL_LIST_STORIES] =
    "SELECT story FROM signature WHERE story > ? AND " KEPT ("signature.article") "GROUP BY story HAVING count (*) > 1 ORDER BY story LIMIT ?",
  [FZ_SQL_ENTRIES_OF_STORY] = OF_STORY ("?1") BY_DAY,
  [FZ_SQL_REPRINTS_OF_ARTICLE] =
    OF_STORY ("(SELECT story FROM signature WHERE article = ?1)") "AND signature.article <> ?1 " BY_DAY " LIMIT 200",
  [FZ_SQL_STORY_OF_ARTICLE] =
    "SELECT story, (SELECT count (*) FROM signature AS other WHERE other.story = signature.story "
    "               AND other.article <> ?1 AND " KEPT ("other.article") ") "
    "FROM signature WHERE article = ?1 AND story IS NOT NULL",
  [FZ_SQL_SIGNATURE_STATE] =
    "SELECT filled IS NULL, filled, (SELECT max (id) FROM article) FROM signature_state",
  [FZ_SQL_SET_SIGNATURES_FILLED] =
    "UPDATE signature_state SET filled = nullif (?, -1)",
  [FZ_SQL_UNSIGNED_AFTER] =
    "SELECT id FROM article WHERE id > ? AND NOT EXISTS "
    "(SELECT 1 FROM signature WHERE signature.article = article.id) ORDER BY id LIMIT ?",

  [FZ_SQL_SEARCH_BY_DATE] =
    "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
  [FZ_SQL_SEARCH_RANKED] =
    "SELECT rowid, fz_rank (search) FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
  [FZ_SQL_PAGES_OF_TOKEN] =
    "WITH RECURSIVE segment (id) AS (SELECT min (segid) FROM search_idx UNION ALL "
    "  SELECT (SELECT min (segid) FROM search_idx WHERE segid > segment.id) FROM segment WHERE segment.id IS NOT NULL), "
    "page (at, next) AS (SELECT "
    "  (SELECT pgno FROM search_idx WHERE segid = segment.id AND term <= ?1 ORDER BY term DESC LIMIT 1), "
    "  (SELECT pgno FROM search_idx WHERE segid = segment.id AND term > ?1 ORDER BY term LIMIT 1) "
    "  FROM segment WHERE segment.id IS NOT NULL) "
    "SELECT coalesce (sum (next - at), 0) FROM page",
  [FZ_SQL_GET_TEXT] =
    "SELECT text FROM article_text WHERE article = ?",
  [FZ_SQL_GET_TEXTS] =
    "SELECT text, title, kicker, subtitle FROM article_text CROSS JOIN article ON article.id = article_text.article "
    "WHERE article_text.article = ?",
  [FZ_SQL_BODY_OF] =
    "SELECT min (start) FROM block WHERE article = ? AND role = 'body'",
};

/**
 * fz_sql_search_text:
 * @sql: which statement
 *
 * Returns: (transfer none) (nullable): its text, %NULL where it is none of these
 */
const char *
fz_sql_search_text (FzSql sql)
{
  return statements[sql];
}
