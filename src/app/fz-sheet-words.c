/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-sheet-words.h"

#include <string.h>

#include <glib/gi18n.h>

/* What a page and its corrections are called in words. */

static const char * const roles[] = {
  [FZ_ROLE_TITLE]    = N_("Title"),
  [FZ_ROLE_KICKER]   = N_("Kicker"),
  [FZ_ROLE_SUBTITLE] = N_("Subtitle"),
  [FZ_ROLE_BYLINE]   = N_("Byline"),
  [FZ_ROLE_BODY]     = N_("Body"),
  [FZ_ROLE_HEADING]  = N_("Heading"),
  [FZ_ROLE_CAPTION]  = N_("Caption"),
  [FZ_ROLE_CREDIT]   = N_("Credit"),
  [FZ_ROLE_MASTHEAD] = N_("Masthead"),
  [FZ_ROLE_JUMP]     = N_("Continued"),
  [FZ_ROLE_NOISE]    = N_("Not Text"),
};

/* What a correction is about, and what one without a value says. */
static const struct {
  const char *label;
  const char *without;
} kinds[FZ_N_CORRECTIONS] = {
  [FZ_CORRECTION_START]     = { N_("Beginning"), N_("An article begins here") },
  [FZ_CORRECTION_JOIN]      = { N_("Beginning"), N_("Goes on from the article before") },
  [FZ_CORRECTION_ROLE]      = { N_("Role"), "" },
  [FZ_CORRECTION_TITLE]     = { N_("Title"), N_("Has no title") },
  [FZ_CORRECTION_KICKER]    = { N_("Kicker"), N_("Has no kicker") },
  [FZ_CORRECTION_SUBTITLE]  = { N_("Subtitle"), N_("Has no subtitle") },
  [FZ_CORRECTION_AUTHORS]   = { N_("Authors"), N_("Names no authors") },
  [FZ_CORRECTION_REGION]    = { N_("Region"), N_("Is about no place") },
  [FZ_CORRECTION_PLACE]     = { N_("Place"), "" },
  [FZ_CORRECTION_NEWSPAPER] = { N_("Newspaper"), "" },
  [FZ_CORRECTION_DATE]      = { N_("Date"), "" },
  [FZ_CORRECTION_EDITION]   = { N_("Edition"), "" },
  [FZ_CORRECTION_SECTION]   = { N_("Section"), "" },
  [FZ_CORRECTION_ENCODING]  = { N_("Encoding"), "" },
};

/**
 * fz_sheet_role_label:
 * @role: what a line is
 *
 * Returns: (transfer none): its name for people
 */
const char *
fz_sheet_role_label (FzRole role)
{
  g_return_val_if_fail (role < G_N_ELEMENTS (roles), "");

  return _(roles[role]);
}

/**
 * fz_sheet_joined_text:
 * @line: a line
 * @index: its number, less one
 *
 * Returns: (transfer full) (nullable): from where its paragraph comes, %NULL
 *   where it begins one
 */
char *
fz_sheet_joined_text (const FzSheetLine *line, guint index)
{
  if (line->joined == 0)
    return NULL;
  if (line->joined == index)
    return g_strdup (_("Joined to the line above"));
  /* Translators: the number of a line further up on the page */
  return g_strdup_printf (_("Joined to line %u"), line->joined);
}

static char *
line_words (const FzSheet *self, guint index)
{
  const FzSheetLine *line = fz_sheet_line (self, index);
  g_autofree char *text = NULL, *joined = NULL;

  if (line->role < 0)
    /* Translators: a line of a page, by its number, on which nothing is printed */
    return g_strdup_printf (_("Line %u, empty"), index + 1);
  text = fz_sheet_dup_text (self, index);
  joined = fz_sheet_joined_text (line, index);
  /* Translators: a line of a page: its number, what it is, its text */
  if (joined == NULL)
    return g_strdup_printf (_("Line %u, %s: %s"), index + 1, fz_sheet_role_label ((FzRole) line->role), text);
  /* Translators: a line of a page: its number, what it is, to what it was joined, its text */
  return g_strdup_printf (_("Line %u, %s, %s: %s"), index + 1, fz_sheet_role_label ((FzRole) line->role), joined, text);
}

