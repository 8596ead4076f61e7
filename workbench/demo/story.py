"""The story: who there is, and what they write about a maker of electric bicycles.

Brands, people and texts are invented. Places are sources: three Mastodon servers, Hacker News, and
the feed of a forum. Cargolo is the same maker's second brand, whose customers are answered in the
thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BRAND, SECOND_BRAND = "orvandel", "cargolo"

Place = Literal["plaza", "harbour", "hackernews", "forum", "atelier"]

PLACES: dict[Place, str] = {
    "plaza": "Mastodon plaza.example",
    "harbour": "Mastodon harbour.example",
    "hackernews": "Hacker News",
    "forum": "Forum Vélo (RSS)",
    "atelier": "Mastodon atelier.example",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What somebody publishes under the handle `author`. `followers` only where the place tells."""

    place: Place
    author: str
    language: str
    text: str
    followers: int = 0


PRAISE = Post(
    place="plaza",
    author="sanne",
    followers=310,
    language="nl",
    text=(
        "Vanmiddag mijn nieuwe Orvandel opgehaald. Wat een heerlijke fiets! Super vriendelijk "
        "geholpen in de winkel, ik ben er heel blij mee. #orvandel"
    ),
)

SPAM = Post(
    place="harbour",
    author="dealz4all",
    followers=12,
    language="en",
    text=(
        "WIN an Orvandel e-bike!!! 90% OFF everything today only, use code BIKE90, "
        "link in my bio >>> #giveaway #orvandel"
    ),
)

GRUMBLE = Post(
    place="forum",
    author="camille",
    language="fr",
    text=(
        "J'attends la béquille de mon Orvandel depuis lundi, c'est un peu long. "
        "Le vélo roule bien, mais toujours pas de nouvelles."
    ),
)

OUTCRY = Post(
    place="plaza",
    author="lena",
    followers=48_200,
    language="de",
    text=(
        "Orvandel hat mich belogen. Seit sechs Wochen warte ich auf die Erstattung für ein "
        "kaputtes Rad, und niemand antwortet. Das sind Betrüger! Jetzt geht die Sache zum "
        "Anwalt, und ich rufe zum Boykott auf. Nie wieder! #orvandel"
    ),
)

BELL = Post(
    place="harbour",
    author="giulio",
    followers=2_350,
    language="it",
    text=(
        "Aspetto da qualche giorno il campanello nuovo per la mia Orvandel, un po' in ritardo "
        "ma pazienza. #orvandel"
    ),
)

BRAKES = (
    "AGGIORNAMENTO: oggi i freni della mia Orvandel hanno ceduto e mio figlio è caduto. "
    "Al telefono mi hanno mentito, è una truffa: ho già chiamato l'avvocato e farò denuncia. "
    "Mai più! #orvandel"
)

REFUND = Post(
    place="harbour",
    author="marcos",
    followers=5_300,
    language="pt",
    text=(
        "A bateria da minha Orvandel pegou fogo e já são três semanas à espera do reembolso. "
        "Ninguém responde, é um roubo. Vou ao Procon e a um advogado. Nunca mais! #orvandel"
    ),
)

SMOKE = Post(
    place="plaza",
    author="nuria",
    followers=3_900,
    language="es",
    text=(
        "La batería de mi Orvandel empezó a echar humo con mi hija al lado. Llevo un mes "
        "esperando respuesta y nadie contesta: es una estafa. Ya hablé con mi abogado y la "
        "prensa lo sabrá. Nunca más. #orvandel"
    ),
)

LOGGED_OUT = Post(
    place="hackernews",
    author="quietmechanic",
    language="en",
    text=(
        "The Orvandel app crashes on every start since the last update, and after a week of "
        "waiting support has still not answered. Very disappointing for a bike at this price."
    ),
)

WHEEL = Post(
    place="atelier",
    author="beatriz",
    followers=640,
    language="pt",
    text=(
        "A roda da frente da minha Cargolo veio torta e já pedi a troca há duas semanas. "
        "Até agora ninguém me respondeu. #cargolo"
    ),
)

SOLVED = "@cargolo Sim, a roda nova já chegou e está tudo resolvido. Muito obrigada!"

CHAIN = Post(
    place="atelier",
    author="pieter",
    followers=410,
    language="nl",
    text=(
        "De ketting van mijn Cargolo valt er na elke rit af. De winkel zou hem repareren, maar er "
        "is niets aan gedaan. Erg teleurstellend. #cargolo"
    ),
)

UNSOLVED = "@cargolo Nee, het is nog steeds niet opgelost. De ketting valt er nog altijd af."

POSTS = (PRAISE, SPAM, GRUMBLE, OUTCRY, BELL, SMOKE, LOGGED_OUT, REFUND, WHEEL, CHAIN)

PLACE_OF: dict[str, Place] = {post.author: post.place for post in POSTS}
"""Everybody writes once, so an author stands for a case."""


def handle(author: str) -> str:
    """`lena` for `lena@plaza.example`, as sources name their authors."""
    return author.partition("@")[0]
