"""The page of a procedure, for who asks: what each reads, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import PassoFunzioni
from selezioni_pon.models import (
    AreaFunzione,
    AttribuzioneFunzione,
    CommissarioFunzioni,
    DomandaFunzione,
)
from selezioni_pon.queries.funzioni.quadro import Quadro, punti_di
from selezioni_pon.queries.funzioni.visibili import insegna
from selezioni_pon.queries.visibili import prepara
from selezioni_pon.rules.funzioni_strumentali.attribuzione import Attribuzione
from selezioni_pon.rules.funzioni_strumentali.domande import Ammissione
from selezioni_pon.rules.funzioni_strumentali.esame import si_esamina


@dataclass(frozen=True)
class RigaDomanda:
    """An application in the list; ``punti`` once it was examined."""

    domanda: DomandaFunzione
    ammissione: Ammissione
    punti: int | None
    si_esamina: bool


@dataclass(frozen=True)
class RigaArea:
    """An area with who has it; ``esito`` only before who decides, while something is open."""

    area: AreaFunzione
    date: Sequence[AttribuzioneFunzione]
    domande: int
    esito: Attribuzione | None = None
    nomi_da_votare: Sequence[str] = ()


@dataclass(frozen=True)
class Pagina:
    """What somebody reads. ``domande`` is empty for who may not read the names."""

    letto: Quadro
    passo: PassoFunzioni
    aree: Sequence[RigaArea]
    domande: Sequence[RigaDomanda]
    mia: DomandaFunzione | None
    mio_posto: CommissarioFunzioni | None
    prepara: bool
    dirige: bool
    chiede: bool
    esamina: bool
    deve_dichiarare: bool

    @property
    def esaminate(self) -> int:
        """How many applications have their outcome."""
        return sum(1 for una in self.letto.domande if una.idoneo is not None)


def pagina(contesto: Contesto, letto: Quadro) -> Pagina:
    """The page for who asks. No query."""
    chi = contesto.persona.pk
    passo = letto.passo(contesto.adesso)
    passato = passo not in (PassoFunzioni.BOZZA, PassoFunzioni.APERTA)
    posto = next((u for u in letto.commissari if u.persona_id == chi), None)
    siede = posto is not None and letto.siede(chi) and not posto.in_conflitto
    dirige = contesto.ha(Ruolo.DIRIGENTE)
    dichiara = passato and posto is not None and siede and posto.dichiarato_il is None
    esamina = bool(passato and siede and posto and posto.dichiarato_il)
    vede = passato and ((prepara(contesto) and not dichiara) or esamina)
    decide = dirige and passo is PassoFunzioni.ATTRIBUZIONE and not dichiara
    return Pagina(
        letto=letto,
        passo=passo,
        aree=[_area(letto, una, decide=decide) for una in letto.aree],
        domande=[_domanda(letto, una) for una in letto.domande] if vede else [],
        mia=next((una for una in letto.domande if una.docente_id == chi), None),
        mio_posto=posto,
        prepara=prepara(contesto),
        dirige=dirige,
        chiede=insegna(contesto) and not dirige and posto is None,
        esamina=esamina and letto.procedura.lavori_chiusi_il is None,
        deve_dichiarare=dichiara,
    )


def _area(letto: Quadro, area: AreaFunzione, *, decide: bool) -> RigaArea:
    date = letto.date_di(area)
    domande = sum(1 for una in letto.domande if una.area_id == area.pk)
    if not decide or letto.ha_esito(area):
        return RigaArea(area, date, domande)
    esito = letto.esito(area)
    in_forse = esito.da_votare or esito.da_sorteggiare
    nomi = [letto.di(area, chi).docente.nome_e_cognome for chi in in_forse]
    return RigaArea(area, date, domande, esito, nomi)


def _domanda(letto: Quadro, domanda: DomandaFunzione) -> RigaDomanda:
    ammissione = letto.ammissioni[domanda.pk]
    return RigaDomanda(
        domanda, ammissione, None if domanda.idoneo is None else int(punti_di(domanda)),
        si_esamina(ammissione),
    )  # fmt: skip
