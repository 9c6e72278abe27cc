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

static void
before_value (FzJson *self)
{
  if (self->comma)
    g_string_append_c (self->out, ',');
  self->comma = TRUE;
}

/* Room for @n bytes more.  Returns: where they are written. */
static char *
extend (GString *out, gsize n)
{
  gsize at = out->len;

  g_string_set_size (out, at + n);
  return out->str + at;
}

static void
open_bracket (FzJson *self, char bracket)
{
  before_value (self);
  g_string_append_c (self->out, bracket);
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
 * fz_json_key:
 * @key: a name that needs no escape
 *
 * The next value belongs to @key.
 */
void
fz_json_key (FzJson *self, const char *key)
{
  const gsize length = strlen (key);
  const gsize comma = self->comma ? 1 : 0;
  char *p = extend (self->out, comma + length + strlen ("\"\":"));

  /* Half of what is written is keys: the room for one is made at once. */
  if (comma > 0)
    *p++ = ',';
  *p++ = '"';
  memcpy (p, key, length);
  memcpy (p + length, "\":", strlen ("\":"));
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
is_plain (guchar byte)
{
  return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f && byte != 0xe2;
}

/* Passes over what is written as it is: most of it characters of three bytes,
 * of which the first alone is looked at. */
static const char *
pass_plain (const char *p, const char *end)
{
  while (p < end)
    if ((guchar) *p > 0xe2 && (guchar) *p < 0xf0)
      p += 3;
    else if (is_plain ((guchar) *p))
      p++;
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
  if ((guchar) *p == 0xe2)
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

/**
 * fz_json_string_len:
 * @value: text; what is no UTF-8 in it becomes U+FFFD
 * @length: its bytes
 */
void
fz_json_string_len (FzJson *self, const char *value, gsize length)
{
  g_autofree char *mended = NULL;

  if (!fz_utf8_is_valid (value, length))
    {
      mended = g_utf8_make_valid (value, length);
      value = mended;
      length = strlen (mended);
    }
  before_value (self);
  g_string_append_c (self->out, '"');
  append_escaped (self->out, value, value + length);
  g_string_append_c (self->out, '"');
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
  before_value (self);
  g_string_append_len (self->out, p, end - p);
}

/**
 * fz_json_decimal:
 *
 * The number with the very digits it has, neither rounded nor with an exponent.
 */
void
fz_json_decimal (FzJson *self, FzDecimal value)
{
  g_autofree char *digits = fz_decimal_print (value);

  before_value (self);
  g_string_append (self->out, digits);
}

void
fz_json_boolean (FzJson *self, gboolean value)
{
  before_value (self);
  g_string_append (self->out, value ? "true" : "false");
}

void
fz_json_null (FzJson *self)
{
  before_value (self);
  g_string_append (self->out, "null");
}

void
fz_json_add_string (FzJson *self, const char *key, const char *value)
{
  fz_json_key (self, key);
  fz_json_string (self, value);
}

void
fz_json_add_integer (FzJson *self, const char *key, gint64 value)
{
  fz_json_key (self, key);
  fz_json_integer (self, value);
}

void
fz_json_end_line (FzJson *self)
{
  g_string_append_c (self->out, '\n');
  self->comma = FALSE;
}
