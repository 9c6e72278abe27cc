/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-settings.h"

/* How the reader wants articles set: one table of what there is, each a property and
 * a key of the schema by the same name.  "changed" is emitted once for all that
 * changes at a time.
 *
 * A library can have settings of its own, which are kept by its path; all others have
 * the common ones. */

#define SCHEMA_ID "io.github.fangzhi.Fangzhi.Reading"
#define WINDOW_SCHEMA_ID "io.github.fangzhi.Fangzhi"
#define KEY_OWN "own"

enum {
  PROP_0,
  PROP_PAPER,
  PROP_FAMILY,
  PROP_LATIN,
  PROP_LINE_GAP,
  PROP_MEASURE,
  PROP_INDENT,
  PROP_JUSTIFY,
  PROP_PROHIBITION,
  PROP_COMPRESS,
  PROP_HANG,
  PROP_GAP,
  PROP_FULL_WIDTH,
  PROP_PACE,
  PROP_SCRIPT,
  PROP_DIRECTION,
  PROP_COLUMNS,
  PROP_MARGIN,
  PROP_PRINTED_LINES,
  N_VALUES,
  PROP_OWN = N_VALUES,
  N_PROPS
};

static const char * const prohibitions[] = { "none", "basic", "gb", "strict" };
static const char * const scripts[] = { "printed", "simplified", "traditional" };

struct _FzReadingSettings {
  GObject    parent_instance;

  GSettings *common;  /* (nullable): where the schema is not installed they last as long as we */
  GSettings *library; /* (nullable): of the library that is read */
  GSettings *bound;   /* (nullable): that of both which counts now; not ours */
  GValue     values[N_VALUES];
  guint      idle;
};

G_DEFINE_FINAL_TYPE (FzReadingSettings, fz_reading_settings, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
tell_changed (gpointer user_data)
{
  FzReadingSettings *self = user_data;

  self->idle = 0;
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
is_own (FzReadingSettings *self)
{
  return self->library != NULL && g_settings_get_boolean (self->library, KEY_OWN);
}

/* What is bound takes on the values that are kept. */
static void
bind (FzReadingSettings *self)
{
  GSettings *bound = is_own (self) ? self->library : self->common;

  if (bound == self->bound)
    return;
  self->bound = bound;
  for (guint i = 1; i < N_VALUES; i++)
    {
      /* Still bound, the settings from before would be given the new value. */
      g_settings_unbind (self, properties[i]->name);
      g_settings_bind (bound, properties[i]->name, self, properties[i]->name, G_SETTINGS_BIND_DEFAULT);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OWN]);
}

/* The settings of its own that a library gets are those of now. */
static void
set_own (FzReadingSettings *self, gboolean own)
{
  if (self->library == NULL || own == is_own (self))
    return;
  for (guint i = 1; own && i < N_VALUES; i++)
    {
      g_autoptr (GVariant) value = g_settings_get_value (self->common, properties[i]->name);

      g_settings_set_value (self->library, properties[i]->name, value);
    }
  g_settings_set_boolean (self->library, KEY_OWN, own);
  bind (self);
}

static void
fz_reading_settings_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OWN)
    g_value_set_boolean (value, is_own (FZ_READING_SETTINGS (object)));
  else
    g_value_copy (&FZ_READING_SETTINGS (object)->values[id], value);
}

static void
fz_reading_settings_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  FzReadingSettings *self = FZ_READING_SETTINGS (object);

  if (id == PROP_OWN)
    {
      set_own (self, g_value_get_boolean (value));
      return;
    }
  if (!G_IS_VALUE (&self->values[id]))
    g_value_init (&self->values[id], G_PARAM_SPEC_VALUE_TYPE (pspec));
  else if (g_param_values_cmp (pspec, &self->values[id], value) == 0)
    return;
  g_value_copy (value, &self->values[id]);
  g_object_notify_by_pspec (object, pspec);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_DEFAULT, tell_changed, self, NULL);
}

/* Below those of the window's profile; @folder is "", or ends with a slash. */
static GSettings *
open_settings (const char *folder)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source ? g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE) : NULL;
  g_autoptr (GSettingsSchema) window = source ? g_settings_schema_source_lookup (source, WINDOW_SCHEMA_ID, TRUE) : NULL;
  g_autofree char *path = NULL;

  if (schema == NULL || window == NULL)
    return NULL;
  path = g_strconcat (g_settings_schema_get_path (window), "reading/", folder, NULL);
  return g_settings_new_full (schema, NULL, path);
}

static void
fz_reading_settings_constructed (GObject *object)
{
  FzReadingSettings *self = FZ_READING_SETTINGS (object);

  G_OBJECT_CLASS (fz_reading_settings_parent_class)->constructed (object);
  self->common = open_settings ("");
  if (self->common != NULL)
    bind (self);
}

