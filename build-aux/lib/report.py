# SPDX-License-Identifier: GPL-3.0-or-later
"""report.py LOG…: what logs of `meson test` (testlog.json) come to.

Prints the output of each test that failed, and last one line, "N passed, N
failed" and ", N skipped" where there are such.  A TAP case counts as one; so does
a test that prints no TAP, and a test that ended badly without naming a case that
failed.  A log that is not there is a build that came to no tests, and counts as
failed.  Exits with 1 unless something passed and nothing failed.
"""

import collections
import json
import re
import sys

CASE = re.compile(r'^(not )?ok\b(.*)$', re.MULTILINE)
SKIP = re.compile(r'#\s*SKIP', re.IGNORECASE)


def read(log):
    """The tests of a log, or None where there is none."""
    try:
        with open(log, encoding='utf-8') as lines:
            return [json.loads(line) for line in lines]
    except FileNotFoundError:
        return None


def outcome(failed, rest):
    if SKIP.search(rest):
        return 'skipped'
    return 'failed' if failed else 'passed'


def outcomes(test):
    """The outcome of each case of one test."""
    cases = [outcome(*case.groups()) for case in CASE.finditer(test.get('stdout', ''))]
    ended_well = test['result'] in ('OK', 'SKIP', 'EXPECTEDFAIL')
    if not ended_well and 'failed' not in cases:
        cases.append('failed')
    if not cases:
        cases.append('skipped' if test['result'] == 'SKIP' else 'passed')
    return cases


def print_output(log, test):
    print(f"\n--- {test['name']}, {test['result']}, in {log}")
    print(test.get('stdout', '') + test.get('stderr', ''))


def main(logs):
    count = collections.Counter()
    for log in logs:
        tests = read(log)
        if tests is None:
            count['failed'] += 1
        for test in tests or []:
            cases = outcomes(test)
            count.update(cases)
            if 'failed' in cases:
                print_output(log, test)
    line = f"{count['passed']} passed, {count['failed']} failed"
    print(line + (f", {count['skipped']} skipped" if count['skipped'] else ''))
    return 0 if count['passed'] and not count['failed'] else 1


sys.stdout.reconfigure(encoding='utf-8', errors='replace')
sys.exit(main(sys.argv[1:]))
