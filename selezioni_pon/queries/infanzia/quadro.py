"""A list of enrolments as it stands now: the order, the places, what each one has of them.

A fixed number of queries, however many applications there are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import EtaInfanzia, StatoPosto, TipoVersione
from selezioni_pon.models import (
    DomandaInfanzia,
    ElencoInfanzia,
    SezioneInfanzia,
    VersioneInfanzia,
)
from selezioni_pon.queries.infanzia.lette import (
    bambino_di,
    domande_di,
    punteggio_di,
    scritta,
    sezioni_lette,
)
from selezioni_pon.queries.infanzia.regole import (
    anno_di,
    criteri_dell_elenco,
    regole_dell_elenco,
)
from selezioni_pon.rules.fila import CON_UN_POSTO, Assegnazione
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.griglia.punteggio import Punteggio
from selezioni_pon.rules.infanzia.elenco import Elenco, forma_elenco
from selezioni_pon.rules.infanzia.eta import per_eta
from selezioni_pon.rules.infanzia.modello import Bambino, RegoleInfanzia
from selezioni_pon.rules.infanzia.passi import DOPO_LA_DEFINITIVA, Momento
from selezioni_pon.rules.infanzia.per_sezione import contati_il
from selezioni_pon.rules.infanzia.posti import Posti, contro_i_posti, posti
from selezioni_pon.rules.lista_attesa import assegna
from selezioni_pon.rules.spareggio import Estratti


@dataclass(frozen=True)
class Quadro:
    """Everything of a list; who is by the id of the application as text.

    ``ultima`` is the last version, those of the early children apart; ``prima`` what it gave.
    ``assegnazione`` is what a version made now would give.
    """

    elenco: ElencoInfanzia
    regole: RegoleInfanzia
    griglia: Griglia
    sezioni: Sequence[SezioneInfanzia]
    domande: Mapping[str, DomandaInfanzia]
    punteggi: Mapping[str, Punteggio]
    per_eta: Mapping[EtaInfanzia, Sequence[Bambino]]
    in_ordine: Elenco
    posti: Posti
    assegnazione: Assegnazione
    estratti: Estratti
    ultima: VersioneInfanzia | None
    prima: Assegnazione | None
    versioni: Sequence[VersioneInfanzia]

    @property
    def anticipi(self) -> Sequence[Bambino]:
        """Who asks to come early and has not given up."""
        return [
            uno
            for uno in self.per_eta[EtaInfanzia.ANTICIPO]
            if self.domande[uno.id].rinuncia_il is None
        ]

    @property
    def rinunce(self) -> frozenset[str]:
        """Who has given up the place, or the turn."""
        return frozenset(chi for chi, una in self.domande.items() if una.rinuncia_il is not None)

    @property
    def contro_i_posti(self) -> list[Violazione]:
        """What the sections have against their limits and the law."""
        return contro_i_posti(sezioni_lette(self.sezioni), self.regole)

    @property
    def si_muove(self) -> bool:
        """Whether a version made now would not say what the last one says."""
        return self.prima is None or _stati(self.prima) != _stati(self.assegnazione)

    def momento(self, oggi: date) -> Momento:
        """Where the list stands for who makes the next version."""
        anno, ultima = anno_di(self.elenco), self.ultima
        return Momento(
            oggi=oggi,
            entro=self.elenco.entro,
            sezioni=len(self.sezioni),
            domande=len(self.domande) - len(self.rinunce),
            ultima=TipoVersione(ultima.tipo) if ultima else None,
            osservazioni_entro=ultima.osservazioni_entro if ultima else None,
            da_decidere=len(self.assegnazione.con(StatoPosto.DA_DECIDERE)),
            contati_il=contati_il(anno, self.regole.anticipi),
            da_contare=sum(una.iscritti is None for una in self.sezioni),
            anticipi=len(self.anticipi),
        )


def quadro(elenco: ElencoInfanzia) -> Quadro:
    """The list as it stands. Six queries at most; the year comes with the list."""
    regole, griglia = regole_dell_elenco(elenco), criteri_dell_elenco(elenco)
    sezioni = list(elenco.sezioni.order_by("nome", "pk"))
    lette = domande_di(elenco)
    punteggi = {chi: punteggio_di(griglia, una) for chi, una in lette.items()}
    bambini = [bambino_di(chi, una, punteggi[chi]) for chi, una in lette.items()]
    per = per_eta(bambini, anno_di(elenco), regole.eta)
    estratti = {uno.verbale: [str(chi) for chi in uno.usciti] for uno in elenco.sorteggi.all()}
    in_ordine = forma_elenco(per[EtaInfanzia.ORDINARIA], elenco.entro, regole, estratti)
    versioni = list(elenco.versioni.select_related("formata_da", "documento", "protocollo"))
    ultima = next((una for una in versioni if una.tipo != TipoVersione.ANTICIPI), None)
    prima = scritta(ultima) if ultima else None
    quanti = posti(sezioni_lette(sezioni), regole, in_deroga=elenco.in_deroga)
    fatto = Quadro(
        elenco=elenco, regole=regole, griglia=griglia, sezioni=sezioni, domande=lette,
        punteggi=punteggi, per_eta=per, in_ordine=in_ordine, posti=quanti,
        assegnazione=Assegnazione((), 0, 0, 0, ()), estratti=estratti, ultima=ultima,
        prima=prima, versioni=versioni,
    )  # fmt: skip
    return replace(fatto, assegnazione=_adesso(fatto))


def _adesso(letto: Quadro) -> Assegnazione:
    """Once the list is final who has a place keeps it; before, everything is judged again."""
    gia: tuple[str, ...] = ()
    if letto.prima and letto.ultima and TipoVersione(letto.ultima.tipo) in DOPO_LA_DEFINITIVA:
        gia = letto.prima.con(*CON_UN_POSTO)
    return assegna(letto.in_ordine.fila, letto.posti.totale, gia, letto.rinunce)


def _stati(assegnazione: Assegnazione) -> dict[str, tuple[StatoPosto, int | None]]:
    return {riga.chi: (riga.stato, riga.in_attesa) for riga in assegnazione.righe}