/**
 * fz_sheet_spoken_line:
 * @index: number of a line, less one
 *
 * Returns: (transfer full): what a screen reader says of it, and of the article
 *   that begins at it or goes on from further up
 */
char *
fz_sheet_spoken_line (const FzSheet *self, guint index)
{
  const FzSheetSection *section = fz_sheet_section_at (self, index);
  const FzArticle *article = fz_sheet_article (self, section->article);
  g_autofree char *words = line_words (self, index);

  if (section->first != index || article == NULL)
    return g_steal_pointer (&words);
  if (section->resumed)
    /* Translators: the number of an article on its page, then its first line here */
    return g_strdup_printf (_("Article %u goes on. %s"), article->number, words);
  /* Translators: the number of an article on its page, then its first line */
  return g_strdup_printf (_("Article %u begins. %s"), article->number, words);
}

/* The first words of what it says. */
static char *
opening (const FzArticle *article)
{
  for (guint i = 0; i < article->blocks->len; i++)
    if (fz_article_block (article, i)->role == FZ_ROLE_BODY)
      {
        g_autofree char *text = fz_article_dup_block (article, i);

        return g_utf8_strlen (text, -1) > 20 ? g_utf8_substring (text, 0, 20) : g_steal_pointer (&text);
      }
  return NULL;
}

/**
 * fz_sheet_article_title:
 * @article: index of an article
 *
 * Returns: (transfer full): its title, else its first words
 */
char *
fz_sheet_article_title (const FzSheet *self, guint32 article)
{
  const FzArticle *of = fz_sheet_article (self, article);
  char *words;

  if (of->title != NULL && *of->title)
    return g_strdup (of->title);
  words = opening (of);
  return words != NULL ? words : g_strdup (_("Untitled"));
}

/**
 * fz_sheet_section_title:
 * @section: lines in a row
 *
 * Returns: (transfer full): what their article is called
 */
char *
fz_sheet_section_title (const FzSheet *self, const FzSheetSection *section)
{
  if (section->article == FZ_SHEET_NO_ARTICLE)
    return g_strdup (_("In No Article"));
  return fz_sheet_article_title (self, section->article);
}

/**
 * fz_sheet_section_note:
 * @section: lines in a row
 *
 * Returns: (transfer full): which lines they are
 */
char *
fz_sheet_section_note (const FzSheet *self, const FzSheetSection *section)
{
  if (section->resumed)
    /* Translators: of an article of which other lines stand further up: the first and the last line */
    return g_strdup_printf (_("goes on, lines %u–%u"), section->first + 1, section->end);
  /* Translators: of an article: the first and the last line */
  return g_strdup_printf (_("lines %u–%u"), section->first + 1, section->end);
}

/* ICU spells this one small, and nobody else does. */
static const char *
shown_encoding (const char *encoding)
{
  return strcmp (encoding, "gb18030") == 0 ? "GB18030" : encoding;
}

static char *
doubt_text (const FzPage *page)
{
  const char *encoding = shown_encoding (page->encoding);
  const char *rival = page->rival != NULL ? shown_encoding (page->rival) : NULL;

  if (page->given & (1u << FZ_CORRECTION_ENCODING))
    return g_strdup_printf (_("Read as %s, as you chose"), encoding);
  if (page->doubtful && rival != NULL)
    /* Translators: an encoding, like GB18030, how much it is in doubt in percent, and another encoding */
    return g_strdup_printf (_("Read as %s, a guess that is %u%% in doubt: it may be %s"), encoding, page->doubt, rival);
  if (page->doubtful)
    return g_strdup_printf (_("Read as %s, a guess that is %u%% in doubt"), encoding, page->doubt);
  if (rival != NULL)
    return g_strdup_printf (_("Read as %s, some lines as %s"), encoding, rival);
  return g_strdup_printf (_("Read as %s"), encoding);
}

