"""What keeps an application from being sent, and what is better looked at before."""

from collections.abc import Sequence
from typing import TypeVar

from selezioni_pon.enums import (
    Cittadinanza,
    Deroga,
    Fase,
    Passo,
    Provenienza,
    TipoAllegato,
)
from selezioni_pon.models import AllegatoCandidatura, Avviso, Candidatura, Risposta
from selezioni_pon.queries.bando import compenso_di
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.queries.valutazione import griglia_di, titolo_scritto
from selezioni_pon.rules.cooperativa import Cooperativa
from selezioni_pon.rules.domanda.avvertenze import avvertenze_di
from selezioni_pon.rules.domanda.mancanze import mancanze_di
from selezioni_pon.rules.domanda.modello import Chiesta, Dichiarata, Mancanza, Scritta
from selezioni_pon.rules.domanda.passi import passi
from selezioni_pon.rules.griglia.modello import Griglia

__all__ = [
    "Mancanza", "avvertenze", "chiesta_da", "dichiarate", "mancanze", "passi_di", "scritta_di",
]  # fmt: skip
S = TypeVar("S", Provenienza, Cittadinanza)


def mancanze(candidatura: Candidatura) -> list[Mancanza]:
    """What keeps it from being sent, each with its step. Two queries where nothing is loaded."""
    chiesta = chiesta_da(candidatura.avviso)
    return mancanze_di(scritta_di(candidatura, chiesta.griglia), chiesta)


def avvertenze(candidatura: Candidatura) -> list[Mancanza]:
    """What stops nothing: evidence that lacks, titles at odds. Two queries."""
    chiesta = chiesta_da(candidatura.avviso)
    return avvertenze_di(scritta_di(candidatura, chiesta.griglia), chiesta)


def chiesta_da(avviso: Avviso) -> Chiesta:
    """What a published call asks. No query where it came with its grid and selection."""
    return Chiesta(
        fase=Fase(avviso.fase),
        regole=regole_di(avviso),
        griglia=griglia_di(avviso),
        compenso=compenso_di(avviso),
        titoli_di_studio=avviso.titoli_di_studio,
    )


def passi_di(avviso: Avviso) -> tuple[Passo, ...]:
    """The steps of the applications to a call. No query."""
    return passi(griglia_di(avviso), compenso_di(avviso))


def dichiarate(candidatura: Candidatura) -> list[Risposta]:
    """The items that say something, in order of print; those with words alone are left out."""
    griglia = griglia_di(candidatura.avviso)
    posti = {voce.numero: posto for posto, voce in enumerate(griglia.voci)}
    piene = (riga for riga in candidatura.risposte.all() if riga.valore and riga.voce in posti)
    return sorted(piene, key=lambda riga: posti[riga.voce])


def scritta_di(candidatura: Candidatura, griglia: Griglia) -> Scritta:
    """The application as the rules judge it. Two queries, none with its rows prefetched."""
    allegati = [uno for uno in candidatura.allegati.all() if uno.tolto_il is None]
    return Scritta(
        provenienza=_scelta(Provenienza, candidatura.provenienza),
        cittadinanza=_scelta(Cittadinanza, candidatura.cittadinanza),
        diritti_civili=candidatura.diritti_civili,
        senza_condanne=candidatura.senza_condanne,
        senza_procedimenti=candidatura.senza_procedimenti,
        specializzazione=candidatura.specializzazione,
        deroga=Deroga(candidatura.deroga),
        titolo_di_studio=candidatura.titolo_di_studio,
        giorni_servizio=candidatura.giorni_servizio,
        amministrazione=candidatura.amministrazione,
        cooperativa=_cooperativa(candidatura),
        offerta=None if candidatura.offerta is None else int(candidatura.offerta * 100),
        proposta=candidatura.proposta,
        risponde_del_vero=candidatura.risponde_del_vero,
        dichiarate=_dichiarate(candidatura, griglia, allegati),
        allegati=frozenset(TipoAllegato(uno.tipo) for uno in allegati),
    )


def _scelta(fra: type[S], valore: str) -> S | None:
    return fra(valore) if valore else None


def _cooperativa(candidatura: Candidatura) -> Cooperativa:
    return Cooperativa(
        nome=candidatura.cooperativa,
        solo_con_lei=candidatura.coop_sola,
        finalita=candidatura.coop_finalita,
        contributi=candidatura.coop_contributi,
        offerta_sua=candidatura.coop_offerta,
    )


def _dichiarate(
    candidatura: Candidatura, griglia: Griglia, allegati: Sequence[AllegatoCandidatura]
) -> list[Dichiarata]:
    righe = {riga.voce: riga for riga in candidatura.risposte.all()}
    prove = [uno.voce for uno in allegati if uno.tipo == TipoAllegato.PROVA]
    return [
        Dichiarata(
            voce,
            titolo_scritto(voce, riga.valore) if riga.valore else None,
            riga.descrizione,
            prove.count(voce.numero),
        )
        for voce in griglia.voci
        if (riga := righe.get(voce.numero)) is not None
    ]
