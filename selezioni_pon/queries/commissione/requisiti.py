"""The requirements that an application declared, as it was sent. No query."""

from collections.abc import Mapping
from typing import Any, Final

from selezioni_pon.enums import Cittadinanza, Deroga, Fase, Provenienza
from selezioni_pon.models import Avviso, Invio
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.requisiti import Requisiti
from selezioni_pon.rules.requisiti_detti import Requisito, requisiti_detti

CHIAVE: Final = "requisiti"
PROPOSTA: Final = "proposta"


def requisiti_di(invio: Invio, *, esperienza_accertata: bool = False) -> Requisiti:
    """What was declared when it was sent, whatever the draft says now."""

    def detto(campo: str) -> Any:
        inviati: Mapping[str, Any] = invio.contenuto.get(CHIAVE, {})
        return inviati[campo] if campo in inviati else getattr(invio.candidatura, campo)

    return Requisiti(
        provenienza=Provenienza(detto("provenienza") or Provenienza.PRIVATO.value),
        cittadinanza=Cittadinanza(detto("cittadinanza") or Cittadinanza.UE.value),
        diritti_civili=bool(detto("diritti_civili")),
        senza_condanne=bool(detto("senza_condanne")),
        senza_procedimenti=bool(detto("senza_procedimenti")),
        specializzazione=bool(detto("specializzazione")),
        deroga=Deroga(detto("deroga") or Deroga.NESSUNA.value),
        esperienza_accertata=esperienza_accertata,
    )


def proposta_di(invio: Invio) -> str:
    """The project that was sent; empty where the grid asks for none."""
    return str(invio.contenuto.get(PROPOSTA) or "")


def chiesti(avviso: Avviso) -> tuple[Requisito, ...]:
    """What the call asks, with the source of each: from here an exclusion takes its own."""
    return requisiti_detti(Fase(avviso.fase), regole_di(avviso).avviso, avviso.titoli_di_studio)
