/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-fact-lists.h"

#include <glib/gi18n.h>

#include "fz-fact-item.h"
#include "fz-reading-text.h"

static const struct {
  FzProgrammeKind  kind;
  const char      *label;
} programme_kinds[] = {
  { FZ_PROGRAMME_PROGRAMME, N_("Programme") },
  { FZ_PROGRAMME_PLATFORM,  N_("Platform") },
  { FZ_PROGRAMME_CAMPAIGN,  N_("Campaign") },
  { FZ_PROGRAMME_DOCUMENT,  N_("Document") },
};

static void
add_mention (FzFactItem *item, const FzStored *stored, const FzSpan *span)
{
  fz_fact_item_add_mention (item,
                            fz_reading_position (stored->article, span->block, span->start),
                            fz_reading_position (stored->article, span->block, span->end));
}

static void
append_section (GListStore *sections, GListStore *list)
{
  g_autoptr (GListStore) owned = list;

  if (g_list_model_get_n_items (G_LIST_MODEL (owned)) > 0)
    g_list_store_append (sections, owned);
}

/* The path above a region, for telling its namesakes apart. */
static char *
path_above (FzRegion region)
{
  g_auto (GStrv) path = fz_region_path (fz_region_parent (region));

  return path ? g_strjoinv (" › ", path) : g_strdup ("");
}

static FzFactItem *
new_named (const char *section, const char *title, const char *value)
{
  return g_object_new (FZ_TYPE_FACT_ITEM, "section", section, "title", title, "value", value, "spoken", title, NULL);
}

static FzFactItem *
new_place (const FzPlace *place)
{
  const char *name = fz_region_name (place->region);
  g_autofree char *above = place->region != FZ_REGION_NONE ? path_above (place->region) : g_strdup ("");

  return new_named (_("Places"), name && *name ? name : place->surface, above);
}

static const char *
programme_label (FzProgrammeKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (programme_kinds); i++)
    if (programme_kinds[i].kind == kind)
      return _(programme_kinds[i].label);
  return "";
}

static int
compare_mentions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint x = fz_fact_item_get_mentions ((FzFactItem *) a), y = fz_fact_item_get_mentions ((FzFactItem *) b);

  return (x < y) - (x > y);
}

/* One row for all mentions of the same thing; the most named first. */
static void
merge (GListStore *list, GHashTable *seen, const char *key, FzFactItem *fresh, const FzStored *stored, const FzSpan *span)
{
  g_autoptr (FzFactItem) item = fresh;
  FzFactItem *known = g_hash_table_lookup (seen, key);

  if (known == NULL)
    {
      g_hash_table_insert (seen, g_strdup (key), item);
      g_list_store_append (list, item);
      known = item;
    }
  add_mention (known, stored, span);
}

static GListStore *
places (const FzStored *stored)
{
  GListStore *list = g_list_store_new (FZ_TYPE_FACT_ITEM);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < stored->facts->places->len; i++)
    {
      const FzPlace *place = &g_array_index (stored->facts->places, FzPlace, i);
      g_autofree char *code = g_strdup_printf ("%" G_GUINT64_FORMAT, place->region);

      merge (list, seen, place->region != FZ_REGION_NONE ? code : place->surface, new_place (place), stored, &place->span);
    }
  g_list_store_sort (list, compare_mentions, NULL);
  return list;
}

static GListStore *
programmes (const FzStored *stored)
{
  g_autoptr (GArray) mentions = fz_facts_find_mentions (stored->facts, stored->article);
  GListStore *list = g_list_store_new (FZ_TYPE_FACT_ITEM);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < mentions->len; i++)
    {
      const FzProgrammeMention *mention = &g_array_index (mentions, FzProgrammeMention, i);
      const FzProgramme *programme = &g_array_index (stored->facts->programmes, FzProgramme, mention->programme);

      merge (list, seen, programme->name,
             new_named (_("Programmes"), programme->name, programme_label (programme->kind)),
             stored, &mention->span);
    }
  g_list_store_sort (list, compare_mentions, NULL);
  return list;
}

/**
 * fz_fact_lists_places:
 * @stored: an article
 *
 * Returns: (transfer full): the places that it names, then its programmes
 */
GListModel *
fz_fact_lists_places (const FzStored *stored)
{
  GListStore *sections = g_list_store_new (G_TYPE_LIST_MODEL);

  append_section (sections, places (stored));
  append_section (sections, programmes (stored));
  return G_LIST_MODEL (sections);
}

/**
 * fz_fact_lists_paragraphs:
 *
 * Returns: how many paragraphs its body has
 */
guint
fz_fact_lists_paragraphs (const FzStored *stored)
{
  guint n = 0;

  for (guint i = 0; i < stored->article->blocks->len; i++)
    n += fz_article_block (stored->article, i)->role == FZ_ROLE_BODY;
  return n;
}
