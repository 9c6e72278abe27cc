/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-authors.h"

#include <string.h>

#include "fz-cues.h"
#include "fz-names.h"

/* Who made a story: 记者 于山 通讯员 丁少华; 文/张三 图/李四; 周明远 摄;
 * (图片由…提供).
 *
 * A run is read word by word.  A role word holds for all names behind it until
 * the next one; 摄 and 文 may also stand behind their names.  A name that stands
 * apart from its role word is believed by its length, one that is written on to
 * it or has none by its surname. */

#define WORD_STOPS "、，,／/;；:：（）()。！？!?"

enum {
  NEWSROOM_BYTES = 60,  /* of the first word of a byline */
};

typedef struct {
  GPtrArray  *authors;
  const char *role;      /* that holds now, or NULL */
  guint       open;      /* first author whose role may still follow it */
  guint       names;
  guint       offices;
  guint       strangers;
  gboolean    roles;     /* a role word was met */
  gboolean    pictures;  /* all roles are those of pictures */
} Reader;

static void
add_author (Reader     *self,
            const char *role,
            FzText      name)
{
  g_autofree char *text = g_strndup (name.start, name.length);

  self->names++;
  if (self->authors != NULL)
    g_ptr_array_add (self->authors, fz_author_new (role ? role : "作者", text));
}

static void
set_role (Reader     *self,
          const char *role)
{
  self->role = role;
  self->pictures = (self->pictures || !self->roles) && (strcmp (role, "摄影") == 0 || strcmp (role, "供图") == 0);
  self->roles = TRUE;
  if (self->authors != NULL)
    self->open = self->authors->len;
}

/* 摄 behind its names gives them their role, and none to those that follow. */
static void
set_role_behind (Reader     *self,
                 const char *role)
{
  for (guint i = self->open; self->authors != NULL && i < self->authors->len; i++)
    {
      FzAuthor *author = g_ptr_array_index (self->authors, i);

      g_free (author->role);
      author->role = g_strdup (role);
    }
  set_role (self, role);
  self->role = NULL;
}

/* A role word inside a word: 黔山晚报记者, 中央社記者蘇木春. */
static gsize
role_inside (FzText       word,
             const char **role)
{
  static const char * const inner[] = { "记者", "記者", "通讯员", "通訊員", NULL };
  gsize direct = fz_cue_author (word, role);

  if (direct > 0)
    return direct;
  for (guint i = 0; inner[i] != NULL; i++)
    {
      const char *at = fz_text_find (word, inner[i]);

      if (at == NULL)
        continue;
      fz_cue_author ((FzText) { at, strlen (inner[i]) }, role);
      return (gsize) (at - word.start) + strlen (inner[i]);
    }

  return 0;
}

static gboolean
read_mark_behind (Reader *self,
                  FzText  word)
{
  static const struct { const char *word, *role; } marks[] = {
    { "摄", "摄影" }, { "攝", "摄影" }, { "摄影", "摄影" }, { "攝影", "摄影" }, { "图", "摄影" }, { "圖", "摄影" },
    { "摄影报道", "摄影" }, { "攝影報導", "摄影" }, { "供图", "供图" }, { "供圖", "供图" }, { "文", "作者" },
    { "综合", "作者" }, { "整理", "作者" }, { "编译", "作者" }, { "辑", "作者" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (word.length != strlen (marks[i].word) || !fz_text_starts (word, marks[i].word))
        continue;
      if (self->names == 0 || self->role != NULL || (self->authors != NULL && self->open == self->authors->len))
        set_role (self, marks[i].role);
      else
        set_role_behind (self, marks[i].role);
      return TRUE;
    }

  return FALSE;
}

/* 周明远摄, 記者周明遠攝: the mark is written on to the name. */
static gboolean
read_joined_mark (Reader *self,
                  FzText  word)
{
  static const char * const marks[] = { "摄", "攝" };
  const char *role;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      FzText name = word;

      if (!fz_text_ends (word, marks[i]))
        continue;
      name.length -= strlen (marks[i]);
      name = fz_text_from (name, role_inside (name, &role));
      if (!fz_name_is (name, TRUE))
        continue;
      add_author (self, "摄影", name);
      set_role_behind (self, "摄影");
      return TRUE;
    }

  return FALSE;
}

static void
read_name (Reader   *self,
           FzText    word,
           gboolean  joined)
{
  if (joined)
    word = fz_name_before_wire (word);
  word = fz_name_without_number (word);
  if (word.length == 0)
    return;

  if (fz_name_is (word, joined || self->role == NULL))
    add_author (self, self->role, word);
  else if (fz_name_is_office (word))
    self->offices++;
  else
    self->strangers++;
}

