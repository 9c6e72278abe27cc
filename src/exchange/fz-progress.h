/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-exchange.h"

G_BEGIN_DECLS

/* How far a task in a thread of its own is, on its way to who started it.
 *
 * The worker only notes how far it is; one source in the caller's main context
 * tells the newest of it.  However fast the files go by, no more than one call
 * waits to be made, and none is made after the task has returned. */
typedef struct _FzProgress FzProgress;

FzProgress     *fz_progress_new   (FzProgressFunc func, gpointer data, GDestroyNotify destroy);
FzProgressFunc  fz_progress_func  (FzProgress *self);
void            fz_progress_end   (FzProgress *self);
void            fz_progress_unref (FzProgress *self);

G_END_DECLS
