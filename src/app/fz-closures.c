/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-closures.h"

#include <glib/gi18n.h>

#include "fz-history.h"

/**
 * fz_entry_shown_title:
 * @entry: (nullable): an article, or %NULL while it is on its way
 *
 * Returns: (transfer full): its title, else its first words
 */
char *
fz_entry_shown_title (const FzEntry *entry)
{
  if (!entry)
    return g_strdup ("…");
  if (entry->title && *entry->title)
    return g_strdup (entry->title);
  if (entry->opening && *entry->opening)
    return g_strdup (entry->opening);
  return g_strdup (_("Untitled"));
}

/**
 * fz_entry_shown_source:
 * @entry: (nullable): an article
 *
 * Returns: (transfer full) (nullable): newspaper and date, else the name of the
 *   file that it was cut from
 */
char *
fz_entry_shown_source (const FzEntry *entry)
{
  if (!entry)
    return NULL;
  if (entry->newspaper && entry->date)
    return g_strdup_printf ("%s · %s", entry->newspaper, entry->date);
  if (entry->newspaper || entry->date)
    return g_strdup (entry->newspaper ? entry->newspaper : entry->date);
  return g_strdup (entry->source_name);
}

/**
 * fz_region_shown_name:
 * @region: a region, %FZ_REGION_NONE for the articles without one
 *
 * Returns: (transfer full): what the tree calls it; what it was in the past with
 *   the year in which that went
 */
char *
fz_region_shown_name (FzRegion region)
{
  FzFormer former;

  if (region == FZ_REGION_NONE)
    return g_strdup (_("No Region"));
  if (fz_history_get (region, &former))
    /* Translators: a region of the past and the year in which it went */
    return g_strdup_printf (_("%s (until %u)"), former.name, former.to);
  if (fz_region_is_abolished (region))
    /* Translators: a region that was abolished */
    return g_strdup_printf (_("%s (abolished)"), fz_region_name (region));
  return g_strdup (fz_region_name (region));
}

/**
 * fz_region_shown_path:
 * @region: a region
 *
 * Returns: (transfer full): the regions that it lies in, from the province down
 */
char *
fz_region_shown_path (FzRegion region)
{
  g_auto (GStrv) path = fz_region_path (fz_region_parent (region));

  if (region == FZ_REGION_NONE || fz_region_parent (region) == FZ_REGION_CHINA)
    return g_strdup ("");
  return g_strjoinv (" › ", path);
}

/**
 * fz_entry_shown_filing:
 * @entry: (nullable): an article
 *
 * Returns: (transfer full) (nullable): where it is filed, if a list has it
 *   because it is strongly about a second region
 */
char *
fz_entry_shown_filing (const FzEntry *entry)
{
  g_autofree char *name = NULL;

  if (!entry || !entry->second)
    return NULL;
  name = fz_region_shown_name (entry->filed);
  /* Translators: of an article that is about more places: the region that it is filed under */
  return g_strdup_printf (_("Filed under %s"), name);
}

/**
 * fz_union_title:
 * @regions: how many regions are selected, two at least
 * @articles: how many articles they have
 *
 * Returns: (transfer full): what stands above their articles
 */
char *
fz_union_title (guint regions, guint articles)
{
  g_autofree char *left = g_strdup_printf (ngettext ("%u region", "%u regions", regions), regions);
  g_autofree char *right = g_strdup_printf (ngettext ("%u article", "%u articles", articles), articles);

  /* Translators: "2 regions", "17 articles" */
  return g_strdup_printf (_("%s, %s"), left, right);
}

/**
 * fz_region_spoken_name:
 * @name: what the region is called
 * @total: how many articles it has
 * @unread: how many of them are unread
 *
 * Returns: (transfer full): what a screen reader says at the region's row
 */
