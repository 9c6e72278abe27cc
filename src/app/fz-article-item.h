/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "fz-record.h"
#include "fz-search-record.h"

G_BEGIN_DECLS

#define FZ_TYPE_ARTICLE_ITEM (fz_article_item_get_type ())
G_DECLARE_FINAL_TYPE (FzArticleItem, fz_article_item, FZ, ARTICLE_ITEM, GObject)

/* Asks @owner for the article of the row at @position. */
typedef void (*FzWantFunc) (gpointer owner, guint position);

/* What marking an article has to know of it. */
typedef struct {
  gint64   article;
  gboolean marks[FZ_N_MARKS];
} FzMarks;

FzArticleItem *fz_article_item_new       (FzWantFunc want, gpointer owner, guint position);
void           fz_article_item_disown    (FzArticleItem *self);
void           fz_article_item_want      (FzArticleItem *self);
const FzEntry *fz_article_item_get_entry (FzArticleItem *self);
const FzHit   *fz_article_item_get_hit   (FzArticleItem *self);
gboolean       fz_article_item_get_marks (FzArticleItem *self, FzMarks *out_marks);
void           fz_article_item_set_entry (FzArticleItem *self, FzEntry *entry);
void           fz_article_item_set_hit   (FzArticleItem *self, FzHit *hit);
void           fz_article_item_drop_hit  (FzArticleItem *self);
void           fz_article_item_mark      (FzArticleItem *self, FzMark mark, gboolean on);

G_END_DECLS
