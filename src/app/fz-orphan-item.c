/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-orphan-item.h"

/* A mark or note whose article is gone, as the row of a list shows it. */

struct _FzOrphanItem {
  GObject  parent_instance;

  char    *quote;
  char    *below;
};

G_DEFINE_FINAL_TYPE (FzOrphanItem, fz_orphan_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_QUOTE, PROP_BELOW, PROP_SPOKEN, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
fz_orphan_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzOrphanItem *self = FZ_ORPHAN_ITEM (object);

  if (id == PROP_QUOTE)
    g_value_set_string (value, self->quote);
  else if (id == PROP_BELOW)
    g_value_set_string (value, self->below);
  else
    g_value_take_string (value, g_strjoin (". ", self->quote, self->below, NULL));
}

static void
fz_orphan_item_finalize (GObject *object)
{
  FzOrphanItem *self = FZ_ORPHAN_ITEM (object);

  g_free (self->quote);
  g_free (self->below);
  G_OBJECT_CLASS (fz_orphan_item_parent_class)->finalize (object);
}

static void
fz_orphan_item_class_init (FzOrphanItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fz_orphan_item_get_property;
  object_class->finalize = fz_orphan_item_finalize;
  /* The words that the mark was made on. */
  properties[PROP_QUOTE] = g_param_spec_string ("quote", NULL, NULL, NULL, flags);
  /* What was noted, and in which file the words stood. */
  properties[PROP_BELOW] = g_param_spec_string ("below", NULL, NULL, NULL, flags);
  /* All of it. */
  properties[PROP_SPOKEN] = g_param_spec_string ("spoken", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fz_orphan_item_init (FzOrphanItem *self)
{
}

/**
 * fz_orphan_item_new:
 * @orphan: a mark whose words stand in no article any more
 *
 * Returns: (transfer full): its item
 */
FzOrphanItem *
fz_orphan_item_new (const FzOrphan *orphan)
{
  FzOrphanItem *self = g_object_new (FZ_TYPE_ORPHAN_ITEM, NULL);
  const char *note = orphan->annotation->note;

  self->quote = g_strdup (orphan->annotation->quote);
  self->below = note ? g_strjoin ("\n", note, orphan->source_name, NULL) : g_strdup (orphan->source_name);
  return self;
}
