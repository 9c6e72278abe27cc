/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of Chinese dictionaries: by pinyin, as CLDR has it for zh. */

#include "config.h"

#include "fz-collation.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

#define LOCALE "zh@collation=pinyin"

/* What stands behind so many bytes of a text orders nothing that a person sees. */
#define MOST_BYTES 360

/* Of a key: three bytes for a character at most. */
#define MOST_KEY 512

/* A collator that is not changed is used by several threads at once. */
static UCollator *
get_collator (void)
{
  static gsize initialized;
  static UCollator *collator;

  if (g_once_init_enter (&initialized))
    {
      UErrorCode code = U_ZERO_ERROR;

      collator = ucol_open (LOCALE, &code);
      if (U_FAILURE (code))
        g_clear_pointer (&collator, ucol_close);
      else
        ucol_setStrength (collator, UCOL_PRIMARY);
      g_once_init_leave (&initialized, 1);
    }
  return collator;
}

static char *
dup_version (void)
{
  UVersionInfo version = { 0 };
  char text[U_MAX_VERSION_STRING_LENGTH] = "";

  if (get_collator () != NULL)
    ucol_getVersion (get_collator (), version);
  u_versionToString (version, text);
  return g_strdup (text);
}

/**
 * fz_collation_version:
 *
 * Keys of different versions cannot be compared.
 *
 * Returns: (transfer none): which order this is
 */
const char *
fz_collation_version (void)
{
  static gsize version;

  if (g_once_init_enter (&version))
    g_once_init_leave (&version, (gsize) dup_version ());
  return (const char *) version;
}

static gsize
length_of (const char *text)
{
  gsize length = strlen (text);

  if (length <= MOST_BYTES)
    return length;
  return (gsize) (g_utf8_find_prev_char (text, text + MOST_BYTES + 1) - text);
}

/**
 * fz_collation_key:
 * @text: UTF-8
 *
 * Two texts stand in the order of their keys, byte by byte; what differs in
 * capitals or width alone is the same.
 *
 * Returns: (transfer full): the key
 */
GBytes *
fz_collation_key (const char *text)
{
  UChar units[MOST_BYTES];
  guint8 key[MOST_KEY];
  UErrorCode code = U_ZERO_ERROR;
  int32_t n_units = 0, n;

  u_strFromUTF8WithSub (units, G_N_ELEMENTS (units), &n_units, text, (int32_t) length_of (text),
                        0xFFFD, NULL, &code);
  if (U_FAILURE (code) || get_collator () == NULL)
    return g_bytes_new (NULL, 0);
  n = ucol_getSortKey (get_collator (), units, n_units, key, sizeof key);
  return g_bytes_new (key, (gsize) CLAMP (n, 0, MOST_KEY));
}
