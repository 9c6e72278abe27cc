/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

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
void fz_json_key_len      (FzJson *self, const char *key, gsize length);
void fz_json_string       (FzJson *self, const char *value);
void fz_json_string_len   (FzJson *self, const char *value, gsize length);
void fz_json_word         (FzJson *self, const char *word);
void fz_json_integer      (FzJson *self, gint64 value);
void fz_json_decimal      (FzJson *self, FzDecimal value);
void fz_json_boolean      (FzJson *self, gboolean value);
void fz_json_null         (FzJson *self);

/* Ends a line of JSON lines: the next value stands on a line of its own. */
void fz_json_end_line     (FzJson *self);

/**
 * fz_json_key:
 * @key: a name that needs no escape
 *
 * The next value belongs to @key.
 */
static inline void
fz_json_key (FzJson *self, const char *key)
{
  fz_json_key_len (self, key, strlen (key));
}

/* A key and its value in one. */
static inline void
fz_json_add_string (FzJson *self, const char *key, const char *value)
{
  fz_json_key (self, key);
  fz_json_string (self, value);
}

static inline void
fz_json_add_word (FzJson *self, const char *key, const char *word)
{
  fz_json_key (self, key);
  fz_json_word (self, word);
}

static inline void
fz_json_add_integer (FzJson *self, const char *key, gint64 value)
{
  fz_json_key (self, key);
  fz_json_integer (self, value);
}

G_END_DECLS