/* Returns whether the reading goes on behind the word. */
static gboolean
read_word (Reader *self,
           FzText  word)
{
  const char *role = NULL;
  gsize cue;

  if (read_mark_behind (self, word) || read_joined_mark (self, word))
    return TRUE;
  cue = role_inside (word, &role);
  if (cue > 0)
    {
      set_role (self, role);
      read_name (self, fz_text_from (word, cue), TRUE);
      return TRUE;
    }
  if (fz_cue_end (FZ_CUE_REPORTS, word) || fz_cue_start (FZ_CUE_CONTACT, word) > 0)
    return FALSE;
  if (fz_cue_within (FZ_CUE_OFFICE, word))
    {
      set_role (self, "融媒体");
      return TRUE;
    }

  read_name (self, word, FALSE);
  return TRUE;
}

/* 雷 鸣: a name of two characters is set as wide as one of three. */
static void
add_spaced_name (Reader *self,
                 FzText  spaced)
{
  g_autofree char *name = g_strndup (spaced.start, spaced.length);
  gunichar given = fz_text_last (spaced);

  name[g_unichar_to_utf8 (given, name + strlen ("雷")) + (int) strlen ("雷")] = '\0';
  add_author (self, self->role, (FzText) { name, strlen (name) });
}

static void
read_words (Reader *self,
            FzText  text)
{
  for (text = fz_text_trim (text); text.length > 0; text = fz_text_trim (text))
    {
      gsize spaced = fz_cue_spaced_name (text);
      FzText word = { text.start, spaced > 0 ? spaced : fz_text_word_end (text, WORD_STOPS) };

      if (spaced > 0)
        add_spaced_name (self, word);
      else if (word.length == 0)
        word.length = (gsize) (g_utf8_next_char (text.start) - text.start);
      else if (!read_word (self, word))
        return;
      text = fz_text_from (text, word.length);
    }
}

/* □ 本报记者 张三, ◎崔静: the mark that sets a byline off from the headline. */
static FzText
without_mark (FzText    text,
              gboolean *marked)
{
  static const char * const author_marks[] = { "□", "◎", "○" };

  *marked = FALSE;
  text = fz_text_unbracketed (text);
  for (guint i = 0; i < G_N_ELEMENTS (author_marks); i++)
    *marked = *marked || fz_text_starts (text, author_marks[i]);

  return fz_text_trim (fz_text_from (text, fz_cue_start (FZ_CUE_LIST_MARK, text)));
}

/* A byline starts with a role, a newsroom or a name; to look at the first word
 * spares the reading of every other line. */
static gboolean
may_be_byline (FzText text)
{
  FzText word = { text.start, fz_text_word_end (fz_text_head (text, NEWSROOM_BYTES + 1), WORD_STOPS) };
  const char *role;

  if (word.length > NEWSROOM_BYTES)
    return FALSE;

  return role_inside (word, &role) > 0 || fz_cue_surname (word) || fz_cue_within (FZ_CUE_OFFICE, word) ||
         word.length <= strlen ("文");
}

/**
 * fz_authors_is_byline:
 * @text: a line
 *
 * Returns: whether it says who wrote, and nothing else
 */
gboolean
fz_authors_is_byline (FzText text)
{
  Reader reader = { 0 };
  gboolean marked;

  text = without_mark (text, &marked);
  if (!may_be_byline (text) || fz_cue_start (FZ_CUE_AFFILIATION, text) > 0 || fz_cue_end (FZ_CUE_COLUMN, text))
    return FALSE;
  read_words (&reader, text);
  if (reader.pictures || reader.names == 0 || reader.strangers > 0)
    return FALSE;

  return reader.roles || (marked && !fz_cue_end (FZ_CUE_NAME_END, text));
}

/**
 * fz_authors_is_all:
 * @text: a run
 *
 * Returns: whether it is nothing but authors and what they did
 */
gboolean
fz_authors_is_all (FzText text)
{
  Reader reader = { 0 };

  read_words (&reader, text);

  return reader.names > 0 && reader.strangers == 0;
}

/**
 * fz_authors_read:
 * @authors: (element-type FzAuthor): where they go
 * @text: a byline, or what stands in the bracket behind a dateline
 *
 * Adds the authors that @text names, in its order; none where it says what they are:
 * 作者单位：某学院.
 */
void
fz_authors_read (GPtrArray *authors,
                 FzText     text)
{
  Reader reader = { .authors = authors, .open = authors->len };
  gboolean marked;

  text = without_mark (text, &marked);
  if (fz_cue_start (FZ_CUE_AFFILIATION, text) == 0)
    read_words (&reader, text);
}
