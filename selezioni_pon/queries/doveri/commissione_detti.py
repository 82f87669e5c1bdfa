"""The words of what the commissions ask. Nobody is named: neither who applied nor who sits."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import plurale
from selezioni_pon.models import Avviso, Commissario, Commissione
from selezioni_pon.queries.doveri.bozze import SETTIMANA
from selezioni_pon.rules.fonti import COLLEGIO_PERFETTO, CONFLITTO, DOPO_LA_SCADENZA

NOMINA: Final = "selezioni.nomina."
SOSTITUISCI: Final = "selezioni.sostituisci."
DICHIARA: Final = "selezioni.dichiara."
VALUTA: Final = "selezioni.valuta."
CHIUDI: Final = "selezioni.chiudi_lavori."
# No source says how long a commission has: the general term of a procedure (L. 241/1990).
MESE: Final = timedelta(days=30)
TERMINE: Final = "L. 241/1990, art. 2 c. 2: termine generale dei procedimenti"


@dataclass(frozen=True)
class Domande:
    """How many applications a call has, and how many of them are still to be closed."""

    tutte: int
    aperte: int


def da_nominare(avviso: Avviso, domande: Domande) -> Dovere:
    """Of who directs: there are applications and nobody to assess them."""
    dal = scadenza(avviso)
    quante = plurale(domande.tutte, "domanda arrivata", "domande arrivate")
    testo = f"Il termine è passato, con {quante}: si nomina chi le valuta."
    return Dovere(
        chiave=f"{NOMINA}{avviso.pk}",
        titolo=f"Commissione da nominare per «{avviso.selezione.ruolo}»",
        dettaglio=testo,
        verbo="Nomina",
        pagina="selezioni:commissione_nomina",
        oggetto=avviso.pk,
        visibile_dal=dal,
        entro_il=dal + SETTIMANA,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("nomina", DOPO_LA_SCADENZA, testo),),
    )


def da_sostituire_uno(commissione: Commissione, membro: Commissario) -> Dovere:
    """Of who directs: a member may not assess."""
    dal = timezone.localdate(membro.dichiarato_il)
    testo = "Un componente ha dichiarato di non poter valutare: un altro prende il suo posto."
    return Dovere(
        chiave=f"{SOSTITUISCI}{membro.pk}",
        titolo=f"Commissione da completare per «{commissione.avviso.selezione.ruolo}»",
        dettaglio=testo,
        verbo="Apri",
        pagina="selezioni:commissione",
        oggetto=commissione.avviso_id,
        visibile_dal=dal,
        entro_il=dal + SETTIMANA,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("sostituzione", CONFLITTO, testo),),
    )


def da_dichiarare(commissione: Commissione, membro: Commissario) -> Dovere:
    """Of a member, before anything is opened."""
    dal = timezone.localdate(commissione.nominata_il)
    testo = "Si dichiara sull’elenco dei nomi: prima le domande non si aprono."
    return Dovere(
        chiave=f"{DICHIARA}{membro.pk}",
        titolo=f"Commissione per «{commissione.avviso.selezione.ruolo}»: dichiara se puoi valutare",
        dettaglio=testo,
        verbo="Dichiara",
        pagina="selezioni:commissione_dichiarazione",
        oggetto=commissione.avviso_id,
        visibile_dal=dal,
        entro_il=dal + SETTIMANA,
        persona=membro.persona_id,
        perche=(Motivo("dichiarazione", CONFLITTO, testo),),
    )


def da_valutare(commissione: Commissione, membro: Commissario, domande: Domande) -> Dovere:
    """Of a member, while applications are open."""
    testo = f"Resta da chiudere la verifica di {plurale(domande.aperte, 'domanda', 'domande')}."
    return Dovere(
        chiave=f"{VALUTA}{membro.pk}",
        titolo=f"Domande da valutare per «{commissione.avviso.selezione.ruolo}»",
        dettaglio=testo,
        verbo="Valuta",
        pagina="selezioni:verifica",
        oggetto=commissione.avviso_id,
        visibile_dal=timezone.localdate(membro.dichiarato_il),
        entro_il=scadenza(commissione.avviso) + MESE,
        persona=membro.persona_id,
        perche=(Motivo("verifica", TERMINE, testo),),
    )


def da_chiudere(commissione: Commissione, membro: Commissario) -> Dovere:
    """Of who presides, when nothing is left."""
    testo = "La verifica di ogni domanda è chiusa: chi presiede chiude i lavori."
    return Dovere(
        chiave=f"{CHIUDI}{membro.pk}",
        titolo=f"Lavori da chiudere per «{commissione.avviso.selezione.ruolo}»",
        dettaglio=testo,
        verbo="Chiudi",
        pagina="selezioni:commissione_chiudi",
        oggetto=commissione.avviso_id,
        visibile_dal=scadenza(commissione.avviso),
        entro_il=scadenza(commissione.avviso) + MESE,
        persona=membro.persona_id,
        perche=(Motivo("chiusura", COLLEGIO_PERFETTO, testo),),
    )


def scadenza(avviso: Avviso) -> date:
    """The day of the term. Raises ValueError for a draft without one."""
    if avviso.scade is None:
        raise ValueError("un avviso scaduto ha il suo termine")
    return timezone.localdate(avviso.scade)
