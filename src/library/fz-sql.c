/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-sql-private.h"

/* What the reader says stands before what the engine read. */
#define OF(column) "CASE verdict.verdict WHEN 'corrected' THEN verdict." column " ELSE figure." column " END"
#define FROM_FIGURES(article) \
  "FROM figure LEFT JOIN verdict ON verdict.article = figure.article AND verdict.ordinal = figure.ordinal " \
  "WHERE figure.article = " article " "
/* As take_figure() of fz-store-facts.c takes them. */
#define FIGURES(article) \
  "SELECT block, start, \"end\", figure.line, figure.surface, " OF ("kind") ", " OF ("value") ", " OF ("max") ", " \
  OF ("unit") ", " OF ("qualifiers") ", change, " OF ("indicator") ", " OF ("period") ", rule, " \
  OF ("since") ", " OF ("until") ", " OF ("doubt") ", verdict.verdict, verdict.words, figure.ordinal, " \
  "against, against_since, against_until, against_doubt, figure.region, " \
  "(SELECT source.date FROM article JOIN source ON source.id = article.source WHERE article.id = figure.article) " \
  FROM_FIGURES (article)
#define IN_TEXT_ORDER "ORDER BY block, start, figure.ordinal"
/* A figure whose days nobody knows is of the days of its page. */
#define DAY(column) \
  "coalesce (" OF (column) ", (SELECT coalesce (source.date, source.date_" column ") FROM article " \
  "JOIN source ON source.id = article.source WHERE article.id = figure.article))"
/* What is asked of figures: ?1 is their kind, ?2 words of what they measure, ?3 and
 * ?4 the days; where NULL, any; ?5 to ?6 the regions, from 0 on all of them. */
#define ASKED_FOR \
  "AND (?1 IS NULL OR " OF ("kind") " = ?1) AND (?2 IS NULL OR instr (" OF ("indicator") ", ?2) > 0) " \
  "AND (?3 IS NULL OR " DAY ("until") " >= ?3) AND (?4 IS NULL OR " DAY ("since") " <= ?4) " \
  "AND (?5 = 0 OR " REGION_OF_FIGURE " BETWEEN ?5 AND ?6) "
/* The sentence's where it names one, else that of the article. */
#define REGION_OF_FIGURE \
  "CASE figure.region WHEN 0 THEN (SELECT article.region FROM article WHERE article.id = figure.article) " \
  "ELSE figure.region END"

/* ?1 is a source: its articles, and those that they were before. */
#define ARTICLES \
  "(SELECT id FROM article WHERE source = ?1 UNION ALL SELECT article FROM former WHERE source = ?1)"

#define FACT "article, ordinal, block, start, \"end\", line, "

