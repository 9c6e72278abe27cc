/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "fz-annotation-controller.h"
#include "fz-reading-buffer.h"
#include "fz-reading-view.h"

/* Where an article is read.
 *
 * Loading: one load is under way at most.  Asking for another article cancels
 * it, and an answer counts only if it carries the generation of the last
 * question, for a load that was cancelled may have answered already.  What was
 * shown stays until the answer, or until it is late enough for a spinner. */
struct _FzReadingPane {
  GtkWidget               parent_instance;

  AdwToastOverlay        *toasts;
  GtkStack               *stack;
  AdwStatusPage          *error;
  AdwClamp               *folio_clamp;
  GtkLabel               *folio;
  GtkScrolledWindow      *scroller;
  AdwClampScrollable     *clamp;
  FzReadingView          *view;

  FzReadingBuffer        *buffer;
  FzAnnotationController *controller;
  FzAnnotationList       *annotations;
  FzLibrary              *library;
  FzStored               *stored;
  gint64                  article;
  GCancellable           *cancellable;
  guint                   generation;
  guint                   late; /* the source that brings the spinner */
  guint                   zoom;
  guint                   reveal_start; /* to be shown when the text is in */
  guint                   reveal_end;
};

G_DEFINE_FINAL_TYPE (FzReadingPane, fz_reading_pane, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_ARTICLE, PROP_TITLE, PROP_ZOOM, N_PROPS };
static GParamSpec *properties[N_PROPS];

