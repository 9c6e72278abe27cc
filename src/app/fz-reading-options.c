/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fz-reading-options.h"

#include <glib/gi18n.h>

#include "fz-families.h"

/* A row for each of the reading settings, from one table; whoever shows one has it
 * bound both ways. */

typedef enum { ROW_SWITCH, ROW_SPIN, ROW_CHOICE, ROW_HAN, ROW_LATIN } RowKind;

typedef struct {
  const char *value; /* NULL is behind the last */
  const char *label;
} Choice;

static const Choice prohibitions[] = {
  { "none", N_("Any mark") },
  { "basic", N_("Basic") },
  { "gb", N_("National standard") },
  { "strict", N_("Strict") },
  { NULL, NULL },
};

static const Choice scripts[] = {
  { "printed", N_("As printed") },
  { "simplified", N_("Simplified") },
  { "traditional", N_("Traditional") },
  { NULL, NULL },
};

static const Choice directions[] = {
  { "across", N_("Horizontal") },
  { "down", N_("Vertical") },
  { NULL, NULL },
};

static const Choice column_numbers[] = {
  { "one", N_("One") },
  { "two", N_("Two") },
  { "auto", N_("As many as have room") },
  { NULL, NULL },
};

static const struct {
  const char *name;
  RowKind     kind;
  const char *title;
  const char *subtitle;
  double      least, most, step;
  const Choice *choices;
} rows[] = {
  { "family", ROW_HAN, N_("Chinese Font"), NULL, 0, 0, 0 },
  { "latin", ROW_LATIN, N_("Latin Font"), N_("For letters and digits"), 0, 0, 0 },
  { "line-gap", ROW_SPIN, N_("Line Distance"), N_("In percent of the usual one"), 70, 160, 5 },
  { "measure", ROW_SPIN, N_("Line Length"), N_("In characters, at most"), 12, 60, 1 },
  { "indent", ROW_SPIN, N_("Indent"), N_("In characters"), 0, 4, 1 },
  { "justify", ROW_SWITCH, N_("Even Line Ends"), NULL, 0, 0, 0 },
  { "prohibition", ROW_CHOICE, N_("Line Start and End"), N_("Which marks may not stand there"), 0, 0, 0, prohibitions },
  { "direction", ROW_CHOICE, N_("Lines Run"), NULL, 0, 0, 0, directions },
  { "columns", ROW_CHOICE, N_("Columns"), N_("In horizontal text, where the window is wide"), 0, 0, 0, column_numbers },
  { "compress", ROW_SWITCH, N_("Narrow Marks"), N_("Marks give way to each other and at line ends"), 0, 0, 0 },
  { "hang", ROW_SWITCH, N_("Hanging Stops"), N_("Stops and commas may stand outside of the line"), 0, 0, 0 },
  { "gap", ROW_SWITCH, N_("Space around Latin"), N_("Between Chinese and letters or digits"), 0, 0, 0 },
  { "full-width", ROW_SWITCH, N_("Full-Width Marks"), N_("Half-width marks in Chinese are shown full width"), 0, 0, 0 },
  { "script", ROW_CHOICE, N_("Characters"), NULL, 0, 0, 0, scripts },
  { "margin", ROW_SPIN, N_("Margins"), N_("Before lines and behind them, in pixels"), 8, 160, 8 },
  { "printed-lines", ROW_SWITCH, N_("Lines of the Page"), N_("As they were printed, beside the paragraphs"), 0, 0, 0 },
  { "own", ROW_SWITCH, N_("Only for This Library"), N_("Other libraries have the common settings"), 0, 0, 0 },
  { "pace", ROW_SPIN, N_("Reading Pace"), N_("In characters a minute, for the time that is left"), 100, 2000, 50 },
};

static const struct {
  const char *value;
  const char *label;
} papers[] = {
  { "system", N_("As the Window") },
  { "paper", N_("Paper") },
  { "sepia", N_("Sepia") },
  { "dark", N_("Dark") },
};

/* From what is chosen in a list to the value that its row stands for, and back. */
static gboolean
value_of_row (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  GtkStringList *values = user_data;

  g_value_set_string (to, gtk_string_list_get_string (values, g_value_get_uint (from)));
  return g_value_get_string (to) != NULL;
}

