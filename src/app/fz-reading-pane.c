/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane.h"

struct _FzReadingPane {
  GtkWidget  parent_instance;

  FzLibrary *library;
  FzStored  *stored;
  gint64     article;
};

G_DEFINE_FINAL_TYPE (FzReadingPane, fz_reading_pane, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_ARTICLE, PROP_TITLE, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { LOADED, ANNOTATIONS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
fz_reading_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  FzReadingPane *self = FZ_READING_PANE (object);

  switch (id)
    {
    case PROP_ARTICLE:
      g_value_set_int64 (value, self->article);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->stored ? self->stored->entry->title : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_reading_pane_dispose (GObject *object)
{
  FzReadingPane *self = FZ_READING_PANE (object);

  g_clear_object (&self->library);
  g_clear_pointer (&self->stored, fz_stored_free);
  G_OBJECT_CLASS (fz_reading_pane_parent_class)->dispose (object);
}

static void
fz_reading_pane_class_init (FzReadingPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = fz_reading_pane_get_property;
  object_class->dispose = fz_reading_pane_dispose;
  properties[PROP_ARTICLE] = g_param_spec_int64 ("article", NULL, NULL, 0, G_MAXINT64, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[LOADED] = g_signal_new ("loaded", FZ_TYPE_READING_PANE, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANNOTATIONS_CHANGED] = g_signal_new ("annotations-changed", FZ_TYPE_READING_PANE, G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
fz_reading_pane_init (FzReadingPane *self)
{
}

GtkWidget *
fz_reading_pane_new (void)
{
  return g_object_new (FZ_TYPE_READING_PANE, NULL);
}

void
fz_reading_pane_set_library (FzReadingPane *self, FzLibrary *library)
{
  g_set_object (&self->library, library);
}

void
fz_reading_pane_show_article (FzReadingPane *self, gint64 article)
{
  self->article = article;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
}

FzStored *
fz_reading_pane_get_stored (FzReadingPane *self)
{
  return self->stored;
}

void
fz_reading_pane_reveal (FzReadingPane *self, guint start, guint end)
{
}
