/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-pane-private.h"

#include <glib/gi18n.h>

#include "fz-exchange.h"
#include "fz-fact-lists.h"
#include "fz-fact-text.h"
#include "fz-figure-item.h"
#include "fz-story.h"

/* What the story in the reading pane states, all of its parts, and what the reader marked in
 * it.  Activating anything here shows it there. */

G_DEFINE_FINAL_TYPE (FzFiguresPane, fz_figures_pane, GTK_TYPE_WIDGET)

enum { SETTLED, PLACE_SETTLED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The library has answered something that was said of a figure. */
void
fz_figures_pane_tell_settled (FzFiguresPane *self)
{
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
take_text (GtkLabel *label, char *text)
{
  gtk_label_set_text (label, text);
  g_free (text);
}

static guint
count_figures (const FzStored *stored)
{
  guint n = 0;

  for (guint i = 0; i < fz_story_n_stored (stored); i++)
    {
      const GArray *figures = fz_story_nth_stored (stored, i)->facts->figures;

      for (guint j = 0; j < figures->len; j++)
        n += g_array_index (figures, FzFigure, j).verdict != FZ_VERDICT_REJECTED;
    }
  return n;
}

static void
show_about (FzFiguresPane *self, const FzStored *stored)
{
  guint n_paragraphs = fz_fact_lists_paragraphs (stored), length = 0;

  for (guint i = 0; i < fz_story_n_stored (stored); i++)
    length += fz_story_nth_stored (stored, i)->entry->length;
  take_text (self->length, g_strdup_printf (ngettext ("%'u character", "%'u characters", length), length));
  take_text (self->paragraphs,
             g_strdup_printf (ngettext ("%'u paragraph", "%'u paragraphs", n_paragraphs), n_paragraphs));
}

/* The figures of what is shown, as the library has them now. */
void
fz_figures_pane_show_figures (FzFiguresPane *self, const FzStored *stored)
{
  g_autoptr (GListModel) figures = stored ? fz_figure_groups_new (stored) : NULL;
  guint n_figures = stored ? count_figures (stored) : 0;

  fz_figure_page_set_items (self->figures, figures);
  take_text (self->count, g_strdup_printf (ngettext ("%'u figure", "%'u figures", n_figures), n_figures));
}

/* Those of an article that is loaded again stay until all that it names is known. */
static void
show_places (FzFiguresPane *self, const FzStored *stored)
{
  g_autoptr (GListModel) places = NULL;
  gint64 article = stored ? stored->entry->id : 0;

  self->again = article != 0 && article == self->listed;
  self->listed = article;
  if (self->again)
    return;
  places = stored ? fz_fact_lists_places (stored) : NULL;
  fz_fact_page_set_sections (self->places, places);
}

static void
add_sought (FzFiguresPane *self, const FzStored *stored)
{
  g_autoptr (GListModel) sought = self->again ? fz_fact_lists_all (stored) : fz_fact_lists_sought (stored);

  if (self->again)
    fz_fact_page_update_sections (self->places, sought);
  else
    fz_fact_page_add_sections (self->places, sought);
  self->again = TRUE;
}

static void
on_open_places (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzFiguresPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzStored) stored = fz_load_open_places_finish (FZ_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->seeking);
  if (stored != NULL)
    {
      add_sought (self, stored);
      return;
    }
  fz_fact_text_say (self->pane, error->message);
  self->listed = 0;
  show_places (self, fz_reading_pane_get_stored (self->pane));
}

/* The library has the places that are settled; those that are open are looked for
 * while these are shown, and what is told of the programmes. */
static void
seek_open_places (FzFiguresPane *self, const FzStored *stored)
{
  FzLibrary *library = stored ? fz_fact_text_get_library (self->pane) : NULL;

  g_cancellable_cancel (self->seeking);
  g_clear_object (&self->seeking);
  if (library == NULL)
    return;
  self->seeking = g_cancellable_new ();
  fz_load_open_places_async (library, stored->entry->id, self->seeking, on_open_places, g_object_ref (self));
}

static void
on_loaded (FzFiguresPane *self)
{
  const FzStored *stored = fz_reading_pane_get_stored (self->pane);

  fz_figures_pane_begin_verdicts (self, stored);
  gtk_widget_set_visible (self->content, stored != NULL);
  fz_figure_page_set_items (self->figures, NULL);
  fz_figures_pane_show_figures (self, stored);
  show_places (self, stored);
  seek_open_places (self, stored);
  fz_note_page_set_items (self->notes, fz_reading_pane_get_annotations (self->pane));
  if (stored != NULL)
    show_about (self, stored);
  fz_figures_pane_update_actions (self);
}

static void
on_caret (FzFiguresPane *self)
{
  fz_figure_page_select_at (self->figures, fz_fact_text_get_caret (self->pane));
  fz_figures_pane_update_actions (self);
}

static void
on_pointed (FzFiguresPane *self, guint start, guint end)
{
  if (self->pane != NULL)
    fz_fact_text_mark (self->pane, start, end);
}

static void
on_opened (FzFiguresPane *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), "correct", NULL);
}

static void
on_mention (FzFiguresPane *self, guint start, guint end)
{
  if (self->pane != NULL)
    fz_fact_text_show (self->pane, start, end);
}

static void
on_place_settled (FzFiguresPane *self, gint64 source, guint line, const char *value)
{
  g_signal_emit (self, signals[PLACE_SETTLED], 0, source, line, value);
}

