/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The pages of a list that are held or on their way, each with the stamp of the last
 * question for it: its cancellable.  Giving a page up, or asking anew for it, cancels
 * the question before. */
typedef struct _FzPages FzPages;

FzPages      *fz_pages_new           (void);
void          fz_pages_free          (FzPages *self);
gboolean      fz_pages_use           (FzPages *self, guint page);
GCancellable *fz_pages_ask           (FzPages *self, guint page);
guint         fz_pages_drop_oldest   (FzPages *self);
void          fz_pages_forget        (FzPages *self, guint page);
void          fz_pages_forget_from   (FzPages *self, guint page);
guint         fz_pages_get_n         (FzPages *self);
GArray       *fz_pages_list          (FzPages *self);

G_END_DECLS
