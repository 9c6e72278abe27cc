/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-numerals-symbols.h"

#include "fz-words.h"

#include <string.h>

#define CHEQUE 0x100u

static FzSymbolClass
classify (gunichar character, guint *value)
{
  switch (character)
    {
    case 0x3007: case 0x96f6:              *value = 0; return FZ_SYMBOL_DIGIT;   /* 〇 零 */
    case 0x4e00:                           *value = 1; return FZ_SYMBOL_DIGIT;   /* 一 */
    case 0x4e8c: case 0x4e24: case 0x5169: *value = 2; return FZ_SYMBOL_DIGIT;   /* 二 两 兩 */
    case 0x4e09:                           *value = 3; return FZ_SYMBOL_DIGIT;   /* 三 */
    case 0x56db:                           *value = 4; return FZ_SYMBOL_DIGIT;   /* 四 */
    case 0x4e94:                           *value = 5; return FZ_SYMBOL_DIGIT;   /* 五 */
    case 0x516d:                           *value = 6; return FZ_SYMBOL_DIGIT;   /* 六 */
    case 0x4e03:                           *value = 7; return FZ_SYMBOL_DIGIT;   /* 七 */
    case 0x516b:                           *value = 8; return FZ_SYMBOL_DIGIT;   /* 八 */
    case 0x4e5d:                           *value = 9; return FZ_SYMBOL_DIGIT;   /* 九 */
    case 0x5341:                           *value = 1; return FZ_SYMBOL_POWER;   /* 十 */
    case 0x767e:                           *value = 2; return FZ_SYMBOL_POWER;   /* 百 */
    case 0x5343:                           *value = 3; return FZ_SYMBOL_POWER;   /* 千 */
    case 0x4e07: case 0x842c:              *value = 4; return FZ_SYMBOL_POWER;   /* 万 萬 */
    case 0x4ebf: case 0x5104:              *value = 8; return FZ_SYMBOL_POWER;   /* 亿 億 */
    case 0x51e0: case 0x5e7e:              *value = 0; return FZ_SYMBOL_SEVERAL; /* 几 幾 */
    case 0x6570: case 0x6578:              *value = 1; return FZ_SYMBOL_SEVERAL; /* 数 數 */
    case 0x4f59: case 0x9918: case 0x591a: *value = 0; return FZ_SYMBOL_MORE;    /* 余 餘 多 */
    case 0x70b9: case 0x9ede:              *value = 0; return FZ_SYMBOL_POINT;   /* 点 點 */
    case 0x5eff:                           *value = 2; return FZ_SYMBOL_TENS;    /* 廿 */
    case 0x5345:                           *value = 3; return FZ_SYMBOL_TENS;    /* 卅 */
    /* The numerals of cheques, most of which are names or verbs as well. */
    case 0x58f9:              *value = CHEQUE | 1; return FZ_SYMBOL_DIGIT; /* 壹 */
    case 0x8d30: case 0x8cb3: *value = CHEQUE | 2; return FZ_SYMBOL_DIGIT; /* 贰 貳 */
    case 0x53c1: case 0x53c3: *value = CHEQUE | 3; return FZ_SYMBOL_DIGIT; /* 叁 參 */
    case 0x8086:              *value = CHEQUE | 4; return FZ_SYMBOL_DIGIT; /* 肆 */
    case 0x4f0d:              *value = CHEQUE | 5; return FZ_SYMBOL_DIGIT; /* 伍 */
    case 0x9646: case 0x9678: *value = CHEQUE | 6; return FZ_SYMBOL_DIGIT; /* 陆 陸 */
    case 0x67d2:              *value = CHEQUE | 7; return FZ_SYMBOL_DIGIT; /* 柒 */
    case 0x634c:              *value = CHEQUE | 8; return FZ_SYMBOL_DIGIT; /* 捌 */
    case 0x7396:              *value = CHEQUE | 9; return FZ_SYMBOL_DIGIT; /* 玖 */
    case 0x62fe:              *value = CHEQUE | 1; return FZ_SYMBOL_POWER; /* 拾 */
    case 0x4f70:              *value = CHEQUE | 2; return FZ_SYMBOL_POWER; /* 佰 */
    case 0x4edf:              *value = CHEQUE | 3; return FZ_SYMBOL_POWER; /* 仟 */
    default:                               *value = 0; return FZ_SYMBOL_NONE;
    }
}

/* All of them stand between these. */
#define FIRST 0x3000
#define LAST  0x9fff

/* What classify() says of each: the class in the lower bits, its value from
 * VALUE on, and ON_CHEQUES. */
#define CLASS      0x07
#define VALUE      3
#define ON_CHEQUES 0x80

