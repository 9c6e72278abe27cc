/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tune-variants.h"

/* Lines are written anew, and with each the label that it had.  A paragraph that is
 * wrapped anew stands where its first line stood; what fell into it stands below. */

enum {
  WRAP_KEPT = 0,
  WRAP_NEVER = G_MAXUINT, /* each paragraph on a line */
};

typedef enum { HASH_KEPT, HASH_NONE, HASH_MARKED } Hash;
typedef enum { BLANK_KEPT, BLANK_NONE, BLANK_EACH } Blank;
typedef enum { INDENT_KEPT, INDENT_NONE, INDENT_TWO } Indent;

typedef struct {
  const char *name;
  guint       wrap;   /* characters in a line */
  Hash        hash;
  Blank       blank;  /* between paragraphs */
  Indent      indent; /* of them */
  gboolean    noise;  /* lines about the page fall in */
  gboolean    breaks; /* columns end within paragraphs, and pictures stand there */
  gboolean    moved;  /* the articles stand in another order */
} Setting;

/* Of paragraphs that are long enough one of so many is broken, of those one of so
 * many by a picture. */
enum { BREAKABLE_CHARS = 90, BREAK_EVERY = 3, PICTURE_EVERY = 4, PICTURE_BLANKS = 3 };

static const Setting settings[TUNE_N_VARIANTS] = {
  { "as printed", WRAP_KEPT, HASH_KEPT, BLANK_KEPT, INDENT_KEPT, FALSE },
  { "without #", WRAP_KEPT, HASH_NONE, BLANK_KEPT, INDENT_KEPT, FALSE },
  { "headlines marked", WRAP_KEPT, HASH_MARKED, BLANK_KEPT, INDENT_KEPT, FALSE },
  { "wrapped at 12", 12, HASH_KEPT, BLANK_KEPT, INDENT_KEPT, FALSE },
  { "wrapped at 18", 18, HASH_KEPT, BLANK_KEPT, INDENT_KEPT, FALSE },
  { "wrapped at 25", 25, HASH_KEPT, BLANK_KEPT, INDENT_KEPT, FALSE },
  { "paragraphs joined", WRAP_NEVER, HASH_KEPT, BLANK_KEPT, INDENT_KEPT, FALSE },
  { "no blank lines", WRAP_KEPT, HASH_KEPT, BLANK_NONE, INDENT_KEPT, FALSE },
  { "blank lines between all", WRAP_KEPT, HASH_KEPT, BLANK_EACH, INDENT_KEPT, FALSE },
  { "not set in", WRAP_KEPT, HASH_KEPT, BLANK_KEPT, INDENT_NONE, FALSE },
  { "set in by two", WRAP_KEPT, HASH_KEPT, BLANK_KEPT, INDENT_TWO, FALSE },
  { "noise put in", WRAP_KEPT, HASH_KEPT, BLANK_KEPT, INDENT_KEPT, TRUE },
  { "broken by columns", WRAP_NEVER, HASH_KEPT, BLANK_EACH, INDENT_NONE, .breaks = TRUE },
  { "articles moved", WRAP_KEPT, HASH_KEPT, BLANK_KEPT, INDENT_KEPT, .moved = TRUE },
};

/* What pages say of themselves. */
static const char * const noises[] = {
  "第3版", "3", "2019年6月12日 星期三", "责任编辑 周敏 版式 陈立", "2016年9月8日 星期四 第05版 综合新闻",
  "本版责编：李庆 美编：王蕾 校对：孙芳", "- 4 -", "投稿邮箱：xinwen@example.com",
};

typedef struct {
  const Page    *page;
  const Setting *setting;
  guint          turn;    /* which of the noises fall in, and where */
  GString       *text;
  GArray        *labels;  /* FzLabel of each line written */
} Writer;

static void
put_label (Writer *self, FzLabel label)
{
  g_array_append_val (self->labels, label);
}

static void
put_line_end (Writer *self)
{
  g_string_append_c (self->text, '\n');
}

