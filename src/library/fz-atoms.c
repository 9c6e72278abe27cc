/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass over the text, in linear time whatever it holds.  What is not UTF-8
 * is a mark, byte by byte. */

#include "config.h"

#include "fz-atoms.h"

#include <string.h>

#include "fz-fold.h"

/* A number of more digits than this is no quantity, and stays as it is written. */
#define MOST_DIGITS 30

/* What multiplies the number before it, longer ones first: by how many zeros. */
static const struct {
  gunichar characters[2];
  guint    length;
  guint    zeros;
} multipliers[] = {
  { { 0x4e07, 0x4ebf }, 2, 12 }, /* 万亿 */
  { { 0x5343, 0x4ebf }, 2, 11 }, /* 千亿 */
  { { 0x767e, 0x4ebf }, 2, 10 }, /* 百亿 */
  { { 0x5343, 0x4e07 }, 2, 7 },  /* 千万 */
  { { 0x767e, 0x4e07 }, 2, 6 },  /* 百万 */
  { { 0x4ebf }, 1, 8 },          /* 亿 */
  { { 0x4e07 }, 1, 4 },          /* 万 */
};

typedef struct {
  FzAtoms    *atoms;
  guint       n;         /* atoms so far; their list has room for more */
  const char *text;
  gsize       length;
  gsize       at;        /* where reading goes on */
  gsize       chain_end; /* up to here digits and points are a version or a date */
  guint       blanks;    /* since the last atom */
  gboolean    broken;    /* a mark since the last atom */
  guint       multiplier; /* so many Han to come belong to the number before */
} Reader;

/* One character, folded. */
typedef struct {
  gunichar   folded;
  FzFoldKind kind;
  gsize      start; /* bytes */
  gsize      end;
} Character;

/* Three bytes are a character, as most of a Chinese text are; 0 where they may not be. */
static gunichar
decode_three (const guchar *byte)
{
  gunichar character = (gunichar) (byte[0] & 0x0f) << 12 | (gunichar) (byte[1] & 0x3f) << 6 | (byte[2] & 0x3f);

  if ((byte[0] & 0xf0) != 0xe0 || (byte[1] & 0xc0) != 0x80 || (byte[2] & 0xc0) != 0x80 ||
      character < 0x800 || (character & 0xf800) == 0xd800)
    return 0;
  return character;
}

static gunichar
decode (const Reader *self,
        gsize         at,
        gsize        *end)
{
  const guchar *byte = (const guchar *) self->text + at;
  gunichar character = *byte;

  *end = at + 1;
  if (character < 0x80)
    return character;
  if (self->length - at >= 3 && (character = decode_three (byte)) != 0)
    {
      *end = at + 3;
      return character;
    }
  character = g_utf8_get_char_validated (self->text + at, (gssize) (self->length - at));
  if (character >= 0x110000)
    return '\n';
  *end = at + (gsize) g_utf8_skip[*byte];
  return character;
}

/* Reads the next character that is something. */
static gboolean
peek (const Reader *self,
      gsize         at,
      Character    *out)
{
  for (out->end = at; out->end < self->length;)
    {
      out->start = out->end;
      out->folded = fz_fold_char (decode (self, out->start, &out->end));
      out->kind = fz_fold_kind (out->folded);
      if (out->kind != FZ_FOLD_NOTHING)
        return TRUE;
    }
  return FALSE;
}

static gboolean
peek_kind (const Reader *self,
           gsize         at,
           FzFoldKind    kind,
           Character    *out)
{
  return peek (self, at, out) && out->kind == kind;
}

/* A single blank between Han and Latin is no break; all other marks are. */
static gboolean
stands_after_break (const Reader *self,
                    FzAtomKind    kind)
{
  const FzAtom *before;

  if (self->broken || self->n == 0)
    return TRUE;
  before = fz_atoms_get (self->atoms, self->n - 1);
  if (self->blanks == 1 && (before->kind == FZ_ATOM_HAN) != (kind == FZ_ATOM_HAN))
    return FALSE;
  return self->blanks > 0;
}

