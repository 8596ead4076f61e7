"""The whole check of an `earshot.yaml`: every fault at once, or what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit

from earshot.domain.configuration import Configuration, WatchedSource, source_key
from earshot.domain.outlet import Outlet
from earshot.domain.plain import to_plain
from workbench.configuration.assignment import unanswered_languages
from workbench.configuration.clocks import clock_faults
from workbench.configuration.credentials import secrets_written
from workbench.configuration.drafts import template_faults
from workbench.configuration.faults import Fault, Path, did_you_mean, spelled
from workbench.configuration.reading import Written, read
from workbench.configuration.references import Told, entries, faults_between, watches
from workbench.configuration.rotations import rotation_faults
from workbench.configuration.validation import validated

SourceOptions = Mapping[str, type]
"""The `Options` record of every source there is, by the source's name."""

OutletOptions = Mapping[str, type]
"""Likewise of every publisher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """`configuration` is None exactly where there are faults; they are in the order of lines. So
    are `remarks`: what works, and may not be what was meant."""

    configuration: Configuration | None
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...] = ()


_Holder = TypeVar("_Holder", WatchedSource, Outlet)

# What can be fetched at all. Where it leads is vetted each time it is fetched.
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@]+([/?#]\S*)?", re.IGNORECASE)


def check(content: bytes, sources: SourceOptions, now: datetime | None = None) -> Checked:
    """Reads and checks the file's bytes. Never raises for what they may hold.

    From `now` on somebody has to be on call; None is the present.
    """
    written = read(content)
    outlets = outlet_options()
    if written.value is None:
        if not written.faults:
            written.fault((), "the file is empty; start from earshot.example.yaml")
        return _refused(written)
    configuration, problems = validated(Configuration, written.value)
    secret_paths = set()
    for path, problem in secrets_written(written.value):
        secret_paths.add(path)
        written.fault(path, problem)
    for path, problem in (
        *problems,
        *faults_between(written.value),
        *rotation_faults(written.value, now or datetime.now(UTC)),
        *template_faults(written.value),
        *_source_faults(written.value, sources),
        *clock_faults(written.value, sources),
        *_outlet_faults(written.value, outlets),
    ):
        # One sentence about a secret is enough; what else is wrong there does not matter.
        if path not in secret_paths:
            written.fault(path, problem)
    if written.faults or configuration is None:
        return _refused(written)
    settled = _settled(configuration, sources, outlets)
    for path, problem in _same_twice(settled):
        written.fault(path, problem)
    if written.faults:
        return _refused(written)
    remarks = [
        Fault(written.line(path), spelled(path), problem)
        for path, problem in unanswered_languages(settled)
    ]
    return Checked(configuration=settled, faults=(), remarks=tuple(sorted(remarks)))


def source_options() -> SourceOptions:
    """Of every source that this release knows."""
    from earshot.sources import registry

    return {name: registry.load(name).Options for name in registry.NAMES}


def outlet_options() -> OutletOptions:
    """Of every publisher that this release knows."""
    from earshot.publishers import registry

    return {name: registry.load(name).Options for name in registry.NAMES}


def _refused(written: Written) -> Checked:
    return Checked(configuration=None, faults=tuple(sorted(written.faults)))


def _source_faults(document: Any, sources: SourceOptions) -> Told:
    usual = document.get("usual") if isinstance(document, dict) else None
    for name in usual if isinstance(usual, dict) else ():
        if name not in sources:
            yield ("usual", name), _unknown_source(name, sources)
    for at_brand, brand in entries(document, "brands"):
        accounts = brand.get("accounts")
        for name in accounts if isinstance(accounts, dict) else ():
            if name not in sources:
                yield (*at_brand, "accounts", name), _unknown_source(name, sources)
    for at_watch, watch in watches(document):
        for at_source, source in entries(watch, "sources"):
            here, use = (*at_watch, *at_source), source.get("use")
            if isinstance(use, str) and use not in sources:
                yield (*here, "use"), _unknown_source(use, sources)
            elif isinstance(use, str):
                yield from _option_faults(here, source, sources[use])


def _outlet_faults(document: Any, outlets: OutletOptions) -> Told:
    """What is no name of an outlet is told by `validated`."""
    for at_brand, brand in entries(document, "brands"):
        seen: set[str] = set()
        for at_outlet, outlet in entries(brand, "outlets"):
            here, use = (*at_brand, *at_outlet), outlet.get("use")
            if not isinstance(use, str) or use not in outlets:
                continue
            if use in seen:
                yield (*here, "use"), f"this brand has {use} among its outlets already"
            seen.add(use)
            yield from _option_faults(here, outlet, outlets[use])


def _option_faults(here: Path, holder: dict[str, Any], record: type) -> Told:
    """Of a source or an outlet."""
    options = holder.get("options", {})
    for path, problem in validated(record, options)[1]:
        if "options" in holder:
            yield (*here, "options", *path), problem
        else:
            # Nothing was written there: what they belong to is the place to look.
            yield here, f"{spelled(('options', *path))}: {problem}"
    for key, value in options.items() if isinstance(options, dict) else ():
        is_address = isinstance(value, str) and (key == "url" or key.endswith("_url"))
        if is_address and not _may_be_fetched(value):
            problem = "write an address that begins with https:// or http://"
            yield (*here, "options", key), problem


def _may_be_fetched(address: str) -> bool:
    try:
        # Asking for the port is what makes it look at the port.
        host, _ = urlsplit(address).hostname, urlsplit(address).port
    except ValueError:
        return False
    return bool(_WEB_ADDRESS.fullmatch(address)) and bool((host or "").strip("."))


def _unknown_source(name: str, sources: SourceOptions) -> str:
    return f"there is no source {name[:40]!r}{did_you_mean(name, sources)}"


def _settled(
    configuration: Configuration, sources: SourceOptions, outlets: OutletOptions
) -> Configuration:
    """The configuration with the options of each source and outlet as that keeps them."""
    brands = tuple(
        replace(
            brand,
            watches=tuple(
                replace(watch, sources=tuple(_kept(source, sources) for source in watch.sources))
                for watch in brand.watches
            ),
            outlets=tuple(_kept(outlet, outlets) for outlet in brand.outlets),
        )
        for brand in configuration.brands
    )
    return replace(configuration, brands=brands)


def _kept(holder: _Holder, records: Mapping[str, type]) -> _Holder:
    """Options that equal their default are left out: a source that learns a new option with a
    default must not change the key, and so the cursor, of everybody who does not use it."""
    record = records[holder.use]
    defaults = {field.name: _default(field) for field in fields(record)}
    kept = to_plain(validated(record, holder.options)[0])
    return replace(holder, options={k: v for k, v in kept.items() if v != defaults.get(k, MISSING)})


def _default(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return to_plain(field.default_factory())
    return MISSING if field.default is MISSING else to_plain(field.default)


def _same_twice(configuration: Configuration) -> Told:
    for b, brand in enumerate(configuration.brands):
        for w, watch in enumerate(brand.watches):
            seen: set[str] = set()
            for s, source in enumerate(watch.sources):
                key = source_key(watch.name, source)
                if key in seen:
                    path = ("brands", b, "watches", w, "sources", s)
                    yield path, "this watch has the same source with the same options already"
                seen.add(key)
