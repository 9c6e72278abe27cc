/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements that give lists of articles, page by page, and count them.
 *
 * A page is found on an index alone, so that passing over what stands before it
 * reads no rows; only then are its rows fetched.  Each order has an index that
 * ends in the region: the list of a large region is that of all articles with
 * those of other regions passed over, that of a small one is sorted when it is
 * asked for.  Both may be read from their end: then the order is turned around
 * and ?5 counts from there. */

#include "config.h"

#include "fz-sql-private.h"

/* CROSS JOIN keeps SQLite from turning the two around. */
#define PAGE_OF(second, found, order) \
  ENTRY_OF (second) "FROM (" found " LIMIT ?4 OFFSET ?5) AS page " \
  "CROSS JOIN article ON article.id = page.id JOIN source ON source.id = article.source " \
  "ORDER BY " order

/* The orders of a list: what is sorted by, and the order of the rows that have it
 * as `key`. */
#define PAGE_KEY     "0"
#define DATE_KEY     "article.day"
#define TITLE_KEY    "article.title_key"
#define LENGTH_KEY   "article.length"
#define PAGE_ORDER   "source, number"
#define DATE_ORDER   "key DESC, source, number"
#define TITLE_ORDER  "key, source, number"
#define LENGTH_ORDER "key DESC, source, number"
#define BY_PAGE      "article.source, article.number"
#define BY_DATE      "article.day DESC, " BY_PAGE
#define BY_TITLE     "article.title_key, " BY_PAGE
#define BY_LENGTH    "article.length DESC, " BY_PAGE

/* And from the end. */
#define BACK_BY_PAGE   "article.source DESC, article.number DESC"
#define BACK_BY_DATE   "article.day, " BACK_BY_PAGE
#define BACK_BY_TITLE  "article.title_key DESC, " BACK_BY_PAGE
#define BACK_BY_LENGTH "article.length, " BACK_BY_PAGE

#define ROW(key) "article.id AS id, article.source AS source, article.number AS number, " key " AS key "

#define FIND_ALL(index, order, days) \
  "SELECT article.id AS id FROM article INDEXED BY " index " " \
  "WHERE ?1 IS NOT NULL AND ?2 IS NOT NULL AND " days UNREAD ("article.id") "AND " KEPT ("article.id") "ORDER BY " order

/* Where the list by date begins, see fz-store-days.c. */
#define FROM_DAY(day, source) "article.day <= " day " AND (article.day > 0 OR article.source >= " source ") AND "

/* ?1 is an array of pairs, the spans of regions, none of which overlap; it is
 * taken apart once, not for each row that is compared with it.  An article that
 * lies in one by itself is not found again for its second region, and one with
 * two in them once. */
#define WITH_SPANS \
  "WITH span (first, last) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each (?1)) "
#define IN(region)       region " BETWEEN span.first AND span.last "
#define IN_SPANS(region) "EXISTS (SELECT 1 FROM span WHERE " IN (region) ") "
#define IN_ANY_SPANS \
  "(" IN_SPANS ("article.region") \
  "OR EXISTS (SELECT 1 FROM second_region AS second WHERE second.article = article.id AND " IN_SPANS ("second.region") ")) "
#define FROM_OWN         "FROM span CROSS JOIN article ON " IN ("article.region")
#define FROM_SECONDS \
  "FROM span CROSS JOIN second_region AS second ON " IN ("second.region") \
  "AND NOT " IN_SPANS ("second.own")

/* Few, sorted. */
#define FIND_SPANS(key, order) \
  "SELECT id FROM (" \
  "  SELECT " ROW (key) FROM_OWN "UNION ALL " \
  "  SELECT DISTINCT " ROW (key) FROM_SECONDS "CROSS JOIN article ON article.id = second.article) AS found " \
  "WHERE " UNREAD ("found.id") "AND " KEPT ("found.id") "ORDER BY " order

/* Many: the index gives them in order.  ?6 to ?7 is from the first span to the last,
 * ?8 whether it is one, as it mostly is.  Where few are passed over each article of
 * another region is looked up among those with a second one in the spans; where many
 * are, these are gathered first. */
#define IN_WIDE(region) region " BETWEEN ?6 AND ?7 AND (?8 OR " IN_SPANS (region) ") "
#define SECOND_NEAR \
  "EXISTS (SELECT 1 FROM second_region AS second WHERE second.article = article.id AND " IN_WIDE ("second.region") ") "
