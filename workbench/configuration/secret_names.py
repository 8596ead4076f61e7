"""Which secrets a configuration names, wherever in it."""

from __future__ import annotations

from earshot.domain.configuration import SECRET_SUFFIX, Configuration


def secret_names(configuration: Configuration) -> set[str]:
    """Of sources, of outlets and of chats."""
    asking = [pair.options for pair in configuration.listened()]
    asking += [outlet.options for brand in configuration.brands for outlet in brand.outlets]
    of_options = {
        str(value)
        for options in asking
        for option, value in options.items()
        if option.endswith(SECRET_SUFFIX)
    }
    of_chats = {chat.url_secret for one in configuration.contacts for chat in one.chats.values()}
    return of_options | of_chats