static void
add (Reader     *self,
     FzAtomKind  kind,
     gsize       start,
     gsize       end,
     guint       code,
     guint       multiplier)
{
  FzAtom atom = {
    .start = (guint32) start, .end = (guint32) end, .code = code, .kind = (guint8) kind,
    .after_break = (guint8) stands_after_break (self, kind), .multiplier = (guint8) multiplier,
  };

  if (self->n == self->atoms->list->len)
    g_array_set_size (self->atoms->list, 2 * self->n + 16);
  g_array_index (self->atoms->list, FzAtom, self->n++) = atom;
  self->blanks = 0;
  self->broken = FALSE;
  self->at = end;
}

static void
read_han (Reader          *self,
          const Character *character)
{
  add (self, FZ_ATOM_HAN, character->start, character->end, character->folded, self->multiplier);
  if (self->multiplier > 0)
    self->multiplier--;
}

static void
read_word (Reader          *self,
           const Character *first)
{
  GString *words = self->atoms->words;
  guint code = (guint) words->len;
  gsize end = first->end;
  Character next = *first;

  for (guint n = 0; n < FZ_ATOM_MOST_CHARACTERS; n++)
    {
      g_string_append_unichar (words, next.folded);
      end = next.end;
      if (!peek_kind (self, end, FZ_FOLD_LETTER, &next))
        break;
    }
  g_string_append_c (words, '\0');
  add (self, FZ_ATOM_WORD, first->start, end, code, 0);
}

/* Appends the digits from @at on, @most at most, and answers where they end. */
static gsize
read_digits (const Reader *self,
             gsize         at,
             guint         most,
             GString      *digits)
{
  Character next;

  for (guint n = 0; n < most && peek_kind (self, at, FZ_FOLD_DIGIT, &next); n++)
    {
      g_string_append_c (digits, (char) next.folded);
      at = next.end;
    }
  return at;
}

/* 1,234,567: a comma of half width and three digits, not more. */
static gsize
read_groups (const Reader *self,
             gsize         at,
             GString      *digits)
{
  if (digits->len > 3 || digits->str[0] == '0')
    return at;
  while (digits->len < MOST_DIGITS && at < self->length && self->text[at] == ',')
    {
      gsize before = digits->len;
      gsize end = read_digits (self, at + 1, 4, digits);

      if (digits->len - before != 3)
        {
          g_string_truncate (digits, before);
          return at;
        }
      at = end;
    }
  return at;
}

static gboolean
is_point (const Reader *self,
          gsize         at,
          gsize        *end)
{
  Character point, digit;

  if (!peek (self, at, &point) || point.folded != '.' || !peek_kind (self, point.end, FZ_FOLD_DIGIT, &digit))
    return FALSE;
  *end = point.end;
  return TRUE;
}

/* 1.2.3 is no decimal: where the chain of digits and points ends. */
static gsize
chain_end (const Reader *self,
           gsize         at)
{
  Character digit;

  do
    while (peek_kind (self, at, FZ_FOLD_DIGIT, &digit))
      at = digit.end;
  while (is_point (self, at, &at));
  return at;
}

/* The digits behind a point, or none where they are no fraction. */
static gsize
read_fraction (Reader  *self,
               gsize    at,
               GString *fraction)
{
  gsize start, end, another;

  if (!is_point (self, at, &start))
    return at;
  end = read_digits (self, start, MOST_DIGITS, fraction);
  if (!is_point (self, end, &another) && fraction->len < MOST_DIGITS)
    return end;
  g_string_truncate (fraction, 0);
  self->chain_end = chain_end (self, start);
  return at;
}

/* The characters from @at on, which may stand behind one blank. */
static int
find_multiplier (const Reader *self,
                 gsize         at)
{
  Character first, second = { 0 };

  if (peek_kind (self, at, FZ_FOLD_BLANK, &first))
    at = first.end;
  if (!peek_kind (self, at, FZ_FOLD_HAN, &first))
    return -1;
  if (!peek_kind (self, first.end, FZ_FOLD_HAN, &second))
    second.folded = 0;
  for (guint i = 0; i < G_N_ELEMENTS (multipliers); i++)
    if (first.folded == multipliers[i].characters[0] &&
        (multipliers[i].length == 1 || second.folded == multipliers[i].characters[1]))
      return (int) i;
  return -1;
}

