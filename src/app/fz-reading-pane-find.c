/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

#include <glib/gi18n.h>

#include "fz-find.h"

/* Finding words in the article that is shown: all hits are marked, and one of them is
 * looked at. */

static FzRanges *
hits_of (FzReadingPane *self)
{
  return fz_reading_view_get_layer (self->view, FZ_LAYER_HIT);
}

static void
tell_count (FzReadingPane *self, guint n)
{
  gboolean asked = *gtk_editable_get_text (GTK_EDITABLE (self->find_entry)) != '\0';
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

/* Looks for what stands in the entry, in what is shown now. */
void
fz_reading_pane_find (FzReadingPane *self)
{
  FzManuscript *text = fz_reading_view_get_text (self->view);

  if (text == NULL || !gtk_search_bar_get_search_mode (self->find_bar))
    return;
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
  fz_ranges_clear (hits_of (self));
  fz_reading_view_set_hit (self->view, G_MAXUINT);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
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