enum { LOADED, ANNOTATIONS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

#define LATE_MSEC 200
#define PAGE_MARGIN 24
#define ZOOM_MIN 50
#define ZOOM_MAX 300
#define ZOOM_STEP 10

typedef struct {
  FzReadingPane *pane;
  guint          generation;
} Load;

static void
load_free (Load *load)
{
  g_object_unref (load->pane);
  g_free (load);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
stop_loading (FzReadingPane *self)
{
  self->generation++;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->late, g_source_remove);
}

static void
on_annotations_changed (FzReadingPane *self)
{
  g_signal_emit (self, signals[ANNOTATIONS_CHANGED], 0);
}

static void
set_annotations (FzReadingPane *self, FzAnnotationList *list)
{
  if (self->annotations != NULL)
    g_signal_handlers_disconnect_by_func (self->annotations, on_annotations_changed, self);
  fz_annotation_controller_set_list (self->controller, list);
  g_set_object (&self->annotations, list);
  if (list != NULL)
    g_signal_connect_object (list, "changed", G_CALLBACK (on_annotations_changed), self, G_CONNECT_SWAPPED);
}

static char *
edition_text (const FzEntry *entry)
{
  if (entry->edition == NULL)
    return g_strdup (entry->section);
  return entry->section != NULL ? g_strdup_printf (_("page %s, %s"), entry->edition, entry->section)
                                : g_strdup_printf (_("page %s"), entry->edition);
}

/* Newspaper, date, page and place, as the running head of a page has them. */
static char *
folio_text (const FzEntry *entry)
{
  g_auto (GStrv) path = fz_region_path (entry->region);
  g_autofree char *edition = edition_text (entry);
  g_autofree char *place = path != NULL ? g_strjoinv (" › ", path) : NULL;
  const char *parts[] = { entry->newspaper, entry->date, edition, place };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_folio (FzReadingPane *self)
{
  g_autofree char *text = folio_text (self->stored->entry);

  gtk_label_set_text (self->folio, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->folio), text);
}

static void
drop_article (FzReadingPane *self)
{
  set_annotations (self, NULL);
  fz_reading_view_set_article (self->view, NULL);
  fz_reading_buffer_clear (self->buffer);
  self->reveal_start = self->reveal_end = 0;
  g_clear_pointer (&self->stored, fz_stored_free);
}

static void
tell (FzReadingPane *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
show_stored (FzReadingPane *self, FzStored *stored)
{
  g_autoptr (FzAnnotationList) list = fz_annotation_list_new (self->library, stored);
  const char *title = stored->entry->title ? stored->entry->title : stored->entry->opening;

  drop_article (self);
  self->stored = stored;
  fz_reading_buffer_fill (self->buffer, stored);
  fz_reading_view_set_article (self->view, stored->article);
  fz_reading_view_scroll_to_top (self->view);
  set_annotations (self, list);
  show_folio (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title ? title : _("Article"), -1);
  gtk_stack_set_visible_child_name (self->stack, "article");
  tell (self);
}

static void
show_error (FzReadingPane *self, const GError *error)
{
  drop_article (self);
  adw_status_page_set_description (self->error, error->message);
  gtk_stack_set_visible_child_name (self->stack, "error");
  tell (self);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  FzReadingPane *self = load->pane;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzStored) stored = fz_library_load_finish (FZ_LIBRARY (source), result, &error);

  if (load->generation != self->generation)
    return;
  stop_loading (self);
  if (stored != NULL)
    show_stored (self, g_steal_pointer (&stored));
  else
    show_error (self, error);
}

static gboolean
on_late (gpointer user_data)
{
  FzReadingPane *self = user_data;

  self->late = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

static void
load (FzReadingPane *self)
{
  Load *load = g_new0 (Load, 1);

  load->pane = g_object_ref (self);
  load->generation = self->generation;
  self->cancellable = g_cancellable_new ();
  self->late = g_timeout_add (LATE_MSEC, on_late, self);
  fz_library_load_async (self->library, self->article, self->cancellable, on_loaded, load);
}

static void
show_mark (FzReadingPane *self)
{
  guint start = self->reveal_start, end = self->reveal_end;

  if (end == 0 || !fz_reading_buffer_is_filled (self->buffer))
    return;
  self->reveal_start = self->reveal_end = 0;
  fz_reading_view_scroll_to (self->view, start);
  fz_reading_buffer_mark (self->buffer, start, end);
}

static void
on_filled (FzReadingPane *self)
{
  fz_annotation_controller_paint (self->controller);
  show_mark (self);
}

/* The reader's own click is elsewhere: what was pointed out has been seen. */
static void
on_released (FzReadingPane *self)
{
  fz_reading_buffer_mark (self->buffer, 0, 0);
}

static void
on_dark (FzReadingPane *self)
{
  fz_reading_buffer_set_dark (self->buffer, adw_style_manager_get_dark (adw_style_manager_get_default ()));
  fz_annotation_controller_paint (self->controller);
}

/* Sizes follow the zoom and the system's text scale. */
static void
measure (FzReadingPane *self)
{
  int dpi = -1;
  double em;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  em = FZ_READING_POINTS / 72 * (dpi > 0 ? dpi / 1024.0 : 96) * self->zoom / 100;
  fz_reading_buffer_set_em (self->buffer, em);
  adw_clamp_scrollable_set_maximum_size (self->clamp, FZ_READING_MEASURE * em + 2 * PAGE_MARGIN);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, FZ_READING_MEASURE * em + 2 * PAGE_MARGIN);
  adw_clamp_set_maximum_size (self->folio_clamp, FZ_READING_MEASURE * em + 2 * PAGE_MARGIN);
  adw_clamp_set_tightening_threshold (self->folio_clamp, FZ_READING_MEASURE * em + 2 * PAGE_MARGIN);
}

static void
set_zoom (FzReadingPane *self, guint zoom)
{
  zoom = CLAMP (zoom, ZOOM_MIN, ZOOM_MAX);
  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  measure (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
on_zoom (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);
  int steps = g_variant_get_int32 (parameter);

  set_zoom (self, steps == 0 ? 100 : self->zoom + steps * ZOOM_STEP);
}

static void
on_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);
  GtkScrollType scroll = g_variant_get_int32 (parameter) > 0 ? GTK_SCROLL_PAGE_FORWARD : GTK_SCROLL_PAGE_BACKWARD;
  gboolean handled;

  g_signal_emit_by_name (self->scroller, "scroll-child", scroll, FALSE, &handled);
}