static void
put_blanks (Writer *self, guint i)
{
  const FzLine *line = fz_lines_at (self->page->lines, i);
  guint n = self->setting->blank == BLANK_KEPT ? line->blanks : self->setting->blank == BLANK_EACH && i > 0;

  for (guint blank = 0; blank < n; blank++)
    put_line_end (self);
  if (line->marks & FZ_MARK_PAGE_BREAK)
    g_string_append_c (self->text, '\f');
}

static void
put_noise (Writer *self, guint i, guint which, FzPhase phase)
{
  put_blanks (self, i);
  g_string_append (self->text, noises[which % G_N_ELEMENTS (noises)]);
  put_line_end (self);
  put_label (self, fz_label (FZ_ROLE_NOISE, phase));
}

/* One stands on top, others between the articles here and there, and one or two
 * within the text of one. */
static void
put_noises (Writer *self, guint i)
{
  FzPhase phase = fz_label_phase (self->page->gold[i]);

  if (i == 0 && self->turn % 2 == 0)
    put_noise (self, i, self->turn, FZ_PHASE_OUTSIDE);
  else if (i > 0 && phase == FZ_PHASE_OPENS && (i + self->turn) % 3 == 0)
    put_noise (self, i, i + self->turn, FZ_PHASE_OUTSIDE);
  else if (phase == FZ_PHASE_TEXT && fz_label_role (self->page->gold[i - 1]) == FZ_ROLE_BODY && (i + self->turn) % 47 == 0)
    put_noise (self, i, i / 47 + self->turn, FZ_PHASE_TEXT);
}

static gboolean
is_running (FzLabel label)
{
  return fz_label_role (label) == FZ_ROLE_BODY;
}

/* @begins: whether a paragraph begins with the line; returns whether it is set in. */
static gboolean
put_indent (Writer *self, const FzLine *line, FzLabel label, gboolean begins)
{
  gsize before = self->text->len;

  if (self->setting->indent == INDENT_TWO && begins && is_running (label))
    g_string_append (self->text, "　　");
  for (guint column = 0; self->setting->indent == INDENT_KEPT && column < line->indent; column++)
    g_string_append_c (self->text, ' ');
  return self->text->len > before;
}

/* What a recogniser that writes Markdown puts before a line, or what stood there. */
static void
put_hashes (Writer *self, const FzLine *line, FzLabel label)
{
  FzRole role = fz_label_role (label);
  guint n = self->setting->hash == HASH_KEPT ? line->hashes :
            self->setting->hash == HASH_NONE ? 0 : role == FZ_ROLE_TITLE ? 1 : role == FZ_ROLE_HEADING ? 2 : 0;

  for (guint hash = 0; hash < n; hash++)
    g_string_append_c (self->text, '#');
  if (n > 0)
    g_string_append_c (self->text, ' ');
}

/* No line begins with what closes. */
static gboolean
may_begin_line (const char *p)
{
  GUnicodeType type = g_unichar_type (g_utf8_get_char (p));

  return type != G_UNICODE_OTHER_PUNCTUATION && type != G_UNICODE_CLOSE_PUNCTUATION && type != G_UNICODE_FINAL_PUNCTUATION &&
         !g_unichar_isspace (g_utf8_get_char (p));
}

static void
put_wrapped (Writer *self, const char *paragraph, FzLabel label, guint room)
{
  const char *p = paragraph;

  put_label (self, label);
  for (guint n = 0; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (n >= room && may_begin_line (p))
        {
          put_line_end (self);
          put_label (self, fz_label (fz_label_role (label), FZ_PHASE_TEXT));
          room = self->setting->wrap;
          n = 0;
        }
      g_string_append_unichar (self->text, g_utf8_get_char (p));
      n++;
    }
  put_line_end (self);
}

/* The paragraph that begins at @i; its lines are put down in @written. */
static char *
gather (const Page *page, guint i, guint8 *written)
{
  GString *paragraph = g_string_new (NULL);

  for (; i != FZ_LINE_NONE; i = page->next[i])
    {
      const FzLine *line = fz_lines_at (page->lines, i);

      g_string_append_len (paragraph, line->text.start, (gssize) line->text.length);
      written[i] = TRUE;
    }

  return g_string_free (paragraph, FALSE);
}

