/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-json.h"

#include <string.h>

#include "fz-utf8.h"

/* JSON is written by hand because JsonBuilder makes an object of every value
 * before it prints one and keeps numbers as binary fractions: analysis has to
 * run at the speed at which the text is read, and 32.37 has to stay 32.37.
 * Reading, where speed is no matter, is left to json-glib; the tests read back
 * with it what is written here.
 */

static const char hex_digits[] = "0123456789abcdef";

/* Room for @n bytes more and the NUL, without a call as long as there is some.
 * Returns: where they are written, up to what leave_room() is told. */
static inline char *
take_room (GString *out, gsize n)
{
  if (G_UNLIKELY (out->allocated_len - out->len <= n))
    {
      const gsize at = out->len;

      g_string_set_size (out, at + n);
      out->len = at;
    }
  return out->str + out->len;
}

static inline void
leave_room (GString *out, char *end)
{
  *end = '\0';
  out->len = (gsize) (end - out->str);
}

/* The comma before a value, into room that was taken. */
static inline char *
put_comma (FzJson *self, char *p)
{
  *p = ',';
  p += self->comma;
  self->comma = TRUE;
  return p;
}

static inline char *
put (char *p, const char *bytes, gsize n)
{
  memcpy (p, bytes, n);
  return p + n;
}

/* What is written as it is, or between quotation marks. */
static inline void
append_value (FzJson *self, const char *bytes, gsize length, gboolean quoted)
{
  char *p = put_comma (self, take_room (self->out, length + strlen (",\"\"")));

  *p = '"';
  p = put (p + quoted, bytes, length);
  *p = '"';
  leave_room (self->out, p + quoted);
}

static void
open_bracket (FzJson *self, char bracket)
{
  char *p = put_comma (self, take_room (self->out, 2));

  *p++ = bracket;
  leave_room (self->out, p);
  self->comma = FALSE;
}

static void
close_bracket (FzJson *self, char bracket)
{
  g_string_append_c (self->out, bracket);
  self->comma = TRUE;
}

void
fz_json_open_object (FzJson *self)
{
  open_bracket (self, '{');
}

void
fz_json_close_object (FzJson *self)
{
  close_bracket (self, '}');
}

void
fz_json_open_array (FzJson *self)
{
  open_bracket (self, '[');
}

void
fz_json_close_array (FzJson *self)
{
  close_bracket (self, ']');
}

/**
 * fz_json_key_len:
 * @key: a name that needs no escape
 * @length: its bytes
 *
 * What fz_json_key() writes.
 */
void
fz_json_key_len (FzJson *self, const char *key, gsize length)
{
  char *p = put_comma (self, take_room (self->out, length + strlen (",\"\":")));

  *p++ = '"';
  p = put (p, key, length);
  leave_room (self->out, put (p, "\":", strlen ("\":")));
  self->comma = FALSE;
}

/* U+2028 and U+2029 are legal in JSON and yet end a line for readers that split
 * by Unicode's lines; one object has to stay one line for them too. */
static gboolean
is_line_separator (const char *p, const char *end)
{
  return end - p >= 3 && (guchar) p[0] == 0xe2 && (guchar) p[1] == 0x80 && ((guchar) p[2] & 0xfe) == 0xa8;
}

