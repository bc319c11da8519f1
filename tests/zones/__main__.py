"""`make zones`: every zone there is, ten years, every cadence. `--seed N` repeats a run."""

from __future__ import annotations

import argparse
import sys
from random import Random
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.cadence import WindowRule
from tests.zones.lives import CADENCES, expected, live


def main() -> int:
    """How many periods there were, and how many of them without a visit or with two; 1 if any."""
    parser = argparse.ArgumentParser(prog="python -m tests.zones", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    random = Random(parser.parse_args().seed)
    zones = sorted(available_timezones())
    periods = without = double = 0
    for name in zones:
        zone = ZoneInfo(name)
        for cadence in CADENCES:
            rule = WindowRule(random.choice([None, 3, 20]), random.random() < 0.5)
            given, wanted = live(zone, cadence, rule, random), expected(cadence, zone)
            missing, twice = wanted - given.keys(), [key for key, count in given.items() if count > 1]
            periods, without, double = periods + len(given), without + len(missing), double + len(twice)
            if missing or twice:
                print(f"{name} {cadence} {rule}: without {sorted(missing)}, twice {twice}")
    print(f"{len(zones)} zones, {periods} periods: {without} without a visit, {double} with two")
    return int(bool(without or double))


if __name__ == "__main__":
    sys.exit(main())
