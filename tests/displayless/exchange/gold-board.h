/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the gold pages measure. */
typedef enum {
  GOLD_ARTICLE_SPAN,
  GOLD_ARTICLE_START,
  GOLD_ARTICLE_KIND,
  GOLD_ARTICLE_TITLE,
  GOLD_ARTICLE_KICKER,
  GOLD_ARTICLE_SUBTITLE,
  GOLD_ARTICLE_DATELINE,
  GOLD_ARTICLE_REGION,
  GOLD_ARTICLE_AUTHORS,
  GOLD_LINE_ROLE,
  GOLD_PARAGRAPH_JOINS,
  GOLD_PLACES,
  GOLD_FIGURES,
  GOLD_FIGURE_VALUE,
  GOLD_FIGURE_UNIT,
  GOLD_FIGURE_KIND,
  GOLD_FIGURE_QUALIFIER,
  GOLD_FIGURE_INDICATOR,
  GOLD_FIGURE_PERIOD,
  GOLD_PROGRAMMES,
  GOLD_N_MEASURES,
} GoldMeasure;

/* How much of the gold was hit, and how much was found in all.  Of a field that
 * is either right or wrong, found is the same number as gold. */
typedef struct {
  guint hit;
  guint gold;
  guint found;
} GoldCount;

typedef struct {
  GoldCount counts[GOLD_N_MEASURES];
} GoldBoard;

void       gold_board_add   (GoldBoard *self, GoldMeasure measure, guint hit, guint gold, guint found);
void       gold_board_check (GoldBoard *self, GoldMeasure measure, gboolean right);
double     gold_board_score (const GoldBoard *self, GoldMeasure measure);

/* A multiset of strings. */
typedef GHashTable GoldBag;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GoldBag, g_hash_table_unref)

GoldBag   *gold_bag_new     (void);
void       gold_bag_add     (GoldBag *self, char *item);
void       gold_bag_add_new (GoldBag *self, char *item);
gboolean   gold_bag_has     (GoldBag *self, const char *item);
void       gold_board_bags  (GoldBoard *self, GoldMeasure measure, GoldBag *gold, GoldBag *found);
