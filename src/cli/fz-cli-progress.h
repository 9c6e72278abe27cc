/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far long work is, on one line of a terminal; nowhere else. */
typedef struct {
  gboolean terminal;
  gboolean shown;
  gint64   next; /* monotonic time before which nothing is drawn again */
} FzCliProgress;

void fz_cli_progress_start (FzCliProgress *self);
void fz_cli_progress_tell  (guint done, guint total, const char *path, gpointer self);
void fz_cli_progress_end   (FzCliProgress *self);

G_END_DECLS
