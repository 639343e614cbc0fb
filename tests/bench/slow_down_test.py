#!/usr/bin/env python3
"""A question made ten times slower is reported by the race.

usage: slow_down_test.py --build BUILD_DIR

The race runs twice on a small graph, the second time in a build whose `race` multiplies the time of one question.
"""
import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

SLOWED, FACTOR = "triangle", 10  # far above the race's two: times on shared machines move by that
WRAPPER = """#!{python}
import subprocess, sys
for line in subprocess.run([{race!r}, *sys.argv[1:]], check=True, capture_output=True, text=True).stdout.splitlines():
    name, mean, *rest = line.split("\\t")
    print(name, float(mean) * ({factor} if name == {slowed!r} else 1), *rest, sep="\\t")
"""


def race(build, scratch, *options):
    command = [sys.executable, Path(__file__).with_name("race.py"), "--build", build, "--scratch", scratch, "--without-peer",
               "--entities", 2000, "--statements", 24000, "--best", 15, *options]
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return [line for line in done.stdout.splitlines() if line.startswith("SLOWER")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=Path, required=True)
    build = parser.parse_args().build.resolve()
    with tempfile.TemporaryDirectory() as folder:
        scratch, slow = Path(folder), Path(folder) / "slow"
        (slow / "tests" / "bench").mkdir(parents=True)
        (slow / "dossier").symlink_to(build / "dossier")
        wrapper = slow / "tests" / "bench" / "race"
        wrapper.write_text(WRAPPER.format(python=sys.executable, race=str(build / "tests" / "bench" / "race"),
                                          factor=FACTOR, slowed=SLOWED))
        wrapper.chmod(0o755)
        assert race(build, scratch, "--record", scratch / "ratios.json") == []
        reported = race(slow, scratch, "--against", scratch / "ratios.json")
    print("\n".join(reported))
    assert any(line.startswith(f"SLOWER: {SLOWED}:") for line in reported), reported


if __name__ == "__main__":
    main()
