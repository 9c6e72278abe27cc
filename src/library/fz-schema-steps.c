/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a library.
 *
 * Two kinds of data, kept in tables apart:
 *
 * - Derived: article, article_text, author, block, place, figure, programme,
 *   second_region, jump, continuation, signature, band, recent_band, day_count, and
 *   what a source says of itself.  Made from a source and its corrections by an engine
 *   version; may be dropped and made again at any time, and go with their article.
 * - The reader's: source_bytes (the bytes as imported, never altered) with the
 *   name of their source, correction, reading, star, bin, position, verdict,
 *   parted, annotation, saved_search.  No delete of derived data ever
 *   reaches them: an annotation whose article is gone stays, with its quote
 *   and its source, as an orphan (article is NULL).  `reading`, `star`, `bin`,
 *   `position`, `verdict` and `parted` name an article without a foreign key, for the same
 *   reason.  A source that the reader removed has no bytes and no articles; its
 *   row stays, `removed`, where orphans name it.
 *
 * Ids of articles and annotations are never given twice (AUTOINCREMENT):
 * otherwise a new article would inherit the read flag of one that went, and
 * undoing a removal could overwrite a newer mark.
 *
 * `former` remembers the ids of articles that a new analysis did away with: one
 * that later has their lines again, because the reader took something back, has
 * their id again, and with it all that names it.
 *
 * Spellings: enumerations by the names of the JSON contract; regions by their
 * 12-digit code as a number, 0 for none, what a region was in the past by the
 * code that fz-history.c gives it; positions in code points; decimal
 * values as exact text with a binary one beside it for comparison only, where
 * a figure that is no range has max NULL and max_real its value; times in
 * seconds since 1970.  A row in `reading` means read; no row in `verdict`
 * means 'auto'; one whose figure is gone has an ordinal below 0 and waits for it
 * on its line.  A verdict that is 'corrected' or 'added' has what the reader says
 * instead; what is 'added' stands in `figure` as well, behind what was found.
 * The days of a figure are ISO 8601; its `region` is 0 where it is its article's.  `correction` is described in
 * fz-corrections.h; what the reader types at an import is one, too.
 * `source.odd` is a JSON object of characters that decoding handled, by kind;
 * `doubt` and `rival` how sure the encoding is.  `block.pieces` is described in
 * fz-pieces.h, the index for search, with the tables `index_state` and `indexed`,
 * in fz-search-index.c.
 *
 * What a list scans holds no long values: bytes and texts have tables of their
 * own.  `application_id` and `user_version` are set in the transaction that
 * makes the tables, and that one runs before the file is put into WAL mode, so
 * the head of the file itself says what it is: a file that is not ours is
 * refused after reading a hundred bytes, and nothing beside it is touched. */

#include "config.h"

#include "fz-schema.h"

