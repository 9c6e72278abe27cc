/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fz-article-text.h"
#include "fz-cli.h"
#include "fz-gazetteer.h"

/* What --region= may be.
 *
 * A 12-digit code; or a name, full (金华市) or short (金华); or a name behind
 * those of regions that it lies in, 金华市/婺城区.  Where several bear the name,
 * the highest is meant (吉林 is the province); where several of one level bear
 * it, the person is told them and has to say more.
 */

/* How many regions of one name are told. */
#define TOLD 6

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

/* The name that the whole of @text is, counted from 1; 0 for a stranger. */
static guint
find_name (const char *text)
{
  FzNameMatch matches[FZ_GAZETTEER_MAX_MATCHES];
  gsize length = strlen (text);
  guint n = fz_gazetteer_match (text, text + length, matches);

  for (guint i = 0; i < n; i++)
    if (matches[i].length == length)
      return matches[i].name + 1;
  return 0;
}

/* Adds @region to the highest of those found so far. */
static void
add_highest (GArray *found, FzRegion region)
{
  FzLevel level = fz_region_level (region);
  FzLevel highest = found->len > 0 ? fz_region_level (g_array_index (found, FzRegion, 0)) : level;

  if (level > highest)
    return;
  if (level < highest)
    g_array_set_size (found, 0);
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, FzRegion, i) == region)
      return;
  g_array_append_val (found, region);
}

/* The highest regions that @words name, the last of them the region itself. */
static GArray *
find_regions (char **words)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (FzRegion));
  guint last = g_strv_length (words) - 1;
  guint name = find_name (words[last]);

  for (guint i = 0; name != 0 && i < fz_gazetteer_n_refs (name - 1); i++)
    {
      FzRegion region = fz_gazetteer_ref (name - 1, i).region;

      if (lies_in (region, words, last))
        add_highest (found, region);
    }
  return found;
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
  g_autoptr (GArray) found = NULL;
  g_auto (GStrv) words = NULL;
  FzRegion region;

  if (value == NULL)
    return TRUE;
  if (!fz_cli_check_utf8 ("region", value))
    return FALSE;
  region = fz_region_from_code (value);
  words = g_strsplit (*value != '\0' ? value : "/", "/", -1);
  found = find_regions (words);
  if (region == FZ_REGION_NONE && found->len == 1)
    region = g_array_index (found, FzRegion, 0);
  if (region == FZ_REGION_NONE)
    refuse (value, found);
  else
    *out = region;
  return region != FZ_REGION_NONE;
}
