/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The lengths of the rules, from an em in Pango units. */

/* A mark is full-width from here on; fonts differ by a few thousandths. */
#define FZ_FULL_WIDTH(em) ((em) * 9 / 10)

/* Between Han and Latin 1/4 em, from 1/8 to 1/3: CLREQ 6.2.2 and 6.3.3. */
#define FZ_GAP(em) ((em) / 4)
#define FZ_GAP_SHRINK(em) ((em) / 4 - (em) / 8)
#define FZ_GAP_STRETCH(em) ((em) / 3 - (em) / 4)

/* What a stop at the end of a line, half an em wide there, gives where no line is within
 * bounds without it: its ink stands over the edge by about an eighth of an em then. */
#define FZ_EDGE(em) ((em) / 4)

/* Between characters; CLREQ sets no bound, readers see more than this. */
#define FZ_HAN_STRETCH(em) ((em) / 8)

/* Between words from 1/4 em; CLREQ 6.2.2 lets them grow to 1/2, but what is over 3/8
 * looks like a hole among Han. */
#define FZ_SPACE_LEAST(em) ((em) / 4)
#define FZ_SPACE_MOST(em) ((em) * 3 / 8)
