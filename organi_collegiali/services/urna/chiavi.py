"""The keys of the boxes: one file each in ``settings.URNE``, outside database and copies.

The public half is in the vote and seals; the private half is only here, opens once, and is
destroyed. Sealed ballots that remain in a log or in a copy of the database stay closed for ever.
"""

import os
import secrets
from pathlib import Path
from uuid import UUID

from django.conf import settings
from nacl.encoding import HexEncoder
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from organi_collegiali.rules.urna.schede import SchedaIlleggibile


class ChiavePerduta(Exception):
    """The private key of a box is not there any more: its ballots cannot be read."""


def crea(urna: UUID) -> str:
    """Make the two keys of a box: the private one is written away, the public one given back."""
    chiave = PrivateKey.generate()
    cartella = Path(settings.URNE)
    cartella.mkdir(mode=0o700, parents=True, exist_ok=True)
    descrittore = os.open(_file(urna), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descrittore, "wb") as file:
        file.write(bytes(chiave))
        file.flush()
        os.fsync(file.fileno())
    _fissa(cartella)
    return chiave.public_key.encode(HexEncoder).decode("ascii")


def e_la_sua(urna: UUID, chiave_pubblica: str) -> bool:
    """Whether a public key is that of the private one on this machine.

    A key that somebody put in the database would seal ballots for whoever has its other half.
    """
    try:
        privata = PrivateKey(_file(urna).read_bytes())
    except (OSError, TypeError, ValueError):
        raise ChiavePerduta from None
    return privata.public_key.encode(HexEncoder).decode("ascii") == chiave_pubblica


def sigilla(chiave_pubblica: str, contenuto: bytes) -> bytes:
    """Close a ballot: only who has the private key of the box opens it, not even who closed it."""
    pubblica = PublicKey(chiave_pubblica.encode("ascii"), HexEncoder)
    return bytes(SealedBox(pubblica).encrypt(contenuto))


class Chiave:
    """The private key of a box, in memory for the time of the count."""

    def __init__(self, urna: UUID) -> None:
        try:
            self._busta = SealedBox(PrivateKey(_file(urna).read_bytes()))
        except (OSError, TypeError, ValueError):
            raise ChiavePerduta from None

    def apri(self, sigillata: bytes) -> bytes:
        """What is on a ballot. Raises SchedaIlleggibile."""
        try:
            return bytes(self._busta.decrypt(sigillata))
        except CryptoError:
            raise SchedaIlleggibile from None


def rimaste() -> list[UUID]:
    """The boxes whose private key is still there."""
    return [UUID(file.stem) for file in Path(settings.URNE).glob("*.chiave")]


def presente(urna: UUID) -> bool:
    """Whether the box can still be opened."""
    return _file(urna).is_file()


def distruggi(urna: UUID) -> None:
    """Write over the private key, then take it away; nothing happens when it is gone already."""
    file = _file(urna)
    try:
        with file.open("r+b") as aperto:
            aperto.write(secrets.token_bytes(PrivateKey.SIZE))
            aperto.flush()
            os.fsync(aperto.fileno())
        file.unlink()
    except FileNotFoundError:
        return
    _fissa(file.parent)


def _file(urna: UUID) -> Path:
    return Path(settings.URNE) / f"{urna}.chiave"


def _fissa(cartella: Path) -> None:
    """Wait until what changed in a folder is on the disk."""
    descrittore = os.open(cartella, os.O_RDONLY)
    try:
        os.fsync(descrittore)
    finally:
        os.close(descrittore)
