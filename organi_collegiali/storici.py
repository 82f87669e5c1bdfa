"""Minutes of the past, as the programme ships them: a file of data, their attachments beside it.

Pure: reads the files of ``dati/`` and makes plain values of them. No database.
"""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any, Final

from organi_collegiali.enums import Componente, EsitoPunto, FormaVotazione, NaturaPunto
from organi_collegiali.enums import OriginePunto as Origine

CARTELLA: Final = files("organi_collegiali") / "dati"


@dataclass(frozen=True, slots=True)
class PersonaStorica:
    """Somebody whom the paper names."""

    cognome: str
    nome: str
    componente: Componente


@dataclass(frozen=True, slots=True)
class DeliberaStorica:
    """A deliberation; ``premesse`` as the deliberations keep them."""

    numero: int
    forma: FormaVotazione
    come: str
    testo: str
    premesse: tuple[dict[str, str], ...]
    esecutiva: bool = False


@dataclass(frozen=True, slots=True)
class PuntoStorico:
    """An item in the order of the minutes; ``origine`` says whether it was on the agenda."""

    titolo: str
    natura: NaturaPunto
    esito: EsitoPunto
    origine: Origine = Origine.CONVOCAZIONE
    discussione: str = ""
    delibera: DeliberaStorica | None = None


@dataclass(frozen=True, slots=True)
class AllegatoStorico:
    """An attachment in Markdown; ``punto`` is the order of its item."""

    numero: int
    titolo: str
    punto: int
    testo: str


@dataclass(frozen=True, slots=True)
class VerbaleStorico:
    """The minutes of one sitting, with what the paper says and nothing else."""

    numero: int
    inizio: datetime
    fine: datetime
    luogo: str
    in_carica: int
    apertura: str
    chiusura: str
    presidente: PersonaStorica
    segretario: PersonaStorica
    assenti: tuple[PersonaStorica, ...]
    punti: tuple[PuntoStorico, ...]
    allegati: tuple[AllegatoStorico, ...]

    @property
    def delibere(self) -> tuple[int, ...]:
        """The numbers of its deliberations."""
        return tuple(punto.delibera.numero for punto in self.punti if punto.delibera)


@cache
def verbale_storico(nome: str) -> VerbaleStorico:
    """The minutes of ``dati/<nome>/``. Raises FileNotFoundError, KeyError, ValueError."""
    cartella = CARTELLA / nome
    dati = tomllib.loads((cartella / "verbale.toml").read_text(encoding="utf-8"))
    return VerbaleStorico(
        **{chiave: dati[chiave] for chiave in ("numero", "inizio", "fine", "luogo", "in_carica")},
        apertura=dati["apertura"].strip(),
        chiusura=dati["chiusura"].strip(),
        presidente=_persona(dati["presidente"]),
        segretario=_persona(dati["segretario"]),
        assenti=tuple(_persona(riga) for riga in dati["assenti"]),
        punti=tuple(_punto(riga) for riga in dati["punti"]),
        allegati=tuple(
            AllegatoStorico(
                riga["numero"],
                riga["titolo"],
                riga["punto"],
                (cartella / riga["file"]).read_text(encoding="utf-8").strip(),
            )
            for riga in dati["allegati"]
        ),
    )


def _persona(riga: dict[str, Any]) -> PersonaStorica:
    return PersonaStorica(riga["cognome"], riga["nome"], Componente(riga["componente"]))


def _punto(riga: dict[str, Any]) -> PuntoStorico:
    return PuntoStorico(
        titolo=riga["titolo"],
        natura=NaturaPunto(riga["natura"]),
        esito=EsitoPunto(riga["esito"]),
        origine=Origine(riga.get("origine", Origine.CONVOCAZIONE)),
        discussione=riga.get("discussione", "").strip(),
        delibera=_delibera(riga["delibera"]) if "delibera" in riga else None,
    )


def _delibera(riga: dict[str, Any]) -> DeliberaStorica:
    return DeliberaStorica(
        numero=riga["numero"],
        forma=FormaVotazione(riga["forma"]),
        come=riga["come"],
        testo=riga["testo"].strip(),
        premesse=tuple(riga["premesse"]),
        esecutiva=riga.get("esecutiva", False),
    )
