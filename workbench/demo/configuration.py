"""The demo's `earshot.yaml`, with the addresses of its servers, checked like any owner's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from string import Template

from earshot.domain.configuration import Configuration
from workbench.configuration.checking import check, source_options
from workbench.demo.story import Place

FILE = Path(__file__).with_name("earshot.yaml")


def configuration(options: Mapping[Place, Mapping[str, str]]) -> Configuration:
    """The demo's configuration for servers with these options. ValueError names its faults."""
    written: dict[str, object] = {place: json.dumps(each) for place, each in options.items()}
    content = Template(FILE.read_text()).substitute(written)
    checked = check(content.encode(), source_options())
    if checked.configuration is None:
        raise ValueError("; ".join(fault.told(FILE.name) for fault in checked.faults))
    return checked.configuration


def keys(configured: Configuration) -> dict[Place, str]:
    """The key of each place's watch-source pair; the file lists them in this order."""
    places: tuple[Place, ...] = ("plaza", "harbour", "hackernews", "forum", "atelier")
    return {place: pair.source_key for place, pair in zip(places, configured.pairs(), strict=True)}
