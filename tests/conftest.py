"""For all tests."""

from __future__ import annotations

import gc


def pytest_collection_finish() -> None:
    """16,000 tests are millions of objects, which the garbage collector would look through again
    and again: it took a quarter of the time. They stay to the end, so it need not."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