static const char * const statements[FZ_N_SQL] = {
  [FZ_SQL_BEGIN_READ] = "BEGIN",
  [FZ_SQL_BEGIN_WRITE] = "BEGIN IMMEDIATE",
  [FZ_SQL_COMMIT] = "COMMIT",
  [FZ_SQL_ROLLBACK] = "ROLLBACK",
  [FZ_SQL_SCHEMA_VERSION] = "PRAGMA user_version",

  [FZ_SQL_FIND_SOURCE] =
    "SELECT (SELECT id FROM article WHERE article.source = source.id ORDER BY number LIMIT 1) "
    "FROM source WHERE sha256 = ? AND removed = 0",
  [FZ_SQL_ADD_SOURCE] =
    "INSERT INTO source (encoding, doubtful, replaced, newspaper, newspaper_by, date, date_by, "
    "                    edition, edition_by, section, section_by, engine, date_since, date_until, date_ground, "
    "                    doubt, rival, odd, sha256, name, imported) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  [FZ_SQL_ADD_BYTES] =
    "INSERT INTO source_bytes (source, bytes) VALUES (?, ?)",
  [FZ_SQL_GET_BYTES] =
    "SELECT bytes FROM source_bytes WHERE source = ?",
  [FZ_SQL_SET_SOURCE] =
    "UPDATE source SET encoding = ?, doubtful = ?, replaced = ?, newspaper = ?, newspaper_by = ?, date = ?, date_by = ?, "
    "  edition = ?, edition_by = ?, section = ?, section_by = ?, engine = ?, date_since = ?, date_until = ?, "
    "  date_ground = ?, doubt = ?, rival = ?, odd = ? WHERE id = ?",
  [FZ_SQL_GET_SOURCE] =
    "SELECT encoding, doubtful, replaced, newspaper, newspaper_by, date, date_by, edition, edition_by, "
    "       section, section_by, engine, date_since, date_until, date_ground, doubt, rival, odd, name FROM source WHERE id = ?",
  [FZ_SQL_LIST_SOURCES] =
    "SELECT id FROM source WHERE removed = 0 AND (?1 IS NULL OR (?1 = '' AND engine IS NULL) OR (?1 <> '' AND engine IS NOT ?1)) ORDER BY id",
  [FZ_SQL_IS_UNMADE] =
    "SELECT EXISTS (SELECT 1 FROM source WHERE removed = 0 AND engine IS NULL)",
  [FZ_SQL_UNMAKE] =
    "UPDATE source SET engine = NULL WHERE id = (SELECT source FROM article WHERE id = ?) "
    "AND id IN (SELECT source FROM source_bytes)",
  [FZ_SQL_FIND_REMOVED] =
    "SELECT id FROM source WHERE sha256 = ? AND removed = 1",
  [FZ_SQL_SET_IMPORTED] =
    "UPDATE source SET name = ?, imported = ?, removed = 0 WHERE id = ?",
  [FZ_SQL_WEIGH_REMOVAL] =
    "SELECT (SELECT count (*) FROM article WHERE article.source = source.id), "
    "       (SELECT count (*) FROM annotation WHERE annotation.source = source.id AND article IS NOT NULL), "
    "       (SELECT count (*) FROM correction WHERE correction.source = source.id) "
    "FROM source WHERE id = ? AND removed = 0",
  [FZ_SQL_DROP_READ] = "DELETE FROM reading WHERE article IN " ARTICLES,
  [FZ_SQL_DROP_STARS] = "DELETE FROM star WHERE article IN " ARTICLES,
  [FZ_SQL_DROP_PARTED] = "DELETE FROM parted WHERE article IN " ARTICLES " OR other IN " ARTICLES,
  [FZ_SQL_DROP_BINNED] = "DELETE FROM bin WHERE article IN " ARTICLES,
  [FZ_SQL_DROP_POSITIONS] = "DELETE FROM position WHERE article IN " ARTICLES,
  [FZ_SQL_DROP_FORMER] =
    "DELETE FROM former WHERE source = ?",
  [FZ_SQL_DROP_CORRECTIONS] =
    "DELETE FROM correction WHERE source = ?",
  [FZ_SQL_DROP_BYTES] =
    "DELETE FROM source_bytes WHERE source = ?",
  [FZ_SQL_DROP_SOURCE] =
    "DELETE FROM source WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM annotation WHERE annotation.source = ?1)",
  [FZ_SQL_SET_REMOVED] =
    "UPDATE source SET removed = 1 WHERE id = ?",
  [FZ_SQL_ENTRIES_OF_SOURCE] = ENTRY FROM_BOTH "WHERE article.source = ? ORDER BY article.number",

  [FZ_SQL_EXTENTS_OF_SOURCE] =
    "SELECT id, first_line, last_line, EXISTS (SELECT 1 FROM reading WHERE reading.article = article.id), "
    "       EXISTS (SELECT 1 FROM star WHERE star.article = article.id), "
    "       coalesce ((SELECT emptied + 1 FROM bin WHERE bin.article = article.id), 0) "
    "FROM article WHERE source = ? ORDER BY number",
  [FZ_SQL_REMOVE_ARTICLES] =
    "DELETE FROM article WHERE source = ?",
  [FZ_SQL_FORMER_OF_SOURCE] =
    "SELECT article, first_line, last_line, 0, 0, 0 FROM former WHERE source = ? ORDER BY article",
  [FZ_SQL_ADD_FORMER] =
    "INSERT INTO former (article, source, first_line, last_line) VALUES (?, ?, ?, ?) "
    "ON CONFLICT DO NOTHING",
  [FZ_SQL_REMOVE_FORMER] =
    "DELETE FROM former WHERE article = ?",
  [FZ_SQL_ADD_JUMP] =
    "INSERT INTO jump (article, direction, edition, title) VALUES (?, ?, ?, ?)",
  [FZ_SQL_JUMPS_OF_ISSUE] =
    "SELECT article.id, article.source, article.number, article.title, article.kicker, source.edition, "
    "       jump.direction, jump.edition, jump.title "
    "FROM source CROSS JOIN article ON article.source = source.id CROSS JOIN jump ON jump.article = article.id "
    "WHERE source.newspaper = ? AND source.date = ? ORDER BY source.id, article.number LIMIT ?",
  [FZ_SQL_ADD_CONTINUATION] =
    "INSERT INTO continuation (first, second) VALUES (?, ?)",
  [FZ_SQL_REMOVE_CONTINUATION] =
    "DELETE FROM continuation WHERE first = ?1 OR second = ?1",
  [FZ_SQL_PART_BEFORE] =
    "SELECT first FROM continuation WHERE second = ?",
  [FZ_SQL_PART_BEHIND] =
    "SELECT second FROM continuation WHERE first = ?",

  [FZ_SQL_ADD_ARTICLE] =
    "INSERT INTO article (id, source, number, kind, engine, first_line, last_line, title, kicker, subtitle, "
    "                     dateline, region, opening, length, n_figures, title_key, day) "
    "VALUES (nullif (?1, 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, "
    "        fz_title_key (coalesce (?8, ?13)), "
    "        coalesce ((SELECT CAST (julianday (date) AS INTEGER) FROM source WHERE source.id = ?2), 0))",
  [FZ_SQL_ADD_TEXT] =
    "INSERT INTO article_text (article, text) VALUES (?, ?)",
  [FZ_SQL_ADD_AUTHOR] =
    "INSERT INTO author (article, ordinal, role, name) VALUES (?, ?, ?, ?)",
  [FZ_SQL_ADD_BLOCK] =
    "INSERT INTO block (article, ordinal, role, flags, start, \"end\", pieces) VALUES (?, ?, ?, ?, ?, ?, ?)",
  [FZ_SQL_GET_ARTICLE] =
    "SELECT number, kind, first_line, last_line, title, kicker, subtitle, dateline, text, region "
    "FROM article JOIN article_text ON article_text.article = article.id WHERE article.id = ?",
  [FZ_SQL_GET_AUTHORS] =
    "SELECT role, name FROM author WHERE article = ? ORDER BY ordinal",
  [FZ_SQL_GET_BLOCKS] =
    "SELECT role, flags, start, \"end\", pieces FROM block WHERE article = ? ORDER BY ordinal",

  [FZ_SQL_ADD_SECOND] =
    "INSERT INTO second_region (region, source, number, article, own) VALUES (?, ?, ?, ?, ?)",
  [FZ_SQL_GET_SECONDS] =
    "SELECT region FROM second_region WHERE article = ? ORDER BY region",

  [FZ_SQL_ADD_PLACE] =
    "INSERT INTO place (" FACT "surface, region, is_primary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  [FZ_SQL_ADD_FIGURE] =
    "INSERT INTO figure (" FACT "surface, kind, value, value_real, max, max_real, unit, qualifiers, change, "
    "                    indicator, period, rule, since, until, doubt, against, against_since, against_until, "
    "                    against_doubt, region) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  [FZ_SQL_FIND_FIGURE] =
    "SELECT surface, rule FROM figure WHERE article = ? AND ordinal = ?",
  [FZ_SQL_HAS_FIGURE] =
    "SELECT ordinal FROM figure WHERE article = ? AND ordinal = ?",
  [FZ_SQL_REMOVE_FIGURE] =
    "DELETE FROM figure WHERE article = ? AND ordinal = ?",
  [FZ_SQL_NEXT_FIGURE] =
    "SELECT coalesce (max (ordinal), -1) + 1 FROM figure WHERE article = ?",
  [FZ_SQL_COUNT_FIGURES] =
    "UPDATE article SET n_figures = (SELECT count (*) FROM figure WHERE figure.article = article.id) WHERE id = ?",
  [FZ_SQL_LENGTH_OF_BLOCK] =
    "SELECT \"end\" - start FROM block WHERE article = ? AND ordinal = ?",
  [FZ_SQL_DATE_OF_ARTICLE] =
    "SELECT date, date_since, date_until FROM article JOIN source ON source.id = article.source WHERE article.id = ?",
  [FZ_SQL_ADD_PROGRAMME] =
    "INSERT INTO programme (" FACT "name, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  [FZ_SQL_GET_PLACES] =
    "SELECT block, start, \"end\", line, surface, region, is_primary FROM place WHERE article = ? ORDER BY ordinal",
  [FZ_SQL_GET_FIGURES] = FIGURES ("?1") IN_TEXT_ORDER,
  [FZ_SQL_GET_PROGRAMMES] =
    "SELECT block, start, \"end\", line, name, kind FROM programme WHERE article = ? ORDER BY ordinal",

  /* One of the two halves has rows: the list of the second is made for a region only. */
  [FZ_SQL_ARTICLES_WITH_FIGURES] =
    "SELECT id FROM ("
    "SELECT article.id AS id, article.source AS source, article.number AS number FROM article "
    "WHERE ?5 = 0 AND article.n_figures > 0 AND " KEPT ("article.id")
    "AND (coalesce (?1, ?2, ?3, ?4) IS NULL OR EXISTS (SELECT 1 " FROM_FIGURES ("article.id") ASKED_FOR ")) "
    "UNION ALL "
    "SELECT article.id, article.source, article.number FROM article "
    "WHERE ?5 > 0 AND article.id IN "
    "  (SELECT id FROM article WHERE region BETWEEN ?5 AND ?6 UNION ALL "
    "   SELECT article FROM figure WHERE region > 0 AND region BETWEEN ?5 AND ?6) "
    "AND article.n_figures > 0 AND " KEPT ("article.id")
    "AND EXISTS (SELECT 1 " FROM_FIGURES ("article.id") ASKED_FOR ")) "
    "ORDER BY source, number",
  [FZ_SQL_MATCHING_FIGURES] =
    FIGURES ("?7") ASKED_FOR IN_TEXT_ORDER,

  [FZ_SQL_GET_ENTRY] = ENTRY FROM_BOTH "WHERE article.id = ?",
  [FZ_SQL_LAST_ARTICLE] =
    "SELECT coalesce (max (id), 0) FROM article",
  [FZ_SQL_COUNT_BY_REGION] =
    "SELECT region, count (*) FROM article GROUP BY region UNION ALL "
    "SELECT region, -count (*) " FROM_BIN "GROUP BY region",
  [FZ_SQL_COUNT_READ_BY_REGION] =
    "SELECT region, count (*) FROM reading CROSS JOIN article ON article.id = reading.article "
    "WHERE " KEPT ("article.id") "GROUP BY region",
  [FZ_SQL_ALL_SECONDS] =
    "SELECT article, own, region, EXISTS (SELECT 1 FROM reading WHERE reading.article = second.article) "
    "FROM second_region AS second WHERE " KEPT ("second.article") "ORDER BY article",

  [FZ_SQL_ALL_BY_REGION] =
    "SELECT id, region FROM article INDEXED BY article_by_region ORDER BY region",
  [FZ_SQL_REGIONS_OF] =
    "SELECT article.region, second.region, EXISTS (SELECT 1 FROM reading WHERE reading.article = article.id) "
    "FROM article LEFT JOIN second_region AS second ON second.article = article.id "
    "WHERE article.id = ? AND " KEPT ("article.id"),

  [FZ_SQL_SOURCE_OF_ARTICLE] =
    "SELECT source FROM article WHERE id = ?",

  [FZ_SQL_TABLES] =
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
  [FZ_SQL_CHECK_TABLE] =
    "SELECT integrity_check FROM pragma_integrity_check (?) WHERE integrity_check <> 'ok'",
  [FZ_SQL_CHECK_REFERENCES] =
    "SELECT \"table\" || ' ' || rowid || ': ' || parent FROM pragma_foreign_key_check LIMIT 100",
  [FZ_SQL_CHECK_INDEX] =
    "SELECT 'index: article ' || article.id FROM index_state CROSS JOIN article "
    "WHERE filled IS NULL AND NOT EXISTS (SELECT 1 FROM indexed WHERE indexed.article = article.id) "
    "AND " KEPT ("article.id") "LIMIT 100",
  [FZ_SQL_DATA_VERSION] = "PRAGMA data_version",
};

/**
 * fz_sql_text:
 * @sql: which statement
 *
 * Returns: (transfer none): its text
 */
const char *
fz_sql_text (FzSql sql)
{
  static const char *(* const others[]) (FzSql sql) = { fz_sql_list_text, fz_sql_said_text, fz_sql_search_text };
  const char *text;

  g_assert (sql < FZ_N_SQL);
  text = statements[sql];
  for (guint i = 0; text == NULL && i < G_N_ELEMENTS (others); i++)
    text = others[i] (sql);
  g_assert (text != NULL);
  return text;
}
