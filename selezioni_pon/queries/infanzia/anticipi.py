"""The early children of a list as they stand now, and who is level and waits for a draw."""

from dataclasses import dataclass

from selezioni_pon.enums import StatoPosto
from selezioni_pon.queries.infanzia.quadro import Quadro
from selezioni_pon.rules.anticipi import ammetti_anticipi
from selezioni_pon.rules.fila import Assegnazione
from selezioni_pon.rules.infanzia.per_sezione import Ripartiti, ripartisci

ASPETTANO = (StatoPosto.IN_ATTESA, StatoPosto.DA_DECIDERE)


@dataclass(frozen=True, slots=True)
class AnticipiAdesso:
    """How many each section would take, and which of those who ask."""

    ripartiti: Ripartiti
    assegnazione: Assegnazione


def anticipi_adesso(letto: Quadro) -> AnticipiAdesso | None:
    """What the count would give now; None while a section is not counted. No query."""
    contate = [(una.nome, una.iscritti) for una in letto.sezioni if una.iscritti is not None]
    if not contate or len(contate) < len(letto.sezioni):
        return None
    chiedono, regole = letto.anticipi, letto.regole.anticipi
    in_attesa = len(letto.assegnazione.con(*ASPETTANO))
    ripartiti = ripartisci(contate, len(chiedono), in_attesa, regole)
    fatta = ammetti_anticipi(chiedono, ripartiti.in_tutto, regole, letto.estratti)
    return AnticipiAdesso(ripartiti, fatta)


def parita(letto: Quadro) -> list[tuple[str, ...]]:
    """Those who are level after every rule, one group each: a draw parts them. No query."""
    gruppi = [aperto.candidati for aperto in letto.in_ordine.ordine.aperti]
    adesso = anticipi_adesso(letto)
    if adesso and (pari := adesso.assegnazione.con(StatoPosto.DA_DECIDERE)):
        gruppi.append(pari)
    return gruppi