static void
on_note_opened (FzFiguresPane *self, FzAnnotationItem *item)
{
  if (self->pane != NULL)
    fz_reading_pane_reveal_annotation (self->pane, item);
}

static void
on_note_removed (FzFiguresPane *self, FzAnnotationItem *item)
{
  if (self->pane != NULL)
    fz_reading_pane_remove_annotation (self->pane, item);
}

static void
fz_figures_pane_dispose (GObject *object)
{
  FzFiguresPane *self = FZ_FIGURES_PANE (object);

  fz_figures_pane_set_pane (self, NULL);
  fz_figures_pane_drop_verdicts (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_FIGURES_PANE);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (fz_figures_pane_parent_class)->dispose (object);
}

static void
fz_figures_pane_finalize (GObject *object)
{
  g_ptr_array_unref (FZ_FIGURES_PANE (object)->former);
  G_OBJECT_CLASS (fz_figures_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (FZ_TYPE_FACT_PAGE);
  g_type_ensure (FZ_TYPE_FIGURE_PAGE);
  g_type_ensure (FZ_TYPE_NOTE_PAGE);
  gtk_widget_class_set_template_from_resource (klass, "/io/github/fangzhi/Fangzhi/fz-figures-pane.ui");
  gtk_widget_class_bind_template_child (klass, FzFiguresPane, content);
  gtk_widget_class_bind_template_child (klass, FzFiguresPane, figures);
  gtk_widget_class_bind_template_child (klass, FzFiguresPane, places);
  gtk_widget_class_bind_template_child (klass, FzFiguresPane, notes);
  gtk_widget_class_bind_template_child (klass, FzFiguresPane, length);
  gtk_widget_class_bind_template_child (klass, FzFiguresPane, paragraphs);
  gtk_widget_class_bind_template_child (klass, FzFiguresPane, count);
  gtk_widget_class_bind_template_callback (klass, on_mention);
  gtk_widget_class_bind_template_callback (klass, on_place_settled);
  gtk_widget_class_bind_template_callback (klass, on_pointed);
  gtk_widget_class_bind_template_callback (klass, on_opened);
  gtk_widget_class_bind_template_callback (klass, fz_figures_pane_update_actions);
  gtk_widget_class_bind_template_callback (klass, on_note_opened);
  gtk_widget_class_bind_template_callback (klass, on_note_removed);
}

static void
fz_figures_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                         int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (FZ_FIGURES_PANE (widget)->content, orientation, for_size,
                      minimum, natural, minimum_baseline, natural_baseline);
}

/* While it is hidden a split view may leave it no width at all, not even that of
 * the margins of what it holds: that keeps the least that it needs, out of sight. */
static void
fz_figures_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *content = FZ_FIGURES_PANE (widget)->content;
  int least;

  if (!gtk_widget_should_layout (content))
    return;
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (content, MAX (width, least), height, baseline, NULL);
}

static void
fz_figures_pane_class_init (FzFiguresPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_figures_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = fz_figures_pane_finalize;
  signals[SETTLED] = g_signal_new ("settled", FZ_TYPE_FIGURES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /* As of FzFactPage. */
  signals[PLACE_SETTLED] = g_signal_new ("place-settled", FZ_TYPE_FIGURES_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_STRING);
  bind_template (widget_class);
  /* The actions of the reading pane, once there is one; the figures have keys of
   * their own for the same. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "annotation.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "annotation.redo", NULL);
  widget_class->measure = fz_figures_pane_measure;
  widget_class->size_allocate = fz_figures_pane_size_allocate;
}

static void
fz_figures_pane_init (FzFiguresPane *self)
{
  self->former = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  fz_figures_pane_install_actions (self);
  gtk_widget_set_visible (self->content, FALSE);
}

/**
 * fz_figures_pane_new:
 *
 * Returns: (transfer floating): a pane that shows nothing yet
 */
GtkWidget *
fz_figures_pane_new (void)
{
  return g_object_new (FZ_TYPE_FIGURES_PANE, NULL);
}

/**
 * fz_figures_pane_set_pane:
 * @pane: (nullable): whose article it tells about
 */
void
fz_figures_pane_set_pane (FzFiguresPane *self, FzReadingPane *pane)
{
  g_return_if_fail (FZ_IS_FIGURES_PANE (self));

  if (self->pane != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->pane, self);
      fz_fact_text_unwatch (self->pane, self);
      gtk_widget_insert_action_group (GTK_WIDGET (self->pane), "figure", NULL);
    }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  seek_open_places (self, NULL);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "annotation", NULL);
  g_set_object (&self->pane, pane);
  if (pane == NULL)
    {
      fz_figures_pane_begin_verdicts (self, NULL);
      return;
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "annotation", fz_reading_pane_get_annotation_actions (pane));
  gtk_widget_insert_action_group (GTK_WIDGET (pane), "figure", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (pane, "loaded", G_CALLBACK (on_loaded), self, G_CONNECT_SWAPPED);
  fz_fact_text_watch (pane, G_CALLBACK (on_caret), self);
  on_loaded (self);
}

/**
 * fz_figures_pane_get_figure_actions:
 *
 * Returns: (transfer none): the group "figure"
 */
GActionGroup *
fz_figures_pane_get_figure_actions (FzFiguresPane *self)
{
  g_return_val_if_fail (FZ_IS_FIGURES_PANE (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
