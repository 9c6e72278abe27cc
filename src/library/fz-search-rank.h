/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include <glib.h>

G_BEGIN_DECLS

double fz_search_weigh (guint n_text, guint n_headline, guint first);
void fz_search_rank (const Fts5ExtensionApi *api, Fts5Context *row, sqlite3_context *context,
                     int n_values, sqlite3_value **values);

G_END_DECLS