/* Writes digits and fraction as one decimal, the point @zeros places further on. */
static guint
write_value (GString *words,
             GString *digits,
             GString *fraction,
             guint    zeros)
{
  guint code = (guint) words->len;

  while (fraction->len > 0 && fraction->str[fraction->len - 1] == '0')
    g_string_truncate (fraction, fraction->len - 1);
  for (guint i = 0; i < zeros; i++)
    g_string_append_c (digits, i < fraction->len ? fraction->str[i] : '0');
  g_string_erase (fraction, 0, (gssize) MIN (zeros, fraction->len));
  while (zeros > 0 && digits->len > 1 && digits->str[0] == '0')
    g_string_erase (digits, 0, 1);
  g_string_append_len (words, digits->str, (gssize) digits->len);
  if (fraction->len > 0)
    g_string_append_printf (words, ".%s", fraction->str);
  g_string_append_c (words, '\0');
  return code;
}

/* Digits with zeros before them are a label, 007, and so is what is too long. */
static gboolean
is_label (const GString *digits)
{
  return digits->len > MOST_DIGITS || (digits->len > 1 && digits->str[0] == '0');
}

static void
read_number (Reader          *self,
             const Character *first)
{
  g_autoptr (GString) digits = g_string_sized_new (64), fraction = g_string_sized_new (64);
  gsize end = read_digits (self, first->start, FZ_ATOM_MOST_CHARACTERS, digits);
  int multiplier = -1;

  if (!is_label (digits) && first->start >= self->chain_end)
    {
      end = read_groups (self, end, digits);
      end = read_fraction (self, end, fraction);
      multiplier = end >= self->chain_end ? find_multiplier (self, end) : -1;
    }
  else if (first->start >= self->chain_end && digits->len <= MOST_DIGITS)
    self->chain_end = chain_end (self, first->start);
  self->multiplier = multiplier >= 0 ? multipliers[multiplier].length : 0;
  add (self, FZ_ATOM_NUMBER, first->start, end,
       write_value (self->atoms->words, digits, fraction, multiplier >= 0 ? multipliers[multiplier].zeros : 0),
       self->multiplier);
}

static void
read_atom (Reader          *self,
           const Character *next)
{
  switch (next->kind)
    {
    case FZ_FOLD_HAN:
      read_han (self, next);
      break;
    case FZ_FOLD_LETTER:
      read_word (self, next);
      break;
    case FZ_FOLD_DIGIT:
      read_number (self, next);
      break;
    case FZ_FOLD_BLANK:
      self->blanks++;
      self->at = next->end;
      break;
    case FZ_FOLD_MARK:
    case FZ_FOLD_NOTHING:
    default:
      self->broken = TRUE;
      self->at = next->end;
    }
}

/**
 * fz_atoms_new:
 * @text: a text; what is not UTF-8 in it is a mark
 * @length: its bytes
 *
 * Returns: (transfer full): its atoms
 */
FzAtoms *
fz_atoms_new (const char *text,
              gsize       length)
{
  FzAtoms *self = g_new0 (FzAtoms, 1);
  Reader reader = { .atoms = self, .text = text, .length = MIN (length, G_MAXUINT32) };
  Character next;

  self->list = g_array_new (FALSE, FALSE, sizeof (FzAtom));
  g_array_set_size (self->list, (guint) MIN (length / 3 + 1, 1 << 20));
  self->words = g_string_new (NULL);
  while (peek (&reader, reader.at, &next))
    read_atom (&reader, &next);
  g_array_set_size (self->list, reader.n);
  return self;
}

/**
 * fz_atoms_free:
 * @self: (nullable): atoms
 */
void
fz_atoms_free (FzAtoms *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->list);
  g_string_free (self->words, TRUE);
  g_free (self);
}

/**
 * fz_atoms_multiplier:
 * @self: atoms
 * @at: one of them
 *
 * Returns: how many of the Han from @at on would multiply a number before them
 */
guint
fz_atoms_multiplier (const FzAtoms *self,
                     guint          at)
{
  guint n = self->list->len - at;
  const FzAtom *first = fz_atoms_get (self, at);
  const FzAtom *second = n > 1 ? fz_atoms_get (self, at + 1) : NULL;
  gboolean pair = second != NULL && second->kind == FZ_ATOM_HAN && !second->after_break;

  for (guint i = 0; first->kind == FZ_ATOM_HAN && i < G_N_ELEMENTS (multipliers); i++)
    if (first->code == multipliers[i].characters[0] &&
        (n == 1 || multipliers[i].length == 1 || (pair && second->code == multipliers[i].characters[1])))
      return MIN (n, multipliers[i].length);
  return 0;
}
