/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fz-cli.h"
#include "fz-encoding.h"

static const char * const formats[] = {
  [FZ_FORMAT_TEXT] = "text",
  [FZ_FORMAT_JSON] = "json",
  [FZ_FORMAT_CSV] = "csv",
};

/**
 * fz_cli_check_utf8:
 * @option: its name
 * @value: (nullable): as typed
 *
 * Options come as the bytes that were typed; what is kept or compared with
 * text has to be text.
 *
 * Returns: whether @value is
 */
gboolean
fz_cli_check_utf8 (const char *option, const char *value)
{
  if (value == NULL || g_utf8_validate (value, -1, NULL))
    return TRUE;
  fz_cli_usage (_("--%s is not UTF-8"), option);
  return FALSE;
}

/**
 * fz_cli_format:
 * @value: (nullable): as typed; %NULL leaves @out as it is
 * @last: the last #FzFormat that the verb can write
 *
 * Returns: whether @value is one of them
 */
gboolean
fz_cli_format (const char *value, FzFormat last, FzFormat *out)
{
  if (value == NULL)
    return TRUE;
  for (guint i = 0; i <= last; i++)
    if (g_str_equal (formats[i], value))
      {
        *out = i;
        return TRUE;
      }
  fz_cli_usage (_("there is no --format=%s"), value);
  return FALSE;
}

static gboolean
is_date (const char *value)
{
  static const char pattern[] = "dddd-dd-dd";

  for (guint i = 0; i < sizeof pattern; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (value[i]) : value[i] != pattern[i])
      return FALSE;
  return g_date_valid_dmy (atoi (value + 8), atoi (value + 5), atoi (value));
}

/**
 * fz_cli_date:
 * @option: its name
 * @value: (nullable): as typed
 *
 * Returns: whether @value is a day of the calendar, as ISO 8601 writes it
 */
gboolean
fz_cli_date (const char *option, const char *value)
{
  if (value == NULL || is_date (value))
    return TRUE;
  fz_cli_usage (_("--%s=%s is no date; write it like 2023-01-31"), option, value);
  return FALSE;
}

static const char * const sorts[] = {
  [FZ_SORT_PAGE] = "page",
  [FZ_SORT_DATE] = "date",
  [FZ_SORT_TITLE] = "title",
  [FZ_SORT_LENGTH] = "length",
};

/**
 * fz_cli_sort:
 * @value: (nullable): as typed; %NULL leaves @out as it is
 *
 * Returns: whether @value is an order of articles
 */
gboolean
fz_cli_sort (const char *value, FzSort *out)
{
  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i], value))
      {
        *out = (FzSort) i;
        return TRUE;
      }
  if (value != NULL)
    fz_cli_usage (_("there is no --sort=%s; it is page, date, title or length"), value);
  return value == NULL;
}

/**
 * fz_cli_number:
 * @option: its name
 * @value: (nullable): as typed; %NULL leaves @out as it is
 *
 * Returns: whether @value is a number of something in the library, from 1
 */
gboolean
fz_cli_number (const char *option, const char *value, gint64 *out)
{
  guint64 number;

  if (value == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (value, 10, 1, G_MAXINT64, &number, NULL))
    {
      *out = (gint64) number;
      return TRUE;
    }
  fz_cli_usage (_("--%s=%s is no number"), option, value);
  return FALSE;
}

/**
 * fz_cli_encoding:
 * @value: (nullable): as typed
 *
 * Returns: whether there is a converter for it
 */
gboolean
fz_cli_encoding (const char *value)
{
  FzOddities odd = { 0 };
  GString *nothing = value != NULL ? fz_encoding_read (value, "", 0, &odd) : NULL;

  if (nothing != NULL)
    g_string_free (nothing, TRUE);
  else if (value != NULL)
    fz_cli_usage (_("there is no --encoding=%s"), value);
  return value == NULL || nothing != NULL;
}
