/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-families.h"

#include <pango/pangocairo.h>

/* The font families that are there: those with Chinese, and those without. */

/* Characters that every font for Chinese has, whichever script it is for. */
static const gunichar han[] = { 0x6211, 0x5728, 0x5c71 };

static gboolean
look_for_han (PangoFontMap *map, PangoContext *context, const char *family)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();
  g_autoptr (PangoFont) font = NULL;
  gboolean all = TRUE;

  pango_font_description_set_family (description, family);
  pango_font_description_set_size (description, 12 * PANGO_SCALE);
  font = pango_font_map_load_font (map, context, description);
  for (guint i = 0; i < G_N_ELEMENTS (han); i++)
    all = all && font != NULL && pango_font_has_char (font, han[i]);
  return all;
}

/* A font is loaded once, for there may be hundreds. */
static gboolean
has_han (PangoFontMap *map, PangoContext *context, const char *family)
{
  static GHashTable *known;
  gpointer answer;

  if (known == NULL)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_lookup_extended (known, family, NULL, &answer))
    {
      answer = GINT_TO_POINTER (look_for_han (map, context, family));
      g_hash_table_insert (known, g_strdup (family), answer);
    }
  return GPOINTER_TO_INT (answer);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char * const *) a, *(const char * const *) b);
}

/* What "Sans" or "Serif" stand for is in the list by its own name. */
static gboolean
is_alias (const char *name)
{
  static const char * const aliases[] = { "Sans", "Serif", "Monospace", "System-ui", NULL };

  return g_strv_contains (aliases, name);
}

/**
 * fz_families_list:
 * @with_han: whether those with Chinese are wanted, or those without
 *
 * Returns: (transfer full): their names in order
 */
GStrv
fz_families_list (gboolean with_han)
{
  PangoFontMap *map = pango_cairo_font_map_get_default ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autofree PangoFontFamily **families = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  int n;

  pango_font_map_list_families (map, &families, &n);
  for (int i = 0; i < n; i++)
    {
      const char *name = pango_font_family_get_name (families[i]);

      if (!is_alias (name) && has_han (map, context, name) == with_han)
        g_ptr_array_add (names, g_strdup (name));
    }
  g_object_unref (context);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_steal (names, NULL);
}
