"""The frozen words of a printed circular, and the page that they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.template.loader import render_to_string
from django.utils import timezone

from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica, firma, intestazione, verifica
from cpia.atti.models import Protocollo
from cpia.atti.rules import data_estesa, etichetta_protocollo
from cpia.avvisi.circolari import rules
from cpia.avvisi.models import Circolare
from cpia.scuola.models import Persona
from cpia.scuola.parole import giorno

FOGLIO = "circolare"
MODELLO = "circolare/1"


@dataclass(frozen=True)
class ContestoCircolare(Congelato):
    """A circular as it is printed: letterhead, number, to whom, subject, text, signature."""

    istituto: Intestazione
    numero: int
    anno_scolastico: str
    data: date
    luogo: str
    destinatari: str
    oggetto: str
    capoversi: tuple[str, ...]
    allegati: tuple[str, ...]
    richiesta: str
    firma: Firma
    verifica: Verifica
    protocollo: str = ""

    @property
    def titolo(self) -> str:
        return f"Circolare n. {self.numero} – {self.oggetto}"

    @property
    def luogo_e_data(self) -> str:
        return f"{self.luogo}, {data_estesa(self.data)}"


def contesto_circolare(
    circolare: Circolare,
    firmatario: Persona,
    protocollo: Protocollo,
    *,
    numero: int,
    destinatari: str,
    allegati: Sequence[str],
    codice_verifica: str,
) -> ContestoCircolare:
    """The words of a circular on the day of its protocol number."""
    data = timezone.localdate(protocollo.registrato_il)
    return ContestoCircolare(
        istituto=intestazione(circolare.istituto),
        numero=numero,
        anno_scolastico=str(circolare.anno_scolastico),
        data=data,
        luogo=circolare.istituto.comune,
        destinatari=destinatari,
        oggetto=circolare.oggetto,
        capoversi=rules.capoversi(circolare.testo),
        allegati=tuple(allegati),
        richiesta=richiesta(circolare, data),
        firma=firma(firmatario, data),
        verifica=verifica(circolare.istituto, codice_verifica),
        protocollo=etichetta_protocollo(protocollo.numero, data).capitalize(),
    )


def richiesta(circolare: Circolare, oggi: date) -> str:
    """``È richiesta la presa visione, entro venerdì 7 giugno.``, or nothing."""
    chiesto = rules.RICHIESTE[circolare.riscontro]
    if not chiesto or circolare.riscontro_entro is None:
        return chiesto
    return f"{chiesto.rstrip('.')}, entro {giorno(circolare.riscontro_entro, oggi)}."


def html_circolare(contesto: ContestoCircolare) -> str:
    """The page of a circular, to be printed with ``FOGLIO``."""
    return render_to_string("avvisi/circolari/pdf/circolare.html", {"circolare": contesto})