static const guint8 *
symbol_table (void)
{
  static guint8 table[LAST + 1 - FIRST];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      guint value;

      for (gunichar c = FIRST; c <= LAST; c++)
        {
          FzSymbolClass class = classify (c, &value);

          table[c - FIRST] = (guint8) (class | (value & ~CHEQUE) << VALUE | (value & CHEQUE ? ON_CHEQUES : 0));
        }
      g_once_init_leave (&filled, 1);
    }
  return table;
}

static gunichar
three_bytes (const guchar *b)
{
  return (gunichar) ((b[0] & 0x0f) << 12 | (b[1] & 0x3f) << 6 | (b[2] & 0x3f));
}

/* A numeral of cheques counts before another one, a multiplier or a coin. */
static gboolean
goes_on_as_cheque (const char *p, const char *end)
{
  static const char *const followers[] = { "零", "万", "萬", "亿", "億", "元", "圆", "圓", "角", "整" };
  guint value = 0;

  if (end - p < 3 || (guchar) *p < 0xe3)
    return FALSE;
  classify (three_bytes ((const guchar *) p), &value);
  if (value & CHEQUE)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (followers); i++)
    if (fz_text_at (p, end, followers[i]))
      return TRUE;
  return FALSE;
}

/**
 * fz_symbol_at:
 * @p: a place in a text
 * @end: the end of the text
 *
 * Returns: the numeral character at @p, or one of class %FZ_SYMBOL_NONE
 */
FzSymbol
fz_symbol_at (const char *p, const char *end)
{
  const guchar *b = (const guchar *) p;
  FzSymbol symbol = { FZ_SYMBOL_NONE, 0, 3 };
  gunichar character;
  guint8 entry;

  /* All of them have three bytes. */
  if (end - p < 3 || b[0] < 0xe3 || b[0] > 0xe9)
    return symbol;
  character = three_bytes (b);
  entry = symbol_table ()[character - FIRST];
  symbol.class = (FzSymbolClass) (entry & CLASS);
  symbol.value = (entry & ~ON_CHEQUES) >> VALUE;
  if (entry & ON_CHEQUES && !goes_on_as_cheque (p + 3, end))
    symbol.class = FZ_SYMBOL_NONE;
  return symbol;
}

/**
 * fz_symbol_begins_unit:
 * @p: where 千 stands
 * @end: the end of the text
 *
 * 千瓦 is a unit; in 5千瓦 there is no multiplier.
 *
 * Returns: whether the 千 belongs to a unit
 */
gboolean
fz_symbol_begins_unit (const char *p, const char *end)
{
  static const char *const units[] = {
    "千瓦", "千米", "千克", "千卡", "千赫", "千帕", "千伏", "千字节",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (fz_text_at (p, end, units[i]))
      return TRUE;
  return FALSE;
}

/**
 * fz_symbol_come_at:
 * @p: a place right behind a number
 * @end: the end of the text
 *
 * 二十来家 are about twenty; 20来自 is no number and a half.
 *
 * Returns: the bytes of a 来 that makes the number before it vague, or 0
 */
gsize
fz_symbol_come_at (const char *p, const char *end)
{
  static const char *const others[] = { "自", "到", "了", "往", "访", "訪", "源", "宾", "賓", "客", "电", "電", "不", "得" };

  if (!fz_text_at (p, end, "来") && !fz_text_at (p, end, "來"))
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (fz_text_at (p + 3, end, others[i]))
      return 0;
  return 3;
}

/**
 * fz_symbol_multiplier:
 * @p: a place in a text
 * @end: the end of the text
 *
 * Returns: the power of ten at @p, or a symbol of class %FZ_SYMBOL_NONE
 */
FzSymbol
fz_symbol_multiplier (const char *p, const char *end)
{
  FzSymbol symbol = fz_symbol_at (p, end);

  if (symbol.class != FZ_SYMBOL_POWER || (symbol.value == 3 && fz_symbol_begins_unit (p, end)))
    symbol.class = FZ_SYMBOL_NONE;
  return symbol;
}

/**
 * fz_symbol_arabic_digit:
 * @p: a place in a text
 * @end: the end of the text
 * @digit: (out): the digit in ASCII
 *
 * Returns: the bytes of the Arabic digit at @p, of half or full width, or 0
 */
gsize
fz_symbol_arabic_digit (const char *p, const char *end, char *digit)
{
  if (p < end && g_ascii_isdigit (*p))
    {
      *digit = *p;
      return 1;
    }
  if (end - p >= 3 && memcmp (p, "\xef\xbc", 2) == 0 && (guchar) p[2] >= 0x90 && (guchar) p[2] <= 0x99)
    {
      *digit = (char) ('0' + ((guchar) p[2] - 0x90));
      return 3;
    }
  return 0;
}
