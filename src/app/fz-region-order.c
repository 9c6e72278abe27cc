/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-region-order.h"

#include "fz-history.h"
#include "fz-region-search.h"

/* How the regions below another stand: those of today, what it was itself with
 * the latest first, the country, the articles without a region. */

static const char * const names[] = {
  [FZ_REGION_ORDER_CODE] = "code",
  [FZ_REGION_ORDER_PINYIN] = "pinyin",
};

/**
 * fz_region_order_name:
 * @order: an order
 *
 * Returns: (transfer none): how the settings spell it
 */
const char *
fz_region_order_name (FzRegionOrder order)
{
  return names[order];
}

/**
 * fz_region_order_from_name:
 * @name: (nullable): how the settings spell it
 *
 * Returns: the order; by code for a stranger
 */
FzRegionOrder
fz_region_order_from_name (const char *name)
{
  return g_strcmp0 (name, names[FZ_REGION_ORDER_PINYIN]) == 0 ? FZ_REGION_ORDER_PINYIN : FZ_REGION_ORDER_CODE;
}

typedef enum { RANK_TODAY, RANK_PAST, RANK_COUNTRY, RANK_NONE } Rank;

static Rank
rank_of (FzRegion region)
{
  if (region == FZ_REGION_NONE)
    return RANK_NONE;
  if (region == FZ_REGION_CHINA)
    return RANK_COUNTRY;
  return region != fz_region_today (region) ? RANK_PAST : RANK_TODAY;
}

/**
 * fz_region_order_compare:
 * @order: by what
 * @left: a region
 * @right: another one below the same
 *
 * Returns: below 0 where @left stands first, above 0 where @right does
 */
int
fz_region_order_compare (FzRegionOrder order, FzRegion left, FzRegion right)
{
  Rank rank = rank_of (left);
  int by_code = (left > right) - (left < right);
  int by_pinyin = 0;

  if (rank != rank_of (right))
    return rank < rank_of (right) ? -1 : 1;
  if (rank == RANK_PAST)
    return -by_code;
  if (order == FZ_REGION_ORDER_PINYIN)
    by_pinyin = g_strcmp0 (fz_region_pinyin (left), fz_region_pinyin (right));
  return by_pinyin != 0 ? by_pinyin : by_code;
}
