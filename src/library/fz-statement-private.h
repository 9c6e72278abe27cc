/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "fz-statement.h"

G_BEGIN_DECLS

/* For the connection only, which makes statements and ends them. */
FzStatement *fz_statement_new      (sqlite3_stmt *handle);
void         fz_statement_free     (FzStatement *self);
void         fz_statement_hold     (FzStatement *self);

G_END_DECLS
