/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-credits.h"

#include <string.h>

#include "fz-authors.h"
#include "fz-cues.h"

/* Who made or gave a picture: 周明远 摄; 本报记者 周明远 摄影报道;
 * (图片由…提供); 周明远供图. */

enum {
  CREDIT_BYTES = 160,
  TAIL_BYTES = 120,
  SUPPLIER_CHARS = 20,
  OBJECT_CHARS = 10,
};

/* 图片均由吴潮宏提供: who gave the picture stands between 由 and 提供. */
static gboolean
supplier_of (FzText  text,
             FzText *supplier)
{
  const char *from = fz_text_find (text, "由");
  const char *to = from != NULL ? fz_text_find (text, "提供") : NULL;

  if (from == NULL || to == NULL || to <= from + strlen ("由"))
    return FALSE;
  *supplier = fz_text_trim ((FzText) { from + strlen ("由"), (gsize) (to - from) - strlen ("由") });

  return supplier->length > 0;
}

/* 图片均由, 本版照片由: a caption would say more. */
static gboolean
speaks_of_pictures (FzText text)
{
  if (fz_text_chars (text) > OBJECT_CHARS)
    return FALSE;

  return fz_text_find (text, "图") != NULL || fz_text_find (text, "圖") != NULL || fz_text_find (text, "照片") != NULL;
}

/* 周明远 文/摄: who also wrote; a name may hold the same character. */
static gboolean
speaks_of_text (FzText text)
{
  static const char * const words[] = { "文/", "文／", "文并", "文、", "文图", "图文", " 文 ", "撰文" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (fz_text_find (text, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
ends_supplied (FzText text)
{
  return fz_text_ends (text, "供图") || fz_text_ends (text, "供圖");
}

/**
 * fz_credits_is:
 * @text: a line or what stands in a bracket
 *
 * Returns: whether it says who made or gave a picture, and nothing else
 */
gboolean
fz_credits_is (FzText text)
{
  FzText supplier;

  if (text.length > CREDIT_BYTES)
    return FALSE;
  text = fz_text_unbracketed (text);
  if (supplier_of (text, &supplier))
    return speaks_of_pictures ((FzText) { text.start, (gsize) (supplier.start - text.start) });
  if (!fz_cue_end (FZ_CUE_CREDIT_END, text) || speaks_of_text (text))
    return FALSE;
  if (ends_supplied (text))
    return fz_text_chars (text) <= SUPPLIER_CHARS && fz_text_find (text, "，") == NULL;

  return fz_authors_is_all (text);
}

/**
 * fz_credits_tail:
 * @text: a caption
 *
 * Returns: the credit that stands at its end, set apart by a space or a full
 *   stop; of several the longest; a %NULL start where there is none
 */
FzText
fz_credits_tail (FzText text)
{
  const char *end = text.start + text.length;
  FzText credit = { NULL, 0 };

  if (!fz_cue_end (FZ_CUE_CREDIT_END, text))
    return credit;

  for (const char *p = end; p > text.start && end - p < TAIL_BYTES;)
    {
      FzText tail = { p, (gsize) (end - p) };
      FzCharClass before;

      p = g_utf8_prev_char (p);
      before = fz_char_class (g_utf8_get_char (p));
      if (before != FZ_CHAR_SPACE && before != FZ_CHAR_STOP)
        continue;
      tail = fz_text_trim (tail);
      if (tail.length > 0 && fz_credits_is (tail))
        credit = tail;
    }

  return credit;
}

static void
add_supplier (GPtrArray *authors,
              FzText     supplier)
{
  g_autofree char *name = g_strndup (supplier.start, supplier.length);

  g_ptr_array_add (authors, fz_author_new ("供图", name));
}

/* 受访者供图, 图片：受访者供图 */
static FzText
before_supplied (FzText text)
{
  text.length -= strlen ("供图");
  text = fz_text_from (text, fz_cue_start (FZ_CUE_CREDIT_START, text));

  return fz_text_trim (text);
}

/**
 * fz_credits_read:
 * @authors: (element-type FzAuthor): where they go
 * @text: a credit, or a caption that ends with one
 *
 * Adds who made or gave the picture.
 */
void
fz_credits_read (GPtrArray *authors,
                 FzText     text)
{
  guint before = authors->len;
  FzText supplier, tail;

  text = fz_text_unbracketed (text);
  tail = fz_credits_tail (text);
  if (supplier_of (text, &supplier))
    {
      add_supplier (authors, supplier);
      return;
    }
  if (tail.start != NULL)
    text = tail;
  if (ends_supplied (text))
    {
      add_supplier (authors, before_supplied (text));
      return;
    }

  fz_authors_read (authors, text);
  for (guint i = before; i < authors->len; i++)
    {
      FzAuthor *author = g_ptr_array_index (authors, i);

      g_free (author->role);
      author->role = g_strdup ("摄影");
    }
}
