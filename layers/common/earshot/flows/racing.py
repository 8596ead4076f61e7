"""Racing: a case is read, decided on and written; who loses to another writer begins again."""

from __future__ import annotations

MOST_TRIES = 5
"""Writers of one case meet rarely and are done in milliseconds; five meetings in a row are a fault,
and what caused the change comes again."""