#define VERSION_1 \
  "CREATE TABLE source (" \
  "  id INTEGER PRIMARY KEY," \
  "  sha256 BLOB NOT NULL UNIQUE," \
  "  name TEXT NOT NULL," \
  "  encoding TEXT NOT NULL," \
  "  doubtful INTEGER NOT NULL," \
  "  replaced INTEGER NOT NULL," \
  "  newspaper TEXT, newspaper_by TEXT NOT NULL," \
  "  date TEXT, date_by TEXT NOT NULL," \
  "  edition TEXT, edition_by TEXT NOT NULL," \
  "  section TEXT, section_by TEXT NOT NULL," \
  "  imported INTEGER NOT NULL" \
  ");" \
  "CREATE INDEX source_by_date ON source (date DESC);" \
  "CREATE TABLE source_bytes (" \
  "  source INTEGER PRIMARY KEY REFERENCES source," \
  "  bytes BLOB NOT NULL" \
  ");" \
  "CREATE TABLE article (" \
  "  id INTEGER PRIMARY KEY AUTOINCREMENT," \
  "  source INTEGER NOT NULL REFERENCES source," \
  "  number INTEGER NOT NULL," \
  "  kind TEXT NOT NULL," \
  "  engine TEXT NOT NULL," \
  "  first_line INTEGER NOT NULL, last_line INTEGER NOT NULL," \
  "  title TEXT, kicker TEXT, subtitle TEXT, dateline TEXT," \
  "  region INTEGER NOT NULL," \
  "  opening TEXT NOT NULL," \
  "  length INTEGER NOT NULL," \
  "  n_figures INTEGER NOT NULL," \
  "  UNIQUE (source, number)" \
  ");" \
  "CREATE INDEX article_by_region ON article (region, source, number);" \
  "CREATE TABLE article_text (" \
  "  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE," \
  "  text TEXT NOT NULL" \
  ");" \
  "CREATE TABLE author (" \
  "  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  role TEXT NOT NULL, name TEXT NOT NULL," \
  "  PRIMARY KEY (article, ordinal)" \
  ") WITHOUT ROWID;" \
  "CREATE TABLE block (" \
  "  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  role TEXT NOT NULL, flags INTEGER NOT NULL," \
  "  start INTEGER NOT NULL, \"end\" INTEGER NOT NULL," \
  "  pieces BLOB NOT NULL," \
  "  PRIMARY KEY (article, ordinal)" \
  ") WITHOUT ROWID;" \
  "CREATE TABLE place (" \
  "  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  block INTEGER NOT NULL, start INTEGER NOT NULL, \"end\" INTEGER NOT NULL, line INTEGER NOT NULL," \
  "  surface TEXT NOT NULL, region INTEGER NOT NULL, is_primary INTEGER NOT NULL," \
  "  PRIMARY KEY (article, ordinal)" \
  ") WITHOUT ROWID;" \
  "CREATE TABLE figure (" \
  "  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  block INTEGER NOT NULL, start INTEGER NOT NULL, \"end\" INTEGER NOT NULL, line INTEGER NOT NULL," \
  "  surface TEXT NOT NULL, kind TEXT NOT NULL," \
  "  value TEXT NOT NULL, value_real REAL NOT NULL, max TEXT, max_real REAL NOT NULL," \
  "  unit TEXT, qualifiers INTEGER NOT NULL, change TEXT NOT NULL," \
  "  indicator TEXT, period TEXT, rule TEXT NOT NULL," \
  "  PRIMARY KEY (article, ordinal)" \
  ") WITHOUT ROWID;" \
  "CREATE TABLE programme (" \
  "  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE," \
  "  ordinal INTEGER NOT NULL," \
  "  block INTEGER NOT NULL, start INTEGER NOT NULL, \"end\" INTEGER NOT NULL, line INTEGER NOT NULL," \
  "  name TEXT NOT NULL, kind TEXT NOT NULL," \
  "  PRIMARY KEY (article, ordinal)" \
  ") WITHOUT ROWID;" \
  "CREATE TABLE reading (" \
  "  article INTEGER PRIMARY KEY" \
  ");" \
  "CREATE TABLE verdict (" \
  "  article INTEGER NOT NULL, ordinal INTEGER NOT NULL," \
  "  surface TEXT NOT NULL," /* tells the figure again after another analysis */ \
  "  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'corrected', 'rejected'))," \
  "  PRIMARY KEY (article, ordinal)" \
  ") WITHOUT ROWID;" \
  "CREATE TABLE annotation (" \
  "  id INTEGER PRIMARY KEY AUTOINCREMENT," \
  "  article INTEGER REFERENCES article ON DELETE SET NULL," \
  "  source INTEGER NOT NULL REFERENCES source," \
  "  start INTEGER NOT NULL, \"end\" INTEGER NOT NULL," \
  "  quote TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL," \
  "  color INTEGER NOT NULL, note TEXT," \
  "  created INTEGER NOT NULL, modified INTEGER NOT NULL" \
  ");" \
  "CREATE INDEX annotation_by_article ON annotation (article, start);" \
  "CREATE INDEX annotation_by_source ON annotation (source);"

/* Before a step is taken the library is copied to a file beside it.  What the
 * reader typed at an import stood only in the source's own fields; where a
 * figure stood, only in its row. */
