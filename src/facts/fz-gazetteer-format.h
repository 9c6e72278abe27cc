/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdint.h>

/* The gazetteer as it is linked into the program.
 *
 * fz-gazetteer-compile makes it from the tables of data/gazetteer at build
 * time; it is read where it lies, so that a start costs nothing.  All numbers
 * are little-endian.  Sections of one size stand in the header itself, so that
 * they lie where the compiler knows; the others in its order, each at an offset,
 * in bytes from the start, that is a multiple of four.
 *
 *   symbols   uint16_t[65536]   code point → symbol; 0 where no name has it.
 *                               A traditional form has the symbol of the
 *                               simplified one, so 臺南 is read as 台南.  What
 *                               names have most comes first, so that what is
 *                               asked most lies together in pairs and units.
 *   pairs     uint32_t[16384]   a bit for the two symbols that a name begins
 *                               with, by their hash: most of a text begins
 *                               none, and this is small enough to stay at hand.
 *                               A first symbol has its bits near one another, so
 *                               that few bytes serve most of a text.
 *   stands    uint32_t[31250]   a bit for each code of six digits that a region
 *                               down to a county has; not for the levels that
 *                               stand in the code for counting only.  What lies
 *                               above a region is asked often, and the rows are
 *                               too many to stay at hand.
 *   units     FzGazetteerUnit   a trie of all names over symbols, as a double
 *                               array: the child of u by s is base[u] + s if
 *                               check[base[u] + s] is u.  Unit 0 is the root.
 *   names     FzGazetteerName   what each name may stand for
 *   refs      uint32_t          a region's code << 1 | whether the name is short;
 *                               those of today before those of the past
 *   regions   FzGazetteerRegion sorted by code
 *   history   FzGazetteerFormer sorted by what it is today, then by its end
 *   strings   UTF-8, each ended by NUL
 */

#define FZ_GAZETTEER_MAGIC   0x385a4746u /* "FGZ8" */
#define FZ_GAZETTEER_SYMBOLS 65536
#define FZ_GAZETTEER_PAIRS   16384
#define FZ_GAZETTEER_STANDS  (1000000 / 32)
#define FZ_GAZETTEER_FREE    UINT32_MAX
#define FZ_GAZETTEER_NAME_BITS 20

typedef struct {
  uint32_t magic;
  uint32_t size;
  uint32_t units;
  uint32_t n_units;
  uint32_t names;
  uint32_t n_names;
  uint32_t refs;
  uint32_t n_refs;
  uint32_t regions;
  uint32_t n_regions;
  uint32_t history;
  uint32_t n_history;
  uint32_t strings;
  uint16_t symbols[FZ_GAZETTEER_SYMBOLS];
  uint32_t pairs[FZ_GAZETTEER_PAIRS];
  uint32_t stands[FZ_GAZETTEER_STANDS];
} FzGazetteerHeader;

/* Which bit of pairs is that of two symbols. */
static inline uint32_t
fz_gazetteer_pair (uint32_t first,
                   uint32_t second)
{
  const uint32_t room = 512;

  return (first * room + second) % (FZ_GAZETTEER_PAIRS * 32);
}

typedef struct {
  uint32_t base;
  uint32_t check;
  uint32_t name; /* the name that ends here, counted from 1, and above the
                  * FZ_GAZETTEER_NAME_BITS its flags; of a much used word that
                  * is no name, FZ_NAME_COMMON alone */
} FzGazetteerUnit;

typedef enum {
  FZ_NAME_WORD              = 1 << 0, /* a word that no name is taken from */
  FZ_NAME_ORDINARY          = 1 << 1, /* also a common word, a person, a work */
  FZ_NAME_NATURAL           = 1 << 2, /* also a lake, a mountain, a river */
  FZ_NAME_ORDINARY_TOWNSHIP = 1 << 3, /* a common word where it is a township's */
  FZ_NAME_COMMON            = 1 << 4, /* a much used word, which another name may cut */
  FZ_NAME_DISTINCTIVE       = 1 << 5, /* hardly ever made by the end and start of two words */
  FZ_NAME_SIGHT             = 1 << 6, /* natural, and known by the name of its region: 杭州西湖 */
  FZ_NAME_REGION            = 1 << 7, /* names a region; else it is a word that holds a name */
  FZ_NAME_SHORT             = 1 << 8, /* short for the first region that it names */
  FZ_NAME_WEAK              = 1 << 9, /* ordinary, or only short and only a township's */
} FzNameFlags;

typedef struct {
  uint32_t first_ref;
  uint16_t n_refs; /* of those in use; of those of the past where none is */
  uint16_t n_past; /* behind them: had the name once */
  uint16_t flags;
  uint16_t unused;
} FzGazetteerName;

typedef enum {
  FZ_KIND_REGION, /* of the state: province to township */
  FZ_KIND_LEVEL,  /* 市辖区 …: stands in the code for counting only */
  FZ_KIND_OTHER,  /* a zone, farm, prison … that has a code */
  FZ_KIND_FORMER, /* abolished, and no one successor is known */
} FzRegionKind;

typedef struct {
  uint32_t code;       /* the first nine digits */
  uint32_t name;       /* into strings */
  uint32_t short_name; /* into strings; that of name where there is none */
  uint32_t pinyin;     /* into strings: the syllables of name, joined by spaces */
  uint32_t kind;
} FzGazetteerRegion;

/* How a region of the past ended. */
typedef enum {
  FZ_ENDED_RENAMED,     /* another name, else the same */
  FZ_ENDED_UPGRADED,    /* a county became a city */
  FZ_ENDED_DISTRICT,    /* a county or city became a district */
  FZ_ENDED_CITY,        /* a 地区 or 盟 became a city */
  FZ_ENDED_RE_PARENTED, /* came under another prefecture */
  FZ_ENDED_RENUMBERED,  /* another code, else the same */
  FZ_ENDED_MERGED,
  FZ_ENDED_DIVIDED,
} FzEnded;

typedef struct {
  uint32_t today;     /* the first nine digits of what it is today */
  uint32_t code;      /* of its own, or 0 */
  uint32_t successor; /* the code of who took over, today's or of the past */
  uint32_t name;      /* into strings */
  uint32_t pinyin;    /* into strings: as a region's */
  uint16_t from;      /* the year, or 0: before the tables begin */
  uint16_t to;
  uint32_t ended;     /* FzEnded */
} FzGazetteerFormer;
