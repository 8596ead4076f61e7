"""What the tests of this folder are given."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.demo.play import Play
from workbench.demo.reckoning import Reckoned
from workbench.demo.sight import JsonObject, SeenCase
from workbench.demo.story import Post
from workbench.run.desk import Desk
from workbench.run.stage import Stage


@dataclass(frozen=True)
class Played:
    """The story as it was seen. `after` is the same stack, stopped and started again, and `desk`
    somebody signed in to it; `kept` is what it then knew of every case."""

    play: Play
    reckoned: tuple[Reckoned, ...]
    after: Stage
    desk: Desk
    kept: dict[str, JsonObject]

    def case(self, post: Post) -> SeenCase:
        case = self.play.sight.case_by(post.author)
        assert case is not None, f"there is no case of {post.author}"
        return case
