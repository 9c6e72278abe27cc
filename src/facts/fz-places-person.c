/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-places.h"

#include "fz-cues.h"
#include "fz-words.h"

/* Rule "person": 叶中山擦着灯,…叶中山在记录: a short name that stands in the article
 * behind one surname each time, twice at least, is the given name of somebody.  The
 * page's own region is none, nor is what follows a word that may be a surname: 于上海. */

#define OFTEN 2

/* How a name stands in the article. */
typedef struct {
  gunichar surname; /* before the first of them, or 0 */
  guint    n_behind_it;
  guint    n_all;
} Standing;

static gboolean
joins_last (const FzMentions *self,
            guint             index)
{
  return index > 0 && fz_mentions_at (self, index - 1)->byte_end == fz_mentions_at (self, index)->byte_start;
}

/* Whether the character before @at ends a word: 中国|义乌, 铁路|湖北段. */
static gboolean
ends_a_word (const char *text,
             const char *at)
{
  const char *last = g_utf8_prev_char (at);

  return last > text && fz_gazetteer_is_common (g_utf8_prev_char (last), at);
}

/* Surnames that are rather words before a place: 古泉州, 全江苏. */
static gboolean
is_rather_a_word (const char *surname,
                  const char *end)
{
  static const char list[] = "古 全 游 遊 居 满 滿 时 時 应 應 那 老 新 原";
  static FzWords *words;

  return fz_words_at (fz_words_of_list (&words, list), surname, end, NULL) > 0;
}

/* The surname that stands before a short name, or 0. */
static gunichar
surname_before (const FzMentions *self,
                guint             index)
{
  const FzMention *mention = fz_mentions_at (self, index);
  const char *text = self->article->text, *at = text + mention->byte_start, *before;

  if (!mention->is_short || (mention->flags & FZ_MENTION_FREE) != 0 || joins_last (self, index) || ends_a_word (text, at))
    return 0;
  before = g_utf8_prev_char (at);
  if (is_rather_a_word (before, at))
    return 0;
  return fz_cue_surname ((FzText) { before, mention->byte_end - (gsize) (before - text) }) ? g_utf8_get_char (before) : 0;
}

static gboolean
is_of_home (const FzMentions *self,
            const FzMention  *mention)
{
  for (guint i = 0; i < mention->n_candidates; i++)
    if (fz_region_contains (self->context.home, fz_mentions_candidates (self, mention)[i]))
      return TRUE;
  return FALSE;
}

static gboolean
any_behind_surname (const FzMentions *self)
{
  for (guint i = 0; i < self->mentions->len; i++)
    if (surname_before (self, i) != 0)
      return TRUE;
  return FALSE;
}

static GHashTable *
count_standings (const FzMentions *self)
{
  GHashTable *standings = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < self->mentions->len; i++)
    {
      gpointer name = GUINT_TO_POINTER (fz_mentions_at (self, i)->name);
      Standing *standing = g_hash_table_lookup (standings, name);
      gunichar surname = surname_before (self, i);

      if (standing == NULL)
        {
          standing = g_new0 (Standing, 1);
          standing->surname = surname;
          g_hash_table_insert (standings, name, standing);
        }
      standing->n_all++;
      standing->n_behind_it += surname != 0 && surname == standing->surname ? 1 : 0;
    }
  return standings;
}

/**
 * fz_places_pass_persons:
 * @self: the mentions of an article, none of them settled
 *
 * Drops those that are given names of persons.
 */
void
fz_places_pass_persons (FzMentions *self)
{
  g_autoptr (GHashTable) standings = NULL;
  guint kept = 0;

  if (!any_behind_surname (self))
    return;
  standings = count_standings (self);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      FzMention *mention = fz_mentions_at (self, i);
      const Standing *standing = g_hash_table_lookup (standings, GUINT_TO_POINTER (mention->name));

      if (standing->n_behind_it >= OFTEN && standing->n_behind_it == standing->n_all && !is_of_home (self, mention))
        continue;
      *fz_mentions_at (self, kept++) = *mention;
    }
  g_array_set_size (self->mentions, kept);
}
