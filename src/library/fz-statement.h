/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FzStatement FzStatement;

typedef enum {
  FZ_STEP_ERROR,
  FZ_STEP_ROW,
  FZ_STEP_DONE,
} FzStep;

/* An FzStatement belongs to its connection, which prepares it once and lends
 * it; letting go of it resets it for the next use.  Values are bound and
 * columns taken from left to right, in the order in which the SQL names them. */
void        fz_statement_release    (FzStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FzStatement, fz_statement_release)

void        fz_statement_bind_int   (FzStatement *self, gint64 value);
void        fz_statement_bind_real  (FzStatement *self, double value);
void        fz_statement_bind_text  (FzStatement *self, const char *value);
void        fz_statement_bind_own_text (FzStatement *self, char *value);
void        fz_statement_bind_blob  (FzStatement *self, gconstpointer data, gsize length);

FzStep      fz_statement_step       (FzStatement *self, GError **error);
gboolean    fz_statement_run        (FzStatement *self, GError **error);

gint64      fz_statement_take_int   (FzStatement *self);
double      fz_statement_take_real  (FzStatement *self);
guint       fz_statement_take_uint  (FzStatement *self);
const char *fz_statement_take_text  (FzStatement *self);
char       *fz_statement_dup_text   (FzStatement *self);
GBytes     *fz_statement_take_bytes (FzStatement *self);
const guint8 *fz_statement_take_blob (FzStatement *self, gsize *out_length);

G_END_DECLS
