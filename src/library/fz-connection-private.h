/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-connection.h"
#include "fz-statement-private.h"

G_BEGIN_DECLS

struct _FzConnection {
  sqlite3          *db;
  FzConnectionKind  kind;
  GThread          *thread;
  GCancellable     *cancellable; /* of the transaction that runs */
  FzStatement      *statements[FZ_N_SQL];
};

G_END_DECLS
