/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-sheet-acts.h"

/* Of the lines that are selected to what is said of the page. */

/**
 * fz_sheet_say:
 * @kind: what is said
 * @line: of which line, 0 for the whole page
 * @value: (nullable): its value
 *
 * Returns: (transfer full) (element-type FzCorrection): this one correction
 */
GPtrArray *
fz_sheet_say (FzCorrectionKind kind, guint line, const char *value)
{
  GPtrArray *add = fz_corrections_new ();

  g_ptr_array_add (add, fz_correction_new (kind, line, line, value));
  return add;
}

/**
 * fz_sheet_begin:
 * @index: number of a line, less one
 *
 * Returns: (transfer full) (nullable) (element-type FzCorrection): that an
 *   article begins there; %NULL where one does
 */
GPtrArray *
fz_sheet_begin (const FzSheet *self, guint index)
{
  const FzSheetLine *line = fz_sheet_line (self, index);
  const FzArticle *article = fz_sheet_article (self, line->article);

  if (line->role < 0 || article == NULL || article->first_line == index + 1)
    return NULL;
  return fz_sheet_say (FZ_CORRECTION_START, index + 1, NULL);
}

/**
 * fz_sheet_join:
 * @index: number of a line, less one
 *
 * Returns: (transfer full) (nullable) (element-type FzCorrection): that its
 *   article goes on from the one before; %NULL where there is none
 */
GPtrArray *
fz_sheet_join (const FzSheet *self, guint index)
{
  guint32 article = fz_sheet_line (self, index)->article;

  if (article == 0 || article == FZ_SHEET_NO_ARTICLE)
    return NULL;
  return fz_sheet_say (FZ_CORRECTION_JOIN, fz_sheet_article (self, article)->first_line, NULL);
}

static gboolean
has_role (const FzSheet *self, guint first, guint last, FzRole role)
{
  for (guint i = first; i <= last; i++)
    if (fz_sheet_line (self, i)->role >= 0 && fz_sheet_line (self, i)->role != (gint8) role)
      return FALSE;
  return TRUE;
}

/**
 * fz_sheet_set_role:
 * @lines: numbers of lines, less one
 * @role: what they are
 *
 * Returns: (transfer full) (nullable) (element-type FzCorrection): one correction
 *   for lines in a row; %NULL where they are that already
 */
GPtrArray *
fz_sheet_set_role (const FzSheet *self, const GtkBitset *lines, FzRole role)
{
  g_autoptr (GPtrArray) add = fz_corrections_new ();
  GtkBitsetIter iter;
  guint line, last;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, lines, &line); more;)
    {
      guint first = line;

      for (last = line; (more = gtk_bitset_iter_next (&iter, &line)) && line == last + 1; last = line)
        ;
      if (!has_role (self, first, last, role))
        g_ptr_array_add (add, fz_correction_new (FZ_CORRECTION_ROLE, first + 1, last + 1, fz_role_name (role)));
    }
  return add->len > 0 ? g_steal_pointer (&add) : NULL;
}

static gboolean
is_of_beginning (const FzCorrection *correction)
{
  return correction->kind == FZ_CORRECTION_START || correction->kind == FZ_CORRECTION_JOIN;
}

/* Whether what @known says is no matter any more when @new is said. */
static gboolean
is_replaced_by (const FzSheet *self, const FzCorrection *known, const FzCorrection *new)
{
  const GPtrArray *articles = self->analysis->page->articles;

  if (is_of_beginning (known) && is_of_beginning (new))
    return known->first_line == new->first_line;
  if (known->kind != new->kind)
    return FALSE;
  if (fz_correction_is_of_source (new->kind))
    return TRUE;
  if (new->kind == FZ_CORRECTION_ROLE)
    return known->first_line >= new->first_line && known->last_line <= new->last_line;
  return fz_articles_find_line (articles, known->first_line) == fz_articles_find_line (articles, new->first_line);
}

/**
 * fz_sheet_replaced:
 * @add: (element-type FzCorrection): what is said now
 *
 * Returns: (transfer full) (element-type FzCorrection): what the page was said to
 *   be in the same matter before
 */
GPtrArray *
fz_sheet_replaced (const FzSheet *self, const GPtrArray *add)
{
  GPtrArray *replaced = fz_corrections_new ();

  for (guint i = 0; i < self->source->corrections->len; i++)
    {
      const FzCorrection *known = self->source->corrections->pdata[i];
      gboolean is_replaced = FALSE;

      for (guint j = 0; j < add->len && !is_replaced; j++)
        is_replaced = is_replaced_by (self, known, add->pdata[j]);
      if (is_replaced)
        g_ptr_array_add (replaced, fz_correction_copy (known));
    }
  return replaced;
}