static void
on_reload (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);

  fz_reading_pane_show_article (self, self->article);
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
      set_zoom (FZ_READING_PANE (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
fz_reading_pane_dispose (GObject *object)
{
  FzReadingPane *self = FZ_READING_PANE (object);

  stop_loading (self);
  if (self->controller != NULL)
    {
      set_annotations (self, NULL);
      fz_annotation_controller_shut (self->controller);
    }
  g_clear_object (&self->controller);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_READING_PANE);
  g_clear_object (&self->buffer);
  g_clear_object (&self->library);
  g_clear_pointer (&self->stored, fz_stored_free);
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
  properties[PROP_ZOOM] = g_param_spec_uint ("zoom", NULL, NULL, ZOOM_MIN, ZOOM_MAX, 100,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
install_signals (void)
{
  /* What fz_reading_pane_get_stored() answers is another now. */
  signals[LOADED] = g_signal_new ("loaded", FZ_TYPE_READING_PANE, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ANNOTATIONS_CHANGED] = g_signal_new ("annotations-changed", FZ_TYPE_READING_PANE, G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const struct {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
    int              argument;
  } keys[] = {
    { GDK_KEY_space,       0,                "reading.page",  1 },
    { GDK_KEY_space,       GDK_SHIFT_MASK,   "reading.page", -1 },
    { GDK_KEY_plus,        GDK_CONTROL_MASK, "reading.zoom",  1 },
    { GDK_KEY_equal,       GDK_CONTROL_MASK, "reading.zoom",  1 },
    { GDK_KEY_KP_Add,      GDK_CONTROL_MASK, "reading.zoom",  1 },
    { GDK_KEY_minus,       GDK_CONTROL_MASK, "reading.zoom", -1 },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "reading.zoom", -1 },
    { GDK_KEY_0,           GDK_CONTROL_MASK, "reading.zoom",  0 },
    { GDK_KEY_KP_0,        GDK_CONTROL_MASK, "reading.zoom",  0 },
  };

  gtk_widget_class_install_action (klass, "reading.zoom", "i", on_zoom);
  gtk_widget_class_install_action (klass, "reading.page", "i", on_page);
  gtk_widget_class_install_action (klass, "reading.reload", NULL, on_reload);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (klass, keys[i].key, keys[i].modifiers, keys[i].action, "i", keys[i].argument);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (FZ_TYPE_READING_VIEW);
  gtk_widget_class_set_template_from_resource (klass, "/io/github/fangzhi/Fangzhi/fz-reading-pane.ui");
  gtk_widget_class_bind_template_child (klass, FzReadingPane, toasts);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, stack);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, error);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, folio_clamp);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, folio);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, scroller);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, clamp);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, view);
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
  install_actions (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
fz_reading_pane_init (FzReadingPane *self)
{
  GtkAdjustment *adjustment;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->zoom = 100;
  self->buffer = fz_reading_buffer_new ();
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), GTK_TEXT_BUFFER (self->buffer));
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), PAGE_MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), PAGE_MARGIN);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), PAGE_MARGIN / 2);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 3 * PAGE_MARGIN);
  self->controller = fz_annotation_controller_new (GTK_WIDGET (self), self->view, self->toasts);
  g_signal_connect_object (self->buffer, "filled", G_CALLBACK (on_filled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_dark), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (measure),
                           self, G_CONNECT_SWAPPED);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (fz_annotation_controller_scrolled),
                           self->controller, G_CONNECT_SWAPPED);
  measure (self);
  on_dark (self);
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

  if (g_set_object (&self->library, library))
    fz_reading_pane_show_article (self, 0);
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

  stop_loading (self);
  if (self->article != article)
    {
      self->article = article;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ARTICLE]);
    }
  if (article != 0 && self->library != NULL)
    {
      load (self);
      return;
    }
  drop_article (self);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  tell (self);
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
 * fz_reading_pane_get_annotations:
 *
 * Returns: (transfer none) (nullable): the #FzAnnotationItem of what is shown
 */
GListModel *
fz_reading_pane_get_annotations (FzReadingPane *self)
{
  g_return_val_if_fail (FZ_IS_READING_PANE (self), NULL);

  return self->annotations ? fz_annotation_list_get_model (self->annotations) : NULL;
}

/**
 * fz_reading_pane_is_writing:
 *
 * Returns: whether something that the reader did to the annotations of what is
 *   shown is still on its way into the library
 */
gboolean
fz_reading_pane_is_writing (FzReadingPane *self)
{
  g_return_val_if_fail (FZ_IS_READING_PANE (self), FALSE);

  return self->annotations != NULL && fz_annotation_list_is_writing (self->annotations);
}

/**
 * fz_reading_pane_remove_annotation:
 * @item: one of fz_reading_pane_get_annotations()
 *
 * Removes it, and offers to take that back.
 */
void
fz_reading_pane_remove_annotation (FzReadingPane *self, FzAnnotationItem *item)
{
  g_return_if_fail (FZ_IS_READING_PANE (self));

  fz_annotation_controller_remove (self->controller, item);
}

/**
 * fz_reading_pane_get_annotation_actions:
 *
 * Returns: (transfer none): the group "annotation", for a pane beside this one
 */
GActionGroup *
fz_reading_pane_get_annotation_actions (FzReadingPane *self)
{
  g_return_val_if_fail (FZ_IS_READING_PANE (self), NULL);

  return fz_annotation_controller_get_actions (self->controller);
}

/**
 * fz_reading_pane_reveal:
 * @start: first code point of the canonical text
 * @end: one past the last
 *
 * Scrolls there and marks it until the reader clicks or another is revealed; in
 * a long text, as soon as that part of it is in.
 */
void
fz_reading_pane_reveal (FzReadingPane *self, guint start, guint end)
{
  g_return_if_fail (FZ_IS_READING_PANE (self));

  self->reveal_start = start;
  self->reveal_end = end;
  show_mark (self);
}
