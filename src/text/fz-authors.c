/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-authors.h"

#include <string.h>

#include "fz-cues.h"

/* Who made a story: 记者 于山 通讯员 丁少华; 文/张三 图/李四; 周明远 摄;
 * (图片由…提供).
 *
 * A run is read word by word.  A role word holds for all names behind it until
 * the next one; 摄 and 文 may also stand behind their names.  A name that stands
 * apart from its role word is believed by its length, one that is written on to
 * it or has none by its surname. */

#define WORD_STOPS "、，,／/;；：:（）()"

static const char * const office_ends[] = {
  "所", "局", "處", "处", "科", "課", "部", "社", "中心", "委员会", "办公室", "团队", "台", "院", "校", "公司", "科长", "局长",
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

static gboolean
is_foreign_name (FzText word)
{
  return fz_text_find (word, "·") != NULL && fz_text_chars (word) <= 14;
}

/* 郭欣雅06-2991111: the name ends where the number begins. */
static FzText
without_number (FzText word)
{
  const char *end = word.start + word.length;

  for (const char *p = word.start; p < end; p = g_utf8_next_char (p))
    if (g_ascii_isdigit (*p) || *p == '#')
      return (FzText) { word.start, (gsize) (p - word.start) };

  return word;
}

static gboolean
is_name (FzText   word,
         gboolean by_surname)
{
  guint chars = fz_text_chars (word);

  if (is_foreign_name (word))
    return TRUE;
  if (chars < 2 || chars > 4 || !fz_text_all_han (word))
    return FALSE;

  return !by_surname || fz_cue_surname (word);
}

static gboolean
is_office (FzText word)
{
  if (fz_text_chars (word) < 3)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (office_ends); i++)
    if (fz_text_ends (word, office_ends[i]))
      return TRUE;

  return FALSE;
}

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
    { "供图", "供图" }, { "供圖", "供图" }, { "文", "作者" },
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

/* 周明远摄: the mark is written on to the name. */
static gboolean
read_joined_mark (Reader *self,
                  FzText  word)
{
  static const char * const marks[] = { "摄", "攝" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      FzText name = word;

      if (!fz_text_ends (word, marks[i]))
        continue;
      name.length -= strlen (marks[i]);
      if (!is_name (name, TRUE))
        continue;
      add_author (self, "摄影", name);
      set_role_behind (self, "摄影");
      return TRUE;
    }

  return FALSE;
}

/* 蘇木春台中18日電: of what is written on to a reporter's name the first three
 * characters are the name. */
static FzText
name_before_wire (FzText word)
{
  FzText name = word;

  if (!fz_cue_end (FZ_CUE_WIRE, word) && !fz_cue_end (FZ_CUE_REPORTS, word))
    return word;
  if (fz_text_chars (word) < 5)
    return word;
  name.length = (gsize) (g_utf8_offset_to_pointer (word.start, 3) - word.start);

  return name;
}

