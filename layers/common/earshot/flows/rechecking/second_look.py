"""A second look: one source is asked about what it published, and what it says is carried out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from earshot.domain.asking import Rechecked
from earshot.domain.case import CLOSED, Case
from earshot.domain.configuration import Pair
from earshot.domain.errors import SourceGoneError
from earshot.domain.mention import Found, Mention, is_own, mention_id
from earshot.domain.polling import Novelty
from earshot.domain.rechecking import is_taken_over, reread
from earshot.domain.terms import match, parse_terms
from earshot.flows.cleaning import clean
from earshot.flows.keeping import keep
from earshot.flows.rechecking.looking import Entry, Rechecking, bury
from earshot.flows.rechecking.questions import NotNowError, Questions, SpoiltError
from earshot.ports import ReadsThreads, Rechecks, Source

DELETED = "it was deleted or hidden where it was written"
TAKEN_OVER = "its author's account is gone"


class Look:
    """One source's turn. `gone`, `changed` and `heard` count mentions: gone, written again, and new
    ones in threads."""

    def __init__(self, source: Source, rechecking: Rechecking) -> None:
        self._source = source
        self._rechecking = rechecking
        self._questions = Questions(source, rechecking)
        self.gone = self.changed = self.heard = 0

    @property
    def requests(self) -> int:
        return self._questions.requests

    def at(self, entries: Sequence[Entry]) -> None:
        """Asks about all of them, as far as there is room for questions; each knows afterwards how
        that went."""
        threads = [e for e in entries if _is_live(e)]
        if isinstance(self._source, Rechecks):
            # Half of the room is for the threads, so that neither waits for the other for ever.
            self._questions.reserve(bool(threads) and isinstance(self._source, ReadsThreads))
            self._at_mentions(entries, self._source)
            self._questions.reserve(False)
        if isinstance(self._source, ReadsThreads):
            for entry in threads:
                self._at_thread(entry, self._source)

    def end(self) -> None:
        self._questions.end()

    # ------------------------------------------------------------------ what became of mentions

    def _at_mentions(self, entries: Sequence[Entry], source: Rechecks) -> None:
        by_pair: defaultdict[str, list[tuple[Entry, Pair, Found]]] = defaultdict(list)
        for entry in entries:
            for pair, found in entry.asked:
                by_pair[pair.source_key].append((entry, pair, found))
        for asked in by_pair.values():
            for start in range(0, len(asked), source.RECHECK_TOGETHER):
                self._at_batch(asked[start : start + source.RECHECK_TOGETHER], source)

    def _at_batch(self, batch: Sequence[tuple[Entry, Pair, Found]], source: Rechecks) -> None:
        pair = batch[0][1]
        # A mention may be due by itself and with its case: it is asked about once.
        mentions = tuple({found.id: found.mention for _, _, found in batch}.values())
        since = min(mention.created_at for mention in mentions)
        try:
            told = self._questions.ask(
                pair,
                since,
                lambda http, query, now: source.recheck(http, query, mentions, now),
            )
        except NotNowError:
            for entry, _, _ in batch:
                entry.is_left = True
            return
        except (SpoiltError, SourceGoneError):
            for entry, _, _ in batch:
                entry.is_spoilt = True
            return
        found_again = {mention.native_id: mention for mention in told.found}
        for entry, _, found in batch:
            self._told(entry, pair, found, found_again.get(found.mention.native_id), told)

    def _told(
        self, entry: Entry, pair: Pair, found: Found, again: Mention | None, told: Rechecked
    ) -> None:
        if found.mention.native_id in told.gone:
            self._bury(entry, found, DELETED)
        elif again is None:
            entry.is_untold = True
        elif is_taken_over(found.mention, again):
            self._bury(entry, found, TAKEN_OVER)
        elif (cleaned := _cleaned(again)) is None:
            entry.is_spoilt = True
        else:
            mention, novelty = reread(found.mention, cleaned)
            if novelty is not None and self._keep(mention, novelty, pair):
                self.changed += 1
                entry.is_settled = entry.is_settled or entry.case is None

    def _bury(self, entry: Entry, found: Found, why: str) -> None:
        bury(found, why, self._now(), self._rechecking)
        self.gone += 1
        # What is left of it has no place on the agenda.
        entry.is_settled = entry.is_settled or entry.case is None

    # ------------------------------------------------------------------ what was answered

    def _at_thread(self, entry: Entry, source: ReadsThreads) -> None:
        pair, first = min(entry.asked, key=lambda asked: asked[1].mention.created_at)
        if entry.case is None:
            return
        try:
            replies = self._questions.ask(
                pair,
                first.mention.created_at,
                lambda http, query, now: source.replies(http, query, first.mention, now),
            )
        except NotNowError:
            entry.is_left = True
        except SpoiltError:
            entry.is_spoilt = True
        except SourceGoneError:
            # Who can be asked about mentions has said so there.
            if not isinstance(source, Rechecks):
                self._bury(entry, first, DELETED)
        else:
            for reply in filter(None, map(_cleaned, replies)):
                self._at_reply(reply, first, pair, entry.case, entry)

    def _at_reply(self, reply: Mention, first: Found, pair: Pair, case: Case, entry: Entry) -> None:
        """Stores it where it is the author's, the brand's own answer, or about the brand."""
        accounts = self._rechecking.configuration.brand(pair.brand).accounts.get(pair.source, ())
        own = is_own(reply, accounts)
        if own or reply.author.id == case.author.id:
            # All of it is below the first mention, whatever this answer calls the thread.
            above = reply.in_reply_to or first.mention.native_id
            reply = _under(reply, first.mention.thread, above)
        elif not match(parse_terms(pair.terms), reply.text).matched:
            return
        kept = entry.said.get(reply.id) or self._rechecking.mentions.get(pair.brand, reply.id)
        if kept is None:
            self.heard += self._keep(reply, "new", pair)
        elif kept.gone is None:
            mention, novelty = reread(kept.mention, reply)
            if novelty is None and own and self._is_missing(reply, entry, case):
                novelty = "edited"
            if novelty is not None:
                self.changed += self._keep(mention, novelty, pair)

    def _is_missing(self, answer: Mention, entry: Entry, case: Case) -> bool:
        """True for an answer to this case that was heard before there was a case: writing it again
        brings it to the case."""
        above = mention_id(answer.source, answer.in_reply_to or "")
        return above in entry.said and not self._rechecking.cases.has_answer(case.id, answer.id)

    def _keep(self, mention: Mention, novelty: Novelty, pair: Pair) -> bool:
        return keep(mention, novelty, pair, self._source, self._rechecking.keeping)

    def _now(self) -> datetime:
        return self._rechecking.clock()


def _cleaned(mention: Mention) -> Mention | None:
    """None where it cannot be made fit to keep."""
    try:
        return clean(mention)
    except Exception:  # noqa: BLE001 - one mention's edge: the others are looked at
        return None


def _under(reply: Mention, thread: str, above: str) -> Mention:
    return replace(reply, thread=thread, in_reply_to=above)


def _is_live(entry: Entry) -> bool:
    return entry.case is not None and entry.case.state not in CLOSED
