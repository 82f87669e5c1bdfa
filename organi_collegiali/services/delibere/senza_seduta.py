"""The acts of a commissario straordinario: numbered deliberations without a sitting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cpia.norme.errori import esigi, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.enums import FormaVotazione, TipoOrgano
from organi_collegiali.models import Delibera, OrganoCollegiale
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.delibere import premesse as righe
from organi_collegiali.rules.delibere.premesse import RigaPremessa
from organi_collegiali.services.delibere.delibere import esecutive, numera

COI_POTERI = "con i poteri del Consiglio d’istituto"


@dataclass(frozen=True)
class DatiAtto:
    """What the commissario deliberates."""

    oggetto: str
    testo: str
    premesse: Sequence[RigaPremessa] = ()
    esecutiva: bool = False
    su_persone: bool = False
    oggetto_pubblico: str = ""


@transaction.atomic
def adotta_atto(*, autore: Contesto, adesso: datetime, organo_id: int, dati: DatiAtto) -> Delibera:
    """Number an act of the commissario, who has the powers of the Consiglio d’istituto.

    Raises AttoRifiutato for another organ, without a text, or without a subject that names nobody
    where it concerns a person.
    """
    organo = OrganoCollegiale.objects.get(pk=organo_id, istituto=autore.istituto)
    if organo.tipo != TipoOrgano.COMMISSARIO:
        raise rifiuta("organo", "Solo il commissario delibera senza una seduta.")
    esigi(_verifica(dati))
    regola = regole(organo, autore.oggi)
    delibera = Delibera(
        istituto=autore.istituto,
        organo=organo,
        adottata_il=adesso,
        oggetto=dati.oggetto,
        oggetto_pubblico=dati.oggetto_pubblico,
        premesse=righe.scrivi(righe.pulisci(dati.premesse)),
        testo=dati.testo,
        forma=FormaVotazione.PALESE,
        come=COI_POTERI,
        esecutiva=dati.esecutiva or esecutive(regola).valore,
        su_persone=dati.su_persone,
        riservata=organo.riservato,
    )
    return numera(autore=autore, adesso=adesso, delibera=delibera, regola=regola)


def _verifica(dati: DatiAtto) -> list[Violazione]:
    violazioni = []
    if not dati.testo.strip():
        violazioni.append(Violazione("testo", "Scrivi che cosa si delibera.", "", "testo"))
    if dati.su_persone and not dati.oggetto_pubblico.strip():
        frase = "Riguarda una persona: scrivi anche l’oggetto senza il suo nome."
        violazioni.append(
            Violazione("oggetto_pubblico", frase, "D.Lgs. 297/1994, art. 43", "oggetto_pubblico")
        )
    return violazioni
