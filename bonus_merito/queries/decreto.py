"""What the page of the decree shows before it is signed."""

from dataclasses import dataclass

from bonus_merito.queries.esiti import motivazione_di
from bonus_merito.queries.quadro import QuadroDiProcedura, Riga
from bonus_merito.rules.misure import a_testa, in_euro
from cpia.scuola.parole import decimale


@dataclass(frozen=True)
class RigaDecreto:
    """A beneficiary as the decree will have it."""

    riga: Riga
    percentuale: str
    fascia: str
    importo: str
    motivazione: str


@dataclass(frozen=True)
class RigaFascia:
    """A band as the decree will have it."""

    fascia: str
    quanti: int
    a_testa: str


def righe_decreto(quadro: QuadroDiProcedura) -> list[RigaDecreto]:
    """The beneficiaries, in alphabetical order."""
    return [
        RigaDecreto(
            riga,
            decimale(riga.esito.percentuale),
            quadro.regole.fasce.intervallo(riga.esito.fascia),
            in_euro(riga.esito.importo or 0),
            motivazione_di(riga),
        )
        for riga in quadro.beneficiari
        if riga.esito is not None and riga.esito.fascia is not None
    ]


def fasce_di(quadro: QuadroDiProcedura) -> list[RigaFascia]:
    """The bands from the highest, with what a head is truly paid."""
    pagati, regole = quadro.quadro.pagati, quadro.regole.fasce
    return [
        RigaFascia(
            regole.intervallo(fascia),
            len(pagati.get(fascia, ())),
            a_testa(pagati.get(fascia, ())),
        )
        for fascia in range(regole.numero, 0, -1)
    ]
