/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "fz-article-text.h"
#include "fz-cli.h"
#include "fz-region-names.h"

/* What --region= may be: a 12-digit code, or what fz_region_called() takes.
 * Where several regions of one level bear the name, the person is told them and
 * has to say more. */

/* How many regions of one name are told. */
#define TOLD 6

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
  FzRegion region;

  if (value == NULL)
    return TRUE;
  if (!fz_cli_check_utf8 ("region", value))
    return FALSE;
  region = fz_region_from_code (value);
  found = fz_region_called (value);
  if (region == FZ_REGION_NONE && found->len == 1)
    region = g_array_index (found, FzRegion, 0);
  if (region == FZ_REGION_NONE)
    refuse (value, found);
  else
    *out = region;
  return region != FZ_REGION_NONE;
}