static void
fz_reading_settings_finalize (GObject *object)
{
  FzReadingSettings *self = FZ_READING_SETTINGS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->common);
  g_clear_object (&self->library);
  for (guint i = 1; i < N_VALUES; i++)
    g_value_unset (&self->values[i]);
  G_OBJECT_CLASS (fz_reading_settings_parent_class)->finalize (object);
}

static void
fz_reading_settings_class_init (FzReadingSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = fz_reading_settings_get_property;
  object_class->set_property = fz_reading_settings_set_property;
  object_class->constructed = fz_reading_settings_constructed;
  object_class->finalize = fz_reading_settings_finalize;
  properties[PROP_PAPER] = g_param_spec_string ("paper", NULL, NULL, "system", flags);
  properties[PROP_FAMILY] = g_param_spec_string ("family", NULL, NULL, "", flags);
  properties[PROP_LATIN] = g_param_spec_string ("latin", NULL, NULL, "", flags);
  properties[PROP_LINE_GAP] = g_param_spec_uint ("line-gap", NULL, NULL, 70, 160, 100, flags);
  properties[PROP_MEASURE] = g_param_spec_uint ("measure", NULL, NULL, 12, 60, FZ_READING_MEASURE, flags);
  properties[PROP_INDENT] = g_param_spec_uint ("indent", NULL, NULL, 0, 4, 2, flags);
  properties[PROP_JUSTIFY] = g_param_spec_boolean ("justify", NULL, NULL, TRUE, flags);
  properties[PROP_PROHIBITION] = g_param_spec_string ("prohibition", NULL, NULL, "strict", flags);
  properties[PROP_COMPRESS] = g_param_spec_boolean ("compress", NULL, NULL, TRUE, flags);
  properties[PROP_HANG] = g_param_spec_boolean ("hang", NULL, NULL, FALSE, flags);
  properties[PROP_GAP] = g_param_spec_boolean ("gap", NULL, NULL, TRUE, flags);
  properties[PROP_FULL_WIDTH] = g_param_spec_boolean ("full-width", NULL, NULL, TRUE, flags);
  properties[PROP_PACE] = g_param_spec_uint ("pace", NULL, NULL, 100, 2000, 400, flags);
  properties[PROP_SCRIPT] = g_param_spec_string ("script", NULL, NULL, "printed", flags);
  properties[PROP_DIRECTION] = g_param_spec_string ("direction", NULL, NULL, "across", flags);
  properties[PROP_COLUMNS] = g_param_spec_string ("columns", NULL, NULL, "one", flags);
  properties[PROP_MARGIN] = g_param_spec_uint ("margin", NULL, NULL, 8, 160, FZ_READING_MARGIN, flags);
  properties[PROP_PRINTED_LINES] = g_param_spec_boolean ("printed-lines", NULL, NULL, FALSE, flags);
  /* Whether they are those of the library that is read, and of no other. */
  properties[PROP_OWN] = g_param_spec_boolean ("own", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                                         | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", FZ_TYPE_READING_SETTINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
fz_reading_settings_init (FzReadingSettings *self)
{
}

/**
 * fz_reading_settings_new:
 *
 * Returns: (transfer full): the settings, which are kept and are the same wherever
 *   they are asked for
 */
FzReadingSettings *
fz_reading_settings_new (void)
{
  return g_object_new (FZ_TYPE_READING_SETTINGS, NULL);
}

/**
 * fz_reading_settings_set_library:
 * @path: (nullable): the file of the library that is read
 *
 * Goes over to its own settings, where it has such, or to the common ones.
 */
void
fz_reading_settings_set_library (FzReadingSettings *self, const char *path)
{
  g_autofree char *name = path != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA1, path, -1) : NULL;
  g_autofree char *folder = path != NULL ? g_strconcat ("library-", name, "/", NULL) : NULL;

  g_return_if_fail (FZ_IS_READING_SETTINGS (self));

  if (self->common == NULL)
    return;
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, bind, self);
  self->bound = self->bound == self->library ? NULL : self->bound;
  g_clear_object (&self->library);
  self->library = folder != NULL ? open_settings (folder) : NULL;
  if (self->library != NULL)
    g_signal_connect_object (self->library, "changed::" KEY_OWN, G_CALLBACK (bind), self, G_CONNECT_SWAPPED);
  bind (self);
}

static const char *
string_of (FzReadingSettings *self, guint id)
{
  const char *text = g_value_get_string (&self->values[id]);

  return text != NULL && *text ? text : NULL;
}

static FzProhibition
prohibition_of (FzReadingSettings *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (prohibitions); i++)
    if (g_strcmp0 (string_of (self, PROP_PROHIBITION), prohibitions[i]) == 0)
      return FZ_PROHIBIT_NONE + i;
  return FZ_PROHIBIT_STRICT;
}

