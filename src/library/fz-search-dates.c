/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-search-dates.h"

#include <string.h>

#define BETWEEN ".."

/* Reads 2023, 2023-05 or 2023-05-06; what is not there is 0. */
static gboolean
read_parts (const char *text,
            guint       parts[3])
{
  g_auto (GStrv) words = g_strsplit (text, "-", 4);

  if (g_strv_length (words) < 1 || g_strv_length (words) > 3)
    return FALSE;
  for (guint i = 0; i < 3 && words[i] != NULL; i++)
    {
      guint64 number;

      if (!g_ascii_string_to_unsigned (words[i], 10, 1, i == 0 ? 9999 : 31, &number, NULL) ||
          (i == 0) != (strlen (words[i]) == 4))
        return FALSE;
      parts[i] = (guint) number;
    }
  return TRUE;
}

static gboolean
first_day (const char  *text,
           char       **day)
{
  guint parts[3] = { 0 };

  if (!read_parts (text, parts) ||
      !g_date_valid_dmy ((GDateDay) MAX (parts[2], 1), (GDateMonth) MAX (parts[1], 1), (GDateYear) parts[0]))
    return FALSE;
  *day = g_strdup_printf ("%04u-%02u-%02u", parts[0], MAX (parts[1], 1), MAX (parts[2], 1));
  return TRUE;
}

static gboolean
last_day (const char  *text,
          char       **day)
{
  guint parts[3] = { 0 };

  if (!read_parts (text, parts))
    return FALSE;
  if (parts[1] == 0)
    parts[1] = 12;
  if (!g_date_valid_month ((GDateMonth) parts[1]))
    return FALSE;
  if (parts[2] == 0)
    parts[2] = g_date_get_days_in_month ((GDateMonth) parts[1], (GDateYear) parts[0]);
  if (!g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]))
    return FALSE;
  *day = g_strdup_printf ("%04u-%02u-%02u", parts[0], parts[1], parts[2]);
  return TRUE;
}

/**
 * fz_search_dates:
 * @text: 2023, 2023-05, 2023-05-06, or two of them with .. between, one of which
 *   may be missing
 * @since: (out) (nullable): the first day, ISO 8601
 * @until: (out) (nullable): the last
 *
 * Returns: whether @text is a time
 */
gboolean
fz_search_dates (const char  *text,
                 char       **since,
                 char       **until)
{
  const char *between = strstr (text, BETWEEN);
  g_autofree char *before = between != NULL ? g_strndup (text, (gsize) (between - text)) : g_strdup (text);
  const char *behind = between != NULL ? between + strlen (BETWEEN) : text;
  g_autofree char *first = NULL, *last = NULL;

  if ((*before == '\0' && *behind == '\0') ||
      (*before != '\0' && !first_day (before, &first)) ||
      (*behind != '\0' && !last_day (behind, &last)) ||
      (first != NULL && last != NULL && strcmp (first, last) > 0))
    return FALSE;
  *since = g_steal_pointer (&first);
  *until = g_steal_pointer (&last);
  return TRUE;
}
