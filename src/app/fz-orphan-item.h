/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"

G_BEGIN_DECLS

#define FZ_TYPE_ORPHAN_ITEM (fz_orphan_item_get_type ())
G_DECLARE_FINAL_TYPE (FzOrphanItem, fz_orphan_item, FZ, ORPHAN_ITEM, GObject)

FzOrphanItem *fz_orphan_item_new (const FzOrphan *orphan);

G_END_DECLS
