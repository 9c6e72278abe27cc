/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-exchange.h"

G_BEGIN_DECLS

#define FZ_TYPE_FAILURE_ITEM (fz_failure_item_get_type ())
G_DECLARE_FINAL_TYPE (FzFailureItem, fz_failure_item, FZ, FAILURE_ITEM, GObject)

GListModel *fz_failure_items_new (const FzImportSummary *summary);

G_END_DECLS
