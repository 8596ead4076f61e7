"""Playing: the story from its first post to the reckoning, on a stack that is up."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from botocore.exceptions import BotoCoreError, ClientError

from earshot.adapters.store.deliveries import TableDeliveries
from earshot.adapters.store.mentions import TableMentions
from earshot.adapters.store.table import Table
from workbench.demo.configuration import configuration, keys
from workbench.demo.day_one import play_day_one
from workbench.demo.day_three import play_day_three
from workbench.demo.day_two import play_day_two
from workbench.demo.expecting import BeatFailedError
from workbench.demo.function_log import FunctionLog
from workbench.demo.ledger import Ledger
from workbench.demo.minutes import Minutes
from workbench.demo.play import Play
from workbench.demo.sight import Sight
from workbench.demo.telling import Teller
from workbench.demo.world import TOKEN_NAME, World
from workbench.run.desk import RefusedError, signed_up
from workbench.run.stage import FunctionFailedError, Stage, configured

ANSWERLESS = (RefusedError, FunctionFailedError, OSError, BotoCoreError, ClientError)
"""What it looks like when something does not answer, or answers that it cannot."""

PERSON = "demo@orvandel.example"


@dataclass(frozen=True, slots=True)
class Prepared:
    """A play that can begin, and the password that its person signs in with."""

    play: Play
    password: str


def prepare(stage: Stage, world: World, teller: Teller) -> Prepared:
    """Configures the stack for the world, and signs somebody in."""
    teller.step("pushing the demo's configuration")
    wanted = configuration(world.options)
    configured(stage, wanted)
    stage.client("ssm").put_parameter(
        Name=f"{stage.deployed.secrets_prefix}{TOKEN_NAME}",
        Value=world.token,
        Type="SecureString",
        Overwrite=True,
    )
    # Meets the user pool's rule whatever the random part is.
    password = f"Demo-1-{secrets.token_urlsafe(9)}"
    desk = signed_up(stage.emulator, stage.deployed, PERSON, password)
    table = Table(stage.client("dynamodb"), stage.deployed.table_name)
    sight = Sight(
        desk,
        stage.emulator.endpoint,
        FunctionLog(stage.emulator.log),
        Ledger(TableDeliveries(table)),
    )
    play = Play(world, Minutes(stage), desk, sight, teller, TableMentions(table), keys(wanted))
    return Prepared(play, password)


def play_story(play: Play) -> None:
    """All three days. Raises BeatFailedError where something does not happen."""
    began = time.monotonic()
    try:
        play_day_one(play)
        play_day_two(play)
        play_day_three(play)
    except ANSWERLESS as error:
        raise BeatFailedError(play.beat, "an answer", str(error)) from error
    play.record.story_seconds = time.monotonic() - began
