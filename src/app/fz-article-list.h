/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-article-item.h"
#include "fz-library.h"

G_BEGIN_DECLS

/* Rows that are asked for at once, and how many such pages are kept. */
#define FZ_ARTICLE_LIST_PAGE  64
#define FZ_ARTICLE_LIST_PAGES 8

#define FZ_TYPE_ARTICLE_LIST (fz_article_list_get_type ())
G_DECLARE_FINAL_TYPE (FzArticleList, fz_article_list, FZ, ARTICLE_LIST, GObject)

FzArticleList *fz_article_list_new      (FzLibrary *library, const FzQuery *query);
void           fz_article_list_count    (FzArticleList *self);
void           fz_article_list_set_sort (FzArticleList *self, FzSort sort);
void           fz_article_list_refresh  (FzArticleList *self, guint n_items);
guint          fz_article_list_find     (FzArticleList *self, gint64 article);
const FzQuery *fz_article_list_get_query (FzArticleList *self);
guint          fz_article_list_n_cached (FzArticleList *self);

G_END_DECLS
