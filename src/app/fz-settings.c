/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-settings.h"

/* The one owner of the GSettings.  Every key of the schema is a property of the
 * same name, so that widgets bind to properties and name no key. */

#define SCHEMA_ID "io.github.fangzhi.Fangzhi"

struct _FzSettings {
  GObject    parent_instance;

  GSettings *settings; /* (nullable): NULL where the schema is not installed */
  int        window_width;
  int        window_height;
  gboolean   window_maximized;
  gboolean   sidebar_shown;
  gboolean   stats_shown;
  guint      zoom;
  gint64     last_article;
  char      *color_scheme;
  char      *region_order;
  char      *article_sort;
  gboolean   all_regions;
};

G_DEFINE_FINAL_TYPE (FzSettings, fz_settings, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_WINDOW_WIDTH,
  PROP_WINDOW_HEIGHT,
  PROP_WINDOW_MAXIMIZED,
  PROP_SIDEBAR_SHOWN,
  PROP_STATS_SHOWN,
  PROP_ZOOM,
  PROP_LAST_ARTICLE,
  PROP_COLOR_SCHEME,
  PROP_REGION_ORDER,
  PROP_ARTICLE_SORT,
  PROP_ALL_REGIONS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Without the schema, as when the program is run from a build folder and nobody
 * said where the schema is, settings last as long as the program. */
static GSettings *
open_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source)
    schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
  if (!schema)
    {
      g_info ("The schema %s is not installed", SCHEMA_ID);
      return NULL;
    }
  return g_settings_new_full (schema, NULL, NULL);
}

static void
fz_settings_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzSettings *self = FZ_SETTINGS (object);

  switch (id)
    {
    case PROP_WINDOW_WIDTH:
      g_value_set_int (value, self->window_width);
      break;
    case PROP_WINDOW_HEIGHT:
      g_value_set_int (value, self->window_height);
      break;
    case PROP_WINDOW_MAXIMIZED:
      g_value_set_boolean (value, self->window_maximized);
      break;
    case PROP_SIDEBAR_SHOWN:
      g_value_set_boolean (value, self->sidebar_shown);
      break;
    case PROP_STATS_SHOWN:
      g_value_set_boolean (value, self->stats_shown);
      break;
    case PROP_ZOOM:
      g_value_set_uint (value, self->zoom);
      break;
    case PROP_LAST_ARTICLE:
      g_value_set_int64 (value, self->last_article);
      break;
    case PROP_COLOR_SCHEME:
      g_value_set_string (value, self->color_scheme);
      break;
    case PROP_REGION_ORDER:
      g_value_set_string (value, self->region_order);
      break;
    case PROP_ARTICLE_SORT:
      g_value_set_string (value, self->article_sort);
      break;
    case PROP_ALL_REGIONS:
      g_value_set_boolean (value, self->all_regions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_settings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FzSettings *self = FZ_SETTINGS (object);

  switch (id)
    {
    case PROP_WINDOW_WIDTH:
      self->window_width = g_value_get_int (value);
      break;
    case PROP_WINDOW_HEIGHT:
      self->window_height = g_value_get_int (value);
      break;
    case PROP_WINDOW_MAXIMIZED:
      self->window_maximized = g_value_get_boolean (value);
      break;
    case PROP_SIDEBAR_SHOWN:
      self->sidebar_shown = g_value_get_boolean (value);
      break;
    case PROP_STATS_SHOWN:
      self->stats_shown = g_value_get_boolean (value);
      break;
    case PROP_ZOOM:
      self->zoom = g_value_get_uint (value);
      break;
    case PROP_LAST_ARTICLE:
      self->last_article = g_value_get_int64 (value);
      break;
    case PROP_COLOR_SCHEME:
      g_set_str (&self->color_scheme, g_value_get_string (value));
      break;
    case PROP_REGION_ORDER:
      g_set_str (&self->region_order, g_value_get_string (value));
      break;
    case PROP_ARTICLE_SORT:
      g_set_str (&self->article_sort, g_value_get_string (value));
      break;
    case PROP_ALL_REGIONS:
      self->all_regions = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_settings_constructed (GObject *object)
{
  FzSettings *self = FZ_SETTINGS (object);

  G_OBJECT_CLASS (fz_settings_parent_class)->constructed (object);
  self->settings = open_settings ();
  if (!self->settings)
    return;
  for (guint i = 1; i < N_PROPS; i++)
    {
      const char *name = properties[i]->name;

      g_settings_bind (self->settings, name, self, name, G_SETTINGS_BIND_DEFAULT);
    }
}

static void
fz_settings_finalize (GObject *object)
{
  FzSettings *self = FZ_SETTINGS (object);

  g_clear_object (&self->settings);
  g_free (self->color_scheme);
  g_free (self->region_order);
  g_free (self->article_sort);
  G_OBJECT_CLASS (fz_settings_parent_class)->finalize (object);
}

static void
fz_settings_class_init (FzSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS;

  object_class->get_property = fz_settings_get_property;
  object_class->set_property = fz_settings_set_property;
  object_class->constructed = fz_settings_constructed;
  object_class->finalize = fz_settings_finalize;
  properties[PROP_WINDOW_WIDTH] = g_param_spec_int ("window-width", NULL, NULL, 360, G_MAXINT16, 1200, flags);
  properties[PROP_WINDOW_HEIGHT] = g_param_spec_int ("window-height", NULL, NULL, 294, G_MAXINT16, 800, flags);
  properties[PROP_WINDOW_MAXIMIZED] = g_param_spec_boolean ("window-maximized", NULL, NULL, FALSE, flags);
  properties[PROP_SIDEBAR_SHOWN] = g_param_spec_boolean ("sidebar-shown", NULL, NULL, TRUE, flags);
  properties[PROP_STATS_SHOWN] = g_param_spec_boolean ("stats-shown", NULL, NULL, TRUE, flags);
  properties[PROP_ZOOM] = g_param_spec_uint ("zoom", NULL, NULL, 50, 300, 100, flags);
  properties[PROP_LAST_ARTICLE] = g_param_spec_int64 ("last-article", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_COLOR_SCHEME] = g_param_spec_string ("color-scheme", NULL, NULL, "system", flags);
  properties[PROP_REGION_ORDER] = g_param_spec_string ("region-order", NULL, NULL, "code", flags);
  properties[PROP_ARTICLE_SORT] = g_param_spec_string ("article-sort", NULL, NULL, "page", flags);
  properties[PROP_ALL_REGIONS] = g_param_spec_boolean ("all-regions", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
fz_settings_init (FzSettings *self)
{
}

/**
 * fz_settings_new:
 *
 * What Fangzhi remembers between two starts: the window's size, which sidebars
 * are shown, how large the text is, the article that was open, light or dark,
 * how the regions and the articles are ordered and whether those without articles are shown.
 *
 * Returns: (transfer full): the settings
 */
FzSettings *
fz_settings_new (void)
{
  return g_object_new (FZ_TYPE_SETTINGS, NULL);
}
