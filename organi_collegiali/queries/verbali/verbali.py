"""Minutes, remarks, the register of an organ. Always of one institute."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from cpia.norme.queries import calendario, termine_entro
from cpia.norme.rules import Durata, Termine, prima_di_secondo
from cpia.norme.rules.motivi import Motivo, Valore
from organi_collegiali.enums import StatoSeduta, StatoVerbale
from organi_collegiali.models import (
    AllegatoVerbale,
    Anomalia,
    OrganoCollegiale,
    Punto,
    Rilievo,
    Seduta,
    Verbale,
)
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.verbali import stati_verbale as rules

DA_TENERE = (StatoSeduta.CONVOCATA, StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)
NEL_REGISTRO = (StatoVerbale.APPROVATO, StatoVerbale.FIRMATO, StatoVerbale.PUBBLICATO)


def stato_di(verbale: Verbale) -> rules.Verbale:
    """Where the minutes stand, as the rules take it. One query."""
    esiti = Rilievo.objects.filter(istituto_id=verbale.istituto_id, verbale=verbale)
    return rules.Verbale(
        stato=StatoVerbale(verbale.stato),
        riservato=verbale.seduta.riservata,
        storico=verbale.seduta.storica,
        rilievi=tuple(esiti.values_list("esito", flat=True)),
        rilievi_entro=verbale.rilievi_entro,
    )


def rilievi(verbale: Verbale) -> QuerySet[Rilievo]:
    """The remarks on some minutes, in the order in which they came."""
    righe = Rilievo.objects.filter(istituto_id=verbale.istituto_id, verbale=verbale)
    return righe.select_related("persona", "punto").order_by("presentato_il", "id")


def anomalie(seduta: Seduta) -> QuerySet[Anomalia]:
    """What was found in a sitting and its paper."""
    righe = Anomalia.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta)
    return righe.select_related("punto").order_by(F("punto__ordine").asc(nulls_first=True), "id")


def allegati(verbale: Verbale) -> QuerySet[AllegatoVerbale]:
    """The attachments that are part of the minutes."""
    return AllegatoVerbale.objects.filter(istituto_id=verbale.istituto_id, verbale=verbale)


def seduta_successiva(seduta: Seduta) -> Seduta | None:
    """The next sitting of the organ that is convened, if any. One query."""
    if seduta.inizio_previsto is None:
        return None
    return (
        Seduta.objects.filter(
            istituto_id=seduta.istituto_id,
            organo_id=seduta.organo_id,
            stato__in=DA_TENERE,
            inizio_previsto__gt=seduta.inizio_previsto,
        )
        .order_by("inizio_previsto", "id")
        .first()
    )


def termine_di_deposito(seduta: Seduta, prossima: Seduta) -> tuple[date, Valore[str]]:
    """By when the members must have the minutes, and the rule that says it. Four queries."""
    giorno = timezone.localdate(prossima.inizio_previsto)
    regola = regole(seduta.organo, giorno)
    anticipo = regola.valore("verbale.anticipo", str)
    termine = prima_di_secondo(
        giorno,
        regola.di_norma("verbale.anticipo"),
        calendario=calendario(seduta.istituto_id, giorno),
    )
    return termine.giorno, anticipo


def termine_di_pubblicazione(organo: OrganoCollegiale, approvato: date) -> Termine:
    """By when the approved minutes are published: the school's own term. Three queries."""
    chiave = f"organi.{organo.norma}.verbale.pubblicazione_entro"
    return termine_entro(organo.istituto_id, chiave, approvato, giorno=approvato)


def termine_della_copia(seduta: Seduta) -> Termine | None:
    """By when the direction has a copy, where the school has such a rule. Four queries."""
    giorno = timezone.localdate(seduta.chiusa_il)
    chiave = f"organi.{seduta.organo.norma}.verbale.copia_ufficio"
    durata = regole(seduta.organo, giorno).di_norma("verbale.copia_ufficio").come(Durata)
    if durata.quantita == 0:
        return None
    return termine_entro(seduta.istituto_id, chiave, giorno, giorno=giorno)