static gboolean
is_of_picture (const Page *page, guint i)
{
  FzRole role = i < page->lines->lines->len ? fz_label_role (page->gold[i]) : FZ_ROLE_NOISE;

  return (role == FZ_ROLE_CAPTION || role == FZ_ROLE_CREDIT) && fz_label_phase (page->gold[i]) == FZ_PHASE_TEXT;
}

/* What stands between the end of a column and the next: an empty line, the gap of a
 * picture, or what is printed below one that stood behind the paragraph of line @i. */
static void
put_column_end (Writer *self, guint i, guint8 *written)
{
  guint blanks = (i + self->turn) % PICTURE_EVERY == 0 ? PICTURE_BLANKS : 1;

  while (++i < self->page->lines->lines->len && is_of_picture (self->page, i) && !written[i])
    {
      const FzLine *line = fz_lines_at (self->page->lines, i);
      g_autofree char *text = g_strndup (line->text.start, line->text.length);

      put_line_end (self);
      put_wrapped (self, text, self->page->gold[i], WRAP_NEVER);
      written[i] = TRUE;
    }
  for (guint blank = 0; blank < blanks; blank++)
    put_line_end (self);
}

/* The paragraph of line @i, which the end of a column breaks. */
static void
put_broken (Writer *self, const char *paragraph, guint i, guint8 *written)
{
  glong chars = g_utf8_strlen (paragraph, -1);
  const char *end = g_utf8_offset_to_pointer (paragraph, chars / 4 + (i * 7 + self->turn) % (chars / 2));
  g_autofree char *upper = NULL;

  while (*end != '\0' && !may_begin_line (end))
    end = g_utf8_next_char (end);
  upper = g_strndup (paragraph, (gsize) (end - paragraph));
  put_wrapped (self, upper, self->page->gold[i], WRAP_NEVER);
  if (*end == '\0')
    return;
  put_column_end (self, i, written);
  put_wrapped (self, end, fz_label (FZ_ROLE_BODY, FZ_PHASE_TEXT), WRAP_NEVER);
}

static void
put_line (Writer *self, guint i, guint8 *written, gboolean begins)
{
  const FzLine *line = fz_lines_at (self->page->lines, i);
  FzLabel label = self->page->gold[i];
  g_autofree char *paragraph = NULL;
  guint wrap = self->setting->wrap;
  gboolean set_in;

  if (self->setting->noise)
    put_noises (self, i);
  put_blanks (self, i);
  set_in = put_indent (self, line, label, begins);
  put_hashes (self, line, label);
  paragraph = wrap == WRAP_KEPT ? g_strndup (line->text.start, line->text.length) : gather (self->page, i, written);
  if (wrap == WRAP_KEPT || !is_running (label))
    wrap = WRAP_NEVER;
  if (self->setting->breaks && is_running (label) && (i + self->turn) % BREAK_EVERY == 0 && g_utf8_strlen (paragraph, -1) >= BREAKABLE_CHARS)
    put_broken (self, paragraph, i, written);
  else
    put_wrapped (self, paragraph, label, wrap - (set_in ? 2 : 0));
}

/* The line behind the last one of the article, or of what belongs to none, that
 * line @i begins. */
static guint
unit_end (const Page *page, guint i)
{
  gboolean outside = fz_label_phase (page->gold[i]) == FZ_PHASE_OUTSIDE;
  guint end = i + 1;

  while (end < page->lines->lines->len && (fz_label_phase (page->gold[end]) == FZ_PHASE_OUTSIDE) == outside &&
         fz_label_phase (page->gold[end]) != FZ_PHASE_OPENS)
    end++;
  return end;
}

/* The first lines of the articles of @page, in another order. */
static GArray *
move_articles (const Page *page, guint turn)
{
  GArray *firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GRand) random = g_rand_new_with_seed (page->number * 64 + turn);

  for (guint i = 0; i < page->lines->lines->len; i = unit_end (page, i))
    if (fz_label_phase (page->gold[i]) != FZ_PHASE_OUTSIDE)
      g_array_append_val (firsts, i);
  for (guint i = 0; i < firsts->len; i++)
    {
      guint other = (guint) g_rand_int_range (random, (gint32) i, (gint32) firsts->len);
      guint at = g_array_index (firsts, guint, i);

      g_array_index (firsts, guint, i) = g_array_index (firsts, guint, other);
      g_array_index (firsts, guint, other) = at;
    }
  return firsts;
}