/**
 * fz_sheet_encoding_text:
 *
 * Returns: (transfer full): in what encoding it was read, how sure that is, and
 *   how many characters could not be read
 */
char *
fz_sheet_encoding_text (const FzSheet *self)
{
  const FzPage *page = self->analysis->page;
  g_autofree char *doubt = doubt_text (page);
  g_autofree char *broken = NULL;

  if (page->replaced == 0)
    return g_steal_pointer (&doubt);
  broken = g_strdup_printf (ngettext ("%u character could not be read", "%u characters could not be read",
                                      page->replaced), page->replaced);
  /* Translators: two parts of a sentence */
  return g_strdup_printf (_("%s; %s"), doubt, broken);
}

/**
 * fz_sheet_summary:
 *
 * Returns: (transfer full): the name of its file and how much is in it
 */
char *
fz_sheet_summary (const FzSheet *self)
{
  guint n_lines = self->lines->len, n_articles = self->analysis->page->articles->len;
  g_autofree char *lines = g_strdup_printf (ngettext ("%'u line", "%'u lines", n_lines), n_lines);
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);

  return g_strdup_printf ("%s · %s · %s", self->source->name, lines, articles);
}

/**
 * fz_sheet_date_text:
 *
 * Returns: (transfer full) (nullable): of when it probably is, where no date is known
 */
char *
fz_sheet_date_text (const FzSheet *self)
{
  const FzPage *page = self->analysis->page;

  if (self->source->date.value != NULL || page->date_since == NULL)
    return NULL;
  if (g_strcmp0 (page->date_since, page->date_until) == 0)
    return g_strdup_printf (_("The page is not dated; it is probably of %s."), page->date_since);
  return g_strdup_printf (_("The page is not dated; it is probably of %s to %s."), page->date_since, page->date_until);
}

static char *
region_text (const char *code)
{
  g_auto (GStrv) path = fz_region_path (fz_region_from_code (code));

  return path != NULL ? g_strjoinv (" › ", path) : g_strdup (code);
}

/* Translators: a name that several regions have, and the one that is meant */
static char *
place_text (const char *value)
{
  const char *code;
  g_autofree char *name = fz_correction_read_place (value, &code);
  g_autofree char *region = name != NULL ? region_text (code) : NULL;

  return name != NULL ? g_strdup_printf (_("%s, which is %s"), name, region) : g_strdup (value);
}

static char *
value_text (const FzCorrection *correction)
{
  int role;

  if (correction->kind == FZ_CORRECTION_REGION)
    return region_text (correction->value);
  if (correction->kind == FZ_CORRECTION_PLACE)
    return place_text (correction->value);
  role = correction->kind == FZ_CORRECTION_ROLE ? fz_role_from_name (correction->value) : -1;
  return g_strdup (role >= 0 ? fz_sheet_role_label ((FzRole) role) : correction->value);
}

/**
 * fz_correction_what:
 * @correction: a correction
 *
 * Returns: (transfer full): what it says, in words
 */
char *
fz_correction_what (const FzCorrection *correction)
{
  g_autofree char *value = NULL;

  if (correction->value == NULL)
    return g_strdup (*kinds[correction->kind].without ? _(kinds[correction->kind].without) : "");
  value = value_text (correction);
  /* Translators: what is said of a page or an article, and its value, as in "Title: …" */
  return g_strdup_printf (_("%s: %s"), _(kinds[correction->kind].label), value);
}

/**
 * fz_correction_where:
 * @correction: a correction
 *
 * Returns: (transfer full): of which lines it says so
 */
char *
fz_correction_where (const FzCorrection *correction)
{
  if (correction->first_line == 0)
    return g_strdup (_("The whole page"));
  if (correction->last_line > correction->first_line)
    return g_strdup_printf (_("Lines %u–%u"), correction->first_line, correction->last_line);
  return g_strdup_printf (_("Line %u"), correction->first_line);
}