#define SECOND_FAR \
  "article.id IN (SELECT second.article FROM second_region AS second WHERE " IN_WIDE ("second.region") ") "
#define FIND_WIDE(second, index, order, days) \
  "SELECT article.id AS id FROM article INDEXED BY " index " " \
  "WHERE " days "(" IN_WIDE ("article.region") "OR " second ") AND " UNREAD ("article.id") "AND " KEPT ("article.id") \
  "ORDER BY " order

/* What the reader keeps or threw away: few, so they are sorted when asked for. */
#define FIND_STARRED(key, order) \
  "SELECT " ROW (key) "FROM star CROSS JOIN article ON article.id = star.article " \
  "WHERE " IN_ANY_SPANS "AND " UNREAD ("article.id") "AND " KEPT ("article.id") "ORDER BY " order
#define FIND_BIN(key, order) \
  "SELECT " ROW (key) FROM_BIN \
  "WHERE bin.emptied = 0 AND " IN_ANY_SPANS "AND " UNREAD ("article.id") "ORDER BY " order

#define ELSEWHERE "NOT " IN_SPANS ("article.region")
#define LISTS(scope, find) \
  [FZ_SQL_LIST_ ## scope ## _BY_PAGE] = WITH_SPANS PAGE_OF (ELSEWHERE, find (PAGE_KEY, PAGE_ORDER), BY_PAGE), \
  [FZ_SQL_LIST_ ## scope ## _BY_DATE] = WITH_SPANS PAGE_OF (ELSEWHERE, find (DATE_KEY, DATE_ORDER), BY_DATE), \
  [FZ_SQL_LIST_ ## scope ## _BY_TITLE] = WITH_SPANS PAGE_OF (ELSEWHERE, find (TITLE_KEY, TITLE_ORDER), BY_TITLE), \
  [FZ_SQL_LIST_ ## scope ## _BY_LENGTH] = WITH_SPANS PAGE_OF (ELSEWHERE, find (LENGTH_KEY, LENGTH_ORDER), BY_LENGTH)
#define LIST_WIDE(second, index, order, by, days) \
  WITH_SPANS PAGE_OF (ELSEWHERE, FIND_WIDE (second, index, order, days), by)
#define WIDE(scope, second, way, days) \
  [FZ_SQL_ ## scope ## _BY_PAGE] = LIST_WIDE (second, "article_by_page", way ## BY_PAGE, BY_PAGE, ""), \
  [FZ_SQL_ ## scope ## _BY_DATE] = LIST_WIDE (second, "article_by_day", way ## BY_DATE, BY_DATE, days), \
  [FZ_SQL_ ## scope ## _BY_TITLE] = LIST_WIDE (second, "article_by_title", way ## BY_TITLE, BY_TITLE, ""), \
  [FZ_SQL_ ## scope ## _BY_LENGTH] = LIST_WIDE (second, "article_by_length", way ## BY_LENGTH, BY_LENGTH, "")
#define LIST_ALL(index, order, by, days) PAGE_OF ("0", FIND_ALL (index, order, days), by)

/* How many articles of an area are of which days, see fz-store-days.c.  An article is
 * of an area once, whatever it is about there. */
#define DAYS_OF(source) "CASE article.day WHEN 0 THEN -1 - " source " / 512 ELSE article.day / 16 END"
#define AREA(unit, region) region " - " region " % " unit
#define PROVINCE "10000000000"
#define PREFECTURE "100000000"
#define MEMBERS(area, rest) "SELECT article.id, " area ", " DAYS_OF ("article.source") " FROM article " rest
#define OF_SECOND "CROSS JOIN second_region AS second ON second.article = article.id "
#define ADD_DAYS "INSERT INTO day_count (area, days, n) "

static const char * const statements[FZ_N_SQL] = {
  [FZ_SQL_LIST_ALL_BY_PAGE] = LIST_ALL ("article_by_page", BY_PAGE, BY_PAGE, ""),
  [FZ_SQL_LIST_ALL_BY_DATE] = LIST_ALL ("article_by_day", BY_DATE, BY_DATE, FROM_DAY ("?6", "?7")),
  [FZ_SQL_LIST_ALL_BY_TITLE] = LIST_ALL ("article_by_title", BY_TITLE, BY_TITLE, ""),
  [FZ_SQL_LIST_ALL_BY_LENGTH] = LIST_ALL ("article_by_length", BY_LENGTH, BY_LENGTH, ""),
  [FZ_SQL_BACK_ALL_BY_PAGE] = LIST_ALL ("article_by_page", BACK_BY_PAGE, BY_PAGE, ""),
  [FZ_SQL_BACK_ALL_BY_DATE] = LIST_ALL ("article_by_day", BACK_BY_DATE, BY_DATE, ""),
  [FZ_SQL_BACK_ALL_BY_TITLE] = LIST_ALL ("article_by_title", BACK_BY_TITLE, BY_TITLE, ""),
  [FZ_SQL_BACK_ALL_BY_LENGTH] = LIST_ALL ("article_by_length", BACK_BY_LENGTH, BY_LENGTH, ""),
  LISTS (SPANS, FIND_SPANS),
  WIDE (LIST_WIDE, SECOND_NEAR, , FROM_DAY ("?9", "?10")),
  WIDE (FAR_WIDE, SECOND_FAR, , ""),
  WIDE (BACK_WIDE, SECOND_NEAR, BACK_, ""),
  WIDE (FAR_BACK_WIDE, SECOND_FAR, BACK_, ""),
  LISTS (STARRED, FIND_STARRED),
  LISTS (BIN, FIND_BIN),
  [FZ_SQL_AREAS_OF_SOURCE] =
    "SELECT article.id, " DAYS_OF ("article.source") ", article.region, second.region FROM article "
    "LEFT JOIN second_region AS second ON second.article = article.id WHERE article.source = ? ORDER BY article.number",
  [FZ_SQL_COUNT_DAYS] =
    ADD_DAYS "VALUES (?, ?, ?) ON CONFLICT (area, days) DO UPDATE SET n = n + excluded.n",
  [FZ_SQL_COUNT_ALL_DAYS] =
    "WITH member (article, area, days) AS ("
    MEMBERS ("-1", "") "UNION "
    MEMBERS (AREA (PROVINCE, "article.region"), "") "UNION " MEMBERS (AREA (PREFECTURE, "article.region"), "") "UNION "
    MEMBERS (AREA (PROVINCE, "second.region"), OF_SECOND) "UNION " MEMBERS (AREA (PREFECTURE, "second.region"), OF_SECOND) ") "
    ADD_DAYS "SELECT area, days, count (*) FROM member GROUP BY area, days",
  [FZ_SQL_DAYS_OF_AREA] =
    WITH_SPANS
    "SELECT days, sum (n) FROM (SELECT days, n FROM day_count WHERE area = ?2 UNION ALL "
    "  SELECT " DAYS_OF ("article.source") ", -1 " FROM_BIN "WHERE " IN_ANY_SPANS ") GROUP BY days ORDER BY days DESC",
  [FZ_SQL_COUNT_ALL] =
    "SELECT (SELECT count (*) FROM article) - (SELECT count (*) " FROM_BIN ")",
  [FZ_SQL_COUNT_READ_ALL] =
    "SELECT count (*) FROM reading CROSS JOIN article ON article.id = reading.article WHERE " KEPT ("article.id"),
  [FZ_SQL_COUNT_SPANS] =
    WITH_SPANS
    "SELECT (SELECT count (*) " FROM_OWN ") + (SELECT count (DISTINCT second.article) " FROM_SECONDS ") "
    "- (SELECT count (*) " FROM_BIN "WHERE " IN_ANY_SPANS ")",
  [FZ_SQL_COUNT_SPANS_TO] =
    WITH_SPANS
    "SELECT count (*) FROM (SELECT 1 " FROM_OWN "LIMIT ?2)",
  [FZ_SQL_COUNT_READ_SPANS] =
    WITH_SPANS
    "SELECT count (*) FROM reading CROSS JOIN article ON article.id = reading.article "
    "WHERE " IN_ANY_SPANS "AND " KEPT ("article.id"),
  [FZ_SQL_COUNT_STARRED] =
    WITH_SPANS
    "SELECT count (*) FROM star CROSS JOIN article ON article.id = star.article "
    "WHERE " IN_ANY_SPANS "AND " UNREAD ("article.id") "AND " KEPT ("article.id"),
  [FZ_SQL_COUNT_BIN] =
    WITH_SPANS
    "SELECT count (*) " FROM_BIN "WHERE bin.emptied = 0 AND " IN_ANY_SPANS "AND " UNREAD ("article.id"),
};

/**
 * fz_sql_list_text:
 * @sql: which statement
 *
 * Returns: (transfer none) (nullable): its text, %NULL where it is none of these
 */
const char *
fz_sql_list_text (FzSql sql)
{
  return statements[sql];
}
