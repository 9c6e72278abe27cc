/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-gazetteer.h"

#include "fz-words.h"

/* The next character's symbol, @p moved behind it.  Names lie in the basic
 * plane and beyond ASCII, so that two- and four-byte characters have none. */
static inline guint
next_symbol (const char     **p,
             const char      *end,
             const uint16_t  *symbols)
{
  if (end - *p < 3 || !fz_has_three_bytes (**p))
    return 0;
  *p += 3;
  return GUINT16_FROM_LE (symbols[fz_code_of_three (*p - 3)]);
}

/* The child of @unit by @symbol; NULL where no name goes on so. */
static inline const FzGazetteerUnit *
child_of (const FzGazetteerUnit *units,
          const FzGazetteerUnit *unit,
          guint                  symbol)
{
  guint next = GUINT32_FROM_LE (unit->base) + symbol;

  if (symbol == 0 || next >= GUINT32_FROM_LE (fz_gazetteer_header ()->n_units)
      || GUINT32_FROM_LE (units[next].check) != (guint) (unit - units))
    return NULL;
  return units + next;
}

static inline gboolean
is_pair (const uint32_t *pairs,
         guint           first,
         guint           second)
{
  guint32 bit = fz_gazetteer_pair (first, second);

  return (GUINT32_FROM_LE (pairs[bit / 32]) & 1u << bit % 32) != 0;
}

/**
 * fz_gazetteer_next:
 * @text: where to look from, at the first byte of a character of valid UTF-8
 * @end: the end of the text
 * @n_passed: (out): how many characters lie before what is returned
 *
 * Passes what begins no name, a symbol at a time: most of any text.
 *
 * Returns: the first place at or behind @text where one may begin, or @end
 */
const char *
fz_gazetteer_next (const char *text,
                   const char *end,
                   guint      *n_passed)
{
  const uint16_t *symbols = fz_gazetteer_header ()->symbols;
  const uint32_t *pairs = fz_gazetteer_header ()->pairs;
  const char *p = text, *last = end - text >= 3 ? end - 2 : text;
  guint symbol = 0, next, n = 0;

  for (; p < last; n++, symbol = next)
    {
      if (!fz_has_three_bytes (*p))
        {
          p += MIN ((gssize) g_utf8_skip[(guint8) *p], end - p);
          next = 0;
          continue;
        }
      next = GUINT16_FROM_LE (symbols[fz_code_of_three (p)]);
      if (is_pair (pairs, symbol, next) && symbol != 0 && next != 0)
        {
          *n_passed = n - 1;
          return p - 3;
        }
      p += 3;
    }
  *n_passed = n + (guint) g_utf8_strlen (p, end - p);
  return end;
}

/**
 * fz_gazetteer_match:
 * @text: where to look, at the first byte of a character of valid UTF-8
 * @end: the end of the text
 * @matches: (out caller-allocates): the names that begin there, shortest first
 *
 * Returns: how many begin there
 */
guint
fz_gazetteer_match (const char  *text,
                    const char  *end,
                    FzNameMatch  matches[FZ_GAZETTEER_MAX_MATCHES])
{
  const uint16_t *symbols = fz_gazetteer_header ()->symbols;
  const FzGazetteerUnit *units = fz_gazetteer_section (fz_gazetteer_header ()->units), *unit = units;
  const char *p = text;
  guint first = next_symbol (&p, end, symbols), symbol = first != 0 ? next_symbol (&p, end, symbols) : 0, found = 0;

  if (symbol == 0 || !is_pair (fz_gazetteer_header ()->pairs, first, symbol))
    return 0;
  unit = child_of (units, unit, first);
  while (found < FZ_GAZETTEER_MAX_MATCHES && unit != NULL && (unit = child_of (units, unit, symbol)) != NULL)
    {
      guint32 ends = GUINT32_FROM_LE (unit->name);
      guint name = ends & ((1u << FZ_GAZETTEER_NAME_BITS) - 1);

      if (name != 0)
        matches[found++] = (FzNameMatch) { (gsize) (p - text), name - 1, (FzNameFlags) (ends >> FZ_GAZETTEER_NAME_BITS) };
      symbol = next_symbol (&p, end, symbols);
    }
  return found;
}

/**
 * fz_gazetteer_is_common:
 * @from: the first byte of a character of valid UTF-8
 * @to: the end of a later one
 *
 * Returns: whether what stands between them is a much used word
 */
gboolean
fz_gazetteer_is_common (const char *from,
                        const char *to)
{
  const uint16_t *symbols = fz_gazetteer_header ()->symbols;
  const FzGazetteerUnit *units = fz_gazetteer_section (fz_gazetteer_header ()->units), *unit = units;

  while (unit != NULL && from < to)
    unit = child_of (units, unit, next_symbol (&from, to, symbols));
  return unit != NULL && (GUINT32_FROM_LE (unit->name) >> FZ_GAZETTEER_NAME_BITS & FZ_NAME_COMMON) != 0;
}

/**
 * fz_gazetteer_n_past:
 * @name: a name of a match
 *
 * Returns: how many regions, behind those of fz_gazetteer_n_refs(), are what has
 *   become of one that had the name
 */
guint
fz_gazetteer_n_past (guint name)
{
  return GUINT16_FROM_LE (fz_gazetteer_name (name)->n_past);
}

/**
 * fz_gazetteer_find:
 * @region: a region
 *
 * Returns: (nullable): its row, where there is one
 */
const FzGazetteerRegion *
fz_gazetteer_find (FzRegion region)
{
  const FzGazetteerRegion *row = fz_gazetteer_section (fz_gazetteer_header ()->regions);
  const FzRegion code = region / FZ_REGION_TOWNSHIP_UNIT;

  if (code * FZ_REGION_TOWNSHIP_UNIT != region)
    return NULL;
  /* The last row that is not behind it; which half that is in is no branch. */
  for (guint n = GUINT32_FROM_LE (fz_gazetteer_header ()->n_regions); n > 1; n -= n / 2)
    row += GUINT32_FROM_LE (row[n / 2].code) <= code ? n / 2 : 0;
  return GUINT32_FROM_LE (row->code) == code ? row : NULL;
}

/**
 * fz_gazetteer_regions:
 * @n: (out): how many
 *
 * Returns: (array length=n): all rows, by code; numbers as the file has them
 */
const FzGazetteerRegion *
fz_gazetteer_regions (guint *n)
{
  *n = GUINT32_FROM_LE (fz_gazetteer_header ()->n_regions);
  return fz_gazetteer_section (fz_gazetteer_header ()->regions);
}

/**
 * fz_gazetteer_history:
 * @n: (out): how many
 *
 * Returns: (array length=n): what has gone, by what it is today, the first to
 *   go first; numbers as the file has them
 */
const FzGazetteerFormer *
fz_gazetteer_history (guint *n)
{
  *n = GUINT32_FROM_LE (fz_gazetteer_header ()->n_history);
  return fz_gazetteer_section (fz_gazetteer_header ()->history);
}

/**
 * fz_gazetteer_string:
 * @offset: of a row of the table, as it stands there
 *
 * Returns: (transfer none): the string, for as long as the program runs
 */
const char *
fz_gazetteer_string (guint32 offset)
{
  return (const char *) fz_gazetteer_section (fz_gazetteer_header ()->strings) + GUINT32_FROM_LE (offset);
}
