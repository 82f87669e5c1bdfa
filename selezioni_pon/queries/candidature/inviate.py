"""What was sent: by whoever sent it, and by the office when the term of the call is over."""

from collections.abc import Container, Iterable, Mapping
from datetime import datetime
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from selezioni_pon.enums import Lettore, StatoGraduatoria, TipoAllegato
from selezioni_pon.models import AllegatoInviato, Avviso, Candidatura, Graduatoria, Invio
from selezioni_pon.queries.visibili import PREPARANO, Veste, vesti
from selezioni_pon.rules.lettura import Domanda, contro_la_lettura

CON: Final = (
    "istituto", "documento", "protocollo", "candidatura__istituto", "candidatura__persona",
    "candidatura__avviso__istituto", "candidatura__avviso__griglia",
    "candidatura__avviso__selezione__progetto",
)  # fmt: skip
IN_VIGORE: Final = Q(sostituito_il__isnull=True, ritirato_il__isnull=True)


def inviate(contesto: Contesto) -> QuerySet[Invio]:
    """Everything that was sent in the school; whether one reads it is judged on each."""
    return Invio.objects.filter(istituto=contesto.istituto)


def ultima_di(candidatura: Candidatura) -> Invio | None:
    """What was sent last of an application, also if it was taken back; None where nothing was.

    One query.
    """
    return candidatura.invii.select_related(*CON).order_by("-numero").first()


def arrivate(avviso: Avviso) -> QuerySet[Invio]:
    """The last sending of each application to a call, by name; taken back ones too."""
    return (
        Invio.objects.filter(
            istituto_id=avviso.istituto_id, candidatura__avviso=avviso, sostituito_il__isnull=True
        )
        .exclude(inviata_dopo())
        .select_related("candidatura__persona", "protocollo")
        .annotate(
            quanti_titoli=Count("titoli", distinct=True),
            quanti_file=Count("allegati", distinct=True),
        )
        .order_by("candidatura__persona__cognome", "candidatura__persona__nome", "pk")
    )


def inviata_dopo() -> Exists:
    """The condition, on the row of what was sent, that the same application was sent again."""
    dopo = Invio.objects.filter(candidatura=OuterRef("candidatura"), numero__gt=OuterRef("numero"))
    return Exists(dopo)


def candidati(avviso: Avviso) -> frozenset[str]:
    """The persons whose application to a call is in the running. One query."""
    righe = Invio.objects.filter(IN_VIGORE, candidatura__avviso=avviso)
    return frozenset(map(str, righe.values_list("candidatura__persona_id", flat=True)))


def domanda_di(invio: Invio, *, pubblicata: bool = False) -> Domanda:
    """One that was sent, as the rules take it."""
    candidatura = invio.candidatura
    if candidatura.avviso.scade is None:
        raise ValueError("si candida a un avviso pubblicato, che ha il suo termine")
    return Domanda(
        str(candidatura.avviso_id), str(candidatura.persona_id), candidatura.avviso.scade,
        pubblicata=pubblicata,
    )  # fmt: skip


def contro_l_elenco(contesto: Contesto, avviso: Avviso) -> list[Violazione]:
    """What keeps the office from the applications of a call: the term, or being one of them.

    One query.
    """
    if avviso.scade is None:
        return []
    chi = str(contesto.persona.pk)
    # Anybody’s but one’s own: so it is not the reading of the applicant.
    una = Domanda(str(avviso.pk), "", avviso.scade)
    return contro_la_lettura(
        _lettore(contesto), chi, una, secondo(contesto.adesso), candidati=candidati(avviso)
    )


def contro_la_domanda(contesto: Contesto, invio: Invio) -> list[Violazione]:
    """What keeps somebody from one that was sent; whoever sent it reads it always.

    Not for who sits in the commission. One query at most.
    """
    chi, domanda = str(contesto.persona.pk), domanda_di(invio)
    propria = domanda.candidato == chi
    if propria or vesti(contesto).isdisjoint(PREPARANO):
        return contro_la_lettura(
            Lettore.CANDIDATO, chi, domanda, contesto.adesso, candidati=frozenset()
        )
    return contro_la_lettura(
        _lettore(contesto), chi, domanda, secondo(contesto.adesso),
        candidati=candidati(invio.candidatura.avviso),
    )  # fmt: skip


def file_di(invio: Invio) -> list[AllegatoInviato]:
    """The files that went with what was sent, those of its signature last. One query."""
    tutti = invio.allegati.select_related("allegato", "titolo").order_by("pk")
    della_firma = (TipoAllegato.FIRMATA.value, TipoAllegato.IDENTITA.value)
    return sorted(tutti, key=lambda uno: uno.allegato.tipo in della_firma)


def con_graduatoria(avvisi: Iterable[int]) -> Mapping[int, datetime]:
    """Of these calls, those of which a ranking is out, if only a provisional one. One query.

    To each, when the last one that is out was formed: what was decided since then is not out.
    """
    fuori = Graduatoria.objects.exclude(stato=StatoGraduatoria.BOZZA.value)
    righe = fuori.filter(avviso__in=avvisi).order_by("formata_il")
    return dict(righe.values_list("avviso_id", "formata_il"))


def si_leggono_i_punti(contesto: Contesto, invio: Invio, usciti: Container[int]) -> bool:
    """Whether somebody may see how the own application was judged. No query."""
    pubblicata = invio.candidatura.avviso_id in usciti
    return not contro_la_lettura(
        Lettore.CANDIDATO, str(contesto.persona.pk), domanda_di(invio, pubblicata=pubblicata),
        contesto.adesso, candidati=frozenset(), punti=True,
    )  # fmt: skip


def secondo(istante: datetime) -> datetime:
    """The clock of the server as the term takes it: during its second one may still send."""
    return istante.replace(microsecond=0)


def _lettore(contesto: Contesto) -> Lettore:
    dirige = Veste.DIRIGENTE in vesti(contesto)
    return Lettore.DIRIGENTE if dirige else Lettore.SEGRETERIA
