/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that is full, or slow, as SQLite sees it: a layer below all the files
 * that are opened after odd_store_install(). */

void     odd_store_install  (void);

/* Nothing more can be written from the @nth write, cut, sync or growth on, counted
 * from now; 0 is a disk that has room. */
void     odd_store_fill     (guint nth);

/* Whether something could not be written since odd_store_fill(). */
gboolean odd_store_was_full (void);

/* Each reading and writing takes so long. */
void     odd_store_slow     (guint msec);

/* How many times something was read or written since odd_store_slow(). */
guint    odd_store_waits    (void);

G_END_DECLS
