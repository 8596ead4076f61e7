"""PRIVATE_DATA: what a public reply tells about the customer, by redaction and where it stands.

A company's own mail, telephone and shop are not personal where the sentence invites to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from earshot.text.guard.verdict import Circumstances, Find
from earshot.text.redaction import redact

KEYS = {
    "EMAIL": "email",
    "PHONE": "phone",
    "ORDER": "order",
    "ADDRESS": "address",
    "CARD": "payment",
    "IBAN": "payment",
    "ID": "identity",
    "IP": "identity",
}
"""By redaction's types. PERSON is left out: a reply may name the customer and who writes it."""

_LOOKED_BACK_CHARACTERS = 80
_SERVICE = (
    "support|help|helpdesk|service|services|info|hello|hi|hallo|hola|ciao|contact|contacts|kontakt"
    "|contato|contacto|contatti|care|customer\\w*|kunden\\w*|klant\\w*|client\\w*|assist\\w*|aide"
    "|ajuda|ayuda|apoio|atend\\w*|atencion\\w*|sac|soporte|suporte|servic\\w*|serviz\\w*|sav|team"
    "|social\\w*|complaints?|klacht\\w*|beschwerde\\w*|reclam\\w*|reklam\\w*|reservat\\w*|orders?"
    "|returns?|retoure?n?|billing|privacy|feedback|office|mail|post|sales|shop|store|web\\w*|community"
    "|press\\w*|media|booking\\w*|reservas?|pedidos?|bestell\\w*|commandes?|ordini|relation\\w*"
    "|hilfe|hulp|aiuto|solu\\w*|ouvidoria|geral|quality|qualit\\w*|warranty|garant\\w*|tickets?"
    "|guest\\w*|member\\w*|refunds?|security|datenschutz|dpo|dialog\\w*|dm|we|us|ask|amigos|cs|cx|crm"
)
_FREE = (
    "gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|proton|protonmail|gmx|web"
    "|t-online|freenet|mail|orange|wanadoo|free|laposte|sfr|libero|virgilio|tiscali|alice|uol|bol"
    "|terra|ig|sapo|ziggo|kpnmail|hetnet|telenet|planet|xs4all|btinternet|sky|comcast|posteo"
)
_INVITES = (
    r"(?:speak|talk|call|ring|phone|reach|contact|write|e-?mail|mail|text|message|visit|tell|ask|send"
    r"|find|join)"
    r"(?: (?:it|them|this|that|everything|me|us|our|a|an|the|to|your|details|line|photo|message))"
    r"{0,3}"
    r"|our|we(?:'re| are)|us|(?:help|hot|service|info|support) ?(?:line|desk|number)|helpline"
    r"|noss[ao]s?|nós|connosco|conosco|contat\w*|contact\w*|fal[ae]\w*|escrev\w*|lig\w{1,3}|envi\w*"
    r"|mand\w*|nuestr[ao]s?|nosotros|escr[ií]b\w*|ll[aá]m\w*|cont[aá]ct\w*|nos"
    r"|ons|onze|bel(?:len)?|mail(?:en|t)?|schrijf|stuur\w*|bereik\w*|contacteer|neem"
    r"|uns|unser\w*|ruf\w*|schreib\w*|mail\w*|erreich\w*|schick\w*|send\w*|melde\w*|kontakt\w*"
    r"|nous|notre|nos|appel\w*|écri\w*|ecri\w*|joi(?:gn|nd)\w*|envoy\w*|"
    r"ci|nostr[ao]|nostri|scriv\w*|chiam\w*|contatt\w*|invi\w*|mand\w*"
)
# Whoever tried to call was not calling the company.
_ATTEMPTED = (
    r"tried|call(?:ed|ing)? you|reach you|gebeld|geprobeerd|angerufen|versucht|lig[aá]mos"
    r"|tent[aá]mos|tentei|llamad[oa]|llamamos|intent\w{2,6}|appelée?|essayé\w*|chiamat[oa]|provato"
    r"|ligou|called him|called her"
)
# Where somebody of ours went, or what was brought somewhere, is where the customer lives.
_VISITED = (
    r"drivers?|couriers?|engineers?|technicians?|delivered|dropped|left (?:it|your|the)|collected"
    r"|motorist\w+|entregador\w*|estafetas?|entreg\w+|deix(?:ou|ámos|amos)"
    r"|chofer|repartidor\w*|conductor\w*|mensajer[oa]s?|dej(?:ó|amos)"
    r"|bezorg\w*|koeriers?|chauffeurs?|monteurs?|geleverd|afgeleverd|fahrer\w*|zusteller\w*|bot(?:e|en)"
    r"|zugestellt|geliefert|abgestellt|techniker\w*|livreurs?|livrée?s?|technicien\w*|déposée?s?"
    r"|autist\w|corrier\w|consegnat\w|fattorin\w|técnic[oa]s?|tecnic\w"
)
_THEIRS = (
    r"your|his|her|their|seu|sua|teu|tua|su|tu|tus|sus|jouw|uw|dein\w*|ihr\w*"
    r"|votre|vos|ton|ta|tes|tuo|tua|suo|sua|customer|cliente|klant|kunde|kundin"
    r"|client|mr|mrs|ms|sr|sra|herr|frau|mevrouw|meneer|monsieur|madame|signor|signora"
)


