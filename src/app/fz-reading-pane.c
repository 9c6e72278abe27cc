/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

#include "fz-reading-dialog.h"
#include "fz-reading-told.h"

/* Where an article is read. */

G_DEFINE_FINAL_TYPE (FzReadingPane, fz_reading_pane, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_ARTICLE, PROP_TITLE, PROP_ZOOM, PROP_WRITING, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { LOADED, REVEALED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The reader's own click is elsewhere: what was pointed out has been seen. */
static void
on_released (FzReadingPane *self)
{
  fz_reading_view_mark (self->view, 0, 0);
}

/* The caret is elsewhere: whoever listens hears what it comes into. */
static void
on_moved (FzReadingPane *self)
{
  g_autofree char *told = fz_reading_told (self->view, fz_reading_view_get_caret (self->view), &self->told);

  if (told != NULL && gtk_widget_has_focus (GTK_WIDGET (self->view)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->view), told, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static gboolean
fz_reading_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (FZ_READING_PANE (widget)->view));
}

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
    case PROP_ZOOM:
      g_value_set_uint (value, self->zoom);
      break;
    case PROP_WRITING:
      g_value_set_boolean (value, fz_reading_pane_is_writing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_reading_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ZOOM:
      fz_reading_pane_set_zoom (FZ_READING_PANE (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_reading_pane_dispose (GObject *object)
{
  FzReadingPane *self = FZ_READING_PANE (object);

  fz_reading_pane_stop (self);
  g_clear_handle_id (&self->stayed, g_source_remove);
  if (self->controller != NULL)
    {
      fz_reading_pane_set_annotations (self, NULL);
      fz_annotation_controller_shut (self->controller);
    }
  g_clear_object (&self->controller);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_READING_PANE);
  g_clear_object (&self->settings);
  g_clear_object (&self->library);
  g_clear_pointer (&self->story, fz_story_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->link, g_free);
  g_clear_pointer (&self->stored, fz_stored_free);
  g_clear_pointer (&self->writing, g_ptr_array_unref);
  g_clear_pointer (&self->headings, g_array_unref);
  G_OBJECT_CLASS (fz_reading_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  /* The id of the article that is shown or being loaded; 0 is none. */
  properties[PROP_ARTICLE] = g_param_spec_int64 ("article", NULL, NULL, 0, G_MAXINT64, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* Its headline, once it is loaded. */
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* Size of the text in percent. */
  properties[PROP_ZOOM] = g_param_spec_uint ("zoom", NULL, NULL, FZ_READING_ZOOM_MIN, FZ_READING_ZOOM_MAX, 100,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* Whether what the reader did to annotations is on its way to the library. */
  properties[PROP_WRITING] = g_param_spec_boolean ("writing", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
install_signals (void)
{
  /* What fz_reading_pane_get_stored() answers is another now. */
  signals[LOADED] = g_signal_new ("loaded", FZ_TYPE_READING_PANE, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* Somebody wants a passage to be seen. */
  signals[REVEALED] = g_signal_new ("revealed", FZ_TYPE_READING_PANE, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (FZ_TYPE_READING_VIEW);
  g_type_ensure (FZ_TYPE_REPRINTS_BAR);
  gtk_widget_class_set_template_from_resource (klass, "/io/github/fangzhi/Fangzhi/fz-reading-pane.ui");
  gtk_widget_class_bind_template_child (klass, FzReadingPane, toasts);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, stack);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, error);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, folio_clamp);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, folio);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, look_button);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, reprints);
  gtk_widget_class_bind_template_callback (klass, fz_reading_pane_show_article);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, scroller);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, view);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, progress);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, leave_button);
  fz_reading_pane_install_find (klass);
  fz_reading_pane_install_outline (klass);
  fz_reading_pane_install_link (klass);
}

static void
fz_reading_pane_class_init (FzReadingPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = fz_reading_pane_get_property;
  object_class->set_property = fz_reading_pane_set_property;
  object_class->dispose = fz_reading_pane_dispose;
  widget_class->grab_focus = fz_reading_pane_grab_focus;
  install_properties (object_class);
  install_signals ();
  fz_reading_pane_install_actions (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
on_settings_changed (FzReadingPane *self)
{
  fz_reading_pane_measure (self);
  fz_reading_pane_show_script (self);
  fz_reading_pane_show_printed (self);
  fz_reading_pane_color (self);
  fz_reading_pane_show_progress (self);
}

static void
connect_signals (FzReadingPane *self)
{
  GtkAdjustment *adjustments[] = {
    gtk_scrolled_window_get_vadjustment (self->scroller), gtk_scrolled_window_get_hadjustment (self->scroller),
  };

  g_signal_connect_object (self->view, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "menu", G_CALLBACK (fz_reading_pane_find_link), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "moved", G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_settings_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (fz_reading_pane_color), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (fz_reading_pane_measure), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (adjustments); i++)
    {
      g_signal_connect_object (adjustments[i], "value-changed", G_CALLBACK (fz_annotation_controller_scrolled),
                               self->controller, G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustments[i], "value-changed", G_CALLBACK (fz_reading_pane_place_moved), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustments[i], "changed", G_CALLBACK (fz_reading_pane_show_progress), self,
                               G_CONNECT_SWAPPED);
    }
}

/* Not before it is wanted: it looks at all fonts that there are. */
static void
make_look_popover (GtkMenuButton *button, gpointer user_data)
{
  FzReadingPane *self = user_data;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, fz_reading_popover_new (self->settings, G_OBJECT (self)));
}

static void
fz_reading_pane_init (FzReadingPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->zoom = 100;
  self->headings = g_array_new (FALSE, FALSE, sizeof (FzPassage));
  self->writing = g_ptr_array_new_with_free_func (g_object_unref);
  self->settings = fz_reading_settings_new ();
  gtk_menu_button_set_create_popup_func (self->look_button, make_look_popover, self, NULL);
  self->controller = fz_annotation_controller_new (GTK_WIDGET (self), self->view, self->toasts);
  connect_signals (self);
  fz_reading_view_set_quote (self->view, fz_reading_pane_quote, self);
  fz_reading_pane_set_up_find (self);
  fz_reading_pane_add_keys (self);
  fz_reading_pane_add_zoom_gestures (self);
  fz_reading_pane_add_turning (self);
  fz_reading_pane_find_link (self, -1, -1);
  on_settings_changed (self);
}

/* What is shown is another now. */
void
fz_reading_pane_tell_loaded (FzReadingPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_signal_emit (self, signals[LOADED], 0);
}

/* Somebody wants a passage of it to be seen. */
void
fz_reading_pane_tell_revealed (FzReadingPane *self)
{
  g_signal_emit (self, signals[REVEALED], 0);
}

void
fz_reading_pane_tell_writing (FzReadingPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WRITING]);
}

