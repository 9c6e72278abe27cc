/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include <glib.h>

G_BEGIN_DECLS

/* Before a phrase that is to be looked for in the other way, see fz-tokens.c; no
 * phrase that a person types begins so. */
#define FZ_TOKENIZER_OTHER_WAY "\x01"

int fz_tokenizer_register (sqlite3 *db);

G_END_DECLS
