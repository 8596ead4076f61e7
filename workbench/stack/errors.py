"""What can go wrong with the embedded stack.

    StackError
    |- ToolError          an interpreter or a tool environment cannot be made
    |- BuildError         sam build or the compilation failed
    |- PortTakenError     another program listens on the port
    |- EmulatorError      the emulator did not start, or died
    |- DeployError        sam deploy failed

Each message is written for the person at the terminal: what failed, and what to do about it.
"""

from __future__ import annotations


class StackError(Exception):
    """The embedded stack cannot be built, run or deployed to."""


class ToolError(StackError):
    """An interpreter or a tool environment is missing and cannot be made."""


class BuildError(StackError):
    """The sources could not be turned into what Lambda runs."""


class PortTakenError(StackError):
    """Another program listens on the port."""


class EmulatorError(StackError):
    """The emulator did not start, or died."""


class DeployError(StackError):
    """The template could not be deployed."""