static void
put_unit (Writer *self, guint first, guint8 *written, const guint8 *follows)
{
  guint end = unit_end (self->page, first);

  for (guint i = first; i < end; i++)
    if (!written[i])
      put_line (self, i, written, !follows[i]);
}

static void
put_page (Writer *self)
{
  guint n = self->page->lines->lines->len, article = 0;
  g_autofree guint8 *written = g_new0 (guint8, n), *follows = g_new0 (guint8, n);
  g_autoptr (GArray) firsts = move_articles (self->page, self->turn);

  for (guint i = 0; i < n; i++)
    if (self->page->next[i] != FZ_LINE_NONE)
      follows[self->page->next[i]] = TRUE;
  for (guint i = 0; i < n; i = unit_end (self->page, i))
    if (self->setting->moved && fz_label_phase (self->page->gold[i]) != FZ_PHASE_OUTSIDE)
      put_unit (self, g_array_index (firsts, guint, article++), written, follows);
    else
      put_unit (self, i, written, follows);
}

static Page *
set_anew (const Page *page, const Setting *setting, guint turn, Form form)
{
  Writer writer = { page, setting, turn, g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (FzLabel)) };
  guint n = page->lines->lines->len;
  Page *variant = g_new0 (Page, 1);

  *variant = *page;
  variant->form = form;
  put_page (&writer);
  tune_cut_lines (variant, writer.text->str, writer.text->len);
  if (variant->lines->lines->len != writer.labels->len)
    g_error ("%s, %s: %u lines became %u", page->name, setting->name, writer.labels->len, variant->lines->lines->len);
  if (setting->wrap != WRAP_KEPT || setting->noise || setting->moved || writer.labels->len != n)
    variant->next = NULL;
  variant->gold = (FzLabel *) (gpointer) g_array_free (writer.labels, FALSE);
  g_string_free (writer.text, TRUE);
  return variant;
}

const char *
tune_variant_name (guint which)
{
  return settings[which].name;
}

/* The page set otherwise in one way. */
Page *
tune_variant (const Page *page, guint which)
{
  return set_anew (page, &settings[which], page->number, FORM_VARIED);
}

/* The page as it would have come with its headlines marked. */
Page *
tune_variant_marked (const Page *page)
{
  const Setting setting = { .name = "marked", .hash = HASH_MARKED };

  return set_anew (page, &setting, 0, FORM_MARKED);
}

/* The page as it would have come with each of its paragraphs on a line; of every
 * second page an empty line stands between them. */
Page *
tune_variant_joined (const Page *page)
{
  const Setting setting = { "joined", WRAP_NEVER, HASH_NONE, page->number % 2 ? BLANK_EACH : BLANK_NONE, INDENT_KEPT, .noise = FALSE };

  return set_anew (page, &setting, 0, FORM_JOINED);
}

/* The page set otherwise in several ways at once, each time the same. */
Page *
tune_variant_by_chance (const Page *page, guint turn)
{
  static const guint wraps[] = { WRAP_KEPT, WRAP_KEPT, 12, 15, 18, 21, 25, WRAP_NEVER };
  g_autoptr (GRand) random = g_rand_new_with_seed (page->number * 16 + turn);
  Setting setting = { .name = "by chance" };

  setting.wrap = wraps[g_rand_int_range (random, 0, G_N_ELEMENTS (wraps))];
  setting.blank = (Blank) g_rand_int_range (random, BLANK_KEPT, BLANK_EACH + 1);
  setting.indent = (Indent) g_rand_int_range (random, INDENT_KEPT, INDENT_TWO + 1);
  setting.hash = g_rand_int_range (random, 0, 3) == 0 ? HASH_MARKED : HASH_NONE;
  setting.noise = g_rand_int_range (random, 0, 3) == 0;
  setting.breaks = setting.wrap == WRAP_NEVER;
  setting.moved = g_rand_int_range (random, 0, 2) == 0;
  return set_anew (page, &setting, g_rand_int_range (random, 0, 64), FORM_VARIED);
}
