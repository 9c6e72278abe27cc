/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "fz-search-record.h"

G_BEGIN_DECLS

#define FZ_TYPE_HIT_ITEM (fz_hit_item_get_type ())
G_DECLARE_FINAL_TYPE (FzHitItem, fz_hit_item, FZ, HIT_ITEM, GObject)

/* Tells @owner that the row at @position is to be seen. */
typedef void (*FzWantHitFunc) (gpointer owner, guint position);

FzHitItem   *fz_hit_item_new     (FzWantHitFunc want, gpointer owner, guint position);
void         fz_hit_item_disown  (FzHitItem *self);
void         fz_hit_item_want    (FzHitItem *self);
const FzHit *fz_hit_item_get_hit (FzHitItem *self);
void         fz_hit_item_set_hit (FzHitItem *self, FzHit *hit);

G_END_DECLS