static gboolean
row_of_value (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  GtkStringList *values = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (values));

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (values, i), g_value_get_string (from)) == 0)
      {
        g_value_set_uint (to, i);
        return TRUE;
      }
  return FALSE;
}

/* @values takes as many as @labels has. */
static GtkWidget *
choice_row (FzReadingSettings *settings, const char *name, GtkStringList *values, GtkStringList *labels)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  g_object_bind_property_full (settings, name, row, "selected", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                               row_of_value, value_of_row, g_object_ref (values), g_object_unref);
  return row;
}

static GtkWidget *
named_row (FzReadingSettings *settings, const char *name, const Choice *choices)
{
  g_autoptr (GtkStringList) values = gtk_string_list_new (NULL), labels = gtk_string_list_new (NULL);

  for (; choices->value != NULL; choices++)
    {
      gtk_string_list_append (values, choices->value);
      gtk_string_list_append (labels, _(choices->label));
    }
  return choice_row (settings, name, values, labels);
}

/* The first of them is Fangzhi's own choice. */
static GtkWidget *
family_row (FzReadingSettings *settings, const char *name, gboolean han)
{
  g_autoptr (GtkStringList) values = gtk_string_list_new (NULL), labels = gtk_string_list_new (NULL);
  g_auto (GStrv) families = fz_families_list (han);
  GtkWidget *row;

  gtk_string_list_append (values, "");
  gtk_string_list_append (labels, han ? _("As Usual") : _("As Chinese"));
  for (guint i = 0; families[i] != NULL; i++)
    {
      gtk_string_list_append (values, families[i]);
      gtk_string_list_append (labels, families[i]);
    }
  row = choice_row (settings, name, values, labels);
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), NULL);
  return row;
}

static GtkWidget *
spin_row (FzReadingSettings *settings, const char *name, double least, double most, double step)
{
  GtkWidget *row = adw_spin_row_new_with_range (least, most, step);

  g_object_bind_property (settings, name, row, "value", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return row;
}

static GtkWidget *
switch_row (FzReadingSettings *settings, const char *name)
{
  GtkWidget *row = adw_switch_row_new ();

  g_object_bind_property (settings, name, row, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  return row;
}

static GtkWidget *
make_row (FzReadingSettings *settings, guint i)
{
  switch (rows[i].kind)
    {
    case ROW_SPIN:
      return spin_row (settings, rows[i].name, rows[i].least, rows[i].most, rows[i].step);
    case ROW_CHOICE:
      return named_row (settings, rows[i].name, rows[i].choices);
    case ROW_HAN:
    case ROW_LATIN:
      return family_row (settings, rows[i].name, rows[i].kind == ROW_HAN);
    case ROW_SWITCH:
    default:
      return switch_row (settings, rows[i].name);
    }
}

/**
 * fz_reading_option_row:
 * @name: of a setting that has a row
 *
 * Returns: (transfer floating): a row to change it by
 */
GtkWidget *
fz_reading_option_row (FzReadingSettings *settings, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      {
        GtkWidget *row = make_row (settings, i);

        adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(rows[i].title));
        if (rows[i].subtitle != NULL)
          adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(rows[i].subtitle));
        return row;
      }
  g_assert_not_reached ();
}

static gboolean
is_paper (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_boolean (to, g_strcmp0 (g_value_get_string (from), user_data) == 0);
  return TRUE;
}

static gboolean
paper_of (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_set_string (to, user_data);
  return g_value_get_boolean (from);
}

/**
 * fz_reading_option_paper:
 *
 * Returns: (transfer floating): a button for each paper, of which one is down
 */
GtkWidget *
fz_reading_option_paper (FzReadingSettings *settings)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *first = NULL;

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label ("文");

      gtk_widget_add_css_class (button, "circular");
      gtk_widget_add_css_class (button, "paper-button");
      gtk_widget_add_css_class (button, papers[i].value);
      gtk_widget_set_tooltip_text (button, _(papers[i].label));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(papers[i].label), -1);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first ? GTK_TOGGLE_BUTTON (first) : NULL);
      first = first ? first : button;
      g_object_bind_property_full (settings, "paper", button, "active", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                                   is_paper, paper_of, (gpointer) papers[i].value, NULL);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}
