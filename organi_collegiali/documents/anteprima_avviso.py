"""The notice of a draft as it would leave now, with what is not known yet left open."""

from dataclasses import dataclass

from cpia.atti.carta import Intestazione, intestazione
from organi_collegiali.documents.parole_avviso import Parole, da_tacere, parole
from organi_collegiali.enums import GenereAtto, RegolaPresidente
from organi_collegiali.models import Avviso, Seduta
from organi_collegiali.queries.convocazione.bozze import Bozza
from organi_collegiali.rules import nomi

DAL_DIRIGENTE = (RegolaPresidente.DIRIGENTE, RegolaPresidente.DELEGATO)


@dataclass(frozen=True)
class AnteprimaAvviso:
    """What the paper says; ``pubbliche`` only when the albo reads other words, None without a day.

    ``chi`` signs; ``di_chi`` completes «la firma».
    """

    istituto: Intestazione
    comune: str
    ai: str
    all_albo: bool
    parole: Parole | None
    pubbliche: Parole | None
    chi: str
    di_chi: str


def prima_convocazione(seduta: Seduta) -> Avviso:
    """The notice that would convene a sitting in preparation, not kept anywhere."""
    return Avviso(seduta=seduta, genere=GenereAtto.CONVOCAZIONE.value)


def di_chi_firma(bozza: Bozza) -> str:
    """``di chi dirige l’istituto``, ``del Presidente``: whose signature the notice waits for."""
    return "di chi dirige l’istituto" if _dal_dirigente(bozza) else "del Presidente"


def _dal_dirigente(bozza: Bozza) -> bool:
    return bozza.seduta.organo.regola_presidente in DAL_DIRIGENTE


def anteprima(bozza: Bozza) -> AnteprimaAvviso:
    """The notice of a draft as it would leave now."""
    seduta = bozza.seduta
    istituto = seduta.organo.istituto
    avviso = prima_convocazione(seduta)
    invitati = bozza.destinatari.invitati
    aperta = bozza.termini.regole.valore("seduta.pubblica", bool).valore
    pronta = seduta.inizio_previsto is not None
    tace = pronta and not seduta.riservata and da_tacere(bozza.punti)
    return AnteprimaAvviso(
        istituto=intestazione(istituto, seduta.organo.sede),
        comune=istituto.comune,
        ai=f"Ai componenti {nomi.di(seduta.organo.nome)}",
        all_albo=not seduta.riservata,
        parole=parole(avviso, seduta, bozza.punti, invitati=invitati) if pronta else None,
        pubbliche=(
            parole(avviso, seduta, bozza.punti, invitati=invitati, pubbliche=True, aperta=aperta)
            if tace
            else None
        ),
        chi="chi dirige l’istituto" if _dal_dirigente(bozza) else "il Presidente",
        di_chi=di_chi_firma(bozza),
    )
