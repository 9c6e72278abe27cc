# SPDX-License-Identifier: GPL-3.0-or-later
"""tally.py LOG…: counts the cases in logs of `meson test` (testlog.json).

Prints one line, "N passed, N failed" and ", N skipped" where there are such.  A
TAP case counts as one; so does a test that prints no TAP, and a test that ended
badly without naming a case that failed.  A log that is not there is a build
that came to no tests, and counts as failed.  Exits with 1 unless something
passed and nothing failed.
"""

import collections
import json
import re
import sys

CASE = re.compile(r'^(not )?ok\b(.*)$', re.MULTILINE)
SKIP = re.compile(r'#\s*SKIP', re.IGNORECASE)


def outcome(failed, rest):
    if SKIP.search(rest):
        return 'skipped'
    return 'failed' if failed else 'passed'


def cases(test):
    """The outcome of each case of one test."""
    found = [outcome(*case.groups()) for case in CASE.finditer(test.get('stdout', ''))]
    ended_well = test['result'] in ('OK', 'SKIP', 'EXPECTEDFAIL')
    if not ended_well and 'failed' not in found:
        found.append('failed')
    if not found:
        found.append('skipped' if test['result'] == 'SKIP' else 'passed')
    return found


def outcomes(log):
    try:
        with open(log, encoding='utf-8') as lines:
            return [one for line in lines for one in cases(json.loads(line))]
    except FileNotFoundError:
        return ['failed']


def main(logs):
    count = collections.Counter(one for log in logs for one in outcomes(log))
    line = f"{count['passed']} passed, {count['failed']} failed"
    print(line + (f", {count['skipped']} skipped" if count['skipped'] else ''))
    return 0 if count['passed'] and not count['failed'] else 1


sys.exit(main(sys.argv[1:]))
