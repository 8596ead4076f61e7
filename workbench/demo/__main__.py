"""What `make demo` runs: the embedded stack, the story, and whether all of it really happened."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from collections.abc import Sequence

from rich.console import Console

from workbench.demo.expecting import BeatFailedError
from workbench.demo.live_teller import LiveTeller
from workbench.demo.plain_teller import PlainTeller
from workbench.demo.playing import PERSON, play_story, prepare
from workbench.demo.reckoning import reckon
from workbench.demo.summary import summary
from workbench.demo.world import open_world
from workbench.run.ending import Ending, in_good_order
from workbench.run.places import told_places
from workbench.run.stage import raised
from workbench.run.waiting import until_asked_to_end
from workbench.stack.emulator import DEFAULT_PORT
from workbench.stack.errors import StackError


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when everything in the story really happened, 1 when not, 130 when it was cut short."""
    parser = argparse.ArgumentParser(prog="make demo", description=__doc__)
    parser.add_argument("--once", action="store_true", help="end after the story")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or DEFAULT_PORT))
    chosen = parser.parse_args(arguments)
    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    teller = LiveTeller(console) if console.is_terminal else PlainTeller()
    with in_good_order() as ending:
        try:
            return _demo(chosen.port, ending, console, teller, stays=not chosen.once)
        except StackError as error:
            teller.close()
            print(f"\n{error}", file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            return 128 + signal.SIGINT
        finally:
            teller.close()


def _demo(
    port: int, ending: Ending, console: Console, teller: LiveTeller | PlainTeller, *, stays: bool
) -> int:
    with (
        open_world() as world,
        raised(port, ending, teller.step, private_hosts=world.hosts) as stage,
    ):
        prepared = prepare(stage, world, teller)
        play = prepared.play
        try:
            play_story(play)
        except BeatFailedError as failure:
            teller.close()
            # The emulator writes down what a function said a moment after it has answered.
            time.sleep(1.0)
            print(
                f"\nThe story broke at “{failure.beat}”.\n  expected: {failure.expected}\n"
                f"  seen:     {failure.seen}\n  logs:     {stage.emulator.log}",
                file=sys.stderr,
            )
            return 1
        reckoned = reckon(play)
        teller.close()
        summary(console, play, reckoned)
        if not all(each.holds for each in reckoned):
            print(f"\nNot everything held; the logs are {stage.emulator.log}.", file=sys.stderr)
            return 1
        if stays:
            told_places(stage, PERSON, prepared.password)
            print("\nIt goes on by itself now, minute by minute. Ctrl-C ends it.", flush=True)
            until_asked_to_end(stage)
        return 0


if __name__ == "__main__":
    sys.exit(main())
