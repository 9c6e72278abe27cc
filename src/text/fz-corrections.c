/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-corrections.h"

#include <string.h>

static const struct {
  const char *name;
  gboolean    of_source;
} kinds[] = {
  [FZ_CORRECTION_START] = { "start", FALSE },
  [FZ_CORRECTION_JOIN] = { "join", FALSE },
  [FZ_CORRECTION_ROLE] = { "role", FALSE },
  [FZ_CORRECTION_TITLE] = { "title", FALSE },
  [FZ_CORRECTION_KICKER] = { "kicker", FALSE },
  [FZ_CORRECTION_SUBTITLE] = { "subtitle", FALSE },
  [FZ_CORRECTION_AUTHORS] = { "authors", FALSE },
  [FZ_CORRECTION_REGION] = { "region", FALSE },
  [FZ_CORRECTION_PLACE] = { "place", FALSE },
  [FZ_CORRECTION_NEWSPAPER] = { "newspaper", TRUE },
  [FZ_CORRECTION_DATE] = { "date", TRUE },
  [FZ_CORRECTION_EDITION] = { "edition", TRUE },
  [FZ_CORRECTION_SECTION] = { "section", TRUE },
  [FZ_CORRECTION_ENCODING] = { "encoding", TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == FZ_N_CORRECTIONS);

/**
 * fz_correction_new:
 * @kind: what it says
 * @first_line: first physical line; 0 for the source as a whole
 * @last_line: last physical line; up to @first_line means that one alone
 * @value: (nullable): what it is to be; an empty one is none
 *
 * Returns: (transfer full): a correction of now, not checked
 */
FzCorrection *
fz_correction_new (FzCorrectionKind  kind,
                   guint             first_line,
                   guint             last_line,
                   const char       *value)
{
  FzCorrection *self = g_new0 (FzCorrection, 1);

  self->kind = kind;
  self->first_line = first_line;
  self->last_line = MAX (first_line, last_line);
  self->value = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
  self->created = g_get_real_time () / G_USEC_PER_SEC;

  return self;
}

/**
 * fz_correction_copy:
 * @self: a correction
 *
 * Returns: (transfer full): its equal
 */
FzCorrection *
fz_correction_copy (const FzCorrection *self)
{
  FzCorrection *copy = g_memdup2 (self, sizeof *self);

  copy->value = g_strdup (self->value);

  return copy;
}

/**
 * fz_correction_free:
 * @self: (nullable) (transfer full): a correction
 */
void
fz_correction_free (FzCorrection *self)
{
  if (self == NULL)
    return;
  g_free (self->value);
  g_free (self);
}

/**
 * fz_correction_is_of_source:
 * @kind: a kind
 *
 * Returns: whether it is said of the source as a whole, and of no line
 */
gboolean
fz_correction_is_of_source (FzCorrectionKind kind)
{
  g_return_val_if_fail ((guint) kind < FZ_N_CORRECTIONS, FALSE);

  return kinds[kind].of_source;
}

/**
 * fz_correction_kind_name:
 * @kind: a kind
 *
 * Returns: (transfer none): its name in the store
 */
const char *
fz_correction_kind_name (FzCorrectionKind kind)
{
  g_return_val_if_fail ((guint) kind < FZ_N_CORRECTIONS, NULL);

  return kinds[kind].name;
}

/**
 * fz_correction_kind_from_name:
 * @name: (nullable): a name of the store
 *
 * Returns: the kind, or -1 for a stranger
 */
int
fz_correction_kind_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return (int) i;

  return -1;
}

/* 记者:甲 ; without a role word the name is that of an author.  Of nothing
 * g_strsplit() makes not even one part. */
static FzAuthor *
read_author (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  const char *role = "作者", *name;

  if (parts[0] == NULL)
    return NULL;
  name = g_strstrip (parts[1] != NULL ? parts[1] : parts[0]);
  if (parts[1] != NULL)
    role = g_strstrip (parts[0]);

  return *name != '\0' && *role != '\0' ? fz_author_new (role, name) : NULL;
}

/**
 * fz_correction_read_authors:
 * @value: 记者:甲;通讯员:乙, with half-width or full-width marks
 *
 * Returns: (transfer full) (nullable) (element-type FzAuthor): the authors, or
 *   %NULL where one of them has no name
 */
GPtrArray *
fz_correction_read_authors (const char *value)
{
  g_autoptr (GPtrArray) authors = g_ptr_array_new_with_free_func ((GDestroyNotify) fz_author_free);
  g_autoptr (GString) plain = g_string_new (value);
  g_auto (GStrv) parts = NULL;

  g_string_replace (plain, "；", ";", 0);
  g_string_replace (plain, "：", ":", 0);
  parts = g_strsplit (plain->str, ";", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      FzAuthor *author = read_author (parts[i]);

      if (author == NULL)
        return NULL;
      g_ptr_array_add (authors, author);
    }

  return g_steal_pointer (&authors);
}

/**
 * fz_correction_read_place:
 * @value: (nullable): 朝阳区:110105000000, with a half-width or full-width colon
 * @code: (out): what stands behind the colon
 *
 * Returns: (transfer full) (nullable): the name before it, or %NULL where there
 *   is no colon or nothing before it
 */
char *
fz_correction_read_place (const char  *value,
                          const char **code)
{
  static const char *const colons[] = { ":", "：" };

  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (colons); i++)
    {
      const char *colon = strstr (value, colons[i]);

      if (colon == NULL || colon == value)
        continue;
      *code = colon + strlen (colons[i]);
      return g_strndup (value, (gsize) (colon - value));
    }
  *code = NULL;

  return NULL;
}

/**
 * fz_corrections_new:
 *
 * Returns: (transfer full) (element-type FzCorrection): an empty list
 */
GPtrArray *
fz_corrections_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) fz_correction_free);
}

/**
 * fz_corrections_find:
 * @self: (nullable) (element-type FzCorrection): corrections
 * @kind: a kind that is said of the source as a whole
 *
 * Returns: (transfer none) (nullable): what the last of them says
 */
const char *
fz_corrections_find (const GPtrArray  *self,
                     FzCorrectionKind  kind)
{
  for (guint i = self != NULL ? self->len : 0; i > 0; i--)
    {
      const FzCorrection *correction = g_ptr_array_index (self, i - 1);

      if (correction->kind == kind && fz_correction_check (correction, NULL))
        return correction->value;
    }

  return NULL;
}

static guint
first_line_of (const FzArticle *article)
{
  const FzPieces *pieces = article->blocks->len > 0 ? fz_article_block (article, 0)->pieces : NULL;

  return pieces != NULL && pieces->len > 0 ? pieces->data[0].line : article->first_line;
}

/**
 * fz_articles_find_line:
 * @articles: (element-type FzArticle): those of a page, in its order, at least one
 * @line: a physical line
 *
 * Returns: index of the article that holds it: the last that begins at it or
 *   above it, or the first
 */
guint
fz_articles_find_line (const GPtrArray *articles,
                       guint            line)
{
  guint low = 0, high = articles->len;

  g_return_val_if_fail (high > 0, 0);

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (first_line_of (g_ptr_array_index (articles, middle)) <= line)
        low = middle;
      else
        high = middle;
    }

  return low;
}