def found(text: str, given: Circumstances) -> Iterator[Find]:
    """Nothing in private. The words shown are the data's own: only who wrote them reads them."""
    if not given.public:
        return
    contacts = tuple(_bare(c) for c in given.rules.contacts)
    complaint = _bare(given.complaint or "")
    for start, end, kind in redact(text, given.language).spans:
        key = KEYS.get(kind)
        value = text[start:end]
        if key is None or _is_ours(value, contacts) or value in given.references:
            continue
        if key in ("email", "phone", "address"):
            known = _bare(value) in complaint
            before = text[max(0, start - _LOOKED_BACK_CHARACTERS) : start]
            if not known and _published(key, value, before):
                continue
        yield Find("PRIVATE_DATA", key, start, end, value)


def _published(key: str, value: str, before: str) -> bool:
    """Whether it reads as the company's own: a service's mailbox, or what we invite to.

    Whose it is the nearest word before it tells: "your phone" or "call us on".
    """
    service, free, ours, theirs, attempted, visited = _patterns()
    if key == "email":
        name, _, domain = value.rpartition("@")
        if service.fullmatch(name):
            return True
        if free.match(domain):
            return False
    sentence = re.split(r"[.!?\n](?=\s)", before)[-1]
    if attempted.search(sentence) or (key == "address" and visited.search(sentence)):
        return False
    last_ours = max((m.end() for m in ours.finditer(sentence)), default=-1)
    last_theirs = max((m.end() for m in theirs.finditer(sentence)), default=-1)
    if last_ours < 0 and last_theirs < 0:
        # "Jo, owner: salon@..." says where to write; "sent to jo@..." where it was sent.
        return key == "email" and sentence.rstrip(" (").endswith(":")
    return last_ours >= last_theirs


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return (
        re.compile(rf"(?:{_SERVICE})(?:[._+-]?[a-z]{{2,12}}|[._+-]?\d{{1,3}})?", re.IGNORECASE),
        re.compile(rf"(?:{_FREE})\.", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{_INVITES})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{_THEIRS})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{_ATTEMPTED})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{_VISITED})(?!\w)", re.IGNORECASE),
    )


def _is_ours(value: str, contacts: tuple[str, ...]) -> bool:
    bare = _bare(value)
    return any(
        bare == own or (own in bare and "@" in bare and bare.endswith(own)) for own in contacts
    )


def _bare(value: str) -> str:
    return re.sub(r"[^\w@]", "", value).lower()
