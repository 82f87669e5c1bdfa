"""The frozen words of a letter of assignment or of a contract, and the page that they make.

Source: IC Porto Venere, Regolamento incarichi, arts. 6-8; D.Lgs. 165/2001, art. 7 c. 6 and art. 53;
D.Lgs. 33/2013, arts. 15 and 18; D.P.R. 62/2013, art. 2 c. 3.
"""

from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Final

from django.template.loader import render_to_string
from django.utils import timezone

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.atti.models import Protocollo
from cpia.atti.rules import data_estesa
from cpia.scuola.models import Persona
from cpia.scuola.parole import fra_virgolette
from selezioni_pon.documents.articoli import Articolo, Punto
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.incarico_articoli import articoli
from selezioni_pon.documents.parole import OGGETTO_MASSIMO
from selezioni_pon.enums import StatoAutorizzazione, TipoContratto
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import avviso_di
from selezioni_pon.queries.incarichi.dichiarato import dichiarato_di
from selezioni_pon.rules.anagrafe import ATTESTAZIONE
from selezioni_pon.rules.autorizzazione import SILENZIO
from selezioni_pon.rules.cooperativa import Cooperativa, con_chi_si_stipula

FOGLIO: Final = "avviso_selezione"
TIPO: Final = "incarico_selezione"
MODELLO: Final = "incarico-selezione/1"
TITOLI: Final = {
    TipoContratto.LETTERA: "LETTERA DI INCARICO",
    TipoContratto.CONTRATTO: "CONTRATTO DI PRESTAZIONE D’OPERA",
}
VERBI: Final = {TipoContratto.LETTERA: "AFFIDA", TipoContratto.CONTRATTO: "STIPULA"}


@dataclass(frozen=True)
class ContestoIncarico(Congelato):
    """The letter or the contract as it is printed; ``persona`` with where she was born and so on.

    ``firma_chi`` is who signs beside who directs.
    """

    istituto: Intestazione
    titolo: str
    testata: str
    sotto: str
    premesse: tuple[Punto, ...]
    verbo: str
    persona: str
    articoli: tuple[Articolo, ...]
    firma_chi: str
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        """``Ancona, 5 giugno 2024``."""
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def oggetto_di(contratto: Contratto) -> str:
    """``Incarico di «tutor», progetto «Competenze di base»``: it names nobody."""
    selezione = avviso_di(contratto).selezione
    testo = f"Incarico di «{selezione.ruolo}», progetto {fra_virgolette(selezione.progetto.titolo)}"
    return shorten(testo, OGGETTO_MASSIMO, placeholder="…")


def contesto_incarico(contratto: Contratto, emissione: Emissione) -> ContestoIncarico:
    """The words of an assignment that is being issued."""
    tipo = TipoContratto(contratto.tipo)
    selezione = avviso_di(contratto).selezione
    candidatura = contratto.proposta.candidatura
    tramite = dichiarato_di(candidatura).tramite
    return ContestoIncarico(
        istituto=emissione.intestazione,
        titolo=oggetto_di(contratto),
        testata=TITOLI[tipo],
        sotto=f"«{selezione.ruolo}», progetto {fra_virgolette(selezione.progetto.titolo)}",
        premesse=_premesse(contratto),
        verbo=VERBI[tipo],
        persona=persona_detta(candidatura.persona, tramite),
        articoli=articoli(contratto, emissione.istituto),
        firma_chi=tramite or candidatura.persona.nome_e_cognome,
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=emissione.protocollo_detto,
    )


def _premesse(contratto: Contratto) -> tuple[Punto, ...]:
    """On what it stands: call, ranking, acceptance, deliberation, permission."""
    proposta, avviso = contratto.proposta, avviso_di(contratto)
    accettata = proposta.risposta_il
    punti = [
        Punto(f"Visto l’avviso di selezione{_prot(avviso.protocollo)}"),
        Punto(f"Vista la graduatoria definitiva{_prot(proposta.graduatoria.protocollo)}"),
    ]
    if accettata is not None:
        giorno = data_estesa(timezone.localdate(accettata))
        punti.append(Punto(f"Vista l’accettazione della proposta, registrata il {giorno}"))
    if contratto.delibera_il is not None:
        giorno = data_estesa(contratto.delibera_il)
        punti.append(
            Punto(
                f"Vista la delibera del Collegio dei docenti del {giorno}, che attiva il progetto"
            )
        )
    if contratto.attestato_il is not None:
        testo = "Verificato che non ci sono conflitti di interessi, anche potenziali"
        punti.append(Punto(testo, ATTESTAZIONE))
    if contratto.autorizzazione_atto:
        atto = contratto.autorizzazione_atto
        punti.append(
            Punto(
                f"Vista l’autorizzazione dell’amministrazione di appartenenza: {atto}",
                "D.Lgs. 165/2001, art. 53 cc. 7-10",
            )
        )
    elif contratto.autorizzazione == StatoAutorizzazione.PER_SILENZIO:
        punti.append(_silenzio(contratto))
    return tuple(punti)


def _silenzio(contratto: Contratto) -> Punto:
    chiesta = contratto.autorizzazione_chiesta_il
    quando = f", arrivata il {data_estesa(chiesta)}" if chiesta else ""
    testo = (
        f"Vista la richiesta di autorizzazione all’amministrazione di appartenenza{quando}, alla "
        "quale non è stato risposto nei trenta giorni: l’autorizzazione si intende accordata"
    )
    return Punto(testo, SILENZIO)


def _prot(protocollo: Protocollo | None) -> str:
    if protocollo is None:
        return ""
    giorno = data_estesa(timezone.localdate(protocollo.registrato_il))
    return f", prot. n. {protocollo.numero} del {giorno}"


def persona_detta(persona: Persona, tramite: str) -> str:
    """Who takes the post, with what tells her apart; the cooperative where there is one."""
    parti = [persona.nome_e_cognome]
    if persona.data_nascita:
        luogo = f" a {persona.luogo_nascita}" if persona.luogo_nascita else ""
        parti.append(f"data e luogo di nascita: {data_estesa(persona.data_nascita)}{luogo}")
    if persona.codice_fiscale:
        parti.append(f"codice fiscale {persona.codice_fiscale}")
    detta = ", ".join(parti)
    if not tramite:
        return detta
    sua = Cooperativa(tramite, solo_con_lei=True, finalita=True, contributi=True, offerta_sua=True)
    return f"{detta}. {con_chi_si_stipula(persona.nome_e_cognome, sua).testo}"


def html_incarico(contesto: ContestoIncarico) -> str:
    """The page, to be printed with ``FOGLIO``."""
    return render_to_string("selezioni/pdf/incarico.html", {"incarico": contesto})
