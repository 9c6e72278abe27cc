/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-sheet-row.h"

/* One line of a page as a list hands it out: where it stands, and in which state
 * of the page.  It stays the same object while the page is analysed anew. */
struct _FzSheetRow {
  GObject  parent_instance;

  FzSheet *sheet;
  guint    index;
};

G_DEFINE_FINAL_TYPE (FzSheetRow, fz_sheet_row, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
fz_sheet_row_finalize (GObject *object)
{
  fz_sheet_unref (FZ_SHEET_ROW (object)->sheet);
  G_OBJECT_CLASS (fz_sheet_row_parent_class)->finalize (object);
}

static void
fz_sheet_row_class_init (FzSheetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_sheet_row_finalize;

  /* What is known of the line is another now. */
  signals[CHANGED] = g_signal_new ("changed", FZ_TYPE_SHEET_ROW, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
fz_sheet_row_init (FzSheetRow *self)
{
}

/**
 * fz_sheet_row_new:
 * @sheet: a page
 * @index: number of a line of it, less one
 *
 * Returns: (transfer full): the line
 */
FzSheetRow *
fz_sheet_row_new (FzSheet *sheet, guint index)
{
  FzSheetRow *self = g_object_new (FZ_TYPE_SHEET_ROW, NULL);

  self->sheet = fz_sheet_ref (sheet);
  self->index = index;
  return self;
}

/**
 * fz_sheet_row_set_sheet:
 * @sheet: the page as it is now, with as many lines as before
 */
void
fz_sheet_row_set_sheet (FzSheetRow *self, FzSheet *sheet)
{
  g_autoptr (FzSheet) former = NULL;

  g_return_if_fail (FZ_IS_SHEET_ROW (self));

  former = g_steal_pointer (&self->sheet);
  self->sheet = fz_sheet_ref (sheet);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * fz_sheet_row_get_sheet:
 *
 * Returns: (transfer none): the page that it is a line of
 */
const FzSheet *
fz_sheet_row_get_sheet (FzSheetRow *self)
{
  return self->sheet;
}

/**
 * fz_sheet_row_get_index:
 *
 * Returns: number of the line, less one
 */
guint
fz_sheet_row_get_index (FzSheetRow *self)
{
  return self->index;
}
