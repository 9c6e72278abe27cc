/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "fz-decimal.h"

G_BEGIN_DECLS

/**
 * FzJson:
 * @out: where the text goes
 *
 * Writes JSON (RFC 8259) in the order in which it is told.  Keep it on the
 * stack: `FzJson json = FZ_JSON (string)`.
 */
typedef struct {
  GString  *out;
  gboolean  comma; /* a value stands before what comes next */
} FzJson;

#define FZ_JSON(string) { .out = (string), .comma = FALSE }

void fz_json_open_object  (FzJson *self);
void fz_json_close_object (FzJson *self);
void fz_json_open_array   (FzJson *self);
void fz_json_close_array  (FzJson *self);
void fz_json_key          (FzJson *self, const char *key);
void fz_json_string       (FzJson *self, const char *value);
void fz_json_string_len   (FzJson *self, const char *value, gsize length);
void fz_json_integer      (FzJson *self, gint64 value);
void fz_json_decimal      (FzJson *self, FzDecimal value);
void fz_json_boolean      (FzJson *self, gboolean value);
void fz_json_null         (FzJson *self);

/* A key and its value in one. */
void fz_json_add_string   (FzJson *self, const char *key, const char *value);
void fz_json_add_integer  (FzJson *self, const char *key, gint64 value);

/* Ends a line of JSON lines: the next value stands on a line of its own. */
void fz_json_end_line     (FzJson *self);

G_END_DECLS
