/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

#include <glib/gi18n.h>

#include "fz-find.h"

/* Finding words in the article that is shown: all hits are marked, and one of them is
 * looked at.  What a search of the library found in it is marked likewise, until the
 * reader looks for something else. */

static FzRanges *
hits_of (FzReadingPane *self)
{
  return fz_reading_view_get_layer (self->view, FZ_LAYER_HIT);
}

static gboolean
has_words (FzReadingPane *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->find_entry)) != '\0';
}

static void
tell_count (FzReadingPane *self, guint n)
{
  gboolean asked = self->sought || has_words (self);
  g_autofree char *text = NULL;

  if (n > 0)
    /* Translators: the hit that is looked at, of so many */
    text = g_strdup_printf (n < FZ_FIND_MAX ? _("%u of %u") : _("%u of %u or more"), self->hit + 1, n);
  gtk_label_set_text (self->find_count, text ? text : asked ? _("Not found") : "");
  if (asked && n == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->find_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->find_entry), "error");
  if (asked)
    gtk_accessible_announce (GTK_ACCESSIBLE (self->view), gtk_label_get_text (self->find_count),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* Another of the hits is looked at, round at the ends. */
static void
look_at (FzReadingPane *self, guint hit)
{
  FzRanges *hits = hits_of (self);
  guint n = fz_ranges_n (hits);

  if (n > 0)
    {
      self->hit = hit % n;
      fz_reading_view_show (self->view, fz_ranges_get (hits, self->hit)->start, fz_ranges_get (hits, self->hit)->end);
    }
  fz_reading_view_set_hit (self->view, n > 0 ? self->hit : G_MAXUINT);
  tell_count (self, n);
}

/* From where the caret is, the first at it or behind. */
static guint
hit_from_caret (FzReadingPane *self)
{
  FzRanges *hits = hits_of (self);
  guint index = G_MAXUINT;

  if (fz_ranges_next (hits, fz_reading_view_get_caret (self->view), G_MAXUINT, &index) == NULL)
    return 0;
  return index;
}

/* The entry says what the hits are of: of what stands in it, or, where that is nothing,
 * of @query. */
static void
set_sought (FzReadingPane *self, const char *query)
{
  self->sought = query != NULL;
  gtk_search_entry_set_placeholder_text (self->find_entry, query ? query : _("Find in this article"));
}

/* Looks for what stands in the entry, in what is shown now.  That nothing stands there
 * any more, since hits of the library are shown, takes these not away. */
void
fz_reading_pane_find (FzReadingPane *self)
{
  FzManuscript *text = fz_reading_view_get_text (self->view);

  if (text == NULL || !gtk_search_bar_get_search_mode (self->find_bar) || (self->sought && !has_words (self)))
    return;
  set_sought (self, NULL);
  fz_find (text, gtk_editable_get_text (GTK_EDITABLE (self->find_entry)), hits_of (self));
  look_at (self, hit_from_caret (self));
}

static void
on_mode (FzReadingPane *self)
{
  if (gtk_search_bar_get_search_mode (self->find_bar))
    {
      fz_reading_pane_find (self);
      return;
    }
  set_sought (self, NULL);
  fz_ranges_clear (hits_of (self));
  fz_reading_view_set_hit (self->view, G_MAXUINT);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->find_bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* The bar takes the keyboard when it opens, which only who opened it wants. */
static void
set_bar (FzReadingPane *self, gboolean open)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  gtk_search_bar_set_search_mode (self->find_bar, open);
  if (open && focus != NULL)
    gtk_widget_grab_focus (focus);
}

/**
 * fz_reading_pane_show_hits:
 * @query: (nullable): what was looked for in the library, %NULL for nothing
 * @ranges: (nullable) (element-type FzTextRange): where it stands in the canonical text
 *
 * Marks the hits in the article that is shown and goes to the first of them, with the bar
 * that walks through them.  The keyboard stays where it is.
 */
void
fz_reading_pane_show_hits (FzReadingPane *self, const char *query, const GArray *ranges)
{
  gboolean any = query != NULL && ranges->len > 0;
  guint offset;

  g_return_if_fail (FZ_IS_READING_PANE (self));

  if (!any && !self->sought)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->find_entry), "");
  set_bar (self, any);
  if (!any || self->story == NULL)
    return;
  offset = fz_story_part (self->story, self->story->own)->start;
  set_sought (self, query);
  fz_ranges_clear (hits_of (self));
  for (guint i = 0; i < MIN (ranges->len, FZ_FIND_MAX); i++)
    {
      const FzTextRange *range = &g_array_index (ranges, FzTextRange, i);

      fz_ranges_add (hits_of (self), range->start + offset, range->end + offset, 0);
    }
  look_at (self, 0);
}

/* Opens the bar, with what is selected on one line. */
static void
open_bar (FzReadingPane *self)
{
  g_autofree char *words = fz_reading_view_dup_selection (self->view);

  if (*words != '\0' && strchr (words, '\n') == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->find_entry), words);
  gtk_search_bar_set_search_mode (self->find_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->find_entry), 0, -1);
}

static void
on_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);
  int steps = g_variant_get_int32 (parameter);
  guint n = fz_ranges_n (hits_of (self));

  if (self->stored == NULL)
    return;
  if (!gtk_search_bar_get_search_mode (self->find_bar) || steps == 0)
    open_bar (self);
  else if (n > 0)
    look_at (self, self->hit + (steps > 0 ? 1 : n - 1));
}

static void
on_next (FzReadingPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reading.find", "i", 1);
}

static void
on_previous (FzReadingPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "reading.find", "i", -1);
}

void
fz_reading_pane_install_find (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "reading.find", "i", on_find);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, find_bar);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, find_entry);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, find_count);
}

void
fz_reading_pane_set_up_find (FzReadingPane *self)
{
  gtk_search_bar_connect_entry (self->find_bar, GTK_EDITABLE (self->find_entry));
  g_signal_connect_object (self->find_bar, "notify::search-mode-enabled", G_CALLBACK (on_mode), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_entry, "search-changed", G_CALLBACK (fz_reading_pane_find), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_entry, "activate", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_entry, "next-match", G_CALLBACK (on_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_entry, "previous-match", G_CALLBACK (on_previous), self, G_CONNECT_SWAPPED);
}
