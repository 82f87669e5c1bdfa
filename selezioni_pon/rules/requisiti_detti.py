"""What a call asks of whoever applies, as it is written in the call.

The judge of admissions is asked about somebody who declares nothing: what it objects is what the
call asks, with its source, so that the two never differ. Sources as in ``requisiti``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import elenco
from selezioni_pon.enums import Cittadinanza, Cittadini, Deroga, Fase, OrdineAvvisi, Provenienza
from selezioni_pon.rules.contenuti import CONTENUTO
from selezioni_pon.rules.regole import RegoleAvviso
from selezioni_pon.rules.requisiti import Requisiti, verifica_ammissione

# Who typically applies; where one call is for all, whoever is asked for most.
TIPICO: Final[Mapping[Fase, Provenienza]] = {
    Fase.INTERNI: Provenienza.INTERNO,
    Fase.ALTRE_SCUOLE: Provenienza.ALTRA_SCUOLA,
    Fase.ESTERNI: Provenienza.PRIVATO,
}
IN_SERVIZIO: Final[Mapping[Fase, str]] = {
    Fase.INTERNI: "lavorare in questa scuola",
    Fase.ALTRE_SCUOLE: "lavorare in un’altra scuola",
}
CITTADINANZA: Final[Mapping[Cittadini, str]] = {
    Cittadini.UE: "avere la cittadinanza italiana o di uno Stato dell’Unione europea",
    Cittadini.EQUIPARATI: (
        "avere la cittadinanza italiana o di uno Stato dell’Unione europea, o essere fra chi la "
        "legge mette sullo stesso piano (familiari di cittadini dell’Unione, soggiornanti di "
        "lungo periodo, rifugiati, chi ha la protezione sussidiaria)"
    ),
}
PAROLE: Final[Mapping[str, str]] = {
    "diritti_civili": "godere dei diritti civili e politici",
    "senza_condanne": (
        "non avere condanne penali né altri provvedimenti iscritti nel casellario giudiziale"
    ),
    "senza_procedimenti": "non sapere di essere sottoposti a procedimenti penali",
}


@dataclass(frozen=True, slots=True)
class Requisito:
    """One thing asked: ``campo`` as in ``Requisiti``, who says it, who says otherwise."""

    campo: str
    testo: str
    fonte: str
    altra_fonte: str = ""


def requisiti_detti(fase: Fase, regole: RegoleAvviso, titoli: str = "") -> tuple[Requisito, ...]:
    """What the call asks, in the order in which it is written; ``titoli`` are its degrees."""
    per_tutti = regole.ordine.valore is OrdineAvvisi.UNICO
    contro = _contro(TIPICO[Fase.ESTERNI if per_tutti else fase], fase, regole)
    in_casa = {una.campo for una in _contro(Provenienza.INTERNO, fase, regole)}
    detti = []
    if fase in IN_SERVIZIO and not per_tutti:
        detti.append(Requisito("provenienza", IN_SERVIZIO[fase], regole.ordine.fonte))
    for una in contro:
        testo = _testo(una, regole)
        if per_tutti and una.campo not in in_casa:
            testo += " (non si chiede a chi lavora in questa scuola)"
        altra = regole.cittadini.in_contrasto_con if una.campo == "cittadinanza" else ""
        detti.append(Requisito(una.campo, testo, _fonti(una, fase, regole), altra))
    if titoli.strip():
        detti.append(Requisito("titoli_di_studio", titoli.strip(), CONTENUTO))
    return tuple(detti)


def _contro(provenienza: Provenienza, fase: Fase, regole: RegoleAvviso) -> list[Violazione]:
    """What is objected to somebody who declares nothing and is where the call looks."""
    niente = Requisiti(
        provenienza=provenienza, cittadinanza=Cittadinanza.ALTRA, diritti_civili=False,
        senza_condanne=False, senza_procedimenti=False, specializzazione=False,
    )  # fmt: skip
    tutte = verifica_ammissione(niente, fase, regole)
    return [una for una in tutte if una.campo != "provenienza"]


def _testo(una: Violazione, regole: RegoleAvviso) -> str:
    if una.campo == "cittadinanza":
        return CITTADINANZA[regole.cittadini.valore]
    if una.campo == "specializzazione":
        casi = elenco(deroga.etichetta for deroga in _deroghe())
        return (
            "avere una specializzazione universitaria legata al contenuto dell’incarico; non "
            f"occorre, accertata l’esperienza nel settore, per: {casi}"
        )
    return PAROLE.get(una.campo, una.testo)


def _fonti(una: Violazione, fase: Fase, regole: RegoleAvviso) -> str:
    """The source; of the degree also those of the cases in which it is not needed, once each."""
    if una.campo != "specializzazione":
        return una.fonte
    fonti = [una.fonte, *(_fonte_di(deroga, fase, regole) for deroga in _deroghe())]
    return "; ".join(dict.fromkeys(parte for fonte in fonti for parte in fonte.split("; ")))


def _deroghe() -> Iterator[Deroga]:
    return (deroga for deroga in Deroga if deroga is not Deroga.NESSUNA)


def _fonte_di(deroga: Deroga, fase: Fase, regole: RegoleAvviso) -> str:
    """Who lets experience stand in the place of the degree."""
    senza_laurea = Requisiti(
        provenienza=Provenienza.PRIVATO, cittadinanza=Cittadinanza.UE, diritti_civili=True,
        senza_condanne=True, senza_procedimenti=True, specializzazione=False, deroga=deroga,
    )  # fmt: skip
    contro = verifica_ammissione(senza_laurea, fase, regole)
    return next((una.fonte for una in contro if una.campo == "esperienza_accertata"), "")
