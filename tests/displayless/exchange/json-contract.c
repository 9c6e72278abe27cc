/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "json-contract.h"

#include <string.h>

/* Keys in their order, each with the type of its value: s string, S string or
 * null, i integer, n number, N number or null, b boolean, a array, O object or
 * null. */
#define ARTICLE_KEYS \
  "source:s engine:s number:i kind:s lines:a title:S kicker:S subtitle:S dateline:S " \
  "authors:a region:O blocks:a places:a figures:a programmes:a region_then:O"
#define AUTHOR_KEYS "role:s name:s"
#define REGION_KEYS "code:s path:a"
#define BLOCK_KEYS "role:s lines:a start:i end:i text:s flags:a"
#define PLACE_KEYS "block:i start:i end:i line:i surface:s code:s path:a primary:b"
#define FIGURE_KEYS \
  "block:i start:i end:i line:i surface:s kind:s value:n max:N unit:S qualifiers:a change:S " \
  "indicator:S period:S rule:s against:O indicator_region:O"
#define AGAINST_KEYS "surface:s since:S until:S doubt:B"
#define PROGRAMME_KEYS "block:i start:i end:i line:i name:s kind:s region:O year:N figures:a"

static const char article_kinds[] = "article photo continuation stub";
static const char roles[] =
  "title kicker subtitle byline body heading caption credit masthead jump noise";
static const char flags[] = "repeated misplaced truncated";
static const char figure_kinds[] =
  "money count percent area length mass volume energy duration speed ratio rank other";
static const char qualifiers[] = "approx over under each range target";
static const char changes[] = "up down";
static const char programme_kinds[] = "programme platform campaign document";

static gboolean
is_one_of (const char *word, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  return g_strv_contains ((const char * const *) list, word);
}

static gboolean
is_null (JsonNode *node)
{
  return JSON_NODE_HOLDS_NULL (node);
}

static gboolean
has_type (JsonNode *node, char type)
{
  GType value = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  switch (type)
    {
    case 's': return value == G_TYPE_STRING;
    case 'S': return is_null (node) || value == G_TYPE_STRING;
    case 'i': return value == G_TYPE_INT64;
    case 'n': return value == G_TYPE_INT64 || value == G_TYPE_DOUBLE;
    case 'N': return is_null (node) || has_type (node, 'n');
    case 'b': return value == G_TYPE_BOOLEAN;
    case 'B': return is_null (node) || value == G_TYPE_BOOLEAN;
    case 'a': return JSON_NODE_HOLDS_ARRAY (node);
    case 'O': return is_null (node) || JSON_NODE_HOLDS_OBJECT (node);
    default: g_assert_not_reached ();
    }
}

/**
 * json_contract_keys:
 * @keys: "KEY:TYPE …" as above
 *
 * Asserts that @object has these keys, no other, in this order.
 */
void
json_contract_keys (JsonObject *object, const char *keys)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_auto (GStrv) expected = g_strsplit (keys, " ", -1);
  GList *member = members;

  for (guint i = 0; expected[i] != NULL; i++, member = member->next)
    {
      g_auto (GStrv) pair = g_strsplit (expected[i], ":", 2);

      g_assert_nonnull (member);
      g_assert_cmpstr (member->data, ==, pair[0]);
      if (!has_type (json_object_get_member (object, pair[0]), *pair[1]))
        g_error ("%s is no %s", pair[0], pair[1]);
    }
  g_assert_null (member);
}

/**
 * json_contract_parse:
 * @line: one line of what was printed
 *
 * Returns: (transfer full): the object on it
 */
JsonObject *
json_contract_parse (const char *line)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (line, -1, NULL));
  json_parser_load_from_data (parser, line, -1, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static void
check_words (JsonArray *array, const char *words)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_assert_true (is_one_of (json_array_get_string_element (array, i), words));
}

static void
check_code_and_path (JsonObject *object)
{
  const char *code = json_object_get_string_member (object, "code");
  JsonArray *path = json_object_get_array_member (object, "path");

  g_assert_cmpuint (strlen (code), ==, 12);
  g_assert_cmpuint (strspn (code, "0123456789"), ==, 12);
  g_assert_cmpuint (json_array_get_length (path), >, 0);
  for (guint i = 0; i < json_array_get_length (path); i++)
    g_assert_cmpstr (json_array_get_string_element (path, i), !=, "");
}

static gboolean
has_line (JsonObject *block, gint64 line)
{
  JsonArray *lines = json_object_get_array_member (block, "lines");

  for (guint i = 0; i < json_array_get_length (lines); i++)
    if (json_array_get_int_element (lines, i) == line)
      return TRUE;
  return FALSE;
}

/* Whether @part stands at @start of @text; a line break may cut a name's
 * surface short, so @end may lie behind it. */
static void
check_surface (const char *text, gint64 start, gint64 end, const char *part, gboolean whole)
{
  g_autofree char *between = NULL;

  g_assert_cmpint (0, <=, start);
  g_assert_cmpint (start, <, end);
  g_assert_cmpint (end, <=, g_utf8_strlen (text, -1));
  between = g_utf8_substring (text, start, end);
  if (whole)
    g_assert_cmpstr (between, ==, part);
  else
    g_assert_true (g_str_has_prefix (between, part));
}

