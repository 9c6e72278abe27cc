/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-correction-item.h"

#include <glib/gi18n.h>

#include "fz-sheet-words.h"

/* A correction of a page as lists have it; or a highlight that lost its words by
 * one, which is kept with the page until they are there again. */
struct _FzCorrectionItem {
  GObject       parent_instance;

  FzCorrection *value; /* (nullable) */
  char         *what;
  char         *words; /* (nullable) */
  char         *note;
};

G_DEFINE_FINAL_TYPE (FzCorrectionItem, fz_correction_item, G_TYPE_OBJECT)

static void
fz_correction_item_finalize (GObject *object)
{
  FzCorrectionItem *self = FZ_CORRECTION_ITEM (object);

  g_clear_pointer (&self->value, fz_correction_free);
  g_free (self->what);
  g_free (self->words);
  g_free (self->note);
  G_OBJECT_CLASS (fz_correction_item_parent_class)->finalize (object);
}

static void
fz_correction_item_class_init (FzCorrectionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fz_correction_item_finalize;
}

static void
fz_correction_item_init (FzCorrectionItem *self)
{
}

static char *
where_and_when (const FzCorrection *value)
{
  g_autofree char *where = fz_correction_where (value);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (value->created);
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : NULL;

  return when != NULL ? g_strdup_printf ("%s · %s", where, when) : g_steal_pointer (&where);
}

/**
 * fz_correction_item_new:
 * @value: a correction; copied
 * @sheet: the page that it is of
 *
 * Returns: (transfer full): an item
 */
FzCorrectionItem *
fz_correction_item_new (const FzCorrection *value, const FzSheet *sheet)
{
  FzCorrectionItem *self = g_object_new (FZ_TYPE_CORRECTION_ITEM, NULL);

  self->value = fz_correction_copy (value);
  self->what = fz_correction_what (value);
  if (value->first_line > 0 && value->first_line <= sheet->lines->len)
    self->words = fz_sheet_dup_text (sheet, value->first_line - 1);
  self->note = where_and_when (value);
  return self;
}

/**
 * fz_correction_item_new_orphan:
 * @mark: a highlight without a place
 *
 * Returns: (transfer full): an item
 */
FzCorrectionItem *
fz_correction_item_new_orphan (const FzAnnotation *mark)
{
  FzCorrectionItem *self = g_object_new (FZ_TYPE_CORRECTION_ITEM, NULL);

  self->what = g_strdup (_("Highlight whose words are gone"));
  self->words = g_strdup (mark->quote);
  self->note = g_strdup (mark->note != NULL ? mark->note : "");
  return self;
}

/**
 * fz_correction_item_get_value:
 *
 * Returns: (transfer none) (nullable): the correction
 */
const FzCorrection *
fz_correction_item_get_value (FzCorrectionItem *self)
{
  g_return_val_if_fail (FZ_IS_CORRECTION_ITEM (self), NULL);

  return self->value;
}

/**
 * fz_correction_item_get_what:
 *
 * Returns: (transfer none): what it says, in words
 */
const char *
fz_correction_item_get_what (FzCorrectionItem *self)
{
  g_return_val_if_fail (FZ_IS_CORRECTION_ITEM (self), NULL);

  return self->what;
}

/**
 * fz_correction_item_get_words:
 *
 * Returns: (transfer none) (nullable): of which words it says so
 */
const char *
fz_correction_item_get_words (FzCorrectionItem *self)
{
  g_return_val_if_fail (FZ_IS_CORRECTION_ITEM (self), NULL);

  return self->words;
}

/**
 * fz_correction_item_get_note:
 *
 * Returns: (transfer none): of which lines, and when; of a highlight, its note
 */
const char *
fz_correction_item_get_note (FzCorrectionItem *self)
{
  g_return_val_if_fail (FZ_IS_CORRECTION_ITEM (self), NULL);

  return self->note;
}

/**
 * fz_correction_item_dup_spoken:
 *
 * Returns: (transfer full): all of it, for a screen reader
 */
char *
fz_correction_item_dup_spoken (FzCorrectionItem *self)
{
  g_return_val_if_fail (FZ_IS_CORRECTION_ITEM (self), NULL);

  return g_strjoin (". ", self->what, *self->note ? self->note : self->words, *self->note ? self->words : NULL, NULL);
}
