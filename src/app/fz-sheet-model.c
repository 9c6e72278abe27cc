/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-sheet-model.h"

/* The lines of a page as a list of #FzSheetRow, in sections by article.
 *
 * A row is made when it is asked for and forgotten when nobody holds it, so that
 * a page of a million lines costs what is on the screen.  When the page has been
 * analysed anew the rows that are held are told, and neither selection nor scroll
 * position is touched; only where its lines are others in number are they new. */
struct _FzSheetModel {
  GObject     parent_instance;

  FzSheet    *sheet; /* (nullable) */
  GHashTable *rows;  /* index to the FzSheetRow that is held by somebody */
};

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FzSheetModel, fz_sheet_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static guint
n_lines (FzSheetModel *self)
{
  return self->sheet != NULL ? self->sheet->lines->len : 0;
}

static GType
get_item_type (GListModel *model)
{
  return FZ_TYPE_SHEET_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return n_lines (FZ_SHEET_MODEL (model));
}

static void
on_row_gone (gpointer rows, GObject *where_it_was)
{
  g_hash_table_remove (rows, GUINT_TO_POINTER (fz_sheet_row_get_index ((FzSheetRow *) where_it_was)));
}

static gpointer
get_item (GListModel *model, guint position)
{
  FzSheetModel *self = FZ_SHEET_MODEL (model);
  FzSheetRow *row;

  if (position >= n_lines (self))
    return NULL;
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (row != NULL)
    return g_object_ref (row);
  row = fz_sheet_row_new (self->sheet, position);
  g_object_weak_ref (G_OBJECT (row), on_row_gone, self->rows);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), row);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  FzSheetModel *self = FZ_SHEET_MODEL (model);
  const FzSheetSection *section;

  *start = n_lines (self);
  *end = G_MAXUINT;
  if (position >= n_lines (self))
    return;
  section = fz_sheet_section_at (self->sheet, position);
  *start = section->first;
  *end = section->end;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static void
forget_rows (FzSheetModel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, on_row_gone, self->rows);
  g_hash_table_remove_all (self->rows);
}

static void
fz_sheet_model_finalize (GObject *object)
{
  FzSheetModel *self = FZ_SHEET_MODEL (object);

  forget_rows (self);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->sheet, fz_sheet_unref);
  G_OBJECT_CLASS (fz_sheet_model_parent_class)->finalize (object);
}

static void
fz_sheet_model_class_init (FzSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_sheet_model_finalize;
}

static void
fz_sheet_model_init (FzSheetModel *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
}

/**
 * fz_sheet_model_new:
 *
 * Returns: (transfer full): a list without lines
 */
FzSheetModel *
fz_sheet_model_new (void)
{
  return g_object_new (FZ_TYPE_SHEET_MODEL, NULL);
}

static void
tell_rows (FzSheetModel *self)
{
  g_autoptr (GList) rows = g_hash_table_get_values (self->rows);

  for (GList *l = rows; l != NULL; l = l->next)
    g_object_ref (l->data);
  for (GList *l = rows; l != NULL; l = l->next)
    {
      fz_sheet_row_set_sheet (l->data, self->sheet);
      g_object_unref (l->data);
    }
}

/* Whether both are states of one page, line by line. */
static gboolean
same_lines (const FzSheet *a, const FzSheet *b)
{
  return a != NULL && b != NULL && a->source->id == b->source->id && a->lines->len == b->lines->len;
}

/**
 * fz_sheet_model_set_sheet:
 * @sheet: (nullable): the page as it is now
 */
void
fz_sheet_model_set_sheet (FzSheetModel *self, FzSheet *sheet)
{
  g_autoptr (FzSheet) former = NULL;

  g_return_if_fail (FZ_IS_SHEET_MODEL (self));

  former = g_steal_pointer (&self->sheet);
  self->sheet = sheet != NULL ? fz_sheet_ref (sheet) : NULL;
  if (same_lines (former, sheet))
    {
      tell_rows (self);
      if (sheet->lines->len > 0)
        gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, sheet->lines->len);
      return;
    }
  forget_rows (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, former != NULL ? former->lines->len : 0, n_lines (self));
}

/**
 * fz_sheet_model_get_sheet:
 *
 * Returns: (transfer none) (nullable): the page that is shown
 */
FzSheet *
fz_sheet_model_get_sheet (FzSheetModel *self)
{
  g_return_val_if_fail (FZ_IS_SHEET_MODEL (self), NULL);

  return self->sheet;
}