#define VERSION_2 \
  "CREATE TABLE correction (" \
  "  id INTEGER PRIMARY KEY AUTOINCREMENT," \
  "  source INTEGER NOT NULL REFERENCES source," \
  "  kind TEXT NOT NULL," \
  "  first_line INTEGER NOT NULL, last_line INTEGER NOT NULL," \
  "  value TEXT," \
  "  created INTEGER NOT NULL" \
  ");" \
  "CREATE INDEX correction_by_source ON correction (source);" \
  "ALTER TABLE source ADD COLUMN engine TEXT;" \
  "ALTER TABLE source ADD COLUMN date_since TEXT;" \
  "ALTER TABLE source ADD COLUMN date_until TEXT;" \
  "ALTER TABLE source ADD COLUMN date_ground TEXT;" \
  "ALTER TABLE source ADD COLUMN doubt INTEGER;" \
  "ALTER TABLE source ADD COLUMN rival TEXT;" \
  "ALTER TABLE source ADD COLUMN odd TEXT;" \
  "ALTER TABLE verdict ADD COLUMN line INTEGER;" \
  "CREATE TABLE former (" /* articles that are no more, by the lines that they had */ \
  "  article INTEGER PRIMARY KEY," \
  "  source INTEGER NOT NULL REFERENCES source," \
  "  first_line INTEGER NOT NULL, last_line INTEGER NOT NULL" \
  ");" \
  "CREATE INDEX former_by_source ON former (source);" \
  "CREATE TABLE jump (" \
  "  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE," \
  "  direction TEXT NOT NULL," \
  "  edition TEXT, title TEXT," \
  "  PRIMARY KEY (article, direction)" \
  ") WITHOUT ROWID;" \
  "CREATE TABLE continuation (" \
  "  first INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE," \
  "  second INTEGER NOT NULL UNIQUE REFERENCES article ON DELETE CASCADE" \
  ");" \
  "UPDATE source SET engine = (SELECT engine FROM article WHERE article.source = source.id LIMIT 1);" \
  "UPDATE verdict SET line = (SELECT line FROM figure" \
  "  WHERE figure.article = verdict.article AND figure.ordinal = verdict.ordinal);" \
  "INSERT INTO correction (source, kind, first_line, last_line, value, created)" \
  "  SELECT id, 'newspaper', 0, 0, newspaper, imported FROM source WHERE newspaper_by = 'typed' UNION ALL" \
  "  SELECT id, 'date', 0, 0, date, imported FROM source WHERE date_by = 'typed' UNION ALL" \
  "  SELECT id, 'edition', 0, 0, edition, imported FROM source WHERE edition_by = 'typed' UNION ALL" \
  "  SELECT id, 'section', 0, 0, section, imported FROM source WHERE section_by = 'typed';"

/* In the order of a list of a region, so that a page of it is found on the table
 * alone; `own` is the region that the article is filed under, again. */
#define VERSION_3 \
  "CREATE TABLE second_region (" \
  "  region INTEGER NOT NULL," \
  "  source INTEGER NOT NULL, number INTEGER NOT NULL," \
  "  article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE," \
  "  own INTEGER NOT NULL," \
  "  PRIMARY KEY (region, source, number)" \
  ") WITHOUT ROWID;" \
  "CREATE INDEX second_region_by_article ON second_region (article, own);"

/* A verdict only said yes or no, and of a figure that the engine had found.  What
 * the reader adds is a row of `figure`, too, so that whoever asks for figures
 * finds it. */
#define VERSION_4 \
  "ALTER TABLE figure ADD COLUMN since TEXT;" \
  "ALTER TABLE figure ADD COLUMN until TEXT;" \
  "ALTER TABLE figure ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;" \
  "CREATE TABLE judgement (" \
  "  article INTEGER NOT NULL, ordinal INTEGER NOT NULL," \
  "  surface TEXT NOT NULL," /* tells the figure again after another analysis */ \
  "  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'corrected', 'rejected', 'added'))," \
  "  line INTEGER," \
  "  words TEXT, kind TEXT, value TEXT, max TEXT, unit TEXT, qualifiers INTEGER," \
  "  indicator TEXT, period TEXT, since TEXT, until TEXT, doubt INTEGER," \
  "  PRIMARY KEY (article, ordinal)" \
  ") WITHOUT ROWID;" \
  "INSERT INTO judgement (article, ordinal, surface, verdict, line)" \
  "  SELECT article, ordinal, surface, verdict, line FROM verdict;" \
  "DROP TABLE verdict;" \
  "ALTER TABLE judgement RENAME TO verdict;"

