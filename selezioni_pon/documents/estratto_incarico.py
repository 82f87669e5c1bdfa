"""What everybody reads of an assignment: who, what for, how long, for how much.

Source: D.Lgs. 33/2013, art. 15 cc. 1-2 (who works from outside) and art. 18 (the staff);
D.Lgs. 165/2001, art. 53 c. 14 (that no conflict of interests was found).
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from django.template.loader import render_to_string
from django.utils import timezone

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.atti.rules import data_estesa
from selezioni_pon.documents.articoli import Dato, dati
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.documents.incarico import oggetto_di
from selezioni_pon.enums import TipoContratto
from selezioni_pon.models import Contratto
from selezioni_pon.queries.incarichi.atti import avviso_di
from selezioni_pon.queries.incarichi.dichiarato import dichiarato_di
from selezioni_pon.rules.anagrafe import detta_attestazione, detti_altri
from selezioni_pon.rules.cifre import in_cifre, in_euro

TIPO: Final = "estratto_incarico"
MODELLO: Final = "estratto-incarico/1"
FONTI: Final = {
    TipoContratto.LETTERA: "D.Lgs. 33/2013, art. 18",
    TipoContratto.CONTRATTO: "D.Lgs. 33/2013, art. 15",
}


@dataclass(frozen=True)
class ContestoEstratto(Congelato):
    """The extract as it is printed."""

    istituto: Intestazione
    titolo: str
    dati: tuple[Dato, ...]
    fonte: str
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        """``Ancona, 5 giugno 2024``."""
        return f"{self.luogo}, {data_estesa(self.emesso)}"


def contesto_estratto(contratto: Contratto, emissione: Emissione) -> ContestoEstratto:
    """The words of an extract that is being published: neither birth nor codice fiscale."""
    return ContestoEstratto(
        istituto=emissione.intestazione,
        titolo=f"{oggetto_di(contratto)}: estratto"[:300],
        dati=pubblici(contratto),
        fonte=FONTI[TipoContratto(contratto.tipo)],
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=emissione.protocollo_detto,
    )


def pubblici(contratto: Contratto) -> tuple[Dato, ...]:
    """What of an assignment is public, line by line."""
    candidatura, avviso = contratto.proposta.candidatura, avviso_di(contratto)
    protocollo = contratto.protocollo
    atto = ""
    if protocollo is not None:
        giorno = data_estesa(timezone.localdate(protocollo.registrato_il))
        atto = f"{contratto.get_tipo_display()}, prot. n. {protocollo.numero} del {giorno}"
    esterno = contratto.tipo == TipoContratto.CONTRATTO
    comunicato = contratto.comunicato_il
    return dati(
        ("A chi", candidatura.persona.nome_e_cognome),
        ("Tramite", dichiarato_di(candidatura).tramite),
        ("Incarico", avviso.selezione.ruolo),
        ("Progetto", avviso.selezione.progetto.titolo),
        ("CUP", avviso.selezione.progetto.cup),
        ("Atto", atto),
        ("Durata", f"{data_estesa(contratto.dal)} – {data_estesa(contratto.al)}"),
        ("Ore", in_cifre(Fraction(contratto.ore))),
        ("Compenso lordo", in_euro(contratto.compenso)),
        ("Conflitti di interessi", detta_attestazione(contratto.attestato_il)),
        ("Altri incarichi", detti_altri(contratto.proposta.altri_incarichi) if esterno else ""),
        ("Comunicato alla Funzione pubblica", data_estesa(comunicato) if comunicato else ""),
    )


def html_estratto(contesto: ContestoEstratto) -> str:
    """The page, to be printed with the sheet of the assignments."""
    return render_to_string("selezioni/pdf/estratto_incarico.html", {"estratto": contesto})
