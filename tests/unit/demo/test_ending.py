"""Ending in good order: one signal ends it, more are ignored, what is being started is known."""

from __future__ import annotations

import os
import signal

import pytest

from workbench.run.ending import in_good_order

SIGNALS = [signal.SIGINT, signal.SIGTERM]


def ask(number: int) -> None:
    os.kill(os.getpid(), number)


@pytest.mark.parametrize("number", SIGNALS)
def test_the_first_signal_interrupts(number: int) -> None:
    with in_good_order(), pytest.raises(KeyboardInterrupt):
        ask(number)


def test_a_second_signal_does_not_interrupt_the_stopping() -> None:
    stopped = []
    with in_good_order(), pytest.raises(KeyboardInterrupt):
        try:
            ask(signal.SIGINT)
        finally:
            ask(signal.SIGTERM)
            stopped.append("in order")
    assert stopped == ["in order"]


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_waits_until_what_is_being_started_is_known(number: int) -> None:
    started = []
    with in_good_order() as ending, pytest.raises(KeyboardInterrupt), ending.held():
        ask(number)
        started.append("emulator")
    assert started == ["emulator"]


def test_after_the_end_nothing_is_raised_again() -> None:
    with in_good_order() as ending:
        with pytest.raises(KeyboardInterrupt):
            ask(signal.SIGINT)
        with ending.held():
            pass


def test_the_signals_are_given_back() -> None:
    before = [signal.getsignal(number) for number in SIGNALS]
    with in_good_order():
        pass
    assert [signal.getsignal(number) for number in SIGNALS] == before