def vuoti(verbale: Verbale) -> list[str]:
    """The parts of minutes that are still to write, in words."""
    nomi = {"apertura": "come comincia", "chiusura": "come finisce"}
    return [nome for campo, nome in nomi.items() if not getattr(verbale, campo).strip()]


def senza_esito(verbale: Verbale) -> list[int]:
    """The items whose outcome is missing; a deserted sitting deals with none. One query."""
    if verbale.seduta.stato == StatoSeduta.DESERTA:
        return []
    return list(punti(verbale).filter(esito="").values_list("ordine", flat=True))


def prima_di_convocare(verbale: Verbale) -> Valore[bool]:
    """Whether the school publishes approved minutes before it convenes another sitting."""
    giorno = timezone.localdate(verbale.approvato_il or verbale.seduta.chiusa_il)
    return regole(verbale.seduta.organo, giorno).valore("verbale.prima_di_convocare", bool)


def deposito(verbale: Verbale, prossima: Seduta | None) -> tuple[bool, Motivo] | None:
    """Whether the members had the minutes in time for the next sitting, and why."""
    if prossima is None or verbale.in_lettura_dal is None:
        return None
    ultimo, anticipo = termine_di_deposito(verbale.seduta, prossima)
    return rules.giudica_deposito(
        timezone.localdate(verbale.in_lettura_dal), ultimo, anticipo=anticipo
    )


@dataclass(frozen=True)
class RigaRegistro:
    """Minutes as the register of an organ lists them."""

    verbale: Verbale
    delibere: int
    leggibile: bool = False

    @property
    def pagine(self) -> str:
        """``37–52``, or nothing while they are not printed."""
        if self.verbale.pagina_da is None:
            return ""
        return f"{self.verbale.pagina_da}–{self.verbale.pagina_a}"


def registro(organo: OrganoCollegiale) -> list[RigaRegistro]:
    """The minutes of an organ, the latest sitting first. One query."""
    righe = (
        Verbale.objects.filter(istituto_id=organo.istituto_id, seduta__organo=organo)
        .select_related("seduta", "integrale", "con_omissis", "pubblicazione")
        .annotate(quante=Count("seduta__delibere", distinct=True))
        .order_by("-seduta__inizio_previsto", "-id")
    )
    return [RigaRegistro(verbale, verbale.quante) for verbale in righe]


def da_impaginare(organo: OrganoCollegiale) -> QuerySet[Verbale]:
    """The approved minutes of an organ, with what was printed of them."""
    righe = Verbale.objects.filter(istituto_id=organo.istituto_id, seduta__organo=organo)
    return righe.filter(stato__in=NEL_REGISTRO).select_related("integrale")


def verbale_da_approvare(punto: Punto) -> Verbale | None:
    """The minutes that an item puts to the vote, if they are kept here."""
    if punto.verbale_di_id is None:
        return None
    return Verbale.objects.filter(
        istituto_id=punto.istituto_id, seduta_id=punto.verbale_di_id
    ).first()


def punti(verbale: Verbale) -> QuerySet[Punto]:
    """The items of the sitting, in order."""
    righe = Punto.objects.filter(istituto_id=verbale.istituto_id, seduta_id=verbale.seduta_id)
    return righe.order_by("ordine")


def punti_su_persone(verbale: Verbale) -> QuerySet[Punto]:
    """Those whose words the public does not read."""
    return punti(verbale).filter(Q(su_persone=True) | Q(riservato=True))


def leggibili(
    righe: Iterable[RigaRegistro], puo_leggere: Callable[[Verbale], bool]
) -> list[RigaRegistro]:
    """The rows of the register, each saying whether this person may open it."""
    return [replace(riga, leggibile=puo_leggere(riga.verbale)) for riga in righe]


def pubblicazione_entro(verbale: Verbale) -> Termine | None:
    """The term to publish approved minutes, with its reasons. Three queries."""
    if verbale.approvato_il is None or verbale.seduta.storica:
        return None
    giorno = timezone.localdate(verbale.approvato_il)
    return termine_di_pubblicazione(verbale.seduta.organo, giorno)