/* The index itself is made apart, see fz-search-index.c. */
#define VERSION_5 \
  "CREATE TABLE index_state (" \
  "  id INTEGER PRIMARY KEY CHECK (id = 1)," \
  "  version INTEGER NOT NULL," /* which index there is, 0 for none */ \
  "  filled INTEGER" /* up to which article, NULL where all are in it */ \
  ");" \
  "INSERT INTO index_state (id, version, filled) VALUES (1, 0, 0);" \
  "CREATE TABLE indexed (" \
  "  article INTEGER PRIMARY KEY REFERENCES article," /* none goes that is in the index */ \
  "  key INTEGER NOT NULL" \
  ");"

/* How a reader keeps a library in order: `emptied` in the bin is what is not even
 * seen there any more.  What lists are sorted by stands with the articles, so that
 * an index gives each order of them: the key of a title is made by
 * fz-title-order.c, by the collation whose version `collation` has; `day` is the
 * Julian day of the page. */
#define VERSION_6 \
  "CREATE TABLE star (" \
  "  article INTEGER PRIMARY KEY" \
  ");" \
  "CREATE TABLE bin (" \
  "  article INTEGER PRIMARY KEY," \
  "  emptied INTEGER NOT NULL" \
  ");" \
  "CREATE TABLE position (" \
  "  article INTEGER PRIMARY KEY," \
  "  at INTEGER NOT NULL" \
  ");" \
  "CREATE TABLE saved_search (" \
  "  id INTEGER PRIMARY KEY AUTOINCREMENT," \
  "  name TEXT NOT NULL," \
  "  query TEXT NOT NULL," \
  "  sort TEXT NOT NULL CHECK (sort IN ('relevance', 'date'))," \
  "  ordinal INTEGER NOT NULL" \
  ");" \
  "CREATE TABLE collation (" \
  "  id INTEGER PRIMARY KEY CHECK (id = 1)," \
  "  version TEXT NOT NULL" \
  ");" \
  "INSERT INTO collation (id, version) VALUES (1, fz_collation ());" \
  "ALTER TABLE source ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;" \
  "ALTER TABLE article ADD COLUMN title_key BLOB NOT NULL DEFAULT x'';" \
  "ALTER TABLE article ADD COLUMN day INTEGER NOT NULL DEFAULT 0;" \
  "UPDATE article SET title_key = fz_title_key (coalesce (title, opening))," \
  "  day = coalesce ((SELECT CAST (julianday (date) AS INTEGER) FROM source WHERE source.id = article.source), 0);" \
  "CREATE INDEX article_by_title ON article (title_key, source, number);" \
  "CREATE INDEX article_by_length ON article (length DESC, source, number);" \
  "CREATE INDEX article_by_region_day ON article (region, day DESC, source, number);" \
  "CREATE INDEX article_by_region_title ON article (region, title_key, source, number);" \
  "CREATE INDEX article_by_region_length ON article (region, length DESC, source, number);"

/* What there is has no signatures yet, see fz-store-reprints.c. */
#define VERSION_7 \
  "CREATE TABLE signature (" \
  "  article INTEGER PRIMARY KEY REFERENCES article ON DELETE CASCADE," \
  "  story INTEGER" \
  ");" \
  "CREATE INDEX signature_by_story ON signature (story) WHERE story IS NOT NULL;" \
  "CREATE TABLE band (" \
  "  minimum INTEGER NOT NULL," \
  "  article INTEGER NOT NULL REFERENCES signature ON DELETE CASCADE," \
  "  PRIMARY KEY (minimum, article)" \
  ") WITHOUT ROWID;" \
  "CREATE INDEX band_by_article ON band (article);" \
  "CREATE TABLE signature_state (" \
  "  id INTEGER PRIMARY KEY CHECK (id = 1)," \
  "  filled INTEGER" /* up to which article, NULL where all have theirs */ \
  ");" \
  "INSERT INTO signature_state (id, filled) SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM article) THEN 0 END;" \
  "CREATE TABLE parted (" \
  "  article INTEGER NOT NULL, other INTEGER NOT NULL," \
  "  PRIMARY KEY (article, other)" \
  ") WITHOUT ROWID;"

/* A figure that an older engine read says neither: without a comparison, of its
 * article's region, until its source is made anew.  Whoever asks for the figures
 * of a region finds those of articles that are filed elsewhere by the index. */
