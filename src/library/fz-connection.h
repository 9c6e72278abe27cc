/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "fz-sql.h"
#include "fz-statement.h"

G_BEGIN_DECLS

typedef struct _FzConnection FzConnection;

typedef enum {
  FZ_CONNECTION_READER,
  FZ_CONNECTION_WRITER,
} FzConnectionKind;

/* How soon a committed transaction must be on the disk; see fz-transaction.c. */
typedef enum {
  FZ_TRANSACTION_READ,
  FZ_TRANSACTION_WRITE,
  FZ_TRANSACTION_WRITE_SYNCED,
} FzTransaction;

/* One transaction's work; FALSE with the error set undoes it. */
typedef gboolean (*FzWork) (FzConnection *connection, gpointer data, GError **error);

FzConnection *fz_connection_open      (const char *path, FzConnectionKind kind,
                                       GCancellable *cancellable, GError **error);
void          fz_connection_close     (FzConnection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzConnection, fz_connection_close)

gboolean      fz_connection_is        (FzConnection *self, FzConnectionKind kind);
gboolean      fz_connection_is_still  (FzConnection *self);
gboolean      fz_connection_run       (FzConnection *self, FzTransaction transaction, FzWork work, gpointer data,
                                       GCancellable *cancellable, GError **error);
gint64        fz_connection_last_id   (FzConnection *self);
gint64        fz_connection_changes   (FzConnection *self);

/* fz-connection-statements.c */
FzStatement  *fz_connection_statement (FzConnection *self, FzSql sql, GError **error);
FzStatement  *fz_connection_prepare   (FzConnection *self, FzSql sql, GError **error);
void          fz_connection_discard   (FzStatement *statement);
gboolean      fz_connection_execute   (FzConnection *self, const char *sql, GError **error);
gboolean      fz_connection_ask       (FzConnection *self, const char *sql, gint64 *out_answer, GError **error);
GPtrArray    *fz_connection_list      (FzConnection *self, FzSql sql, const char *text, GError **error);
gboolean      fz_connection_run_on    (FzConnection *self, FzSql sql, gint64 number, GError **error);
gboolean      fz_connection_run_on_all (FzConnection *self, FzSql sql, const gint64 *numbers, gsize n_numbers, GError **error);
gboolean      fz_connection_run_on_two (FzConnection *self, FzSql sql, gint64 first, gint64 second, GError **error);

/* fz-memory.c */
gboolean      fz_connection_recall    (FzConnection *self, const char *what, gint64 *out_number);
void          fz_connection_remember  (FzConnection *self, const char *what, gint64 number);

G_END_DECLS
