# SPDX-License-Identifier: GPL-3.0-or-later
"""overview.py CLI LIBRARY: prints the articles of a library by region, each with
the first of its figures that say what they measure."""

import collections
import json
import subprocess
import sys

FIGURES = 3
TITLE = 40


def rows(verb):
    command = [sys.argv[1], f'--library={sys.argv[2]}', verb, '--format=json']
    done = subprocess.run(command, stdout=subprocess.PIPE)
    if done.returncode != 0:
        sys.exit(done.returncode)  # The program itself has said why.
    return [json.loads(line) for line in done.stdout.splitlines()]


def path(article):
    return ' · '.join(article['region']['path']) if article['region'] else '—'


def describe(figure):
    period = f" ({figure['period']})" if figure['period'] else ''
    return f"      {figure['indicator']}  {figure['surface']}{period}"


def main():
    sys.stdout.reconfigure(encoding='utf-8')
    figures = collections.defaultdict(list)
    for figure in rows('figures'):
        if figure['indicator']:
            figures[figure['article']].append(figure)
    region = None
    for article in sorted(rows('list'), key=path):
        if path(article) != region:
            region = path(article)
            print(f'\n{region}')
        print(f"  {(article['title'] or article['opening'])[:TITLE]}")
        for figure in figures[article['article']][:FIGURES]:
            print(describe(figure))


main()
