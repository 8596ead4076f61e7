"""Routes and inhibitions as an owner writes them: what they name has to be there."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.configuration.routes import inhibition_faults, route_faults

POLICIES: dict[str, Any] = {"default": {}, "night": {}}


def routed(*routes: Any) -> dict[str, Any]:
    return {"escalation": POLICIES, "routes": list(routes)}


@pytest.mark.parametrize(
    ("written", "path", "problem"),
    [
        (routed({"name": "a", "match": ["brand=acme"], "group_by": ["topic"]}), None, ""),
        (routed({"name": "a", "escalation": "night"}), None, ""),
        (routed({"name": "default", "group_wait": "1m"}), None, ""),
        (routed({"name": "a", "escalation": "nigth"}), ("escalation",), "did you mean 'night'?"),
        (routed({"name": "a", "match": ["brnd=acme"]}), ("match", 0), "did you mean 'brand'?"),
        (routed({"name": "a", "match": ["severity=4"]}), ("match", 0), "there is about, brand"),
        (routed({"name": "a", "match": ["brand=~(acme"]}), ("match", 0), "never closed"),
        (routed({"name": "a", "match": ["brand=~" + "(" * 100]}), ("match", 0), "groups within"),
        (routed({"name": "a", "match": ["brand"]}), ("match", 0), "is no matcher"),
        (routed({"name": "a", "group_by": ["case"]}), ("group_by", 0), "no alert has a label"),
        (routed({"name": "default", "match": ["brand=acme"]}), ("match",), "leave it out"),
        ({"routes": "none", "escalation": []}, None, ""),
        (routed("x", None, {"name": 3, "match": "brand=acme", "group_by": {}}), None, ""),
    ],
)
def test_a_route_that_would_not_work_is_a_fault(
    written: Any, path: tuple[Any, ...] | None, problem: str
) -> None:
    found = list(route_faults(written))
    if path is None:
        assert found == []
    else:
        ((at, said),) = found
        assert at == ("routes", 0, *path)
        assert problem in said


def test_two_routes_of_one_name_are_a_fault_of_the_second() -> None:
    ((path, problem),) = route_faults(routed({"name": "a"}, {"name": "b"}, {"name": "a"}))
    assert path == ("routes", 2, "name")
    assert "another route has this name" in problem


@pytest.mark.parametrize("side", ["source", "target"])
def test_matchers_of_inhibitions_are_read(side: str) -> None:
    rule = {"source": ["kind=own"], "target": ["kind=case"], "equal": ["brand"]}
    assert list(inhibition_faults({"inhibitions": [rule]})) == []
    ((path, _),) = inhibition_faults({"inhibitions": [rule | {side: ["kind=~["]}]})
    assert path == ("inhibitions", 0, side, 0)


def test_labels_of_inhibitions_are_known() -> None:
    rule = {"source": ["kind=own"], "target": ["kind=case"], "equal": ["brands"]}
    ((path, problem),) = inhibition_faults({"inhibitions": [rule]})
    assert path == ("inhibitions", 0, "equal", 0)
    assert "did you mean 'brand'?" in problem
