"""What is kept in the table, one builder for each kind of item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from earshot.wiring import shared

if TYPE_CHECKING:
    from earshot.adapters.store.addresses import TableAddresses
    from earshot.adapters.store.agenda import TableAgenda
    from earshot.adapters.store.cases import TableCases
    from earshot.adapters.store.decided_clocks import TableDecidedClocks
    from earshot.adapters.store.deliveries import TableDeliveries
    from earshot.adapters.store.followups import TableFollowUps
    from earshot.adapters.store.loads import TableLoads
    from earshot.adapters.store.mentions import TableMentions
    from earshot.adapters.store.polls import TablePolls
    from earshot.adapters.store.replies import TableReplies
    from earshot.adapters.store.silences import TableSilences
    from earshot.adapters.store.troubles import TableTroubles


def cases() -> TableCases:
    from earshot.adapters.store.cases import TableCases

    return TableCases(shared.table(), shared.configuration().retention.closed_cases_seconds)


def polls() -> TablePolls:
    from earshot.adapters.store.polls import TablePolls

    return TablePolls(shared.table())


def mentions() -> TableMentions:
    from earshot.adapters.store.mentions import TableMentions

    return TableMentions(shared.table())


def agenda() -> TableAgenda:
    from earshot.adapters.store.agenda import TableAgenda

    return TableAgenda(shared.table())


def follow_ups() -> TableFollowUps:
    from earshot.adapters.store.followups import TableFollowUps

    return TableFollowUps(shared.table())


def loads() -> TableLoads:
    from earshot.adapters.store.loads import TableLoads

    return TableLoads(shared.table())


def deliveries() -> TableDeliveries:
    from earshot.adapters.store.deliveries import TableDeliveries

    return TableDeliveries(shared.table())


def addresses() -> TableAddresses:
    from earshot.adapters.store.addresses import TableAddresses

    return TableAddresses(shared.table())


def silences() -> TableSilences:
    from earshot.adapters.store.silences import TableSilences

    return TableSilences(shared.table())


def troubles() -> TableTroubles:
    from earshot.adapters.store.troubles import TableTroubles

    return TableTroubles(shared.table())


def replies() -> TableReplies:
    from earshot.adapters.store.replies import TableReplies

    return TableReplies(shared.table(), shared.configuration().retention.closed_cases_seconds)


def decided_clocks() -> TableDecidedClocks:
    from earshot.adapters.store.decided_clocks import TableDecidedClocks

    return TableDecidedClocks(shared.table(), shared.configuration().retention.closed_cases_seconds)
