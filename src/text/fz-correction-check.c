/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-corrections.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fz-encoding.h"
#include "fz-page.h"

/* Whether a correction says something that can be; it may come from a shell or
 * out of a file that somebody tampered with. */

enum {
  VALUE_BYTES = 4096,   /* the longest headline met has 300 */
  ROLE_LINES = 10000,
  REGION_DIGITS = 12,
};

typedef gboolean (*CheckFunc) (const char *value, GError **error);

G_GNUC_PRINTF (2, 3) static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (FZ_TEXT_ERROR, FZ_TEXT_ERROR_CORRECTION, format, args);
  va_end (args);

  return FALSE;
}

static gboolean
check_nothing (const char  *value,
               GError     **error)
{
  return value == NULL || refuse (error, _("“%s” says nothing about where an article begins"), value);
}

static gboolean
check_words (const char  *value,
             GError     **error)
{
  return strchr (value, '\n') == NULL || refuse (error, _("It must be one line"));
}

static gboolean
check_role (const char  *value,
            GError     **error)
{
  return fz_role_from_name (value) >= 0 || refuse (error, _("“%s” is no role of a line"), value);
}

static gboolean
check_authors (const char  *value,
               GError     **error)
{
  g_autoptr (GPtrArray) authors = fz_correction_read_authors (value);

  return authors != NULL ||
         refuse (error, _("“%s” names no authors; write them like 记者:甲;通讯员:乙"), value);
}

/* Whether there is such a region is for who knows the gazetteer. */
static gboolean
check_region (const char  *value,
              GError     **error)
{
  if (strlen (value) == REGION_DIGITS && strspn (value, "0123456789") == REGION_DIGITS)
    return TRUE;

  return refuse (error, _("“%s” is no code of a region"), value);
}

static gboolean
check_place (const char  *value,
             GError     **error)
{
  const char *code;
  g_autofree char *name = fz_correction_read_place (value, &code);

  if (name == NULL)
    return refuse (error, _("“%s” settles no place; write it like 朝阳区:110105000000"), value);

  return check_region (code, error);
}

static gboolean
check_date (const char  *value,
            GError     **error)
{
  static const char pattern[] = "dddd-dd-dd";

  for (guint i = 0; i < sizeof pattern; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (value[i]) : value[i] != pattern[i])
      return refuse (error, _("“%s” is no date; write it like 2023-01-31"), value);
  if (g_date_valid_dmy ((GDateDay) atoi (value + 8), (GDateMonth) atoi (value + 5), (GDateYear) atoi (value)))
    return TRUE;

  return refuse (error, _("“%s” is no date; write it like 2023-01-31"), value);
}

static gboolean
check_encoding (const char  *value,
                GError     **error)
{
  FzOddities odd = { 0 };
  GString *nothing = fz_encoding_read (value, "", 0, &odd);

  if (nothing == NULL)
    return refuse (error, _("There is no encoding “%s”"), value);
  g_string_free (nothing, TRUE);

  return TRUE;
}

static const struct {
  gboolean  may_be_none; /* whether it says something without a value */
  CheckFunc check;
} rules[] = {
  [FZ_CORRECTION_START] = { TRUE, check_nothing },
  [FZ_CORRECTION_JOIN] = { TRUE, check_nothing },
  [FZ_CORRECTION_ROLE] = { FALSE, check_role },
  [FZ_CORRECTION_TITLE] = { TRUE, check_words },
  [FZ_CORRECTION_KICKER] = { TRUE, check_words },
  [FZ_CORRECTION_SUBTITLE] = { TRUE, check_words },
  [FZ_CORRECTION_AUTHORS] = { TRUE, check_authors },
  [FZ_CORRECTION_REGION] = { TRUE, check_region },
  [FZ_CORRECTION_PLACE] = { FALSE, check_place },
  [FZ_CORRECTION_NEWSPAPER] = { FALSE, check_words },
  [FZ_CORRECTION_DATE] = { FALSE, check_date },
  [FZ_CORRECTION_EDITION] = { FALSE, check_words },
  [FZ_CORRECTION_SECTION] = { FALSE, check_words },
  [FZ_CORRECTION_ENCODING] = { FALSE, check_encoding },
};

G_STATIC_ASSERT (G_N_ELEMENTS (rules) == FZ_N_CORRECTIONS);

static gboolean
check_lines (const FzCorrection  *self,
             GError             **error)
{
  if (fz_correction_is_of_source (self->kind))
    return self->first_line == 0 || refuse (error, _("It is said of the whole page and of no line"));
  if (self->first_line == 0 || self->last_line < self->first_line)
    return refuse (error, _("It needs a line of the page"));
  if (self->last_line - self->first_line >= ROLE_LINES)
    return refuse (error, _("It is said of too many lines"));

  return self->kind == FZ_CORRECTION_ROLE || self->last_line == self->first_line ||
         refuse (error, _("It can be said of one line only"));
}

/**
 * fz_correction_check:
 * @self: a correction, of anybody's making
 * @error: %FZ_TEXT_ERROR_CORRECTION and one sentence
 *
 * Returns: whether it says something that can be
 */
gboolean
fz_correction_check (const FzCorrection  *self,
                     GError             **error)
{
  g_return_val_if_fail ((guint) self->kind < FZ_N_CORRECTIONS, FALSE);

  if (!check_lines (self, error))
    return FALSE;
  if (self->value == NULL)
    return rules[self->kind].may_be_none || refuse (error, _("It needs a value"));
  if (strlen (self->value) > VALUE_BYTES || !g_utf8_validate (self->value, -1, NULL))
    return refuse (error, _("It is no text, or too long"));

  return rules[self->kind].check (self->value, error);
}
