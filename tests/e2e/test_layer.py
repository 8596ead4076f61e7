"""What is built holds all that the functions import, and runs on bytecode."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from workbench.stack.build import Target, build, local
from workbench.stack.tools import python_with_pip

FUNCTIONS = {
    "PollMentions": "poll_mentions",
    "ScoreImpact": "score_impact",
    "EscalateCase": "escalate_case",
    "FollowupReminder": "followup_reminder",
    "Api": "api",
}

# Imports a handler with nothing but the build and the standard library on the path, as Lambda
# would without the packages it brings: the emulator's workers see its own packages as well, which
# would hide one that the layer lacks.
IMPORT = """
import importlib, json, os, sys
layer, code, package = sys.argv[1:]
sys.path[:] = [layer, code] + [path for path in sys.path if "site-packages" not in path]
importlib.import_module(package + ".handler")
ours = [m for m in sys.modules.values() if (getattr(m, "__file__", None) or "").endswith(".py")
        and m.__file__.startswith((layer, code))]
print(json.dumps({m.__name__: os.path.exists(m.__cached__) for m in ours}))
"""


@pytest.fixture(scope="module")
def target() -> Target:
    built = local()
    build(built)
    return built


@pytest.mark.parametrize("function", sorted(FUNCTIONS))
def test_a_function_imports_only_what_is_in_its_layer_and_all_of_it_compiled(
    target: Target, function: str
) -> None:
    layer, code = target.folder / "CommonLayer" / "python", target.folder / function
    python = python_with_pip(target.python) / "python"
    done = subprocess.run(
        [python, "-I", "-B", "-c", IMPORT, layer, code, FUNCTIONS[function]],
        env={
            **os.environ,
            "EARSHOT_TABLE": "table",
            "POWERTOOLS_SERVICE_NAME": "earshot",
            "AWS_DEFAULT_REGION": "eu-west-1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    compiled = json.loads(done.stdout)
    assert "earshot.wiring.shared" in compiled
    assert [name for name, found in compiled.items() if not found] == []