#define VERSION_8 \
  "ALTER TABLE figure ADD COLUMN against TEXT;" \
  "ALTER TABLE figure ADD COLUMN against_since TEXT;" \
  "ALTER TABLE figure ADD COLUMN against_until TEXT;" \
  "ALTER TABLE figure ADD COLUMN against_doubt INTEGER NOT NULL DEFAULT 0;" \
  "ALTER TABLE figure ADD COLUMN region INTEGER NOT NULL DEFAULT 0;" \
  "CREATE INDEX figure_by_region ON figure (region, article) WHERE region > 0;"

/* A page of a list is found on an index alone, from whichever end is nearer, for
 * all articles and for those of a large region; what is of a small one is sorted.
 * Three indexes of an order within each region cost an import as many random pages
 * for each article, and gave the list of one region only. */
#define VERSION_9 \
  "DROP INDEX article_by_title;" \
  "DROP INDEX article_by_length;" \
  "DROP INDEX article_by_region_day;" \
  "DROP INDEX article_by_region_title;" \
  "DROP INDEX article_by_region_length;" \
  "CREATE INDEX article_by_page ON article (source, number, region);" \
  "CREATE INDEX article_by_day ON article (day DESC, source, number, region);" \
  "CREATE INDEX article_by_title ON article (title_key, source, number, region);" \
  "CREATE INDEX article_by_length ON article (length DESC, source, number, region);"

/* See fz-store-bands.c. */
#define VERSION_10 \
  "CREATE TABLE recent_band (" \
  "  source INTEGER PRIMARY KEY REFERENCES source," \
  "  bands BLOB NOT NULL" \
  ");"

/* See fz-store-days.c. */
#define VERSION_11 \
  "CREATE TABLE day_count (" \
  "  area INTEGER NOT NULL, days INTEGER NOT NULL," \
  "  n INTEGER NOT NULL," \
  "  PRIMARY KEY (area, days)" \
  ") WITHOUT ROWID;" \
  "WITH member (article, area, days) AS (" \
  "  SELECT id, -1, CASE day WHEN 0 THEN -1 - source / 512 ELSE day / 16 END FROM article UNION" \
  "  SELECT id, region - region % 10000000000, CASE day WHEN 0 THEN -1 - source / 512 ELSE day / 16 END" \
  "    FROM article UNION" \
  "  SELECT id, region - region % 100000000, CASE day WHEN 0 THEN -1 - source / 512 ELSE day / 16 END" \
  "    FROM article UNION" \
  "  SELECT id, second.region - second.region % 10000000000," \
  "         CASE day WHEN 0 THEN -1 - article.source / 512 ELSE day / 16 END" \
  "    FROM article JOIN second_region AS second ON second.article = id UNION" \
  "  SELECT id, second.region - second.region % 100000000," \
  "         CASE day WHEN 0 THEN -1 - article.source / 512 ELSE day / 16 END" \
  "    FROM article JOIN second_region AS second ON second.article = id)" \
  "INSERT INTO day_count (area, days, n) SELECT area, days, count (*) FROM member GROUP BY area, days;"

static const char * const steps[] = {
  [FZ_SCHEMA_SOURCES_ARTICLES_FACTS] = VERSION_1,
  [FZ_SCHEMA_CORRECTIONS] = VERSION_2,
  [FZ_SCHEMA_SECOND_REGIONS] = VERSION_3,
  [FZ_SCHEMA_VERDICTS] = VERSION_4,
  [FZ_SCHEMA_INDEX] = VERSION_5,
  [FZ_SCHEMA_SHELVES] = VERSION_6,
  [FZ_SCHEMA_REPRINTS] = VERSION_7,
  [FZ_SCHEMA_COMPARISONS] = VERSION_8,
  [FZ_SCHEMA_ORDERS] = VERSION_9,
  [FZ_SCHEMA_RECENT_BANDS] = VERSION_10,
  [FZ_SCHEMA_DAY_COUNTS] = VERSION_11,
};

G_STATIC_ASSERT (G_N_ELEMENTS (steps) == FZ_N_SCHEMA);

/**
 * fz_schema_step:
 * @version: a version
 *
 * Returns: (transfer none): what brings a library from the version before to this one
 */
const char *
fz_schema_step (FzSchemaVersion version)
{
  return steps[version];
}
