"""What the editor of premises and text shows for an item."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from cpia.norme.rules.motivi import Valore, Violazione
from organi_collegiali.enums import Premessa, TipoOrgano
from organi_collegiali.models import Allegato, OrganoCollegiale, Punto
from organi_collegiali.queries.delibere.frasi import frasi_per
from organi_collegiali.queries.delibere.testi import puo_cambiare, versione_di
from organi_collegiali.queries.numeri import DELIBERE, prossimo_previsto, serie_di
from organi_collegiali.queries.regole import RegoleOrgano, regole
from organi_collegiali.rules.delibere.adozione import verifica_organo
from organi_collegiali.rules.delibere.premesse import RigaPremessa, leggi


@dataclass(frozen=True)
class Scrittura:
    """An item with its words, the phrases to choose from, the number it would take."""

    punto: Punto
    righe: tuple[RigaPremessa, ...]
    versione: str
    parole: tuple[tuple[str, str], ...]
    frasi: tuple[tuple[str, list[str]], ...]
    allegati: tuple[Allegato, ...]
    prossimo: int
    esecutive: Valore[bool]
    ferma: list[Violazione]
    non_delibera: list[Violazione]


def scrittura(punto: Punto) -> Scrittura:
    """What the editor of an item shows. Five queries at most."""
    organo = punto.seduta.organo
    giorno = _giorno(punto)
    regola = regole(organo, giorno)
    return Scrittura(
        punto=punto,
        righe=leggi(punto.premesse),
        versione=versione_di(punto),
        parole=tuple((parola.value, parola.etichetta) for parola in Premessa),
        frasi=frasi_per(organo),
        allegati=tuple(Allegato.objects.filter(istituto_id=punto.istituto_id, punto=punto)),
        prossimo=prossimo_previsto(organo, DELIBERE, serie_di(organo, DELIBERE, giorno, regola)),
        esecutive=regola.valore("delibere.esecutive", bool),
        ferma=puo_cambiare(punto),
        non_delibera=verifica_organo(TipoOrgano(organo.tipo), dei_dipartimenti(organo, regola)),
    )


def dei_dipartimenti(organo: OrganoCollegiale, regola: RegoleOrgano) -> Valore[bool] | None:
    """Whether the dipartimenti deliberate, where it matters."""
    if organo.tipo != TipoOrgano.DIPARTIMENTO:
        return None
    return regola.valore("dipartimenti.deliberano", bool)


def _giorno(punto: Punto) -> date:
    quando = punto.seduta.aperta_il or punto.seduta.inizio_previsto or punto.seduta.modificata_il
    return timezone.localdate(quando)