static gboolean
is_tail (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

/* The first byte of three that are a character whatever continues it; that of the
 * line separators is not among them. */
static gboolean
begins_three (guchar byte)
{
  return byte > 0xe0 && byte < 0xf0 && byte != 0xe2 && byte != 0xed;
}

/* Whether two such characters stand at @p: nearly all of a text is seen to so. */
static gboolean
are_plain_chars (const char *p, const char *end)
{
  guint64 bytes;

  if (end - p < (gssize) sizeof bytes)
    return FALSE;
  memcpy (&bytes, p, sizeof bytes);
  return (GUINT64_FROM_LE (bytes) & G_GUINT64_CONSTANT (0xC0C0F0C0C0F0)) == G_GUINT64_CONSTANT (0x8080E08080E0) &&
         begins_three ((guchar) p[0]) && begins_three ((guchar) p[3]);
}

/* The bytes of the character at @p, if it is valid and written as it is; 0 for one
 * that has to be looked at more closely. */
static gsize
plain_length (const char *p, const char *end)
{
  guchar byte = (guchar) *p;

  if (byte < 0x7f)
    return byte >= 0x20 && byte != '"' && byte != '\\';
  if (byte >= 0xc2 && byte < 0xe0)
    return end - p >= 2 && is_tail (p[1]) ? 2 : 0;
  if (begins_three (byte) || byte == 0xe2)
    return end - p >= 3 && is_tail (p[1]) && is_tail (p[2]) && !is_line_separator (p, end) ? 3 : 0;
  return 0;
}

/* Passes over what is valid and written as it is. */
static const char *
pass_plain (const char *p, const char *end)
{
  gsize n;

  while (p < end)
    if (are_plain_chars (p, end))
      p += 6;
    else if ((n = plain_length (p, end)) > 0)
      p += n;
    else
      break;
  return p;
}

static void
append_control (GString *out, guchar byte)
{
  switch (byte)
    {
    case '\n': g_string_append (out, "\\n"); break;
    case '\t': g_string_append (out, "\\t"); break;
    case '\r': g_string_append (out, "\\r"); break;
    case '"':  g_string_append (out, "\\\""); break;
    case '\\': g_string_append (out, "\\\\"); break;
    default:
      g_string_append (out, "\\u00");
      g_string_append_c (out, hex_digits[byte >> 4]);
      g_string_append_c (out, hex_digits[byte & 15]);
    }
}

/* Appends what stands at @p and is not plain; answers where the next begins. */
static const char *
append_special (GString *out, const char *p, const char *end)
{
  if (is_line_separator (p, end))
    {
      g_string_append (out, (guchar) p[2] == 0xa8 ? "\\u2028" : "\\u2029");
      return p + 3;
    }
  if ((guchar) *p >= 0x80)
    g_string_append_c (out, *p);
  else
    append_control (out, (guchar) *p);
  return p + 1;
}

/* @p is valid UTF-8. */
static void
append_escaped (GString *out, const char *p, const char *end)
{
  while (p < end)
    {
      const char *run = p;

      p = pass_plain (p, end);
      g_string_append_len (out, run, p - run);
      if (p < end)
        p = append_special (out, p, end);
    }
}

/* A text that is not plain from one end to the other. */
static void
append_closely (FzJson *self, const char *value, gsize length)
{
  g_autofree char *mended = NULL;

  if (!fz_utf8_is_valid (value, length))
    {
      mended = g_utf8_make_valid (value, length);
      value = mended;
      length = strlen (mended);
    }
  append_value (self, "\"", 1, FALSE);
  append_escaped (self->out, value, value + length);
  g_string_append_c (self->out, '"');
}

/**
 * fz_json_string_len:
 * @value: text; what is no UTF-8 in it becomes U+FFFD
 * @length: its bytes
 */
void
fz_json_string_len (FzJson *self, const char *value, gsize length)
{
  if (pass_plain (value, value + length) == value + length)
    append_value (self, value, length, TRUE);
  else
    append_closely (self, value, length);
}

/**
 * fz_json_word:
 * @word: a word of the program's own, which needs no escape
 */
void
fz_json_word (FzJson *self, const char *word)
{
  append_value (self, word, strlen (word), TRUE);
}

/**
 * fz_json_string:
 * @value: (nullable): %NULL is written as null
 */
void
fz_json_string (FzJson *self, const char *value)
{
  if (value == NULL)
    fz_json_null (self);
  else
    fz_json_string_len (self, value, strlen (value));
}

void
fz_json_integer (FzJson *self, gint64 value)
{
  char digits[24], *end = digits + sizeof digits, *p = end;
  guint64 rest = value < 0 ? -(guint64) value : (guint64) value;

  do
    *--p = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);
  if (value < 0)
    *--p = '-';
  append_value (self, p, (gsize) (end - p), FALSE);
}

/**
 * fz_json_decimal:
 *
 * The number with the very digits it has, neither rounded nor with an exponent.
 */
void
fz_json_decimal (FzJson *self, FzDecimal value)
{
  char digits[FZ_DECIMAL_MAX_BYTES];

  append_value (self, digits, fz_decimal_write (value, digits), FALSE);
}

void
fz_json_boolean (FzJson *self, gboolean value)
{
  if (value)
    append_value (self, "true", strlen ("true"), FALSE);
  else
    append_value (self, "false", strlen ("false"), FALSE);
}

void
fz_json_null (FzJson *self)
{
  append_value (self, "null", strlen ("null"), FALSE);
}

void
fz_json_end_line (FzJson *self)
{
  g_string_append_c (self->out, '\n');
  self->comma = FALSE;
}