char *
fz_region_spoken_name (const char *name, gint64 total, gint64 unread)
{
  g_autofree char *articles = g_strdup_printf (ngettext ("%u article", "%u articles", (gulong) total), (guint) total);
  g_autofree char *left = NULL;

  if (unread <= 0)
    /* Translators: what a screen reader says of a region: its name, how many articles */
    return g_strdup_printf (_("%s, %s"), name, articles);
  left = g_strdup_printf (ngettext ("%u unread", "%u unread", (gulong) unread), (guint) unread);
  /* Translators: what a screen reader says of a region: its name, how many articles, how many unread */
  return g_strdup_printf (_("%s, %s, %s"), name, articles, left);
}

/**
 * fz_article_spoken_name:
 * @title: what the article is called
 * @source: (nullable): where it comes from
 * @read: whether it was read
 * @starred: whether it is starred
 *
 * Returns: (transfer full): what a screen reader says at the article's row
 */
char *
fz_article_spoken_name (const char *title, const char *source, gboolean read, gboolean starred)
{
  g_autoptr (GString) name = g_string_new (title);

  if (source && *source)
    g_string_append_printf (name, ", %s", source);
  if (!read)
    g_string_append_printf (name, ", %s", _("unread"));
  if (starred)
    g_string_append_printf (name, ", %s", _("starred"));
  return g_string_free_and_steal (g_steal_pointer (&name));
}

static const char * const sort_names[] = {
  [FZ_SORT_PAGE] = "page",
  [FZ_SORT_DATE] = "date",
  [FZ_SORT_TITLE] = "title",
  [FZ_SORT_LENGTH] = "length",
};

/**
 * fz_article_sort_name:
 * @sort: an order of articles
 *
 * Returns: (transfer none): how the settings spell it
 */
const char *
fz_article_sort_name (FzSort sort)
{
  return sort_names[sort];
}

/**
 * fz_article_sort_from_name:
 * @name: (nullable): how the settings spell it
 *
 * Returns: the order; as on the page for a stranger
 */
FzSort
fz_article_sort_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (sort_names); i++)
    if (g_strcmp0 (name, sort_names[i]) == 0)
      return (FzSort) i;
  return FZ_SORT_PAGE;
}

/**
 * fz_marked_text:
 * @mark: what was said of articles
 * @on: whether it holds now
 * @n: how many they are
 *
 * Returns: (transfer full): what the reader is told
 */
char *
fz_marked_text (FzMark mark, gboolean on, guint n)
{
  if (mark == FZ_MARK_STARRED)
    return g_strdup_printf (on ? ngettext ("%u article starred", "%u articles starred", n)
                               : ngettext ("%u article unstarred", "%u articles unstarred", n), n);
  if (mark == FZ_MARK_READ)
    return g_strdup_printf (on ? ngettext ("%u article marked as read", "%u articles marked as read", n)
                               : ngettext ("%u article marked as unread", "%u articles marked as unread", n), n);
  return g_strdup_printf (on ? ngettext ("%u article moved to the bin", "%u articles moved to the bin", n)
                             : ngettext ("%u article taken out of the bin", "%u articles taken out of the bin", n), n);
}

/**
 * fz_removal_text:
 * @removal: what goes with a page
 *
 * Returns: (transfer full): what the reader is told before
 */
char *
fz_removal_text (const FzRemoval *removal)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u article goes with it.", "%u articles go with it.", removal->n_articles),
                          removal->n_articles);
  if (removal->n_corrections > 0)
    g_string_append_printf (text, ngettext (" So does %u correction.", " So do %u corrections.", removal->n_corrections),
                            removal->n_corrections);
  if (removal->n_notes > 0)
    g_string_append_printf (text, ngettext (" %u note is kept with the words it was made on, and finds its place again "
                                            "when the same file is imported again.",
                                            " %u notes are kept with the words they were made on, and find their places "
                                            "again when the same file is imported again.", removal->n_notes),
                            removal->n_notes);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * fz_search_count_text:
 * @count: how many articles were found
 * @most: where counting ended; they are more than that if @count is
 * @latest: whether the latest come first although the best were asked for
 * @whole: %FALSE where articles may be missing, since the index is being made
 *
 * Returns: (transfer full): the line above what was found
 */