void
fz_reading_pane_tell_zoom (FzReadingPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/**
 * fz_reading_pane_new:
 *
 * Returns: (transfer floating): a pane that shows nothing
 */
GtkWidget *
fz_reading_pane_new (void)
{
  return g_object_new (FZ_TYPE_READING_PANE, NULL);
}

/**
 * fz_reading_pane_set_library:
 * @library: (nullable): where articles are and annotations go
 *
 * What was shown goes.
 */
void
fz_reading_pane_set_library (FzReadingPane *self, FzLibrary *library)
{
  g_return_if_fail (FZ_IS_READING_PANE (self));

  if (self->library == library)
    return;
  fz_reading_pane_show_article (self, 0);
  if (library == NULL)
    fz_reprints_bar_let_go (self->reprints);
  g_set_object (&self->library, library);
  fz_reading_settings_set_library (self->settings, library != NULL ? fz_library_get_path (library) : NULL);
}

/**
 * fz_reading_pane_show_article:
 * @article: its id in the library; 0 shows nothing
 *
 * Begins to load it; "loaded" says when it is there, or not to be had.
 */
void
fz_reading_pane_show_article (FzReadingPane *self, gint64 article)
{
  g_return_if_fail (FZ_IS_READING_PANE (self));

  fz_reading_pane_stop (self);
  fz_reading_pane_keep_place (self);
  if (self->article != article)
    {
      self->article = article;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
    }
  if (article != 0 && self->library != NULL)
    fz_reading_pane_ask (self);
  else
    fz_reading_pane_show_nothing (self);
}

/**
 * fz_reading_pane_get_stored:
 *
 * Returns: (transfer none) (nullable): what is shown, valid until "loaded" is
 *   emitted again.  Its annotations are those of the moment of loading; those
 *   of now are in fz_reading_pane_get_annotations()
 */
FzStored *
fz_reading_pane_get_stored (FzReadingPane *self)
{
  g_return_val_if_fail (FZ_IS_READING_PANE (self), NULL);

  return self->stored;
}

/**
 * fz_reading_pane_set_focused:
 * @focused: whether the article is all that the window shows
 *
 * The way back is offered beside the text then.
 */
void
fz_reading_pane_set_focused (FzReadingPane *self, gboolean focused)
{
  g_return_if_fail (FZ_IS_READING_PANE (self));

  gtk_widget_set_visible (self->leave_button, focused);
}
