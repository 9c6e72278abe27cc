/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* FzNotice: that something was committed, on its way from the writing thread
 * to the main context of who opened the library.  It knows the library weakly. */
typedef struct _FzNotice FzNotice;

FzNotice *fz_notice_new    (GObject *object, guint signal_id);
void      fz_notice_unref  (gpointer notice);
void      fz_notice_send   (gpointer notice);

/* Calls @func once in @context, as soon as other events are. */
void      fz_notice_attach (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify destroy);

G_END_DECLS
