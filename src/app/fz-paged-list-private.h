/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-paged-list.h"
#include "fz-pages.h"

G_BEGIN_DECLS

typedef struct {
  FzPages   *pages;
  GPtrArray *items; /* (element-type FzArticleItem): NULL where none was asked for */
} FzPagedListPrivate;

FzPagedListPrivate *fz_paged_list_get_private (FzPagedList *self);
FzArticleItem      *fz_paged_list_ensure_item (FzPagedList *self, guint position);
void                fz_paged_list_free_item   (gpointer item);

#define PRIVATE(self) (fz_paged_list_get_private (self))
#define ROWS(self)    (FZ_PAGED_LIST_GET_CLASS (self)->rows)

G_END_DECLS
