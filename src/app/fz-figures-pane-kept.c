/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-figures-pane-private.h"

#include <glib/gi18n.h>

#include "fz-fact-text.h"

/* What becomes of what the reader said of figures.  They are read anew from the
 * library when it has kept it, so that what is listed and what is underlined in
 * the text is what is there.  What was said of an article that is not shown any
 * more is still waited for. */

/* Beside the text, for the list may be hidden by now. */
static void
say (FzFiguresPane *self, const char *sentence)
{
  if (self->pane != NULL)
    fz_fact_text_say (self->pane, sentence);
}

static void
on_failed (FzFiguresPane *self, const char *reason)
{
  g_autofree char *sentence = g_strdup_printf (_("The change was not kept: %s"), reason);

  self->refusals++;
  say (self, sentence);
}

static void
on_settled (FzFiguresPane *self, FzFigureVerdicts *verdicts)
{
  g_ptr_array_remove (self->former, verdicts);
  fz_figures_pane_tell_settled (self);
}

static void
on_read_again (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (FzFiguresPane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (FzStored) stored = fz_library_load_finish (FZ_LIBRARY (source), result, &error);
  const FzStored *shown = self->pane ? fz_reading_pane_get_stored (self->pane) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (stored == NULL)
    say (self, error->message);
  if (stored == NULL || shown == NULL || shown->entry->id != stored->entry->id)
    return;
  fz_fact_text_set_facts (self->pane, stored);
  fz_figures_pane_show_figures (self, stored);
  fz_figures_pane_update_actions (self);
}

static void
on_changed (FzFiguresPane *self)
{
  const FzStored *shown = self->pane ? fz_reading_pane_get_stored (self->pane) : NULL;
  FzLibrary *library = self->pane ? fz_fact_text_get_library (self->pane) : NULL;

  if (shown == NULL || library == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  fz_library_load_async (library, shown->entry->id, self->cancellable, on_read_again, g_object_ref (self));
}

/* Of those of a former article only whether they were kept is heard. */
static void
end_verdicts (FzFiguresPane *self)
{
  if (self->verdicts == NULL)
    return;
  g_signal_handlers_disconnect_by_func (self->verdicts, on_changed, self);
  if (fz_figure_verdicts_is_busy (self->verdicts))
    g_ptr_array_add (self->former, g_object_ref (self->verdicts));
  g_clear_object (&self->verdicts);
}

/* Another article is shown, or none. */
void
fz_figures_pane_begin_verdicts (FzFiguresPane *self, const FzStored *stored)
{
  /* What was asked for before may be older than what is shown now. */
  g_cancellable_cancel (self->cancellable);
  end_verdicts (self);
  if (stored == NULL || fz_fact_text_get_library (self->pane) == NULL)
    return;
  self->verdicts = fz_figure_verdicts_new (fz_fact_text_get_library (self->pane));
  g_signal_connect_object (self->verdicts, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verdicts, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verdicts, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
}

/* None is heard any more. */
void
fz_figures_pane_drop_verdicts (FzFiguresPane *self)
{
  end_verdicts (self);
  for (guint i = 0; i < self->former->len; i++)
    g_signal_handlers_disconnect_by_data (self->former->pdata[i], self);
  g_ptr_array_set_size (self->former, 0);
}

/**
 * fz_figures_pane_is_writing:
 *
 * Returns: whether the library does not hold yet all that was said of figures
 */
gboolean
fz_figures_pane_is_writing (FzFiguresPane *self)
{
  g_return_val_if_fail (FZ_IS_FIGURES_PANE (self), FALSE);

  return self->former->len > 0 || (self->verdicts != NULL && fz_figure_verdicts_is_busy (self->verdicts));
}

/**
 * fz_figures_pane_get_refusals:
 *
 * Returns: how often the library did not keep what was said of a figure
 */
guint
fz_figures_pane_get_refusals (FzFiguresPane *self)
{
  g_return_val_if_fail (FZ_IS_FIGURES_PANE (self), 0);

  return self->refusals;
}