static void
check_span (JsonObject *fact, JsonArray *blocks, const char *part, gboolean whole)
{
  gint64 index = json_object_get_int_member (fact, "block");
  JsonObject *block;

  g_assert_cmpint (index, >=, 0);
  g_assert_cmpint (index, <, json_array_get_length (blocks));
  block = json_array_get_object_element (blocks, index);
  g_assert_true (has_line (block, json_object_get_int_member (fact, "line")));
  check_surface (json_object_get_string_member (block, "text"), json_object_get_int_member (fact, "start"),
                 json_object_get_int_member (fact, "end"), part, whole);
}

static void
check_block (JsonObject *block, gint64 *expected_start)
{
  gint64 start, end;

  json_contract_keys (block, BLOCK_KEYS);
  g_assert_true (is_one_of (json_object_get_string_member (block, "role"), roles));
  check_words (json_object_get_array_member (block, "flags"), flags);
  start = json_object_get_int_member (block, "start");
  end = json_object_get_int_member (block, "end");
  g_assert_cmpint (start, ==, *expected_start);
  g_assert_cmpint (end - start, ==, g_utf8_strlen (json_object_get_string_member (block, "text"), -1));
  g_assert_null (strchr (json_object_get_string_member (block, "text"), '\n'));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (block, "lines")), >, 0);
  *expected_start = end + 1;
}

static void
check_blocks (JsonArray *blocks)
{
  gint64 start = 0;

  for (guint i = 0; i < json_array_get_length (blocks); i++)
    check_block (json_array_get_object_element (blocks, i), &start);
}

static void
check_place (JsonObject *place, JsonArray *blocks)
{
  json_contract_keys (place, PLACE_KEYS);
  check_code_and_path (place);
  check_span (place, blocks, json_object_get_string_member (place, "surface"), FALSE);
}

static void
check_figure (JsonObject *figure, JsonArray *blocks)
{
  const char *change = json_object_get_string_member_with_default (figure, "change", NULL);

  json_contract_keys (figure, FIGURE_KEYS);
  g_assert_true (is_one_of (json_object_get_string_member (figure, "kind"), figure_kinds));
  g_assert_true (change == NULL || is_one_of (change, changes));
  if (!is_null (json_object_get_member (figure, "against")))
    json_contract_keys (json_object_get_object_member (figure, "against"), AGAINST_KEYS);
  if (!is_null (json_object_get_member (figure, "indicator_region")))
    check_code_and_path (json_object_get_object_member (figure, "indicator_region"));
  check_words (json_object_get_array_member (figure, "qualifiers"), qualifiers);
  check_span (figure, blocks, json_object_get_string_member (figure, "surface"), TRUE);
}

static void
check_programme (JsonObject *programme, JsonArray *blocks)
{
  json_contract_keys (programme, PROGRAMME_KEYS);
  g_assert_true (is_one_of (json_object_get_string_member (programme, "kind"), programme_kinds));
  check_span (programme, blocks, json_object_get_string_member (programme, "name"), FALSE);
}

static void
check_each (JsonObject *article, const char *key, void (*check) (JsonObject *, JsonArray *))
{
  JsonArray *blocks = json_object_get_array_member (article, "blocks");
  JsonArray *array = json_object_get_array_member (article, key);

  for (guint i = 0; i < json_array_get_length (array); i++)
    check (json_array_get_object_element (array, i), blocks);
}

static void
check_author (JsonObject *author, JsonArray *blocks)
{
  json_contract_keys (author, AUTHOR_KEYS);
  g_assert_cmpstr (json_object_get_string_member (author, "name"), !=, "");
}

/**
 * json_contract_article:
 * @article: one article of `analyze`
 *
 * Asserts the whole of the contract about it.
 */
void
json_contract_article (JsonObject *article)
{
  JsonArray *lines;

  json_contract_keys (article, ARTICLE_KEYS);
  g_assert_true (is_one_of (json_object_get_string_member (article, "kind"), article_kinds));
  lines = json_object_get_array_member (article, "lines");
  g_assert_cmpuint (json_array_get_length (lines), ==, 2);
  g_assert_cmpint (json_array_get_int_element (lines, 0), >=, 1);
  g_assert_cmpint (json_array_get_int_element (lines, 0), <=, json_array_get_int_element (lines, 1));
  if (!json_object_get_null_member (article, "region"))
    {
      JsonObject *region = json_object_get_object_member (article, "region");

      json_contract_keys (region, REGION_KEYS);
      check_code_and_path (region);
    }
  check_blocks (json_object_get_array_member (article, "blocks"));
  check_each (article, "authors", check_author);
  check_each (article, "places", check_place);
  check_each (article, "figures", check_figure);
  check_each (article, "programmes", check_programme);
}

/**
 * json_contract_lines:
 * @lines: JSON lines of `analyze`
 *
 * Asserts the contract about each line, and that each is ended.
 *
 * Returns: how many they are
 */
guint
json_contract_lines (const char *lines)
{
  g_auto (GStrv) list = g_strsplit (lines, "\n", -1);
  guint n = g_strv_length (list) - 1;

  g_assert_cmpstr (list[n], ==, "");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JsonObject) article = json_contract_parse (list[i]);

      json_contract_article (article);
    }
  return n;
}
