/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

/* The JSON contract of an article, asserted of one that was printed.  Keys and
 * types are checked by a table; positions against the texts around them. */
JsonObject *json_contract_parse   (const char *line);
void        json_contract_keys    (JsonObject *object, const char *keys);
void        json_contract_article (JsonObject *article);
guint       json_contract_lines   (const char *lines);
