"""What the page of a list shows: every row, what may be done now, and why not yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.models import Persona
from selezioni_pon.enums import EtaInfanzia, StatoPosto, TipoVersione
from selezioni_pon.models import DomandaInfanzia
from selezioni_pon.queries.infanzia.anticipi import anticipi_adesso, parita
from selezioni_pon.queries.infanzia.quadro import Quadro
from selezioni_pon.rules.fila import Riga
from selezioni_pon.rules.griglia.punteggio import Punteggio
from selezioni_pon.rules.infanzia.elenco import fuori_termine
from selezioni_pon.rules.infanzia.modello import Bambino
from selezioni_pon.rules.infanzia.passi import contro_il_passo


@dataclass(frozen=True)
class RigaPagina:
    """A child in the list as it is now; ``titoli_esclusi``: how many do not count."""

    domanda: DomandaInfanzia
    bambino: Persona
    punteggio: Punteggio
    riga: Riga | None
    fuori_termine: bool
    titoli_esclusi: int

    @property
    def esito(self) -> str:
        """``in lista di attesa, posizione 2``."""
        if self.riga is None:
            return "da contare"
        detto = self.riga.stato.etichetta
        if self.riga.in_attesa is not None:
            detto = f"{detto}, posizione {self.riga.in_attesa}"
        return detto


@dataclass(frozen=True)
class Passo:
    """A version that may be made, or what is against it."""

    tipo: TipoVersione
    contro: Sequence[Violazione]


@dataclass(frozen=True)
class Pagina:
    """The list for who registers it."""

    in_elenco: Sequence[RigaPagina]
    anticipi: Sequence[RigaPagina]
    motivi_anticipi: Sequence[Motivo]
    pari: Sequence[Sequence[RigaPagina]]
    passi: Sequence[Passo]

    @property
    def tutte(self) -> Sequence[RigaPagina]:
        return [*self.in_elenco, *self.anticipi]


def pagina(letto: Quadro, oggi: date) -> Pagina:
    """Every row of a list and the steps. No query beside those of the list."""
    adesso = anticipi_adesso(letto)
    dati = {riga.chi: riga for riga in letto.assegnazione.righe}
    precoci = {riga.chi: riga for riga in adesso.assegnazione.righe} if adesso else {}
    bambini = {uno.id: uno for gruppo in letto.per_eta.values() for uno in gruppo}
    righe = {
        chi: _riga(letto, bambini[chi], dati.get(chi) or precoci.get(chi)) for chi in letto.domande
    }
    in_anticipo = [uno.id for uno in letto.per_eta[EtaInfanzia.ANTICIPO]]
    return Pagina(
        in_elenco=[righe[chi] for chi in dati],
        anticipi=[righe[chi] for chi in sorted(in_anticipo, key=lambda c: _posto(righe[c]))],
        motivi_anticipi=adesso.ripartiti.motivi if adesso else (),
        pari=[[righe[chi] for chi in gruppo] for gruppo in parita(letto)],
        passi=[_passo(letto, tipo, oggi) for tipo in _possibili(letto)],
    )


def _riga(letto: Quadro, bambino: Bambino, riga: Riga | None) -> RigaPagina:
    domanda = letto.domande[bambino.id]
    if domanda.rinuncia_il is not None and riga is None:
        riga = Riga(bambino.id, StatoPosto.RINUNCIA, None, None, ())
    return RigaPagina(
        domanda=domanda,
        bambino=domanda.bambino,
        punteggio=letto.punteggi[bambino.id],
        riga=riga,
        fuori_termine=fuori_termine(bambino, letto.elenco.entro),
        titoli_esclusi=sum(bool(uno.non_conta) for uno in domanda.titoli.all()),
    )


def _posto(riga: RigaPagina) -> tuple[int, int]:
    posizione = riga.riga.posizione if riga.riga else None
    return (0, posizione) if posizione else (1, riga.domanda.numero)


def _possibili(letto: Quadro) -> Sequence[TipoVersione]:
    """The steps that come next: not those that are behind."""
    ultima = TipoVersione(letto.ultima.tipo) if letto.ultima else None
    if ultima is None:
        return (TipoVersione.PROVVISORIA,)
    if ultima is TipoVersione.PROVVISORIA:
        return (TipoVersione.DEFINITIVA, TipoVersione.PROVVISORIA)
    dopo = [TipoVersione.SCORRIMENTO] if letto.si_muove else []
    return (*dopo, TipoVersione.ANTICIPI) if letto.anticipi else tuple(dopo)


def _passo(letto: Quadro, tipo: TipoVersione, oggi: date) -> Passo:
    return Passo(tipo, contro_il_passo(tipo, letto.momento(oggi), letto.regole))