static void
read_name (Reader  *self,
           FzText   word,
           gboolean joined)
{
  if (joined)
    word = name_before_wire (word);
  word = without_number (word);
  if (word.length == 0)
    return;

  if (is_name (word, joined || self->role == NULL))
    add_author (self, self->role, word);
  else if (is_office (word))
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

static void
read_words (Reader *self,
            FzText  text)
{
  for (text = fz_text_trim (text); text.length > 0; text = fz_text_trim (text))
    {
      FzText word = { text.start, fz_text_word_end (text, WORD_STOPS) };

      if (word.length == 0)
        word.length = (gsize) (g_utf8_next_char (text.start) - text.start);
      else if (!read_word (self, word))
        return;
      text = fz_text_from (text, word.length);
    }
}

/* 图片均由吴潮宏提供: who gave the picture stands between 由 and 提供. */
static gboolean
supplier_of (FzText  text,
             FzText *supplier)
{
  const char *from = fz_text_find (text, "由");
  const char *to = fz_text_find (text, "提供");

  if (from == NULL || to == NULL || to <= from + strlen ("由"))
    return FALSE;
  *supplier = fz_text_trim ((FzText) { from + strlen ("由"), (gsize) (to - from) - strlen ("由") });

  return supplier->length > 0;
}

static FzText
inside_bracket (FzText text)
{
  FzText inner = fz_text_bracket (text);

  if (inner.start != NULL && text.length - inner.length <= 8)
    return fz_text_trim (inner);

  return text;
}

/* A byline starts with a role, a newsroom or a name; to look at the first word
 * spares the reading of every other line. */
static gboolean
may_be_byline (FzText text)
{
  FzText word = { text.start, fz_text_word_end (text, WORD_STOPS) };
  const char *role;

  if (word.length > 60)
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

  text = inside_bracket (text);
  if (!may_be_byline (text))
    return FALSE;
  read_words (&reader, text);

  return reader.roles && !reader.pictures && reader.names > 0 && reader.strangers == 0;
}

/**
 * fz_authors_is_credit:
 * @text: a line or what stands in a bracket
 *
 * Returns: whether it says who made or gave a picture, and nothing else
 */
gboolean
fz_authors_is_credit (FzText text)
{
  Reader reader = { 0 };
  FzText supplier;

  if (text.length > 160)
    return FALSE;
  text = inside_bracket (text);
  if (supplier_of (text, &supplier))
    return fz_text_find (text, "图") != NULL || fz_text_find (text, "圖") != NULL || fz_text_find (text, "照片") != NULL;
  if (!fz_cue_end (FZ_CUE_CREDIT_END, text) || fz_text_find (text, "文") != NULL || fz_cue_end (FZ_CUE_REPORTS, text))
    return FALSE;
  if (fz_text_ends (text, "供图") || fz_text_ends (text, "供圖"))
    return fz_text_chars (text) <= 20 && fz_text_find (text, "，") == NULL;
  read_words (&reader, text);

  return reader.names > 0 && reader.strangers == 0;
}

/**
 * fz_authors_ends_with_credit:
 * @text: a line
 *
 * Returns: whether it is a caption behind which a credit stands, set apart by
 *   a space or a full stop
 */
gboolean
fz_authors_ends_with_credit (FzText text)
{
  const char *end = text.start + text.length;
  guint n = 0;

  if (!fz_cue_end (FZ_CUE_CREDIT_END, text))
    return FALSE;

  for (const char *p = end; p > text.start && n < 24; n++)
    {
      gunichar c;

      p = g_utf8_prev_char (p);
      c = g_utf8_get_char (p);
      if (fz_char_class (c) != FZ_CHAR_SPACE && fz_char_class (c) != FZ_CHAR_STOP)
        continue;
      p = fz_char_class (c) == FZ_CHAR_STOP ? g_utf8_next_char (p) : p;
      if (fz_authors_is_credit (fz_text_trim ((FzText) { p, (gsize) (end - p) })))
        return p > text.start;
      p = fz_char_class (c) == FZ_CHAR_STOP ? g_utf8_prev_char (p) : p;
    }

  return FALSE;
}

/**
 * fz_authors_read:
 * @authors: (element-type FzAuthor): where they go
 * @text: a byline, or what stands in the bracket behind a dateline
 *
 * Adds the authors that @text names, in its order.
 */
void
fz_authors_read (GPtrArray *authors,
                 FzText     text)
{
  Reader reader = { .authors = authors, .open = authors->len };

  read_words (&reader, inside_bracket (text));
}

/* The credit at the end of a caption: the last words that are one. */
static FzText
credit_at_end (FzText text)
{
  const char *end = text.start + text.length;
  FzText credit = text;

  for (const char *p = end; p > text.start && end - p < 120;)
    {
      FzText tail;

      p = g_utf8_prev_char (p);
      tail = fz_text_trim ((FzText) { p, (gsize) (end - p) });
      if (fz_char_class (g_utf8_get_char (p)) != FZ_CHAR_SPACE && fz_char_class (g_utf8_get_char (p)) != FZ_CHAR_STOP)
        continue;
      if (fz_char_class (g_utf8_get_char (p)) == FZ_CHAR_STOP)
        tail = fz_text_trim (fz_text_from (tail, (gsize) (g_utf8_next_char (tail.start) - tail.start)));
      if (tail.length > 0 && fz_authors_is_credit (tail))
        credit = tail;
    }

  return credit;
}

/**
 * fz_authors_read_credit:
 * @authors: (element-type FzAuthor): where they go
 * @text: a credit, or a caption that ends with one
 *
 * Adds who made or gave the picture.
 */
void
fz_authors_read_credit (GPtrArray *authors,
                        FzText     text)
{
  guint before = authors->len;
  FzText credit, supplier;

  text = inside_bracket (text);
  if (supplier_of (text, &supplier))
    {
      Reader reader = { .authors = authors };

      add_author (&reader, "供图", supplier);
      return;
    }

  credit = credit_at_end (text);
  if (fz_text_ends (credit, "供图") || fz_text_ends (credit, "供圖"))
    {
      Reader reader = { .authors = authors };

      credit.length -= strlen ("供图");
      add_author (&reader, "供图", fz_text_trim (credit));
      return;
    }

  fz_authors_read (authors, credit);
  for (guint i = before; i < authors->len; i++)
    {
      FzAuthor *author = g_ptr_array_index (authors, i);

      g_free (author->role);
      author->role = g_strdup ("摄影");
    }
}