char *
fz_search_count_text (gint64 count, gint64 most, gboolean latest, gboolean whole)
{
  g_autofree char *number = NULL;

  if (count > most)
    number = g_strdup_printf (ngettext ("More than %u article", "More than %u articles", (gulong) most), (guint) most);
  else if (count > 0)
    number = g_strdup_printf (ngettext ("%u article", "%u articles", (gulong) count), (guint) count);
  else
    number = g_strdup (_("No article found"));
  if (!whole)
    /* Translators: %s is "17 articles" or "No article found" */
    return g_strdup_printf (_("%s so far: the index is still being made"), number);
  if (latest && count > 0)
    /* Translators: %s is "2345 articles" */
    return g_strdup_printf (_("%s, the latest first"), number);
  return g_steal_pointer (&number);
}

/**
 * fz_import_progress_text:
 * @done: how many files were read
 * @total: how many there are as far as is known, 0 where nothing is known
 *
 * Returns: (transfer full): one line for the progress bar
 */
char *
fz_import_progress_text (guint done, guint total)
{
  if (total == 0)
    return g_strdup (_("Importing…"));
  /* Translators: files that were imported, of all */
  return g_strdup_printf (_("Importing %u of %u"), done, total);
}

static void
append_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append (text, _("; "));
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
append_stopped (GString *text, const GError *stopped)
{
  if (g_error_matches (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    append_sentence (text, g_strdup (_("Import cancelled")));
  else if (stopped)
    append_sentence (text, g_strdup (stopped->message));
}

static void
append_added (GString *text, const FzImportSummary *summary)
{
  g_autofree char *articles = NULL;
  g_autofree char *pages = NULL;

  if (summary->added == 0)
    return;
  articles = g_strdup_printf (ngettext ("%u article", "%u articles", summary->articles), summary->articles);
  pages = g_strdup_printf (ngettext ("%u page", "%u pages", summary->added), summary->added);
  /* Translators: "12 articles" from "3 pages" */
  append_sentence (text, g_strdup_printf (_("%s from %s"), articles, pages));
}

static void
append_oddities (GString *text, const FzImportSummary *summary)
{
  g_autoptr (GPtrArray) sentences = fz_oddities_tell (&summary->odd);

  for (guint i = 0; i < sentences->len; i++)
    append_sentence (text, g_strdup (sentences->pdata[i]));
}

/**
 * fz_import_summary_text:
 * @summary: what came of an import
 *
 * Returns: (transfer full): one line that says why it ended early, if it did,
 *   what came in, and what was left out of it
 */
char *
fz_import_summary_text (const FzImportSummary *summary)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint failed = summary->failures ? summary->failures->len : 0;

  append_stopped (text, summary->stopped);
  append_added (text, summary);
  append_oddities (text, summary);
  if (summary->present > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u page was in the library already",
                                                      "%u pages were in the library already", summary->present),
                                            summary->present));
  if (summary->kept > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u page keeps the newspaper that it has",
                                                      "%u pages keep the newspapers that they have", summary->kept),
                                            summary->kept));
  if (failed > 0)
    append_sentence (text, g_strdup_printf (ngettext ("%u file could not be imported",
                                                      "%u files could not be imported", failed), failed));
  if (text->len == 0)
    g_string_append (text, _("There was nothing to import"));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * fz_import_failures_text:
 * @summary: what came of an import
 *
 * Returns: (transfer full): its failures for the clipboard, one a line
 */
char *
fz_import_failures_text (const FzImportSummary *summary)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; summary->failures && i < summary->failures->len; i++)
    {
      const FzFailure *failure = summary->failures->pdata[i];

      g_string_append_printf (text, "%s: %s\n", failure->path, failure->reason);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * fz_orphans_text:
 * @text: what is said over notes whose articles are gone
 * @shown: how many are listed
 * @all: how many there are
 *
 * Returns: (transfer full): @text, and that not all are listed
 */
char *
fz_orphans_text (const char *text, guint shown, gint64 all)
{
  g_autofree char *n = g_strdup_printf ("%'" G_GINT64_FORMAT, all);
  /* Translators: the first is how many are listed, the second how many there are. */
  g_autofree char *more = g_strdup_printf (_("Listed are the first %'u of %s."), shown, n);

  return g_strdup_printf ("%s\n%s", text, more);
}
