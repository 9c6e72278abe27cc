/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-library.h"
#include "fz-paged-list.h"

G_BEGIN_DECLS

/* Rows that are asked for at once. */
#define FZ_ARTICLE_LIST_PAGE 64

#define FZ_TYPE_ARTICLE_LIST (fz_article_list_get_type ())
G_DECLARE_FINAL_TYPE (FzArticleList, fz_article_list, FZ, ARTICLE_LIST, FzPagedList)

FzArticleList *fz_article_list_new       (FzLibrary *library, const FzQuery *query);
void           fz_article_list_count     (FzArticleList *self);
void           fz_article_list_set_sort  (FzArticleList *self, FzSort sort);
void           fz_article_list_refresh   (FzArticleList *self, guint n_items, gint64 until);
const FzQuery *fz_article_list_get_query (FzArticleList *self);

G_END_DECLS