/**
 * fz_reading_settings_get_look:
 * @look: (out): all but the language, the size and how glyphs are drawn; its strings
 *   are valid until a setting changes
 */
void
fz_reading_settings_get_look (FzReadingSettings *self, FzFlowLook *look)
{
  g_return_if_fail (FZ_IS_READING_SETTINGS (self));

  *look = (FzFlowLook) {
    .family = string_of (self, PROP_FAMILY) ? string_of (self, PROP_FAMILY) : FZ_READING_FAMILY,
    .latin = string_of (self, PROP_LATIN),
    .leading = g_value_get_uint (&self->values[PROP_LINE_GAP]) / 100.0,
    .setting = {
      .level = prohibition_of (self),
      .indent = g_value_get_uint (&self->values[PROP_INDENT]),
      .compress = g_value_get_boolean (&self->values[PROP_COMPRESS]),
      .hang = g_value_get_boolean (&self->values[PROP_HANG]),
      .gap = g_value_get_boolean (&self->values[PROP_GAP]),
      .full_width = g_value_get_boolean (&self->values[PROP_FULL_WIDTH]),
      .justify = g_value_get_boolean (&self->values[PROP_JUSTIFY]),
      .vertical = g_strcmp0 (string_of (self, PROP_DIRECTION), "down") == 0,
    },
  };
}

/**
 * fz_reading_settings_get_measure:
 *
 * Returns: how long lines are at most, in ems
 */
guint
fz_reading_settings_get_measure (FzReadingSettings *self)
{
  g_return_val_if_fail (FZ_IS_READING_SETTINGS (self), FZ_READING_MEASURE);

  return g_value_get_uint (&self->values[PROP_MEASURE]);
}

/**
 * fz_reading_settings_get_margin:
 *
 * Returns: what is before lines and behind them, in pixels
 */
guint
fz_reading_settings_get_margin (FzReadingSettings *self)
{
  g_return_val_if_fail (FZ_IS_READING_SETTINGS (self), FZ_READING_MARGIN);

  return g_value_get_uint (&self->values[PROP_MARGIN]);
}

/**
 * fz_reading_settings_get_printed_lines:
 *
 * Returns: whether the lines of the page are shown beside the text
 */
gboolean
fz_reading_settings_get_printed_lines (FzReadingSettings *self)
{
  g_return_val_if_fail (FZ_IS_READING_SETTINGS (self), FALSE);

  return g_value_get_boolean (&self->values[PROP_PRINTED_LINES]);
}

/**
 * fz_reading_settings_get_pace:
 *
 * Returns: how many characters the reader reads in a minute
 */
guint
fz_reading_settings_get_pace (FzReadingSettings *self)
{
  g_return_val_if_fail (FZ_IS_READING_SETTINGS (self), 400);

  return g_value_get_uint (&self->values[PROP_PACE]);
}

/**
 * fz_reading_settings_get_script:
 *
 * Returns: what articles are shown in
 */
FzScript
fz_reading_settings_get_script (FzReadingSettings *self)
{
  g_return_val_if_fail (FZ_IS_READING_SETTINGS (self), FZ_SCRIPT_AS_PRINTED);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (g_strcmp0 (string_of (self, PROP_SCRIPT), scripts[i]) == 0)
      return FZ_SCRIPT_AS_PRINTED + i;
  return FZ_SCRIPT_AS_PRINTED;
}

/**
 * fz_reading_settings_get_columns:
 *
 * Returns: how many columns there are where they have room; 0 for as many as the
 *   measure leaves room for
 */
guint
fz_reading_settings_get_columns (FzReadingSettings *self)
{
  const char *columns;

  g_return_val_if_fail (FZ_IS_READING_SETTINGS (self), 1);

  columns = string_of (self, PROP_COLUMNS);
  return g_strcmp0 (columns, "auto") == 0 ? 0 : g_strcmp0 (columns, "two") == 0 ? 2 : 1;
}

/** fz_reading_settings_get_paper: */
FzPaper
fz_reading_settings_get_paper (FzReadingSettings *self)
{
  g_return_val_if_fail (FZ_IS_READING_SETTINGS (self), FZ_PAPER_SYSTEM);

  return fz_paper_from_name (string_of (self, PROP_PAPER));
}

/**
 * fz_reading_settings_reset:
 *
 * Sets all as it comes with Fangzhi.
 */
void
fz_reading_settings_reset (FzReadingSettings *self)
{
  g_return_if_fail (FZ_IS_READING_SETTINGS (self));

  for (guint i = 1; i < N_VALUES; i++)
    g_object_set_property (G_OBJECT (self), properties[i]->name, g_param_spec_get_default_value (properties[i]));
}
