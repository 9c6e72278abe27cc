/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-failure-item.h"

struct _FzFailureItem {
  GObject  parent_instance;

  char    *path;
  char    *reason;
};

G_DEFINE_FINAL_TYPE (FzFailureItem, fz_failure_item, G_TYPE_OBJECT)

enum { PROP_0, PROP_NAME, PROP_PATH, PROP_REASON, N_PROPS };
static GParamSpec *properties[N_PROPS];

static void
fz_failure_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzFailureItem *self = FZ_FAILURE_ITEM (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_take_string (value, g_filename_display_basename (self->path));
      break;
    case PROP_PATH:
      g_value_take_string (value, g_filename_display_name (self->path));
      break;
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_failure_item_finalize (GObject *object)
{
  FzFailureItem *self = FZ_FAILURE_ITEM (object);

  g_free (self->path);
  g_free (self->reason);
  G_OBJECT_CLASS (fz_failure_item_parent_class)->finalize (object);
}

static void
fz_failure_item_class_init (FzFailureItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fz_failure_item_get_property;
  object_class->finalize = fz_failure_item_finalize;
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_REASON] = g_param_spec_string ("reason", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fz_failure_item_init (FzFailureItem *self)
{
}

/**
 * fz_failure_items_new:
 * @summary: what came of an import
 *
 * Returns: (transfer full): a list model of [class@FailureItem], its failures
 */
GListModel *
fz_failure_items_new (const FzImportSummary *summary)
{
  GListStore *items = g_list_store_new (FZ_TYPE_FAILURE_ITEM);

  for (guint i = 0; summary->failures && i < summary->failures->len; i++)
    {
      const FzFailure *failure = summary->failures->pdata[i];
      g_autoptr (FzFailureItem) item = g_object_new (FZ_TYPE_FAILURE_ITEM, NULL);

      item->path = g_strdup (failure->path);
      item->reason = g_strdup (failure->reason);
      g_list_store_append (items, item);
    }
  return G_LIST_MODEL (items);
}
