"""An application for who registers it: who answers, what each title gives, where it stands now."""

from collections.abc import Sequence
from dataclasses import dataclass

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.models import Responsabilita
from selezioni_pon.models import DomandaInfanzia
from selezioni_pon.queries.infanzia.pagina import RigaPagina, pagina
from selezioni_pon.queries.infanzia.quadro import Quadro, quadro
from selezioni_pon.queries.infanzia.regole import anno_di
from selezioni_pon.rules.griglia.punteggio import PuntiVoce
from selezioni_pon.rules.infanzia.elenco import per_la_famiglia
from selezioni_pon.rules.infanzia.eta import eta


@dataclass(frozen=True)
class TitoloScheda:
    """A declared item: what it gives, or why it does not count."""

    punti: PuntiVoce
    non_conta: str


@dataclass(frozen=True)
class Scheda:
    """The application as it stands."""

    riga: RigaPagina
    titoli: Sequence[TitoloScheda]
    motivi: Sequence[Motivo]
    responsabili: Sequence[Responsabilita]


def scheda(domanda: DomandaInfanzia) -> Scheda:
    """Everything of one application. The queries of its list and one for who answers."""
    letto, chi = quadro(domanda.elenco), str(domanda.pk)
    fatta = pagina(letto, domanda.presentata_il)
    riga = next(una for una in fatta.tutte if una.domanda.pk == domanda.pk)
    dichiarati = {uno.voce: uno.non_conta for uno in letto.domande[chi].titoli.all()}
    return Scheda(
        riga=riga,
        titoli=[
            TitoloScheda(punti, dichiarati[punti.voce.numero])
            for punti in letto.punteggi[chi].voci
            if punti.voce.numero in dichiarati
        ],
        motivi=_motivi(letto, chi, riga),
        responsabili=list(
            Responsabilita.objects.filter(
                istituto_id=domanda.istituto_id, studente=domanda.bambino_id
            ).select_related("adulto")
        ),
    )


def _motivi(letto: Quadro, chi: str, riga: RigaPagina) -> Sequence[Motivo]:
    if any(una.chi == chi for una in letto.assegnazione.righe):
        return per_la_famiglia(letto.in_ordine, letto.assegnazione, chi).motivi
    nascita = riga.bambino.data_nascita
    dell_eta = eta(nascita, anno_di(letto.elenco), letto.regole.eta)[1] if nascita else None
    suoi = riga.riga.motivi if riga.riga else ()
    return (dell_eta, *suoi) if dell_eta else suoi
