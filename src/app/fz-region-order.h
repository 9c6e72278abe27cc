/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-region.h"

G_BEGIN_DECLS

typedef enum {
  FZ_REGION_ORDER_CODE,
  FZ_REGION_ORDER_PINYIN,
} FzRegionOrder;

const char    *fz_region_order_name      (FzRegionOrder order);
FzRegionOrder  fz_region_order_from_name (const char *name);
int            fz_region_order_compare   (FzRegionOrder order, FzRegion left, FzRegion right);

G_END_DECLS
