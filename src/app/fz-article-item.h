/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "fz-record.h"

G_BEGIN_DECLS

#define FZ_TYPE_ARTICLE_ITEM (fz_article_item_get_type ())
G_DECLARE_FINAL_TYPE (FzArticleItem, fz_article_item, FZ, ARTICLE_ITEM, GObject)

/* Asks @owner for the entry of the row at @position. */
typedef void (*FzWantFunc) (gpointer owner, guint position);

FzArticleItem *fz_article_item_new       (FzWantFunc want, gpointer owner, guint position);
void           fz_article_item_disown    (FzArticleItem *self);
void           fz_article_item_want      (FzArticleItem *self);
const FzEntry *fz_article_item_get_entry (FzArticleItem *self);
void           fz_article_item_set_entry (FzArticleItem *self, FzEntry *entry);

G_END_DECLS
