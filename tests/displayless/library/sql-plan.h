/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-connection.h"

G_BEGIN_DECLS

char *sql_plan (const char *path, FzSql sql);

G_END_DECLS
