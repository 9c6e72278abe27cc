/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-corrections.h"

#include <string.h>

#include <glib/gi18n.h>

#include "fz-encoding.h"
#include "fz-page.h"

enum {
  VALUE_BYTES = 4096,   /* the longest headline met has 300 */
  ROLE_LINES = 10000,
  REGION_DIGITS = 12,
};

static gboolean check_nothing  (const char *value, GError **error);
static gboolean check_words    (const char *value, GError **error);
static gboolean check_role     (const char *value, GError **error);
static gboolean check_authors  (const char *value, GError **error);
static gboolean check_region   (const char *value, GError **error);
static gboolean check_date     (const char *value, GError **error);
static gboolean check_encoding (const char *value, GError **error);

typedef gboolean (*CheckFunc) (const char *value, GError **error);

static const struct {
  const char *name;
  gboolean    of_source;
  gboolean    may_be_none; /* whether it says something without a value */
  CheckFunc   check;
} kinds[] = {
  [FZ_CORRECTION_START] =     { "start",     FALSE, TRUE,  check_nothing },
  [FZ_CORRECTION_JOIN] =      { "join",      FALSE, TRUE,  check_nothing },
  [FZ_CORRECTION_ROLE] =      { "role",      FALSE, FALSE, check_role },
  [FZ_CORRECTION_TITLE] =     { "title",     FALSE, TRUE,  check_words },
  [FZ_CORRECTION_KICKER] =    { "kicker",    FALSE, TRUE,  check_words },
  [FZ_CORRECTION_SUBTITLE] =  { "subtitle",  FALSE, TRUE,  check_words },
  [FZ_CORRECTION_AUTHORS] =   { "authors",   FALSE, TRUE,  check_authors },
  [FZ_CORRECTION_REGION] =    { "region",    FALSE, TRUE,  check_region },
  [FZ_CORRECTION_NEWSPAPER] = { "newspaper", TRUE,  FALSE, check_words },
  [FZ_CORRECTION_DATE] =      { "date",      TRUE,  FALSE, check_date },
  [FZ_CORRECTION_EDITION] =   { "edition",   TRUE,  FALSE, check_words },
  [FZ_CORRECTION_SECTION] =   { "section",   TRUE,  FALSE, check_words },
  [FZ_CORRECTION_ENCODING] =  { "encoding",  TRUE,  FALSE, check_encoding },
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

G_GNUC_PRINTF (2, 3) static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (FZ_TEXT_ERROR, FZ_TEXT_ERROR_CORRECTION, format, args);
  va_end (args);

  return FALSE;
}

static gboolean
check_nothing (const char  *value,
               GError     **error)
{
  return value == NULL || refuse (error, _("“%s” says nothing about where an article begins"), value);
}

static gboolean
check_words (const char  *value,
             GError     **error)
{
  return strchr (value, '\n') == NULL || refuse (error, _("It must be one line"));
}

static gboolean
check_role (const char  *value,
            GError     **error)
{
  return fz_role_from_name (value) >= 0 || refuse (error, _("“%s” is no role of a line"), value);
}

static gboolean
check_authors (const char  *value,
               GError     **error)
{
  g_autoptr (GPtrArray) authors = fz_correction_read_authors (value);

  return authors != NULL ||
         refuse (error, _("“%s” names no authors; write them like 记者:甲;通讯员:乙"), value);
}

/* Whether there is such a region is for who knows the gazetteer. */
static gboolean
check_region (const char  *value,
              GError     **error)
{
  if (strlen (value) == REGION_DIGITS && strspn (value, "0123456789") == REGION_DIGITS)
    return TRUE;

  return refuse (error, _("“%s” is no code of a region"), value);
}

static gboolean
check_date (const char  *value,
            GError     **error)
{
  static const char pattern[] = "dddd-dd-dd";

  for (guint i = 0; i < sizeof pattern; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (value[i]) : value[i] != pattern[i])
      return refuse (error, _("“%s” is no date; write it like 2023-01-31"), value);
  if (g_date_valid_dmy ((GDateDay) atoi (value + 8), (GDateMonth) atoi (value + 5), (GDateYear) atoi (value)))
    return TRUE;

  return refuse (error, _("“%s” is no date; write it like 2023-01-31"), value);
}

static gboolean
check_encoding (const char  *value,
                GError     **error)
{
  FzOddities odd = { 0 };
  GString *nothing = fz_encoding_read (value, "", 0, &odd);

  if (nothing == NULL)
    return refuse (error, _("There is no encoding “%s”"), value);
  g_string_free (nothing, TRUE);

  return TRUE;
}

static gboolean
check_lines (const FzCorrection  *self,
             GError             **error)
{
  if (kinds[self->kind].of_source)
    return self->first_line == 0 || refuse (error, _("It is said of the whole page and of no line"));
  if (self->first_line == 0 || self->last_line < self->first_line)
    return refuse (error, _("It needs a line of the page"));
  if (self->last_line - self->first_line >= ROLE_LINES)
    return refuse (error, _("It is said of too many lines"));

  return self->kind == FZ_CORRECTION_ROLE || self->last_line == self->first_line ||
         refuse (error, _("It can be said of one line only"));
}

/**
 * fz_correction_check:
 * @self: a correction, of anybody's making
 * @error: %FZ_TEXT_ERROR_CORRECTION and one sentence
 *
 * Returns: whether it says something that can be
 */
gboolean
fz_correction_check (const FzCorrection  *self,
                     GError             **error)
{
  g_return_val_if_fail ((guint) self->kind < FZ_N_CORRECTIONS, FALSE);

  if (!check_lines (self, error))
    return FALSE;
  if (self->value == NULL)
    return kinds[self->kind].may_be_none || refuse (error, _("It needs a value"));
  if (strlen (self->value) > VALUE_BYTES || !g_utf8_validate (self->value, -1, NULL))
    return refuse (error, _("It is no text, or too long"));

  return kinds[self->kind].check (self->value, error);
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

/* 记者:甲 ; without a role word the name is that of an author. */
static FzAuthor *
read_author (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  const char *name = g_strstrip (parts[1] != NULL ? parts[1] : parts[0]);
  const char *role = parts[1] != NULL ? g_strstrip (parts[0]) : "作者";

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
  const GArray *pieces = article->blocks->len > 0 ? fz_article_block (article, 0)->pieces : NULL;

  return pieces != NULL && pieces->len > 0 ? g_array_index (pieces, FzPiece, 0).line : article->first_line;
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
