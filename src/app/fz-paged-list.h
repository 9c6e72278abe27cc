/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-article-item.h"

G_BEGIN_DECLS

/* So many pages of a list are held. */
#define FZ_PAGED_LIST_PAGES 8

#define FZ_TYPE_PAGED_LIST (fz_paged_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (FzPagedList, fz_paged_list, FZ, PAGED_LIST, GObject)

/* One question for a page; what its answer has to be matched with. */
typedef struct _FzPageRequest FzPageRequest;

/**
 * FzPagedListClass:
 * @rows: how many rows a page has
 * @ask: asks for a page; the answer takes @request
 * @remembers: whether a row that was shown is that article's for good, so that it can
 *   be marked when its page was given up
 * @wanted: a row of a page is to be seen
 */
struct _FzPagedListClass {
  GObjectClass parent_class;

  guint    rows;
  gboolean remembers;
  void   (*ask)    (FzPagedList *self, guint page, GCancellable *cancellable, FzPageRequest *request);
  void   (*wanted) (FzPagedList *self, guint page);
};

/* Fills @item with @row, which it takes. */
typedef void (*FzFillFunc) (FzArticleItem *item, gpointer row);

FzPagedList   *fz_page_request_dup_list   (FzPageRequest *self, guint *out_page);
void           fz_page_request_free       (FzPageRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzPageRequest, fz_page_request_free)

void           fz_paged_list_want_page    (FzPagedList *self, guint page);
void           fz_paged_list_forget_page  (FzPagedList *self, guint page);
void           fz_paged_list_resize       (FzPagedList *self, guint n_items);
void           fz_paged_list_append       (FzPagedList *self, gpointer *rows, guint n, FzFillFunc fill);
void           fz_paged_list_fill         (FzPagedList *self, guint position, gpointer row, FzFillFunc fill);
void           fz_paged_list_replace      (FzPagedList *self, guint position, guint n);
void           fz_paged_list_refresh      (FzPagedList *self);
void           fz_paged_list_reset        (FzPagedList *self);
void           fz_paged_list_mark         (FzPagedList *self, const GArray *articles, FzMark mark, gboolean on);
FzArticleItem *fz_paged_list_peek         (FzPagedList *self, guint position);
guint          fz_paged_list_find         (FzPagedList *self, gint64 article);
guint          fz_paged_list_n_held       (FzPagedList *self);

G_END_DECLS
