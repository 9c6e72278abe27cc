/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-connection.h"
#include "fz-statement-private.h"

G_BEGIN_DECLS

struct _FzConnection {
  sqlite3          *db;
  FzConnectionKind  kind;
  GThread          *thread;
  gboolean          is_still;    /* opened as a file that does not change */
  GCancellable     *cancellable; /* of the transaction that runs */
  FzStatement      *statements[FZ_N_SQL];
  GHashTable       *remembered;  /* (nullable): see fz-memory.c */
  gint64            version;     /* of what is in the file when that was so */
};

int fz_connection_open_file (const char *path, sqlite3 **db, gboolean *out_still);

G_END_DECLS
