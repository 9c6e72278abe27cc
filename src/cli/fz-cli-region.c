/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fz-article-text.h"
#include "fz-cli.h"

/* What --region= may be.
 *
 * A 12-digit code; or a name, full (金华市) or short (金华); or a name behind
 * those of regions that it lies in, 金华市/婺城区.  Where several bear the name,
 * the highest is meant (吉林 is the province); where several of one level bear
 * it, the person is told them and has to say more.
 */

/* How many regions of one name are told. */
#define TOLD 6

/* The codes of each level are multiples of these (GB/T 2260, GB/T 10114). */
static const FzRegion steps[] = {
  G_GUINT64_CONSTANT (10000000000),
  G_GUINT64_CONSTANT (100000000),
  G_GUINT64_CONSTANT (1000000),
  G_GUINT64_CONSTANT (1000),
};

static gboolean
is_called (FzRegion region, const char *name)
{
  return g_strcmp0 (fz_region_name (region), name) == 0 || g_strcmp0 (fz_region_short_name (region), name) == 0;
}

static gboolean
lies_in (FzRegion region, char **uppers, guint n_uppers)
{
  FzRegion upper = region;

  while (n_uppers > 0 && (upper = fz_region_parent (upper)) != FZ_REGION_NONE)
    if (is_called (upper, uppers[n_uppers - 1]))
      n_uppers--;
  return n_uppers == 0;
}

/* Collects the regions of @level below @upper that @words name. */
static void
collect (FzRegion upper, guint at, guint level, char **words, GArray *found)
{
  guint last = g_strv_length (words) - 1;
  FzRegion end = upper + (at > 0 ? steps[at - 1] : 100 * steps[0]);

  for (FzRegion region = upper + steps[at]; region < end; region += steps[at])
    {
      if (fz_region_name (region) == NULL)
        continue;
      if (at < level)
        collect (region, at + 1, level, words, found);
      else if (is_called (region, words[last]) && lies_in (region, words, last))
        g_array_append_val (found, region);
    }
}

static int
refuse (const char *value, const GArray *found)
{
  g_autoptr (GString) paths = g_string_new (NULL);

  if (found->len == 0)
    return fz_cli_usage (_("there is no region “%s”"), value);
  for (guint i = 0; i < MIN (found->len, TOLD); i++)
    {
      g_autofree char *path = fz_region_dup_path (g_array_index (found, FzRegion, i));

      g_string_append_printf (paths, "%s%s", i > 0 ? ", " : "", path);
    }
  if (found->len > TOLD)
    g_string_append (paths, " …");
  return fz_cli_usage (_("several regions are called “%s”: %s"), value, paths->str);
}

/**
 * fz_cli_region:
 * @value: (nullable): as typed; %NULL leaves @out as it is
 *
 * Returns: whether @value means one region; if not, it was told why
 */
gboolean
fz_cli_region (const char *value, FzRegion *out)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  g_auto (GStrv) words = NULL;
  FzRegion region;

  if (value == NULL)
    return TRUE;
  if (!fz_cli_check_utf8 ("region", value))
    return FALSE;
  region = fz_region_from_code (value);
  words = g_strsplit (*value != '\0' ? value : " ", "/", -1);
  for (guint level = 0; region == FZ_REGION_NONE && found->len == 0 && level < G_N_ELEMENTS (steps); level++)
    collect (0, 0, level, words, found);
  if (found->len == 1)
    region = g_array_index (found, FzRegion, 0);
  if (region == FZ_REGION_NONE)
    refuse (value, found);
  else
    *out = region;
  return region != FZ_REGION_NONE;
}
