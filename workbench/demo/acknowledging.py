"""Somebody opens the link of a message that was really sent."""

from __future__ import annotations

from workbench.demo.outboxes import Message
from workbench.demo.play import Play
from workbench.demo.record import Acknowledgement
from workbench.demo.story import Post
from workbench.stack.loopback import request


def acknowledged(play: Play, post: Post, message: Message) -> None:
    """Fetches the page as a preview would, then clicks, then clicks once more."""
    link = message.link or ""
    case = play.case(post, "alerted", lambda case: case.has("alert"))
    page = request(link)
    play.require(f"the link's page, not {page.status}", holds=page.status == 200)
    fetched = str(play.desk.get(f"/cases/{case.id}")["state"])
    play.require(f"a preview to change nothing, not {fetched}", holds=fetched == "open")
    play.tell("checked", "the link's page was fetched, and changed nothing")
    click = request(link, method="POST")
    play.require(f"the click to be taken, not {click.status}", holds=click.status == 200)
    after = play.case(post, "acknowledged", lambda case: case.has("acknowledge"))
    play.require("ana to have it", holds=after.entries("acknowledge")[-1].who == "ana")
    second = request(link, method="POST")
    play.record.acknowledgements[post.author] = Acknowledgement(
        page_status=page.status,
        page_headers=dict(page.headers),
        state_after_page=fetched,
        click_status=click.status,
        state_after_click=after.state,
        second_status=second.status,
        second_body=second.body,
    )
