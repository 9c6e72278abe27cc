/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gold-board.h"

void
gold_board_add (GoldBoard *self, GoldMeasure measure, guint hit, guint gold, guint found)
{
  self->counts[measure].hit += hit;
  self->counts[measure].gold += gold;
  self->counts[measure].found += found;
}

void
gold_board_check (GoldBoard *self, GoldMeasure measure, gboolean right)
{
  gold_board_add (self, measure, right ? 1 : 0, 1, 1);
}

/* The harmonic mean of precision and recall (F1), which is the plain share of
 * hits where as much was found as the gold holds. */
double
gold_board_score (const GoldBoard *self, GoldMeasure measure)
{
  const GoldCount *count = &self->counts[measure];

  g_assert_cmpuint (count->gold, >, 0);
  return 2.0 * count->hit / (count->gold + count->found);
}

GoldBag *
gold_bag_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static guint
bag_count (GoldBag *self, const char *item)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self, item));
}

/* Takes @item. */
void
gold_bag_add (GoldBag *self, char *item)
{
  guint count = bag_count (self, item);

  g_hash_table_insert (self, item, GUINT_TO_POINTER (count + 1));
}

/* Takes @item, which is in the bag at most once. */
void
gold_bag_add_new (GoldBag *self, char *item)
{
  g_hash_table_insert (self, item, GUINT_TO_POINTER (1));
}

gboolean
gold_bag_has (GoldBag *self, const char *item)
{
  return g_hash_table_contains (self, item);
}

static guint
bag_size (GoldBag *self)
{
  GHashTableIter iter;
  gpointer count;
  guint size = 0;

  g_hash_table_iter_init (&iter, self);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    size += GPOINTER_TO_UINT (count);
  return size;
}

static guint
bag_common (GoldBag *a, GoldBag *b)
{
  GHashTableIter iter;
  gpointer item, count;
  guint common = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &item, &count))
    common += MIN (GPOINTER_TO_UINT (count), bag_count (b, item));
  return common;
}

void
gold_board_bags (GoldBoard *self, GoldMeasure measure, GoldBag *gold, GoldBag *found)
{
  gold_board_add (self, measure, bag_common (gold, found), bag_size (gold), bag_size (found));
}
