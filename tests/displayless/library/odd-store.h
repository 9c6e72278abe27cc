/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk that is full, or does not answer, as SQLite sees it: a layer below all the files
 * that are opened after odd_store_install(). */

void     odd_store_install  (void);

/* Nothing more can be written from the @nth write, cut, sync or growth on, counted
 * from now; 0 is a disk that has room. */
void     odd_store_fill     (guint nth);

/* Whether something could not be written since odd_store_fill(). */
gboolean odd_store_was_full (void);

/* Nobody is answered any more until it is let go: whoever reads, writes or locks
 * a file waits. */
void     odd_store_hold      (void);
void     odd_store_let_go    (void);

/* Whether somebody waits. */
gboolean odd_store_is_held   (void);

G_END_DECLS
