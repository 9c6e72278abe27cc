/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-pane-private.h"

#include "fz-article.h"

/* The outline of an article: its titles and headings, in a list that hangs in the
 * running head, and by keys from one to the next. */

#define INDENT 12

static FzManuscript *
text_of (FzReadingPane *self)
{
  return fz_reading_view_get_text (self->view);
}

static gboolean
is_heading (const FzPassage *passage)
{
  return (passage->style == FZ_ROLE_TITLE || passage->style == FZ_ROLE_HEADING) && !passage->goes_on;
}

/* Where the headings are, and what they say. */
static void
fill (FzReadingPane *self)
{
  FzManuscript *text = text_of (self);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  g_array_set_size (self->headings, 0);
  for (guint i = 0; text != NULL && i < fz_manuscript_n_passages (text); i++)
    {
      const FzPassage *passage = fz_manuscript_get_passage (text, i);

      if (!is_heading (passage))
        continue;
      g_array_append_val (self->headings, *passage);
      gtk_string_list_take (labels, fz_manuscript_dup (text, passage->start, passage->end));
    }
  gtk_single_selection_set_model (self->outline_model, G_LIST_MODEL (labels));
}

/* The heading that a position stands under; G_MAXUINT for none. */
static guint
heading_at (FzReadingPane *self, guint position)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < self->headings->len; i++)
    if (g_array_index (self->headings, FzPassage, i).start <= position)
      found = i;
  return found;
}

static void
go_to (FzReadingPane *self, guint heading)
{
  if (heading < self->headings->len)
    fz_reading_view_put_place (self->view, g_array_index (self->headings, FzPassage, heading).start);
}

static void
on_activated (FzReadingPane *self, guint heading)
{
  gtk_menu_button_popdown (self->outline_button);
  go_to (self, heading);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, FzReadingPane *self)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const FzPassage *heading = &g_array_index (self->headings, FzPassage, gtk_list_item_get_position (item));
  gboolean title = heading->style == FZ_ROLE_TITLE;

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_margin_start (label, title ? 0 : INDENT);
  if (title)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

/* The list opens where the reader is. */
static void
on_shown (FzReadingPane *self)
{
  guint heading = heading_at (self, MAX (fz_reading_view_get_place (self->view), fz_reading_view_get_caret (self->view)));

  gtk_widget_grab_focus (GTK_WIDGET (self->outline));
  if (heading != G_MAXUINT)
    gtk_list_view_scroll_to (self->outline, heading, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

static void
on_outline (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (FZ_READING_PANE (widget)->outline_button);
}

/* From where the caret is, to the next heading or the one before. */
static void
on_heading (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FzReadingPane *self = FZ_READING_PANE (widget);
  guint caret = fz_reading_view_get_caret (self->view), at = heading_at (self, caret);
  gboolean inside = at != G_MAXUINT && g_array_index (self->headings, FzPassage, at).start < caret;

  if (g_variant_get_int32 (parameter) > 0)
    go_to (self, at + 1);
  else
    go_to (self, inside ? at : at - 1);
}

void
fz_reading_pane_install_outline (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, FzReadingPane, outline_button);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, outline);
  gtk_widget_class_bind_template_child (klass, FzReadingPane, outline_model);
  gtk_widget_class_bind_template_callback_full (klass, "on_outline_activated", G_CALLBACK (on_activated));
  gtk_widget_class_bind_template_callback_full (klass, "on_outline_shown", G_CALLBACK (on_shown));
  gtk_widget_class_bind_template_callback_full (klass, "on_outline_setup", G_CALLBACK (on_setup));
  gtk_widget_class_bind_template_callback_full (klass, "on_outline_bind", G_CALLBACK (on_bind));
  gtk_widget_class_install_action (klass, "reading.outline", NULL, on_outline);
  gtk_widget_class_install_action (klass, "reading.heading", "i", on_heading);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, GDK_ALT_MASK, "reading.heading", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, GDK_ALT_MASK, "reading.heading", "i", -1);
}

/* The text is another: with nothing but its title it has no outline. */
void
fz_reading_pane_show_outline (FzReadingPane *self)
{
  fill (self);
  gtk_widget_set_visible (GTK_WIDGET (self->outline_button), self->headings->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reading.outline", self->headings->len > 1);
}
