/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-article.h"
#include "fz-chars.h"

G_BEGIN_DECLS

/* What the texts of a page tell of the day that it appeared. */
typedef enum {
  FZ_DATED_WINDOW, /* the page is of these days: 今年（2024年）, 今年是建党100周年 */
  FZ_DATED_EVENT,  /* an event of a year, said to be recent: 最近…参加了2024春风行动 */
  FZ_DATED_TOPIC,  /* an event of a year in the head or lead of a story */
  FZ_DATED_DAY,    /* a day of some year: 本报嘉兴1月31日电, 昨日（3月5日） */
  FZ_DATED_WEEKDAY, /* a day and its weekday, which not every year has together */
  FZ_DATED_AFTER,  /* the page is not older: 2023年12月20日上午，… */
  FZ_DATED_NAMED,  /* a year that is named and not said to come; it proves nothing,
                    * but what is inferred may not contradict it */
} FzDatedKind;

/**
 * FzDated:
 * @since: first day that the page can be of, Julian; of a %FZ_DATED_DAY in year 1
 * @until: last day
 * @month: of a %FZ_DATED_DAY
 * @day: of a %FZ_DATED_DAY
 * @first: days from it to the page, at least
 * @last: and at most
 * @weekday: what weekday it was, #GDateWeekday, 0 where it is not said
 * @words: the words that say so, in the article's text
 * @line: the physical line they stand in
 */
typedef struct {
  FzDatedKind kind;
  gint64      since, until;
  int         month, day, first, last, weekday;
  FzText      words;
  guint       line;
} FzDated;

/* More than a page has; what comes behind them is not looked at. */
#define FZ_DATED_MAX 256

void fz_dated_find (const FzArticle *article, GArray *found);

G_END_DECLS
