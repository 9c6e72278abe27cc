/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-line-row.h"

#include "fz-sheet-words.h"

/* A line of a page: the band of its article, its number, what it is, whether it
 * was joined, and its text. */
struct _FzLineRow {
  GtkWidget    parent_instance;

  GtkWidget   *content;
  GtkWidget   *band;
  GtkLabel    *number;
  GtkLabel    *role;
  GtkWidget   *joined;
  GtkLabel    *text;
  GtkListItem *list_item; /* (unowned): while it is bound */
  FzSheetRow  *item;      /* (nullable) */
};

G_DEFINE_FINAL_TYPE (FzLineRow, fz_line_row, GTK_TYPE_WIDGET)

/* Neighbours differ; that is all that the colours of articles say. */
static const char * const bands[] = { "band-a", "band-b", "band-c", "band-d", "band-e", "band-f" };

/**
 * fz_line_band:
 * @article: index of an article
 *
 * Returns: (transfer none): the style class of its colour
 */
const char *
fz_line_band (guint32 article)
{
  return article == FZ_SHEET_NO_ARTICLE ? "band-none" : bands[article % G_N_ELEMENTS (bands)];
}

static void
show_role (FzLineRow *self, const FzSheetLine *line)
{
  const char *classes[] = { "role-tag", line->role >= 0 ? fz_role_name ((FzRole) line->role) : NULL, NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->role), classes);
  gtk_label_set_text (self->role, line->role >= 0 ? fz_sheet_role_label ((FzRole) line->role) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->role), line->role >= 0);
}

static void
show_joined (FzLineRow *self, const FzSheetLine *line, guint index)
{
  g_autofree char *joined = fz_sheet_joined_text (line, index);

  gtk_widget_set_visible (self->joined, joined != NULL);
  gtk_widget_set_tooltip_text (self->joined, joined);
}

static void
show_number (FzLineRow *self, const FzSheet *sheet, guint index)
{
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *last = g_strdup_printf ("%u", sheet->lines->len);

  gtk_label_set_width_chars (self->number, MAX (3, (int) strlen (last)));
  gtk_label_set_text (self->number, number);
}

static void
update (FzLineRow *self)
{
  const FzSheet *sheet = fz_sheet_row_get_sheet (self->item);
  guint index = fz_sheet_row_get_index (self->item);
  const FzSheetLine *line = fz_sheet_line (sheet, index);
  const char *band[] = { "line-band", fz_line_band (line->article), NULL };
  g_autofree char *text = fz_sheet_dup_text (sheet, index);
  g_autofree char *spoken = fz_sheet_spoken_line (sheet, index);

  gtk_widget_set_css_classes (self->band, band);
  show_number (self, sheet, index);
  show_role (self, line);
  show_joined (self, line, index);
  gtk_label_set_text (self->text, text);
  gtk_list_item_set_accessible_label (self->list_item, spoken);
}

static void
fz_line_row_dispose (GObject *object)
{
  FzLineRow *self = FZ_LINE_ROW (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), FZ_TYPE_LINE_ROW);
  G_OBJECT_CLASS (fz_line_row_parent_class)->dispose (object);
}

static void
fz_line_row_class_init (FzLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = fz_line_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/fangzhi/Fangzhi/fz-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, FzLineRow, content);
  gtk_widget_class_bind_template_child (widget_class, FzLineRow, band);
  gtk_widget_class_bind_template_child (widget_class, FzLineRow, number);
  gtk_widget_class_bind_template_child (widget_class, FzLineRow, role);
  gtk_widget_class_bind_template_child (widget_class, FzLineRow, joined);
  gtk_widget_class_bind_template_child (widget_class, FzLineRow, text);
}

static void
fz_line_row_init (FzLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows @item, and follows it as it changes; @list_item is told what the line is
 * called. */
static void
set_item (FzLineRow *self, GtkListItem *list_item, FzSheetRow *item)
{
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, update, self);
  g_set_object (&self->item, item);
  self->list_item = list_item;
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, g_object_new (FZ_TYPE_LINE_ROW, NULL));
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  set_item (FZ_LINE_ROW (gtk_list_item_get_child (list_item)), list_item, gtk_list_item_get_item (list_item));
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *list_item)
{
  set_item (FZ_LINE_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

/**
 * fz_line_row_factory:
 *
 * Returns: (transfer full): what shows each #FzSheetRow of a list
 */
GtkListItemFactory *
fz_line_row_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  return factory;
}

/**
 * fz_line_row_get_item:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
FzSheetRow *
fz_line_row_get_item (FzLineRow *self)
{
  g_return_val_if_fail (FZ_IS_LINE_ROW (self), NULL);

  return self->item;
}
