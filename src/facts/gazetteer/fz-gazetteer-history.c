/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fz-gazetteer-tables.h"

#include <stdlib.h>
#include <string.h>

/* What has gone: history.tsv, made by a script, and history-before.tsv, kept by
 * hand.  Each row names who took over; what it is today is found by going on
 * from there. */

static const struct {
  const char *name;
  FzEnded     ended;
} endings[] = {
  { "renamed", FZ_ENDED_RENAMED },         { "upgraded", FZ_ENDED_UPGRADED },     { "district", FZ_ENDED_DISTRICT },
  { "city", FZ_ENDED_CITY },               { "re-parented", FZ_ENDED_RE_PARENTED }, { "renumbered", FZ_ENDED_RENUMBERED },
  { "merged", FZ_ENDED_MERGED },           { "divided", FZ_ENDED_DIVIDED },
};

static FzEnded
parse_ended (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (strcmp (endings[i].name, text) == 0)
      return endings[i].ended;
  fail ("history", 0, text);
}

static void
take_former (Tables *self,
             char  **row)
{
  Former former = { .name = row[1] };

  former.code = strcmp (row[0], "-") != 0 ? tables_parse_code (row[0]) : 0;
  former.from = (guint16) strtoul (row[2], NULL, 10);
  former.to = (guint16) strtoul (row[3], NULL, 10);
  former.ended = parse_ended (row[4]);
  former.successor = tables_parse_code (row[5]);
  if (former.to == 0)
    fail ("history", 0, row[1]);
  g_array_append_val (self->history, former);
}

/* Who had the code of @former's successor next, if that has gone too. */
static const Former *
next_of (Tables       *self,
         const Former *former)
{
  const Former *found = NULL;

  for (guint i = 0; i < self->history->len; i++)
    {
      const Former *other = &g_array_index (self->history, Former, i);
      gboolean later = other->to > former->to || (other->to == former->to && other->code != former->code);

      if (other != former && other->code == former->successor && later && other->from <= former->to
          && (found == NULL || other->to < found->to))
        found = other;
    }
  return found;
}

static guint32
today_of (Tables       *self,
          const Former *former)
{
  const guint longest = 16;
  const Former *at = former, *next;

  for (guint i = 0; i < longest && (next = next_of (self, at)) != NULL; i++)
    at = next;
  if (next_of (self, at) != NULL || tables_find_region (self, at->successor) == NULL)
    fail ("history", 0, former->name);
  return at->successor;
}

/* 郊区, 城区: said of any place. */
static gboolean
is_any_places (const char *name)
{
  return g_str_has_suffix (name, "区") && strlen (name) <= strlen ("郊区");
}

/* 襄樊 of 襄樊市, if nothing else is called so.  Of the districts most stems are
 * words of any text (中市, 城北). */
static void
add_stem (Tables       *self,
          const Former *former,
          const Region *region)
{
  gsize length = strlen (former->name) - strlen ("市");
  g_autofree char *text = g_strndup (former->name, length);

  if (length >= strlen ("襄樊") && !g_str_has_suffix (former->name, "区") && !g_str_has_suffix (former->name, "盟")
      && g_tree_lookup (self->names, text) == NULL)
    tables_add_name (self, text, region, TRUE);
}

static int
compare_former (gconstpointer a,
                gconstpointer b)
{
  const Former *left = a, *right = b;

  if (left->today != right->today)
    return left->today < right->today ? -1 : 1;
  if (left->to != right->to)
    return left->to - right->to;
  return (left->code > right->code) - (left->code < right->code);
}

/**
 * tables_read_history:
 * @self: tables whose regions and names of today are read
 */
void
tables_read_history (Tables *self)
{
  tables_read_file (self, "history.tsv", 7, take_former);
  tables_read_file (self, "history-before.tsv", 7, take_former);
  for (guint i = 0; i < self->history->len; i++)
    {
      Former *former = &g_array_index (self->history, Former, i);
      const Region *region;

      former->today = today_of (self, former);
      region = tables_find_region (self, former->today);
      if (!is_any_places (former->name))
        tables_add_past (self, former->name, region);
      add_stem (self, former, region);
    }
  g_array_sort (self->history, compare_former);
}
