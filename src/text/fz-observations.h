/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "fz-echoes.h"
#include "fz-headlines.h"
#include "fz-lines.h"

G_BEGIN_DECLS

/* What is seen of a line and around it, as evidence for its role.
 *
 * One row an observation: its name, and the name in the table of weights.  Of
 * each kind of #FzLineKind there are five: the line itself, the line above it,
 * the one below it, and for a short line what stands before and behind the
 * whole run of short lines that it is one of. */
#define FZ_OBSERVED_KINDS(X, WHERE) \
  X (WHERE##_TEXT) X (WHERE##_LEAD) X (WHERE##_CONTINUED) X (WHERE##_APART) X (WHERE##_HEAD) X (WHERE##_BYLINE) \
  X (WHERE##_CREDIT) X (WHERE##_PICTURE) X (WHERE##_JUMP) X (WHERE##_MASTHEAD) X (WHERE##_NOISE) X (WHERE##_STUB) \
  X (WHERE##_NOTHING)

#define FZ_OBSERVATIONS(X) \
  X (ALWAYS) \
  FZ_OBSERVED_KINDS (X, IS) \
  FZ_OBSERVED_KINDS (X, ABOVE) \
  FZ_OBSERVED_KINDS (X, BELOW) \
  FZ_OBSERVED_KINDS (X, BEFORE) \
  FZ_OBSERVED_KINDS (X, BEHIND) \
  /* How long it is, in characters. */ \
  X (CHARS_4) X (CHARS_8) X (CHARS_12) X (CHARS_16) X (CHARS_22) X (CHARS_30) X (CHARS_45) X (CHARS_MORE) \
  /* A short line by the gap above it and the one below it: none, as usual on the page, more, wide. */ \
  X (GAPS_NONE_NONE) X (GAPS_NONE_USUAL) X (GAPS_NONE_MORE) X (GAPS_NONE_WIDE) \
  X (GAPS_USUAL_NONE) X (GAPS_USUAL_USUAL) X (GAPS_USUAL_MORE) X (GAPS_USUAL_WIDE) \
  X (GAPS_MORE_NONE) X (GAPS_MORE_USUAL) X (GAPS_MORE_MORE) X (GAPS_MORE_WIDE) \
  X (GAPS_WIDE_NONE) X (GAPS_WIDE_USUAL) X (GAPS_WIDE_MORE) X (GAPS_WIDE_WIDE) \
  /* A line of another kind by the gap above it. */ \
  X (GAP_NONE) X (GAP_USUAL) X (GAP_MORE) X (GAP_WIDE) \
  X (APART) /* the gap above is greater than those between paragraphs */ \
  X (APART_SHORT) /* and the line is short */ \
  X (APART_BELOW) /* the gap below a short line is */ \
  /* Marks of the line. */ \
  X (ENDS_STOP) X (ENDS_PERIOD) X (ENDS_PAUSE) X (ENDS_LIST) X (ENDS_COLON) X (ENDS_QUOTE) X (ENDS_TURN) \
  X (HOLDS_PERIOD) X (HOLDS_PAUSE) X (HOLDS_PAUSES) X (HALVES) X (UNBALANCED) X (CLOSES) X (BRACKETED) X (HASH) \
  X (SUBHASH) X (NUMBERED) X (INDENTED) X (FULL) X (COLUMN) X (RUNS_ON) X (RUNS_IN) X (NAMES) X (DASHED) \
  X (PAGE_BREAK) X (REPEATED) \
  /* Marks of the line above. */ \
  X (ABOVE_STOPS) X (ABOVE_BREAKS_OFF) X (ABOVE_TURNS) X (ABOVE_COLON) X (ABOVE_NUMBERED) X (ABOVE_BANNER) \
  X (TURNED) /* the last running text above ended with its authors or (下转第4版) */ \
  /* A short line in its run. */ \
  X (RUN_ALONE) X (RUN_FIRST) X (RUN_MIDDLE) X (RUN_LAST) X (RUN_OF_TWO) X (RUN_OF_THREE) X (RUN_OF_MORE) X (RUN_OF_MANY) \
  X (LONGER_THAN_NEXT) X (SHORTER_THAN_NEXT) \
  X (HASH_BELOW_HASH) X (HASH_ABOVE_HASH) /* # on two lines that touch */ \
  X (TITLE_BY_RULE) X (ABOVE_TITLE_BY_RULE) X (BELOW_TITLE_BY_RULE) /* see fz-headlines.c */ \
  /* How much running text stands around a short line. */ \
  X (TEXT_BELOW_1) X (TEXT_BELOW_3) X (TEXT_BELOW_MORE) X (TEXT_ABOVE_1) X (TEXT_ABOVE_3) X (TEXT_ABOVE_MORE) \
  /* How many pairs of its characters the text below begins with, and how many the text above and below share. */ \
  X (ECHO_NONE) X (ECHO_1) X (ECHO_2) X (ECHO_MORE) X (MATTER_NEW) X (MATTER_NEAR) X (MATTER_SAME) X (MATTER_MUCH) \
  /* Of two short lines, which, and whether it would be the title. */ \
  X (UPPER_TITLE) X (UPPER_OTHER) X (LOWER_TITLE) X (LOWER_OTHER) \
  X (LIKE_LAST) X (LIKE_NEXT) /* as long as the lone short line before or behind, as headings of one article are */ \
  X (LITTLE_TEXT) X (LITTLE_TEXT_APART) /* running text, but little beside the paragraphs of the page */ \
  /* A line below the end of a paragraph, and what it has of a headline. */ \
  X (FRESH) X (FRESH_UNINDENTED) X (FRESH_OPEN) X (FRESH_OPEN_TO_INDENTED) X (FRESH_OPEN_GAP) X (SHORT_OF_COLUMN) \
  X (CONTINUES_BARE) /* (上接第一版) with no headline above it */ \
  X (SENTENCE_IN_BREAK) /* a short sentence below text that breaks off */ \
  X (LISTED) X (LISTED_BRACKET) /* running text that begins with △ or 【…】 */ \
  /* A short line with running text below its run, by how many runs of the page stand above a dateline or byline \
   * (none, one, more) and how many above bare text (one, more). */ \
  /* A short line by its length and by what stands behind its run: text, an opening, the end of the page, other. */ \
  X (SHAPE_8_TEXT) X (SHAPE_8_OPENING) X (SHAPE_8_END) X (SHAPE_8_OTHER) \
  X (SHAPE_16_TEXT) X (SHAPE_16_OPENING) X (SHAPE_16_END) X (SHAPE_16_OTHER) \
  X (SHAPE_MORE_TEXT) X (SHAPE_MORE_OPENING) X (SHAPE_MORE_END) X (SHAPE_MORE_OTHER) \
  /* By its place in its run and whether it names a region. */ \
  X (ALONE_PLACE) X (ALONE_NO_PLACE) X (FIRST_PLACE) X (FIRST_NO_PLACE) X (MIDDLE_PLACE) X (MIDDLE_NO_PLACE) X (LAST_PLACE) X (LAST_NO_PLACE) \
  /* Runs of short lines since the last dateline or byline: none was, one, two, more. */ \
  X (SINCE_NONE) X (SINCE_1) X (SINCE_2) X (SINCE_MORE) \
  X (RUNS_0_1) X (RUNS_0_2) X (RUNS_1_1) X (RUNS_1_2) X (RUNS_2_1) X (RUNS_2_2) \
  /* Words. */ \
  X (PICTURE_START) X (PICTURE_END) X (DOING) X (COLUMN_WORD) X (DIGEST) X (NAME_END) X (LABEL) X (LABEL_ALONE) \
  X (PLACE_LABEL) X (EDITOR_NOTE) X (TALK) X (SALUTATION) X (CLOSING) X (LIST_MARK) X (IMPRINT) X (CONTACT) \
  X (DATE_START) X (LENTICULAR) X (CELLS) X (DIGITS) X (NAMES_PLACE) X (NAMES_NO_PLACE) X (NEWS_BELOW) \
  X (NEWS_START) X (ALL_HAN) X (ARROW) X (PAGE_NUMBER) X (EXCLAIMS) X (SENTENCE) X (REPORTS) \
  X (IN_ITEM) /* the last short line above the running text was such a one */ \
  X (ITEM) X (ITEM_END) /* 声明, or what ends so */ X (CIRCLED) /* ① */ X (POINTS_TO_PAGE) /* … >>>2版 */ \
  X (KICKER_END) /* …时强调 */ X (NEWS_END) /* …建成通车 */ X (ASKS) X (STARTS_QUOTE) X (PROSE) /* 了 就 我 …, that headlines leave out */ \
  X (STILL) /* 夜里的候车室。: a short sentence without them */ X (SIGNED) /* 退休教师 高鸿雁 */ X (COUNTED) /* 毛病一 */ \
  X (EVEN) X (UNEVEN) /* two halves of as many characters, or far from it */ \
  X (EQUAL_TO_NEXT) X (EQUAL_TO_ABOVE) /* short lines of one length that touch */ \
  X (PARALLEL_LAST) X (PARALLEL_NEXT) /* begins or ends as the short line before or behind the text does */ \
  X (PEOPLE) /* a sentence in which 村民 or 工人 … are the first to be named */ X (TEXT_APART_BELOW) /* running text above a gap */ \
  X (LIKE_TITLES) X (UNLIKE_TITLES) /* as long as the headlines above datelines and bylines are on the page, or far shorter */ \
  X (TOP_RUN) /* no running text stands above it on the page */ X (TEXT_TURNS) /* the text below ends with its authors */ \
  X (ECHO_ABOVE_NONE) X (ECHO_ABOVE_1) X (ECHO_ABOVE_MORE) /* how many pairs of its characters the text above has */ \
  X (STORY_GOES_ON) X (STORY_LEFT) /* whether the text below begins with words of the headline above */ \
  X (RUN_IN_BREAK) /* the text above its run breaks off */ \
  X (SPEECH_BELOW) X (LINK_BELOW) /* the text below begins with “ or with 此外 他 … */ \
  X (SAYS_60) X (SAYS_150) X (SAYS_400) X (SAYS_MORE) X (SAID_60) X (SAID_150) X (SAID_400) X (SAID_MORE) /* characters of the text below its run, and of the one above */ \
  X (NUMBER_FIRST) X (NUMBER_NEXT) /* 一、 or 1., and the number behind the last one */ \
  X (FURTHER_IN) /* set in by more than paragraphs are */ \
  /* What two observations tell together. */ \
  X (TWO_ABOVE_TEXT) X (TWO_UNLIKE_TITLES) /* of two short lines, above bare text; shorter than titles are */ \
  X (MANY_AT_TOP) /* of a long run before the first dateline or byline */ \
  X (NEWS_IN_TEXT) /* running text that begins news below other text */ X (NEWS_LISTED) /* △ or 【…】 before a place */ \
  X (NEWS_LITTLE) /* and says little */ \
  X (SCENE_IN_TEXT) X (STILL_IN_TEXT) /* of one, a sentence that says little between texts */ \
  X (TAKEN) /* 阿依古丽 摄, whatever the name */ X (DOCUMENT) /* 某政发〔2018〕9号 */ X (NUMBER_ALONE) /* 7, ·3· */ \
  X (MARKED_FEW) /* ■ 渡 */ X (SPACED_TWO) /* 海　泥 */ X (ARROW_SIDE) /* ◀ */ X (ADVERT) /* （广告） */ \
  X (BRACKET_BELOW_TEXT) X (SPACED_TWO_BELOW_TEXT) \
  X (SIGNED_BELOW_TEXT) /* 退休教师 高鸿雁 below the end of a text */ \
  X (NAME_OF_PICTURE) X (LABEL_OF_PAGE) X (HEADLINE_OF_PAGE) /* a few characters below a caption; at the head of a page a few or more */ \
  /* A short line beside what the page has elsewhere. */ \
  X (UNHASHED) /* others have # */ X (RUN_HASHED) X (RUN_UNHASHED) /* so has one of its run; none of it */ \
  X (IN_BRIEFS) /* 快讯 stands above, and no headline of a dateline or byline since */ \
  X (UNTURNED) /* texts end with their authors, the one above does not */ \
  X (SCENE) X (SCENE_OF_PLACE) /* 村民在茶厂里忙碌。: one short clause with somebody somewhere */ \
  /* The page. */ \
  X (PAGE_OF_LEADS) X (PAGE_OF_BYLINES) X (PAGE_OF_NEITHER) X (PAGE_OF_HASHES) X (PAGE_TOP)

typedef enum {
#define FZ_OBSERVATION(name) FZ_SEEN_##name,
  FZ_OBSERVATIONS (FZ_OBSERVATION)
#undef FZ_OBSERVATION
  FZ_N_OBSERVATIONS
} FzObservation;

#define FZ_OBSERVED_MAX 72

/**
 * FzObserved:
 * @n: how many
 * @seen: (array length=n): each an #FzObservation
 */
typedef struct {
  guint  n;
  guint16 seen[FZ_OBSERVED_MAX];
} FzObserved;

/* What is known of a whole page while its lines are looked at one by one. */
typedef struct {
  const FzLines  *lines;
  const FzPlaces *places;
  guint8         *names_place; /* whether each short line names a region */
  guint           text_gap;  /* blank lines that mostly stand between paragraphs */
  guint           n_leads;
  guint           n_bylines;
  guint           n_opening_runs;       /* of short lines, above a dateline or byline */
  guint           title_chars;          /* of the lines above those, on average */
  guint           n_bare_runs;          /* above other text */
  gboolean        indents;              /* the page sets its paragraphs in */
  gboolean        hashes;
  guint           n_turns;              /* texts that end with their authors */
  guint           run_first, run_end;   /* the run of short lines that was asked for last */
  gboolean        run_hashes;           /* a line of it has # */
  guint           run_title;            /* the line of it that would be the title */
  guint           text_end;             /* the running text below it ends there */
  guint           text_above;           /* lines of running text above it */
  guint           text_before;          /* those above the run */
  guint           chars_above;          /* of the running text above */
  guint           chars_below;          /* and of that below the run */
  guint           text_chars;           /* of a paragraph, on average */
  guint           last_alone;           /* characters of the last short line that stood alone */
  guint           next_alone;           /* and of the next one */
  FzEchoes        lead;                 /* what that text begins with */
  FzEchoes        above;                /* what the text above the run ends with */
  gboolean        story_goes_on;        /* that text begins with words of a headline above */
  guint           shared;               /* pairs that the text above and below the run share */
  const FzLine   *last_line;            /* the first line of the run before */
  const FzLine   *last_title;           /* the line of it that would be the title */
  const FzLine   *story;                /* that of the last run above a dateline or byline */
  guint           number;               /* of the last numbered line */
  const FzLine   *next_line;            /* and of the one behind the text */
  gboolean        item;                 /* the last short line above names a notice or box */
  gboolean        briefs;               /* and one a row of briefs */
  gboolean        text_seen;            /* running text stands above on the page */
  gboolean        turned;
  gboolean        opened;               /* a dateline or byline stands above */
  guint           since;                /* runs of short lines since the last one */
  const FzLine   *news_line;            /* the line that was last asked whether it begins news */
  gboolean        news;
} FzObserver;

FzObserved *fz_observe          (const FzLines *lines, const FzPlaces *places);
const char *fz_observation_name (FzObservation observation);

G_END_DECLS
