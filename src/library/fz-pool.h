/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-connection.h"

G_BEGIN_DECLS

/* FzPool: the threads that work on a library's file.
 *
 * One thread writes, in the order in which it was asked; a few others read.
 * Each has a connection of its own, opened with its first job and closed with
 * the thread.  A job is one transaction. */
typedef struct _FzPool FzPool;

typedef enum {
  FZ_JOB_OPEN,         /* opens the writer's connection, and looks whether another program has written */
  FZ_JOB_READ,
  FZ_JOB_WRITE,        /* what can be imported again */
  FZ_JOB_WRITE_SYNCED, /* what only the reader has */
  FZ_JOB_WRITE_QUIET,  /* nobody needs to be told of it */
  FZ_JOB_MARK,         /* what only the reader has, and who asks tells it */
} FzJobKind;

/* Called in the thread that worked; takes @error, %NULL where all went well. */
typedef void (*FzDoneFunc) (GError *error, gpointer data);

/* Called in the writing thread after each commit that changed something, and when
 * another program is found to have written. */
typedef void (*FzChangedFunc) (gpointer data);

FzPool   *fz_pool_new   (const char *path, FzChangedFunc changed, gpointer changed_data,
                         FzChangedFunc damaged, gpointer damaged_data);
void      fz_pool_push  (FzPool *self, FzJobKind kind, FzWork work, gpointer data,
                         GCancellable *cancellable, FzDoneFunc done, gpointer done_data);
gboolean  fz_pool_run   (FzPool *self, FzJobKind kind, FzWork work, gpointer data,
                         GCancellable *cancellable, GError **error);
gboolean  fz_pool_was_damaged (FzPool *self);
void      fz_pool_close (FzPool *self);
void      fz_pool_free  (FzPool *self);

G_END_DECLS
