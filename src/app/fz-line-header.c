/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-line-header.h"

#include "fz-line-row.h"
#include "fz-sheet-words.h"

/* What stands over the lines of an article: its number, its title, which lines
 * they are. */
struct _FzLineHeader {
  GtkWidget   parent_instance;

  GtkWidget  *box;
  GtkLabel   *number;
  GtkLabel   *title;
  GtkLabel   *note;
  FzSheetRow *item; /* (nullable): the first line */
};

G_DEFINE_FINAL_TYPE (FzLineHeader, fz_line_header, GTK_TYPE_WIDGET)

static void
update (FzLineHeader *self)
{
  const FzSheet *sheet = fz_sheet_row_get_sheet (self->item);
  const FzSheetSection *section = fz_sheet_section_at (sheet, fz_sheet_row_get_index (self->item));
  const FzArticle *article = fz_sheet_article (sheet, section->article);
  const char *classes[] = { "line-header", fz_line_band (section->article), NULL };
  g_autofree char *title = fz_sheet_section_title (sheet, section);
  g_autofree char *note = fz_sheet_section_note (sheet, section);
  g_autofree char *number = article != NULL ? g_strdup_printf ("%u", article->number) : g_strdup ("");

  gtk_widget_set_css_classes (self->box, classes);
  gtk_label_set_text (self->number, number);
  gtk_widget_set_visible (GTK_WIDGET (self->number), article != NULL);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
}

static void
fz_line_header_dispose (GObject *object)
{
  FzLineHeader *self = FZ_LINE_HEADER (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_LINE_HEADER);
  G_OBJECT_CLASS (fz_line_header_parent_class)->dispose (object);
}

static void
fz_line_header_class_init (FzLineHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_line_header_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-line-header.ui");
  gtk_widget_class_bind_template_child (widget_class, FzLineHeader, box);
  gtk_widget_class_bind_template_child (widget_class, FzLineHeader, number);
  gtk_widget_class_bind_template_child (widget_class, FzLineHeader, title);
  gtk_widget_class_bind_template_child (widget_class, FzLineHeader, note);
}

static void
fz_line_header_init (FzLineHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows the article of @item, and follows it as it changes. */
static void
set_item (FzLineHeader *self, FzSheetRow *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
on_setup (GtkListItemFactory *factory, GtkListHeader *header)
{
  gtk_list_header_set_child (header, g_object_new (FZ_TYPE_LINE_HEADER, NULL));
}

static void
on_bind (GtkListItemFactory *factory, GtkListHeader *header)
{
  set_item (FZ_LINE_HEADER (gtk_list_header_get_child (header)), gtk_list_header_get_item (header));
}

static void
on_unbind (GtkListItemFactory *factory, GtkListHeader *header)
{
  set_item (FZ_LINE_HEADER (gtk_list_header_get_child (header)), NULL);
}

/**
 * fz_line_header_factory:
 *
 * Returns: (transfer full): what stands over each section of a list of #FzSheetRow
 */
GtkListItemFactory *
fz_line_header_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}
