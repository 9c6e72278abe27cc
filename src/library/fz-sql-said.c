/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements for what the reader says: corrections, verdicts, marks, places,
 * saved searches, notes. */

#include "config.h"

#include "fz-sql-private.h"

#define CORRECTIONS "SELECT id, source, kind, first_line, last_line, value, created FROM correction "
#define ANNOTATIONS \
  "SELECT id, article, start, \"end\", quote, prefix, suffix, color, note, created, modified FROM annotation "

/* What the reader says of figures, as fz_store_take_judgement() reads it behind the
 * article. */
#define JUDGEMENTS \
  "SELECT verdict.article, verdict.surface, verdict.verdict, coalesce (figure.line, verdict.line), figure.start, " \
  "       words, verdict.kind, verdict.value, verdict.max, verdict.unit, verdict.qualifiers, verdict.indicator, " \
  "       verdict.period "
#define THEIR_FIGURES \
  "LEFT JOIN figure ON figure.article = verdict.article AND figure.ordinal = verdict.ordinal "

static const char * const statements[FZ_N_SQL] = {
  [FZ_SQL_ADD_CORRECTION] =
    "INSERT INTO correction (id, source, kind, first_line, last_line, value, created) "
    "VALUES (nullif (?, 0), ?, ?, ?, ?, ?, ?)",
  [FZ_SQL_REMOVE_CORRECTION] =
    "DELETE FROM correction WHERE id = ? AND source = ?",
  [FZ_SQL_CORRECTIONS_OF_SOURCE] = CORRECTIONS "WHERE source = ? ORDER BY id",
  [FZ_SQL_ALL_CORRECTIONS] = CORRECTIONS "ORDER BY source, id",

  [FZ_SQL_VERDICTS_OF_SOURCE] =
    JUDGEMENTS "FROM article CROSS JOIN verdict ON verdict.article = article.id " THEIR_FIGURES
    "WHERE article.source = ? ORDER BY article.number, verdict.ordinal",
  [FZ_SQL_ALL_VERDICTS] =
    JUDGEMENTS "FROM verdict " THEIR_FIGURES "ORDER BY verdict.article, verdict.ordinal",
  [FZ_SQL_ADD_VERDICT] =
    "INSERT INTO verdict (article, ordinal, surface, verdict, line, words, kind, value, max, unit, qualifiers, "
    "                     indicator, period, since, until, doubt) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  [FZ_SQL_REMOVE_VERDICT] =
    "DELETE FROM verdict WHERE article = ? AND ordinal = ?",
  [FZ_SQL_REMOVE_VERDICTS] =
    "DELETE FROM verdict WHERE article IN (SELECT id FROM article WHERE source = ?)",

  [FZ_SQL_ADD_READ] =
    "INSERT INTO reading (article) VALUES (?) ON CONFLICT DO NOTHING",
  [FZ_SQL_REMOVE_READ] =
    "DELETE FROM reading WHERE article = ?",
  [FZ_SQL_ADD_STAR] =
    "INSERT INTO star (article) VALUES (?) ON CONFLICT DO NOTHING",
  [FZ_SQL_REMOVE_STAR] =
    "DELETE FROM star WHERE article = ?",
  [FZ_SQL_ADD_BINNED] =
    "INSERT INTO bin (article, emptied) VALUES (?1, 0) ON CONFLICT DO NOTHING",
  [FZ_SQL_REMOVE_BINNED] =
    "DELETE FROM bin WHERE article = ? AND emptied = 0",
  [FZ_SQL_ORPHAN_BINNED] =
    "UPDATE annotation SET article = NULL WHERE article IN (SELECT bin.article FROM bin WHERE emptied = 0)",
  [FZ_SQL_EMPTY_BIN] =
    "UPDATE bin SET emptied = 1 WHERE emptied = 0",
  [FZ_SQL_EMPTY_OUT] =
    "UPDATE bin SET emptied = 1 WHERE article = ?",
  [FZ_SQL_ORPHAN_EMPTIED] =
    "UPDATE annotation SET article = NULL "
    "WHERE source = ? AND EXISTS (SELECT 1 FROM bin WHERE bin.article = annotation.article AND emptied = 1)",
  [FZ_SQL_POSITION_OF] =
    "SELECT at FROM position WHERE article = ?",
  [FZ_SQL_POSITIONS_OF_SOURCE] =
    "SELECT article.id, position.at, article_text.text FROM article CROSS JOIN position ON position.article = article.id "
    "CROSS JOIN article_text ON article_text.article = article.id WHERE article.source = ? ORDER BY article.number",
  [FZ_SQL_SET_POSITION] =
    "INSERT INTO position (article, at) VALUES (?, ?) ON CONFLICT DO UPDATE SET at = excluded.at",
  [FZ_SQL_REMOVE_POSITION] =
    "DELETE FROM position WHERE article = ?",
  [FZ_SQL_SAVED_SEARCHES] =
    "SELECT id, name, query, sort, ordinal FROM saved_search ORDER BY ordinal, id",
  [FZ_SQL_ADD_SAVED_SEARCH] =
    "INSERT INTO saved_search (name, query, sort, ordinal) VALUES (?, ?, ?, "
    "  (SELECT coalesce (max (ordinal), 0) + 1 FROM saved_search))",
  [FZ_SQL_PUT_SAVED_SEARCH] =
    "INSERT INTO saved_search (name, query, sort, id, ordinal) VALUES (?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query, sort = excluded.sort",
  [FZ_SQL_REMOVE_SAVED_SEARCH] =
    "DELETE FROM saved_search WHERE id = ?",
  [FZ_SQL_ADD_ANNOTATION] =
    "INSERT INTO annotation (article, source, start, \"end\", quote, prefix, suffix, color, note, created, modified) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  [FZ_SQL_PUT_ANNOTATION] =
    "INSERT INTO annotation (article, source, start, \"end\", quote, prefix, suffix, color, note, created, modified, id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO UPDATE SET article = excluded.article, source = excluded.source, "
    "  start = excluded.start, \"end\" = excluded.\"end\", quote = excluded.quote, prefix = excluded.prefix, "
    "  suffix = excluded.suffix, color = excluded.color, note = excluded.note, "
    "  created = excluded.created, modified = excluded.modified",
  [FZ_SQL_REMOVE_ANNOTATION] =
    "DELETE FROM annotation WHERE id = ?",
  [FZ_SQL_GET_ANNOTATIONS] = ANNOTATIONS "WHERE article = ? ORDER BY start, \"end\", id",
  [FZ_SQL_ANNOTATIONS_OF_SOURCE] = ANNOTATIONS "WHERE source = ? ORDER BY id",
  [FZ_SQL_ORPHANS_OF_SOURCE] = ANNOTATIONS "WHERE source = ? AND article IS NULL ORDER BY id",
  [FZ_SQL_ALL_ORPHANS] =
    "SELECT annotation.id, article, start, \"end\", quote, prefix, suffix, color, note, created, modified, source.name "
    "FROM annotation CROSS JOIN source ON source.id = annotation.source WHERE article IS NULL "
    "ORDER BY annotation.source, start LIMIT ?",
  [FZ_SQL_COUNT_ORPHANS] =
    "SELECT count (*) FROM annotation WHERE article IS NULL",
  [FZ_SQL_MOVE_ANNOTATION] =
    "UPDATE annotation SET article = nullif (?, 0), start = ?, \"end\" = ? WHERE id = ?",

  [FZ_SQL_ALL_NOTES] =
    "SELECT article, note FROM annotation WHERE article IS NOT NULL AND note IS NOT NULL",
  [FZ_SQL_IS_READ] =
    "SELECT EXISTS (SELECT 1 FROM reading WHERE article = ?)",
  [FZ_SQL_IS_STARRED] =
    "SELECT EXISTS (SELECT 1 FROM star WHERE article = ?)",
};

/**
 * fz_sql_said_text:
 * @sql: which statement
 *
 * Returns: (transfer none) (nullable): its text, %NULL where it is none of these
 */
const char *
fz_sql_said_text (FzSql sql)
{
  return statements[sql];
}
