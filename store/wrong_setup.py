"""What keeps the shop from being opened at all; the command line has the words."""

from dataclasses import dataclass
from typing import ClassVar

from store.errors import ShopError


@dataclass(kw_only=True, eq=False)
class WrongSetup(ShopError):
    """The shop cannot start as it was set up."""

    code: ClassVar[str] = "wrong_setup"


@dataclass(kw_only=True, eq=False)
class BadDatabaseUrl(WrongSetup):
    """The database address cannot be used; `where` never contains a password."""

    code: ClassVar[str] = "bad_database_url"
    problem: str
    where: str


@dataclass(kw_only=True, eq=False)
class NewerDatabase(WrongSetup):
    """The database was written by a later version of the shop."""

    code: ClassVar[str] = "newer_database"
    found: str
    known: str


@dataclass(kw_only=True, eq=False)
class OlderDatabase(WrongSetup):
    """The database still has the tables of an earlier version of the shop."""

    code: ClassVar[str] = "older_database"
    found: str
    known: str


@dataclass(kw_only=True, eq=False)
class BadKey(WrongSetup):
    """The key that seals personal data cannot be used."""

    code: ClassVar[str] = "bad_key"
    problem: str
